using System.Text;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Bytes of a ninjs object, 1.0 to 3.1, to its take.</summary>
static class NinjsReader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        if (bytes.Length > options.MaxBytes)
            return Refused(new(NinjsRemarks.TooLong, Severity.Error, 0, 0, 0,
                $"More than {options.MaxBytes} bytes."));
        var text = WireText.Decode(bytes);
        var json = SurrogateEscapes.Repair(text.Content, out var repaired);
        var remarks = new RemarkBook();
        if (text.IsGuessed)
            remarks.Add(NinjsRemarks.CharsetGuessed, Severity.Warning, -1, $"Not valid UTF-8: read as {text.Charset}.");
        if (repaired > 0)
        {
            remarks.Add(NinjsRemarks.LoneSurrogate, Severity.Warning, -1,
                $"{repaired} escapes of half a character: expected pairs; shown as U+FFFD.");
        }
        return Parse(Encoding.UTF8.GetBytes(json), text, options, remarks);
    }

    static ReadResult Parse(byte[] utf8, WireText text, ReadOptions options, RemarkBook remarks)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            MaxDepth = options.MaxDepth,
            CommentHandling = JsonCommentHandling.Disallow,
            AllowMultipleValues = true,
        });
        JsonDocument document;
        try
        {
            document = JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException fault)
        {
            return Refused(Place(fault, utf8, text));
        }
        using (document)
        {
            var rest = Encoding.UTF8.GetString(utf8.AsSpan((int)reader.BytesConsumed));
            return ReadRoot(document.RootElement, rest.Trim(), text, options, remarks);
        }
    }

    static ReadResult ReadRoot(JsonElement root, string rest, WireText text, ReadOptions options, RemarkBook remarks)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Refused(new(NinjsRemarks.NotAnObject, Severity.Error, 0, 0, 0,
                $"A JSON {root.ValueKind}: expected one object."));
        if (!root.EnumerateObject().Any(property => NinjsProperties.IsKnown(property.Name)))
            return Refused(new(NinjsRemarks.NotNinjs, Severity.Error, 0, 0, 0,
                "A JSON object without any property of ninjs: expected headlines, bodies, pubStatus or the like."));
        var take = new NinjsTake(root, remarks).Read();
        if (take is { Headline: "", Advisory: null, Body.IsEmpty: true, Pictures.IsEmpty: true }
            && take.Status == TakeStatus.Usable)
        {
            return Refused(new(NinjsRemarks.NothingToFile, Severity.Error, 0, 0, 0,
                "Neither headline nor body, picture or edNote: nothing to file."));
        }
        if (rest.Length > 0)
        {
            take = take with { Extras = take.Extras.Add(new Extra(ExtraNames.Trailer, rest)) };
            remarks.Add(NinjsRemarks.TextAfterObject, Severity.Warning, -1,
                $"{rest.Length} characters after the object: expected none; kept as trailer.");
        }
        if (take.Body.Length > options.MaxParagraphs || take.Pictures.Length > options.MaxParagraphs)
        {
            return Refused(new(NinjsRemarks.TooManyParts, Severity.Error, 0, 0, 0,
                $"More than {options.MaxParagraphs} paragraphs or pictures."));
        }
        return new ReadResult
        {
            Format = NinjsFormat.FormatName,
            Encoding = text.Charset,
            Takes = [take],
            Remarks = remarks.Resolve(text),
        };
    }

    /// <summary>The place of a fault. In UTF-8 it is exact; in other charsets only the line is.</summary>
    static Remark Place(JsonException fault, byte[] utf8, WireText text)
    {
        var message = fault.Message.Split(" LineNumber:")[0];
        if (text.Charset != "utf-8" || fault.LineNumber is not { } line || fault.BytePositionInLine is not { } position)
        {
            return new(NinjsRemarks.NotJson, Severity.Error, (int)(fault.LineNumber ?? -1) + 1, 0, 0,
                $"Not JSON: {message}");
        }
        var start = 0;
        for (var i = 0; i < line; i++)
            start += utf8.AsSpan(start).IndexOf((byte)'\n') + 1;
        var column = (int)position + (line == 0 ? text.BytesBefore : 0) + 1;
        return new(NinjsRemarks.NotJson, Severity.Error, (int)line + 1, column,
            start + (int)position + text.BytesBefore, $"Not JSON: {message}");
    }

    static ReadResult Refused(Remark remark) => new() { Format = NinjsFormat.FormatName, Remarks = [remark] };
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Bytes of a ninjs object, 1.0 to 3.3, to its take; lists of them to theirs.</summary>
/// <remarks>
/// Most items are UTF-8 and one object with nothing behind it: those are parsed as they lie, without becoming text
/// first.
/// All others take the long way, which repairs and says what it found.
/// </remarks>
static class NinjsReader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        if (bytes.Length > options.MaxBytes)
            return Refused(new(NinjsRemarks.TooLong, Severity.Error, 0, 0, 0,
                $"More than {options.MaxBytes} bytes."));
        var mark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var utf8 = bytes[mark..];
        if (!Utf8.IsValid(utf8) || utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0)
            return ReadDecoded(bytes, options);
        var rented = ArrayPool<byte>.Shared.Rent(utf8.Length);
        try
        {
            utf8.CopyTo(rented);
            using var document = JsonDocument.Parse(
                rented.AsMemory(0, utf8.Length), new JsonDocumentOptions { MaxDepth = options.MaxDepth });
            var plain = new WireText("", Encoding.UTF8, "utf-8", mark, IsGuessed: false);
            return ReadRoot(document.RootElement, "", plain, options, new RemarkBook());
        }
        catch (JsonException)
        {
            // No JSON, or more than one value: the long way says which, and where.
            return ReadDecoded(bytes, options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    static ReadResult ReadDecoded(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var remarks = new RemarkBook();
        var text = Preamble.ReadPast(WireText.Decode(bytes), remarks);
        var json = SurrogateEscapes.Repair(text.Content, out var repaired);
        text.Note(remarks, NinjsRemarks.CharsetGuessed);
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
            return Refused(Place(fault, utf8, text, JsonRoot.In(utf8).End));
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
        if (root.TryGetProperty("_items", out var items) && items.ValueKind == JsonValueKind.Array)
            return ReadList(items, text, options);
        if (!root.EnumerateObject().Any(property => NinjsKeys.IsTelling(NinjsKeys.Of(property))))
            return Refused(new(NinjsRemarks.NotNinjs, Severity.Error, 0, 0, 0,
                "A JSON object without any property of ninjs: expected headlines, bodies, pubStatus or the like."));
        if (options.IsStrict)
            NinjsStrict.Check(root, remarks);
        var item = new NinjsTake(root, options, remarks);
        var take = WithheldIfOfAnother(root, item.Read(), remarks);
        if (item.IsTooMuch)
        {
            return Refused(new(NinjsRemarks.TooManyParts, Severity.Error, 0, 0, 0,
                $"More than {options.MaxParagraphs} paragraphs or pictures, or {options.MaxNodes} cells."));
        }
        var result = new ReadResult
        {
            Format = NinjsFormat.FormatName,
            Encoding = text.Charset,
            CharsetCertainty = text.Certainty,
        };
        if (HasNoCopy(item.Kind, take))
        {
            remarks.Add(NinjsRemarks.NoCopy, Severity.Note, -1, $"An item of type '{item.Kind}' without copy.");
            return result with
            {
                WithoutCopy = [new ItemWithoutCopy(item.Kind, take.SenderId, take.Headline)],
                Remarks = remarks.Resolve(text),
            };
        }
        if (take is { Headline: "", Advisory: null, Body.IsEmpty: true, Pictures.IsEmpty: true,
            Status: TakeStatus.Usable })
        {
            remarks.Add(NinjsRemarks.NothingToFile, Severity.Error, -1,
                "Neither headline nor body, picture or edNote: nothing to file.");
            return new ReadResult
            {
                Format = NinjsFormat.FormatName,
                Remarks = [.. remarks.Resolve(text).Where(remark => remark.Severity == Severity.Error)],
            };
        }
        if (rest.Length > 0)
        {
            take = take with { Extras = take.Extras.Add(new Extra(ExtraNames.Trailer, rest)) };
            remarks.Add(NinjsRemarks.TextAfterObject, options.IsStrict ? Severity.Error : Severity.Warning, -1,
                $"{rest.Length} characters after the object: expected none; kept as trailer.");
        }
        return result with { Takes = [take], Remarks = remarks.Resolve(text) };
    }

    /// <summary>
    /// AP's own JSON looks like ninjs, and says in a key of its own that an item is a kill or an advisory.
    /// </summary>
    static Take WithheldIfOfAnother(JsonElement root, Take take, RemarkBook remarks)
    {
        const string Telling = "editorialtypes";
        if (!root.EnumerateObject().Any(property => JsonText.IsNamed(property, Telling)))
            return take;
        remarks.Add(NinjsRemarks.NotOurs, Severity.Warning, -1,
            $"Found '{Telling}': AP's own JSON, whose words for what stops an item are not known; withheld.");
        return take.Status == TakeStatus.Usable ? take with { Status = TakeStatus.Withheld } : take;
    }

    /// <summary>
    /// The list of items that a content API of Superdesk answers with. One that is no item does not stop the others.
    /// </summary>
    static ReadResult ReadList(JsonElement items, WireText text, ReadOptions options)
    {
        if (items.GetArrayLength() > options.MaxItems)
            return Refused(new(NinjsRemarks.TooManyParts, Severity.Error, 0, 0, 0,
                $"More than {options.MaxItems} items."));
        var result = new ReadResult { Format = NinjsFormat.FormatName, Encoding = text.Charset };
        foreach (var item in items.EnumerateArray().Where(item => !IsList(item)))
        {
            var read = ReadRoot(item, "", text, options, new RemarkBook());
            result = result with
            {
                Takes = [.. result.Takes, .. read.Takes],
                WithoutCopy = [.. result.WithoutCopy, .. read.WithoutCopy],
                Remarks = [.. result.Remarks, .. read.Remarks],
            };
        }
        return result;
    }

    static bool IsList(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("_items", out _);

    /// <summary>
    /// A film, a sound, an event or a plan without text or picture. One that is canceled is a kill all the same.
    /// </summary>
    static bool HasNoCopy(string kind, Take take) =>
        kind is "video" or "audio" or "event" or "planning" or "composite" or "component"
        && take is { Body.IsEmpty: true, Pictures.IsEmpty: true, Status: not TakeStatus.Canceled };

    /// <summary>The place of a fault. In UTF-8 it is exact; in other charsets only the line is.</summary>
    static Remark Place(JsonException fault, byte[] utf8, WireText text, JsonEnd end)
    {
        var what = end == JsonEnd.CutOff ? "JSON that is cut off" : "Not JSON";
        var message = $"{what}: {fault.Message.Split(" LineNumber:")[0]}";
        if (text.Charset != "utf-8" || fault.LineNumber is not { } line || fault.BytePositionInLine is not { } position)
        {
            return new(NinjsRemarks.NotJson, Severity.Error, (int)(fault.LineNumber ?? -1) + 1, 0, 0,
                message);
        }
        var start = 0;
        for (var i = 0; i < line; i++)
            start += utf8.AsSpan(start).IndexOf((byte)'\n') + 1;
        var column = (int)position + (line == 0 ? text.BytesBefore : 0) + 1;
        return new(NinjsRemarks.NotJson, Severity.Error, (int)line + 1, column,
            start + (int)position + text.BytesBefore, message);
    }

    static ReadResult Refused(Remark remark) => new() { Format = NinjsFormat.FormatName, Remarks = [remark] };
}

using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.Feeds;

/// <summary>Bytes of a JSON Feed, 1.0 or 1.1, to the takes of its items.</summary>
static class JsonFeedReader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var remarks = new RemarkBook();
        if (bytes.Length > options.MaxBytes)
        {
            remarks.Add(FeedRemarks.TooLong, Severity.Error, -1, $"More than {options.MaxBytes} bytes.");
            return Refuse(WireText.Decode([]), remarks);
        }
        var text = Preamble.ReadPast(WireText.Decode(bytes), remarks);
        text.Note(remarks, FeedRemarks.CharsetGuessed);
        var json = SurrogateEscapes.Repair(text.Content, out var repaired);
        if (repaired > 0)
        {
            remarks.Add(FeedRemarks.LoneSurrogate, Severity.Warning, -1,
                $"{repaired} escapes of half a character: expected pairs; shown as U+FFFD.");
        }
        return Parse(Encoding.UTF8.GetBytes(json), text, options, remarks);
    }

    static ReadResult Parse(byte[] utf8, WireText text, ReadOptions options, RemarkBook remarks)
    {
        var reader = new Utf8JsonReader(utf8,
            new JsonReaderOptions { MaxDepth = options.MaxDepth, AllowMultipleValues = true });
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var rest = utf8.AsSpan((int)reader.BytesConsumed).Trim(" \t\r\n\0"u8);
            if (rest.Length > 0)
            {
                remarks.Add(FeedRemarks.TextAfterObject, Severity.Warning, -1,
                    $"{rest.Length} bytes after the feed: expected none; not read.");
            }
            return ReadRoot(document.RootElement, text, options, remarks);
        }
        catch (JsonException fault)
        {
            var line = Math.Max(0, (int)(fault.LineNumber ?? 0));
            var what = JsonRoot.In(utf8).End == JsonEnd.CutOff ? "JSON that is cut off" : "Not JSON";
            remarks.Add(FeedRemarks.NotJson, Severity.Error, StartOfLine(text.Content, line),
                $"{what}: {fault.Message.Split(" LineNumber:")[0]}");
            return Refuse(text, remarks);
        }
    }

    static ReadResult ReadRoot(JsonElement root, WireText text, ReadOptions options, RemarkBook remarks)
    {
        if (root.ValueKind != JsonValueKind.Object || !IsFeed(root))
        {
            remarks.Add(FeedRemarks.NotAFeed, Severity.Error, -1,
                "JSON that is no feed: expected 'version' of jsonfeed.org, or 'items'.");
            return Refuse(text, remarks);
        }
        var items = Items(root);
        if (items.Count > options.MaxItems)
        {
            remarks.Add(FeedRemarks.TooManyItems, Severity.Error, -1,
                $"{items.Count} items, more than {options.MaxItems}.");
            return Refuse(text, remarks);
        }
        var notes = new ItemNotes(remarks, -1, options.IsStrict);
        foreach (var missing in (string[])["version", "title", "items"])
        {
            if (!root.TryGetProperty(missing, out _))
                notes.AddForbidden(FeedRemarks.PartMissing, Severity.Note, $"No '{missing}': the standard wants one.");
        }
        var head = ReadHead(root, options, notes);
        var result = new FeedResult(JsonFeedFormat.FormatName, head, options, remarks);
        foreach (var json in items)
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                result.AddNothing($"An item that is no object but a JSON {json.ValueKind}: not read.", notes);
                continue;
            }
            var item = new FeedItem(head, options, new ItemNotes(remarks, -1, options.IsStrict));
            JsonItemReader.Read(json, item, head.Base);
            result.Add(item.Finish(), item.Notes);
        }
        return result.Finish(text);
    }

    static bool IsFeed(JsonElement root) =>
        JsonText.Member(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) is true
        || root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array;

    static List<JsonElement> Items(JsonElement root) =>
        root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray()]
            : [];

    static FeedHead ReadHead(JsonElement root, ReadOptions options, ItemNotes notes)
    {
        string[] known = ["version", "title", "items", "home_page_url", "feed_url", "language", "author", "authors"];
        var left = root.EnumerateObject().Select(property => property.Name)
            .Where(name => !known.Contains(name)).ToList();
        if (left.Count > 0)
        {
            notes.Add(FeedRemarks.FeedPartsLeft, Severity.Note,
                $"Of the feed itself, not of its items, and not kept: {string.Join(", ", left.Take(40))}.");
        }
        var title = JsonText.Member(root, "title")?.Trim() ?? "";
        var home = JsonText.Member(root, "home_page_url")?.Trim() ?? "";
        return new FeedHead
        {
            Id = JsonText.Member(root, "feed_url")?.Trim() ?? "",
            Title = title,
            Link = home,
            Base = home,
            Language = JsonText.Member(root, "language")?.Trim() ?? "",
            Author = string.Join(", ", JsonItemReader.Authors(root).Select(author => author.Name)),
            Licence = string.Join("; ", root.EnumerateObject().Where(property => left.Contains(property.Name))
                .SelectMany(property => LimitingNames.In(property.Name, property.Value))
                .Select(limit => $"{limit.Path}: {limit.Words}")),
            Zone = (options.Profile ?? ProviderProfiles.Recognise(title))?.Zone ?? "",
        };
    }

    static int StartOfLine(string content, int line)
    {
        var at = 0;
        for (; line > 0 && content.IndexOf('\n', at) is var found and >= 0; line--)
            at = found + 1;
        return at;
    }

    static ReadResult Refuse(WireText text, RemarkBook remarks) => new()
    {
        Format = JsonFeedFormat.FormatName,
        Encoding = text.Charset,
        Remarks = remarks.Resolve(text),
    };
}

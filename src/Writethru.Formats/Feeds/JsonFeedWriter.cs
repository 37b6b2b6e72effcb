using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Feeds;

/// <summary>Takes as a JSON Feed 1.1. It knows no tombstone: a kill is an item that says it is withdrawn.</summary>
static class JsonFeedWriter
{
    public static void Write(Utf8JsonWriter json, FeedOutline outline, IReadOnlyList<FeedEntry> entries)
    {
        json.WriteStartObject();
        json.WriteString("version", JsonFeedFormat.Version);
        json.WriteString("title", outline.Title);
        Text(json, "home_page_url", outline.Site);
        Text(json, "feed_url", outline.Self);
        json.WriteStartArray("items");
        foreach (var entry in entries)
            WriteItem(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        Text(json, "title", entry.Title);
        json.WriteString("date_modified", entry.Updated);
        if (entry.IsCanceled)
            json.WriteString("content_text", entry.Withdrawal);
        else
            WriteCopy(json, entry);
        json.WritePropertyName(TakeExtension.Key);
        entry.Extension.WriteTo(json);
        json.WriteEndObject();
    }

    static void WriteCopy(Utf8JsonWriter json, FeedEntry entry)
    {
        var take = entry.Take;
        Text(json, "date_published", entry.Published ?? "");
        Text(json, "url", take.Links.FirstOrDefault(link =>
            link.Rel == LinkRels.Alternate && References.IsWeb(link.Target))?.Target ?? "");
        Text(json, "external_url", take.Links.FirstOrDefault(link =>
            link.Rel == LinkRels.Related && References.IsWeb(link.Target))?.Target ?? "");
        Text(json, "language", entry.Language);
        Text(json, "summary", take.Descriptions.FirstOrDefault()?.Text ?? "");
        json.WriteString("content_html", entry.Html);
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", entry.Author);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteTags(json, take);
        Text(json, "image",
            entry.Shown.FirstOrDefault()?.Renditions.First(file => References.IsWeb(file.Href)).Href ?? "");
        WriteAttachments(json, entry);
    }

    static void WriteTags(Utf8JsonWriter json, Take take)
    {
        string[] tags = [.. take.Keywords
            .Concat(take.Subjects.Select(subject => subject.Name.Length > 0 ? subject.Name : subject.Code))
            .Where(tag => tag.Length > 0).Distinct()];
        if (tags.Length == 0)
            return;
        json.WriteStartArray("tags");
        foreach (var tag in tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
    }

    /// <summary>Files with a media type, which an attachment must have.</summary>
    static void WriteAttachments(Utf8JsonWriter json, FeedEntry entry)
    {
        (string Title, Rendition File)[] files =
        [
            .. entry.Shown.SelectMany(picture => picture.Renditions.Select(file => (FeedHtml.Caption(picture), file))),
            .. entry.Take.Links.Where(link => link.Rel == LinkRels.Enclosure).Select(link =>
                (link.Title, new Rendition("", link.Target) { MediaType = link.MediaType })),
        ];
        files = [.. files.Where(file => References.IsWeb(file.File.Href)
            && file.File.MediaType.Contains('/', StringComparison.Ordinal))];
        if (files.Length == 0)
            return;
        json.WriteStartArray("attachments");
        foreach (var (title, file) in files)
        {
            json.WriteStartObject();
            json.WriteString("url", file.Href);
            json.WriteString("mime_type", file.MediaType);
            Text(json, "title", title);
            if (file.Bytes is { } bytes)
                json.WriteNumber("size_in_bytes", bytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Text(Utf8JsonWriter json, string key, string value)
    {
        if (value.Length > 0)
            json.WriteString(key, value);
    }
}

using System.Text.Json;
using System.Text.Unicode;
using Writethru.Copy;

namespace Writethru.Delivery;

/// <summary>How one item stands in a page of the feed and in an event of the stream.</summary>
static class FeedJson
{
    /// <summary>
    /// <c>{story, take, cause, label, cursor, format, content}</c>: label is this wire's own, absent where the take has
    /// none; content is an object for formats that are JSON and a
    /// string for those that are text in UTF-8; bytes of another charset stand in <c>contentBase64</c> in its place.
    /// The desk's items that are not out yet have <c>pending</c> as well.
    /// </summary>
    public static void WriteItem(Utf8JsonWriter json, Deliverable deliverable, OutgoingItem item, string? cursor)
    {
        json.WriteStartObject();
        json.WriteString("story", deliverable.Filed.Story.Value);
        json.WriteNumber("take", deliverable.Filed.Number);
        json.WriteString("cause", Words.Of(deliverable.Filed.Cause));
        if (deliverable.Filed.Label.Length > 0)
            json.WriteString("label", deliverable.Filed.Label);
        if (cursor is not null)
            json.WriteString("cursor", cursor);
        json.WriteString("format", item.Format);
        if (deliverable.Pending is { } pending)
            json.WriteString("pending", Words.Of(pending.Reason));
        WriteContent(json, item);
        json.WriteEndObject();
    }

    /// <summary>Whoever reads it back has the bytes as they were written, whatever their charset.</summary>
    static void WriteContent(Utf8JsonWriter json, OutgoingItem item)
    {
        var content = item.Content.Span;
        if (item.IsJson)
        {
            json.WritePropertyName("content");
            json.WriteRawValue(content);
        }
        else if (Utf8.IsValid(content))
        {
            json.WriteString("content", content);
        }
        else
        {
            json.WriteBase64String("contentBase64", content);
        }
    }
}

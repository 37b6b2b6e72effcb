using System.Text;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Delivery;

/// <summary>How one item stands in a page of the feed and in an event of the stream.</summary>
static class FeedJson
{
    /// <summary>
    /// <c>{story, take, cause, cursor, format, content}</c>: content is an object for formats that are JSON, a string
    /// for the others. The desk's items that are not out yet have <c>pending</c> as well.
    /// </summary>
    public static void WriteItem(Utf8JsonWriter json, Deliverable deliverable, OutgoingItem item, string? cursor)
    {
        json.WriteStartObject();
        json.WriteString("story", deliverable.Filed.Story.Value);
        json.WriteNumber("take", deliverable.Filed.Number);
        json.WriteString("cause", Words.Of(deliverable.Filed.Cause));
        if (cursor is not null)
            json.WriteString("cursor", cursor);
        json.WriteString("format", item.Format);
        if (deliverable.Pending is { } pending)
            json.WriteString("pending", Words.Of(pending.Waits ? WithholdReason.Waiting : WithholdReason.Embargoed));
        json.WritePropertyName("content");
        if (item.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
            json.WriteRawValue(item.Content.Span);
        else
            json.WriteStringValue(Encoding.UTF8.GetString(item.Content.Span));
        json.WriteEndObject();
    }
}

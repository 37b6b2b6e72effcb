using System.Text.Json;
using System.Text.Unicode;
using Writethru.Copy;

namespace Writethru.Delivery;

/// <summary>How what stands in a stream is written, in a page of the feed and in an event alike. Thread-safe.</summary>
public sealed class StreamJson(Renderings renderings, Cursors cursors, Epoch epoch)
{
    /// <summary>A place as its reader holds it.</summary>
    internal string Cursor(FeedRequest request, StreamPlace place) => cursors.Seal(request.Principal, place);

    /// <summary>
    /// <c>{story, take, cause, label, cursor, format, content}</c>: label is this wire's own, absent where the take has
    /// none; content is an object for formats that are JSON and a string for those that are text in UTF-8; bytes of
    /// another charset stand in <c>contentBase64</c> in its place. The desk's items that are not out yet have
    /// <c>pending</c> as well.
    /// </summary>
    /// <param name="json">Where to.</param>
    /// <param name="request">Whose stream.</param>
    /// <param name="take">What it brings.</param>
    /// <param name="place">Where the stream is with it; null for a notice that is only named.</param>
    /// <param name="cancel">Gives up waiting for the files of its pictures.</param>
    internal void WriteItem(Utf8JsonWriter json, FeedRequest request, Deliverable take, StreamPlace? place,
        CancellationToken cancel)
    {
        var item = renderings.Of(take, request.Format, request.Channel, cancel);
        json.WriteStartObject();
        json.WriteString("story", take.Filed.Story.Value);
        json.WriteNumber("take", take.Filed.Number);
        json.WriteString("cause", Words.Of(take.Filed.Cause));
        if (take.Filed.Label.Length > 0)
            json.WriteString("label", take.Filed.Label);
        if (place is { } here)
            json.WriteString("cursor", Cursor(request, here));
        json.WriteString("format", item.Format);
        if (take.Pending is { } pending)
            json.WriteString("pending", Words.Of(pending.Reason));
        WriteContent(json, item);
        json.WriteEndObject();
    }

    /// <summary><c>{story, into, cursor}</c>: what comes for the story from here on comes as the other one.</summary>
    internal void WriteJoin(Utf8JsonWriter json, FeedRequest request, StreamStep.Joined joined)
    {
        json.WriteStartObject();
        json.WriteString("story", joined.Story.Value);
        json.WriteString("into", joined.Into.Value);
        json.WriteString("cursor", Cursor(request, joined.Place));
        json.WriteEndObject();
    }

    /// <summary><c>{reason, epoch, cursor, detail}</c>: the cursor is where the stream goes on.</summary>
    internal void WriteGap(Utf8JsonWriter json, FeedRequest request, StreamGap gap, StreamPlace place)
    {
        var (reason, detail) = gap switch
        {
            StreamGap.Restored => ("restored", "The log was put back to an earlier state. What came behind this "
                + "cursor is void; what stands there now comes."),
            StreamGap.Rights => ("rights", "Rights were given back to you. What you missed meanwhile comes next: the "
                + "newest take of each story."),
            StreamGap.Unknown => ("unknown", "Found a cursor that is not one of yours; the stream goes on from now."),
            _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "No such gap."),
        };
        json.WriteStartObject();
        json.WriteString("reason", reason);
        json.WriteString("epoch", epoch.Name);
        json.WriteString("cursor", Cursor(request, place));
        json.WriteString("detail", detail);
        json.WriteEndObject();
    }

    /// <summary><c>{epoch, cursor}</c>: where a stream begins that was asked for from now on.</summary>
    internal void WriteBegin(Utf8JsonWriter json, FeedRequest request, StreamPlace place)
    {
        json.WriteStartObject();
        json.WriteString("epoch", epoch.Name);
        json.WriteString("cursor", Cursor(request, place));
        json.WriteEndObject();
    }

    /// <summary>Whoever reads it back has the bytes as they were written, whatever their charset.</summary>
    internal static void WriteContent(Utf8JsonWriter json, OutgoingItem item)
    {
        var content = item.Content.Span;
        if (item.IsJson)
        {
            json.WritePropertyName("content");
            json.WriteRawValue(OneLine(content));
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

    /// <summary>
    /// Content that is JSON goes into an event as it is, and a line break in it would end the event. Between the tokens
    /// of JSON a space means the same; inside a string JSON allows no raw line break.
    /// </summary>
    static ReadOnlySpan<byte> OneLine(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            return json;
        var line = json.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }
}

using System.Text;

namespace Writethru.Scenarios.Support;

/// <summary>
/// What a client of server-sent events has of the bytes that have come, by the rules of the HTML standard (9.2.6): an
/// event whose empty line has not come is none, and the last id is that of the last event which had one.
/// </summary>
static class EventStreamReader
{
    /// <param name="bytes">The stream so far, cut anywhere.</param>
    /// <param name="lastId">The id with which the stream was asked for.</param>
    public static (List<SseEvent> Events, string LastId) Read(ReadOnlySpan<byte> bytes, string lastId)
    {
        List<SseEvent> events = [];
        var (type, own, data, buffer) = ("", "", new StringBuilder(), lastId);
        while (bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            var line = Encoding.UTF8.GetString(bytes[..end]).TrimEnd('\r');
            bytes = bytes[(end + 1)..];
            var (field, value) = line.Split(": ", 2) is [var name, var text] ? (name, text) : (line, "");
            if (line.Length == 0)
            {
                lastId = buffer;
                if (data.Length > 0)
                    events.Add(new SseEvent(type, own, data.ToString().TrimEnd('\n')));
                (type, own) = ("", "");
                data.Clear();
            }
            switch (field)
            {
                case "event":
                    type = value;
                    break;
                case "id":
                    own = buffer = value;
                    break;
                case "data":
                    data.Append(value).Append('\n');
                    break;
            }
        }
        return (events, lastId);
    }
}

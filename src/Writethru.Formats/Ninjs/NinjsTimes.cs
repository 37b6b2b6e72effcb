using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// Reads the times of an item. RFC 3339 with a zone, which most are, without the many forms of other wires.
/// </summary>
static class NinjsTimes
{
    /// <summary>The time; null when the value is no text, or an empty one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="zone">Gives the zone of times that name none; asked only where one is needed.</param>
    public static SenderTime? Read(JsonElement value, Func<string> zone)
    {
        if (JsonText.String(value) is not { } text)
            return null;
        if (HasZone(text) && value.TryGetDateTimeOffset(out var at))
            return new SenderTime(text, at.ToUniversalTime());
        var plain = SenderTimes.Read(text, "");
        return plain is { At: null } ? SenderTimes.Read(text, zone()) : plain;
    }

    /// <summary>Without one .NET takes a time for the machine's own.</summary>
    static bool HasZone(string text) => text.Length > 19 && (text[^1] == 'Z' || text[^6] is '+' or '-')
        && text.Contains('T', StringComparison.Ordinal);
}

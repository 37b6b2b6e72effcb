using System.Globalization;
using NodaTime;
using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>
/// Reads the instants that senders write: RFC 3339, ISO 8601 basic and extended, RFC 822, with and without zone.
/// </summary>
static class SenderTimes
{
    static readonly string[] _zoned =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyyMMdd'T'HHmmss.FFFFFFFzzz",
        "yyyyMMdd'T'HHmmzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz",
    ];

    static readonly string[] _local =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyyMMdd'T'HHmmss.FFFFFFF", "yyyyMMdd'T'HHmm",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm",
    ];

    /// <summary>
    /// Reads a time. With a zone it is an instant; without one it is one only where a default zone applies, and a time
    /// that falls into the gap or the overlap of a clock change is none.
    /// </summary>
    /// <param name="text">As written; white space around it does not count.</param>
    /// <param name="zone">IANA zone of the provider's profile; empty when none.</param>
    /// <returns>Null when the text is empty.</returns>
    public static SenderTime? Read(string? text, string zone)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length == 0 ? null : new SenderTime(trimmed, Instant(trimmed) ?? InZone(trimmed, zone));
    }

    static DateTimeOffset? Instant(string text)
    {
        if (text.Length is < 8 or > 80)
            return null;
        text = WithShortFraction(WithoutNameOfZone(text));
        var form = text.EndsWith('Z') || text.EndsWith('z') ? text[..^1] + "+00:00" : WithColon(text);
        if (DateTimeOffset.TryParseExact(form, _zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return at.ToUniversalTime();
        return Rfc822Time.Read(text);
    }

    /// <summary>
    /// As Go, Ruby and Java print an instant: <c>2026-11-24 07:00:00.123456789 +0100 CET m=+0.5</c>,
    /// <c>2026-11-24 07:00:00 UTC</c>, <c>2026-11-24T07:00:00+01:00[Europe/Berlin]</c>. The offset says it; the name of
    /// the zone beside it says nothing more.
    /// </summary>
    static string WithoutNameOfZone(string text)
    {
        if (!char.IsDigit(text[0]) || text[4] != '-')
            return text;
        if (text.EndsWith(']') && text.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket)
            return text[..bracket];
        var words = text.Split(' ');
        if (words.Length is < 3 or > 5)
            return text;
        return $"{words[0]} {words[1]}{(words[2] is "UTC" or "GMT" ? "Z" : words[2])}";
    }

    /// <summary>Nanoseconds are cut to what .NET reads.</summary>
    static string WithShortFraction(string text)
    {
        const int Most = 7;
        var start = text.IndexOf('.', StringComparison.Ordinal) + 1;
        var digits = start == 0 ? 0 : text.AsSpan(start).IndexOfAnyExceptInRange('0', '9');
        return digits > Most ? text.Remove(start + Most, digits - Most) : text;
    }

    /// <summary><c>+0900</c> as <c>+09:00</c>, which is what .NET reads.</summary>
    static string WithColon(string text) =>
        text.Length > 5 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0
            ? $"{text[..^2]}:{text[^2..]}"
            : text;

    static DateTimeOffset? InZone(string text, string zone)
    {
        if (zone.Length == 0 || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } rules
            || !DateTime.TryParseExact(text, _local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        var mapping = rules.MapLocal(LocalDateTime.FromDateTime(local));
        return mapping.Count == 1 ? mapping.Single().ToDateTimeOffset().ToUniversalTime() : null;
    }
}

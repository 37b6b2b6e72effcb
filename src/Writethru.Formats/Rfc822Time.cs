using System.Globalization;

namespace Writethru.Formats;

/// <summary>
/// Dates of mail and RSS: <c>Tue, 24 Nov 2026 06:00:00 GMT</c> (RFC 822, 5; years of four digits by RFC 1123).
/// </summary>
static class Rfc822Time
{
    static readonly string[] _months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The instant; null for anything else, and without a zone.</summary>
    public static DateTimeOffset? Read(string text)
    {
        var words = text.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = words.Length > 0 && char.IsAsciiLetter(words[0][0]) ? 1 : 0;
        if (words.Length != at + 5
            || !int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || words[at + 1].Length < 3
            || Array.IndexOf(_months, words[at + 1][..3].ToLowerInvariant()) is not (>= 0 and var month)
            || !int.TryParse(words[at + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !TimeOnly.TryParseExact(words[at + 3], ["H:mm:ss", "H:mm"], CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var time)
            || OffsetMinutes(words[at + 4]) is not { } offset)
            return null;
        year = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
        if (year is < 1900 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month + 1))
            return null;
        var local = new DateOnly(year, month + 1, day).ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local.AddMinutes(-offset), TimeSpan.Zero);
    }

    static int? OffsetMinutes(string zone) => zone.ToUpperInvariant() switch
    {
        "GMT" or "UT" or "UTC" or "Z" => 0,
        "EST" => -300,
        "EDT" => -240,
        "CST" => -360,
        "CDT" => -300,
        "MST" => -420,
        "MDT" => -360,
        "PST" => -480,
        "PDT" => -420,
        ['+' or '-', _, _, _, _] sign when int.TryParse(sign.AsSpan(1), NumberStyles.None,
            CultureInfo.InvariantCulture, out var number) && number % 100 < 60 && number <= 1400 =>
            (sign[0] == '-' ? -1 : 1) * (((number / 100) * 60) + (number % 100)),
        _ => null,
    };
}

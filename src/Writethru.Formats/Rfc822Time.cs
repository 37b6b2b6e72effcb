using System.Globalization;
using Writethru.Copy.Datelines;

namespace Writethru.Formats;

/// <summary>
/// Dates in words: <c>Tue, 24 Nov 2026 06:00:00 GMT</c> (RFC 822, 5; years of four digits by RFC 1123), with the month
/// in any language, and as <c>date</c> and JavaScript print them, <c>Tue Nov 24 06:00:00 UTC 2026</c>.
/// </summary>
static class Rfc822Time
{
    static readonly string[] _timeForms = ["H:mm:ss", "H:mm", "H:mm:ss.FFFFFFF"];

    /// <summary>The instant; null for anything else, and without a zone.</summary>
    public static DateTimeOffset? Read(string text)
    {
        var comment = text.IndexOf('(', StringComparison.Ordinal);
        var words = (comment > 0 ? text[..comment] : text).Replace(',', ' ')
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.Equals("de", StringComparison.OrdinalIgnoreCase)).ToList();
        // The day of the week says nothing more, in whatever language.
        if (words.Count == 6 && !char.IsDigit(words[0][0]))
            words.RemoveAt(0);
        if (words.Count != 5)
            return null;
        var isMonthFirst = !char.IsDigit(words[0][0]);
        var isYearLast = isMonthFirst && words[2].Contains(':', StringComparison.Ordinal);
        var (day, month) = isMonthFirst ? (words[1], words[0]) : (words[0], words[1]);
        return isYearLast ? At(day, month, words[4], words[2], words[3]) : At(day, month, words[2], words[3], words[4]);
    }

    static DateTimeOffset? At(string dayText, string monthText, string yearText, string timeText, string zone)
    {
        if (!IsNumber(dayText.TrimEnd('.'), out var day) || !IsNumber(yearText, out var year)
            || PrintedMonths.NumberInField(monthText) is not (> 0 and var month)
            || !TimeOnly.TryParseExact(timeText, _timeForms, CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var time)
            || OffsetMinutes(zone) is not { } offset)
            return null;
        year = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
        if (year is < 1900 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var local = new DateOnly(year, month, day).ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local.AddMinutes(-offset), TimeSpan.Zero);
    }

    /// <summary>Minutes east of Greenwich; null for a zone that is unknown, or that means several.</summary>
    public static int? OffsetMinutes(string zone) => zone.ToUpperInvariant() switch
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
        "CET" or "MEZ" => 60,
        "CEST" or "MESZ" => 120,
        "KST" or "JST" => 540,
        ['G', 'M', 'T', .. { Length: > 1 } sign] => Signed(sign),
        ['U', 'T', 'C', .. { Length: > 1 } sign] => Signed(sign),
        var sign => Signed(sign),
    };

    /// <summary><c>+0200</c> or <c>+02:00</c>.</summary>
    static int? Signed(string sign)
    {
        if (sign is [_, _, _, ':', _, _])
            sign = sign.Remove(3, 1);
        return sign is ['+' or '-', _, _, _, _] && IsNumber(sign[1..], out var number) && number % 100 < 60
            && number <= 1400
                ? (sign[0] == '-' ? -1 : 1) * (((number / 100) * 60) + (number % 100))
                : null;
    }

    static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

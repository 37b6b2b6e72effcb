using System.Globalization;
using System.Text.RegularExpressions;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Formats;

/// <summary>Reads the instant of an embargo where its words name one beyond doubt.</summary>
/// <remarks>
/// One date with a year, one clock time with Z, GMT, UTC or a numeric offset, and no other digit. Anything else could
/// lift too early, and waits for a person instead.
/// </remarks>
static partial class EmbargoInstant
{
    const int Reach = 240;

    static readonly string[] _doubts = ["local", " or ", "a.m", "p.m", " am ", " pm ", "tentative", "approx"];

    /// <summary>The instant; null when there is any doubt.</summary>
    public static DateTimeOffset? Find(string words)
    {
        if (words.Length > Reach || _doubts.Any(doubt => words.Contains(doubt, StringComparison.OrdinalIgnoreCase)))
            return null;
        if (IsoInstant().Match(words) is { Success: true } iso)
            return HasDigit(words, iso.Index, iso.Length) ? null : Instant.Parse(iso.Value);
        if (Clock().Match(words) is not { Success: true } clock || IsPartOfLonger(words, clock))
            return null;
        var rest = string.Concat(words.AsSpan(0, clock.Index), " ", words.AsSpan(clock.Index + clock.Length));
        if (FindDate(rest, out var at, out var length) is not { } date || HasDigit(rest, at, length)
            || !WeekdayFits(rest, date))
            return null;
        return At(date, clock);
    }

    static DateTimeOffset? At(DateOnly date, Match clock)
    {
        var (hour, minute) = (Number(clock, "h"), Number(clock, "m"));
        var second = clock.Groups["s"].Success ? Number(clock, "s") : 0;
        var offset = OffsetMinutes(clock.Groups["z"].Value);
        if (hour > 23 || minute > 59 || second > 59 || Math.Abs(offset) > 14 * 60)
            return null;
        var local = date.ToDateTime(new TimeOnly(hour, minute, second), DateTimeKind.Utc);
        var ticks = local.Ticks - (offset * TimeSpan.TicksPerMinute);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    static int OffsetMinutes(string zone)
    {
        if (zone[0] is not ('+' or '-'))
            return 0;
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60)
            + int.Parse(digits[2..], CultureInfo.InvariantCulture);
        return zone[0] == '-' ? -minutes : minutes;
    }

    static int Number(Match clock, string group) =>
        int.Parse(clock.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary><c>UTC+9</c> is another zone than <c>UTC</c>; <c>10600 GMT</c> is no clock time.</summary>
    static bool IsPartOfLonger(string words, Match clock)
    {
        var end = clock.Index + clock.Length;
        return end < words.Length && (char.IsLetterOrDigit(words[end]) || words[end] is '+' or '-'
                || words[end] == ':' && end + 1 < words.Length && char.IsDigit(words[end + 1]))
            || clock.Index > 0 && (char.IsLetterOrDigit(words[clock.Index - 1]) && words[clock.Index - 1] != 'T'
                || words[clock.Index - 1] is ':' or '+');
    }

    static DateOnly? FindDate(string words, out int at, out int length)
    {
        for (at = 0; at < words.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(words[at - 1]))
                continue;
            if (DateGrammar.Find(words.AsSpan(at)) is { Date.Year: { } year } found)
            {
                length = found.Length;
                return new DateOnly(year, found.Date.Month, found.Date.Day);
            }
        }
        length = 0;
        return null;
    }

    static bool HasDigit(string words, int exceptAt, int exceptLength) =>
        words.AsSpan(0, exceptAt).IndexOfAnyInRange('0', '9') >= 0
        || words.AsSpan(exceptAt + exceptLength).IndexOfAnyInRange('0', '9') >= 0;

    static bool WeekdayFits(string words, DateOnly date) => Enum.GetValues<DayOfWeek>().All(day =>
        day == date.DayOfWeek || !words.Contains(day.ToString(), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex IsoInstant();

    [GeneratedRegex(
        @"((?<h>\d{1,2}):(?<m>\d{2})(:(?<s>\d{2}))?|(?<h>\d{2})(?<m>\d{2})) ?(?<z>Z|GMT|UTC|[+-]\d{2}:?\d{2})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}

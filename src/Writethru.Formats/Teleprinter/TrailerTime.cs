using System.Globalization;
using Writethru.Copy;
using Writethru.Copy.Datelines;

namespace Writethru.Formats.Teleprinter;

/// <summary>The date that ends a message of IPTC 7901: <c>242200 GMT Jun 17</c>, <c>251037 Sep 24</c>.</summary>
/// <remarks>
/// The year has two digits and there is no clock here: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999. A time
/// without <c>GMT</c> is local to the sender, and an instant only in the zone of its profile.
/// </remarks>
static class TrailerTime
{
    const int Longest = 40;

    static readonly string[] _english =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The time of a trailer line; null when the line is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="zone">IANA zone of the profile; empty when none.</param>
    public static SenderTime? Read(string line, string zone)
    {
        if (line.Length is < 9 or > Longest)
            return null;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isUtc = words.Length == 4 && words[1].ToUpperInvariant() is "GMT" or "UTC" or "Z";
        if (words.Length != (isUtc ? 4 : 3) || words[0].Length != 6
            || PrintedMonths.NumberInField(words[^2]) is not (> 0 and var month)
            || !Numbers(words[0], out var day, out var hour, out var minute) || words[^1].Length is not (2 or 4)
            || !int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        return At(line, Century(year), month, day, hour, minute, isUtc ? "Etc/UTC" : zone);
    }

    /// <summary>As it is written: always in GMT.</summary>
    public static string Write(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture,
            $"{utc.Day:D2}{utc.Hour:D2}{utc.Minute:D2} GMT {_english[utc.Month - 1]} {utc.Year % 100:D2}");
    }

    /// <summary>The year of two digits: 70 and later are of the last century.</summary>
    public static int Century(int year) => year >= 100 ? year : year < 70 ? year + 2000 : year + 1900;

    /// <summary>A time in a zone; the words alone when there is no such minute, or no zone.</summary>
    public static SenderTime At(string text, int year, int month, int day, int hour, int minute, string zone)
    {
        var iso = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}T{hour:D2}:{minute:D2}");
        return new SenderTime(text, SenderTimes.Read(iso, zone)?.At);
    }

    static bool Numbers(string text, out int day, out int hour, out int minute)
    {
        (day, hour, minute) = (0, 0, 0);
        return int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out day)
            && int.TryParse(text.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out hour)
            && int.TryParse(text.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out minute);
    }
}

using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>
/// The line behind ETX: <c>AP-WF-11-24-26 0412GMT&lt;</c>, or Kyodo's <c>KWS-21:37-09-12-18</c> with its local time
/// first.
/// </summary>
/// <param name="Agency">The letters that open it.</param>
/// <param name="Time">When the message was sent.</param>
sealed record Anpa1312Trailer(string Agency, SenderTime Time)
{
    const int Longest = 40;

    static readonly string[] _months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Reads a line; null when it is no trailer.</summary>
    /// <param name="line">The line.</param>
    /// <param name="zoneOf">IANA zone of the agency's profile; empty when none.</param>
    public static Anpa1312Trailer? Read(string line, Func<string, string> zoneOf)
    {
        if (line.Length is < 10 or > Longest)
            return null;
        var text = line.TrimEnd('<', ' ');
        var parts = text.Split('-');
        if (parts.Length < 5 || !parts[0].All(char.IsAsciiLetterUpper) || parts[0].Length is 0 or > 6)
            return null;
        return parts[1].Contains(':')
            ? ReadTimeFirst(text, parts, zoneOf(parts[0]))
            : ReadTimeLast(text, parts, zoneOf(parts[0]));
    }

    /// <summary><c>AP-WF-MM-DD-YY HHMMGMT&lt;</c></summary>
    public static string Write(string agency, DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return string.Create(CultureInfo.InvariantCulture,
            $"{agency}-WF-{utc.Month:D2}-{utc.Day:D2}-{utc.Year % 100:D2} {utc.Hour:D2}{utc.Minute:D2}GMT<");
    }

    static Anpa1312Trailer? ReadTimeFirst(string text, string[] parts, string zone) =>
        parts.Length == 5 && parts[1].Split(':') is [var hours, var minutes]
            && TryDate(parts[2], parts[3], parts[4], out var year, out var month, out var day)
            && TryClock(hours, minutes, out var hour, out var minute)
            ? new Anpa1312Trailer(parts[0], TrailerTime.At(text, year, month, day, hour, minute, zone))
            : null;

    static Anpa1312Trailer? ReadTimeLast(string text, string[] parts, string zone)
    {
        var last = parts[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (last.Length < 2 || last[1].Length < 4
            || !TryDate(parts[^3], parts[^2], last[0], out var year, out var month, out var day)
            || !TryClock(last[1][..2], last[1][2..4], out var hour, out var minute))
            return null;
        var named = last[1].Length > 4 ? last[1][4..] : last.Length > 2 ? last[2] : "";
        var at = named.Length == 0
            ? TrailerTime.At(text, year, month, day, hour, minute, zone).At
            : Rfc822Time.Read(string.Create(CultureInfo.InvariantCulture,
                $"{day} {_months[month - 1]} {year} {hour:D2}:{minute:D2} {named}"));
        return new Anpa1312Trailer(parts[0], new SenderTime(text, at));
    }

    static bool TryDate(string month, string day, string year, out int y, out int m, out int d)
    {
        (y, m, d) = (0, 0, 0);
        if (month.Length != 2 || day.Length != 2 || year.Length != 2 || !Number(month, out m) || !Number(day, out d)
            || !Number(year, out y) || m is < 1 or > 12)
            return false;
        y = TrailerTime.Century(y);
        return true;
    }

    static bool TryClock(string hours, string minutes, out int hour, out int minute)
    {
        minute = 0;
        return Number(hours, out hour) && Number(minutes, out minute);
    }

    static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

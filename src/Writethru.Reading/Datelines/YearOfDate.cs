using Writethru.Copy;

namespace Writethru.Reading.Datelines;

/// <summary>Finds the year of a date that is printed without one.</summary>
static class YearOfDate
{
    /// <summary>How far a dateline may lie ahead of the instant of receipt, in days: zones and early copy.</summary>
    const int Ahead = 2;

    /// <summary>How near, in days, a full date of the copy counts as news of the day.</summary>
    const int Near = 31;

    /// <summary>How long before the dateline, in days, a full date may lie and still tell its year.</summary>
    const int Recent = 92;

    /// <summary>Leap years can be eight years apart (1896, 1904); nothing older needs to be tried.</summary>
    const int LongestLeap = 8;

    /// <summary>The day nearest to the day of receipt that is at most two days after it.</summary>
    public static DateOnly? FromReceived(PrintedDate printed, DateOnly received)
    {
        for (var year = received.Year + 1; year >= received.Year - LongestLeap; year--)
        {
            if (InYear(printed, year) is { } day && day.DayNumber - received.DayNumber <= Ahead)
                return day;
        }
        return null;
    }

    /// <summary>The day that the full dates of the copy point to; null when none lies near enough to tell.</summary>
    /// <remarks>
    /// Each full date puts the dateline into the year that brings the two nearest. Dates within a month of it count
    /// first, and of those the latest: a story that recalls 11 September 2001 on another 11 September still names a day
    /// of its own year. Without such a date, the latest within a quarter before the dateline decides. A dateline is
    /// never more than a year older than a full date of its own copy.
    /// </remarks>
    public static DateOnly? FromCopy(PrintedDate printed, IReadOnlyList<DateOnly> dates)
    {
        if (dates.Count == 0)
            return null;
        var latest = dates.Max();
        DateOnly? near = null, recent = null;
        foreach (var date in dates)
        {
            if (Nearest(printed, date) is not { } day || latest.DayNumber - day.DayNumber > 366)
                continue;
            var after = day.DayNumber - date.DayNumber;
            if (Math.Abs(after) <= Near && (near is null || day > near))
                near = day;
            else if (after is > 0 and <= Recent && (recent is null || day > recent))
                recent = day;
        }
        return near ?? recent;
    }

    static DateOnly? Nearest(PrintedDate printed, DateOnly date)
    {
        DateOnly? nearest = null;
        for (var year = date.Year - LongestLeap; year <= date.Year + LongestLeap; year++)
        {
            if (InYear(printed, year) is { } day
                && (nearest is not { } best
                    || Math.Abs(day.DayNumber - date.DayNumber) <= Math.Abs(best.DayNumber - date.DayNumber)))
                nearest = day;
        }
        return nearest;
    }

    static DateOnly? InYear(PrintedDate printed, int year) =>
        printed with { Year = year } is { IsReal: true } ? new DateOnly(year, printed.Month, printed.Day) : null;
}

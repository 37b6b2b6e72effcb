using System.Globalization;
using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>A point in time as a licence line prints it.</summary>
/// <param name="Date">The day; null when none is printed.</param>
/// <param name="Weekday">The day of the week; null when none is printed.</param>
/// <param name="Time">The clock time; null when none is printed.</param>
/// <param name="Offset">What its zone is ahead of UTC; null when no zone is printed, or none that is one beyond
/// doubt.</param>
/// <param name="Role">What a particle behind it makes of it.</param>
/// <param name="End">Index after its last word.</param>
sealed record Moment(
    PrintedDate? Date, DayOfWeek? Weekday, TimeOnly? Time, TimeSpan? Offset, MomentRole Role, int End)
{
    /// <summary>The zone in which a day ends first.</summary>
    static readonly TimeSpan _first = TimeSpan.FromHours(14);

    /// <summary>The zone in which a day begins last.</summary>
    static readonly TimeSpan _last = TimeSpan.FromHours(-12);

    /// <summary>How sure a year is that was not printed.</summary>
    const double SureOfYear = 0.9;

    /// <summary>Less than the gate takes: day and weekday contradict each other.</summary>
    const double SureOfContradiction = 0.5;

    /// <summary>
    /// Local ISO time as far as it is printed: <c>2026-11-24T09:00</c>, <c>--11-24T00:01</c>; without a day empty.
    /// </summary>
    public string Local => Date is not { } date ? ""
        : Time is { } time ? $"{date}T{time.ToString("HH:mm", CultureInfo.InvariantCulture)}"
        : date.ToString();

    /// <summary>The day with its year; null when neither print nor receipt can give it.</summary>
    public DateOnly? Day(DateTimeOffset? received)
    {
        if (Date is not { } date)
            return null;
        if (date.Year is { } year)
            return new DateOnly(year, date.Month, date.Day);
        if (received is not { } instant)
            return null;
        var near = DateOnly.FromDateTime(instant.UtcDateTime);
        DateOnly? nearest = null;
        for (var candidate = near.Year - 1; candidate <= near.Year + 1; candidate++)
        {
            if (candidate is < 1 or > 9998 || date.Day > DateTime.DaysInMonth(candidate, date.Month))
                continue;
            var day = new DateOnly(candidate, date.Month, date.Day);
            if (nearest is not { } best
                || Math.Abs(day.DayNumber - near.DayNumber) < Math.Abs(best.DayNumber - near.DayNumber))
                nearest = day;
        }
        return nearest;
    }

    /// <summary>How sure the day is.</summary>
    public double Sure(DateTimeOffset? received) =>
        Weekday is { } weekday && Day(received) is { } day && day.DayOfWeek != weekday ? SureOfContradiction
        : Date is { Year: null } ? SureOfYear
        : 1;

    /// <summary>The instant; null unless day, time and zone are known.</summary>
    public DateTimeOffset? Exact(DateTimeOffset? received) =>
        Day(received) is { } day && Time is { } time && Offset is { } offset ? At(day, time, offset) : null;

    /// <summary>When use has to end: of a day with it; where no zone is named, where that comes first.</summary>
    public DateTimeOffset? Closing(DateTimeOffset? received) => Day(received) is not { } day ? null
        : Time is { } time ? At(day, time, Offset ?? _first)
        : At(day, TimeOnly.MinValue, Offset ?? _first)?.AddDays(1);

    /// <summary>When use may begin: with the day; where no zone is named, where that comes last.</summary>
    public DateTimeOffset? Opening(DateTimeOffset? received) =>
        Day(received) is { } day ? At(day, Time ?? TimeOnly.MinValue, Offset ?? _last) : null;

    static DateTimeOffset? At(DateOnly day, TimeOnly time, TimeSpan offset)
    {
        // The years at both ends have instants that no type can hold.
        if (day.Year is < 2 or > 9998)
            return null;
        return new DateTimeOffset(day.ToDateTime(time), offset).ToUniversalTime();
    }
}

/// <summary>What a Korean or Japanese particle behind a moment says.</summary>
enum MomentRole
{
    /// <summary>There is none: the words before it say.</summary>
    None,

    /// <summary>Up to then: <c>까지</c>, <c>まで</c>.</summary>
    Until,

    /// <summary>From then on: <c>부터</c>, <c>から</c>.</summary>
    From,

    /// <summary>After then: <c>이후</c>, <c>以降</c>.</summary>
    After,
}

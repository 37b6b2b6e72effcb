using System.Globalization;

namespace Writethru.Rights.Odrl;

/// <summary>
/// A date or an instant of a policy, as a stretch of time. One without a zone begins and ends somewhere on Earth, so it
/// is known only to within a day; who asks takes the end of that doubt that leaves less use.
/// </summary>
/// <param name="Start">The earliest that it may begin.</param>
/// <param name="Length">A day for a date; one tick for an instant, which is the shortest time behind it.</param>
/// <param name="Doubt">How much later it may begin.</param>
readonly record struct PolicyTime(DateTimeOffset Start, TimeSpan Length, TimeSpan Doubt)
{
    /// <summary>Zones reach from 14 hours before Greenwich to 12 behind it.</summary>
    static readonly TimeSpan _ahead = TimeSpan.FromHours(14), _behind = TimeSpan.FromHours(12);

    static readonly string[] _dates = ["yyyy-MM-dd"];
    static readonly string[] _zonedDates = ["yyyy-MM-ddK", "yyyy-MM-ddzzz"];

    static readonly string[] _times =
        ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    static readonly string[] _zonedTimes = [.. _times.SelectMany(form => new[] { form + "'Z'", form + "zzz" })];

    /// <summary>Reads <c>xsd:date</c> and <c>xsd:dateTime</c>; null for anything else.</summary>
    public static PolicyTime? Read(string text)
    {
        var word = text.Trim();
        if (word.EndsWith('Z') && TryRead(word[..^1], _dates) is { } utcDate)
            return new PolicyTime(utcDate, TimeSpan.FromDays(1), default);
        if (TryRead(word, _zonedTimes) is { } instant)
            return new PolicyTime(instant, TimeSpan.FromTicks(1), default);
        if (TryRead(word, _dates) is { } date)
            return Doubtful(date, TimeSpan.FromDays(1));
        if (TryRead(word, _times) is { } time)
            return Doubtful(time, TimeSpan.FromTicks(1));
        return word.Length > 10 && TryRead(word, _zonedDates) is { } zoned
            ? new PolicyTime(zoned, TimeSpan.FromDays(1), default) : null;
    }

    static PolicyTime? Doubtful(DateTimeOffset at, TimeSpan length) => at.Year is > 1 and < 9999
        ? new PolicyTime(at - _ahead, length, _ahead + _behind) : null;

    static DateTimeOffset? TryRead(string word, string[] forms) =>
        DateTimeOffset.TryParseExact(word, forms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year is > 1 and < 9999
            ? at : null;
}

using System.Collections.Immutable;
using System.Globalization;

namespace Writethru.Copy;

/// <summary>Where and when the copy was written, as printed at the start of the lead.</summary>
public sealed record Dateline
{
    /// <summary>The whole dateline, verbatim, with the dash that ends it.</summary>
    public required string Text { get; init; }

    /// <summary>The places in the order printed: <c>MIRADA/EBBSTONE</c> has two.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Country, state or province after the place; empty when none.</summary>
    public string Region { get; init; } = "";

    /// <summary>The date as printed; null when none.</summary>
    public PrintedDate? Date { get; init; }

    /// <summary>The agency as printed; empty when none.</summary>
    public string Agency { get; init; } = "";
}

/// <summary>A calendar date as wire copy prints it: the year is often missing.</summary>
/// <param name="Year">Four digits, or null when the copy does not print it.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct PrintedDate(int? Year, int Month, int Day)
{
    /// <summary><c>YYYY-MM-DD</c>, or <c>--MM-DD</c> without a year (ISO 8601:2000 5.2.1.3 d, as in vCard 3).</summary>
    public override string ToString() => Year is { } year ? $"{year:D4}-{Month:D2}-{Day:D2}" : $"--{Month:D2}-{Day:D2}";

    /// <summary>Whether such a day exists in that year; without a year, whether it exists in any.</summary>
    public bool IsReal => Month is >= 1 and <= 12 && Year is null or >= 1 and <= 9999
        && Day >= 1 && Day <= DateTime.DaysInMonth(Year ?? 2000, Month);

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static PrintedDate? Parse(string text)
    {
        var yearless = text.StartsWith("--", StringComparison.Ordinal);
        if (!DateOnly.TryParseExact(yearless ? "2000" + text[1..] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date))
            return null;
        return new PrintedDate(yearless ? null : date.Year, date.Month, date.Day);
    }
}

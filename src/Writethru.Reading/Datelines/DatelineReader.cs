using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Datelines;

/// <summary>
/// Resolves the dateline of a take: the year of its date, the countries of its places. Never throws for any copy.
/// </summary>
public static class DatelineReader
{
    /// <summary>The dateline as resolved; null when the take has none.</summary>
    /// <param name="take">The take. Its own words are read, and nothing else.</param>
    /// <param name="received">
    /// When it came in, which counts where the item does not say when it was made; null when nobody knows, then the
    /// copy's own dates decide.
    /// </param>
    public static Located? Locate(Take take, DateTimeOffset? received)
    {
        ArgumentNullException.ThrowIfNull(take);
        if (take.Dateline is not { } dateline)
            return null;
        var (date, basis) = Date(take, dateline.Date, received);
        return new Located { Date = date, Basis = basis, Places = PlacesOf(dateline) };
    }

    static (DateOnly?, DateBasis) Date(Take take, PrintedDate? printed, DateTimeOffset? received)
    {
        if (printed is not { IsReal: true } date)
            return (null, DateBasis.None);
        if (date.Year is { } year)
            return (new DateOnly(year, date.Month, date.Day), DateBasis.Printed);
        var (found, basis) = (take.VersionCreated?.At ?? take.FirstCreated?.At, received) switch
        {
            ({ } made, _) => (YearOfDate.FromReceived(date, DateOnly.FromDateTime(made.UtcDateTime)), DateBasis.Sender),
            (_, { } came) =>
                (YearOfDate.FromReceived(date, DateOnly.FromDateTime(came.UtcDateTime)), DateBasis.Received),
            _ => (YearOfDate.FromCopy(date, FullDates.In(take)), DateBasis.Copy),
        };
        return found is null ? (null, DateBasis.None) : (found, basis);
    }

    static ImmutableArray<LocatedPlace> PlacesOf(Dateline dateline)
    {
        var located = ImmutableArray.CreateBuilder<LocatedPlace>();
        for (var i = 0; i < dateline.Places.Length; i++)
        {
            // In "OSLO/BRDO, Slovenia" the region belongs to the place that it follows.
            var region = i == dateline.Places.Length - 1 ? dateline.Region : "";
            if (Places.CountryOf(dateline.Places[i], region) is { } country)
                located.Add(new LocatedPlace(dateline.Places[i], country));
        }
        return located.ToImmutable();
    }
}

using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Reading.Datelines;

/// <summary>Which country a printed place lies in.</summary>
static class Places
{
    static readonly FrozenDictionary<string, string> _towns = ReadTable(PlaceTable.Towns);

    static readonly FrozenDictionary<string, string> _regions = ReadTable(PlaceTable.Regions);

    /// <summary>ISO 3166-1 alpha-2 of the country, or null when the lists do not know it.</summary>
    /// <remarks>
    /// A printed region decides alone: PARIS, Texas is not in France, and a town with a region that nobody knows is
    /// nowhere. "Georgia" is a state and a country; there the town has to agree with one of the two.
    /// </remarks>
    public static string? CountryOf(string place, string region)
    {
        var town = _towns.GetValueOrDefault(PlaceNames.KeyOf(place));
        if (region.Length == 0)
            return town ?? Countries.Find(place);
        if (PlaceNames.KeyOf(region) == "georgia")
            return town is "US" or "GE" ? town : null;
        return _regions.GetValueOrDefault(PlaceNames.KeyOf(region)) ?? Countries.Find(region);
    }

    static FrozenDictionary<string, string> ReadTable(string table)
    {
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries))
        {
            foreach (var name in line[3..].Split(';', StringSplitOptions.TrimEntries))
                countries[PlaceNames.KeyOf(name)] = line[..2];
        }
        return countries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

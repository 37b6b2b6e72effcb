using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>A licence line, its words, and the places among them.</summary>
/// <param name="text">The line.</param>
/// <param name="received">When it came in; null when that is not known.</param>
/// <remarks>Each place is looked up once, so that the work stays in proportion to the length.</remarks>
sealed class LicenceText(string text, DateTimeOffset? received)
{
    /// <summary>How far a code of two letters looks for others in its list.</summary>
    const int LongestCodeList = 12;

    static readonly FrozenDictionary<string, string> _parts = new Dictionary<string, string>
    {
        ["quebec"] = "CA-QC",
        ["england"] = "GB-ENG",
        ["scotland"] = "GB-SCT",
        ["wales"] = "GB-WLS",
        ["northern ireland"] = "GB-NIR",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    readonly Dictionary<int, (int End, Area Area)> _areas = [], _lists = [];

    public string Text => text;

    public DateTimeOffset? Received => received;

    public List<LicenceWord> Words { get; } = LicenceWords.Of(text);

    /// <summary>The longest name of a place at that word: the index after it, or -1.</summary>
    public int Place(int at, out Area area)
    {
        if (!_areas.TryGetValue(at, out var found))
            _areas[at] = found = Find(at);
        area = found.Area;
        return found.End;
    }

    /// <summary>The list of places that begins at that word, as it is read the first time.</summary>
    public int PlaceList(int at, Func<int, (int End, Area Area)> read, out Area area)
    {
        if (!_lists.TryGetValue(at, out var found))
            _lists[at] = found = read(at);
        area = found.Area;
        return found.End;
    }

    (int End, Area Area) Find(int at)
    {
        if (at >= Words.Count)
            return (-1, Area.None);
        var last = at;
        while (last + 1 < Words.Count && last + 1 - at < Countries.LongestNameInWords
            && Words[last + 1].Gap <= Gap.Loose)
            last++;
        for (; last >= at; last--)
        {
            var name = text[Words[at].Start..Words[last].End];
            // "us" is a pronoun, and Georgia a country and a state: neither may decide who gets a picture.
            if (name != "us" && Words[last].Key != "georgia" && Named(name) is { } area)
                return (last + 1, area);
        }
        return IsCode(at) ? (at + 1, Area.OfCountry(text[Words[at].Start..Words[at].End])) : (-1, Area.None);
    }

    Area? Named(string name) =>
        Countries.Find(name) is { } code ? Area.OfCountry(code)
        : Unions.Find(name) is { } union ? Area.OfUnion(union, Day)
        : PrintedCountryCodes.OfThree(name) is { } three ? Area.OfCountry(three)
        : _parts.TryGetValue(PlaceNames.KeyOf(name), out var part) ? Area.OfCountry(part)
        : null;

    DateOnly? Day => received is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime) : null;

    /// <summary>
    /// A code of two letters that is a word or a state of the United States too counts only in a list of codes with one
    /// that is not: <c>DE/AT/CH</c>.
    /// </summary>
    bool IsCode(int at)
    {
        if (CodeAt(at) is not { } code)
            return false;
        if (!PrintedCountryCodes.IsAmbiguous(code))
            return true;
        return Leads(at, -1) || Leads(at, 1);
    }

    bool Leads(int from, int step)
    {
        for (var at = from + step; Math.Abs(at - from) <= LongestCodeList; at += step)
        {
            if (at < 0 || at >= Words.Count || CodeAt(at) is not { } code || !Words[Math.Max(at, at - step)].IsListed)
                return false;
            // "IN, US" may be Indiana.
            if (!PrintedCountryCodes.IsAmbiguous(code) && code != "US")
                return true;
        }
        return false;
    }

    string? CodeAt(int at) => Words[at] is { End: var end, Start: var start } && end - start == 2
        && text[start..end] is var code && Countries.IsCode(code) ? code : null;
}

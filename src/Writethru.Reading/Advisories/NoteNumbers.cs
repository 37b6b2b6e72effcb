using System.Collections.Frozen;
using System.Globalization;

namespace Writethru.Reading.Advisories;

/// <summary>Numbers of paragraphs, in digits and in words.</summary>
static class NoteNumbers
{
    /// <summary>No story has more paragraphs; a larger number is something else.</summary>
    public const int Most = 999;

    static readonly FrozenDictionary<string, int> _cardinals = Numbered(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
        "eighteen nineteen twenty");

    static readonly FrozenDictionary<string, int> _ordinals = Numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");

    static readonly FrozenDictionary<string, int> _otherOrdinals = new Dictionary<string, int>
    {
        ["fith"] = 5, ["forth"] = 4, ["eigth"] = 8, ["nineth"] = 9, ["twelth"] = 12,
        ["thirtieth"] = 30, ["fortieth"] = 40, ["fiftieth"] = 50,
        ["erster"] = 1, ["ersten"] = 1, ["erste"] = 1, ["zweiter"] = 2, ["zweiten"] = 2, ["zweite"] = 2,
        ["dritter"] = 3, ["dritten"] = 3, ["dritte"] = 3, ["vierten"] = 4, ["vierter"] = 4, ["fünften"] = 5,
        ["sechsten"] = 6, ["siebten"] = 7, ["achten"] = 8, ["neunten"] = 9, ["zehnten"] = 10,
        ["premier"] = 1, ["deuxième"] = 2, ["troisième"] = 3, ["quatrième"] = 4, ["cinquième"] = 5,
        ["sixième"] = 6, ["septième"] = 7, ["huitième"] = 8,
        ["primer"] = 1, ["segundo"] = 2, ["tercer"] = 3, ["cuarto"] = 4, ["quinto"] = 5, ["sexto"] = 6,
        ["séptimo"] = 7, ["octavo"] = 8,
        ["첫"] = 1, ["첫째"] = 1, ["둘째"] = 2, ["셋째"] = 3, ["넷째"] = 4,
        ["ensimmäinen"] = 1, ["toinen"] = 2, ["kolmas"] = 3, ["neljäs"] = 4, ["viides"] = 5,
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, int> _tens =
        new Dictionary<string, int> { ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50 }
            .ToFrozenDictionary();

    static readonly string[] _ordinalEndings =
        ["st", "nd", "rd", "th", "er", "ère", "e", "ème", "º", "ª", "°", "번째", "째", "."];

    /// <summary>A cardinal from 1 to 999; null when the word is none.</summary>
    public static int? Cardinal(string key)
    {
        if (key.StartsWith('#'))
            key = key[1..];
        if (key.Length is > 0 and <= 3 && key.All(char.IsAsciiDigit))
            return int.Parse(key, CultureInfo.InvariantCulture) is > 0 and var number ? number : null;
        return _cardinals.TryGetValue(key, out var value) || _tens.TryGetValue(key, out value) ? value
            : Compound(key, _cardinals);
    }

    /// <summary>An ordinal: <c>third</c>, <c>22nd</c>, <c>twenty-first</c>, <c>3번째</c>; null when it is none.</summary>
    public static int? Ordinal(string key)
    {
        if (_ordinals.TryGetValue(key, out var value) || _otherOrdinals.TryGetValue(key, out value))
            return value;
        var digits = 0;
        while (digits < key.Length && char.IsAsciiDigit(key[digits]))
            digits++;
        return digits is 0 or > 3 ? Compound(key, _ordinals)
            : _ordinalEndings.Contains(key[digits..]) ? Cardinal(key[..digits])
            : null;
    }

    /// <summary>A number from the end in one word: <c>second-to-last</c>, <c>third-last</c>; null: none.</summary>
    public static int? BackwardsWord(string key)
    {
        var dash = key.LastIndexOf('-');
        if (dash < 0 || key[(dash + 1)..] is not ("last" or "bottom"))
            return null;
        var number = key[..dash].Split('-')[0];
        return number == "next" ? 2 : Ordinal(number);
    }

    /// <summary>A range in one word: <c>two-four</c>; null when it is none.</summary>
    public static (int From, int To)? RangeWord(string key)
    {
        var dash = key.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && Compound(key, _cardinals) is null
            && (Cardinal(key[..dash]) ?? Ordinal(key[..dash])) is { } from
            && (Cardinal(key[(dash + 1)..]) ?? Ordinal(key[(dash + 1)..])) is { } to && from < to
            ? (from, to)
            : null;
    }

    static int? Compound(string key, FrozenDictionary<string, int> units)
    {
        var dash = key.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && _tens.TryGetValue(key[..dash], out var tens)
            && units.TryGetValue(key[(dash + 1)..], out var unit) && unit < 10
            ? tens + unit
            : null;
    }

    static FrozenDictionary<string, int> Numbered(string words) =>
        words.Split(' ').Select((word, at) => (word, at)).ToFrozenDictionary(pair => pair.word, pair => pair.at + 1);
}

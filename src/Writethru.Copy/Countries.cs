using System.Collections.Frozen;

namespace Writethru.Copy;

/// <summary>Countries by the names that copy and licence lines print.</summary>
public static class Countries
{
    /// <summary>Most words of any name in the list.</summary>
    public const int LongestNameInWords = 8;

    static readonly FrozenDictionary<string, string> _codeOfName = ReadTable();

    static readonly FrozenSet<string> _codes = _codeOfName.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The ISO 3166-1 alpha-2 code of a country's name, in any case, with or without "the" and accents. Null when the
    /// list does not know it, when it is the name of two countries or of a part of one, and for a code: <c>KR</c> is
    /// not a name.
    /// </summary>
    public static string? Find(string name) => _codeOfName.GetValueOrDefault(PlaceNames.KeyOf(name));

    /// <summary>Whether the text is a code of ISO 3166-1 alpha-2, in capitals.</summary>
    public static bool IsCode(string code) => _codes.Contains(code);

    static FrozenDictionary<string, string> ReadTable()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in CountryNames.Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            foreach (var name in line[3..].Split(';', StringSplitOptions.TrimEntries))
                codes[PlaceNames.KeyOf(name)] = line[..2];
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

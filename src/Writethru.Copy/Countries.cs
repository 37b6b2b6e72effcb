using System.Collections.Frozen;

namespace Writethru.Copy;

/// <summary>Countries by the names that copy and licence lines print.</summary>
public static class Countries
{
    /// <summary>Most words of any name in the list.</summary>
    public const int LongestNameInWords = 8;

    static readonly FrozenDictionary<string, string> _codeOfName = ReadTable();

    static readonly FrozenSet<string> _codes = _codeOfName.Values.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> _nameOfCode = Lines()
        .DistinctBy(line => line.Code)
        .ToFrozenDictionary(line => line.Code, line => line.Names[0], StringComparer.Ordinal);

    /// <summary>
    /// The ISO 3166-1 alpha-2 code of a country's name, in any case, with or without "the" and accents. Null when the
    /// list does not know it, when it is the name of two countries or of a part of one, and for a code: <c>KR</c> is
    /// not a name.
    /// </summary>
    public static string? Find(string name) => _codeOfName.GetValueOrDefault(PlaceNames.KeyOf(name));

    /// <summary>Whether the text is a code of ISO 3166-1 alpha-2, in capitals.</summary>
    public static bool IsCode(string code) => _codes.Contains(code);

    /// <summary>The common English name of a code's country; the code itself when it is none of ISO 3166-1.</summary>
    public static string NameOf(string code) => _nameOfCode.GetValueOrDefault(code, code);

    static FrozenDictionary<string, string> ReadTable()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, names) in Lines())
        {
            foreach (var name in names)
                codes[PlaceNames.KeyOf(name)] = code;
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static IEnumerable<(string Code, string[] Names)> Lines() => CountryNames.Table
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => (line[..2], line[3..].Split(';', StringSplitOptions.TrimEntries)));
}

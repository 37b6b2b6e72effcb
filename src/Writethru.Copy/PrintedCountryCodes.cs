using System.Collections.Frozen;

namespace Writethru.Copy;

/// <summary>Countries by their codes where those are printed for their names: <c>USA OUT</c>, <c>KR only</c>.</summary>
public static class PrintedCountryCodes
{
    /// <summary>Codes of the sports federations that no country has as its own in ISO 3166-1.</summary>
    static readonly FrozenDictionary<string, string> _ofSport = new Dictionary<string, string>
    {
        ["GER"] = "DE",
        ["SUI"] = "CH",
        ["NED"] = "NL",
        ["GRE"] = "GR",
        ["CRO"] = "HR",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Codes of two letters that are words, media or the postal codes of states and territories of the United States
    /// too:
    /// <c>IN</c>, <c>TV</c>, <c>CA</c>.
    /// </summary>
    static readonly FrozenSet<string> _ambiguous = Words(
        "AD AL AM AN AR AS AT AU AX AZ BE BY CA CO DE DO ES ET GA GO GU HE ID IE IF IL IM IN IO IS IT LA LE MA MD "
        + "ME MN MO MP MS MT MY NC NE NO NU OF OK OM ON OR PA PM PR RE SC SD SE SI SO SU TN TO TV UM UN UP VA VI WE");

    /// <summary>Codes of three letters that are words too: <c>AND</c> is Andorra, and <c>CAN</c> is Canada.</summary>
    static readonly FrozenSet<string> _words = Words(
        "AND ARE BEN BES CAN COM DOM EST FIN GIN GUM LIE MAC MAR NOR PAN PER SUR TON");

    /// <summary>
    /// The alpha-2 code of a code of three letters in capitals; null for any other text. A code that ISO 3166-1 does
    /// not know, but sport does, counts where it can be no other: <c>GER</c>.
    /// </summary>
    public static string? OfThree(string code) => _words.Contains(code) ? null
        : _ofSport.GetValueOrDefault(code) ?? CountryCodes.FindTwo(code);

    /// <summary>
    /// Whether a code of two letters can be taken for something else than a country where it stands alone.
    /// </summary>
    public static bool IsAmbiguous(string code) => _ambiguous.Contains(code);

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

namespace Writethru.Copy;

/// <summary>Where copy may be shown: countries (ISO 3166-1 alpha-2) and parts of them (ISO 3166-2).</summary>
public static class Territories
{
    /// <summary>What a code looks like, for whoever wrote another.</summary>
    public const string Expected = "an ISO 3166 code of a country or a part of one, such as KR or CA-QC";

    /// <summary>
    /// Whether the text is the code of a country that exists, in capitals, or has the shape of a part of one: its code,
    /// a hyphen, one to three letters or digits. Parts themselves are not listed.
    /// </summary>
    public static bool IsCode(string code) => Countries.IsCode(code)
        || (code.Length is >= 4 and <= 6 && code[2] == '-' && Countries.IsCode(code[..2])
            && code.AsSpan(3).IndexOfAnyExcept(_letters) < 0);

    /// <summary>Whether a territory lies in another one, or is it: <c>CA-QC</c> lies in <c>CA</c>.</summary>
    public static bool IsWithin(string territory, string other) => territory == other
        || (other.Length == 2 && territory.Length > 2 && territory[2] == '-'
            && territory.StartsWith(other, StringComparison.Ordinal));

    /// <summary>Whether two have a place in common.</summary>
    public static bool Overlap(string territory, string other) =>
        IsWithin(territory, other) || IsWithin(other, territory);

    /// <summary>A name for people: the country's, with the code of the part behind it where it is one.</summary>
    public static string NameOf(string code) =>
        code.Length > 2 && code[2] == '-' ? $"{Countries.NameOf(code[..2])} ({code})" : Countries.NameOf(code);

    static readonly System.Buffers.SearchValues<char> _letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

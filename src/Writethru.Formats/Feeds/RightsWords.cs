namespace Writethru.Formats.Feeds;

/// <summary>
/// Parts the rights text of a feed into a notice, which says who owns the copy, and terms, which limit its use. Feeds
/// have one element for both.
/// </summary>
/// <remarks>In doubt words are terms: what no rule understands keeps the copy until a person clears it.</remarks>
static class RightsWords
{
    const int LongestNotice = 200;

    static readonly string[] _signs = ["©", "(c)", "copyright", "&copy;", "℗", "copr."];

    static readonly string[] _reserved =
    [
        "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados",
        "tutti i diritti riservati",
    ];

    static readonly string[] _limits = ["NO", "NOT", "ONLY", "USE", "USES", "WITHOUT", "OUT", "NEVER"];

    /// <summary>Whether the text says that there is a copyright.</summary>
    public static bool HasSign(string text) => _signs.Any(sign => Contains(text, sign));

    /// <summary>Whether the text is a notice of copyright and nothing else: a sign, years, a holder's name.</summary>
    public static bool IsBareNotice(string text)
    {
        var rest = text.Trim();
        if (rest.Length is 0 or > LongestNotice || !HasSign(rest))
            return false;
        foreach (var known in (string[])[.. _signs, .. _reserved])
            rest = rest.Replace(known, " ", StringComparison.OrdinalIgnoreCase);
        var words = rest.Split([' ', ',', '.', ';', '/', '(', ')', '-', '–', '\n', '\t'],
            StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 10 && words.Count(IsUncased) <= 1 && words.All(IsOfAName);
    }

    static bool Contains(string text, string sign) => text.Contains(sign, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Scripts without capitals say nothing about what is a name: one word of them may be the holder's.
    /// </summary>
    static bool IsUncased(string word) => char.IsLetter(word[0]) && !char.IsUpper(word[0]) && !char.IsLower(word[0]);

    static bool IsOfAName(string word) => word is "by" or "of" or "the" or "and" or "von" or "de" or "und" or "et"
        || !char.IsLower(word[0]) && !_limits.Contains(word.ToUpperInvariant());
}

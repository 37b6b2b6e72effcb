using System.Collections.Frozen;

namespace Writethru.Formats.Printed;

/// <summary>
/// Tells a notice of whose the copy is, which limits nothing, from words that say how it may be used. One rule for
/// every format that has one field for both.
/// </summary>
/// <remarks>In doubt words are terms: what no rule understands keeps the copy until a person clears it.</remarks>
static class Ownership
{
    const int LongestNotice = 200, MostWords = 12, MostNames = 6, MostUncased = 3;

    static readonly string[] _signs = ["©", "(c)", "copyright", "&copy;", "℗", "copr."];

    /// <summary>That rights are kept limits no subscriber, who has them from their owner.</summary>
    static readonly string[] _reserved =
    [
        "all rights reserved", "alle rechte vorbehalten", "droits de reproduction et de diffusion réservés",
        "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
        "tutti i diritti riservati", "alle rechten voorbehouden", "med ensamrätt", "все права защищены",
        "جميع الحقوق محفوظة", "版权所有", "版權所有",
    ];

    /// <summary>What joins names and tells what an owner is.</summary>
    static readonly FrozenSet<string> _joining = new[]
    {
        "by", "of", "the", "and", "or", "its", "von", "de", "du", "la", "le", "und", "et", "y", "e", "di", "van", "der",
        "den", "del", "da", "do", "affiliated", "affiliates", "companies", "company", "subsidiaries", "licensors",
        "contributors",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of use and of licences, which no name of a holder has.</summary>
    static readonly FrozenSet<string> _limits = new[]
    {
        "no", "not", "only", "use", "uses", "usage", "without", "out", "never", "except", "excl", "excluding",
        "embargo", "embargoed", "hold", "rights", "managed", "restricted", "restrictions", "editorial", "commercial",
        "noncommercial", "internal", "confidential", "private", "personal", "licence", "license", "licensed",
        "licensing", "subscribers", "members", "exclusive", "terms", "conditions", "permission", "contact", "ask",
        "see", "check",
        "credit", "mandatory", "pool", "handout", "prohibited", "reserved", "royalty", "free", "creative", "commons",
        "archive", "sale", "sales", "resale", "redistribution", "training", "nur", "nicht", "keine", "gesperrt", "seul",
        "uniquement", "interdit", "sauf", "solo", "sólo", "salvo", "prohibido", "solamente", "vietato",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text says that there is a copyright.</summary>
    public static bool HasSign(string text) => _signs.Any(sign => Contains(text, sign));

    /// <summary>
    /// Whether the text says whose the copy is and nothing else: signs, years, addresses, and the names of holders.
    /// </summary>
    public static bool IsNotice(string text)
    {
        var rest = text.Trim();
        if (rest.Length is 0 or > LongestNotice)
            return false;
        var isSigned = HasSign(rest) || _reserved.Any(known => Contains(rest, known));
        foreach (var known in (string[])[.. _signs, .. _reserved])
            rest = rest.Replace(known, " ", StringComparison.OrdinalIgnoreCase);
        if (RestrictionWords.In(rest.Trim()) is not null)
            return false;
        var words = rest.Split([' ', ',', ';', '/', '(', ')', '-', '–', '\n', '\t'],
                StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ':'))
            .Where(word => word.Length > 0).ToList();
        var others = words.Where(word => !IsOfAName(word)).ToList();
        return isSigned
            ? words.Count <= MostWords && words.Count(IsUncased) <= MostUncased && !words.Exists(IsLimit)
                // A holder may write itself small: "copyright 2026 salternlist".
                && (others.Count == 0 || (others.Count == 1 && words.Count <= 2))
            : words.Count <= MostNames && others.Count == 0 && !words.Exists(IsUncased) && !words.Exists(IsLimit)
                && (words.Exists(IsAddress) || words.Count(word => char.IsUpper(word[0])) > 1)
                && words.Exists(word => char.IsLetter(word[0]) && !IsShouted(word));
    }

    static bool Contains(string text, string sign) => text.Contains(sign, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Scripts without capitals say nothing about what is a name: a few words of them may be the holder's.
    /// </summary>
    static bool IsUncased(string word) => char.IsLetter(word[0]) && !char.IsUpper(word[0]) && !char.IsLower(word[0]);

    static bool IsOfAName(string word) => _joining.Contains(word) || !char.IsLower(word[0]) || IsAddress(word);

    static bool IsLimit(string word) => _limits.Contains(word);

    /// <summary>Words in capitals are how a limit is shouted, and names too: they need a sign.</summary>
    static bool IsShouted(string word) => word.Length > 1 && !word.Any(char.IsLower) && word.Any(char.IsLetter);

    /// <summary><c>salternpost.example</c>, <c>https://kio.example/</c>.</summary>
    static bool IsAddress(string word) => word.IndexOf('.') is > 0 and var dot && dot < word.Length - 2
        && word.All(c => char.IsLetterOrDigit(c) || c is '.' or ':' or '_');
}

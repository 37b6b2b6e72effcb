namespace Writethru.Formats.Printed;

/// <summary>The words by which a parenthesis is known for licence terms. What they mean is read elsewhere.</summary>
static class TermsWords
{
    static readonly string[] _strong =
    [
        "use only", "for use ", "no redistribution", "not for ", "no sale", "no archiv", "no resale", "no use",
        "restricted", "editorial", "embargo", "permission", "all rights", "copyright", "©", "mandatory", " only",
        "redistribut", "without ", "prohibited", "재판매", "금지", "무단", " out,", "nur für", "nicht ",
        "يمنع", "غير مخصص", "للاستخدام",
    ];

    static readonly string[] _weak =
    [
        "pool photo", "pool image", "file photo", "handout", "photo not", "no ", "mags out", "tv out", "courtesy",
        "honorarfrei",
        "for editorial", "자료사진", "archiv",
    ];

    static readonly string[] _behindCredit =
    [
        " ATTENTION EDITORS", " NO ", " FOR EDITORIAL", " EDITORIAL USE", " MANDATORY", " NOT FOR ", " THIS IMAGE",
    ];

    /// <summary>Words that limit use, whoever is credited beside them.</summary>
    public static bool AreStrong(string text) => Contains(text, _strong)
        || text.EndsWith(" OUT", StringComparison.Ordinal) || text.Contains(" OUT ", StringComparison.Ordinal)
        || text.StartsWith("NO ", StringComparison.Ordinal);

    /// <summary>Words that say what kind of photo it is or what may be done with it.</summary>
    public static bool AreIn(string text) => AreStrong(text) || Contains(text, _weak);

    /// <summary>
    /// Where licence words in capitals start behind a credit without brackets, as Reuters prints them; the end of the
    /// text when there are none.
    /// </summary>
    public static int StartIn(string text, int from) => _behindCredit
        .Select(words => text.IndexOf(words, from, StringComparison.Ordinal)).Where(at => at > from)
        .DefaultIfEmpty(text.Length).Min();

    static bool Contains(string text, string[] words) =>
        words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}

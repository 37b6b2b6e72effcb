using System.Collections.Frozen;

namespace Writethru.Formats.Printed;

/// <summary>
/// The sentences under all copy of an agency that forbid use to those who have no licence: they say whose the copy is,
/// and limit no subscriber. <c>This material may not be published, broadcast, rewritten or redistributed without
/// permission</c>; <c>무단 전재 및 재배포 금지</c>.
/// </summary>
static class CopyrightFormula
{
    static readonly FrozenSet<string> _words = new[]
    {
        "all", "rights", "reserved", "copyright", "©", "c", "this", "material", "content", "item", "story", "may",
        "not", "be", "published", "broadcast", "rewritten", "redistributed", "reproduced", "copied", "distributed",
        "retransmitted", "stored", "or", "and", "of", "the", "any", "no", "part", "by", "without", "express", "prior",
        "written", "permission", "consent", "authorization", "authorisation", "from", "unauthorized", "unauthorised",
        "redistribution", "reproduction", "republication", "is", "prohibited", "strictly",
        "alle", "rechte", "vorbehalten", "nachdruck", "nur", "mit", "genehmigung", "ohne", "der", "verboten",
        "weitergabe", "tous", "droits", "réservés", "reproduction", "interdite", "sans", "autorisation",
        "todos", "los", "derechos", "reservados", "prohibida", "la", "reproducción", "sin", "autorización",
        "y", "el", "redistribución", "redifusión", "previo", "expreso", "consentimiento",
        "tutti", "i", "diritti", "riservati", "جميع", "الحقوق", "محفوظة",
        "저작권자", "무단", "전재", "무단전재", "재배포", "전재재배포", "배포", "복제", "및", "금지", "無断", "転載", "無断転載", "禁止",
        "転載禁止", "禁転載",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly string[] _sentences = [". ", "。", "\n"];

    static readonly string[] _clauses =
        [", ", "; ", ": ", " - ", " – ", " — ", "<", ">", "(", ")", "、"];

    static readonly char[] _spaces = [' ', '\u00A0', '.', ',', '-', '–', '/', '·', '\'', '’', '!'];

    static readonly string[] _owners = [" of ", " from ", " von ", " de ", " di "];

    /// <summary>Without one of these a sentence forbids use to everybody.</summary>
    static readonly string[] _cores =
    [
        "reserved", "vorbehalten", "réservés", "reservados", "riservati", "محفوظة", "without", "ohne", "sans ", "sin ",
        "nur mit", "unauthori", "this material may not be", "무단", "無断",
    ];

    /// <summary>
    /// Whether nothing else is said: each sentence that limits use is of these words, and says for whom.
    /// </summary>
    public static bool Is(string text) => text.Split(_sentences, StringSplitOptions.None).All(sentence =>
        sentence.Split(_clauses, StringSplitOptions.None) is var clauses
        && Array.TrueForAll(clauses, clause => RestrictionWords.In(clause.Trim()) is null
            || IsOfTheseWords(BeforeOwner(clause))
            && _cores.Any(core => sentence.Contains(core, StringComparison.OrdinalIgnoreCase))));

    static bool IsOfTheseWords(string clause) =>
        clause.Split(_spaces, StringSplitOptions.RemoveEmptyEntries).All(_words.Contains);

    /// <summary>"… without permission of Kestrel News": the name behind says nothing of use.</summary>
    static string BeforeOwner(string clause)
    {
        foreach (var owner in _owners)
        {
            if (clause.LastIndexOf(owner, StringComparison.OrdinalIgnoreCase) is > 0 and var at
                && RestrictionWords.In(clause[(at + owner.Length)..]) is null)
                return clause[..at];
        }
        return clause;
    }
}

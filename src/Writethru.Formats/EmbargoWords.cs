using System.Buffers;
using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>
/// Recognises the words that forbid use before an instant. "Arms embargo" in prose is not among them.
/// </summary>
static class EmbargoWords
{
    const int LongestLine = 240;

    /// <summary>Words that speak of an embargo only where one of <see cref="_followers"/> comes next.</summary>
    static readonly string[] _openers =
    [
        "STRICTLY EMBARGOED", "STRICT EMBARGO", "STRICTLY EMBARGO", "UNDER EMBARGO", "EMBARGOED", "EMBARGO",
        "SPERRFRIST", "SOUS EMBARGO", "EMBARGADO", "EMBARGADA",
        "엠바고", "حظر النشر", "محظور النشر",
    ];

    static readonly string[] _followers =
    [
        " until", " till", " til ", " for release", " for publication", " for use", " not ", ":", "!", ")", "]", " bis",
        " 까지", " 해제", "=", "/", " حتى",
        " jusqu", " hasta",
    ];

    /// <summary>
    /// Words that follow in prose too ("Embargo ends after 12 years"): they count where a digit comes next.
    /// </summary>
    static readonly string[] _weakFollowers = [" to ", " ends ", " lifts ", " expires ", ",", ";", ".", " -", " –"];

    /// <summary>Words that are enough by themselves.</summary>
    static readonly string[] _phrases =
    [
        "HOLD FOR RELEASE", "HOLD UNTIL", "NOT FOR PUBLICATION BEFORE", "NOT FOR PUBLICATION UNTIL",
        "NOT FOR PUBLICATION OR BROADCAST BEFORE", "NOT FOR PUBLICATION OR BROADCAST UNTIL",
        "NOT FOR RELEASE BEFORE", "NOT FOR RELEASE UNTIL", "NOT FOR PUBLIC RELEASE UNTIL",
        "NOT FOR PUBLIC RELEASE BEFORE",
        "NOT FOR USE BEFORE", "NOT FOR USE UNTIL", "NOT FOR BROADCAST BEFORE", "NOT FOR BROADCAST UNTIL",
        "NOT TO BE PUBLISHED BEFORE", "NOT TO BE PUBLISHED UNTIL", "NOT TO BE USED BEFORE", "NOT TO BE USED UNTIL",
        "DO NOT PUBLISH BEFORE", "DO NOT PUBLISH UNTIL", "DO NOT USE BEFORE", "DO NOT USE UNTIL", "FOR RELEASE AT ",
        "RELEASABLE AT", "JULKIVAPAA", "JULKAISUVAPAA", "NICHT VERÖFFENTLICHEN VOR", "보도시점", "보도 시점",
        "يحظر النشر", "غير مخصص للنشر قبل",
        "NO USAR ANTES", "NO PUBLICAR ANTES", "NO PUBLICAR HASTA", "NO DIFUNDIR ANTES",
        "NE PAS PUBLIER AVANT", "NE PAS DIFFUSER AVANT", "NE PAS UTILISER AVANT", "E M B A R G O", "解禁日時", "解禁時間",
        "解禁", "VOR ABLAUF DER SPERRFRIST",
    ];

    /// <summary>
    /// Words that open prose too ("For release of the hostages …"): they count where a day, a month or a clock follows.
    /// </summary>
    static readonly string[] _timedOpeners =
        ["FOR RELEASE", "FOR PUBLICATION", "FOR USE", "ADVANCE FOR", "ADV FOR", "HFR", "HOLD FOR"];

    /// <summary>Whole words, so that Sunderland is no Sunday.</summary>
    static readonly string[] _times =
    [
        "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "JANUARY", "FEBRUARY", "MARCH",
        "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "NOON", "MIDNIGHT",
        "MON", "TUE", "TUES", "WED", "THU", "THURS", "FRI", "SAT", "SUN", "JAN", "FEB", "MAR", "APR", "JUN", "JUL",
        "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC", "TOMORROW", "WEEKEND", "AMS", "PMS",
    ];

    static readonly SearchValues<char> _wordEnds = SearchValues.Create(" .,;:/-)");

    static readonly string[] _prepositions = ["AT ", "ON ", "AFTER ", "NOT BEFORE ", "THE "];

    static readonly string[] _wrappers =
        ["ATTENTION", "ATTN", "HUOM", "Note to editors", "Eds", "EDS", "Editors", "Achtung", "ملاحظة", "주의"];

    /// <summary>The embargo of a line of its own; null when the line is prose.</summary>
    public static Embargo? OfLine(string text)
    {
        if (text.Length > LongestLine)
            return null;
        var at = SkipWrapping(text);
        return IsOpening(text, at) ? new Embargo(text, EmbargoInstant.Find(text[at..])) : null;
    }

    /// <summary>
    /// The embargo that a note to editors speaks of, at the start of one of its clauses; null when none.
    /// </summary>
    public static Embargo? OfNote(string text)
    {
        var reach = Math.Min(text.Length, 1_000);
        var opening = SkipWrapping(text);
        for (var at = opening; at < reach; at++)
        {
            var startsClause = at == 0 || text[at - 1] is '(' or '/'
                || text[at - 1] == ' ' && at > 1 && IsClauseEnd(text[at - 2]);
            if ((startsClause || at == opening) && IsOpening(text, at))
                return new Embargo(text, EmbargoInstant.Find(text[at..]));
        }
        return null;
    }

    /// <summary>The embargo with which copy opens, as far as its first sentence; null when it is prose.</summary>
    public static Embargo? OfCopy(string text)
    {
        var end = 0;
        do
            end = text.IndexOf(". ", end, StringComparison.Ordinal) + 2;
        while (end > 1 && end < text.Length && !char.IsUpper(text[end]));
        return OfLine((end > 1 ? text[..end] : text).TrimEnd());
    }

    /// <summary>The embargo in a bracket of a headline: <c>Survey result (EMBARGOED)</c>; null when none.</summary>
    public static Embargo? OfHeadline(string text)
    {
        var at = text.Length > LongestLine ? -1 : text.IndexOf("EMBARGO", StringComparison.Ordinal);
        return at > 0 && text[at - 1] is '(' or '[' or '/' or '*'
            || at > 1 && text[at - 1] == ' ' && IsClauseEnd(text[at - 2])
            ? new Embargo(text, EmbargoInstant.Find(text[at..]))
            : null;
    }

    static bool IsOpening(string text, int at)
    {
        var rest = text.AsSpan(at);
        foreach (var phrase in _phrases)
        {
            if (rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        if (IsNotBefore(rest) || IsTimed(rest) || IsKoreanAfter(rest))
            return true;
        foreach (var opener in _openers)
        {
            if (rest.StartsWith(opener, StringComparison.OrdinalIgnoreCase) && IsFollowed(rest[opener.Length..]))
                return true;
        }
        return false;
    }

    /// <summary>"Nicht vor 5.3.2027, 9:30 Uhr verwenden", but not "Nicht vor 2030 rechnet das Amt mit …".</summary>
    static bool IsNotBefore(ReadOnlySpan<char> rest) =>
        (rest.StartsWith("NICHT VOR ", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("FREI AB ", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("FREI FÜR ", StringComparison.OrdinalIgnoreCase))
        && (rest.Contains(" Uhr", StringComparison.OrdinalIgnoreCase)
            || rest.Contains("verwenden", StringComparison.OrdinalIgnoreCase)
            || rest.Contains("veröffentlichen", StringComparison.OrdinalIgnoreCase));

    static bool IsTimed(ReadOnlySpan<char> rest)
    {
        foreach (var opener in _timedOpeners)
        {
            if (!rest.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                continue;
            var time = rest[opener.Length..].TrimStart(" :-");
            if (time.Length == rest.Length - opener.Length)
                continue;
            foreach (var word in _prepositions)
            {
                if (time.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    time = time[word.Length..].TrimStart();
            }
            var end = time.IndexOfAny(_wordEnds);
            var first = end < 0 ? time : time[..end];
            if (first.Length > 0 && (char.IsDigit(first[0]) || IsTime(first)))
                return true;
        }
        return false;
    }

    static bool IsTime(ReadOnlySpan<char> word)
    {
        foreach (var time in _times)
        {
            if (word.Equals(time, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary><c>(25일 오전 6시 이후 보도)</c>: to be reported after 6 a.m. of the 25th.</summary>
    static bool IsKoreanAfter(ReadOnlySpan<char> rest)
    {
        var end = rest.TrimEnd(")] .】");
        return rest.Length <= 60 && char.IsDigit(rest.Length > 0 ? rest[0] : ' ')
            && (end.EndsWith("이후 보도") || end.EndsWith("이후 사용") || end.EndsWith("이후 보도 가능")
                || end.EndsWith("이후 사용 가능") || end.EndsWith("이후 보도 요망"));
    }

    static bool IsFollowed(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest.Length > 1 && rest[0] == ' ' && char.IsDigit(rest[1]))
            return true;
        return StartsWithOne(rest, _followers)
            || StartsWithOne(rest, _weakFollowers) && (rest.IndexOfAnyInRange('0', '9') >= 0 || IsReleasable(rest));
    }

    /// <summary><c>ATTENTION - EMBARGOED, RELEASABLE Friday at noon ///</c> (AFP)</summary>
    static bool IsReleasable(ReadOnlySpan<char> rest) =>
        rest.Contains("RELEASABLE", StringComparison.OrdinalIgnoreCase);

    static bool StartsWithOne(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>Passes over <c>ATTENTION - </c>, <c>(ATTN: </c>, <c>*** </c>, <c>[ </c>.</summary>
    static int SkipWrapping(string text)
    {
        var at = SkipSigns(text, 0);
        foreach (var wrapper in _wrappers)
        {
            if (text.AsSpan(at).StartsWith(wrapper, StringComparison.OrdinalIgnoreCase))
                return SkipSigns(text, at + wrapper.Length);
        }
        return at;
    }

    static bool IsClauseEnd(char c) => c is ';' or ':' or '.' or ',' or '-' or '!' or ')' or '/';

    static bool IsSign(char c) =>
        c is ' ' or '(' or '[' or '*' or '-' or '+' or ':' or '/' or '<' or '【' or '#' or '–';

    static int SkipSigns(string text, int at)
    {
        var limit = Math.Min(text.Length, at + 24);
        while (at < limit && IsSign(text[at]))
            at++;
        return at;
    }
}

using System.Buffers;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats;

/// <summary>
/// Recognises the words that forbid use before an instant. "Arms embargo" in prose is not among them.
/// </summary>
static class EmbargoWords
{
    const int LongestLine = 240;

    const int MostWrappers = 3;

    static readonly SearchValues<char> _ofDays = SearchValues.Create("0123456789-/, ");

    /// <summary>Words that speak of an embargo only where one of <see cref="_followers"/> comes next.</summary>
    static readonly string[] _openers =
    [
        "STRICT EMBARGO", "UNDER EMBARGO", "UNDER STRICT EMBARGO", "EMBARGOED", "EMBARGO",
        "SPERRFRIST", "SOUS EMBARGO", "BAJO EMBARGO", "EMBARGADO", "EMBARGADA",
        "엠바고", "보도유예", "보도 유예", "حظر النشر", "حظر نشر", "محظور النشر", "解禁", "報道解禁", "情報解禁", "掲載解禁",
    ];

    static readonly string[] _followers =
    [
        " until", " till", " til ", " for release", " for publication", " for use", " not ", ":", "!", ")", "]", " bis",
        " 까지", " 해제", "=", "/", " حتى", "：", "）", "】", "日時", "時間",
        " jusqu", " hasta", " :",
    ];

    /// <summary>
    /// Words that follow in prose too ("Embargo ends after 12 years"): they count where a digit comes next.
    /// </summary>
    static readonly string[] _weakFollowers = [" to ", " ends ", " lifts ", " expires ", ",", ";",
        ".", " -", " –", "は", "日"];

    /// <summary>Words that are enough by themselves.</summary>
    static readonly string[] _phrases =
    [
        "HOLD FOR RELEASE", "HOLD UNTIL", "FOR RELEASE AT ", "RELEASABLE AT", "MOVED IN ADVANCE",
        "JULKIVAPAA", "JULKAISUVAPAA", "NICHT VERÖFFENTLICHEN VOR", "VERÖFFENTLICHUNG NICHT VOR",
        "ZUR VERÖFFENTLICHUNG FREI", "ZUR VERÖFFENTLICHUNG AB", "FREI ZUR VERÖFFENTLICHUNG",
        "VOR ABLAUF DER SPERRFRIST",
        "보도시점", "보도 시점", "보도일시", "보도 일시",
        "يحظر النشر", "غير مخصص للنشر قبل", "ممنوع النشر قبل", "ممنوع النشر حتى", "لا ينشر قبل", "غير قابل للنشر قبل",
        "NO USAR ANTES", "NO PUBLICAR ANTES", "NO PUBLICAR HASTA", "NO DIFUNDIR ANTES", "NO DIFUNDIR HASTA",
        "PROHIBIDA SU PUBLICACIÓN ANTES", "PROHIBIDA SU PUBLICACIÓN HASTA",
        "NE PAS PUBLIER AVANT", "NE PAS DIFFUSER AVANT", "NE PAS UTILISER AVANT", "À NE PAS PUBLIER AVANT",
        "À NE PAS DIFFUSER AVANT", "A NE PAS PUBLIER AVANT", "A NE PAS DIFFUSER AVANT", "A NE PAS UTILISER AVANT",
        "NE PAS PUBLIER JUSQU", "NE PAS DIFFUSER JUSQU", "PUBLICATION INTERDITE AVANT", "DIFFUSION INTERDITE AVANT",
        "E M B A R G O",
    ];

    /// <summary>Words that forbid: an embargo where "before" or "until" comes soon after them.</summary>
    static readonly string[] _forbidding =
    [
        "NOT FOR PUBLICATION", "NOT FOR RELEASE", "NOT FOR PUBLIC RELEASE", "NOT FOR USE", "NOT FOR BROADCAST",
        "NOT FOR PRINT", "NOT FOR TRANSMISSION", "NOT FOR DISTRIBUTION", "NOT TO BE PUBLISHED", "NOT TO BE USED",
        "PUBLICATION PROHIBITED", "PUBLICATION IS PROHIBITED", "PUBLICATION FORBIDDEN", "PUBLICATION IS FORBIDDEN",
        "PUBLICATION IS NOT PERMITTED", "PUBLICATION NOT PERMITTED", "USE IS PROHIBITED", "USE PROHIBITED",
        "BROADCAST IS PROHIBITED", "NOT TO BE BROADCAST", "NOT TO BE RELEASED", "DO NOT PUBLISH",
        "DO NOT USE", "DO NOT BROADCAST",
        "DO NOT RELEASE", "NO PUBLICATION", "NO USE",
    ];

    static readonly string[] _beforeWords = [" before", " until", " till ", " prior to", " earlier than", " ahead of"];

    /// <summary>How far behind <see cref="_forbidding"/> the word may stand.</summary>
    const int BeforeReach = 60;

    /// <summary>
    /// Words that open prose too ("For release of the hostages …"): they count where a day, a month or a clock follows.
    /// </summary>
    static readonly string[] _timedOpeners =
        ["FOR RELEASE", "FOR PUBLICATION", "FOR USE", "ADVANCE FOR", "ADV FOR", "HFR", "HOLD FOR", "PARA PUBLICAR",
        "PARA SER PUBLICADO", "POUR PUBLICATION", "ZUR VERÖFFENTLICHUNG"];

    /// <summary>
    /// Words that open prose often ("Not before Friday did they …"): they count where a time is all that follows.
    /// </summary>
    static readonly string[] _weakOpeners =
    [
        "NOT BEFORE", "EMBARGOED FOR", "EMBARGOED TO", "EMBARGO FOR", "EMBARGO TO",
        "EMBARGOED", "EMBARGO", "SPERRFRIST",
        "NICHT VOR", "NICHT VERWENDEN VOR", "FREI AB", "FREI FÜR", "FREIGEGEBEN AB", "GESPERRT BIS", "SENDEFREI AB",
        "PAS AVANT", "NO ANTES DE",
        "RELEASE", "RELEASABLE", "FREIGABE",
    ];

    static readonly string[] _notUntil =
        ["nicht zur Veröffentlichung", "nicht verwenden", "nicht veröffentlichen",
            "nicht zu veröffentlichen", "nicht senden"];

    /// <summary>Verbs with which copy tells, in a clause of its own.</summary>
    static readonly string[] _telling =
        [" said", " told ", " has ", " have ", " had ", " was ", " were ", " will ", " would ", " says", " tells "];

    static readonly string[] _wrappers =
    [
        "ATTENTION", "ATTN", "HUOM", "Note to editors", "Eds", "Editors", "Achtung", "ملاحظة", "주의", "STRICTLY ",
        "This story is ", "This item is ", "This story ", "URGENT", "PLEASE ", "Bitte ", "ADVISORY", "NB",
    ];

    /// <summary>Words of an embargo wherever they stand in a note, which is no prose.</summary>
    static readonly string[] _inNotes =
    [
        "embargoed until", "embargoed till", "embargoed for release", "under embargo until", "embargo until",
        "sous embargo jusqu", "embargado hasta", "embargada hasta", "bajo embargo hasta",
        "sperrfrist bis", "sperrfrist:",
        "엠바고:", "엠바고는",
    ];

    /// <summary>The embargo of a line of its own; null when the line is prose.</summary>
    public static Embargo? OfLine(string text)
    {
        if (text.Length > LongestLine)
            return null;
        var at = SkipWrapping(text);
        return IsOpening(text, at) && !IsUntilYear(text) ? new Embargo(text, EmbargoInstant.Find(text[at..])) : null;
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
        foreach (var words in _inNotes)
        {
            if (text.IndexOf(words, 0, reach, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
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

    /// <summary>
    /// The advance mark among the parts of a slug, <c>BC-Harbor, Adv25,450</c>; "embargo" may be its topic and is none.
    /// </summary>
    public static Embargo? OfSlug(string text) =>
        text.Split(',', '/').Concat(text.Split(' ', ',', '/')).Any(part => IsAdvance(part.Trim())
            || part.Trim().Equals("SPERRFRIST", StringComparison.OrdinalIgnoreCase))
            ? new Embargo(text, null)
            : null;

    static bool IsOpening(string text, int at)
    {
        var rest = text.AsSpan(at);
        foreach (var phrase in _phrases)
        {
            if (rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return !IsAtOnce(rest);
        }
        if (IsNotBefore(rest) || IsForbidden(rest) || IsTimed(rest) || IsKoreanAfter(rest) || IsJapaneseAfter(rest)
            || IsAdvance(rest) || IsForEdition(rest) || IsUntil(rest))
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

    /// <summary><c>보도시점: 배포 즉시</c>: as soon as it is sent.</summary>
    static bool IsAtOnce(ReadOnlySpan<char> rest) =>
        rest.Contains("즉시", StringComparison.Ordinal) && rest.IndexOfAnyInRange('0', '9') < 0;

    static bool IsForbidden(ReadOnlySpan<char> rest)
    {
        foreach (var words in _forbidding)
        {
            if (!rest.StartsWith(words, StringComparison.OrdinalIgnoreCase) || IsTold(rest))
                continue;
            var after = rest[words.Length..Math.Min(rest.Length, words.Length + BeforeReach)];
            foreach (var before in _beforeWords)
            {
                if (after.Contains(before, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }
        return false;
    }

    static bool IsTimed(ReadOnlySpan<char> rest)
    {
        foreach (var opener in _timedOpeners)
        {
            if (IsBefore(rest, opener, out var time) && EmbargoTime.Opens(time) && !IsTold(rest))
                return true;
        }
        foreach (var opener in _weakOpeners)
        {
            if (IsBefore(rest, opener, out var time) && EmbargoTime.IsAll(time))
                return true;
        }
        return false;
    }

    /// <summary>
    /// <c>For Wednesday release</c>, <c>For use Wednesday AMs</c>: a time, and nothing but what is done then.
    /// </summary>
    static bool IsForEdition(ReadOnlySpan<char> rest) => IsBefore(rest, "FOR", out var time)
        && EndsWithOne(time.TrimEnd(")]. "),
            [" release", " publication", " use", " papers", " editions", " AMs", " PMs"])
        && EmbargoTime.IsAll(time);

    /// <summary><c>Bis Mittwoch, 6 Uhr, nicht zur Veröffentlichung bestimmt</c>: the time first.</summary>
    static bool IsUntil(ReadOnlySpan<char> rest)
    {
        if (!IsBefore(rest, "BIS", out var time))
            return false;
        foreach (var words in _notUntil)
        {
            if (time.IndexOf(words, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
                return EmbargoTime.IsAll(time[..at].TrimEnd(" ,"));
        }
        return false;
    }

    /// <summary><c>Embargo until 2027: what the sanctions mean</c>: copy is held for hours, not until a year.</summary>
    static bool IsUntilYear(string text)
    {
        const string start = "Embargo until ";
        return text.StartsWith(start, StringComparison.Ordinal) && text.IndexOf(':') == start.Length + 4
            && text.AsSpan(start.Length, 2) is "19" or "20" && Headings.AsksWhat(text);
    }

    /// <summary>"For release on Friday, the film has drawn protests": what follows the comma tells something.</summary>
    static bool IsTold(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(". ", StringComparison.Ordinal);
        rest = end < 0 ? rest : rest[..end];
        var comma = rest.IndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && char.IsLower(rest[comma + 2]) && ContainsOne(rest[comma..], _telling);
    }

    static bool IsBefore(ReadOnlySpan<char> rest, string opener, out ReadOnlySpan<char> time)
    {
        time = [];
        if (!rest.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
            return false;
        time = rest[opener.Length..].TrimStart(" :-,–");
        return time.Length < rest.Length - opener.Length;
    }

    /// <summary><c>Adv25</c>, <c>$adv25-26</c>: a mark of American agencies, not to be used before that day.</summary>
    static bool IsAdvance(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart('$').TrimEnd(" )]<.-*/");
        if (!rest.StartsWith("ADV", StringComparison.OrdinalIgnoreCase))
            return false;
        var day = rest[3..].TrimStart(" .");
        return day.Length is > 0 and <= 8 && char.IsAsciiDigit(day[0]) && day.IndexOfAnyExcept(_ofDays) < 0;
    }

    /// <summary><c>(25일 오전 6시 이후 보도)</c>: to be reported after 6 a.m. of the 25th.</summary>
    static bool IsKoreanAfter(ReadOnlySpan<char> rest)
    {
        var end = rest.TrimEnd(")] .】");
        return rest.Length <= 60 && char.IsDigit(rest.Length > 0 ? rest[0] : ' ')
            && (end.EndsWith("이후 보도") || end.EndsWith("이후 사용") || end.EndsWith("이후 보도 가능")
                || end.EndsWith("이후 사용 가능") || end.EndsWith("이후 보도 요망"));
    }

    /// <summary><c>25日午前6時解禁</c>, <c>25日朝刊解禁</c>; the season of a fish opens without a clock.</summary>
    static bool IsJapaneseAfter(ReadOnlySpan<char> rest)
    {
        var end = rest.TrimEnd(")] .】）。");
        return rest.Length is > 0 and <= 60 && char.IsDigit(rest[0])
            && (end.EndsWith("日朝刊用") || end.EndsWith("日夕刊用") || end.EndsWith("時解禁") || end.EndsWith("分解禁")
                || end.EndsWith("刊解禁") || end.EndsWith("以降解禁")
                || end.EndsWith("まで報道禁止") || end.EndsWith("以降報道可"));
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

    static bool EndsWithOne(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static bool ContainsOne(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

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
        for (var layers = 0; layers < MostWrappers; layers++)
        {
            var wrapper = Array.Find(_wrappers, words =>
                text.AsSpan(at).StartsWith(words, StringComparison.OrdinalIgnoreCase));
            if (wrapper is null)
                break;
            at = SkipSigns(text, at + wrapper.Length);
        }
        return at;
    }

    static bool IsClauseEnd(char c) => c is ';' or ':' or '.' or ',' or '-' or '!' or ')' or '/';

    static bool IsSign(char c) =>
        c is ' ' or '(' or '[' or '*' or '-' or '+' or ':' or '/' or '<' or '【' or '#' or '–'
        or '=' or '（' or '「' or '|' or '!';

    static int SkipSigns(string text, int at)
    {
        var limit = Math.Min(text.Length, at + 24);
        while (at < limit && IsSign(text[at]))
            at++;
        return at;
    }
}

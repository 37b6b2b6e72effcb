using System.Buffers;
using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>
/// Recognises the lines with which a desk kills or holds a story. A headline about a killing is not one.
/// </summary>
static class StatusWords
{
    const int LongestLine = 400;

    /// <summary>Words that kill where they are the whole line, or are in capitals and a sign follows them.</summary>
    static readonly FrozenSet<string> _kills = new[]
    {
        "KILL", "KILLS", "TAKEDOWN", "WITHDRAWN", "WITHDRAWAL", "ANNULATION", "ANULACIÓN",
        "ANULACION", "ANULADO", "ANULADA",
        "ANNULÉ", "ANNULÉE", "À ANNULER", "A ANNULER", "ZURÜCKGEZOGEN", "STORNIERT", "STORNO", "STORNIERUNG",
        "取り消し", "取消し", "取消", "全文取り消し", "전문취소", "기사취소", "إلغاء", "ملغى", "ملغاة",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that name what is killed: in any case, and what stands behind a sign is the reason.</summary>
    static readonly string[] _killPhrases =
    [
        "BULLETIN KILL", "MANDATORY KILL", "STORY KILL", "KILL NOTICE", "KILL/TAKEDOWN NOTICE", "TAKEDOWN NOTICE",
        "KILL ADVISORY", "ADVISORY/KILL", "KILL/ADVISORY", "STORY KILLED", "STORY WITHDRAWN", "ITEM WITHDRAWN",
        "STORY IS WITHDRAWN", "STORY IS KILLED",
        "MELDUNG ZURÜCKGEZOGEN", "MELDUNG STORNIERT", "MELDUNG WIRD ZURÜCKGEZOGEN", "BITTE STORNIEREN",
        "DÉPÊCHE ANNULÉE", "DÉPÊCHE À ANNULER", "PRIÈRE D'ANNULER", "MERCI D'ANNULER", "VEUILLEZ ANNULER",
        "NOTICIA ANULADA", "DESPACHO ANULADO", "INFORMACIÓN ANULADA",
        "記事取り消し", "記事取消し", "記事取消", "出稿取り消し", "出稿取消", "전문취소", "전문 취소", "기사취소", "기사 취소",
        "기사 전문 취소", "إلغاء الخبر", "إلغاء خبر", "سحب الخبر", "الخبر ملغى",
    ];

    static readonly FrozenSet<string> _holds = new[]
    {
        "HOLD", "STORY HOLD", "WITHHOLD", "MANDATORY HOLD", "HOLD FOR RELEASE", "STORY ON HOLD", "PLEASE HOLD",
        "PLEASE WITHHOLD",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Openings in capitals of which what follows is not parted by a sign.</summary>
    static readonly string[] _killOpenings = ["ANNULATION ", "ANULACIÓN ", "ANULACION ", "Annulation :", "Annulation:"];

    static readonly string[] _holdWords =
    [
        "please hold this story", "please hold this item", "please hold the story", "please hold story",
        "please withhold this story", "please withhold this item", "please withhold the story",
        "please withhold publication",
        "please hold publication", "please hold for release", "please hold for now", "please hold pending",
        "please hold until", "please withhold until", "please withhold pending",
        "hold this story", "bitte nicht verwenden", "bitte nicht veröffentlichen", "bitte nicht mehr verwenden",
        "do not use this story", "do not publish this story", "do not use this item", "ne pas utiliser cette dépêche",
        "merci de ne pas utiliser", "no utilizar esta noticia", "no usar esta noticia",
    ];

    /// <summary>They hold where they are a sentence of their own; "do not use the bridge" is prose.</summary>
    static readonly string[] _holdSentences =
        ["do not use", "do not publish", "do not run", "do not print", "do not broadcast",
            "do not transmit", "please hold",
         "please withhold"];

    /// <summary>To whom a notice speaks.</summary>
    static readonly string[] _addressees =
    [
        "ATTENTION EDITORS", "ATTN EDITORS", "NOTE TO EDITORS", "EDITORS' NOTE", "EDITOR'S NOTE",
        "EDITORS", "EDITOR", "EDS",
        "ATTENTION", "ATTN", "ACHTUNG", "ATENCIÓN", "주의", "تنويه",
    ];

    static readonly FrozenSet<string> _killable = new[]
    {
        "", "STORY", "ITEM", "TAKE", "DISPATCH", "SLUG", "AND", "IMMEDIATELY", "ALL", "ENTIRE",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly SearchValues<char> _parts = SearchValues.Create(" ,!-./");

    const string Frame = "()*  .!-[]/【】<>#（）=";

    /// <summary>The status that the line or note sets; null when it sets none.</summary>
    /// <remarks>Of a text longer than a line only the opening is looked at.</remarks>
    public static TakeStatus? Read(string text)
    {
        var isLong = text.Length > LongestLine;
        var bare = Bare(isLong ? text[..LongestLine] : text);
        var said = WithoutAddressee(WithoutAddressee(bare));
        if (OpensKill(bare) || OpensKill(said)
            || said.Length < bare.Length && said.StartsWith("KILL ", StringComparison.Ordinal)
            || text.StartsWith("(KILL", StringComparison.Ordinal)
            || bare.StartsWith("KILL/TAKEDOWN NOTICE", StringComparison.OrdinalIgnoreCase))
            return TakeStatus.Canceled;
        if (isLong)
            return null;
        if (IsRepeated(said, _kills) || _kills.Contains(said.ToUpperInvariant()) && IsAlone(said) || AsksToKill(said)
            || bare.Contains("A kill is mandatory", StringComparison.OrdinalIgnoreCase))
            return TakeStatus.Canceled;
        if (StatusSentences.Read(said) is { } sentence)
            return sentence;
        return _holds.Contains(said) && IsAlone(said) || IsRepeated(said, _holds)
            || text.StartsWith("(HOLD:", StringComparison.Ordinal) || AsksToHold(text, said)
            ? TakeStatus.Withheld
            : null;
    }

    static string Bare(string text) => text.Trim([.. Frame]);

    /// <summary><c>EDITORS: KILL</c>, <c>Eds: KILL</c>, <c>ATTN - KILL</c>: what is said to them.</summary>
    static string WithoutAddressee(string bare)
    {
        foreach (var name in _addressees)
        {
            if (bare.Length > name.Length && bare.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && bare.AsSpan(name.Length).TrimStart(' ') is var rest
                && (rest[0] is ':' or '-' or '–' or ',' || rest.StartsWith("KILL", StringComparison.Ordinal)))
                return Bare(rest.TrimStart(" :-–,").ToString());
        }
        return bare;
    }

    /// <summary>"Kill" and "Hold" in small letters are a headline; every other word is enough as it is.</summary>
    static bool IsAlone(string bare) => bare is not ("Kill" or "kill" or "Hold" or "hold" or "Kills" or "kills");

    /// <summary><c>KILL KILL KILL</c>.</summary>
    static bool IsRepeated(string bare, FrozenSet<string> words)
    {
        var parts = bare.Split([' ', ',', '!', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(part => part == parts[0])
            && (words.Contains(parts[0]) && IsAlone(parts[0]));
    }

    /// <summary>At the start, or behind a label in capitals: <c>URGENT - STORY WITHDRAWN</c>.</summary>
    static bool OpensKill(string bare)
    {
        var dash = bare.IndexOf(" - ", StringComparison.Ordinal);
        var label = dash > 0 && !bare.AsSpan(0, dash).ContainsAnyInRange('a', 'z') ? bare[(dash + 3)..] : bare;
        return StartsKill(bare) || StartsKill(label);
    }

    static bool StartsKill(string text)
    {
        foreach (var phrase in _killPhrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && IsParted(text.AsSpan(phrase.Length)))
                return true;
        }
        foreach (var word in _kills)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && IsParted(text.AsSpan(word.Length)))
                return word[0] == 'K' || !Headings.AsksWhat(text);
        }
        return _killOpenings.Any(opening => text.StartsWith(opening, StringComparison.Ordinal));
    }

    /// <summary>Nothing, or a sign that ends what was said: "WITHDRAWN troops" goes on.</summary>
    static bool IsParted(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.TrimStart(' ');
        return trimmed.IsEmpty || trimmed[0] is ':' or '：' or '!' or '(' or ')' or ']' or '】' or ';' or '='
            || rest[0] is '.' or ',' || trimmed[0] is '-' or '–' or '—' && trimmed.Length < rest.Length;
    }

    /// <summary>
    /// A short line or note that asks to hold; a quotation is prose, and "do not use before …" is an embargo.
    /// </summary>
    static bool AsksToHold(string text, string said)
    {
        if (text.AsSpan().IndexOfAny('"', '“', '„') >= 0)
            return false;
        foreach (var words in _holdWords)
        {
            var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at == 0 || at > 0 && (text[at - 1] is '(' or '*' or '[' || at > 1 && text[at - 1] == ' '
                && text[at - 2] is '.' or ':' or '-' or ';' or ',' or '!' or '*'))
                return true;
        }
        foreach (var words in _holdSentences)
        {
            if (said.StartsWith(words, StringComparison.OrdinalIgnoreCase) && IsEnded(said.AsSpan(words.Length)))
                return true;
            if (said.EndsWith(words, StringComparison.OrdinalIgnoreCase) && said.Length > words.Length + 1
                && said[^(words.Length + 1)] == ' ' && said[^(words.Length + 2)] is '.' or ':' or '-' or ';')
                return true;
        }
        return false;
    }

    static bool IsEnded(ReadOnlySpan<char> rest)
    {
        var trimmed = rest.TrimStart(' ');
        return trimmed.IsEmpty || rest[0] is '.' or '!' or ':' or ';'
            || trimmed[0] is '-' or '–' or '(' && trimmed.Length < rest.Length;
    }

    /// <summary>
    /// "Please kill the story …", "Please kill item …"; prose that asks to kill anything else is prose.
    /// </summary>
    static bool AsksToKill(string text)
    {
        const string start = "Please kill";
        if (!text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            return false;
        if (text.Length == start.Length)
            return true;
        if (text[start.Length] != ' ')
            return _parts.Contains(text[start.Length]);
        var words = text[(start.Length + 1)..].Split(' ', 3);
        var noun = words[0].ToUpperInvariant() is "THE" or "OUR" or "THIS" && words.Length > 1 ? words[1] : words[0];
        return _killable.Contains(noun.Trim(',', ':', '.', ';', '-'));
    }
}

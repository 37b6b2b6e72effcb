using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>
/// Recognises the lines with which a desk kills or holds a story. A headline about a killing is not one.
/// </summary>
static class StatusWords
{
    static readonly FrozenSet<string> _kills = new[]
    {
        "KILL", "KILLS", "BULLETIN KILL", "MANDATORY KILL", "STORY KILL", "KILL NOTICE", "KILL/TAKEDOWN NOTICE",
        "TAKEDOWN",
        "TAKEDOWN NOTICE", "WITHDRAWN", "STORY KILLED", "STORY WITHDRAWN", "전문취소", "기사취소", "ANNULATION", "ANULACIÓN",
        "ANULACION", "Annulation", "記事取り消し", "出稿取り消し",
    }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> _holds = new[] { "HOLD", "STORY HOLD", "WITHHOLD", "MANDATORY HOLD" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Openings in capitals that a desk sets before a kill; "WITHDRAWN troops" is none.</summary>
    static readonly string[] _killOpenings =
    [
        "ATTN: KILL", "ATTENTION - KILL", "ATTENTION: KILL", "ATTN KILL", "ADVISORY/KILL", "KILL ADVISORY",
        "KILL/ADVISORY",
        "KILL:", "KILL -", "WITHDRAWN:", "WITHDRAWN -", "WITHDRAWAL:", "STORY WITHDRAWN", "STORY KILLED", "ANNULATION ",
        "ANNULATION:", "Annulation :", "Annulation:", "ANULACIÓN ", "ANULACION ",
    ];

    static readonly string[] _holdWords =
    [
        "please hold this story", "please hold this item", "please hold the story", "please hold story",
        "hold this story", "bitte nicht verwenden", "bitte nicht veröffentlichen", "do not use this story",
        "do not publish this story", "do not use this item", "ne pas utiliser cette dépêche",
    ];

    /// <summary>The status that the line or note sets; null when it sets none.</summary>
    public static TakeStatus? Read(string text)
    {
        if (text.Length > 400)
            return null;
        var bare = text.Trim('(', ')', '*', ' ', '.', '!', '-', '[', ']', '/');
        if (_kills.Contains(bare))
            return TakeStatus.Canceled;
        if (_holds.Contains(bare))
            return TakeStatus.Withheld;
        if (OpensKill(bare) || AsksToKill(bare)
            || text.StartsWith("(KILL", StringComparison.Ordinal)
            || bare.StartsWith("Kill/Takedown notice", StringComparison.OrdinalIgnoreCase)
            || bare.Contains("A kill is mandatory", StringComparison.OrdinalIgnoreCase))
            return TakeStatus.Canceled;
        return text.StartsWith("(HOLD:", StringComparison.Ordinal) || AsksToHold(text) ? TakeStatus.Withheld : null;
    }

    /// <summary>At the start, or behind a label in capitals: <c>URGENT - STORY WITHDRAWN</c>.</summary>
    static bool OpensKill(string bare)
    {
        var dash = bare.IndexOf(" - ", StringComparison.Ordinal);
        var label = dash > 0 && !bare.AsSpan(0, dash).ContainsAnyInRange('a', 'z') ? bare[(dash + 3)..] : bare;
        return _killOpenings.Any(opening => bare.StartsWith(opening, StringComparison.Ordinal)
            || label.StartsWith(opening, StringComparison.Ordinal)) || _kills.Contains(label);
    }

    /// <summary>
    /// A short line or note that asks to hold; a quotation is prose, and "do not use before …" is an embargo.
    /// </summary>
    static bool AsksToHold(string text)
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
        var bare = text.Trim('(', ')', '*', ' ', '.', '!', '-', '[', ']', '/');
        return bare.EndsWith("do not use", StringComparison.OrdinalIgnoreCase)
            && (bare.Length == "do not use".Length || bare.Length > 11 && bare[^11] == ' '
                && bare[^12] is '.' or ':' or '-' or ';');
    }

    /// <summary>
    /// "Please kill the story …", "Please kill item …"; prose that asks to kill anything else is prose.
    /// </summary>
    static bool AsksToKill(string text)
    {
        const string start = "Please kill ";
        if (!text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            return false;
        var words = text[start.Length..].Split(' ', 3);
        var noun = words[0].ToUpperInvariant() is "THE" or "OUR" or "THIS" && words.Length > 1 ? words[1] : words[0];
        return noun.Trim(',', ':', '.', ';').ToUpperInvariant() is "STORY" or "ITEM" or "TAKE" or "DISPATCH" or "SLUG";
    }
}

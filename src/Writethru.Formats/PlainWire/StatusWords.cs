using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// Recognises the lines with which a desk kills or holds a story. A headline about a killing is not one.
/// </summary>
static class StatusWords
{
    static readonly FrozenSet<string> _kills = new[]
    {
        "KILL", "KILLS", "BULLETIN KILL", "MANDATORY KILL", "STORY KILL", "KILL NOTICE", "KILL/TAKEDOWN NOTICE",
        "TAKEDOWN",
        "TAKEDOWN NOTICE", "WITHDRAWN", "STORY KILLED", "STORY WITHDRAWN", "전문취소", "기사취소",
    }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> _holds = new[] { "HOLD", "STORY HOLD", "WITHHOLD", "MANDATORY HOLD" }
        .ToFrozenSet(StringComparer.Ordinal);

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
        if (bare.StartsWith("ATTN: KILLS", StringComparison.Ordinal)
            || bare.StartsWith("ATTENTION - KILLS", StringComparison.Ordinal)
            || AsksToKill(bare)
            || text.StartsWith("(KILL", StringComparison.Ordinal)
            || bare.Contains("A kill is mandatory", StringComparison.OrdinalIgnoreCase))
            return TakeStatus.Canceled;
        return text.StartsWith("(HOLD:", StringComparison.Ordinal) ? TakeStatus.Withheld : null;
    }

    /// <summary>"Please kill the story …", "Please kill item …"; prose that asks to kill anything else is prose.</summary>
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

using Writethru.Copy;

namespace Writethru.Reading.Advisories;

/// <summary>What a note tells editors without a change in the copy.</summary>
static class Instruction
{
    static readonly string[] _openings =
    [
        "no changes", "no other changes", "no other change", "no change", "no pickup", "no pick-up", "no pickups",
        "pickup", "pick up", "error first", "error also", "error occurred", "error appeared", "errors first",
        "an error", "the error", "more to follow", "will follow", "will be", "will update", "moving on", "moves on",
        "moved on", "story will", "this story will", "next lead", "please use", "please note", "please disregard",
        "please ignore", "please replace", "clients", "subscribers", "refer to", "see also",
        "weitere zusammenfassung", "weiterer bericht", "zusammenfassung folgt", "mehr folgt", "lisää seuraa",
        "a substitute", "substitute story", "for more", "stands for", "story stands", "suite", "seguirá",
        "recasts to follow", "trims to follow", "writethru to follow", "write-thru to follow", "no substitute",
        "disregard", "ignore", "do not use", "note contents", "note content", "note language", "note strong",
        "caution", "contains strong", "contains graphic", "with bc-", "hold for", "hold until",
    ];

    static readonly string[] _embargoes =
    [
        "embargoed", "embargo", "releasable", "for release", "not for release", "sperrfrist", "not for use before",
        "hold for release",
    ];

    /// <summary>What the words from one token up to another tell about; null when they are no instruction.</summary>
    public static ClaimTarget? Opens(NoteText text, int start, int end)
    {
        if (start >= end || !text.IsWord(start))
            return null;
        if (_embargoes.Any(words => StartsWith(text, start, end, words)) && !text.Is(start + 1, "time"))
            return ClaimTarget.Embargo;
        if (_openings.Any(words => StartsWith(text, start, end, words)))
            return ClaimTarget.Story;
        // "full story to follow", "details to come".
        var stop = start;
        while (stop < end && text.IsWord(stop))
            stop++;
        var isComing = (text[stop - 1].Key is "follow" or "come" && text[stop - 2].Key is "to" or "will")
            || text[stop - 1].Key is "folgt" or "folgen";
        return isComing && stop - start is >= 3 and <= 7 ? ClaimTarget.Story : null;
    }

    /// <summary><c>With AP Photos</c>; null when the words are something else.</summary>
    public static ClaimTarget? PhotosMoved(NoteText text, int start, int end)
    {
        if (text[start].Key is not ("with" or "mit" or "con" or "avec") || end - start is < 2 or > 5)
            return null;
        for (var at = start + 1; at < end; at++)
        {
            if (NoteTargets.Find(text[at].Key) is ClaimTarget.Photo or ClaimTarget.Graphic or ClaimTarget.Video)
                return NoteTargets.Find(text[at].Key);
        }
        return null;
    }

    /// <summary>Whether a sentence tells editors something, without a word that is known for it.</summary>
    public static bool IsSentence(NoteText text, int start, int end)
    {
        var isOrder = false;
        for (var at = start; at < end; at++)
            isOrder |= text[at].Key is "will" or "should" or "must" or "please" or "editors" or "clients"
                or "subscribers" or "available";
        return isOrder && end - start > 2;
    }

    /// <summary>Whether a sentence takes the story back: killed, withdrawn, taken down, not to be used.</summary>
    public static bool Kills(NoteText text, int start, int end)
    {
        bool isStory = false, isKill = false;
        for (var at = start; at < end; at++)
        {
            var (before, key) = (text[at - 1].Key, text[at].Key);
            isStory |= NoteTargets.Find(key) == ClaimTarget.Story
                || key is "mandatory" or "bulletin" or "notice" or "editors";
            // "Please kill NAME", "KILL KILL KILL NAME" need no word for the story.
            isStory |= key is "kill" && (before is "please" or "must" || (at == start && text.IsCapitals(at)));
            isKill |= (key is "killed" or "withdrawn" && before is "be" or "been" or "is" or "was")
                || (key is "kill" && at == start)
                || (key is "kills" or "killing" or "withdraws" or "withdrawing"
                    && NoteTargets.Find(text[at + (text.Is(at + 1, "the") ? 2 : 1)].Key) == ClaimTarget.Story)
                || (key is "kill" && before is "please" or "must" or "to" or "mandatory" or "bulletin" or "a")
                || key is "takedown" or "take-down"
                || text.After(at, "taken", "down") > 0 || text.After(at, "not", "be", "used") > 0
                || text.After(at, "not", "use") > 0;
        }
        return isStory && isKill;
    }

    /// <summary>Whether a sentence behind a kill only says it again.</summary>
    public static bool BelongsToKill(NoteText text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at].Key is "mandatory" or "used" or "kill" or "published" or "use" or "publish" or "withdrawn")
                return true;
        }
        return false;
    }

    static bool StartsWith(NoteText text, int start, int end, string words)
    {
        var at = start;
        foreach (var word in words.Split(' '))
        {
            if (at >= end || !text.Is(at++, word))
                return false;
        }
        return true;
    }
}

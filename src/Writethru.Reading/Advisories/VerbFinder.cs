using Writethru.Copy;
using static Writethru.Reading.Advisories.NoteLexicon;

namespace Writethru.Reading.Advisories;

/// <summary>Finds the verbs of a note, and where their clauses end.</summary>
sealed class VerbFinder(NoteText text)
{
    /// <summary>Most words of a subject before its verb.</summary>
    const int LongestSubject = 10;

    /// <summary>Whether the note writes its verbs in capitals: then a small word is none.</summary>
    public bool InCapitals { get; set; }

    /// <summary>Whether the note tells what was done: "corrected the lead, added a quote".</summary>
    public bool IsPast { get; set; }

    /// <summary>Whether an infinitive said what for: another may follow, "and to add …".</summary>
    public bool InPurpose { get; set; }

    /// <summary>The verb there; null when the word is none in this place.</summary>
    /// <param name="at">Index of the word.</param>
    /// <param name="atStart">Whether a clause begins there, and not only a member of a list.</param>
    public NoteVerb? At(int at, bool atStart)
    {
        if (!text.IsWord(at) || NoteVerbs.Find(text[at].Key) is not { } verb || !HasItsParticle(at))
            return null;
        var isCapitals = text.IsCapitals(at);
        if (verb.IsOpening && !isCapitals && (!atStart || verb.IsBase) && !IsAsked(at))
            return null;
        if (!atStart && InCapitals && !isCapitals && (verb.IsParticiple || verb.IsBase || !OpensObject(at + 1)))
            return null;
        var isFree = atStart && (InPurpose || text[at - 1].Kind is not (TokenKind.Word or TokenKind.Comma));
        var isAllowed = at == 0 || isCapitals || isFree || IsAsked(at) || (InPurpose && !InCapitals);
        return isAllowed || !verb.IsBase ? verb : null;
    }

    public bool IsVerb(int at, bool atStart) => At(at, atStart) is not null;

    /// <summary>Index of the verb to which the words from there lead; the start where none follows.</summary>
    public int LeadIn(int start, int end)
    {
        var at = Opening(start, end);
        // "this corrected version fixes …" speaks of a version; what was done comes behind it.
        while (at >= 0 && text.Is(at + 1, "version") && Opening(at + 1, end) is > 0 and var further)
            at = further;
        return at < 0 ? start : at;
    }

    /// <summary>A participle that stands behind what it was done to; -1 when there is none.</summary>
    public int Participle(int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (text.IsWord(at) && NoteVerbs.Find(text[at].Key) is { IsParticiple: true, IsOpening: false }
                && HasItsParticle(at) && !(InCapitals && !text.IsCapitals(at)))
                return at;
        }
        return -1;
    }

    /// <summary>Index where the clause ends: before the next verb that a comma, a colon or "and" brings.</summary>
    public int ClauseEnd(int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (text[i].Kind is TokenKind.Comma or TokenKind.Colon or TokenKind.Dash || text.IsAnd(i))
            {
                if (OpensClause(i, SkipJoints(i + 1, end), end))
                    return i;
            }
        }
        return end;
    }

    /// <summary>Index of the semicolon or full stop that ends this part of the note.</summary>
    public int SentencePart(int at)
    {
        while (at < text.Count && text[at].Kind is not (TokenKind.Semicolon or TokenKind.Stop))
            at++;
        return at;
    }

    int Opening(int start, int end)
    {
        var at = start;
        while (at < end && !IsVerb(at, atStart: true) && text.IsWord(at)
            && (NoteLexicon.LeadIn.Contains(text[at].Key) || (text.Is(at, "to") && (at > start || InPurpose))))
            at++;
        return IsVerb(at, atStart: true) ? at : Subject(start, end);
    }

    /// <summary>"This May 4 story has been corrected", "The story Ferry-Sinks is withdrawn": its verb, or -1.</summary>
    int Subject(int start, int end)
    {
        if (text[start].Key is not ("this" or "the" or "an" or "in" or "following" or "our"))
            return -1;
        var named = start;
        while (named < end && named < start + LongestSubject && !IsStory(named))
            named++;
        for (var at = named + 1; named < end && at < end && at < named + LongestSubject; at++)
        {
            if (IsVerb(at, atStart: true) && (at == named + 1 || IsBeforeVerb(text[at - 1])))
                return at;
        }
        return -1;
    }

    bool IsStory(int at) => text[at].Key is "story" or "version" or "item" or "article" or "report" or "dispatch";

    static bool IsBeforeVerb(Token token) => token.Kind == TokenKind.Comma || NoteLexicon.LeadIn.Contains(token.Key)
        || token.Key.EndsWith("ly", StringComparison.Ordinal);

    // "new throughout", "writes through", "takes in": verbs only together.
    bool HasItsParticle(int at) => text[at].Key switch
    {
        "new" => Throughout.Contains(text[at + 1].Key),
        "writes" => text[at + 1].Key is "through" or "thru",
        "takes" => text.Is(at + 1, "in"),
        "makes" or "make" => text.Is(at + 1, "clear"),
        _ => NoteVerbs.Find(text[at].Key) is not { Action: ClaimAction.Kills } || IsKill(at),
    };

    // People are killed in the copy; a story is killed only where the sentence speaks of a story.
    bool IsKill(int at)
    {
        var start = at;
        while (start > 0 && text[start - 1].Kind is not (TokenKind.Semicolon or TokenKind.Stop or TokenKind.Colon))
            start--;
        while (start < at && !text.IsWord(start))
            start++;
        return Instruction.Kills(text, start, SentencePart(at));
    }

    /// <summary>
    /// "ADDS quotes, updates toll, trims": a small word is a verb where it has an object, or ends it all.
    /// </summary>
    bool OpensObject(int at) =>
        !text.IsWord(at) || NoteTargets.Find(text[at].Key) is not null || text[at].Key is "with" or "the"
        || (NoteTargets.Find(text[at + 1].Key) is not null && text.IsWord(at) && !Place.Contains(text[at].Key));

    bool IsAsked(int at) => text[at - 1].Key is "to" or "please" or "must";

    int SkipJoints(int at, int end)
    {
        while (at < end && (text[at].Kind is TokenKind.Comma or TokenKind.Dash || text.IsAnd(at)
            || text[at].Key is "also" or "it"))
            at++;
        return at;
    }

    bool OpensClause(int mark, int at, int end)
    {
        var kind = text[mark].Kind;
        if (kind == TokenKind.Comma && Instruction.Opens(text, at, end) is not null)
            return true;
        if (InPurpose && text.Is(at, "to") && NoteVerbs.Find(text[at + 1].Key) is { IsBase: true })
            return true;
        if (kind == TokenKind.Colon && (IsVerb(LeadIn(at, end), atStart: true) || Participle(at, end) > 0))
            return true;
        return At(at, atStart: false) is { } verb && !IsOfText(verb, mark, at, end);
    }

    /// <summary>In running text a participle belongs to the text: "the shares fell, and closed".</summary>
    bool IsOfText(NoteVerb verb, int mark, int at, int end)
    {
        if (text[at].Key is "repetition" or "repeat")
            return true;
        if (!verb.IsParticiple || text.IsCapitals(at) || IsPast)
            return false;
        return text.IsWord(mark) || (text[at].Key.EndsWith("ed", StringComparison.Ordinal)
            && ParagraphGrammar.Read(text, at + 1) is null && at + 1 < end);
    }
}

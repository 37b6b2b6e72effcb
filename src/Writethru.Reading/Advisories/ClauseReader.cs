using Writethru.Copy;
using static Writethru.Reading.Advisories.NoteLexicon;

namespace Writethru.Reading.Advisories;

/// <summary>Reads the clauses of one note in their order, each with its verb.</summary>
sealed class ClauseReader(NoteText text)
{
    readonly bool[] _understood = new bool[text.Count];
    readonly bool[] _lost = new bool[text.Count];
    readonly ClaimWriter _claims = new(text);
    ClaimAction? _action;
    ClaimAction? _outer;
    readonly VerbFinder _verbs = new(text);

    public List<Claim> Claims => _claims.All;

    /// <summary>The verb that the note begins with; null when it has none.</summary>
    public ClaimAction? FirstVerb { get; private set; }

    /// <summary>The verb that stands for the whole, when the note begins without one: "KORJATTU".</summary>
    public ClaimAction? Default { get; init; }

    /// <summary>Whether brackets or opening words say that the line is a note.</summary>
    public bool IsNote { get; init; }

    /// <summary>Whether a word was understood.</summary>
    public bool IsUnderstood(int at) => _understood[at] && !_lost[at];

    public void Understand(int start, int end) => _understood.AsSpan(start, end - start).Fill(true);

    /// <summary>Reads from one token to the end of the note.</summary>
    public void Read(int at)
    {
        _action = Default;
        var before = 0;
        while (at < text.Count)
        {
            var token = text[at];
            if (token.Kind is not (TokenKind.Word or TokenKind.Quote) || text.IsAnd(at))
            {
                if (token.Kind == TokenKind.Stop)
                    (_action, _outer, _verbs.InPurpose) = (Default, null, false);
                _understood[at++] = true;
                continue;
            }
            var isExplained = text[at - 1].Kind == TokenKind.Colon && Claims.Count > before;
            var colon = isExplained ? Claims[^1].Where : null;
            before = Claims.Count;
            at = ReadClause(at);
            if (colon is ParagraphReference.Listed)
                _claims.Place(before, colon);
        }
    }

    int ReadClause(int start)
    {
        if (ReadKill(start) is > 0 and var killed)
            return killed;
        var end = _verbs.SentencePart(start);
        if (Instruction.Opens(text, start, end) is { } target)
            return Instruct(start, end, target);
        if (Instruction.PhotosMoved(text, start, end) is { } moved)
            return TakePhotos(start, end, moved);
        if (PlaceAlone(start, end) is > 0 and var placed)
            return placed;
        if (text.After(start, "should", "read") is > 0 and var right && right < end && _claims.SayRight(right, end))
        {
            Understand(start, end);
            return end;
        }
        var at = _verbs.LeadIn(start, end);
        if (!_verbs.IsVerb(at, atStart: true) && ParagraphGrammar.Read(text, at) is { } place && place.Part is null
            && _verbs.IsVerb(After(place.End), atStart: true) && IsLead(place.End))
        {
            var verb = After(place.End);
            return Predicate(start, verb, _verbs.ClauseEnd(verb + 1, end), place.Where);
        }
        if (_verbs.IsVerb(at, atStart: true))
            return Predicate(start, at, _verbs.ClauseEnd(at + 1, end), []);
        if (_verbs.Participle(start, end) is > 0 and var participle)
            return Passive(start, participle, end);
        if (_action is { } action && (IsListed(start) || (action == Default && Claims.Count == 0)))
        {
            var clause = _verbs.ClauseEnd(start + 1, end);
            if (action != Default || IsCorrection(start, clause))
                return GoOn(action, start, clause);
        }
        if (Instruction.IsSentence(text, start, end))
            return Instruct(start, end, ClaimTarget.Story);
        // A verb that is not known does not hide the ones behind it; in a line that is no note there are none.
        return IsNote ? _verbs.ClauseEnd(start + 1, end) : end;
    }

    bool IsListed(int start)
    {
        while (start > 0 && text.IsAnd(start - 1))
            start--;
        return start > 0 && text[start - 1].Kind == TokenKind.Semicolon;
    }

    /// <summary>Whether words without a verb name what was corrected.</summary>
    bool IsCorrection(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at].Key is "po" or "p.o" or "ei" || NoteTargets.Find(text[at].Key) is not null
                || ParagraphGrammar.Read(text, at) is { Part: null })
                return true;
        }
        return Default == ClaimAction.Corrects && text[start - 1].Kind == TokenKind.Colon;
    }

    /// <summary>
    /// "Corrects spelling of Roe. Paragraph 3": the place stands in a sentence of its own; -1 when none does.
    /// </summary>
    int PlaceAlone(int start, int end)
    {
        if (Claims.Count == 0
            || Claims[^1] is not { Where: null, Action: ClaimAction.Corrects or ClaimAction.Adds } last
            || NoteTargets.IsPart(last.Target) || ParagraphGrammar.Read(text, start) is not { Part: null } place
            || (place.End < end && text[place.End].Kind is not (TokenKind.Comma or TokenKind.Colon or TokenKind.Mark)))
            return -1;
        if (place.End < end && _verbs.LeadIn(place.End + 1, end) is var verb && _verbs.IsVerb(verb, atStart: true))
            return -1;
        _claims.Place(Claims.Count - 1, place.Where[0]);
        Understand(start, place.End);
        return place.End;
    }

    bool IsLead(int placeEnd) => text[placeEnd].Kind is TokenKind.Comma or TokenKind.Colon
        || NoteVerbs.Find(text[placeEnd].Key) is { IsParticiple: false };

    int After(int at) => text[at].Kind is TokenKind.Comma or TokenKind.Colon ? at + 1 : at;

    int Predicate(int start, int at, int end, IReadOnlyList<ParagraphReference> leading)
    {
        var verb = NoteVerbs.Find(text[at].Key)!.Value;
        if (at == 0 || FirstVerb is null)
        {
            FirstVerb ??= verb.Action;
            _verbs.InCapitals = text.IsCapitals(at) && !_claims.IsAllCapitals;
            _verbs.IsPast = verb.IsParticiple;
        }
        Understand(start, end);
        if (!verb.IsBase || !_verbs.InPurpose)
            (_outer, _verbs.InPurpose) = (null, false);
        var action = verb.Action;
        _action = action;
        var next = text[at].Key is "writes" or "takes" or "makes" ? at + 2 : at + 1;
        if (text[next].Key is "repeat" or "repetition" or "repeats")
        {
            // "corrected repetition": both are said of the story.
            _claims.AddStory(action, at);
            _claims.AddStory(ClaimAction.Repeats, next);
            return end;
        }
        if (next == end && text[end].Kind == TokenKind.Colon && verb.IsParticiple)
            return end;
        var places = new List<ParagraphReference>(leading);
        if (Infinitive(next, end, places) is > 0 and var inner && HasPurpose(action, inner))
            return Purpose(action, at, inner, end, places);
        if (action is ClaimAction.Refiles or ClaimAction.Repeats or ClaimAction.Kills && IsStoryOnly(next, end))
        {
            _claims.AddStory(action, at, text.Words(next, end));
            return end;
        }
        if (action is ClaimAction.Refiles or ClaimAction.Repeats)
        {
            // "RESENDING, correct spelling in 2nd para": sent again for something that is put right.
            _claims.AddStory(action, at);
            action = ClaimAction.Corrects;
        }
        return Objects(action, at, next, end, places, "verb");
    }

    /// <summary>What is refiled, repeated or killed is the story, unless a part of it is named first.</summary>
    bool IsStoryOnly(int at, int end) => at >= end
        || (ParagraphGrammar.Read(text, at) is null
            && NotedObject.Of(text, at, end, knowsPeople: false, corrects: true).Target is null or ClaimTarget.Story);

    /// <summary>Index of the infinitive that says what for; -1 when none follows. Places before it go along.</summary>
    int Infinitive(int at, int end, List<ParagraphReference> places)
    {
        var next = at;
        var found = new List<ParagraphReference>();
        if (Place.Contains(text[next].Key) && ParagraphGrammar.Read(text, next) is { Part: null } place
            && place.End < end)
        {
            found.AddRange(place.Where);
            next = After(place.End);
        }
        while (next < end && (NoteTargets.Find(text[next].Key) == ClaimTarget.Story
            || text[next].Key is "in" or "order" or "the"))
            next++;
        if (text.Is(next, "with") && text[next + 1].Key is "correct" && next + 1 < end)
            return next + 1;
        // "REFILES adding byline"
        if (next == at && text[next].Key.EndsWith("ing", StringComparison.Ordinal)
            && _verbs.IsVerb(next, atStart: true))
            return next;
        if (!text.Is(next, "to") || next >= end)
            return -1;
        next++;
        while (text.IsWord(next) && (Light.Contains(text[next].Key) || text[next].Key is "accurately" or "better"))
            next++;
        // "refiled to inserts a word": typed in haste, and clear.
        if (next >= end
            || !(Saying.Contains(text[next].Key) || NoteVerbs.Find(text[next].Key) is { IsParticiple: false }))
            return -1;
        places.AddRange(found);
        return next;
    }

    /// <summary>Whether what it was done for are claims too; of a rewrite only what it adds.</summary>
    bool HasPurpose(ClaimAction action, int inner) => action switch
    {
        ClaimAction.Corrects or ClaimAction.Refiles or ClaimAction.Repeats or ClaimAction.Updates or ClaimAction.Kills
            or ClaimAction.Replaces => true,
        ClaimAction.Recasts => NoteVerbs.Find(text[inner].Key)?.Action is ClaimAction.Adds or ClaimAction.Corrects,
        _ => false,
    };

    /// <summary>"refiled to correct …", "corrected to add …", "updated to add …".</summary>
    int Purpose(ClaimAction outer, int at, int inner, int end, List<ParagraphReference> places)
    {
        if (outer != ClaimAction.Corrects)
            _claims.AddStory(outer, at);
        (_outer, _verbs.InPurpose) = (outer, true);
        end = _verbs.ClauseEnd(inner + 1, end);
        return InnerClause(inner, end, places);
    }

    int InnerClause(int inner, int end, List<ParagraphReference> places)
    {
        if (NoteVerbs.Find(text[inner].Key) is { } verb)
            return Objects(verb.Action, inner, inner + 1, end, places, "purpose");
        // "to reflect the proper title of …" names a thing, "to reflect that …" says one.
        var noun = inner + 1;
        while (noun < end && text.IsWord(noun) && (Article.Contains(text[noun].Key) || IsProper(noun)))
            noun++;
        if (noun > inner + 1 && IsProper(noun - 1))
            return Objects(ClaimAction.Corrects, inner, noun, end, places, "purpose");
        // "to show …": the words themselves are the correction.
        _action = _outer is ClaimAction.Updates or ClaimAction.Adds ? ClaimAction.Updates : ClaimAction.Corrects;
        return Objects(_action.Value, inner, inner - 1, end, places, "purpose");
    }

    bool IsProper(int at) => text[at].Key is "proper" or "correct" or "right" or "actual";

    int Objects(ClaimAction action, int verb, int start, int end, IReadOnlyList<ParagraphReference> leading,
        string rule)
    {
        Understand(verb, end);
        _action = action;
        while (start < end && text[start].Kind is TokenKind.Colon or TokenKind.Dash)
            start++;
        var objects = new ObjectReader(text, action, _lost);
        objects.Leading.AddRange(leading);
        objects.Read(start, end);
        _claims.Add(action, _outer, verb, start, end, objects, rule);
        return end;
    }

    /// <summary><c>Überschrift geändert</c>, <c>name in paragraph 3 corrected to …</c>.</summary>
    int Passive(int start, int participle, int end)
    {
        for (var at = start; at < participle; at++)
        {
            if (text[at].Kind is TokenKind.Dash or TokenKind.Colon)
                start = at + 1;
        }
        while (start < participle && text[start].Kind is not (TokenKind.Word or TokenKind.Quote))
            start++;
        var verb = NoteVerbs.Find(text[participle].Key)!.Value;
        var stop = participle;
        while (stop > start && Auxiliary.Contains(text[stop - 1].Key))
            stop--;
        (_outer, _verbs.InPurpose, _action) = (null, false, verb.Action);
        var after = participle + 1;
        var clause = after;
        if (after < end && (Place.Contains(text[after].Key) || Reason.Contains(text[after].Key)))
            clause = _verbs.ClauseEnd(after, end);
        Understand(start, clause);
        var objects = new ObjectReader(text, verb.Action, _lost);
        objects.Read(start, stop);
        if (clause > after)
            objects.Read(after, clause);
        _claims.Add(verb.Action, null, participle, start, clause, objects, "participle");
        return clause;
    }

    /// <summary>
    /// Behind a semicolon the verb before goes on; a rewrite "with" one thing goes on with additions.
    /// </summary>
    int GoOn(ClaimAction action, int start, int end)
    {
        if (_verbs.InPurpose && text.Is(start, "to") && Saying.Contains(text[start + 1].Key))
        {
            Understand(start, end);
            return InnerClause(start + 1, end, []);
        }
        return Objects(action == ClaimAction.Recasts ? ClaimAction.Adds : action, start, start, end, [], "list");
    }

    int Instruct(int start, int end, ClaimTarget target)
    {
        Understand(start, end);
        _claims.AddInstruction(target, start, end);
        return end;
    }

    int TakePhotos(int start, int end, ClaimTarget target)
    {
        Understand(start, end);
        if (!Claims.Any(claim => claim.Target == target))
            _claims.AddMoved(target, start, end);
        return end;
    }

    bool StartsOther(int start, int end) =>
        _verbs.At(_verbs.LeadIn(start, end), atStart: true) is { Action: not ClaimAction.Kills };

    /// <summary>
    /// <c>Please kill the story NAME. A kill is mandatory.</c> Nothing behind it can take it back. Also where the order
    /// has another form: <c>The story NAME must not be used and is taken down</c>.
    /// </summary>
    int ReadKill(int start)
    {
        var end = _verbs.SentencePart(start);
        if (Claims.Any(claim => claim.Action == ClaimAction.Kills))
        {
            if (!Instruction.BelongsToKill(text, start, end))
                return -1;
        }
        else if (Instruction.Kills(text, start, end) && !StartsOther(start, end))
        {
            FirstVerb ??= ClaimAction.Kills;
            _claims.AddStory(ClaimAction.Kills, start, text.Words(start, end));
        }
        else
        {
            return -1;
        }
        Understand(start, end);
        return end;
    }
}

using Writethru.Copy;
using static Writethru.Reading.NoteLexicon;

namespace Writethru.Reading;

/// <summary>Reads the clauses of one note in their order, each with its verb.</summary>
sealed class ClauseReader(NoteText text)
{
    readonly bool[] _understood = new bool[text.Count];
    readonly bool[] _lost = new bool[text.Count];
    readonly ClaimWriter _claims = new(text);
    ClaimAction? _action;
    ClaimAction? _outer;
    bool _inCapitals;
    int _infinitive = -1;

    public List<Claim> Claims => _claims.All;

    /// <summary>The verb that the note begins with; null when it has none.</summary>
    public ClaimAction? FirstVerb { get; private set; }

    /// <summary>The verb that stands for the whole, when the note begins without one: "KORJATTU".</summary>
    public ClaimAction? Default { get; init; }

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
            if (token.Kind is not (TokenKind.Word or TokenKind.Quote) || (And.Contains(token.Key) && token.Kind == TokenKind.Word))
            {
                if (token.Kind == TokenKind.Stop)
                    (_action, _outer, _infinitive) = (Default, null, -1);
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
        var end = SentencePart(start);
        if (Instruction.Opens(text, start, end) is { } target)
            return Instruct(start, end, target);
        if (Instruction.PhotosMoved(text, start, end) is { } moved)
            return TakePhotos(start, end, moved);
        var at = LeadIn(start, end);
        if (!IsVerb(at, atStart: true) && ParagraphGrammar.Read(text, at) is { } place && place.Part is null
            && IsVerb(After(place.End), atStart: true) && IsLead(place.End))
        {
            var verb = After(place.End);
            return Predicate(start, verb, ClauseEnd(verb + 1, end), place.Where);
        }
        if (IsVerb(at, atStart: true))
            return Predicate(start, at, ClauseEnd(at + 1, end), []);
        if (Participle(start, end) is > 0 and var participle)
            return Passive(start, participle, end);
        if (_action is { } action && (start > 0 && text[start - 1].Kind == TokenKind.Semicolon || action == Default && Claims.Count == 0))
        {
            var clause = ClauseEnd(start + 1, end);
            if (action != Default || IsCorrection(start, clause))
                return GoOn(action, start, clause);
        }
        if (Instruction.IsSentence(text, start, end))
            return Instruct(start, end, ClaimTarget.Story);
        return end;
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

    bool IsLead(int placeEnd) => text[placeEnd].Kind is TokenKind.Comma or TokenKind.Colon
        || NoteVerbs.Find(text[placeEnd].Key) is { IsParticiple: false };

    int After(int at) => text[at].Kind is TokenKind.Comma or TokenKind.Colon ? at + 1 : at;

    /// <summary>Index of the semicolon or full stop that ends this part of the note.</summary>
    int SentencePart(int at)
    {
        while (at < text.Count && text[at].Kind is not (TokenKind.Semicolon or TokenKind.Stop))
            at++;
        return at;
    }

    /// <summary>Index after the words with which a sentence comes to its verb; the start where no verb follows.</summary>
    int LeadIn(int start, int end)
    {
        var at = start;
        while (at < end && text.IsWord(at) && !IsVerb(at, atStart: true)
            && (NoteLexicon.LeadIn.Contains(text[at].Key) || text.Is(at, "to") && (at > start || _infinitive >= 0)))
            at++;
        if (!IsVerb(at, atStart: true))
            at = Subject(start, end);
        // "has been corrected version" speaks of a version, not of a correction.
        if (IsVerb(at, atStart: true) && text[at + 1].Key is "version" && IsVerb(LeadIn(at + 1, end), atStart: true))
            at = LeadIn(at + 1, end);
        return IsVerb(at, atStart: true) ? at : start;
    }

    /// <summary>"This May 4 story has been corrected", "The story Ferry-Sinks is withdrawn": index of the verb, or -1.</summary>
    int Subject(int start, int end)
    {
        if (text[start].Key is not ("this" or "the" or "an" or "in" or "following" or "our"))
            return -1;
        var named = start;
        while (named < end && named < start + 10 && text[named].Key is not ("story" or "version" or "item" or "article" or "report" or "dispatch"))
            named++;
        for (var at = named + 1; named < end && at < end && at < named + 10; at++)
        {
            if (!IsVerb(at, atStart: true))
                continue;
            var before = text[at - 1];
            if (at == named + 1 || before.Kind == TokenKind.Comma || NoteLexicon.LeadIn.Contains(before.Key)
                || before.Key.EndsWith("ly", StringComparison.Ordinal))
                return at;
        }
        return -1;
    }

    bool IsVerb(int at, bool atStart)
    {
        if (!text.IsWord(at) || NoteVerbs.Find(text[at].Key) is not { } verb)
            return false;
        var isCapitals = text.IsCapitals(at);
        if (verb.IsOpening && !isCapitals && (!atStart || verb.IsBase) && !IsAsked(at))
            return false;
        if (text.Is(at, "new") && !Throughout.Contains(text[at + 1].Key))
            return false;
        if (text[at].Key is "writes" && text[at + 1].Key is not ("through" or "thru") || text[at].Key is "takes" && !text.Is(at + 1, "in"))
            return false;
        if (!atStart && _inCapitals && !isCapitals && (verb.IsParticiple || verb.IsBase || !OpensObject(at + 1)))
            return false;
        return !verb.IsBase || at == 0 || isCapitals || IsAsked(at) || (atStart && text[at - 1].Kind is not (TokenKind.Word or TokenKind.Comma))
            || (_infinitive >= 0 && atStart) || (_infinitive >= 0 && !_inCapitals);
    }

    /// <summary>"ADDS quotes, updates toll": a small verb is one where it has an object.</summary>
    bool OpensObject(int at) => NoteTargets.Find(text[at].Key) is not null || text[at].Key is "with" or "the"
        || NoteTargets.Find(text[at + 1].Key) is not null && text.IsWord(at) && !NoteLexicon.Place.Contains(text[at].Key);

    bool IsAsked(int at) => text[at - 1].Key is "to" or "please" or "must";

    /// <summary>Index where the clause ends: before the next verb that a comma, a colon or "and" brings.</summary>
    int ClauseEnd(int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            var token = text[i];
            var isAnd = token.Kind == TokenKind.Word && And.Contains(token.Key);
            if (token.Kind is not (TokenKind.Comma or TokenKind.Colon or TokenKind.Dash) && !isAnd)
                continue;
            var next = i + 1;
            while (next < end && (text[next].Kind is TokenKind.Comma or TokenKind.Dash || (text.IsWord(next) && (And.Contains(text[next].Key) || text[next].Key is "also" or "it"))))
                next++;
            if (Instruction.Opens(text, next, end) is not null && token.Kind == TokenKind.Comma)
                return i;
            if (text.Is(next, "to") && _infinitive >= 0 && NoteVerbs.Find(text[next + 1].Key) is { IsBase: true })
                return i;
            if (token.Kind == TokenKind.Colon && (IsVerb(LeadIn(next, end), atStart: true) || Participle(next, end) > 0))
                return i;
            if (IsVerb(next, atStart: false) && !IsNounHere(next, i, end))
                return i;
        }
        return end;
    }

    /// <summary>In running text a participle behind "and" belongs to the text: "the shares fell and closed".</summary>
    bool IsNounHere(int at, int mark, int end)
    {
        var verb = NoteVerbs.Find(text[at].Key)!.Value;
        if (verb.IsParticiple && text.IsCapitals(at))
            return false;
        if (text[at].Key is "repetition" or "repeat")
            return true;
        if (verb.IsParticiple && text.IsWord(mark))
            return !_isPast;
        return verb.IsParticiple && !_isPast && text[at].Key.EndsWith("ed", StringComparison.Ordinal)
            && ParagraphGrammar.Read(text, at + 1) is null && at + 1 < end;
    }

    bool _isPast;

    int Predicate(int start, int at, int end, IReadOnlyList<ParagraphReference> leading)
    {
        var verb = NoteVerbs.Find(text[at].Key)!.Value;
        if (at == 0 || FirstVerb is null)
            (FirstVerb, _inCapitals, _isPast) = (FirstVerb ?? verb.Action, text.IsCapitals(at) && !_claims.IsAllCapitals, verb.IsParticiple);
        Understand(start, end);
        if (!verb.IsBase || _infinitive < 0)
            (_outer, _infinitive) = (null, -1);
        var action = verb.Action;
        _action = action;
        var next = text[at].Key is "writes" or "takes" ? at + 2 : at + 1;
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
        || ParagraphGrammar.Read(text, at) is null && NotedObject.Of(text, at, end, knowsPeople: false, corrects: true).Target is null or ClaimTarget.Story;

    /// <summary>Index of the infinitive that says what for; -1 when none follows. Places before it are taken along.</summary>
    int Infinitive(int at, int end, List<ParagraphReference> places)
    {
        var next = at;
        var found = new List<ParagraphReference>();
        if (ParagraphGrammar.Read(text, next) is { Part: null } place && place.End < end && Place.Contains(text[next].Key))
        {
            found.AddRange(place.Where);
            next = After(place.End);
        }
        while (next < end && (NoteTargets.Find(text[next].Key) == ClaimTarget.Story || text[next].Key is "in" or "order" or "the" or "previous"))
            next++;
        if (text.Is(next, "with") && text[next + 1].Key is "correct" && next + 1 < end)
            return next + 1;
        if (!text.Is(next, "to") || next >= end)
            return -1;
        next++;
        while (text.IsWord(next) && (Light.Contains(text[next].Key) || text[next].Key is "correctly" or "properly" or "accurately" or "better"))
            next++;
        if (next >= end || !(Saying.Contains(text[next].Key) || NoteVerbs.Find(text[next].Key) is { IsBase: true }))
            return -1;
        places.AddRange(found);
        return next;
    }

    /// <summary>Whether what it was done for are claims too; of a rewrite only what it adds.</summary>
    bool HasPurpose(ClaimAction action, int inner) => action is ClaimAction.Corrects or ClaimAction.Refiles or ClaimAction.Repeats
            or ClaimAction.Updates or ClaimAction.Kills or ClaimAction.Replaces
        || action is ClaimAction.Recasts && NoteVerbs.Find(text[inner].Key)?.Action is ClaimAction.Adds or ClaimAction.Corrects;

    /// <summary>"refiled to correct …", "corrected to add …", "updated to add …".</summary>
    int Purpose(ClaimAction outer, int at, int inner, int end, List<ParagraphReference> places)
    {
        if (outer != ClaimAction.Corrects)
            _claims.AddStory(outer, at);
        (_outer, _infinitive) = (outer, inner);
        end = ClauseEnd(inner + 1, end);
        return InnerClause(inner, end, places);
    }

    int InnerClause(int inner, int end, List<ParagraphReference> places)
    {
        if (NoteVerbs.Find(text[inner].Key) is { IsBase: true } verb)
            return Objects(verb.Action, inner, inner + 1, end, places, "purpose");
        // "to reflect the proper title of …" names a thing, "to reflect that …" says one.
        var noun = inner + 1;
        while (noun < end && text.IsWord(noun) && (Article.Contains(text[noun].Key) || text[noun].Key is "proper" or "correct" or "right" or "actual" or "full"))
            noun++;
        if (noun > inner + 1 && text[noun - 1].Key is "proper" or "correct" or "right" or "actual")
            return Objects(ClaimAction.Corrects, inner, noun, end, places, "purpose");
        // "to show …": the words themselves are the correction.
        _action = _outer is ClaimAction.Updates or ClaimAction.Adds ? ClaimAction.Updates : ClaimAction.Corrects;
        return Objects(_action.Value, inner, inner - 1, end, places, "purpose");
    }

    int Objects(ClaimAction action, int verb, int start, int end, IReadOnlyList<ParagraphReference> leading, string rule)
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

    /// <summary>A participle that stands behind what it was done to; -1 when there is none.</summary>
    int Participle(int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (text.IsWord(at) && NoteVerbs.Find(text[at].Key) is { IsParticiple: true, IsOpening: false } && !(_inCapitals && !text.IsCapitals(at)))
                return at;
        }
        return -1;
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
        while (stop > start && text[stop - 1].Key is "is" or "was" or "were" or "are" or "been" or "has" or "have" or "wurde" or "wurden" or "wird" or "on" or "fue")
            stop--;
        (_outer, _infinitive, _action) = (null, -1, verb.Action);
        var after = participle + 1;
        var clause = after;
        if (after < end && (text.Is(after, "to") || text.Is(after, "from") || Place.Contains(text[after].Key) || Reason.Contains(text[after].Key)))
            clause = ClauseEnd(after, end);
        Understand(start, clause);
        var objects = new ObjectReader(text, verb.Action, _lost);
        objects.Read(start, stop);
        if (clause > after)
            objects.Read(after, clause);
        _claims.Add(verb.Action, null, participle, start, clause, objects, "participle");
        return clause;
    }

    /// <summary>Behind a semicolon the verb before goes on; a rewrite "with" one thing goes on with additions.</summary>
    int GoOn(ClaimAction action, int start, int end)
    {
        if (_infinitive >= 0 && text.Is(start, "to") && Saying.Contains(text[start + 1].Key))
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

    /// <summary>
    /// <c>Please kill the story NAME. A kill is mandatory.</c> Nothing behind it can take it back. Also where the order
    /// has another form: <c>The story NAME must not be used and is taken down</c>.
    /// </summary>
    int ReadKill(int start)
    {
        var end = SentencePart(start);
        if (Claims.Any(claim => claim.Action == ClaimAction.Kills))
        {
            if (!Instruction.BelongsToKill(text, start, end))
                return -1;
        }
        else if (Instruction.Kills(text, start, end))
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

using Writethru.Copy;
using static Writethru.Reading.Advisories.NoteLexicon;

namespace Writethru.Reading.Advisories;

/// <summary>What one verb was done to, and where, read from the tokens behind it (or before a participle).</summary>
/// <remarks>
/// A list of paragraphs reaches back over all objects of its verb that have none yet; what comes behind it has none of
/// its own until the next list.
/// </remarks>
sealed class ObjectReader(NoteText text, ClaimAction action, bool[] lost)
{
    readonly List<NotedObject> _objects = [];
    int _section, _chunk, _owners, _tail = -1, _placedFrom = -1;
    bool _wasPart;
    bool _joinedByAnd;

    public List<NotedObject> Objects => _objects;

    /// <summary>Parts that were named as the place of an object: <c>typo in headline</c>.</summary>
    public List<(ClaimTarget Part, int Start, int End, NotedObject? Of)> Parts { get; } = [];

    /// <summary>Paragraphs that were named right behind the verb, before what it brings.</summary>
    public List<ParagraphReference> Leading { get; } = [];

    bool Corrects => Contrasts || action is ClaimAction.Deletes;

    bool Contrasts => action is ClaimAction.Corrects or ClaimAction.Changes or ClaimAction.Replaces;

    /// <summary>Reads the tokens from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public void Read(int start, int end)
    {
        _chunk = start;
        for (var at = start; at < end;)
        {
            if (PlaceAt(at) is { } place && place.End <= end)
            {
                at = TakePlace(at, place, end);
                continue;
            }
            if (_tail < 0 && IsNumberLost(at, end, out var after))
            {
                CloseChunk(at);
                _chunk = at = after;
                continue;
            }
            if (_tail < 0 && OpensTail(at, start))
            {
                CloseChunk(at);
                _owners = _objects.Count > _section || _objects.Count == 0 ? _section : _objects.Count - 1;
                _tail = at;
            }
            else if (_tail < 0 && IsSeparator(at))
            {
                CloseChunk(at);
                _joinedByAnd = text.IsWord(at) || text[at].Key is "&" or "+" or "/";
                _chunk = at + 1;
            }
            at++;
        }
        if (_tail < 0)
            CloseChunk(end);
        else
            CloseTail(end);
    }

    bool IsSeparator(int at) => text[at].Kind is TokenKind.Comma or TokenKind.Colon
        || text.IsAnd(at);

    NotedPlace? PlaceAt(int at)
    {
        if (ParagraphGrammar.Read(text, at) is { } place && IsPlaceHere(at, place))
            return place;
        return _wasPart && _tail < 0 && at == _chunk ? ParagraphGrammar.FurtherPart(text, at) : null;
    }

    /// <summary>In the words of a correction only what is clearly a place is one.</summary>
    bool IsPlaceHere(int at, NotedPlace place) => place.Part is not { } part
        || (_tail >= 0 || Corrects || at == _chunk || text[at].Key is "in" or "im" or "en"
            ? !(text.Is(at, "of") && at == _chunk)
            : part == ClaimTarget.Lead);

    int TakePlace(int at, NotedPlace place, int end)
    {
        var hasPreposition = text.IsWord(at) && Place.Contains(text[at].Key);
        if (_tail < 0)
            CloseChunk(at);
        else
            CloseTail(at);
        var references = place.Open && action is ClaimAction.Deletes or ClaimAction.Corrects or ClaimAction.Replaces
            ? [.. place.Where.Select(where => where is ParagraphReference.From from
                ? new ParagraphReference.Listed([new ParagraphRange(from.Number, from.Number)]) : where)]
            : place.Where;
        if (place.Part is { } part)
            TakePart(part, at, place.End, hasPreposition);
        else if (_objects.Count == 0 && IsLeading(place, hasPreposition, end))
            Leading.AddRange(references);
        else
            Attach(references, at, place.End, hasPreposition);
        return AfterPlace(place.End, end);
    }

    /// <summary>"UPDATES throughout with …", "corrected in paragraph 4 to …": the place of all that follows.</summary>
    bool IsLeading(NotedPlace place, bool hasPreposition, int end)
    {
        if (place.End >= end)
            return false;
        if (hasPreposition && text[place.End].Kind == TokenKind.Comma)
            return NotedObject.Of(text, place.End + 1, NextChunk(place.End + 1, end), false,
                Corrects).Target is not null;
        var key = text[place.End].Key;
        return NoteTargets.Find(key) is not null
            || ((hasPreposition || place.Where[0] is ParagraphReference.Throughout)
                && (With.Contains(key) || key is "to" or "that"));
    }

    int AfterPlace(int at, int end)
    {
        if (!_wasPart || _tail < 0)
            _section = _objects.Count;
        var isListed = at < end && IsSeparator(at);
        var next = at;
        while (next < end && IsSeparator(next))
            next++;
        if (_tail >= 0)
        {
            _tail = -1;
            var chunk = NextChunk(next, end);
            var isNext = isListed && OpensObject(next, chunk);
            if (!isNext && at < end)
            {
                // The sentence of the correction goes on behind the place.
                (_tail, _section) = (at, _owners);
                return at;
            }
        }
        _joinedByAnd = false;
        if (!isListed && _objects.Count > 0 && at < end && !OpensTail(at, at - 1))
            return _chunk = SkipOn(at, end);
        return _chunk = next;
    }

    /// <summary>Whether a further object, or place, comes behind the place of a correction.</summary>
    bool OpensObject(int at, int end) => (end > at && end - at <= 4 && text.Is(end, "to"))
        || (_wasPart && ParagraphGrammar.FurtherPart(text, at) is not null)
        || NotedObject.Of(text, at, end, knowsPeople: false, Corrects).Target is not null
        || ParagraphGrammar.Read(text, at) is not null;

    /// <summary>Words behind a place that still speak of the object before it.</summary>
    int SkipOn(int at, int end)
    {
        var stop = at;
        var isComplement = NoteLexicon.Of.Contains(text[at].Key);
        while (stop < end && !(IsSeparator(stop) && !(isComplement && text.IsAnd(stop))) && !OpensTail(stop, at - 1)
            && ParagraphGrammar.Read(text, stop) is null)
            stop++;
        _objects[^1].SpanEnd = stop;
        return stop;
    }

    int NextChunk(int at, int end)
    {
        while (at < end && !IsSeparator(at) && !OpensTail(at, at) && !Place.Contains(text[at].Key))
            at++;
        return at;
    }

    void TakePart(ClaimTarget part, int start, int end, bool hasPreposition)
    {
        var before = _objects.Count > _section || _wasPart && _objects.Count > 0 ? _objects[^1] : null;
        if (before is null && !hasPreposition)
        {
            _objects.Add(Bare(part, start, end));
            return;
        }
        Parts.Add((part, before?.Start ?? start, end, before));
        for (var i = _section; i < _objects.Count; i++)
        {
            _objects[i].IsPlaced |= !NoteTargets.IsPart(_objects[i].Target ?? ClaimTarget.Para);
            _objects[i].SpanEnd = end;
        }
        _wasPart = true;
    }

    static NotedObject Bare(ClaimTarget target, int start, int end) =>
        new() { Start = start, End = end, SpanEnd = end, Target = target, IsBare = true };

    void Attach(IEnumerable<ParagraphReference> references, int start, int end, bool hasPreposition)
    {
        // After "in 1st bullet, paragraphs 1 and 14" the numbers belong to the same object.
        var first = _section;
        if (first == _objects.Count && first > 0 && IsJoinedPlace(start))
            first = _placedFrom >= 0 ? _placedFrom : first - 1;
        _placedFrom = first;
        var any = false;
        for (var i = first; i < _objects.Count; i++)
        {
            var target = _objects[i].Target;
            if (target is { } known && NoteTargets.IsPart(known) && known != ClaimTarget.Story)
                continue;
            _objects[i].Where.AddRange(references);
            _objects[i].SpanEnd = end;
            any = true;
        }
        if (any)
            return;
        if (hasPreposition && first < _objects.Count)
        {
            // A photo stands in no paragraph, a link does.
            if (_objects[^1].Target is ClaimTarget.Link or ClaimTarget.Bullet)
                _objects[^1].Where.AddRange(references);
            return;
        }
        _objects.Add(Bare(ClaimTarget.Para, start, end));
        _objects[^1].Where.AddRange(references);
    }

    /// <summary>Whether a further place of the object before the last place stands there.</summary>
    bool IsJoinedPlace(int at) => _objects[^1] is { } last && (last.Where.Count > 0 || last.IsPlaced)
        && (text[at - 1].Kind == TokenKind.Comma || text.IsAnd(at - 1));

    /// <summary>Whether words stand there that say what is right or wrong now, or why.</summary>
    bool OpensTail(int at, int start)
    {
        if (!text.IsWord(at))
            return false;
        var key = text[at].Key;
        if (key is "to" && (Saying.Contains(text[at + 1].Key) || NoteVerbs.Find(text[at + 1].Key) is { IsBase: true }))
            return at > start || Contrasts;
        if (action is ClaimAction.Deletes)
            return at > start && (Reason.Contains(key) || key is "as");
        if (!Contrasts)
            return false;
        return key is "to" or "from" or "that" or "po" or "p.o" or "sted" or "instead" or "rather" or "because" or "so"
                or "statt" or "which" or "where" or "previous" or "previously"
            || (key is "as" or "is" or "was" or "by" or "after" or "following" && at > start)
            || (key is "not" && text[at - 1].Kind == TokenKind.Comma)
            || (key is "with" && action == ClaimAction.Replaces);
    }

    void CloseTail(int end)
    {
        if (_owners >= _objects.Count)
            _objects.Add(new NotedObject { Start = _tail, End = end, SpanEnd = end });
        for (var i = _owners; i < _objects.Count; i++)
        {
            if (_objects[i].Tail.End == 0)
                _objects[i].Tail = (_tail, end);
            _objects[i].SpanEnd = end;
        }
        _section = _owners;
    }

    void CloseChunk(int end)
    {
        var start = _chunk;
        while (start < end && !text.IsWord(start) && text[start].Kind != TokenKind.Quote)
            start++;
        while (end > start && (text[end - 1].Kind is not (TokenKind.Word or TokenKind.Quote) || text.IsAnd(end - 1)))
            end--;
        if (_objects.Count == _section)
            start = SkipWith(start, end);
        _chunk = end;
        if (start >= end)
            return;
        _wasPart = false;
        var before = _objects.Count > _section ? _objects[^1] : null;
        var isComplement = before is { IsOpen: true, Target: not null };
        var found = NotedObject.Of(text, start, end, knowsPeople: !isComplement, Corrects);
        if (before is not null && IsSame(before, found))
        {
            before.End = before.SpanEnd = found.End;
            before.Target ??= found.Target;
            return;
        }
        // "spelling of Roe in paragraph 3 and Doe in paragraph 5"
        if (Contrasts && found.Target is null && IsName(found) && _objects.Count > 0 && _objects[^1].Where.Count > 0)
            found.Target = _objects[^1].Target;
        _objects.Add(found);
    }

    /// <summary>"UPDATES story with …", "adds on …".</summary>
    int SkipWith(int start, int end)
    {
        var at = start;
        if (at < end - 1 && NoteTargets.Find(text[at].Key) == ClaimTarget.Story && With.Contains(text[at + 1].Key))
            at++;
        if (text.Is(at, "to") && text[at + 1].Key is "include" or "add" or "reflect" or "incorporate" or "show")
            return at + 2;
        return at < end - 1 && With.Contains(text[at].Key) ? at + 1 : start;
    }

    /// <summary>Whether words behind a comma go on with the object before it.</summary>
    bool IsSame(NotedObject before, NotedObject found)
    {
        if (found.Target is null)
            return before.Target is null || before.IsOpen;
        // "first and last names"
        if (before.End == before.Start + 1 && text[before.Start].Key is "first" or "last" or "middle")
            return _joinedByAnd;
        if (before.Target is null)
            return !found.IsBare && IsName(before) && text.IsCapitalised(found.Start) && !IsAllCapitals(found);
        if (before.Target != found.Target || before.IsOpen || NoteTargets.IsPart(found.Target.Value))
            return false;
        // "name and ticker"; "sales, profit figures"
        return (_joinedByAnd && found.IsBare) || (before.IsBare && !found.IsBare && !found.IsOpen
            && text[found.End - 1].Key is "figures" or "numbers" or "data" or "results" or "names" or "titles");
    }

    bool IsAllCapitals(NotedObject found) => text.IsCapitals(found.End - 1);

    bool IsName(NotedObject found)
    {
        for (var at = found.Start; at < found.End; at++)
        {
            if (text.IsWord(at) && !text.IsCapitalised(at) && !And.Contains(text[at].Key))
                return false;
        }
        return true;
    }

    bool IsDigits(int at) => char.IsAsciiDigit(text[at].Key.FirstOrDefault());

    /// <summary>"in paras 99999999999": a reference that no story can have. It is said, not guessed.</summary>
    bool IsNumberLost(int at, int end, out int after)
    {
        var noun = Place.Contains(text[at].Key) ? at + 1 : at;
        after = noun + 1;
        if (!text.IsWord(noun) || !IsParagraphNoun(text[noun].Key) || !IsDigits(after))
            return false;
        while (after < end && (IsDigits(after) || text[after].Kind is TokenKind.Comma or TokenKind.Dash))
            after++;
        lost.AsSpan(at, after - at).Fill(true);
        return true;
    }
}

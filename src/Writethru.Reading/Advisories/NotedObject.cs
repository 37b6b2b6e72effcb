using Writethru.Copy;
using static Writethru.Reading.Advisories.NoteLexicon;

namespace Writethru.Reading.Advisories;

/// <summary>One thing that a verb of a note brings, by the tokens that name it.</summary>
sealed class NotedObject
{
    public required int Start { get; init; }

    public required int End { get; set; }

    /// <summary>What its noun stands for; null when the noun is not known.</summary>
    public ClaimTarget? Target { get; set; }

    /// <summary>Whether nothing but the noun stands there: <c>photo</c>, <c>more details</c>.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether words follow the noun that go on behind a comma: <c>quotes from the mayor, …</c>.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is minor changes in a list of other things.</summary>
    public bool IsChange { get; init; }

    /// <summary>The paragraphs it stands in.</summary>
    public List<ParagraphReference> Where { get; } = [];

    /// <summary>Whether a part of the item, such as the headline, was named as its place.</summary>
    public bool IsPlaced { get; set; }

    /// <summary>Index after the last token that speaks of it.</summary>
    public int SpanEnd { get; set; }

    /// <summary>Whether a statement says what is right, and no noun what was wrong: <c>to show that …</c>.</summary>
    public bool IsSaid => Target is null && Tail.Start == Start;

    /// <summary>Tokens of what was right and wrong, behind it; empty when none.</summary>
    public (int Start, int End) Tail { get; set; }

    /// <summary>Reads the noun of the tokens.</summary>
    /// <param name="text">The note.</param>
    /// <param name="start">Index of the first token.</param>
    /// <param name="end">Index after the last one.</param>
    /// <param name="knowsPeople">Whether "analysts" may stand for what they say.</param>
    /// <param name="corrects">Whether it is put right, and not new.</param>
    public static NotedObject Of(NoteText text, int start, int end, bool knowsPeople, bool corrects)
    {
        var first = start;
        while (first < end - 1 && (Light.Contains(text[first].Key) || Article.Contains(text[first].Key)))
            first++;
        var stop = first;
        while (stop < end && text[stop].Kind != TokenKind.Quote
            && !(stop > first && NoteLexicon.Of.Contains(text[stop].Key)))
            stop++;
        var head = stop - 1;
        if (head < first)
            return new NotedObject { Start = start, End = end, SpanEnd = end };
        // "missing "the"": what is missing is a word.
        if (stop < end && text[stop].Kind == TokenKind.Quote && Lost.Contains(text[head].Key))
            return new NotedObject { Start = start, End = end, SpanEnd = end, Target = ClaimTarget.Spelling };
        var target = TargetOf(text, first, head, knowsPeople);
        if (!corrects && NoteTargets.IsOnlyCorrected(text[head].Key) && target is not null)
            target = null;
        // "MITÄ ON TIEDOSSA -OTSIKKO": a part of the item at the end of a name.
        if (target is null && stop < end && NoteTargets.Find(text[end - 1].Key) is { } part
            && NoteTargets.IsPlace(part))
            target = part;
        // "dateline EASTPORT": the part, and what it says now.
        if (target is null && text.IsCapitalised(first + 1) && NoteTargets.Find(text[first].Key) is { } named
            && NoteTargets.IsPlace(named))
            target = named;
        return new NotedObject
        {
            Start = start,
            End = end,
            SpanEnd = end,
            Target = target,
            IsBare = target is not null && head == first && stop == end,
            IsOpen = stop < end,
            IsChange = text[head].Key is "changes" or "edits" or "editing" or "tweaks" && stop == end,
        };
    }

    static ClaimTarget? TargetOf(NoteText text, int first, int head, bool knowsPeople)
    {
        var noun = text[head].Key;
        if (IsParagraphNoun(noun) && head > first && NoteTargets.Find(text[head - 1].Key) == ClaimTarget.Lead)
            return ClaimTarget.Lead;
        if (noun == "point" && head > first && text[head - 1].Key == "bullet")
            return ClaimTarget.Bullet;
        if (noun is "title" && head > first && text[head - 1].Key is "film" or "book" or "song" or "movie")
            return ClaimTarget.Spelling;
        if (IsLostWriting(text, first, head + 1))
            return ClaimTarget.Spelling;
        var modifier = head > first ? NoteTargets.Find(text[head - 1].Key) : null;
        if (NoteTargets.Find(noun) == ClaimTarget.Link
            && modifier is ClaimTarget.Photo or ClaimTarget.Video or ClaimTarget.Graphic)
            return modifier;
        if (IsMovement(text, first, head))
            return ClaimTarget.Figures;
        if (NoteTargets.Find(noun) is { } target)
            return target;
        if (knowsPeople && NoteTargets.IsPerson(noun))
            return ClaimTarget.Quotes;
        return IsCounted(text, first, head + 1) ? ClaimTarget.Figures : null;
    }

    /// <summary>
    /// <c>stock price move</c>, <c>market close</c>; not the move of a minister, the close of a fair.
    /// </summary>
    static bool IsMovement(NoteText text, int first, int head) =>
        text[head].Key is "move" or "moves" or "movement" or "movements" or "close" or "change" or "changes" or "rise"
            or "fall" or "gain" or "gains" or "drop" or "increase" or "decrease" or "target" or "growth" or "outlook"
        && (head == first ? text[head].Key is "close" && !text.IsWord(head + 1)
            : NoteTargets.Find(text[head - 1].Key) == ClaimTarget.Figures);

    /// <summary><c>dropped word</c>, <c>extraneous characters</c>.</summary>
    static bool IsLostWriting(NoteText text, int start, int end)
    {
        var isLost = false;
        for (var at = start; at < end; at++)
        {
            var key = text[at].Key;
            isLost |= Lost.Contains(key);
            if (key is "typographical" or "typing" or "spelling" or "grammatical" || (isLost && Writing.Contains(key)))
                return true;
        }
        return false;
    }

    /// <summary><c>three more wounded</c>, <c>at least 12 dead</c>.</summary>
    public static bool IsCounted(NoteText text, int start, int end)
    {
        var lastNumber = -4;
        for (var at = start; at < end; at++)
        {
            if (char.IsAsciiDigit(text[at].Key.FirstOrDefault()) || NoteNumbers.Cardinal(text[at].Key) is not null)
                lastNumber = at;
            else if (Counted.Contains(text[at].Key) && at - lastNumber <= 3)
                return true;
        }
        return false;
    }
}

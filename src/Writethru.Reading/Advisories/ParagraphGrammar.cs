using System.Collections.Immutable;
using Writethru.Copy;
using static Writethru.Reading.Advisories.NoteLexicon;

namespace Writethru.Reading.Advisories;

/// <summary>A place in the copy that a note names.</summary>
/// <param name="End">Index after its last token.</param>
/// <param name="Where">Its paragraphs, one reference a kind; empty for a part such as the headline.</param>
/// <param name="Part">The part; null for paragraphs.</param>
/// <param name="Open">From a paragraph on: the last of its numbers may also be meant alone.</param>
readonly record struct NotedPlace(
    int End, ImmutableArray<ParagraphReference> Where, ClaimTarget? Part, bool Open = false);

/// <summary>
/// References to paragraphs: <c>in paras 2, 6-10</c>, <c>penultimate paragraph</c>, <c>at bottom</c>.
/// </summary>
static class ParagraphGrammar
{
    /// <summary>Most tokens of a list of numbers that are followed; it bounds the work at every start.</summary>
    const int LongestList = 120;

    /// <summary>The reference that begins there, its preposition included; null when none does.</summary>
    public static NotedPlace? Read(NoteText text, int at)
    {
        var start = at;
        var preposition = text.IsWord(at) && Place.Contains(text[at].Key) ? text[at].Key : "";
        if (preposition.Length > 0)
            at++;
        while (text.IsWord(at) && (Article.Contains(text[at].Key) || text.Is(at, "very")))
            at++;
        if (at > start && preposition.Length == 0 && !IsNumberLike(text, at))
            return null;
        if (text.IsWord(at) && Throughout.Contains(text[at].Key))
            return new NotedPlace(at + 1, [new ParagraphReference.Throughout()], null);
        if (preposition == "at" && text[at].Key is "bottom" or "end" or "foot"
            && OfStory(text, at + 1) is > 0 and var end)
            return FromEnd(end, 1);
        return Part(text, at, preposition)
            ?? Sentence(text, at)
            ?? Ending(text, at)
            ?? Listed(text, at, preposition)
            ?? (IsParagraph(text, at) && !IsParagraph(text, at + 1) ? Ending(text, at + 1) : null)
            ?? Ordinals(text, at, preposition);
    }

    static bool IsNumberLike(NoteText text, int at) => NoteNumbers.Ordinal(text[at].Key) is not null
        || Last.Contains(text[at].Key) || First.Contains(text[at].Key) || IsPenultimate(text[at].Key)
        || IsParagraphNoun(text[at].Key)
        || text[at].Key is "next" || NoteNumbers.BackwardsWord(text[at].Key) is not null;

    static bool IsParagraph(NoteText text, int at) => text.IsWord(at) && IsParagraphNoun(text[at].Key);

    /// <summary><c>in headline</c>, <c>in last bullet point</c>, <c>the first sentence</c>.</summary>
    static NotedPlace? Part(NoteText text, int at, string preposition)
    {
        var next = at;
        if (NoteNumbers.Ordinal(text[next].Key) is not null || Last.Contains(text[next].Key))
            next++;
        if (text[next].Kind != TokenKind.Word)
            return null;
        if (next > at && text[next].Key is "sentence" or "line" && text[next + 1].Key is not ("of" or "in"))
        {
            if (text[at].Key is "first" or "opening")
                return new NotedPlace(next + 1, [], ClaimTarget.Lead);
            if (Last.Contains(text[at].Key) && EndsPhrase(text, next + 1))
                return FromEnd(next + 1, 1);
        }
        if (NoteTargets.Find(text[next].Key) is not { } target || !NoteTargets.IsPlace(target))
            return null;
        if (target == ClaimTarget.Bullet)
        {
            var end = text.Is(next + 1, "point") || text.Is(next + 1, "points") ? next + 2 : next + 1;
            return new NotedPlace(end, [], target);
        }
        if (next > at || preposition.Length == 0 || preposition is "at")
            return null;
        if (target == ClaimTarget.Lead)
        {
            var end = next + 1;
            if (IsParagraph(text, end) || text.Is(end, "sentence"))
                end++;
            // "in lead role" speaks of something else.
            return EndsPhrase(text, end) ? new NotedPlace(end, [], target) : null;
        }
        return EndsPhrase(text, next + 1) ? new NotedPlace(next + 1, [], target) : null;
    }

    /// <summary>A part that a list of places goes on with: the lead in "in headline, lead".</summary>
    public static NotedPlace? FurtherPart(NoteText text, int at) =>
        NoteTargets.Find(text[at].Key) is { } target && NoteTargets.IsPlace(target) && EndsPhrase(text, at + 1)
            ? new NotedPlace(at + 1, [], target) : null;

    /// <summary>Whether no further noun follows: what comes is a mark or a small word.</summary>
    static bool EndsPhrase(NoteText text, int at) => !text.IsWord(at) || And.Contains(text[at].Key)
        || Place.Contains(text[at].Key) || Of.Contains(text[at].Key) || Reason.Contains(text[at].Key)
        || Throughout.Contains(text[at].Key) || text[at].Key is "not" or "is" or "was"
        || NoteVerbs.Find(text[at].Key) is not null;

    /// <summary><c>second sentence of third paragraph</c>: the paragraph counts.</summary>
    static NotedPlace? Sentence(NoteText text, int at)
    {
        if ((NoteNumbers.Ordinal(text[at].Key) is null && !Last.Contains(text[at].Key))
            || text[at + 1].Key is not ("sentence" or "line" or "satz"))
            return null;
        var next = text[at + 2].Kind == TokenKind.Comma ? at + 3 : at + 2;
        if (text.Is(next, "of") && OfStory(text, next) is > 0 and var end)
            return Last.Contains(text[at].Key) ? FromEnd(end, 1)
                : NoteNumbers.Ordinal(text[at].Key) == 1 ? new NotedPlace(end, [], ClaimTarget.Lead)
                : null;
        return text.IsWord(next) ? Read(text, next) : null;
    }

    /// <summary>The place behind "of the story", where it stands there; -1 where "of" brings something else.</summary>
    static int OfStory(NoteText text, int at)
    {
        if (!text.Is(at, "of"))
            return at;
        var noun = text.Is(at + 1, "the") ? at + 2 : at + 1;
        return NoteTargets.Find(text[noun].Key) == ClaimTarget.Story ? noun + 1 : -1;
    }

    static bool IsPenultimate(string key) => Misspelling.IsNear(key, "penultimate", 2)
        || key is "vorletzten" or "vorletzter" or "pénultième" or "penúltimo";

    /// <summary><c>last 7 paras</c>, <c>penultimate paragraph</c>, <c>fourth from the bottom</c>.</summary>
    static NotedPlace? Ending(NoteText text, int at)
    {
        if (IsPenultimate(text[at].Key))
            return OfEnd(text, at + 1, 2);
        if (text.Is(at, "toiseksi") && Last.Contains(text[at + 1].Key))
            return OfEnd(text, at + 2, 2);
        if (NoteNumbers.BackwardsWord(text[at].Key) is { } backwards)
            return OfEnd(text, at + 1, backwards);
        // "five paragraphs from the bottom", "the paragraph before last".
        if (NoteNumbers.Cardinal(text[at].Key) is { } count && IsParagraph(text, at + 1) && text.Is(at + 2, "from")
            && Noun(text, at + 3) is var bottom && text[bottom].Key is "bottom" or "end")
            return FromEnd(bottom + 1, count);
        if (IsParagraph(text, at) && text.Is(at + 1, "before") && text.Is(Noun(text, at + 2), "last"))
            return FromEnd(Noun(text, at + 2) + 1, 2);
        if (text.After(at, "last", "but", "one") is > 0 and var lastButOne)
            return OfEnd(text, lastButOne, 2);
        if (text.After(at, "next", "to", "the", "last") is > 0 and var nextToTheLast)
            return OfEnd(text, nextToTheLast, 2);
        if (text.After(at, "next", "to", "last") is > 0 and var nextToLast)
            return OfEnd(text, nextToLast, 2);
        if (NoteNumbers.Ordinal(text[at].Key) is { } ordinal)
            return Backwards(text, at + 1, ordinal);
        if (Last.Contains(text[at].Key))
            return Counted(text, at + 1, count => new ParagraphReference.Last(count))
                ?? OfEnd(text, at + 1, 1);
        return First.Contains(text[at].Key)
            ? Counted(text, at + 1, count => new ParagraphReference.First(count)) : null;
    }

    static int Noun(NoteText text, int at) => text.Is(at, "the") ? at + 1 : at;

    /// <summary>What follows an ordinal where it counts from the end.</summary>
    static NotedPlace? Backwards(NoteText text, int at, int ordinal)
    {
        var next = IsParagraph(text, at) ? at + 1 : at;
        if (text.IsWord(next) && Last.Contains(text[next].Key))
            return OfEnd(text, next + 1, ordinal);
        if (text[next].Key is not ("to" or "from"))
            return Counted(text, at, count => ordinal == 1 ? new ParagraphReference.First(count) : null);
        var end = Article.Contains(text[next + 1].Key) ? next + 2 : next + 1;
        if (text[end].Key is "bottom" or "end")
            return FromEnd(end + 1, ordinal);
        return Last.Contains(text[end].Key) ? OfEnd(text, end + 1, ordinal == 1 ? 2 : ordinal) : null;
    }

    static NotedPlace? Counted(NoteText text, int at, Func<int, ParagraphReference?> of)
    {
        if (NoteNumbers.Cardinal(text[at].Key) is not { } count)
            return IsParagraph(text, at) && text[at].Key is "paras" or "grafs" or "paragraphs" && of(2) is { } few
                && text.Is(at - 1, "few") ? new NotedPlace(at + 1, [few], null) : null;
        return IsParagraph(text, at + 1) && of(count) is { } where ? new NotedPlace(at + 2, [where], null) : null;
    }

    static NotedPlace? OfEnd(NoteText text, int at, int number) =>
        IsParagraph(text, at + 1) && (text[at].Key is "full" or "body" or "text" || text[at].Kind == TokenKind.Dash)
            ? FromEnd(at + 2, number)
        : IsParagraph(text, at) || text.Is(at, "one") ? FromEnd(at + 1, number)
        : number > 1 && EndsPhrase(text, at) ? FromEnd(at, number)
        : null;

    static NotedPlace FromEnd(int end, int number) => new(end, [new ParagraphReference.FromEnd(number)], null);

    /// <summary><c>paras 2, 6-10 and 12</c>, <c>from para 3</c>, <c>paragraph six</c>.</summary>
    static NotedPlace? Listed(NoteText text, int at, string preposition)
    {
        if (!IsParagraph(text, at))
            return null;
        var ranges = new List<ParagraphRange>();
        var first = text[at + 1].Key is "no" or "nos" or "number" or "numbers" or "nr"
            || (text[at + 1].Kind == TokenKind.Dash && text[at + 1].Start == text[at].End) ? at + 2 : at + 1;
        var end = List(text, first, NoteNumbers.Cardinal, ranges);
        if (end < 0)
            return null;
        var listed = Close(text, end, ranges, preposition, wasSpelt: true);
        // "paragraphs 2, 9 and last"
        return And.Contains(text[end].Key) && Last.Contains(text[end + 1].Key) && EndsPhrase(text, end + 2)
            ? listed with { End = end + 2, Where = [.. listed.Where, new ParagraphReference.FromEnd(1)] } : listed;
    }

    /// <summary><c>6th para</c>, <c>second, third and fifth paragraphs</c>; also <c>in fifth</c>.</summary>
    static NotedPlace? Ordinals(NoteText text, int at, string preposition)
    {
        var ranges = new List<ParagraphRange>();
        var end = List(text, at, key => NoteNumbers.Ordinal(key) ?? NoteNumbers.Cardinal(key), ranges);
        if (end < 0)
            return null;
        var isOrdinal = NoteNumbers.Ordinal(text[end - 1].Key) is not null || text.Raw[text[end - 1].End - 1] == '.'
            || NoteNumbers.RangeWord(text[end - 1].Key) is not null;
        // "third and last paragraphs"
        if (isOrdinal && And.Contains(text[end].Key) && Last.Contains(text[end + 1].Key) && IsParagraph(text, end + 2))
            return new NotedPlace(end + 3,
                [new ParagraphReference.Listed([.. ranges]), new ParagraphReference.FromEnd(1)], null);
        if (IsParagraph(text, end))
            return isOrdinal || text.Is(end, "kpl")
                ? Close(text, end + 1, ranges, preposition, wasSpelt: true) : null;
        if (text.Is(end, "번째") && IsParagraph(text, end + 1))
            return Close(text, end + 2, ranges, preposition, wasSpelt: true);
        // "In fifth" with nothing behind it; a lone number is no reference.
        return preposition == "in" && NoteNumbers.Ordinal(text[end - 1].Key) is not null && !text.IsWord(end)
            && text[end].Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Stop or TokenKind.Mark
            ? Close(text, end, ranges, preposition, wasSpelt: false)
            : null;
    }

    static NotedPlace Close(NoteText text, int end, List<ParagraphRange> ranges, string preposition, bool wasSpelt)
    {
        ImmutableArray<ParagraphReference> listed = [new ParagraphReference.Listed([.. ranges])];
        ImmutableArray<ParagraphReference> from = [new ParagraphReference.From(ranges[0].From)];
        var isOne = ranges.Count == 1 && ranges[0].From == ranges[0].To;
        if (isOne && text[end].Key is "on" or "onward" or "onwards" or "down" or "ff" && !text.IsWord(end + 1))
            return new NotedPlace(end + 1, from, null);
        if (isOne && text.Is(end, "and") && text[end + 1].Key is "below" or "following" or "after" or "onward")
            return new NotedPlace(end + 2, from, null);
        return wasSpelt && isOne && preposition == "from" ? new NotedPlace(end, from, null, Open: true)
            : new NotedPlace(end, listed, null);
    }

    /// <summary>A list of numbers and ranges; the place after it, or -1 when not even one stands there.</summary>
    static int List(NoteText text, int at, Func<string, int?> number, List<ParagraphRange> ranges)
    {
        var end = -1;
        for (var next = at; next >= 0 && next - at < LongestList; next = NextListed(text, end))
        {
            if (!text.IsWord(next))
                break;
            if (NoteNumbers.RangeWord(text[next].Key) is { } word)
            {
                Add(ranges, word.From, word.To);
                end = next + 1;
                continue;
            }
            if (number(text[next].Key) is not { } from || (end > 0 && !IsWholeMember(text, next + 1)))
                break;
            if (JoinsRange(text, next + 1, at - 1) && number(text[next + 2].Key) is { } to)
            {
                if (to < from)
                    break;
                Add(ranges, from, to);
                end = next + 3;
                continue;
            }
            Add(ranges, from, from);
            end = next + 1;
        }
        return end;
    }

    /// <summary>
    /// Whether a range is joined there. "paragraphs 2 to 4" is one, "paragraph 2 to 4 percent" says what is right.
    /// </summary>
    static bool JoinsRange(NoteText text, int at, int noun) => text[at].Kind == TokenKind.Dash
        || text[at].Key is "through" or "thru" or "bis"
        || (text[at].Key is "to" or "a" && EndsPhrase(text, at + 2)
            && (text[noun].Key.EndsWith('s') || !IsParagraph(text, noun)));

    /// <summary>Whether a number in a list is one of a paragraph: not in "12, 2nd photo", "5, 12 dead".</summary>
    static bool IsWholeMember(NoteText text, int at) => EndsPhrase(text, at) || IsParagraph(text, at)
        || text[at].Key is "through" or "thru" or "bis" or "onward" or "onwards" or "as" or "po" or "번째";

    static int NextListed(NoteText text, int at)
    {
        var next = at;
        while (text[next].Kind == TokenKind.Comma || (text.IsWord(next) && And.Contains(text[next].Key)))
            next++;
        if (next == at || next - at > 2)
            return -1;
        return next;
    }

    static void Add(List<ParagraphRange> ranges, int from, int to)
    {
        if (ranges.Count > 0 && ranges[^1] is var last && from >= last.From && from <= last.To + 1)
            ranges[^1] = last with { To = Math.Max(last.To, to) };
        else
            ranges.Add(new ParagraphRange(from, to));
    }
}

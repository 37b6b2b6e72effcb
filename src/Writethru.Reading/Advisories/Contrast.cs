using static Writethru.Reading.Advisories.NoteLexicon;

namespace Writethru.Reading.Advisories;

/// <summary>What a correction says the copy says now, and what it said before.</summary>
/// <param name="To">Tokens of the right words; empty when not said.</param>
/// <param name="From">Tokens of the wrong ones; empty when not said.</param>
readonly record struct Contrast((int Start, int End) To, (int Start, int End) From)
{
    /// <summary>
    /// Reads <c>to X from Y</c>, <c>from Y to X</c>, <c>X instead of Y</c>, <c>to say X, not Y</c>, <c>PO. X, EI Y</c>.
    /// </summary>
    /// <param name="text">The note.</param>
    /// <param name="start">Index of the first token behind the object.</param>
    /// <param name="end">Index after the last one.</param>
    public static Contrast Read(NoteText text, int start, int end)
    {
        (int Start, int End) to = default, from = default, head = default;
        var at = start;
        while (at < end)
        {
            var next = Mark(text, at, end, out var after);
            var stop = after;
            while (stop < end && Mark(text, stop, end, out _) == Part.None)
                stop++;
            if (next == Part.To && to.End == 0)
                to = Trim(text, after, stop);
            else if (next == Part.From && from.End == 0)
                from = Trim(text, after, stop);
            else if (next == Part.None && at == start)
                head = Trim(text, at, stop);
            at = Math.Max(stop, at + 1);
        }
        // "12 million, not 21 million": the right words stand first, without a word that says so.
        return new Contrast(to.End == 0 && from.End > 0 ? head : to, from);
    }

    /// <summary>Whether both sides are told apart by a number.</summary>
    public bool IsOfNumbers(NoteText text) =>
        LastNumber(text, To) is { } to && LastNumber(text, From) is { } from && to != from;

    /// <summary>Whether one word was spelt in two ways.</summary>
    public bool IsOfSpelling(NoteText text) => To.End - To.Start == 1 && From.End - From.Start == 1
        && Word(text, To.Start) is { Length: > 2 } to && Word(text, From.Start) is { Length: > 2 } from && to != from
        && Misspelling.IsNear(to, from, Math.Max(to.Length, from.Length) / 2);

    /// <summary>Whether both are names of people, places or firms, and no day or month.</summary>
    public bool IsOfNames(NoteText text) => IsName(text, To) && (From.End == 0 || IsName(text, From));

    static bool IsName(NoteText text, (int Start, int End) words)
    {
        for (var at = words.Start; at < words.End; at++)
        {
            if (!text.IsCapitalised(at) || text.IsCapitals(at) || Days.Contains(text[at].Key))
                return false;
        }
        return words.End - words.Start is >= 1 and <= 3;
    }

    /// <summary>Whether the right words hold a number.</summary>
    public bool IsNumber(NoteText text) => LastNumber(text, To) is not null;

    static string Word(NoteText text, int at) =>
        text.Words(at, at + 1).Trim('"', '“', '”', '\'', ',', '.').ToLowerInvariant();

    enum Part
    {
        None,
        To,
        From,
    }

    static Part Mark(NoteText text, int at, int end, out int after)
    {
        after = at;
        if (!text.IsWord(at))
            return Part.None;
        var key = text[at].Key;
        if (key is "to" or "po" or "p.o")
        {
            if (NoteVerbs.Find(text[at + 1].Key) is { IsBase: true } && !Saying.Contains(text[at + 1].Key))
                return Part.None;
            after = at + 1;
            while (after < end - 1 && (Saying.Contains(text[after].Key) || text.Is(after, "that")))
                after++;
            return Part.To;
        }
        after = at + 1;
        if (key is "sted" or "ei" or "nicht" or "statt" or "anstatt" or "from" or "previous" or "previously"
            || (key is "not" && (text[at - 1].Kind == TokenKind.Comma || And.Contains(text[at - 1].Key))))
            return Part.From;
        if (key is "instead" or "rather" && text[at + 1].Key is "of" or "than")
        {
            after = at + 2;
            return Part.From;
        }
        after = at;
        return Part.None;
    }

    static (int, int) Trim(NoteText text, int start, int end)
    {
        while (end > start && (text.IsAnd(end - 1) || text[end - 1].Kind is not (TokenKind.Word or TokenKind.Quote)))
            end--;
        while (start < end && !text.IsWord(start) && text[start].Kind != TokenKind.Quote)
            start++;
        return end > start ? (start, end) : default;
    }

    static string? LastNumber(NoteText text, (int Start, int End) words)
    {
        for (var at = words.End - 1; at >= words.Start; at--)
        {
            var key = text[at].Key;
            if (key.Any(char.IsAsciiDigit) || (NoteNumbers.Cardinal(key) ?? NoteNumbers.Ordinal(key)) is not null
                || key is "thousand" or "million" or "billion" or "trillion")
                return key;
        }
        return null;
    }
}

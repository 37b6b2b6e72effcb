using Writethru.Copy;
using Writethru.Reading.Advisories;

namespace Writethru.Reading.Parts;

/// <summary>
/// Where a part (add, insert, sub) belongs in the take before it, as its own label and note say. Numbers are those of
/// the take before.
/// </summary>
/// <param name="After">Paragraphs that stay before it; null: all of them.</param>
/// <param name="Instead">How many of the paragraphs behind those it takes the place of; 0 for none.</param>
public readonly record struct PartPlace(int? After, int Instead)
{
    /// <summary>Most words of label and notes that are looked at.</summary>
    const int MostWords = 500;

    static readonly char[] _breaks = [.. " \t\r\n\u00a0.,;:()[]\"'/"];

    /// <summary>The place; null when the part does not say, or says more than one. Never guessed.</summary>
    public static PartPlace? Of(Take part)
    {
        if (part.Signal == Signal.Add)
            return NumberOf(part.Series) is null or 1 ? new PartPlace(null, 0) : null;
        if (part.Signal is not (Signal.Insert or Signal.Sub))
            return null;
        var words = WordsOf(part);
        var kind = part.Signal == Signal.Insert ? PlaceWord.After : PlaceWord.For;
        if (Named(words, kind) is not { } place)
            return null;
        var pickUp = Named(words, PlaceWord.PickUp);
        return (part.Signal, pickUp) switch
        {
            (_, { From: var next }) when next <= place.To => null,
            (Signal.Insert, null) => new PartPlace(place.To, 0),
            (Signal.Insert, { From: var next }) => next == place.To + 1 ? new PartPlace(place.To, 0) : null,
            (_, { From: var next }) => new PartPlace(place.From - 1, next - place.From),
            _ => new PartPlace(place.From - 1, place.To - place.From + 1),
        };
    }

    /// <summary>The place in words, for a person: <c>after paragraph 5</c>, <c>for paragraphs 3-4</c>.</summary>
    public override string ToString() => (After, Instead) switch
    {
        (null, _) => "behind the last paragraph",
        (0, 0) => "before paragraph 1",
        ({ } after, 0) => $"after paragraph {after}",
        ({ } after, 1) => $"for paragraph {after + 1}",
        ({ } after, var count) => $"for paragraphs {after + 1}-{after + count}",
    };

    enum PlaceWord
    {
        After,
        For,
        PickUp,
    }

    /// <summary>
    /// The paragraphs that all mentions of the kind agree on; null when there is none, or they do not.
    /// </summary>
    static ParagraphRange? Named(string[] words, PlaceWord kind)
    {
        ParagraphRange? named = null;
        for (var at = 0; at < words.Length; at++)
        {
            if (Behind(words, at, kind) is not { } next || ReadRange(words, next) is not { } range)
                continue;
            if (named is { } other && other != range)
                return null;
            named = range;
        }
        return named;
    }

    /// <summary>The word behind one that opens a place of the kind; null when it opens none.</summary>
    static int? Behind(string[] words, int at, PlaceWord kind) => (kind, words[at]) switch
    {
        (PlaceWord.After, "after" or "following" or "behind") => at + 1,
        (PlaceWord.For, "for" or "sub" or "subs" or "subbing" or "replaces" or "replacing") => at + 1,
        (PlaceWord.PickUp, "pickup" or "pickups") => at + 1,
        (PlaceWord.PickUp, "pick" or "picks" or "picking")
            when at + 1 < words.Length && words[at + 1] == "up" => at + 2,
        _ => null,
    };

    /// <summary>
    /// <c>the 5th graf</c>, <c>3rd and 4th grafs</c>, <c>paras 3-5</c>, <c>graf five</c>, <c>lead</c>.
    /// </summary>
    static ParagraphRange? ReadRange(string[] words, int at)
    {
        while (at < words.Length && words[at] is "the" or "with" or "at")
            at++;
        if (at >= words.Length)
            return null;
        if (words[at] is "lead" or "lede")
            return new ParagraphRange(1, 1);
        var isNounFirst = IsNoun(words[at]);
        if (isNounFirst)
            at++;
        if (at >= words.Length || RangeOf(words[at]) is not { } range)
            return null;
        at++;
        while (at + 1 < words.Length && words[at] is "and" or "to" or "through" && RangeOf(words[at + 1]) is { } more)
        {
            if (words[at] == "and" ? more.From != range.To + 1 : more.From <= range.To)
                return null;
            range = range with { To = more.To };
            at += 2;
        }
        return isNounFirst || (at < words.Length && IsNoun(words[at])) ? range : null;
    }

    static ParagraphRange? RangeOf(string word) =>
        (NoteNumbers.Ordinal(word) ?? NoteNumbers.Cardinal(word)) is { } number ? new ParagraphRange(number, number)
        : NoteNumbers.RangeWord(word) is { } range ? new ParagraphRange(range.From, range.To)
        : null;

    static bool IsNoun(string word) => word is "graf" or "grafs" or "graph" or "graphs" or "para" or "paras"
        or "paragraph" or "paragraphs" or "pgh" or "pghs";

    /// <summary>The number in <c>2nd Add</c>, <c>Add 2</c>, <c>Add2</c>; null when there is none.</summary>
    static int? NumberOf(string series)
    {
        foreach (var word in Split(series))
        {
            if ((NoteNumbers.Ordinal(word) ?? NoteNumbers.Cardinal(word.TrimStart([.. "ads"]))) is { } number)
                return number;
        }
        return null;
    }

    static string[] WordsOf(Take part) =>
    [
        .. part.Notes.Where(note => note.IsPublic).Select(note => note.Text)
            .Prepend(part.Advisory?.Text ?? "").Prepend(part.Series).Distinct().SelectMany(Split).Take(MostWords),
    ];

    static string[] Split(string text) => text.ToLowerInvariant().Split(_breaks, StringSplitOptions.RemoveEmptyEntries);
}

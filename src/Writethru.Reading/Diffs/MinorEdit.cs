using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Diffs;

/// <summary>
/// Tells an edit of little weight from one that a reader must know: nineteen of twenty words are the same, and no
/// number, name, date, quotation or negation is among those that are not.
/// </summary>
/// <remarks>
/// A name is known by its capital, so in German every noun counts as one; a script without capitals shows no names, and
/// any word of it counts. In doubt an edit is not minor.
/// </remarks>
static class MinorEdit
{
    /// <summary>How alike the words must be.</summary>
    public const double LeastAlike = 0.95;

    static readonly SearchValues<char> _quotes = SearchValues.Create("\"'“”„‟‘’‚‛«»‹›「」『』〈〉《》〝〞〟");

    /// <summary>Words that count or turn the sense, in the languages of the house's wires.</summary>
    static readonly FrozenSet<string> _heavy = new[]
    {
        "no", "not", "never", "none", "neither", "nor", "cannot", "without", "un", "all",
        "every", "only", "more", "less",
        "than", "up", "down", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion",
        "billions", "trillion", "half", "third", "quarter", "first", "second", "fourth", "fifth", "double", "twice",
        "today", "yesterday", "tomorrow", "last", "next", "ago", "before", "after", "alleged", "allegedly", "suspected",
        "nicht", "kein", "keine", "keinen", "keiner", "nie", "ohne", "zwei", "drei", "vier", "fünf", "sechs", "sieben",
        "acht", "neun", "zehn", "elf", "zwölf", "hundert", "tausend", "heute", "gestern", "morgen", "mutmaßlich",
        "ne", "pas", "non", "sans", "jamais", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "cent",
        "mille", "hier", "demain", "sin", "nunca", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
        "diez", "cien", "mil", "hoy", "ayer", "mañana",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> _pronouns = new[] { "he", "she", "it", "they", "him", "her", "them" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What one word of a name in a script with capitals is made of.</summary>
    static readonly SearchValues<char> _letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüÄÖÜßéèáàóíúñçÉÁÓÑøåØÅ-'’");

    /// <summary>Whether the change from one text to another that is as alike as that is minor.</summary>
    /// <param name="old">The old text.</param>
    /// <param name="new">The new text.</param>
    /// <param name="changes">All words that differ.</param>
    public static bool Is(string old, string @new, ImmutableArray<WordChange> changes)
    {
        foreach (var change in changes)
        {
            if (!IsPronounForName(old, change.Old, @new, change.New)
                && !IsPronounForName(@new, change.New, old, change.Old)
                && (AreHeavy(old, change.Old) || AreHeavy(@new, change.New)))
                return false;
        }
        return true;
    }

    /// <summary>"Yoon told reporters" for "he told reporters" says the same.</summary>
    static bool IsPronounForName(string text, TextSpan pronoun, string other, TextSpan name) =>
        _pronouns.Contains(text.Substring(pronoun.Start, pronoun.Length)) && name.Length > 0
        && char.IsUpper(other[name.Start]) && other.AsSpan(name.Start, name.Length).IndexOfAnyExcept(_letters) < 0;

    static bool AreHeavy(string text, TextSpan span)
    {
        var at = span.Start;
        var end = span.Start + span.Length;
        while (at < end && WordTokens.TryNext(text.AsSpan(0, end), ref at, out var start))
        {
            var token = text.AsSpan()[start..at];
            if (WordTokens.IsWord(text, start))
            {
                if (IsHeavy(text, token, start))
                    return true;
            }
            else if (token.IndexOfAny(_quotes) >= 0 || char.IsSymbol(token[0]) || token[0] is '%' or '#' or '@' or '&')
            {
                return true;
            }
        }
        return false;
    }

    static bool IsHeavy(string text, ReadOnlySpan<char> word, int start)
    {
        foreach (var c in word)
        {
            if (char.IsDigit(c) || char.IsSurrogate(c) || char.IsLetter(c) && !char.IsUpper(c) && !char.IsLower(c))
                return true;
        }
        return char.IsUpper(word[0]) && !OpensSentence(text, word, start)
            || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase)
            || _heavy.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    /// <summary>
    /// "The" and "On" where a sentence starts are no names; "Jane" might be: only short words are let pass.
    /// </summary>
    static bool OpensSentence(string text, ReadOnlySpan<char> word, int start)
    {
        if (word.Length > 3)
            return false;
        var before = text.AsSpan(0, start).TrimEnd();
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or ':';
    }
}

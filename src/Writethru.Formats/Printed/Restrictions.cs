using System.Buffers;
using System.Text;

namespace Writethru.Formats.Printed;

/// <summary>A paragraph parted into what limits use and the rest.</summary>
/// <param name="Bare">The paragraph without the limits and the signs around them.</param>
/// <param name="Terms">The limits, verbatim, in reading order; <c>""</c> when there are none.</param>
/// <param name="AreShouted">Whether a limit stands in capitals beside words that do not.</param>
readonly record struct Restrictions(string Bare, string Terms, bool AreShouted)
{
    const int LongestAlone = 400;

    static readonly SearchValues<char> _betweenLimits = SearchValues.Create(" .;,/-!");

    /// <summary>Parts the paragraph as far as <paramref name="end"/>; what follows stays as it is.</summary>
    public static Restrictions PartFrom(string text, int end)
    {
        if (!RestrictionWords.MayBeIn(text))
            return new Restrictions(text, "", false);
        List<(int Start, int End)> found = [];
        foreach (var (from, to) in Sentences(text, end))
        {
            if (RestrictionWords.In(text[from..to]) is { } words)
                Add(text, found, from + words.Start, from + words.End);
        }
        if (found.Count == 0)
            return new Restrictions(text, "", false);
        var terms = found.Select(limit => text[limit.Start..limit.End]).ToList();
        var shouted = text.AsSpan().IndexOfAnyInRange('a', 'z') >= 0 && terms.Any(limit =>
            limit.Contains(' ') && limit.Any(char.IsUpper) && !limit.Any(char.IsLower));
        return new Restrictions(Without(text, found), Join(terms), shouted);
    }

    /// <summary>Whether anything in the text limits use.</summary>
    public static bool AreIn(string text) => TermsWords.AreStrong(text) || PartFrom(text, text.Length).Terms.Length > 0;

    /// <summary>The paragraph when it is nothing but limits; null when it tells anything.</summary>
    public static string? Alone(string text)
    {
        if (text.Length > LongestAlone || !RestrictionWords.MayBeIn(text) || RestrictionWords.IsReported(text))
            return null;
        var parted = PartFrom(text, text.Length);
        return parted.Terms.Length > 0 && !parted.Bare.Any(char.IsLetterOrDigit)
            && !Sentences(text, text.Length).Any(part => LimitSentence.Tells(text[part.From..part.To]))
            ? parted.Terms
            : null;
    }

    /// <summary>
    /// The paragraph when it is limits and an instruction beyond doubt, so that it is no copy; what may be copy stays
    /// in the body, and binds where <see cref="Alone"/> finds limits.
    /// </summary>
    public static string? Instruction(string text) => Alone(text) is { } terms
        && Sentences(text, text.Length).All(part => LimitSentence.Instructs(text[part.From..part.To])) ? terms : null;

    /// <summary>The line above the copy when it is limits; a headline may open like one.</summary>
    public static string? OfHeading(string text) => Alone(text) is { } terms
        && Sentences(text, text.Length).All(part => LimitSentence.Heads(text[part.From..part.To])) ? terms : null;

    static IEnumerable<(int From, int To)> Sentences(string text, int end)
    {
        for (var at = 0; at < end;)
        {
            var next = SentenceEnd(text, at, end);
            var (from, to) = Trim(text, at, next);
            if (from < to)
                yield return (from, to);
            at = next + 1;
        }
    }

    /// <summary>Parts, as <see cref="Alone"/> joins them: each a sentence of its own.</summary>
    public static string Join(IEnumerable<string> parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts)
        {
            if (joined.Length > 0)
                joined.Append(joined[^1] is '.' or ';' or '!' ? " " : ". ");
            joined.Append(part);
        }
        return joined.ToString();
    }

    static int SentenceEnd(string text, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            var isLast = i + 1 >= end || text[i + 1] is ' ' or '\u00A0' or '"' or '”' or ')';
            if (text[i] is '(' or ')' or '[' or ']' or '【' or '】' or '（' or '）' or '。' or ';'
                || text[i] is '!' or '?' && isLast
                || text[i] is '/' or '-' or '–' or '—' && isLast && i > 0 && text[i - 1] == ' '
                || text[i] == '.' && isLast && !IsInitial(text, i))
                return i;
        }
        return end;
    }

    /// <summary>The full stop of "U.S." and "S. Korea" ends no sentence.</summary>
    static bool IsInitial(string text, int at) => at > 0 && char.IsUpper(text[at - 1])
        && (at == 1 || !char.IsLetter(text[at - 2]));

    static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && IsSign(text[start]))
            start++;
        while (end > start && IsSign(text[end - 1]))
            end--;
        return (start, end);
    }

    static bool IsSign(char c) => c is ' ' or '\u00A0' or ',' or ';' or '/' or '-' or '–' or '—' or '*' or ':';

    /// <summary>Limits with nothing but signs between them are one stretch of the caption.</summary>
    static void Add(string text, List<(int Start, int End)> found, int start, int end)
    {
        if (found.Count > 0 && text.AsSpan(found[^1].End, start - found[^1].End) is var between
            && between.IndexOfAnyExcept(_betweenLimits) < 0)
            found[^1] = (found[^1].Start, end);
        else
            found.Add((start, end));
    }

    static string Without(string text, List<(int Start, int End)> found)
    {
        var bare = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in found)
        {
            var (from, to) = (start, end);
            while (to < text.Length && text[to] is '.' or '。' or ';' or '!')
                to++;
            while (from > at && text[from - 1] is ' ' or ',' or '/' or '-' or '–' or '—' or '*' or ';')
                from--;
            if (from > at && to < text.Length && text[from - 1] is '(' or '[' or '【' or '（'
                && text[to] is ')' or ']' or '】' or '）')
                (from, to) = (from - 1, to + 1);
            Append(bare, text.AsSpan(at, from - at));
            at = to;
        }
        Append(bare, text.AsSpan(at).TrimStart(" /-–—*"));
        return bare.ToString();
    }

    static void Append(StringBuilder bare, ReadOnlySpan<char> part)
    {
        var trimmed = part.Trim(" \u00A0");
        if (trimmed.IsEmpty)
            return;
        if (bare.Length > 0)
            bare.Append(' ');
        bare.Append(trimmed);
    }
}

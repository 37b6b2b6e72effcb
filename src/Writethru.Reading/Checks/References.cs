using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Checks;

/// <summary>The numbers of the paragraphs that a reference means.</summary>
static class References
{
    /// <summary>Most numbers that one reference is taken for: more paragraphs no take has.</summary>
    const int Most = 20_000;

    /// <summary>
    /// The paragraphs, in a take with so many. Numbers behind the end are among them as far as a reference names them,
    /// so that they can be said to be missing. Throughout and "from n" mean all that they can.
    /// </summary>
    public static ImmutableArray<int> Numbers(ParagraphReference where, int count) => where switch
    {
        ParagraphReference.Listed listed => [.. listed.Ranges.SelectMany(Of).Take(Most).Distinct()],
        ParagraphReference.First first => Range(1, Math.Min(first.Count, Most)),
        ParagraphReference.Last last => Range(Math.Max(1, count - last.Count + 1), count),
        ParagraphReference.From from => Range(from.Number, Math.Max(count, from.Number)),
        ParagraphReference.FromEnd fromEnd => fromEnd.Number <= count
            ? [count - fromEnd.Number + 1]
            : [],
        ParagraphReference.Throughout => Range(1, count),
        _ => throw new ArgumentOutOfRangeException(nameof(where), where, "an unknown kind of reference"),
    };

    static IEnumerable<int> Of(ParagraphRange range)
    {
        for (long number = range.From; number <= range.To && number < range.From + (long)Most; number++)
            yield return (int)number;
    }

    static ImmutableArray<int> Range(int from, int to) =>
        to < from ? [] : [.. Enumerable.Range(from, Math.Min(to - from + 1, Most))];
}

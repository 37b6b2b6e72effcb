namespace Writethru.Reading.Diffs;

/// <summary>The words of a paragraph as numbers, by which paragraphs are compared.</summary>
/// <param name="inOrder">One hash a word, in reading order.</param>
/// <param name="sorted">The same, sorted.</param>
readonly struct WordHashes(ulong[] inOrder, ulong[] sorted)
{
    const ulong Basis = 14_695_981_039_346_656_037;
    const ulong Prime = 1_099_511_628_211;

    /// <summary>How many words.</summary>
    public int Count => inOrder.Length;

    /// <summary>The hashes in reading order.</summary>
    public ReadOnlySpan<ulong> InOrder => inOrder;

    /// <summary>The hashes of the words of a text; signs and spaces are no words.</summary>
    public static WordHashes Of(string text)
    {
        var words = new List<ulong>(text.Length / 5);
        var at = 0;
        while (WordTokens.TryNext(text, ref at, out var start))
        {
            if (!WordTokens.IsWord(text, start))
                continue;
            var hash = Basis;
            for (var i = start; i < at; i++)
                hash = (hash ^ text[i]) * Prime;
            words.Add(hash);
        }
        ulong[] inOrder = [.. words];
        ulong[] sorted = [.. words];
        Array.Sort(sorted);
        return new WordHashes(inOrder, sorted);
    }

    /// <summary>How many words both have, in whatever order.</summary>
    public int CountShared(WordHashes other)
    {
        var (a, b, shared) = (0, 0, 0);
        var theirs = other.Sorted;
        while (a < sorted.Length && b < theirs.Length)
        {
            if (sorted[a] == theirs[b])
                (a, b, shared) = (a + 1, b + 1, shared + 1);
            else if (sorted[a] < theirs[b])
                a++;
            else
                b++;
        }
        return shared;
    }

    ReadOnlySpan<ulong> Sorted => sorted;
}

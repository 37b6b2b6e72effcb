namespace Writethru.Reading.Diffs;

/// <summary>The words of a paragraph as numbers, by which paragraphs are compared.</summary>
/// <param name="inOrder">One hash a word, in reading order.</param>
sealed class WordHashes(ulong[] inOrder)
{
    const ulong Basis = 14_695_981_039_346_656_037;
    const ulong Prime = 1_099_511_628_211;

    /// <summary>How many words stand for all in a sample.</summary>
    public const int SampleSize = 128;

    ulong[]? _sorted, _sample;

    /// <summary>How many words.</summary>
    public int Count => inOrder.Length;

    /// <summary>The hashes in reading order.</summary>
    public ReadOnlySpan<ulong> InOrder => inOrder;

    /// <summary>The hashes of the words of a text; signs and spaces are no words.</summary>
    public static WordHashes Of(string text)
    {
        var words = new List<ulong>((text.Length / 5) + 4);
        var at = 0;
        while (WordTokens.TryNext(text, ref at, out var start))
        {
            if (!WordTokens.IsWord(text, start))
                continue;
            var hash = Basis;
            foreach (var letter in text.AsSpan()[start..at])
                hash = (hash ^ letter) * Prime;
            words.Add(hash);
        }
        return new WordHashes([.. words]);
    }

    /// <summary>How many words both have, in whatever order.</summary>
    public int CountShared(WordHashes other)
    {
        var (mine, theirs) = (Sorted, other.Sorted);
        var (a, b, shared) = (0, 0, 0);
        while (a < mine.Length && b < theirs.Length)
        {
            if (mine[a] == theirs[b])
                (a, b, shared) = (a + 1, b + 1, shared + 1);
            else if (mine[a] < theirs[b])
                a++;
            else
                b++;
        }
        return shared;
    }

    /// <summary>
    /// How many words both have in whatever order, about: of the least hashes of both, how many are shared (Broder
    /// 1997).
    /// </summary>
    public int EstimateShared(WordHashes other)
    {
        var (mine, theirs) = (Sample, other.Sample);
        var (a, b, shared, all) = (0, 0, 0, 0);
        for (; a < mine.Length && b < theirs.Length && all < SampleSize; all++)
        {
            if (mine[a] == theirs[b])
                (a, b, shared) = (a + 1, b + 1, shared + 1);
            else if (mine[a] < theirs[b])
                a++;
            else
                b++;
        }
        all = Math.Min(SampleSize, all + mine.Length - a + theirs.Length - b);
        var estimate = all == 0 ? 0 : (Count + other.Count) * shared / (all + shared);
        return Math.Min(estimate, Math.Min(Count, other.Count));
    }

    ulong[] Sample => _sample ??= [.. Sorted.Distinct().Take(SampleSize)];

    ulong[] Sorted
    {
        get
        {
            if (_sorted is null)
            {
                _sorted = [.. inOrder];
                Array.Sort(_sorted);
            }
            return _sorted;
        }
    }
}

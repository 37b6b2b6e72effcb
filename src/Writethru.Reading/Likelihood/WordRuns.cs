using System.Runtime.InteropServices;
using Writethru.Reading.Diffs;

namespace Writethru.Reading.Likelihood;

/// <summary>A set of runs of neighbouring words, each as one number: how much of one text stands in another.</summary>
/// <remarks>Sorted, without repeats. Equal texts make equal sets; two runs fall on one number about never.</remarks>
readonly struct WordRuns
{
    /// <summary>
    /// Words in one run. A character of Chinese, Japanese or Korean says less than a word, so more of them make one.
    /// </summary>
    const int Words = 3, Characters = 5;

    /// <summary>Most UTF-16 units of one take that are looked at: more than any real story has.</summary>
    const int MostUnits = 64 * 1024;

    readonly ulong[] _runs;

    WordRuns(ulong[] runs) => _runs = runs;

    /// <summary>How many runs.</summary>
    public int Count => _runs.Length;

    /// <summary>The runs of several texts; none goes from one text into the next.</summary>
    public static WordRuns Of(IEnumerable<string> texts) => Of(texts, Words, Characters);

    /// <summary>The words of one text, or its pairs of characters.</summary>
    public static WordRuns OfHeadline(string headline) => Of([headline.ToLowerInvariant()], 1, 2);

    /// <summary>How many runs both have.</summary>
    public int CountShared(WordRuns other)
    {
        var (a, b, shared) = (0, 0, 0);
        ReadOnlySpan<ulong> mine = _runs, theirs = other._runs;
        while (a < mine.Length && b < theirs.Length)
        {
            var (x, y) = (mine[a], theirs[b]);
            shared += x == y ? 1 : 0;
            a += x <= y ? 1 : 0;
            b += y <= x ? 1 : 0;
        }
        return shared;
    }

    static WordRuns Of(IEnumerable<string> texts, int words, int characters)
    {
        var runs = new List<ulong>();
        var left = MostUnits;
        foreach (var text in texts)
        {
            var part = text.Length > left ? text[..left] : text;
            left -= part.Length;
            Add(runs, WordHashes.Of(part).InOrder, WordTokens.AreCharacters(part) ? characters : words);
            if (left == 0)
                break;
        }
        var all = CollectionsMarshal.AsSpan(runs);
        all.Sort();
        var distinct = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1])
                all[distinct++] = all[i];
        }
        return new WordRuns(all[..distinct].ToArray());
    }

    static void Add(List<ulong> runs, ReadOnlySpan<ulong> words, int length)
    {
        for (var i = 0; i + length <= words.Length; i++)
        {
            var run = 0ul;
            foreach (var word in words.Slice(i, length))
                run = (ulong.RotateLeft(run, 21) ^ word) * 0x9E37_79B9_7F4A_7C15;
            runs.Add(run);
        }
    }
}

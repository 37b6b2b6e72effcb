namespace Writethru.Reading.Diffs;

/// <summary>How alike paragraphs are: twice the words that both have in the same order, by the words of both.</summary>
/// <remarks>
/// The order is looked at as long as the work for one diff stays under a bound that no real story reaches; behind it,
/// words count in whatever order; and behind a second one a sample of the words stands for all, so that no pair costs
/// more than that. Counted in steps, so that the same takes always give the same diff.
/// </remarks>
sealed class Similarity(string[] old, string[] @new)
{
    /// <summary>Less alike than this, paragraphs are not the same paragraph.</summary>
    public const double Least = 0.5;

    const long MostInOrder = 50_000_000;

    /// <summary>Most steps of one diff in which all words are looked at, but for those of the last pair.</summary>
    public const long MostExact = 2 * MostInOrder;

    readonly WordHashes?[] _old = new WordHashes?[old.Length];
    readonly WordHashes?[] _new = new WordHashes?[@new.Length];
    long _inOrder;

    /// <summary>How many pairs of words were looked at.</summary>
    public long Steps { get; private set; }

    /// <summary>0 to 1; 0 for anything under <see cref="Least"/>.</summary>
    public double Of(int oldAt, int newAt)
    {
        var a = _old[oldAt] ??= WordHashes.Of(old[oldAt]);
        var b = _new[newAt] ??= WordHashes.Of(@new[newAt]);
        var all = a.Count + b.Count;
        if (all == 0)
            return old[oldAt] == @new[newAt] ? 1 : 0;
        if (2.0 * Math.Min(a.Count, b.Count) / all < Least)
            return 0;
        var ratio = 2.0 * CountInOrder(a, b) / all;
        return ratio < Least ? 0 : ratio;
    }

    /// <summary>How many words both have in the same order; 0 where they cannot be enough.</summary>
    int CountInOrder(WordHashes a, WordHashes b)
    {
        if (Steps >= MostExact)
        {
            Steps += 2 * WordHashes.SampleSize;
            return a.EstimateShared(b);
        }
        Steps += a.Count + b.Count;
        if (a.Count <= SubsequenceLength.MostBits)
            return SubsequenceLength.Of(a.InOrder, b.InOrder);
        var shared = a.CountShared(b);
        if (2.0 * shared / (a.Count + b.Count) < Least)
            return 0;
        var pairs = (long)a.Count * b.Count;
        if (pairs > MostInOrder - _inOrder)
            return shared;
        _inOrder += pairs;
        Steps += pairs;
        return SubsequenceLength.Of(a.InOrder, b.InOrder);
    }
}

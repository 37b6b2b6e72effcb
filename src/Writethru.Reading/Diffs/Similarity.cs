namespace Writethru.Reading.Diffs;

/// <summary>How alike paragraphs are: twice the words that both have in the same order, by the words of both.</summary>
/// <remarks>
/// The order is looked at as long as the work for one diff stays under a bound that no real story reaches; behind it,
/// words count in whatever order. Counted in steps, so that the same takes always give the same diff.
/// </remarks>
sealed class Similarity(string[] old, string[] @new)
{
    /// <summary>Less alike than this, paragraphs are not the same paragraph.</summary>
    public const double Least = 0.5;

    const long MostSteps = 50_000_000;

    readonly WordHashes?[] _old = new WordHashes?[old.Length];
    readonly WordHashes?[] _new = new WordHashes?[@new.Length];
    long _steps;

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
        if (a.Count <= SubsequenceLength.MostBits)
        {
            _steps += b.Count;
            return SubsequenceLength.Of(a.InOrder, b.InOrder);
        }
        _steps += a.Count + b.Count;
        var shared = a.CountShared(b);
        if (2.0 * shared / (a.Count + b.Count) < Least)
            return 0;
        _steps += (long)a.Count * b.Count;
        return _steps < MostSteps ? SubsequenceLength.Of(a.InOrder, b.InOrder) : shared;
    }
}

using System.Buffers;

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
        _steps += all;
        var shared = a.CountShared(b);
        if (2.0 * shared / all < Least)
            return 0;
        _steps += (long)a.Count * b.Count;
        if (_steps < MostSteps)
            shared = InOrder(a.InOrder, b.InOrder);
        var ratio = 2.0 * shared / all;
        return ratio < Least ? 0 : ratio;
    }

    /// <summary>Length of the longest common subsequence.</summary>
    static int InOrder(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var start = a.CommonPrefixLength(b);
        a = a[start..];
        b = b[start..];
        var end = 0;
        while (end < a.Length && end < b.Length && a[^(end + 1)] == b[^(end + 1)])
            end++;
        a = a[..^end];
        b = b[..^end];
        if (a.IsEmpty || b.IsEmpty)
            return start + end;
        var rented = ArrayPool<int>.Shared.Rent(b.Length + 1);
        var row = rented.AsSpan(0, b.Length + 1);
        row.Clear();
        foreach (var word in a)
        {
            var diagonal = 0;
            for (var i = 0; i < b.Length; i++)
            {
                var above = row[i + 1];
                row[i + 1] = word == b[i] ? diagonal + 1 : Math.Max(above, row[i]);
                diagonal = above;
            }
        }
        var longest = row[b.Length];
        ArrayPool<int>.Shared.Return(rented);
        return start + longest + end;
    }
}

using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Writethru.Reading.Diffs;

/// <summary>Length of the longest common subsequence of two runs of words.</summary>
static class SubsequenceLength
{
    /// <summary>As many words fit into the bits of one number.</summary>
    public const int MostBits = 64;

    /// <summary>The length.</summary>
    public static int Of(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
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
        return start + end + (a.Length <= MostBits ? InBits(a, b) : InRows(a, b));
    }

    /// <summary>
    /// One step a word of b, all words of a at once (Hyyrö 2004): a zero bit is a word of the subsequence.
    /// </summary>
    static int InBits(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var open = ulong.MaxValue;
        foreach (var word in b)
        {
            var matched = open & Matches(a, word);
            open = (open + matched) | (open - matched);
        }
        return BitOperations.PopCount(~open & (ulong.MaxValue >> (MostBits - a.Length)));
    }

    /// <summary>A bit for each word of a that is this one.</summary>
    static ulong Matches(ReadOnlySpan<ulong> a, ulong word)
    {
        var wanted = Vector256.Create(word);
        var (matches, at) = (0UL, 0);
        for (; at + Vector256<ulong>.Count <= a.Length; at += Vector256<ulong>.Count)
            matches |= (ulong)Vector256.Equals(Vector256.Create(a[at..]), wanted).ExtractMostSignificantBits() << at;
        for (; at < a.Length; at++)
            matches |= a[at] == word ? 1UL << at : 0;
        return matches;
    }

    static int InRows(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
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
        return longest;
    }
}

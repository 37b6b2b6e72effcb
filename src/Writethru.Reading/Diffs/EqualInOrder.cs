namespace Writethru.Reading.Diffs;

/// <summary>
/// Finds the paragraphs that stand exactly once in both takes and keep their order: the longest rising run of them.
/// </summary>
static class EqualInOrder
{
    /// <summary>The pairs, in order, between <paramref name="start"/> and the two ends.</summary>
    public static List<(int Old, int New)> Find(string[] old, string[] @new, int start, int oldEnd, int newEnd)
    {
        var once = Once(old, start, oldEnd);
        var inNew = Once(@new, start, newEnd);
        var pairs = new List<(int Old, int New)>();
        for (var n = start; n < newEnd; n++)
        {
            if (inNew[@new[n]] >= 0 && once.TryGetValue(@new[n], out var o) && o >= 0)
                pairs.Add((o, n));
        }
        return LongestRising(pairs);
    }

    /// <summary>Where each text stands; -1 when it stands there more than once.</summary>
    static Dictionary<string, int> Once(string[] texts, int start, int end)
    {
        var once = new Dictionary<string, int>(end - start, StringComparer.Ordinal);
        for (var i = start; i < end; i++)
        {
            if (!once.TryAdd(texts[i], i))
                once[texts[i]] = -1;
        }
        return once;
    }

    /// <summary>Patience sorting: piles by the old index, each pair knowing the one before it.</summary>
    static List<(int Old, int New)> LongestRising(List<(int Old, int New)> pairs)
    {
        var tops = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tops[middle]].Old < pairs[i].Old)
                    low = middle + 1;
                else
                    high = middle;
            }
            before[i] = low > 0 ? tops[low - 1] : -1;
            if (low < tops.Count)
                tops[low] = i;
            else
                tops.Add(i);
        }
        var rising = new List<(int Old, int New)>();
        for (var i = tops.Count > 0 ? tops[^1] : -1; i >= 0; i = before[i])
            rising.Add(pairs[i]);
        rising.Reverse();
        return rising;
    }
}

namespace Writethru.Reading.Diffs;

/// <summary>Which paragraph of the old take each one of the new take was.</summary>
/// <param name="OldOf">For each new paragraph the index of the old one; -1 when it was added.</param>
/// <param name="NewOf">For each old paragraph the index of the new one; -1 when it was removed.</param>
/// <param name="HasMoved">For each new paragraph whether it stands in another order than those around it.</param>
/// <param name="Alike">For each new paragraph how alike the old one is, 0 to 1; see <see cref="Similarity"/>.</param>
readonly record struct Alignment(int[] OldOf, int[] NewOf, bool[] HasMoved, double[] Alike);

/// <summary>Aligns the paragraphs of two takes.</summary>
/// <remarks>
/// Equal paragraphs at both ends, then those that stand once in each take and keep the order, then between them the
/// alignment (Needleman and Wunsch) with the greatest sum of similarities, then what moved.
/// </remarks>
sealed class ParagraphAlignment
{
    /// <summary>Most pairs that are compared for one diff; behind them only equal paragraphs are found.</summary>
    const int MostPairs = 250_000;

    /// <summary>Where the order says nothing for it, paragraphs must be more alike to be the same.</summary>
    const double LeastAlikeElsewhere = 0.6;

    readonly string[] _old;
    readonly string[] _new;
    readonly Alignment _found;
    readonly Similarity _similarity;
    long _pairsLeft = MostPairs;

    ParagraphAlignment(string[] old, string[] @new)
    {
        (_old, _new) = (old, @new);
        _found = new Alignment(new int[@new.Length], new int[old.Length], new bool[@new.Length],
            new double[@new.Length]);
        _similarity = new Similarity(old, @new);
        Array.Fill(_found.OldOf, -1);
        Array.Fill(_found.NewOf, -1);
    }

    /// <summary>The alignment of the paragraphs with these texts.</summary>
    public static Alignment Align(string[] old, string[] @new)
    {
        var alignment = new ParagraphAlignment(old, @new);
        alignment.AlignAll();
        return alignment._found;
    }

    void AlignAll()
    {
        var start = 0;
        while (start < _old.Length && start < _new.Length && _old[start] == _new[start])
            Match(start, start++, 1);
        var (oldEnd, newEnd) = (_old.Length, _new.Length);
        while (oldEnd > start && newEnd > start && _old[oldEnd - 1] == _new[newEnd - 1])
            Match(--oldEnd, --newEnd, 1);
        if (start == oldEnd || start == newEnd)
            return;
        var (oldAt, newAt) = (start, start);
        foreach (var (o, n) in EqualInOrder.Find(_old, _new, start, oldEnd, newEnd))
        {
            AlignBetween(oldAt, o, newAt, n);
            Match(o, n, 1);
            (oldAt, newAt) = (o + 1, n + 1);
        }
        AlignBetween(oldAt, oldEnd, newAt, newEnd);
        FindMoved(start, oldEnd, newEnd);
    }

    void Match(int old, int @new, double alike) =>
        (_found.OldOf[@new], _found.NewOf[old], _found.Alike[@new]) = (old, @new, alike);

    void AlignBetween(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var (rows, columns) = (oldEnd - oldStart, newEnd - newStart);
        if (rows == 0 || columns == 0 || !MayCompare(rows, columns))
            return;
        var similar = new double[rows, columns];
        var best = new double[rows + 1, columns + 1];
        for (var r = rows - 1; r >= 0; r--)
        {
            for (var c = columns - 1; c >= 0; c--)
            {
                var here = similar[r, c] = _similarity.Of(oldStart + r, newStart + c);
                best[r, c] = Math.Max(here > 0 ? here + best[r + 1, c + 1] : 0,
                    Math.Max(best[r + 1, c], best[r, c + 1]));
            }
        }
        for (var (r, c) = (0, 0); r < rows && c < columns;)
        {
            // The earliest pair that belongs to a best alignment; sums are made the same way above, so they are equal.
            if (similar[r, c] > 0 && similar[r, c] + best[r + 1, c + 1] == best[r, c])
            {
                Match(oldStart + r, newStart + c, similar[r, c]);
                (r, c) = (r + 1, c + 1);
            }
            else if (best[r + 1, c] == best[r, c])
                r++;
            else
                c++;
        }
    }

    /// <summary>Of what is left, equal texts have moved, and so have those that are much alike.</summary>
    void FindMoved(int start, int oldEnd, int newEnd)
    {
        var left = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var o = start; o < oldEnd; o++)
        {
            if (_found.NewOf[o] >= 0)
                continue;
            if (!left.TryGetValue(_old[o], out var same))
                left[_old[o]] = same = new Queue<int>();
            same.Enqueue(o);
        }
        for (var n = start; n < newEnd && left.Count > 0; n++)
        {
            if (_found.OldOf[n] < 0 && left.TryGetValue(_new[n], out var same) && same.TryDequeue(out var o))
                Move(o, n, 1);
        }
        FindMovedAndEdited(start, oldEnd, newEnd);
    }

    /// <summary>Each to the one that it is most like; of several, to the first.</summary>
    void FindMovedAndEdited(int start, int oldEnd, int newEnd)
    {
        var olds = Enumerable.Range(start, oldEnd - start).Where(o => _found.NewOf[o] < 0).ToList();
        var news = Enumerable.Range(start, newEnd - start).Where(n => _found.OldOf[n] < 0).ToList();
        if (!MayCompare(olds.Count, news.Count))
            return;
        foreach (var n in news)
        {
            var (most, at) = (LeastAlikeElsewhere, -1);
            for (var i = 0; i < olds.Count; i++)
            {
                if (_similarity.Of(olds[i], n) is var here && here > most)
                    (most, at) = (here, i);
            }
            if (at < 0)
                continue;
            Move(olds[at], n, most);
            olds.RemoveAt(at);
        }
    }

    bool MayCompare(int rows, int columns)
    {
        var pairs = (long)rows * columns;
        if (pairs > _pairsLeft)
            return false;
        _pairsLeft -= pairs;
        return true;
    }

    void Move(int old, int @new, double alike)
    {
        Match(old, @new, alike);
        _found.HasMoved[@new] = true;
    }
}

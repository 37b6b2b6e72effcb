using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Model;
using Writethru.Copy;

namespace Writethru.Reading.Diffs;

/// <summary>
/// The words of paragraphs that differ; by character for Chinese, Japanese and Korean. One for each diff.
/// </summary>
sealed class WordDiff
{
    /// <summary>
    /// Most pairs of tokens of all paragraphs of one diff, counted so that the same takes always give the same diff;
    /// behind them words differ as a whole too. No real story comes near.
    /// </summary>
    const long MostPairs = 100_000_000;

    /// <summary>
    /// Most tokens of both that are compared one by one; more differ as a whole, but for what both ends share.
    /// </summary>
    const int MostTokens = 8_000;

    static readonly TokenChunker _chunker = new();

    long _pairs;

    /// <summary>The changes, in reading order. Those with only a space between them are one.</summary>
    public ImmutableArray<WordChange> Of(string old, string @new)
    {
        var (oldStarts, newStarts) = (Starts(old), Starts(@new));
        var (oldCount, newCount) = (oldStarts.Count - 1, newStarts.Count - 1);
        var start = 0;
        while (start < oldCount && start < newCount
            && Token(old, oldStarts, start).SequenceEqual(Token(@new, newStarts, start)))
            start++;
        var end = 0;
        while (end < oldCount - start && end < newCount - start
            && Token(old, oldStarts, oldCount - 1 - end).SequenceEqual(Token(@new, newStarts, newCount - 1 - end)))
            end++;
        var whole = new DiffBlock(start, oldCount - start - end, start, newCount - start - end);
        if (whole is { DeleteCountA: 0, InsertCountB: 0 })
            return [];
        _pairs += (long)whole.DeleteCountA * whole.InsertCountB;
        if (whole.DeleteCountA == 0 || whole.InsertCountB == 0 || whole.DeleteCountA + whole.InsertCountB > MostTokens
            || _pairs > MostPairs)
            return Joined([whole], oldStarts, newStarts, @new);
        var blocks = Differ.Instance.CreateDiffs(
            old[oldStarts[start]..oldStarts[oldCount - end]], @new[newStarts[start]..newStarts[newCount - end]],
            ignoreWhiteSpace: false, ignoreCase: false, _chunker).DiffBlocks;
        return Joined(blocks.Select(block => new DiffBlock(block.DeleteStartA + start, block.DeleteCountA,
            block.InsertStartB + start, block.InsertCountB)), oldStarts, newStarts, @new);
    }

    static ImmutableArray<WordChange> Joined(
        IEnumerable<DiffBlock> blocks, List<int> oldStarts, List<int> newStarts, string @new)
    {
        var changes = ImmutableArray.CreateBuilder<WordChange>();
        foreach (var block in blocks)
        {
            var from = Span(oldStarts, block.DeleteStartA, block.DeleteCountA);
            var to = Span(newStarts, block.InsertStartB, block.InsertCountB);
            if (changes.Count > 0 && changes[^1] is var last
                && @new.AsSpan()[(last.New.Start + last.New.Length)..to.Start].IsWhiteSpace())
                changes[^1] = new WordChange(Through(last.Old, from), Through(last.New, to));
            else
                changes.Add(new WordChange(from, to));
        }
        return changes.DrainToImmutable();
    }

    static TextSpan Span(List<int> starts, int at, int count) => new(starts[at], starts[at + count] - starts[at]);

    static TextSpan Through(TextSpan first, TextSpan last) => new(first.Start, last.Start + last.Length - first.Start);

    static ReadOnlySpan<char> Token(string text, List<int> starts, int at) =>
        text.AsSpan()[starts[at]..starts[at + 1]];

    /// <summary>Where each token starts, and the end of the text.</summary>
    static List<int> Starts(string text)
    {
        var starts = new List<int>((text.Length / 3) + 1);
        var at = 0;
        while (WordTokens.TryNext(text, ref at, out var start))
            starts.Add(start);
        starts.Add(text.Length);
        return starts;
    }

    /// <summary>Gives DiffPlex our tokens.</summary>
    sealed class TokenChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var starts = Starts(text);
            var chunks = new string[starts.Count - 1];
            for (var i = 0; i < chunks.Length; i++)
                chunks[i] = text[starts[i]..starts[i + 1]];
            return chunks;
        }
    }
}

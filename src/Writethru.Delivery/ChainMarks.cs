using System.Collections.Concurrent;
using Writethru.Archive.Sqlite;

namespace Writethru.Delivery;

/// <summary>
/// Short hashes of the log's chain at a place and at a few round positions before it: enough to see that another log
/// has taken its place, and from where on, without reading it. Thread-safe.
/// </summary>
sealed class ChainMarks(SqliteLog log)
{
    const int MarkLength = 8, Remembered = 10_000;

    /// <summary>
    /// How far apart the round positions are. There are the last two of each, so that after a restore that lost fewer
    /// entries than one of these, at most twice as many come again.
    /// </summary>
    static readonly long[] _grids = [64, 4096, 262_144];

    readonly ConcurrentDictionary<long, byte[]> _known = new();

    /// <summary>Bytes of the marks of one place.</summary>
    public const int Length = 7 * MarkLength;

    /// <summary>Writes the marks of a place that the log has.</summary>
    public void Write(long position, Span<byte> marks)
    {
        foreach (var (index, marked) in MarkedFor(position).Index())
            MarkAt(marked).CopyTo(marks[(index * MarkLength)..]);
    }

    /// <summary>
    /// The newest position that the log has in common with that of the marks: the place itself when it is the same log;
    /// else a round one before it, at worst 0.
    /// </summary>
    public long LastCommon(long position, ReadOnlySpan<byte> marks)
    {
        var common = 0L;
        foreach (var (index, marked) in MarkedFor(position).Index())
        {
            if (marked > common && IsAt(marked, marks[(index * MarkLength)..]))
                common = marked;
        }
        return common;
    }

    static IEnumerable<long> MarkedFor(long position) => _grids
        .SelectMany(grid => new[] { RoundBefore(position, grid), RoundBefore(RoundBefore(position, grid), grid) })
        .Prepend(position);

    static long RoundBefore(long position, long grid) => position <= 0 ? 0 : (position - 1) / grid * grid;

    bool IsAt(long position, ReadOnlySpan<byte> mark) =>
        position >= 0 && position <= log.Head && MarkAt(position).SequenceEqual(mark[..MarkLength]);

    /// <summary>
    /// Streams are at one place mostly, and come to the same round ones. What is committed never changes, so that what
    /// is known stays true.
    /// </summary>
    ReadOnlySpan<byte> MarkAt(long position)
    {
        if (_known.TryGetValue(position, out var mark))
            return mark;
        mark = log.ChainHash(position)?[..MarkLength]
            ?? throw new ArgumentOutOfRangeException(nameof(position), position, $"The log ends at {log.Head}.");
        if (_known.Count >= Remembered)
            _known.Clear();
        _known[position] = mark;
        return mark;
    }
}

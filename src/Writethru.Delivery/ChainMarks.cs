using System.Collections.Concurrent;
using Writethru.Archive;

namespace Writethru.Delivery;

/// <summary>
/// Short hashes of the log's chain at a place and at a few round positions before it: enough to see that another log has
/// taken its place, and from where on, without reading it. Thread-safe.
/// </summary>
sealed class ChainMarks(SqliteLog log)
{
    const int MarkLength = 8, Remembered = 10_000;

    /// <summary>
    /// How far apart the round positions are: after a restore at most so much comes again, the less of these three the
    /// less was lost.
    /// </summary>
    static readonly long[] _grids = [64, 4096, 262_144];

    readonly ConcurrentDictionary<long, byte[]> _known = new();

    /// <summary>Bytes of the marks of one place.</summary>
    public const int Length = 4 * MarkLength;

    /// <summary>Writes the marks of a place that the log has.</summary>
    public void Write(long position, Span<byte> marks)
    {
        MarkAt(position).CopyTo(marks);
        for (var i = 0; i < _grids.Length; i++)
            MarkAt(RoundBefore(position, _grids[i])).CopyTo(marks[((i + 1) * MarkLength)..]);
    }

    /// <summary>
    /// The newest position that the log has in common with that of the marks: the place itself when it is the same log;
    /// else a round one before it, at worst 0.
    /// </summary>
    public long LastCommon(long position, ReadOnlySpan<byte> marks)
    {
        if (IsAt(position, marks))
            return position;
        for (var i = 0; i < _grids.Length; i++)
        {
            var round = RoundBefore(position, _grids[i]);
            if (IsAt(round, marks[((i + 1) * MarkLength)..]))
                return round;
        }
        return 0;
    }

    bool IsAt(long position, ReadOnlySpan<byte> mark) =>
        position >= 0 && position <= log.Head && MarkAt(position).SequenceEqual(mark[..MarkLength]);

    /// <summary>
    /// Streams are at one place mostly, and come to the same round ones. What is committed never changes, so that what is
    /// known stays true.
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

    static long RoundBefore(long position, long grid) => position <= 0 ? 0 : (position - 1) / grid * grid;
}

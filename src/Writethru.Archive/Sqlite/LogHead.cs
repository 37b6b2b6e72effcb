using Writethru.Copy;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// How far the log is committed and folded. Readers see nothing beyond it, so that whoever sees an entry finds every
/// fold, the gate's among them, at least as far.
/// </summary>
sealed class LogHead(long position, TimeProvider clock)
{
    readonly Lock _moving = new();
    readonly List<Action<LogRecord>> _folds = [];
    TaskCompletionSource _moved = NewSignal();
    long _position = position;

    public long Position => Volatile.Read(ref _position);

    /// <summary>Gives committed entries to every fold, then moves and wakes who waits.</summary>
    public void Advance(IReadOnlyList<LogRecord> committed)
    {
        if (committed.Count == 0)
            return;
        lock (_moving)
        {
            foreach (var record in committed)
                _folds.ForEach(fold => fold(record));
            Volatile.Write(ref _position, committed[^1].Position);
        }
        Interlocked.Exchange(ref _moved, NewSignal()).SetResult();
    }

    /// <summary>
    /// Replays the log into a fold; the last page with the head standing still, so that nothing is missed.
    /// </summary>
    public void Add(Action<LogRecord> fold, Func<long, IReadOnlyList<LogRecord>> readAfter)
    {
        var last = 0L;
        while (last < Position)
            last = Replay(fold, readAfter(last));
        lock (_moving)
        {
            while (last < Position)
                last = Replay(fold, readAfter(last));
            _folds.Add(fold);
        }
    }

    public async Task<long> WaitBeyondAsync(long position, TimeSpan timeout, CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task; // before the head is looked at, or a move could be missed
            if (Position > position)
                return Position;
            var left = timeout - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                return Position;
            try
            {
                await moved.WaitAsync(left, clock, cancel).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return Position;
            }
        }
    }

    static long Replay(Action<LogRecord> fold, IReadOnlyList<LogRecord> page)
    {
        foreach (var record in page)
            fold(record);
        return page[^1].Position;
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

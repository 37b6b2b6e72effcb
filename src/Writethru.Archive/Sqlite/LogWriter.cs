using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Disk;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// The one thread that writes. Whatever queued while it committed goes into the next commit; there is no timer. What is
/// urgent goes first, in commits of its own: it waits for the work that runs, never for those that wait.
/// </summary>
sealed class LogWriter : IAsyncDisposable
{
    const long CheckpointBytes = 16 * 1024 * 1024;

    readonly LogSession _session;
    readonly LogHead _head;
    readonly DataFolder _folder;
    readonly Reserve _reserve;
    readonly Func<string, bool> _isBlobKept;
    readonly ArchiveOptions _options;
    readonly TrustedClock _clock;
    readonly ILogger _logger;
    readonly Channel<QueuedWork> _queue, _urgent;
    /// <summary>Works that were taken from the queue and had to let what is urgent pass.</summary>
    readonly Queue<QueuedWork> _passed = new();
    // Never disposed: somebody may just be saying that a work is queued while the last batch is committed and done.
    readonly AutoResetEvent _queued = new(false);
    readonly SemaphoreSlim _stopped = new(0, 1);
    volatile Exception? _failure;
    volatile bool _isFull;
    long _commits;

    public LogWriter(LogSession session, LogHead head, DataFolder folder, Reserve reserve,
        Func<string, bool> isBlobKept, ArchiveOptions options, TrustedClock clock, ILogger logger)
    {
        (_session, _head, _folder, _reserve) = (session, head, folder, reserve);
        (_isBlobKept, _options, _clock, _logger) = (isBlobKept, options, clock, logger);
        var bounds = new BoundedChannelOptions(options.MaxQueued) { SingleReader = true };
        (_queue, _urgent) = (Channel.CreateBounded<QueuedWork>(bounds), Channel.CreateBounded<QueuedWork>(bounds));
        FindRoom();
        RehearseFence();
        new Thread(Loop) { IsBackground = true, Name = "Writethru log writer" }.Start();
    }

    /// <summary>Whether the file has failed.</summary>
    public bool IsFailed => _failure is not null;

    /// <summary>Whether the disk was full when it was last asked for room.</summary>
    public bool IsFull => _isFull;

    /// <summary>How many commits added something.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Runs just before every COMMIT: where tests let the disk fail.</summary>
    public Action? BeforeCommit { get; set; }

    public Task<T> WriteAsync<T>(Func<LogTransaction, T> work, CancellationToken cancel) =>
        WriteAsync(_queue, new QueuedWork<T>(work, isTrial: false), cancel);

    /// <summary>As that, and drops what the work has added.</summary>
    public Task<T> TryAsync<T>(Func<LogTransaction, T> work, CancellationToken cancel) =>
        WriteAsync(_queue, new QueuedWork<T>(work, isTrial: true), cancel);

    /// <summary>Before all that waits, and out of the reserve where the disk is full.</summary>
    public Task<T> WriteUrgentAsync<T>(Func<LogTransaction, T> work, CancellationToken cancel) =>
        WriteAsync(_urgent, new QueuedWork<T>(work, isTrial: false), cancel);

    async Task<T> WriteAsync<T>(Channel<QueuedWork> queue, QueuedWork<T> queued, CancellationToken cancel)
    {
        try
        {
            await queue.Writer.WriteAsync(queued, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw Refusal();
        }
        _queued.Set();
        return await queued.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Accepts nothing more, for good: the file, or a fold that everybody trusts, failed.</summary>
    public void Fence(Exception cause)
    {
        if (Interlocked.CompareExchange(ref _failure, cause, null) is not null)
            return;
        Complete();
        _logger.Fenced(cause, _folder.Path, _head.Position);
    }

    /// <summary>
    /// To write an exception with its stack takes parts of the runtime that come from the disk when they are first
    /// used: they come now, since a log that is fenced may have no descriptor left, or no disk.
    /// </summary>
    static void RehearseFence()
    {
        try
        {
            throw new IOException();
        }
        catch (IOException rehearsed)
        {
            _ = rehearsed.ToString();
        }
    }

    /// <summary>Something beside the log found no room.</summary>
    public void BeFull()
    {
        if (_isFull)
            return;
        _isFull = true;
        _logger.DiskFull(_folder.Path);
    }

    /// <summary>Commits what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        Complete();
        await _stopped.WaitAsync().ConfigureAwait(false);
    }

    void Complete()
    {
        _queue.Writer.TryComplete();
        _urgent.Writer.TryComplete();
        _queued.Set();
    }

    Exception Refusal() => _failure is { } failure
        ? new LogFailedException(_folder.Path, failure)
        : new ObjectDisposedException(nameof(SqliteLog));

    void Loop()
    {
        var batch = new List<QueuedWork>();
        while (!_queue.Reader.Completion.IsCompleted || !_urgent.Reader.Completion.IsCompleted)
        {
            _queued.WaitOne();
            while (true)
            {
                if (Drain(batch, Urgent))
                    RunBatch(batch, isUrgent: true);
                else if (Drain(batch, Waiting))
                    RunBatch(batch, isUrgent: false);
                else
                    break;
                CheckpointWhenDue();
            }
        }
        if (IsFailed)
            _session.LeaveFileAlone();
        _session.Dispose();
        _stopped.Release();
    }

    bool Drain(List<QueuedWork> batch, Func<QueuedWork?> next)
    {
        batch.Clear();
        while (batch.Count < _options.MaxBatch && next() is { } work)
            batch.Add(work);
        return batch.Count > 0;
    }

    QueuedWork? Urgent() => Claimed(_urgent);

    QueuedWork? Waiting() => _passed.TryDequeue(out var work) ? work : Claimed(_queue);

    static QueuedWork? Claimed(Channel<QueuedWork> queue)
    {
        while (queue.Reader.TryRead(out var work))
        {
            if (work.TryClaim())
                return work;
        }
        return null;
    }

    void RunBatch(List<QueuedWork> batch, bool isUrgent)
    {
        if (IsFailed)
        {
            batch.ForEach(work => work.Fail(Refusal()));
            return;
        }
        try
        {
            if (!isUrgent && IsFull && !FindRoom())
                throw new ArchiveFullException(
                    _folder.Path, new IOException("what is left is kept for kills and holds"));
            CommitWithin(batch, isUrgent);
            // The gate closes here: after the disk has it, before anybody is told.
            _head.Advance(_session.Appended);
            batch.ForEach(work => work.Complete());
        }
        catch (Exception e) // the edge of the writer's thread: whatever failed, nothing was acknowledged
        {
            var told = Judge(e);
            batch.ForEach(work => work.Fail(told));
        }
    }

    /// <summary>What is urgent and finds no room is tried again in that of the reserve.</summary>
    void CommitWithin(List<QueuedWork> batch, bool isUrgent)
    {
        try
        {
            Commit(batch, isUrgent);
        }
        catch (SqliteException e) when (isUrgent && _reserve.IsHeld && _session.IsFull(e))
        {
            BeFull();
            _reserve.GiveUp();
            _logger.ReserveSpent(_folder.Path);
            Commit(batch, isUrgent);
        }
    }

    /// <summary>Whether there is room for copy again: no sooner than the reserve is whole.</summary>
    bool FindRoom()
    {
        if (!_reserve.TryHold())
        {
            BeFull();
            return false;
        }
        if (IsFull)
            _logger.RoomFound(_folder.Path);
        _isFull = false;
        return true;
    }

    void Commit(List<QueuedWork> batch, bool isUrgent)
    {
        var start = _session.Here();
        try
        {
            _session.Begin();
            RunWorks(batch, isUrgent);
            BeforeCommit?.Invoke();
            _session.Commit();
        }
        catch
        {
            _session.Rollback(start);
            throw;
        }
        if (_session.Appended.Count > 0)
            Interlocked.Increment(ref _commits);
    }

    /// <summary>Runs them until something urgent waits; the others pass out of the batch, to the next.</summary>
    void RunWorks(List<QueuedWork> batch, bool isUrgent)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (i > 0 && !isUrgent && _urgent.Reader.TryPeek(out _))
            {
                batch[i..].ForEach(_passed.Enqueue);
                batch.RemoveRange(i, batch.Count - i);
                return;
            }
            RunWork(batch[i]);
        }
    }

    void RunWork(QueuedWork work)
    {
        _session.BeginWork();
        var transaction = new LogTransaction(
            _session, _options.BlobThreshold, work.IsTrial ? _ => true : _isBlobKept, _clock.Now);
        var thrown = work.Run(transaction);
        transaction.Close();
        if (SqliteFailure.IsOfFile(transaction.Broken))
            throw transaction.Broken!;
        var failure = thrown ?? transaction.Broken;
        if (failure is null && !work.IsTrial)
        {
            _session.KeepWork();
            return;
        }
        if (failure is not null)
            work.FailWhenComplete(failure);
        _session.DropWork();
    }

    /// <summary>What callers are told, after the log was fenced where it must be.</summary>
    Exception Judge(Exception e)
    {
        if (e is ArchiveFullException)
            return e;
        if (_session.IsFull(e))
        {
            BeFull();
            return new ArchiveFullException(_folder.Path, e);
        }
        if (SqliteFailure.IsBusy(e))
            return e;
        if (_session.IsOutOfFiles(e))
            return new ArchiveBusyException(_folder.Path, e);
        Fence(e);
        return new LogFailedException(_folder.Path, e);
    }

    void CheckpointWhenDue()
    {
        if (_session.BytesSinceCheckpoint < CheckpointBytes || IsFailed)
            return;
        try
        {
            _session.Checkpoint();
        }
        catch (SqliteException e) when (_session.IsFull(e) || SqliteFailure.IsBusy(e) || _session.IsOutOfFiles(e))
        {
            _logger.CheckpointPutOff(_folder.Path, e.Message);
        }
        catch (SqliteException e)
        {
            Fence(e);
        }
    }
}

using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Disk;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// The one thread that writes. Whatever queued while it committed goes into the next commit; there is no timer.
/// </summary>
sealed class LogWriter : IAsyncDisposable
{
    const long CheckpointBytes = 16 * 1024 * 1024;

    readonly LogSession _session;
    readonly LogHead _head;
    readonly DataFolder _folder;
    readonly Func<string, bool> _isBlobKept;
    readonly ArchiveOptions _options;
    readonly TrustedClock _clock;
    readonly ILogger _logger;
    readonly Channel<QueuedWork> _queue;
    // Never disposed: somebody may just be saying that a work is queued while the last batch is committed and done.
    readonly AutoResetEvent _queued = new(false);
    readonly SemaphoreSlim _stopped = new(0, 1);
    volatile Exception? _failure;
    long _commits;

    public LogWriter(LogSession session, LogHead head, DataFolder folder, Func<string, bool> isBlobKept,
        ArchiveOptions options, TrustedClock clock, ILogger logger)
    {
        (_session, _head, _folder, _isBlobKept, _options) = (session, head, folder, isBlobKept, options);
        (_clock, _logger) = (clock, logger);
        _queue = Channel.CreateBounded<QueuedWork>(
            new BoundedChannelOptions(options.MaxQueued) { SingleReader = true });
        new Thread(Loop) { IsBackground = true, Name = "Writethru log writer" }.Start();
    }

    /// <summary>Whether the file has failed.</summary>
    public bool IsFailed => _failure is not null;

    /// <summary>How many commits added something.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Runs just before every COMMIT: where tests let the disk fail.</summary>
    public Action? BeforeCommit { get; set; }

    public async Task<T> WriteAsync<T>(Func<LogTransaction, T> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        var queued = new QueuedWork<T>(work);
        try
        {
            await _queue.Writer.WriteAsync(queued, cancel).ConfigureAwait(false);
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
        _queue.Writer.TryComplete();
        _queued.Set();
        _logger.Fenced(cause, _folder.Path, _head.Position);
    }

    /// <summary>Commits what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _queued.Set();
        await _stopped.WaitAsync().ConfigureAwait(false);
    }

    Exception Refusal() => _failure is { } failure
        ? new LogFailedException(_folder.Path, failure)
        : new ObjectDisposedException(nameof(SqliteLog));

    void Loop()
    {
        var batch = new List<QueuedWork>();
        while (!_queue.Reader.Completion.IsCompleted)
        {
            _queued.WaitOne();
            while (Drain(batch))
            {
                RunBatch(batch);
                CheckpointWhenDue();
            }
        }
        if (IsFailed)
            _session.LeaveFileAlone();
        _session.Dispose();
        _stopped.Release();
    }

    bool Drain(List<QueuedWork> batch)
    {
        batch.Clear();
        while (batch.Count < _options.MaxBatch && _queue.Reader.TryRead(out var work))
        {
            if (work.TryClaim())
                batch.Add(work);
        }
        return batch.Count > 0;
    }

    void RunBatch(List<QueuedWork> batch)
    {
        if (IsFailed)
        {
            batch.ForEach(work => work.Fail(Refusal()));
            return;
        }
        try
        {
            Commit(batch);
            // The gate closes here: after the disk has it, before anybody is told.
            _head.Advance(_session.Appended);
            batch.ForEach(work => work.Complete());
        }
        catch (Exception e) // the edge of the writer's thread: whatever failed, nothing was acknowledged
        {
            var told = Judge(e, batch.Count);
            batch.ForEach(work => work.Fail(told));
        }
    }

    void Commit(List<QueuedWork> batch)
    {
        var start = _session.Here();
        try
        {
            _session.Begin();
            batch.ForEach(RunWork);
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

    void RunWork(QueuedWork work)
    {
        _session.BeginWork();
        var transaction = new LogTransaction(_session, _options.BlobThreshold, _isBlobKept, _clock.Now);
        var thrown = work.Run(transaction);
        transaction.Close();
        if (SqliteFailure.IsOfFile(transaction.Broken))
            throw transaction.Broken!;
        if ((thrown ?? transaction.Broken) is not { } failure)
        {
            _session.KeepWork();
            return;
        }
        work.FailWhenComplete(failure);
        _session.DropWork();
    }

    /// <summary>What callers are told, after the log was fenced where it must be.</summary>
    Exception Judge(Exception e, int works)
    {
        if (SqliteFailure.IsFull(e))
        {
            _logger.DiskFull(works, _folder.Path);
            return new ArchiveFullException(_folder.Path, e);
        }
        if (SqliteFailure.IsBusy(e))
            return e;
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
        catch (SqliteException e) when (SqliteFailure.IsFull(e) || SqliteFailure.IsBusy(e))
        {
            _logger.CheckpointPutOff(_folder.Path, e.Message);
        }
        catch (SqliteException e)
        {
            Fence(e);
        }
    }
}

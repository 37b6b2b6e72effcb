namespace Writethru.Archive.Sqlite;

/// <summary>A work that waits for the writer, with the task of the one who asked for it.</summary>
abstract class QueuedWork
{
    int _begun;

    /// <summary>Whether what it adds is dropped as soon as it has run.</summary>
    public abstract bool IsTrial { get; }

    /// <summary>Claims it for the writer, or for its cancellation: true for whoever comes first.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _begun, 1) == 0;

    /// <summary>
    /// Runs it and keeps how it ended; returns what it threw. Again, when a commit found no room: the last counts.
    /// </summary>
    public abstract Exception? Run(LogTransaction transaction);

    /// <summary>Tells how it ended. Only when everything it saw is durable, its failure included.</summary>
    public abstract void Complete();

    /// <summary>Tells that it failed, however it ended.</summary>
    public abstract void Fail(Exception e);

    /// <summary>Makes it end in a failure once the batch is durable.</summary>
    public abstract void FailWhenComplete(Exception e);
}

/// <inheritdoc cref="QueuedWork"/>
sealed class QueuedWork<T>(Func<LogTransaction, T> work, bool isTrial) : QueuedWork
{
    // Continuations run elsewhere: the writer must not run its callers' code.
    readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T? _result;
    Exception? _thrown;

    public override bool IsTrial => isTrial;

    /// <summary>Waits for the outcome; cancelling takes the work back, if the writer has not claimed it.</summary>
    public async Task<T> WaitAsync(CancellationToken cancel)
    {
        using var registration = cancel.UnsafeRegister(_ => Cancel(cancel), null);
        // The writer always tells the outcome, so that a work once begun is waited for, cancelled or not.
        return await _outcome.Task.WaitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public override Exception? Run(LogTransaction transaction)
    {
        _thrown = null;
        try
        {
            _result = work(transaction);
        }
        catch (Exception e) // the edge of foreign code: it goes to the one who asked
        {
            _thrown = e;
        }
        return _thrown;
    }

    public override void Complete()
    {
        if (_thrown is null)
            _outcome.TrySetResult(_result!);
        else
            _outcome.TrySetException(_thrown);
    }

    public override void Fail(Exception e) => _outcome.TrySetException(e);

    public override void FailWhenComplete(Exception e) => _thrown = e;

    void Cancel(CancellationToken cancel)
    {
        if (TryClaim())
            _outcome.TrySetCanceled(cancel);
    }
}

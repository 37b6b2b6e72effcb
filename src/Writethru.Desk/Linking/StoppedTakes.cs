using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// Finds what a publisher sent and nobody may have now. Used inside a work of the log alone, so by one thread at a
/// time.
/// </summary>
sealed class StoppedTakes
{
    /// <summary>
    /// Most stops of a kind, the newest of its publisher, and most takes of a stopped story, that a take is compared
    /// with.
    /// </summary>
    const int MostStops = 100, MostTakes = 10;

    /// <summary>How much longer than the window a kill may count; it is looked up anew by then.</summary>
    static readonly TimeSpan _slack = TimeSpan.FromMinutes(10);

    (DateTimeOffset Since, long Position) _window;

    /// <summary>What was killed within the window, then what is held or not out; the newest of each first.</summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="gate">The gate with all that the transaction has added.</param>
    /// <param name="publisher">Who sent it.</param>
    /// <param name="besides">A story whose own holds and embargoes count otherwise; null for none.</param>
    public IEnumerable<StoppedTake> Of(LogTransaction transaction, GateSnapshot gate, string publisher,
        StoryId? besides) =>
        Killed(transaction, gate, publisher)
            .Concat(NotOut(transaction, gate, publisher).Where(take => take.Filed.Story != besides));

    IEnumerable<StoppedTake> Killed(LogTransaction transaction, GateSnapshot gate, string publisher)
    {
        if (!gate.KillsAfter(0).Any())
            return [];
        var since = transaction.Now - StoryLikelihood.Window;
        if (since < _window.Since || since - _window.Since > _slack)
            _window = (since, transaction.LastBefore(since));
        return
            from kill in NewestOf(gate.KillsAfter(_window.Position), gate, publisher)
            from take in Before(transaction, gate, publisher, kill)
            select take with { Kill = StoryInHand.Take(transaction, kill.Story, kill.Number).Filed };
    }

    /// <summary>Takes of stories on hold, and what waits or is under embargo.</summary>
    static IEnumerable<StoppedTake> NotOut(LogTransaction transaction, GateSnapshot gate, string publisher) =>
        NewestOf(gate.HoldsAfter(0), gate, publisher)
            .SelectMany(hold => Before(transaction, gate, publisher, hold))
            .Concat(gate.Pending.Where(take => gate.PublisherOf(new TakePlace(take.Story, take.Number)) == publisher)
                .OrderByDescending(take => take.Position).Take(MostStops)
                .SelectMany(pending => At(transaction, gate, publisher, new TakePlace(pending.Story, pending.Number))
                    .Select(take => take with { Pending = pending })));

    static IEnumerable<TakePlace> NewestOf(IEnumerable<(long Position, TakePlace Take)> notices, GateSnapshot gate,
        string publisher) =>
        notices.Reverse().Select(notice => notice.Take)
            .Where(notice => gate.HasCopyOf(publisher, notice.Story)).Take(MostStops);

    /// <summary>What the publisher sent of a story before a notice, newest first.</summary>
    static IEnumerable<StoppedTake> Before(LogTransaction transaction, GateSnapshot gate, string publisher,
        TakePlace notice) =>
        Enumerable.Range(1, Math.Min(MostTakes, notice.Number - 1)).SelectMany(back =>
            At(transaction, gate, publisher, notice with { Number = notice.Number - back }));

    static IEnumerable<StoppedTake> At(LogTransaction transaction, GateSnapshot gate, string publisher, TakePlace take)
    {
        if (gate.PublisherOf(take) == publisher && transaction.FindTake(take.Story, take.Number) is
            { Entry: LogEntry.TakeFiled { Filed: { IsHold: false } filed } } record)
            yield return new StoppedTake(filed, record.Position);
    }
}

/// <summary>A take that nobody may have now.</summary>
/// <param name="Filed">The take.</param>
/// <param name="Position">Where it lies.</param>
sealed record StoppedTake(FiledTake Filed, long Position)
{
    /// <summary>The notice that ended its story; null when it is held, or not out yet.</summary>
    public FiledTake? Kill { get; init; }

    /// <summary>What keeps it back; null where a kill or a hold does.</summary>
    public PendingTake? Pending { get; init; }
}

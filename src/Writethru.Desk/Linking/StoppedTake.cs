using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>A take with copy that nobody may have now.</summary>
/// <param name="Filed">The take.</param>
/// <param name="Position">Where it lies.</param>
sealed record StoppedTake(FiledTake Filed, long Position)
{
    /// <summary>The notice that ended its story; null when it is held, or not out yet.</summary>
    public FiledTake? Kill { get; init; }

    /// <summary>What keeps it back; null where a kill or a hold does.</summary>
    public PendingTake? Pending { get; init; }

    /// <summary>Finds what a publisher sent and is stopped: what was killed, then what is held or not out.</summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="gate">The gate with all that the transaction has added.</param>
    /// <param name="publisher">Who sent it.</param>
    public static IEnumerable<StoppedTake> Of(LogTransaction transaction, GateSnapshot gate, string publisher) =>
        Killed(transaction, publisher).Concat(NotOut(transaction, gate, publisher));

    /// <summary>
    /// Most stops of a kind, the newest of all publishers, and most takes of a stopped story, that are looked at.
    /// </summary>
    const int MostStops = 100, MostTakes = 10;

    static IEnumerable<StoppedTake> Killed(LogTransaction transaction, string publisher) =>
        from record in transaction.FindKills(transaction.Now - StoryLikelihood.Window, MostStops)
        let kill = ((LogEntry.TakeFiled)record.Entry).Filed
        from take in Before(transaction, publisher, kill.Place)
        select take with { Kill = kill };

    /// <summary>Takes of stories on hold, and what waits or is under embargo; the newest first.</summary>
    static IEnumerable<StoppedTake> NotOut(LogTransaction transaction, GateSnapshot gate, string publisher) =>
        gate.HoldsAfter(0).OrderByDescending(hold => hold.Position).Take(MostStops)
            .SelectMany(hold => Before(transaction, publisher, hold.Take))
            .Concat(gate.Pending.OrderByDescending(pending => pending.Position).Take(MostStops)
                .SelectMany(pending => At(transaction, publisher, pending.Story, pending.Number)
                    .Select(take => take with { Pending = pending })));

    /// <summary>What the publisher sent of a story before a notice, newest first.</summary>
    static IEnumerable<StoppedTake> Before(LogTransaction transaction, string publisher, TakePlace notice) =>
        Enumerable.Range(1, Math.Min(MostTakes, notice.Number - 1))
            .SelectMany(back => At(transaction, publisher, notice.Story, notice.Number - back));

    static IEnumerable<StoppedTake> At(LogTransaction transaction, string publisher, StoryId story, int number)
    {
        if (transaction.FindTake(story, number) is { Entry: LogEntry.TakeFiled { Filed.IsHold: false } entry } record
            && StoryInHand.PublisherOf(transaction, entry) == publisher)
            yield return new StoppedTake(entry.Filed, record.Position);
    }
}

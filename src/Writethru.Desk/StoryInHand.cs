using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>How a story stands inside a transaction: what a verb decides by.</summary>
/// <param name="State">By every take that is there.</param>
/// <param name="Last">The entry of its newest take.</param>
sealed record StoryInHand(StoryState State, LogEntry.TakeFiled Last)
{
    /// <summary>The story as it stands; null when it has no take.</summary>
    /// <param name="transaction">Where the verb runs.</param>
    /// <param name="now">
    /// The gate. It may lag behind the transaction by the takes of its own batch; those are read one by one.
    /// </param>
    /// <param name="story">The story.</param>
    public static StoryInHand? Find(LogTransaction transaction, GateSnapshot now, StoryId story)
    {
        if (Filed(transaction.LastRecord(story)) is not { } last)
            return null;
        var state = now.StateOf(story);
        for (var number = now.CountTakes(story) + 1; number <= last.Filed.Number; number++)
            state = TakeRules.After(state, Take(transaction, story, number).Filed.Cause);
        return new StoryInHand(state, last);
    }

    /// <summary>Why nothing may be moved into it or out of it; null when it lives.</summary>
    public StoryOutcome.Conflict? WhyNotLiving() => State switch
    {
        StoryState.Living => null,
        StoryState.Held => new($"Story {Last.Filed.Story} is held; expected a release before."),
        _ => new($"Story {Last.Filed.Story} was {(State == StoryState.Killed ? "killed" : "taken down")}; its copy may "
            + "not be moved."),
    };

    /// <summary>The newest take that is copy and no hold; the kill of a killed story.</summary>
    public LogEntry.TakeFiled NewestCopy(LogTransaction transaction) => Newest(transaction, Cause.Hold);

    /// <summary>
    /// The newest take as it came to this desk: neither a hold, nor the copy that a release brought back.
    /// </summary>
    public LogEntry.TakeFiled NewestFromOutside(LogTransaction transaction) =>
        Newest(transaction, Cause.Hold, Cause.Release);

    /// <summary>The hold that stops a held story.</summary>
    public LogEntry.TakeFiled NewestHold(LogTransaction transaction)
    {
        var take = Last;
        while (!take.Filed.IsHold)
            take = Take(transaction, take.Filed.Story, take.Filed.Number - 1);
        return take;
    }

    /// <summary>The newest take that holds copy at all, also of a killed story; its first one when none does.</summary>
    public LogEntry.TakeFiled NewestText(LogTransaction transaction) =>
        Newest(transaction, Cause.Hold, Cause.Kill, Cause.Takedown);

    /// <summary>Which copy has moved, with what this batch of the log has added.</summary>
    public static StoryMoves Moves(LogTransaction transaction, GateSnapshot now)
    {
        var moves = now.Moves;
        foreach (var record in transaction.Added)
        {
            if (record.Position > now.Position)
                moves = moves.Apply(record.Entry);
        }
        return moves;
    }

    /// <summary>
    /// What keeps a take back, a hold left aside; null when nothing does. A take that the gate does not know yet stands
    /// as it was filed.
    /// </summary>
    public static PendingTake? PendingOf(GateSnapshot now, LogEntry.TakeFiled entry) =>
        now.CountTakes(entry.Filed.Story) >= entry.Filed.Number
            ? now.FindPending(entry.Filed.Story, entry.Filed.Number)
            : entry.Waits || entry.EmbargoedUntil is not null
                ? new PendingTake(entry.Filed.Story, entry.Filed.Number, 0, entry.EmbargoedUntil, entry.Waits)
                : null;

    /// <summary>
    /// The gate may lag behind this transaction by the entries of its own batch. It lags on the safe side: a take that
    /// it does not know yet counts as pending.
    /// </summary>
    public static bool IsStillPending(GateSnapshot now, LogEntry.TakeFiled last) =>
        (last.Waits || last.EmbargoedUntil is not null)
        && (now.CountTakes(last.Filed.Story) < last.Filed.Number
            || now.FindPending(last.Filed.Story, last.Filed.Number) is not null);

    /// <summary>The entry that filed a take which is there.</summary>
    public static LogEntry.TakeFiled Take(LogTransaction transaction, StoryId story, int number) =>
        Filed(transaction.FindTake(story, number))
            ?? throw new InvalidOperationException($"Story {story} has no take {number}.");

    LogEntry.TakeFiled Newest(LogTransaction transaction, params ReadOnlySpan<Cause> but)
    {
        var take = Last;
        while (but.Contains(take.Filed.Cause) && take.Filed.Number > 1)
            take = Take(transaction, take.Filed.Story, take.Filed.Number - 1);
        return take;
    }

    static LogEntry.TakeFiled? Filed(LogRecord? record) => record?.Entry as LogEntry.TakeFiled;
}

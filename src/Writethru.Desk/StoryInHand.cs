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
    /// <param name="now">The gate inside the transaction.</param>
    /// <param name="story">The story.</param>
    public static StoryInHand? Find(LogTransaction transaction, GateSnapshot now, StoryId story) =>
        Filed(transaction.LastRecord(story)) is { } last ? new StoryInHand(now.StateOf(story), last) : null;

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
    public LogEntry.TakeFiled NewestFromOutside(LogTransaction transaction)
    {
        var take = Last;
        while (take.Filed.Number > 1 && !IsFromOutside(take))
            take = Take(transaction, take.Filed.Story, take.Filed.Number - 1);
        return take;
    }

    /// <summary>Whether a take is neither a hold nor the copy that a release of this desk brought back.</summary>
    public static bool IsFromOutside(LogEntry.TakeFiled take) =>
        !take.Filed.IsHold && take is not { Filed.Cause: Cause.Release, Received: null };

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

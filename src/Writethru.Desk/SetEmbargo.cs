using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Gives the takes of a story that are not out another embargo. A later one needs no reason, an earlier one does; what
/// is out stays out, and what waits for a person waits on. Thread-safe.
/// </summary>
public sealed class SetEmbargo(SqliteLog log, Gate gate, ILogger<SetEmbargo> logger)
{
    /// <summary>Sets it. Completes when it is durable.</summary>
    /// <param name="story">The story.</param>
    /// <param name="until">The embargo; null, or an instant that has passed: none, and what does not wait is out at
    /// once.</param>
    /// <param name="reason">Why; may be blank where the embargo is later than before.</param>
    /// <param name="by">Name of the principal who says so.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>Unexplained where an earlier embargo has no reason; a conflict where nothing is under embargo or
    /// waits.</returns>
    public async Task<StoryOutcome> RunAsync(StoryId story, DateTimeOffset? until, string reason, string by,
        CancellationToken cancel)
    {
        var outcome = await log.WriteAsync(
            transaction => Run(transaction, story, until, FileNotice.OneLine(reason), by), cancel)
            .ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.EmbargoSet(done.Position, story.Value, until, by);
        return outcome;
    }

    StoryOutcome Run(LogTransaction transaction, StoryId story, DateTimeOffset? until, string reason, string by)
    {
        var now = gate.In(transaction);
        if (StoryInHand.Find(transaction, now, story) is not { Last.Filed: var last } standing)
            return new StoryOutcome.Unknown();
        if (standing.State is StoryState.Killed or StoryState.TakenDown)
            return new StoryOutcome.Conflict(TakeRules.WhyNot(standing.State, last, Cause.Refile)!);
        var pending = now.Pending.Where(take => take.Story == story).OrderBy(take => take.Number).ToList();
        if (pending.Count == 0)
            return new StoryOutcome.Conflict($"Nothing of story {story} is under embargo or waits, and what is out "
                + "stays out; hold the story to stop it.");
        var wanted = until > transaction.Now ? until : null;
        if (reason.Length == 0 && pending.Any(take => take.EmbargoedUntil is { } was && !(wanted >= was)))
            return new StoryOutcome.Unexplained();
        var position = 0L;
        foreach (var take in pending)
            position = transaction.Append(new LogEntry.EmbargoSet(story, take.Number, wanted, reason, by));
        return new StoryOutcome.Done(last, wanted is null
            ? ReachWindows.BringCarriers(transaction, gate.In(transaction), story, position)
            : position);
    }
}

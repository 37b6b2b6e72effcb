using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Makes usable again: ends the hold of a story; of a story that is not held, lets its waiting takes go, or gives them
/// the embargo that could not be read. Thread-safe.
/// </summary>
public sealed class Release(SqliteLog log, Gate gate, ILogger<Release> logger)
{
    /// <summary>Releases the story from its hold, else every waiting take of it, oldest first.</summary>
    /// <param name="story">The story.</param>
    /// <param name="embargo">
    /// The embargo that waiting takes get, never earlier than one that binds them; null: that one, and what has none
    /// goes at once. A hold has none.
    /// </param>
    /// <param name="by">Name of the principal who says so.</param>
    /// <param name="cancel">Gives up waiting before the release has begun.</param>
    public async Task<StoryOutcome> RunAsync(StoryId story, DateTimeOffset? embargo, string by,
        CancellationToken cancel)
    {
        var outcome = await log.WriteAsync(transaction => Run(transaction, story, embargo, by), cancel)
            .ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.StoryReleased(done.Position, story.Value, done.Take.Number, by);
        return outcome;
    }

    StoryOutcome Run(LogTransaction transaction, StoryId story, DateTimeOffset? embargo, string by)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction), story) is not { Last.Filed: var last } standing)
            return new StoryOutcome.Unknown();
        if (standing.State == StoryState.Held && embargo is not null)
            return new StoryOutcome.Conflict($"Story {story} is held, and a hold ends at once; found an embargo.");
        if (standing.State == StoryState.Held)
            return EndHolds(transaction, gate, story);
        var waiting = gate.In(transaction).Pending.Where(take => take.Story == story && take.Waits)
            .OrderBy(take => take.Number).ToList();
        if (waiting.Count == 0)
            return new StoryOutcome.Conflict(TakeRules.WhyNot(standing.State, last, Cause.Release)
                ?? $"No take of story {story} waits for a person.");
        if (embargo is not null && waiting.Max(take => take.EmbargoedUntil) is { } bound && embargo < bound)
            return new StoryOutcome.Conflict($"Story {story} is under embargo until {Instant.Write(bound)}; found "
                + $"{Instant.Write(embargo.Value)}, which is earlier: set the embargo, with a reason.");
        var position = 0L;
        var isFree = false;
        foreach (var take in waiting)
        {
            var until = embargo ?? take.EmbargoedUntil;
            until = until > transaction.Now ? until : null;
            isFree |= until is null;
            position = transaction.Append(new LogEntry.TakeReleased(story, take.Number, until, by));
        }
        if (isFree)
            position = ReachWindows.BringCarriers(transaction, gate.In(transaction), story, position);
        return new StoryOutcome.Done(last, position);
    }

    /// <summary>Stories that were held as one come back as one.</summary>
    static StoryOutcome EndHolds(LogTransaction transaction, Gate gate, StoryId story)
    {
        StoryOutcome? outcome = null;
        foreach (var each in gate.In(transaction).Moves.GroupOf(story))
        {
            var done = EndHold(transaction, gate, each);
            outcome ??= done;
        }
        return outcome ?? new StoryOutcome.Conflict($"Story {story} has no copy of its own to bring back.");
    }

    /// <summary>After a sender has released a story: those that are one with it come back too.</summary>
    /// <param name="transaction">Where the release was filed.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="story">The story that was released.</param>
    /// <param name="position">Where.</param>
    /// <returns>The position of the last entry.</returns>
    internal static long InOthers(LogTransaction transaction, Gate gate, StoryId story, long position)
    {
        position = ReachWindows.BringCarriers(transaction, gate.In(transaction), story, position);
        foreach (var other in gate.In(transaction).Moves.GroupOf(story).Skip(1))
            position = EndHold(transaction, gate, other)?.Position ?? position;
        return position;
    }

    /// <summary>
    /// The release is the newest copy that is out, whole, for whoever removed the story must have it again. Where
    /// nothing was out nobody has heard of the hold, and the copy says nothing of it. Null when all copy has moved, or
    /// the story is not held.
    /// </summary>
    static StoryOutcome.Done? EndHold(LogTransaction transaction, Gate gate, StoryId story)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction),
            story) is not { State: StoryState.Held, Last.Filed: var last })
            return null;
        var copies = FileAgain.Find(transaction, gate.In(transaction), story, last.Number);
        if (copies.IsEmpty)
            return null;
        var (release, position) = FileAgain.Run(transaction, last.Number, copies, Cause.Release, copy =>
            copy.Pending is null ? FileAgain.Under(NoticeWords.Release, copy.Filed.Take) : copy.Filed.Take);
        return new StoryOutcome.Done(release,
            ReachWindows.BringCarriers(transaction, gate.In(transaction), story, position));
    }
}

using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Lets the waiting takes of a story go, or gives them the embargo that could not be read. Thread-safe.
/// </summary>
public sealed class Release(SqliteLog log, Gate gate, ILogger<Release> logger)
{
    /// <summary>Releases every waiting take of the story, oldest first.</summary>
    /// <param name="story">The story.</param>
    /// <param name="embargo">The embargo they get; null, or an instant that has passed: they go at once.</param>
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
        if (transaction.LastTake(story) is not { } last)
            return new StoryOutcome.Unknown();
        if (last.IsKill)
            return new StoryOutcome.Conflict(
                $"Story {story} was killed by take {last.Number}; nothing of it can be released.");
        var waiting = gate.Now.Pending.Where(take => take.Story == story && take.Waits)
            .OrderBy(take => take.Number).ToList();
        if (waiting.Count == 0)
            return new StoryOutcome.Conflict($"No take of story {story} waits for a person.");
        var until = embargo > transaction.Now ? embargo : null;
        var position = 0L;
        foreach (var take in waiting)
            position = transaction.Append(new LogEntry.TakeReleased(story, take.Number, until, by));
        return new StoryOutcome.Done(last, position);
    }
}

using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Takes a story down because the right to it ended. It closes every path as a kill does; the notice says that the copy
/// was not wrong. Thread-safe.
/// </summary>
public sealed class Takedown(SqliteLog log, Gate gate, ILogger<Takedown> logger)
{
    readonly FileNotice _notice = new(log, gate);

    /// <summary>
    /// Files the takedown as the story's next take. Completes when it is durable and the gate has closed.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="reason">Which right ended, for editors; required, and part of the notice that goes out.</param>
    /// <param name="by">Name of the principal who takes it down.</param>
    /// <param name="cancel">Gives up waiting before it has begun; never undoes one.</param>
    public async Task<StoryOutcome> RunAsync(StoryId story, string reason, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var outcome = await _notice.RunAsync(story, Cause.Takedown, $"(TAKEDOWN: {reason})", holder: "", cancel)
            .ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.StoryTakenDown(done.Position, story.Value, done.Take.Number, by);
        return outcome;
    }
}

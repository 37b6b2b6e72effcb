using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Holds a story: from the hold's position on no path gives any take of it to a subscriber, until
/// <see cref="Release"/>. What comes in for the story meanwhile is filed and waits behind the hold. Thread-safe.
/// </summary>
public sealed class Hold(SqliteLog log, Gate gate, ILogger<Hold> logger)
{
    readonly FileNotice _notice = new(log, gate);

    /// <summary>
    /// Files the hold as the story's next take. Completes when it is durable and the gate has closed.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="reason">Why, for editors; required, and part of the notice that goes out.</param>
    /// <param name="by">Name of the principal who holds it.</param>
    /// <param name="cancel">Gives up waiting before it has begun; never undoes one.</param>
    public async Task<StoryOutcome> RunAsync(StoryId story, string reason, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var outcome = await _notice.RunAsync(
            story, Cause.Hold, NoticeWords.Of(Cause.Hold, reason), HolderOf(by), cancel).ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.StoryHeld(done.Position, story.Value, done.Take.Number, by);
        return outcome;
    }

    /// <summary>The reason that a hold was filed with, on one line.</summary>
    public static string ReasonOf(FiledTake hold) => NoticeWords.ReasonIn(Cause.Hold, hold.Take.Advisory?.Text ?? "");

    /// <summary>A sender's own hold is one that it can end by what it sends; the desk's is not.</summary>
    string HolderOf(string by) => gate.Now.FindPrincipal(by) is null or { Role: Role.Desk } ? "" : by;
}

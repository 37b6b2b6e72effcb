using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>Kills a story: from the kill's position on, no path gives out any take of it. Thread-safe.</summary>
public sealed class Kill(SqliteLog log, Gate gate, ILogger<Kill> logger)
{
    readonly FileNotice _notice = new(log, gate);

    /// <summary>
    /// Files the kill as the story's next take. Completes when it is durable and the gate has closed.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="reason">Why, for editors; required, and part of the notice that goes out.</param>
    /// <param name="substitute">Whether another story takes its place, said in the notice; null: it says nothing.</param>
    /// <param name="by">Name of the principal who kills it.</param>
    /// <param name="cancel">Gives up waiting before the kill has begun; never undoes one.</param>
    public async Task<StoryOutcome> RunAsync(StoryId story, string reason, bool? substitute, string by,
        CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var text = $"(KILL: {reason}{Substitute(reason, substitute)})";
        var outcome = await _notice.RunAsync(story, Cause.Kill, text, cancel).ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.StoryKilled(done.Position, story.Value, done.Take.Number, by);
        return outcome;
    }

    static string Substitute(string reason, bool? substitute) => substitute is not { } comes ? ""
        : (".!?".Contains(reason.TrimEnd()[^1], StringComparison.Ordinal) ? " " : ". ")
            + (comes ? "A substitute will follow." : "There will be no substitute.");
}

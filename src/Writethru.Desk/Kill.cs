using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>Kills a story: from the kill's position on, no path gives out any take of it. Thread-safe.</summary>
public sealed class Kill(SqliteLog log, ILogger<Kill> logger)
{
    /// <summary>
    /// Files the kill as the story's next take. Completes when it is durable and the gate has closed.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="reason">Why, for editors; required, and part of the notice that goes out.</param>
    /// <param name="by">Name of the principal who kills it.</param>
    /// <param name="cancel">Gives up waiting before the kill has begun; never undoes one.</param>
    public async Task<StoryOutcome> RunAsync(StoryId story, string reason, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var outcome = await log.WriteAsync(transaction => Run(transaction, story, reason), cancel)
            .ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.StoryKilled(done.Position, story.Value, done.Take.Number, by);
        return outcome;
    }

    static StoryOutcome Run(LogTransaction transaction, StoryId story, string reason)
    {
        if (transaction.LastTake(story) is not { } last)
            return new StoryOutcome.Unknown();
        if (TakeRules.WhyNot(last, Cause.Kill) is { } why)
            return new StoryOutcome.Conflict(why);
        var kill = new FiledTake
        {
            Story = story,
            Number = last.Number + 1,
            Cause = Cause.Kill,
            FiledAt = transaction.Now,
            Take = new Take
            {
                Status = TakeStatus.Canceled,
                Advisory = new Advisory($"(KILL: {OneLine(reason)})"),
            },
        };
        return new StoryOutcome.Done(kill, transaction.Append(new LogEntry.TakeFiled { Filed = kill }));
    }

    static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// The one way to what was killed or taken down: somebody of the desk reads a take, and the log says who, when and why
/// before it is read. Thread-safe.
/// </summary>
public sealed class ReadKilled(SqliteLog log, Gate gate, ILogger<ReadKilled> logger)
{
    /// <summary>Records that a take is read, and reads it: completes when the record is durable.</summary>
    /// <param name="story">The story.</param>
    /// <param name="number">The take.</param>
    /// <param name="reason">Why; required, and kept in the log.</param>
    /// <param name="by">Id of the principal who reads it.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>
    /// The take, whole, and where the record stands; a conflict when the story was neither killed nor taken down.
    /// </returns>
    public async Task<StoryOutcome> RunAsync(StoryId story, int number, string reason, string by,
        CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var said = FileNotice.OneLine(reason);
        var outcome = await log.WriteAsync<StoryOutcome>(transaction =>
        {
            if (transaction.FindTake(story, number)?.Entry is not LogEntry.TakeFiled { Filed: var take })
                return new StoryOutcome.Unknown();
            if (!gate.In(transaction).IsKilled(story))
                return new StoryOutcome.Conflict(
                    $"Story {story} was neither killed nor taken down; its takes are read as any.");
            return new StoryOutcome.Done(take,
                transaction.Append(new LogEntry.KilledRead(story, number, said, by)));
        }, cancel).ConfigureAwait(false);
        if (outcome is StoryOutcome.Done)
            logger.KilledRead(by, number, story.Value, said);
        return outcome;
    }
}

using Writethru.Archive;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Files what stops a story (a kill, a takedown, a hold) as its next take: a note to editors and no copy. Thread-safe.
/// </summary>
sealed class FileNotice(SqliteLog log, Gate gate)
{
    /// <summary>Completes when the notice is durable and the gate has closed.</summary>
    /// <param name="story">The story.</param>
    /// <param name="cause">Kill, takedown or hold.</param>
    /// <param name="text">The note; made one line.</param>
    /// <param name="cancel">Gives up waiting before it has begun; never undoes one.</param>
    public Task<StoryOutcome> RunAsync(StoryId story, Cause cause, string text, CancellationToken cancel) =>
        log.WriteAsync(transaction => Run(transaction, story, cause, text), cancel);

    /// <summary>The same inside a transaction that does more.</summary>
    public StoryOutcome Run(LogTransaction transaction, StoryId story, Cause cause, string text)
    {
        if (StoryInHand.Find(transaction, gate.Now, story) is not { Last.Filed: var last } standing)
            return new StoryOutcome.Unknown();
        if (TakeRules.WhyNot(standing.State, last, cause) is { } why)
            return new StoryOutcome.Conflict(why);
        var notice = new FiledTake
        {
            Story = story,
            Number = last.Number + 1,
            Cause = cause,
            FiledAt = transaction.Now,
            Take = new Take
            {
                Status = cause == Cause.Hold ? TakeStatus.Withheld : TakeStatus.Canceled,
                Advisory = new Advisory(OneLine(text)),
            },
        };
        return new StoryOutcome.Done(notice, transaction.Append(new LogEntry.TakeFiled
        {
            Filed = notice,
            Recipients = transaction.RecipientsOf(story),
        }));
    }

    static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

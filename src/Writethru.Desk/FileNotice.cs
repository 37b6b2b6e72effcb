using Writethru.Archive.Sqlite;
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
    /// <param name="holder">Of a hold: whose it is, a publisher's name or the desk's, which is empty. Else
    /// empty.</param>
    /// <param name="cancel">Gives up waiting before it has begun; never undoes one.</param>
    public Task<StoryOutcome> RunAsync(StoryId story, Cause cause, string text, string holder,
        CancellationToken cancel) =>
        log.WriteUrgentAsync(transaction => Run(transaction, story, cause, text, holder), cancel);

    /// <summary>The same inside a transaction that does more.</summary>
    public StoryOutcome Run(LogTransaction transaction, StoryId story, Cause cause, string text, string holder)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction), story) is not { Last.Filed: var last } standing)
            return new StoryOutcome.Unknown();
        if (!IsFurtherHold(gate.In(transaction), story, cause, holder)
            && TakeRules.WhyNot(standing.State, last, cause) is { } why)
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
        var done = new StoryOutcome.Done(notice, transaction.Append(new LogEntry.TakeFiled
        {
            Filed = notice,
            Recipients = Recipients.Of(transaction, gate.In(transaction), story),
            HeldBy = holder,
        }));
        RunInOthers(transaction, gate, notice, holder);
        return done;
    }

    /// <summary>
    /// Files the same notice in every other story that is one with this one: they have its copy, and readers of their
    /// own.
    /// </summary>
    /// <param name="transaction">Where the notice was filed.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="notice">A kill, takedown or hold as it was filed; of a sender's own kill only its note goes
    /// along.</param>
    /// <param name="holder">Of a hold: whose it is.</param>
    public static void RunInOthers(LogTransaction transaction, Gate gate, FiledTake notice, string holder)
    {
        if (notice.IsKill)
            new CarryingStories(gate).RunOnWithout(transaction, notice);
        foreach (var other in gate.In(transaction).Moves.GroupOf(notice.Story).Skip(1))
        {
            if (StoryInHand.Find(transaction, gate.In(transaction), other) is not { Last.Filed: var last } standing
                || (!IsFurtherHold(gate.In(transaction), other, notice.Cause, holder)
                    && TakeRules.WhyNot(standing.State, last, notice.Cause) is not null))
                continue;
            transaction.Append(new LogEntry.TakeFiled
            {
                Filed = notice with
                {
                    Story = other,
                    Number = last.Number + 1,
                    Take = new Take { Status = notice.Take.Status, Advisory = notice.Take.Advisory },
                },
                Recipients = Recipients.Of(transaction, gate.In(transaction), other),
                HeldBy = holder,
            });
        }
    }

    /// <summary>
    /// Whether a story that somebody holds is held by another as well: then the release of one does not open it.
    /// </summary>
    static bool IsFurtherHold(GateSnapshot now, StoryId story, Cause cause, string holder) => cause == Cause.Hold
        && now.StateOf(story) == StoryState.Held && !now.HoldersOf(story).Contains(holder);

    internal static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

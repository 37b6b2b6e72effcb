using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// A person says that a story which a doubtful take opened continues the one that it was proposed for. Thread-safe.
/// </summary>
/// <remarks>
/// Its newest copy becomes the next take there, unless the other story has moved on since it came: what is older never
/// stands on top of what is newer. The takes of the joined story stay. Rules:
/// <c>docs/decisions/0013-joined-and-unlinked-stories.md</c> and <c>0022-repeats.md</c>.
/// </remarks>
public sealed class AcceptLink(SqliteLog log, Gate gate, Proposals proposals, ILogger<AcceptLink> logger)
{
    /// <summary>Accepts a proposal. Completes when it is durable.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="by">Name of the principal who says so.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>
    /// The take of the other story that the copy became, or its newest copy, behind which it came; unknown when no such
    /// proposal stands.
    /// </returns>
    public async Task<StoryOutcome> RunAsync(string id, string by, CancellationToken cancel)
    {
        if (proposals.FindPart(id) is { Of: var of })
            return new StoryOutcome.Conflict($"Found a part for take {of.Number} of story {of.Story}, expected a take: "
                + "work it in, file the whole take, then reject the part.");
        if (proposals.Find(id) is not { } proposal)
            return new StoryOutcome.Unknown();
        var outcome = await log.WriteAsync(transaction => Run(transaction, proposal, by), cancel)
            .ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.StoryJoined(done.Position, by, proposal.Story.Value, done.Take.Story.Value, done.Take.Number);
        return outcome;
    }

    /// <summary>
    /// What <see cref="RunAsync"/> would do now, for the person who decides; null when a story is not there.
    /// </summary>
    public LinkOrder? OrderOf(Proposal proposal)
    {
        var now = gate.Now;
        var other = now.Moves.Resolve(proposal.Link.Story);
        return Newest(proposal.Story) is { } mine && Newest(other) is { } theirs
            ? new LinkOrder(Filed(mine), Filed(theirs), mine.Position < theirs.Position,
                now.StateOf(proposal.Story) != StoryState.Living || now.StateOf(other) != StoryState.Living
                    || Filed(mine).Take.Kind != Filed(theirs).Take.Kind
                    || other == proposal.Story || now.Moves.IsJoined(proposal.Story) ? AcceptEffect.None
                : mine.Position < theirs.Position ? AcceptEffect.Behind
                : AcceptEffect.Next)
            : null;

        LogRecord? Newest(StoryId story) => Enumerable.Range(0, now.CountTakes(story))
            .Select(back => log.FindTake(story, now.CountTakes(story) - back))
            .FirstOrDefault(record => record?.Entry is LogEntry.TakeFiled entry && StoryInHand.IsFromOutside(entry));

        static FiledTake Filed(LogRecord record) => ((LogEntry.TakeFiled)record.Entry).Filed;
    }

    StoryOutcome Run(LogTransaction transaction, Proposal proposal, string by)
    {
        if (transaction.Added.Any(record => record.Entry is LogEntry.LinkRejected rejected
            && rejected.Story == proposal.Story && rejected.Other == proposal.Link.Story))
            return new StoryOutcome.Unknown();
        var moves = gate.In(transaction).Moves;
        var story = proposal.Story;
        var other = moves.Resolve(proposal.Link.Story);
        if (moves.IsJoined(story))
            return new StoryOutcome.Conflict($"Story {story} was joined to story {moves.Resolve(story)} before.");
        if (other == story)
            return new StoryOutcome.Conflict($"Story {proposal.Link.Story} was joined to story {story} before.");
        if (StoryInHand.Find(transaction, gate.In(transaction), story) is not { } mine
            || StoryInHand.Find(transaction, gate.In(transaction), other) is not { } theirs)
            return new StoryOutcome.Unknown();
        if ((mine.WhyNotLiving() ?? theirs.WhyNotLiving()) is { } stopped)
            return stopped;
        // Copy waits for a picture that it carries: one has looked at the other, neither continues it.
        if (KindOf(transaction, mine) != KindOf(transaction, theirs))
            return new StoryOutcome.Conflict($"One of stories {story} and {other} is a picture, the other is copy.");
        return Join(transaction, mine, theirs, by);
    }

    static TakeKind KindOf(LogTransaction transaction, StoryInHand story) =>
        story.NewestText(transaction).Filed.Take.Kind;

    StoryOutcome.Done Join(LogTransaction transaction, StoryInHand mine, StoryInHand theirs, string by)
    {
        var copy = mine.NewestCopy(transaction);
        var before = theirs.NewestCopy(transaction);
        if (PositionOf(mine) < PositionOf(theirs))
        {
            TakedownPicture.CarryOver(transaction, gate.In(transaction), copy.Filed.Story, before.Filed.Story);
            return new StoryOutcome.Done(before.Filed,
                transaction.Append(new LogEntry.StoryJoined(copy.Filed.Story, before.Filed.Story, by)));
        }
        var filed = copy.Filed with
        {
            Story = before.Filed.Story,
            Number = theirs.Last.Filed.Number + 1,
            Cause = copy.Filed.Cause is Cause.First or Cause.Release
                ? NextTake.CauseOf(copy.Filed.Take)
                : copy.Filed.Cause,
            FiledAt = transaction.Now,
            // It was counted among the takes of the other story.
            Label = "",
        };
        var (until, waits) = Stricter(
            gate.In(transaction).FindPending(copy.Filed.Place),
            gate.In(transaction).FindPending(before.Filed.Place), transaction.Now);
        TakedownPicture.CarryOver(transaction, gate.In(transaction), copy.Filed.Story, filed.Story);
        var position = transaction.Append(
            new LogEntry.TakeFiled
            {
                Filed = filed,
                EmbargoedUntil = until,
                Waits = waits,
                Provenance = copy.Filed.Place,
                NeedsTerms = copy.NeedsTerms,
            },
            default, TakeReader.Read(filed.Take, copy.Filed.FiledAt, before.Filed.Take), TakeReader.Version);
        transaction.Append(new LogEntry.StoryJoined(copy.Filed.Story, filed.Story, by));
        return new StoryOutcome.Done(filed, position);

        long PositionOf(StoryInHand story) => transaction.FindTake(
            story.Last.Filed.Story, story.NewestFromOutside(transaction).Filed.Number)!.Position;
    }

    /// <summary>What keeps back either of two takes, the later embargo of two.</summary>
    static (DateTimeOffset? Until, bool Waits) Stricter(PendingTake? copy, PendingTake? before, DateTimeOffset now)
    {
        var until = copy?.EmbargoedUntil > before?.EmbargoedUntil || before?.EmbargoedUntil is null
            ? copy?.EmbargoedUntil
            : before.EmbargoedUntil;
        return (until > now ? until : null, copy?.Waits == true || before?.Waits == true);
    }
}

/// <summary>Which of the two stories of a proposal has the newer copy, and what accepting it would do.</summary>
/// <param name="Take">The newest copy of the story that the doubtful take opened.</param>
/// <param name="Other">The newest copy of the story that it is proposed for.</param>
/// <param name="IsOtherNewer">Whether the other story's copy came later.</param>
/// <param name="Effect">What accepting would do.</param>
public sealed record LinkOrder(FiledTake Take, FiledTake Other, bool IsOtherNewer, AcceptEffect Effect);

/// <summary>What becomes of the copy when a proposal is accepted.</summary>
public enum AcceptEffect
{
    /// <summary>It becomes the next take of the other story.</summary>
    Next,

    /// <summary>The other story has newer copy: the two are one from then on, and no take is filed.</summary>
    Behind,

    /// <summary>Nothing: one of the stories is stopped, or they are one already.</summary>
    None,
}

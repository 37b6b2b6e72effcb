using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Reading;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Makes usable again: ends the hold of a story; of a story that is not held, lets its waiting takes go, or gives them
/// the embargo that could not be read. Thread-safe.
/// </summary>
public sealed class Release(SqliteLog log, Gate gate, ILogger<Release> logger)
{
    /// <summary>
    /// What the release of a held story says to editors. It must not hold a word that would make the next newsroom wait.
    /// </summary>
    internal const string Note = "(RELEASE: This story may be used again.)";

    /// <summary>Releases the story from its hold, else every waiting take of it, oldest first.</summary>
    /// <param name="story">The story.</param>
    /// <param name="embargo">
    /// The embargo that waiting takes get; null, or an instant that has passed: they go at once. A hold has none.
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
        if (StoryInHand.Find(transaction, gate.Now, story) is not { Last.Filed: var last } standing)
            return new StoryOutcome.Unknown();
        if (standing.State == StoryState.Held && embargo is not null)
            return new StoryOutcome.Conflict($"Story {story} is held, and a hold ends at once; found an embargo.");
        if (standing.State == StoryState.Held)
            return EndHold(transaction, last);
        var waiting = gate.Now.Pending.Where(take => take.Story == story && take.Waits)
            .OrderBy(take => take.Number).ToList();
        if (waiting.Count == 0)
            return new StoryOutcome.Conflict(TakeRules.WhyNot(standing.State, last, Cause.Release)
                ?? $"No take of story {story} waits for a person.");
        var until = embargo > transaction.Now ? embargo : null;
        var position = 0L;
        foreach (var take in waiting)
            position = transaction.Append(new LogEntry.TakeReleased(story, take.Number, until, by));
        return new StoryOutcome.Done(last, position);
    }

    /// <summary>
    /// The release is the newest copy that is out, whole, for whoever removed the story must have it again. What is
    /// under embargo or waits is filed anew behind it with the same ties, so that its number does not lie before the
    /// release when it comes out. Where nothing was out nobody has heard of the hold, and the copy says nothing of it.
    /// </summary>
    StoryOutcome.Done EndHold(LogTransaction transaction, FiledTake last)
    {
        FiledTake? release = null;
        var number = last.Number;
        var position = 0L;
        foreach (var (entry, pending) in Behind(transaction, last))
        {
            var isRelease = release is null && pending is null;
            var filed = entry.Filed with
            {
                Number = ++number,
                Cause = release is null ? Cause.Release : entry.Filed.Cause,
                FiledAt = transaction.Now,
                Take = isRelease ? AsRelease(entry.Filed.Take) : entry.Filed.Take,
                Label = isRelease && PrintedSeries.NumberOf(entry.Filed.Label) == 0 ? "" : entry.Filed.Label,
            };
            position = transaction.Append(new LogEntry.TakeFiled
            {
                Filed = filed,
                EmbargoedUntil = pending?.EmbargoedUntil > transaction.Now ? pending.EmbargoedUntil : null,
                Waits = pending?.Waits ?? false,
            }, default, TakeReader.Read(filed.Take, entry.Filed.FiledAt), TakeReader.Version);
            release ??= filed;
        }
        return new StoryOutcome.Done(release!, position);
    }

    /// <summary>
    /// The newest take that is out, and all after it that are not, oldest first. Never empty. Of what an earlier release
    /// brought back, or filed anew behind it, the take before that release says nothing any more.
    /// </summary>
    List<(LogEntry.TakeFiled Entry, PendingTake? Pending)> Behind(LogTransaction transaction, FiledTake last)
    {
        List<(LogEntry.TakeFiled, PendingTake?)> takes = [];
        for (var number = last.Number; number > 0; number--)
        {
            var entry = StoryInHand.Take(transaction, last.Story, number);
            if (entry.Filed.IsHold)
                continue;
            var pending = PendingOf(entry);
            takes.Insert(0, (entry, pending));
            if (pending is null || entry.Filed.Cause == Cause.Release)
                break;
        }
        return takes;
    }

    /// <summary>A take that the gate does not know yet stands as it was filed.</summary>
    PendingTake? PendingOf(LogEntry.TakeFiled entry) =>
        gate.Now.CountTakes(entry.Filed.Story) >= entry.Filed.Number
            ? gate.Now.FindPending(entry.Filed.Story, entry.Filed.Number)
            : entry.Waits || entry.EmbargoedUntil is not null
                ? new PendingTake(entry.Filed.Story, entry.Filed.Number, 0, entry.EmbargoedUntil, entry.Waits)
                : null;

    /// <summary>What the sender said of its own transmission is not true of this one.</summary>
    static Take AsRelease(Take take) => take with
    {
        Advisory = new Advisory(Note),
        Series = "",
        Signal = Signal.None,
        Sequence = "",
        SenderVersion = "",
        VersionCreated = null,
    };
}

using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Kills a story: from the kill's position on, no path gives out any take of it. Where a kill needs two, the first
/// holds the story and the second kills it; and so it is where a publisher kills a story that is not all its own.
/// Thread-safe.
/// </summary>
public sealed class Kill(SqliteLog log, Gate gate, ILogger<Kill> logger, KillRequests requests,
    DeskOptions options) : IDisposable
{
    readonly FileNotice _notice = new(log, gate);
    readonly bool _needsTwo = options.KillNeedsTwo;

    /// <summary>
    /// The fold learns of a request only when it is durable: two who ask at once must not both be the first.
    /// </summary>
    readonly SemaphoreSlim _asking = new(1);

    /// <summary>
    /// Files the kill as the story's next take, or asks for it. Completes when it is durable and the gate has closed.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="reason">
    /// Why, for editors; part of the notice that goes out. Blank: that of the one who asked first, if somebody did.
    /// </param>
    /// <param name="substitute">
    /// Whether another story takes its place, said in the notice; null: as who asked first said, else it says nothing.
    /// </param>
    /// <param name="by">Name of the principal who kills it.</param>
    /// <param name="cancel">Gives up waiting before the kill has begun; never undoes one.</param>
    public async Task<StoryOutcome> RunAsync(StoryId story, string reason, bool? substitute, string by,
        CancellationToken cancel)
    {
        if (_needsTwo)
            await _asking.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var outcome = await log.WriteUrgentAsync(
                transaction => Run(transaction, story, reason, substitute, by), cancel).ConfigureAwait(false);
            if (outcome is StoryOutcome.Done done)
                logger.StoryKilled(done.Position, story.Value, done.Take.Number, by);
            return outcome;
        }
        finally
        {
            if (_needsTwo)
                _asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    StoryOutcome Run(LogTransaction transaction, StoryId story, string reason, bool? substitute, string by)
    {
        var now = gate.Now;
        if (!OwnStories.Knows(now, by, story))
            return new StoryOutcome.Unknown();
        var first = FindRequest(transaction, story);
        var needsTwo = _needsTwo || !OwnStories.MayKill(now, by, story);
        // The second is somebody of the desk, always.
        if (needsTwo && first is not null && (first.By == by || OwnStories.IsPublisher(now, by)))
            return new StoryOutcome.NeedsSecond(first);
        var why = string.IsNullOrWhiteSpace(reason) ? first?.Reason : reason;
        if (why is null)
            return new StoryOutcome.Unexplained();
        var comes = substitute ?? first?.Substitute;
        return needsTwo && first is null
            ? Ask(transaction, story, why, comes, by)
            : _notice.Run(transaction, story, Cause.Kill,
                NoticeWords.Of(Cause.Kill, $"{why}{Substitute(why, comes)}"), holder: "");
    }

    /// <summary>
    /// The request that stands. The fold may not know yet of a release that is committed together with this.
    /// </summary>
    KillRequest? FindRequest(LogTransaction transaction, StoryId story)
    {
        if (requests.Find(story) is not { } request || transaction.LastTake(story) is not { } last)
            return null;
        for (var number = request.Hold + 1; number <= last.Number; number++)
        {
            if (StoryInHand.Take(transaction, story, number).Filed.Cause == Cause.Release)
                return null;
        }
        return request;
    }

    StoryOutcome Ask(LogTransaction transaction, StoryId story, string reason, bool? substitute, string by)
    {
        var standing = StoryInHand.Find(transaction, gate.In(transaction), story);
        var stopped = standing?.State == StoryState.Held
            ? new StoryOutcome.Done(standing.NewestHold(transaction).Filed, 0)
            : _notice.Run(transaction, story, Cause.Hold, NoticeWords.Of(Cause.Hold, reason), holder: "");
        return stopped is StoryOutcome.Done { Take: var hold }
            ? new StoryOutcome.Asked(hold,
                transaction.Append(new LogEntry.KillAsked(story, hold.Number, reason, substitute, by)))
            : stopped;
    }

    static string Substitute(string reason, bool? substitute) => substitute is not { } comes ? ""
        : (".!?".Contains(reason.TrimEnd()[^1], StringComparison.Ordinal) ? " " : ". ")
            + (comes ? "A substitute will follow." : "There will be no substitute.");
}

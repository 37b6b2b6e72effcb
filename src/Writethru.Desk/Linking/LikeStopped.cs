using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// Finds copy of the same publisher that was killed, is held or is not out yet and that a take looks like, whatever its
/// sender says of its identity: such a take waits for a person. Used inside a work of the log alone, so by one thread
/// at a time.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0022-repeats.md</c>.</remarks>
sealed class LikeStopped(LinkingOptions options)
{
    /// <summary>
    /// Most stops of a kind, the newest of its publisher, and most takes of a stopped story, that a take is compared
    /// with.
    /// </summary>
    const int MostStops = 100, MostTakes = 10;

    /// <summary>How much longer than the window a kill may count; it is looked up anew by then.</summary>
    static readonly TimeSpan _slack = TimeSpan.FromMinutes(10);

    readonly Candidates _candidates = new();
    (DateTimeOffset Since, long Position) _window;

    /// <summary>
    /// Finds killed copy that the take looks like, or else copy that is not out and stands in it word for word; null
    /// for none.
    /// </summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="gate">The gate with all that the transaction has added.</param>
    /// <param name="publisher">Who sends the take.</param>
    /// <param name="take">The take.</param>
    /// <param name="before">The copy that it continues, whose story stops it by itself; null when it opens one.</param>
    public StoppedCopy? Run(LogTransaction transaction, GateSnapshot gate, string publisher, Take take,
        FiledTake? before)
    {
        if (take.Status == TakeStatus.Canceled || take.Kind == TakeKind.Picture || !options.IsOnFor(publisher))
            return null;
        var stopped = Killed(transaction, gate, publisher)
            .Concat(NotOut(transaction, gate, publisher).Where(copy => copy.Copy.Story != before?.Story));
        StoryTraits? traits = null, beforeTraits = null;
        foreach (var (kill, copy) in stopped)
        {
            traits ??= StoryTraits.Of(take);
            Func<StoryTraits, StoryTraits, bool> isSame =
                kill is null ? StoryLikelihood.IsSameText : StoryLikelihood.IsSameCopy;
            if (!isSame(copy.Traits, traits))
                continue;
            // What has looked so before the stop, and lives, is not that copy coming back.
            if (before is not null && isSame(copy.Traits, beforeTraits ??= StoryTraits.Of(before.Take)))
                continue;
            return new StoppedCopy(kill, new StoryLink(copy.Story, copy.Number,
                StoryLikelihood.Of(copy.Traits, copy.At, traits, transaction.Now), LinkDoubt.Stopped));
        }
        return null;
    }

    /// <summary>Copy of stories that were killed within the window; the newest kill first.</summary>
    IEnumerable<(FiledTake? Kill, Candidate Copy)> Killed(LogTransaction transaction, GateSnapshot gate,
        string publisher)
    {
        if (!gate.KillsAfter(0).Any())
            return [];
        var since = transaction.Now - StoryLikelihood.Window;
        if (since < _window.Since || since - _window.Since > _slack)
            _window = (since, transaction.LastBefore(since));
        return
            from kill in NewestOf(gate.KillsAfter(_window.Position), gate, publisher)
            from copy in CopyOf(transaction, gate, publisher, kill)
            select ((FiledTake?)StoryInHand.Take(transaction, kill.Story, kill.Number).Filed, copy);
    }

    /// <summary>Copy of stories on hold, and what waits or is under embargo; the newest first.</summary>
    IEnumerable<(FiledTake? Kill, Candidate Copy)> NotOut(LogTransaction transaction, GateSnapshot gate,
        string publisher) =>
        NewestOf(gate.HoldsAfter(0), gate, publisher)
            .SelectMany(hold => CopyOf(transaction, gate, publisher, hold))
            .Concat(gate.Pending.Where(take => gate.PublisherOf(new TakePlace(take.Story, take.Number)) == publisher)
                .OrderByDescending(take => take.Position).Take(MostStops)
                .SelectMany(take => CopyAt(transaction, gate, publisher, new TakePlace(take.Story, take.Number))))
            .Select(copy => ((FiledTake?)null, copy));

    static IEnumerable<TakePlace> NewestOf(IEnumerable<(long Position, TakePlace Take)> notices, GateSnapshot gate,
        string publisher) =>
        notices.Reverse().Select(notice => notice.Take)
            .Where(notice => gate.HasCopyOf(publisher, notice.Story)).Take(MostStops);

    /// <summary>What the publisher sent of a story before a notice, newest first.</summary>
    IEnumerable<Candidate> CopyOf(LogTransaction transaction, GateSnapshot gate, string publisher,
        TakePlace notice) =>
        Enumerable.Range(1, Math.Min(MostTakes, notice.Number - 1)).SelectMany(back =>
            CopyAt(transaction, gate, publisher, notice with { Number = notice.Number - back }));

    IEnumerable<Candidate> CopyAt(LogTransaction transaction, GateSnapshot gate, string publisher, TakePlace take)
    {
        if (gate.PublisherOf(take) == publisher && transaction.FindTake(take.Story, take.Number) is
            { Entry: LogEntry.TakeFiled { Filed: { IsHold: false, Take.Kind: TakeKind.Text } } } record)
            yield return _candidates.At(transaction, record.Position);
    }
}

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
    /// Most stops of a kind, the newest of all publishers, and most takes of a stopped story, that a take is compared
    /// with.
    /// </summary>
    const int MostStops = 100, MostTakes = 10;

    readonly Candidates _candidates = new();

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
        var stopped = Killed(transaction, publisher)
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

    IEnumerable<(FiledTake? Kill, Candidate Copy)> Killed(LogTransaction transaction, string publisher) =>
        from record in transaction.FindKills(transaction.Now - StoryLikelihood.Window, MostStops)
        let kill = ((LogEntry.TakeFiled)record.Entry).Filed
        from copy in CopyOf(transaction, publisher, kill.Place)
        select ((FiledTake?)kill, copy);

    /// <summary>Copy of stories on hold, and what waits or is under embargo; the newest first.</summary>
    IEnumerable<(FiledTake? Kill, Candidate Copy)> NotOut(LogTransaction transaction, GateSnapshot gate,
        string publisher) =>
        gate.HoldsAfter(0).OrderByDescending(hold => hold.Position).Take(MostStops)
            .SelectMany(hold => CopyOf(transaction, publisher, hold.Take))
            .Concat(gate.Pending.OrderByDescending(take => take.Position).Take(MostStops)
                .SelectMany(take => CopyAt(transaction, publisher, take.Story, take.Number)))
            .Select(copy => ((FiledTake?)null, copy));

    /// <summary>What the publisher sent of a story before a notice, newest first.</summary>
    IEnumerable<Candidate> CopyOf(LogTransaction transaction, string publisher, TakePlace notice) =>
        Enumerable.Range(1, Math.Min(MostTakes, notice.Number - 1))
            .SelectMany(back => CopyAt(transaction, publisher, notice.Story, notice.Number - back));

    IEnumerable<Candidate> CopyAt(LogTransaction transaction, string publisher, StoryId story, int number)
    {
        if (transaction.FindTake(story, number) is
            {
                Entry: LogEntry.TakeFiled { Filed: { IsHold: false, Take.Kind: TakeKind.Text } } entry,
            } record && PublisherOf(transaction, entry) == publisher)
            yield return _candidates.At(transaction, record.Position);
    }

    /// <summary>Who sent the copy, here or where it stood before; null when it was written here.</summary>
    static string? PublisherOf(LogTransaction transaction, LogEntry.TakeFiled entry) =>
        entry.Received?.Publisher
        ?? (entry.Provenance is { } from
            ? PublisherOf(transaction, StoryInHand.Take(transaction, from.Story, from.Number))
            : null);
}

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
    readonly Candidates _candidates = new();
    readonly StoppedTakes _stopped = new();

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
        StoryTraits? traits = null, beforeTraits = null;
        foreach (var stopped in _stopped.Of(transaction, gate, publisher, before?.Story)
            .Where(stopped => stopped.Filed.Take.Kind == TakeKind.Text))
        {
            traits ??= StoryTraits.Of(take);
            var copy = _candidates.At(transaction, stopped.Position);
            Func<StoryTraits, StoryTraits, bool> isSame =
                stopped.Kill is null ? StoryLikelihood.IsSameText : StoryLikelihood.IsSameCopy;
            if (!isSame(copy.Traits, traits))
                continue;
            // What has looked so before the stop, and lives, is not that copy coming back.
            if (before is not null && isSame(copy.Traits, beforeTraits ??= StoryTraits.Of(before.Take)))
                continue;
            return new StoppedCopy(stopped.Kill, new StoryLink(copy.Story, copy.Number,
                StoryLikelihood.Of(copy.Traits, copy.At, traits, transaction.Now), LinkDoubt.Stopped));
        }
        return null;
    }
}

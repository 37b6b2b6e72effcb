using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Desk.Linking;

/// <summary>
/// Finds killed copy of the same publisher that a take looks like, whatever its sender says of its identity: such a
/// take waits for a person. Used inside a work of the log alone, so by one thread at a time.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0022-repeats.md</c>.</remarks>
sealed class LikeKilled(LinkingOptions options)
{
    /// <summary>Most kills of the window, and most takes of a killed story, that a take is compared with.</summary>
    const int MostKills = 100, MostTakes = 10;

    readonly Candidates _candidates = new();

    /// <summary>Finds the newest kill whose copy the take looks like; null for none.</summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="publisher">Who sends the take.</param>
    /// <param name="take">The take.</param>
    /// <param name="before">The copy that it continues; null when it opens a story.</param>
    public KilledCopy? Run(LogTransaction transaction, string publisher, Take take, Take? before)
    {
        if (take.Status == TakeStatus.Canceled || take.Kind == TakeKind.Picture || !options.IsOnFor(publisher))
            return null;
        var kills = transaction.FindKills(transaction.Now - StoryLikelihood.Window, MostKills);
        if (kills.Count == 0)
            return null;
        var traits = StoryTraits.Of(take);
        // What has looked so before the kill, and lives, is not that copy coming back.
        var beforeTraits = before is null ? null : StoryTraits.Of(before);
        foreach (var kill in kills.Select(record => ((LogEntry.TakeFiled)record.Entry).Filed))
        {
            foreach (var copy in CopyOf(transaction, publisher, kill))
            {
                if (StoryLikelihood.IsSameCopy(copy.Traits, traits)
                    && (beforeTraits is null || !StoryLikelihood.IsSameCopy(copy.Traits, beforeTraits)))
                    return new KilledCopy(kill, new StoryLink(kill.Story, copy.Number,
                        StoryLikelihood.Of(copy.Traits, copy.At, traits, transaction.Now), LinkDoubt.Stopped));
            }
        }
        return null;
    }

    /// <summary>What the publisher sent of a killed story, newest first.</summary>
    IEnumerable<Candidate> CopyOf(LogTransaction transaction, string publisher, FiledTake kill)
    {
        for (var number = kill.Number - 1; number > Math.Max(0, kill.Number - 1 - MostTakes); number--)
        {
            if (transaction.FindTake(kill.Story, number) is
                {
                    Entry: LogEntry.TakeFiled { Filed: { IsHold: false, Take.Kind: TakeKind.Text } } entry,
                } record && PublisherOf(transaction, entry) == publisher)
                yield return _candidates.At(transaction, record.Position);
        }
    }

    /// <summary>Who sent the copy, here or where it stood before; null when it was written here.</summary>
    static string? PublisherOf(LogTransaction transaction, LogEntry.TakeFiled entry) =>
        entry.Received?.Publisher
        ?? (entry.Provenance is { } from
            ? PublisherOf(transaction, StoryInHand.Take(transaction, from.Story, from.Number))
            : null);
}

using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// Finds the stories that a notice names in its words, among those that its publisher moved. Used inside a work of the
/// log alone, so by one thread at a time.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0031-notices-that-name-an-item.md</c>.</remarks>
sealed class NamedStories(Gate gate, LinkingOptions options)
{
    /// <summary>Newest takes of a story that are looked at.</summary>
    const int MostTakes = 8;

    /// <summary>Most stories that a person is shown.</summary>
    const int MostShown = 5;

    /// <summary>Most stories an hour that a publisher may hold by words that leave a doubt.</summary>
    const int MostAnHour = 3;

    /// <summary>Most entries that are looked through for them.</summary>
    const int MostEntries = 2_000;

    /// <summary>The stories, the best named first; empty when the notice names none.</summary>
    public ImmutableArray<NamedStory> Run(LogTransaction transaction, string publisher, Take notice, StoryMoves moves)
    {
        var since = transaction.Now - StoryLikelihood.Window;
        return
        [
            .. transaction.FindCandidates(publisher, notice.Agency, since, options.MostStories)
                .Select(position => ((LogEntry.TakeFiled)transaction.Find(position)!.Entry).Filed.Place)
                .SelectMany(place => Takes(transaction, place))
                .Select(filed => (Story: moves.Resolve(filed.Place), Filed: filed,
                    Names: NoticeNames.Of(notice, transaction.Now, filed.Take, filed.FiledAt)))
                .Where(named => named.Names.Reasons.Length > 0 && IsOpen(transaction, named.Story, notice))
                .OrderByDescending(named => named.Names.IsCertain)
                .ThenByDescending(named => named.Names.Reasons.Length).ThenByDescending(named => named.Filed.FiledAt)
                .DistinctBy(named => named.Story)
                .Select(named => new NamedStory(named.Story, named.Filed.Number, named.Names))
                .Take(MostShown),
        ];
    }

    /// <summary>Whether a publisher has held as many stories within the hour as words that leave a doubt may.</summary>
    public static bool IsTooOften(LogTransaction transaction, string publisher)
    {
        var held = 0;
        var (from, since) = (transaction.Head, transaction.Now.AddHours(-1));
        for (var position = from; position > Math.Max(0, from - MostEntries) && held < MostAnHour; position--)
        {
            var record = transaction.Find(position)!;
            if (record.At < since)
                break;
            held += record.Entry is LogEntry.TakeFiled { Filed.IsHold: true, Linked.Doubt: LinkDoubt.Named } hold
                && hold.Received?.Publisher == publisher ? 1 : 0;
        }
        return held >= MostAnHour;
    }

    /// <summary>The newest takes with copy, and the first.</summary>
    static IEnumerable<FiledTake> Takes(LogTransaction transaction, TakePlace newest) =>
        Enumerable.Range(1, newest.Number).Where(number => number == 1 || number > newest.Number - MostTakes)
            .Select(number => StoryInHand.Take(transaction, newest.Story, number).Filed)
            .Where(filed => !filed.IsHold && !filed.IsKill);

    /// <summary>Whether it is not over, but by that very notice.</summary>
    bool IsOpen(LogTransaction transaction, StoryId story, Take notice) =>
        StoryInHand.Find(transaction, gate.In(transaction), story) is { } standing
        && (standing.State is StoryState.Living or StoryState.Held
            || CanonicalJson.AreEqual(standing.Last.Filed.Take, notice));
}

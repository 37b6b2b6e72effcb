using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
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

    /// <summary>
    /// The stories, the best named first, also those that are over; empty when the notice names none.
    /// </summary>
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
                // An identity is that of the story with its newest take.
                .Where(named => named.Names.Reasons.Length > 0 && (!named.Names.HasIdentity
                    || FindStory.StoryOf(transaction, publisher, named.Filed.Take.SenderId, moves) == named.Story))
                .OrderByDescending(named => named.Names.IsCertain)
                .ThenByDescending(named => named.Names.Reasons.Length).ThenByDescending(named => named.Filed.FiledAt)
                .DistinctBy(named => named.Story)
                .Take(MostShown)
                .Select(named => new NamedStory(named.Story, named.Filed.Number, named.Names)
                {
                    IsOver = gate.In(transaction).StateOf(named.Story) is not (StoryState.Living or StoryState.Held),
                }),
        ];
    }

    /// <summary>The newest takes with copy, and the first.</summary>
    static IEnumerable<FiledTake> Takes(LogTransaction transaction, TakePlace newest) =>
        Enumerable.Range(1, newest.Number).Where(number => number == 1 || number > newest.Number - MostTakes)
            .Select(number => StoryInHand.Take(transaction, newest.Story, number).Filed)
            .Where(filed => !filed.IsHold && !filed.IsKill);
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Archive;

/// <summary>What the columns of an entry say, all of it drawn from the entry: writer and verifier must agree.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Story">The story it is about; null when it is about none.</param>
/// <param name="Take">The take it is about; null when it is about none.</param>
/// <param name="Received">Where its bytes came from; null when it has none.</param>
/// <param name="Senders">
/// The senders' identities and versions of a take that came from a publisher, or of items that repeat one under an
/// identity of their own.
/// </param>
/// <param name="Agency">
/// Whose story it is, of a take that came from a publisher and that another may continue; null for anything else.
/// </param>
sealed record EntryFacts(string Kind, string? Story, int? Take, Received? Received,
    ImmutableArray<(string Id, string Version)> Senders, string? Agency = null)
{
    /// <summary>The take that came from a publisher and may be repeated; null for anything else.</summary>
    Take? Copy { get; init; }

    /// <summary>Whether it is a kill or takedown.</summary>
    public bool IsKill { get; private init; }

    /// <summary>What the same copy is found by, made when it is asked for; null when the entry has none.</summary>
    public string? CopyKey => Copy is null || Received is null ? null : SameCopy.KeyOf(Copy, Received);

    public static EntryFacts Of(LogEntry entry)
    {
        var kind = LogEntryJson.KindOf(entry);
        return entry switch
        {
            LogEntry.TakeFiled filed => new EntryFacts(kind, filed.Filed.Story.Value, filed.Filed.Number,
                filed.Received, filed is { Received: not null, Filed.Take: { SenderId: not "" } take }
                    ? [(take.SenderId, take.SenderVersion)]
                    : [],
                filed is { Received: not null, Filed: { IsKill: false, Take.Kind: TakeKind.Text } } ? filed.Filed.Take.Agency : null)
            {
                Copy = filed is { Received: not null, Filed.IsKill: false } ? filed.Filed.Take : null,
                IsKill = filed.Filed.IsKill,
            },
            LogEntry.ItemRefused refused => new EntryFacts(kind, null, null, refused.Received,
                [.. refused.Repeats.Select(repeat => repeat.SenderId).Where(id => id.Length > 0).Distinct()
                    .Select(id => (id, ""))]),
            LogEntry.EmbargoLifted lifted => new EntryFacts(kind, lifted.Story.Value, lifted.Number, null, []),
            LogEntry.TakeReleased released => new EntryFacts(kind, released.Story.Value, released.Number, null, []),
            LogEntry.LinkRejected rejected => new EntryFacts(kind, rejected.Story.Value, rejected.Number, null, []),
            LogEntry.TakeCleared cleared => new EntryFacts(kind, cleared.Story.Value, cleared.Number, null, []),
            LogEntry.KillAsked asked => new EntryFacts(kind, asked.Story.Value, asked.Number, null, []),
            LogEntry.StoryJoined joined => new EntryFacts(kind, joined.Story.Value, null, null, []),
            LogEntry.TakeUnlinked unlinked => new EntryFacts(kind, unlinked.Story.Value, unlinked.Number, null, []),
            LogEntry.WindowReached reached => new EntryFacts(kind, reached.Story.Value, reached.Number, null, []),
            LogEntry.PictureTakenDown down => new EntryFacts(kind, down.Story.Value, null, null, []),
            _ => new EntryFacts(kind, null, null, null, []),
        };
    }
}

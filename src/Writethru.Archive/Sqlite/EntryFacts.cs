using Writethru.Copy;

namespace Writethru.Archive;

/// <summary>What the columns of an entry say, all of it drawn from the entry: writer and verifier must agree.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Story">The story it is about; null when it is about none.</param>
/// <param name="Take">The take it is about; null when it is about none.</param>
/// <param name="Received">Where its bytes came from; null when it has none.</param>
/// <param name="Sender">
/// The sender's identity and version of a take that came from a publisher; null without one.
/// </param>
/// <param name="Agency">
/// Whose story it is, of a take that came from a publisher and that another may continue; null for anything else.
/// </param>
sealed record EntryFacts(string Kind, string? Story, int? Take, Received? Received,
    (string Id, string Version)? Sender, string? Agency = null)
{
    public static EntryFacts Of(LogEntry entry)
    {
        var kind = LogEntryJson.KindOf(entry);
        return entry switch
        {
            LogEntry.TakeFiled filed => new EntryFacts(kind, filed.Filed.Story.Value, filed.Filed.Number,
                filed.Received, filed is { Received: not null, Filed.Take: { SenderId: not "" } take }
                    ? (take.SenderId, take.SenderVersion)
                    : null,
                filed is { Received: not null, Filed: { IsKill: false, Take.Kind: TakeKind.Text } } ? filed.Filed.Take.Agency : null),
            LogEntry.ItemRefused refused => new EntryFacts(kind, null, null, refused.Received, null),
            LogEntry.EmbargoLifted lifted => new EntryFacts(kind, lifted.Story.Value, lifted.Number, null, null),
            LogEntry.TakeReleased released => new EntryFacts(kind, released.Story.Value, released.Number, null, null),
            LogEntry.EmbargoSet set => new EntryFacts(kind, set.Story.Value, set.Number, null, null),
            LogEntry.LinkRejected rejected => new EntryFacts(kind, rejected.Story.Value, rejected.Number, null, null),
            LogEntry.TakeCleared cleared => new EntryFacts(kind, cleared.Story.Value, cleared.Number, null, null),
            LogEntry.KillAsked asked => new EntryFacts(kind, asked.Story.Value, asked.Number, null, null),
            LogEntry.StoryJoined joined => new EntryFacts(kind, joined.Story.Value, null, null, null),
            LogEntry.TakeUnlinked unlinked => new EntryFacts(kind, unlinked.Story.Value, unlinked.Number, null, null),
            LogEntry.WindowReached reached => new EntryFacts(kind, reached.Story.Value, reached.Number, null, null),
            LogEntry.PictureTakenDown down => new EntryFacts(kind, down.Story.Value, null, null, null),
            _ => new EntryFacts(kind, null, null, null, null),
        };
    }
}

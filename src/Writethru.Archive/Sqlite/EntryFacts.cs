using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Archive.Sqlite;

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
    (string Id, string Version)? Sender, string? Agency)
{
    public static EntryFacts Of(LogEntry entry)
    {
        var came = entry is LogEntry.TakeFiled { Received: not null, Filed: var filed } ? filed : null;
        return new EntryFacts(entry.Kind, entry.Subject.Story?.Value, entry.Subject.Take, entry.Source,
            came is { Take: { SenderId: not "" } take } ? (take.SenderId, take.SenderVersion) : null,
            came is { IsKill: false, Take: { Kind: TakeKind.Text, Agency: var agency } } ? agency : null);
    }
}

using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Archive.Sqlite;

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
    ImmutableArray<(string Id, string Version)> Senders, string? Agency)
{
    /// <summary>The take that came from a publisher and may be repeated; null for anything else.</summary>
    Take? Copy { get; init; }

    /// <summary>What the same copy is found by, made when it is asked for; null when the entry has none.</summary>
    public string? CopyKey => Copy is null || Received is null ? null : SameCopy.KeyOf(Copy, Received);

    public static EntryFacts Of(LogEntry entry)
    {
        var came = entry is LogEntry.TakeFiled { Received: not null, Filed: var filed } ? filed : null;
        return new EntryFacts(entry.Kind, entry.Subject.Story?.Value, entry.Subject.Take,
            entry.Source, SendersOf(entry),
            came is { IsKill: false, Take: { Kind: TakeKind.Text, Agency: var agency } } ? agency : null)
        {
            Copy = came is { IsKill: false } ? came.Take : null,
        };
    }

    static ImmutableArray<(string, string)> SendersOf(LogEntry entry) =>
        entry is LogEntry.TakeFiled { Received: not null, Filed.Take: { SenderId: not "" } take }
            ? [(take.SenderId, take.SenderVersion)]
            : entry is LogEntry.ItemRefused refused
                ? [.. refused.Repeats.Select(repeat => repeat.SenderId).Append(refused.Notice?.SenderId ?? "")
                    .Where(id => id.Length > 0).Distinct().Select(id => (id, ""))]
                : [];
}

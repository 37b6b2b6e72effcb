using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Desk.Linking;

/// <summary>
/// A person says that a take does not belong to the story that it was proposed for, or that a part is done with.
/// Thread-safe.
/// </summary>
public sealed class RejectLink(SqliteLog log, Proposals proposals, ILogger<RejectLink> logger)
{
    /// <summary>
    /// Rejects a proposal; the take, or the bytes of the part, stay where they are. Completes when it is durable.
    /// </summary>
    /// <param name="id">The proposal.</param>
    /// <param name="by">Name of the principal who says so.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>Whether there was such a proposal to reject.</returns>
    public async Task<bool> RunAsync(string id, string by, CancellationToken cancel)
    {
        if (proposals.FindPart(id) is { } part)
        {
            await log.WriteAsync(
                transaction => transaction.Append(new LogEntry.PartRejected(part.Position, by)), cancel)
                .ConfigureAwait(false);
            logger.PartRejected(by, part.Position, part.Of.Number, part.Of.Story.Value);
            return true;
        }
        if (proposals.Find(id) is not { } proposal)
            return false;
        await log.WriteAsync(transaction => transaction.Append(
            new LogEntry.LinkRejected(proposal.Story, proposal.Number, proposal.Link.Story, by)), cancel)
            .ConfigureAwait(false);
        logger.LinkRejected(by, proposal.Number, proposal.Story.Value, proposal.Link.Story.Value);
        return true;
    }
}

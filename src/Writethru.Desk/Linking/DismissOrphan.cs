using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Desk.Linking;

/// <summary>A person says that a notice which found no story is done with. Thread-safe.</summary>
public sealed class DismissOrphan(SqliteLog log, Orphans orphans, ILogger<DismissOrphan> logger)
{
    /// <summary>Dismisses it; what was received stays. Completes when it is durable.</summary>
    /// <param name="position">Where the notice stands in the log.</param>
    /// <param name="reason">What was done about it; required.</param>
    /// <param name="by">Name of the principal who says so.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>Whether there was such a notice.</returns>
    public async Task<bool> RunAsync(long position, string reason, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (orphans.Find(position) is null)
            return false;
        await log.WriteAsync(transaction => transaction.Append(
            new LogEntry.NoticeDismissed(position, FileNotice.OneLine(reason), by)), cancel).ConfigureAwait(false);
        logger.NoticeDismissed(by, position);
        return true;
    }
}

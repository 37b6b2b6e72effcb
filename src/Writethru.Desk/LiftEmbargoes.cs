using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Lifts the embargoes that have passed by the clock of the log. Nothing else opens an embargoed take, so it is never
/// early; what came due while the program was down is lifted at the next start (law 7). One caller at a time.
/// </summary>
public sealed class LiftEmbargoes(SqliteLog log, Gate gate, ILogger<LiftEmbargoes> logger)
{
    /// <summary>When the next embargo passes; null when none is pending.</summary>
    public DateTimeOffset? NextDue => gate.Now.Pending.Where(take => !take.Waits).Min(take => take.EmbargoedUntil);

    /// <summary>
    /// Lifts what is due now, the earliest first and in order within a story. Completes when it is durable.
    /// </summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var time = log.Clock.Now;
        if (!(NextDue <= time))
            return;
        var (count, last) = await log.WriteAsync(transaction =>
        {
            // Asked in here: a take that is committed together with this may have a later embargo.
            var now = gate.In(transaction);
            var due = now.Pending.Where(take => !take.Waits && take.EmbargoedUntil <= time)
                .OrderBy(take => take.EmbargoedUntil).ThenBy(take => take.Position).ToList();
            return (due.Count, due.Select(take => ReachWindows.BringCarriers(transaction, now, take.Story,
                transaction.Append(new LogEntry.EmbargoLifted(take.Story, take.Number)))).DefaultIfEmpty().Max());
        }, cancel).ConfigureAwait(false);
        if (count > 0)
            logger.EmbargoesLifted(count, last);
    }
}

using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.App.Hosting;

/// <summary>
/// Makes readings anew that an older reader made. Runs before the gate folds the log, so that the gate never decides by
/// an old reading.
/// </summary>
static class RereadTakes
{
    const int Batch = 500;

    public static async Task RunAsync(SqliteLog log, ILogger logger, CancellationToken cancel)
    {
        var count = 0;
        while (log.StaleReadings(TakeReader.Version, Batch) is { Count: > 0 } stale)
        {
            await log.WriteAsync(transaction => Reread(log, transaction, stale), cancel).ConfigureAwait(false);
            count += stale.Count;
        }
        if (count > 0)
            logger.TakesReread(count, TakeReader.Version);
    }

    static int Reread(SqliteLog log, LogTransaction transaction, IReadOnlyList<long> stale)
    {
        foreach (var position in stale)
        {
            if (log.Find(position) is not { Entry: LogEntry.TakeFiled { Filed: var filed } } record)
                continue;
            var before = filed.Number > 1
                ? log.FindTake(filed.Story, filed.Number - 1)?.Entry as LogEntry.TakeFiled
                : null;
            transaction.ReplaceReading(
                position, TakeReader.Read(filed.Take, record.At, before?.Filed.Take), TakeReader.Version);
        }
        return stale.Count;
    }
}

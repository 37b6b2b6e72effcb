using Writethru.Archive;
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
            if (log.Find(position) is { Entry: LogEntry.TakeFiled filed } record)
                transaction.ReplaceReading(position, TakeReader.Read(filed.Filed.Take, record.At), TakeReader.Version);
        }
        return stale.Count;
    }
}

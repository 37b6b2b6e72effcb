using Writethru.Archive.Sqlite;
using Writethru.Desk;
using Writethru.Desk.Linking;

namespace Writethru.App.Hosting;

/// <summary>
/// Rings the alarms of kills without their second and of notices without a story: when one comes, and as long as it stands.
/// </summary>
sealed class AlarmClock(SqliteLog log, KillAlarm kills, OrphanAlarm orphans) : BackgroundService
{
    static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var seen = log.Head;
                var next = new[] { kills.Ring(), orphans.Ring(), _longest }.Min();
                await log.WaitBeyondAsync(seen, next!.Value, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}

using Writethru.Archive.Sqlite;
using Writethru.Desk;

namespace Writethru.App.Hosting;

/// <summary>Rings the alarm of kills without their second: when one is asked for, and as long as it is open.</summary>
sealed class KillAlarmClock(SqliteLog log, KillAlarm alarm) : BackgroundService
{
    static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var seen = log.Head;
                var next = alarm.Ring() ?? _longest;
                await log.WaitBeyondAsync(seen, next, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}

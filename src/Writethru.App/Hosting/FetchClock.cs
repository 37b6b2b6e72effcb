using Writethru.Archive.Sqlite;
using Writethru.Desk.Pictures;
using Writethru.Desk.Receiving;

namespace Writethru.App.Hosting;

/// <summary>
/// Fetches the files of pictures as their takes come in, and tries again where a host did not answer.
/// </summary>
sealed class FetchClock(SqliteLog log, FilesToFetch files, FetchPictures fetch,
    FetchOptions options, TimeProvider clock,
    ILogger<FetchClock> logger) : BackgroundService
{
    static readonly TimeSpan _again = TimeSpan.FromMinutes(1), _idle = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Hosts.Length == 0)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = log.Head;
            var isDone = true;
            try
            {
                foreach (var filed in files.Waiting(clock.GetUtcNow()))
                    isDone &= await fetch.RunAsync(filed, stoppingToken);
                await log.WaitBeyondAsync(seen, isDone ? _idle : _again, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // The edge of a hosted loop: what could not be kept now (a full disk) is fetched again.
            catch (Exception failure)
            {
                logger.FetchFailed(failure);
                await Task.Delay(_again, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

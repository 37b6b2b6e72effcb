using Writethru.Archive;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Hosting;

/// <summary>
/// Lifts embargoes at their second: sleeps until the next one is due or a new entry may have brought one.
/// </summary>
sealed class EmbargoClock(SqliteLog log, Gate gate, LiftEmbargoes lift, TimeProvider clock,
    ILogger<EmbargoClock> logger) : BackgroundService
{
    static readonly TimeSpan _longest = TimeSpan.FromHours(1), _pauseAfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await lift.RunAsync(stoppingToken).ConfigureAwait(false);
                await SleepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // The edge of a hosted loop: an embargo that could not be lifted now (a full disk) is tried again.
            catch (Exception failure)
            {
                logger.EmbargoClockFailed(failure);
                await Task.Delay(_pauseAfterFailure, clock, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Until the next embargo is due, or the log has grown beyond what this loop has seen.</summary>
    async Task SleepAsync(CancellationToken cancel)
    {
        var seen = gate.Now.Position;
        var wait = lift.NextDue is { } due ? due - clock.GetUtcNow() : _longest;
        if (wait > TimeSpan.Zero)
            await log.WaitBeyondAsync(seen, wait < _longest ? wait : _longest, cancel).ConfigureAwait(false);
    }
}

using Writethru.Archive;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Hosting;

/// <summary>
/// Lifts embargoes at their second: sleeps until the next one is due or a new entry may have brought one. Looks at the
/// clocks meanwhile.
/// </summary>
sealed class EmbargoClock(SqliteLog log, Gate gate, LiftEmbargoes lift, TimeProvider clock,
    ILogger<EmbargoClock> logger) : BackgroundService
{
    /// <summary>A minute, so that the wall clock is looked at; less while somebody may be setting it right.</summary>
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(1), _longestApart = TimeSpan.FromSeconds(1);

    static readonly TimeSpan _pauseAfterFailure = TimeSpan.FromSeconds(1);

    readonly ClockWatch _watch = new(log.Clock, logger);

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
        var longest = _watch.IsApart() ? _longestApart : _longest;
        var wait = lift.NextDue is { } due ? log.Clock.Until(due) : longest;
        if (wait > TimeSpan.Zero)
            await log.WaitBeyondAsync(seen, wait < longest ? wait : longest, cancel).ConfigureAwait(false);
    }
}

using Writethru.Archive.Sqlite;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Hosting;

/// <summary>
/// Writes what falls due at its second: windows of usage terms begun and ended, contracts begun and ended, embargoes
/// lifted. Sleeps until the next is due or a new entry may have brought one. Looks at the clocks meanwhile.
/// </summary>
sealed class DueClock(SqliteLog log, Gate gate, ReachWindows windows, Principals principals, LiftEmbargoes lift,
    TimeProvider clock, ILogger<DueClock> logger) : BackgroundService
{
    /// <summary>A minute, so that the wall clock is looked at; less while somebody may be setting it right.</summary>
    static readonly TimeSpan _longest = TimeSpan.FromMinutes(1), _longestApart = TimeSpan.FromSeconds(1);

    static readonly TimeSpan _pauseAfterFailure = TimeSpan.FromSeconds(1);

    readonly ClockWatch _watch = new(log.Clock, logger);

    /// <summary>Writes all that is due now: before the first answer too, for what ended meanwhile must not leave.</summary>
    public static async Task RunAsync(ReachWindows windows, Principals principals, LiftEmbargoes lift,
        CancellationToken cancel)
    {
        await windows.RunAsync(cancel).ConfigureAwait(false);
        await principals.KeepContractsAsync(cancel).ConfigureAwait(false);
        await lift.RunAsync(cancel).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(windows, principals, lift, stoppingToken).ConfigureAwait(false);
                await SleepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // The edge of a hosted loop: what could not be written now (a full disk) is tried again.
            catch (Exception failure)
            {
                logger.DueClockFailed(failure);
                await Task.Delay(_pauseAfterFailure, clock, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Until the next is due, or the log has grown beyond what this loop has seen.</summary>
    async Task SleepAsync(CancellationToken cancel)
    {
        var seen = gate.Now.Position;
        var longest = _watch.IsApart() ? _longestApart : _longest;
        var embargo = lift.NextDue is { } due ? log.Clock.Until(due) : longest;
        var wait = new[] { longest, embargo, windows.Next ?? longest, principals.NextContract ?? longest }.Min();
        if (wait > TimeSpan.Zero)
            await log.WaitBeyondAsync(seen, wait, cancel).ConfigureAwait(false);
    }
}

using Writethru.Archive;
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

    readonly ClockWatch _watch = new(log.ReadClock, logger);

    /// <summary>
    /// Writes all that is due now: before the first answer too, for what ended meanwhile must not leave. What ends
    /// comes first; on a full disk what would open waits.
    /// </summary>
    /// <returns>Whether all of it was written; what the full disk did not take is closed, and due again.</returns>
    public static async Task<bool> RunAsync(ReachWindows windows, Principals principals, LiftEmbargoes lift,
        CancellationToken cancel)
    {
        var isWritten = true;
        foreach (var write in (Func<CancellationToken, Task>[])
            [windows.RunAsync, principals.KeepContractsAsync, lift.RunAsync])
        {
            try
            {
                await write(cancel).ConfigureAwait(false);
            }
            catch (ArchiveFullException)
            {
                isWritten = false; // the log of the server has said so once
            }
        }
        return isWritten;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunAsync(windows, principals, lift, stoppingToken).ConfigureAwait(false)
                    && await HasRoomAsync(stoppingToken).ConfigureAwait(false))
                    await SleepAsync(stoppingToken).ConfigureAwait(false);
                else
                    await Task.Delay(_pauseAfterFailure, clock, stoppingToken).ConfigureAwait(false);
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

    /// <summary>Makes the reserve whole as soon as that is possible, so that a full disk is over by itself.</summary>
    async Task<bool> HasRoomAsync(CancellationToken cancel)
    {
        try
        {
            await log.FindRoomAsync(cancel).ConfigureAwait(false);
            return true;
        }
        catch (ArchiveFullException)
        {
            return false;
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

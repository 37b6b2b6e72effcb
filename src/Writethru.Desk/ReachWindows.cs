using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Begins and ends the windows of usage terms at their instants, also those that came while the program was down. What
/// begins waits for the clock of the log, as an embargo does; what ends goes by the clock that is ahead. One caller at
/// a time.
/// </summary>
public sealed class ReachWindows(SqliteLog log, Gate gate, ILogger<ReachWindows> logger)
{
    /// <summary>How long until a window begins or ends; null when none is ahead.</summary>
    public TimeSpan? Next
    {
        get
        {
            var windows = gate.Now.Windows;
            TimeSpan? begin = windows.NextBegin is { } from ? log.Clock.Until(from) : null;
            return windows.NextEnd is { } until && log.Clock.UntilLatest(until) is var end && !(begin < end)
                ? end
                : begin;
        }
    }

    /// <summary>What has ended and the disk could not take.</summary>
    ImmutableArray<LogEntry.WindowReached> _unwritten = [];

    /// <summary>
    /// Writes what is due now, what ends first. Completes when it is durable; where the disk is full beyond the
    /// reserve, the gate closes what has ended all the same, and it is written when there is room.
    /// </summary>
    /// <exception cref="ArchiveFullException">Not all could be written yet.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        await EndAsync(cancel).ConfigureAwait(false);
        await BeginAsync(cancel).ConfigureAwait(false);
    }

    async Task EndAsync(CancellationToken cancel)
    {
        ImmutableArray<LogEntry.WindowReached> due =
            [.. _unwritten, .. gate.Now.Windows.Due(DateTimeOffset.MinValue, log.Clock.Read().Latest)];
        if (due.IsEmpty)
            return;
        try
        {
            var last = await log.WriteUrgentAsync(transaction => Append(transaction, due), cancel)
                .ConfigureAwait(false);
            _unwritten = [];
            logger.WindowsReached(due.Length, last);
        }
        catch (ArchiveFullException)
        {
            _unwritten = due;
            foreach (var reached in due)
                gate.Close(reached);
            throw;
        }
    }

    async Task BeginAsync(CancellationToken cancel)
    {
        var reading = log.Clock.Read();
        var due = gate.Now.Windows.Due(reading.Now, reading.Latest);
        if (due.Count == 0)
            return;
        var last = await log.WriteAsync(transaction => Append(transaction, due), cancel).ConfigureAwait(false);
        logger.WindowsReached(due.Count, last);
    }

    long Append(LogTransaction transaction, IReadOnlyList<LogEntry.WindowReached> due) => due.Max(reached =>
    {
        var position = transaction.Append(reached);
        if (!gate.Now.Windows.MayBegin(reached, transaction.Now))
            return position;
        var now = gate.In(transaction);
        return now.FindBoundBy(new TakePlace(reached.Story, reached.Number))
            .Select(take => transaction.Append(new LogEntry.TakeCleared(take.Story, take.Number)))
            .Append(BringCarriers(transaction, now, reached.Story, position)).Max();
    });

    /// <summary>
    /// Copy that carries a picture of which there is more by now comes again to its readers, as after a clearance.
    /// </summary>
    /// <returns>The position of the last entry.</returns>
    internal static long BringCarriers(LogTransaction transaction, GateSnapshot now, StoryId picture, long position) =>
        now.FindCarriers(picture).Select(take => transaction.Append(new LogEntry.TakeCleared(take.Story, take.Number)))
            .Append(position).Max();
}

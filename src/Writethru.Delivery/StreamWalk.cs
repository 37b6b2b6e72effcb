using System.Collections.Concurrent;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>
/// Walks through the log as one principal's stream: the gate is asked before anything is read, so that what is not its
/// own costs next to nothing. One walk at a time for each principal, however many connections it has. Thread-safe.
/// </summary>
public sealed class StreamWalk(SqliteLog log, Gate gate, Outlet outlet)
{
    readonly ConcurrentDictionary<string, SemaphoreSlim> _walking = new();

    /// <summary>What comes next in a stream.</summary>
    /// <param name="principal">Whose.</param>
    /// <param name="after">Where it stands.</param>
    /// <param name="entries">Most entries of the log to look at.</param>
    /// <param name="steps">Most steps; a change of rights ends the stretch too.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task<StreamStretch> ReadAsync(string principal, StreamPlace after, int entries, int steps,
        CancellationToken cancel)
    {
        var walking = _walking.GetOrAdd(principal, _ => new SemaphoreSlim(1));
        await walking.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return after.Missed is { } missed
                ? ReadMissed(principal, after.Position, missed, entries, steps)
                : ReadOn(principal, after.Position, entries, steps);
        }
        finally
        {
            walking.Release();
        }
    }

    StreamStretch ReadOn(string principal, long after, int entries, int most)
    {
        var end = new StreamPlace(after);
        var scanned = 0;
        List<StreamStep> steps = [];
        foreach (var entry in log.Places(after, entries))
        {
            scanned++;
            end = new StreamPlace(entry.Position);
            if (StepAt(principal, entry) is not { } step)
                continue;
            steps.Add(step);
            end = step.Place;
            if (steps.Count == most || step is StreamStep.Widened)
                break;
        }
        return new StreamStretch(steps, end, scanned);
    }

    StreamStep? StepAt(string principal, EntryPlace entry)
    {
        var place = new StreamPlace(entry.Position);
        if (gate.Now.FindWidening(principal, entry.Position) is { } widening)
            return new StreamStep.Widened(place with { Missed = widening.Since });
        if (outlet.FindJoin(principal, entry) is { } into)
            return new StreamStep.Joined(place, entry.Story, into);
        var brought = new StreamStep.Brought(place, entry);
        return outlet.Brings(principal, brought) ? brought : null;
    }

    /// <summary>What was missed before a change of rights, in the order in which it came.</summary>
    StreamStretch ReadMissed(string principal, long change, long after, int entries, int most)
    {
        var behind = new StreamPlace(change);
        if (gate.Now.FindWidening(principal, change) is not { } widening)
            return new StreamStretch([], behind, 0);
        var scanned = 0;
        List<StreamStep> steps = [];
        foreach (var entry in log.Places(after, (int)Math.Min(entries, Math.Max(change - 1 - after, 0))))
        {
            scanned++;
            after = entry.Position;
            var step = new StreamStep.Brought(new StreamPlace(change, after), entry, widening);
            if (!outlet.Brings(principal, step))
                continue;
            steps.Add(step);
            if (steps.Count == most)
                break;
        }
        return new StreamStretch(steps, after >= change - 1 ? behind : new StreamPlace(change, after), scanned);
    }
}

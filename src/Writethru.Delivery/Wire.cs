using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>The wire as a list for a page: each story once, as its newest take stands. Thread-safe.</summary>
public sealed class Wire(SqliteLog log, Gate gate, Outlet outlet, Cursors cursors, DeliveryOptions options)
{
    const int ReadAhead = 512;

    /// <summary>The newest stories that a principal may have, newest first.</summary>
    /// <param name="to">Who asks.</param>
    /// <param name="before">Goes on before this position; null from the newest.</param>
    /// <param name="count">Most rows.</param>
    /// <param name="cancel">Gives up.</param>
    public ValueTask<WireList> NewestAsync(Sending to, long? before, int count, CancellationToken cancel) =>
        to.HandOutAsync(() => Newest(to.Principal, before, count), list => Lines(list.Rows), cancel);

    /// <summary>What came after a position, newest first: the rows that a page puts on top.</summary>
    public ValueTask<IReadOnlyList<WireRow>> SinceAsync(Sending to, long after, int count, CancellationToken cancel) =>
        to.HandOutAsync<IReadOnlyList<WireRow>>(() => Since(to.Principal, after, count), Lines, cancel);

    /// <summary>The cursor of the newest entry: where a page that was just made goes on.</summary>
    public string CursorOfNow(string principal) => cursors.Seal(principal, new StreamPlace(log.Head));

    WireList Newest(string principal, long? before, int count)
    {
        var from = before ?? long.MaxValue;
        List<WireRow> rows = [];
        for (var scanned = 0; scanned < options.MaxScan && rows.Count < count;)
        {
            var entries = log.PlacesBack(from, ReadAhead);
            if (entries.Count == 0)
                return new WireList(rows, null);
            foreach (var entry in entries)
            {
                from = entry.Position;
                if (Row(principal, entry) is { } row)
                    rows.Add(row);
                if (rows.Count == count)
                    break;
            }
            scanned += entries.Count;
        }
        return new WireList(rows, from > 1 ? cursors.Seal(principal, new StreamPlace(from)) : null);
    }

    List<WireRow> Since(string principal, long after, int count)
    {
        List<WireRow> rows = [];
        foreach (var entry in log.PlacesBack(long.MaxValue, Math.Min(options.MaxScan, 1000)))
        {
            if (entry.Position <= after || rows.Count == count)
                break;
            if (Row(principal, entry) is { } row)
                rows.Add(row);
        }
        return rows;
    }

    static IEnumerable<(Deliverable Take, long? Position)> Lines(IReadOnlyList<WireRow> rows) =>
        rows.Select(row => (row.Take, (long?)null));

    WireRow? Row(string principal, EntryPlace entry)
    {
        var now = gate.Now;
        if (now.NewestFor(principal, entry.Story) != entry.Number)
            return null;
        // A take may stand in the log at several positions (filed, lifted, cleared): its row is where it moved last.
        var moved = now.MovedAt(entry.Story, entry.Number);
        return (moved == 0 || moved == entry.Position)
            && outlet.Pick(principal, new StreamStep.Brought(new StreamPlace(entry.Position), entry)) is { } take
            && log.Find(entry.Position) is { TrustedAt: var at }
            ? new WireRow(at, take)
            : null;
    }
}

/// <summary>Rows of the wire, and where the older ones begin.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Older">Cursor from which <see cref="Wire.Newest"/> goes on; null when there is nothing older.</param>
public sealed record WireList(IReadOnlyList<WireRow> Rows, string? Older);

/// <summary>One story in the list.</summary>
/// <param name="At">When it came to this state.</param>
/// <param name="Take">Its newest take.</param>
public sealed record WireRow(DateTimeOffset At, Deliverable Take);

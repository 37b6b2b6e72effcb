using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>The wire as a list for a page: each story once, as its newest take stands. Thread-safe.</summary>
public sealed class Wire(SqliteLog log, Gate gate, Outlet outlet, Cursors cursors, DeliveryOptions options)
{
    const int ReadAhead = 128;

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
    public string CursorOfNow(string principal) => cursors.Seal(principal, log.Head);

    WireList Newest(string principal, long? before, int count)
    {
        var from = before ?? long.MaxValue;
        List<WireRow> rows = [];
        for (var scanned = 0; scanned < options.MaxScan && rows.Count < count;)
        {
            var records = log.ReadBack(from, ReadAhead);
            if (records.Count == 0)
                return new WireList(rows, null);
            foreach (var record in records)
            {
                from = record.Position;
                if (Row(principal, record) is { } row)
                    rows.Add(row);
                if (rows.Count == count)
                    break;
            }
            scanned += records.Count;
        }
        return new WireList(rows, from > 1 ? cursors.Seal(principal, from) : null);
    }

    List<WireRow> Since(string principal, long after, int count)
    {
        List<WireRow> rows = [];
        foreach (var record in log.ReadBack(long.MaxValue, Math.Min(options.MaxScan, 1000)))
        {
            if (record.Position <= after || rows.Count == count)
                break;
            if (Row(principal, record) is { } row)
                rows.Add(row);
        }
        return rows;
    }

    static IEnumerable<(Deliverable Take, long? Position)> Lines(IReadOnlyList<WireRow> rows) =>
        rows.Select(row => (row.Take, (long?)null));

    WireRow? Row(string principal, LogRecord record)
    {
        if (outlet.Pick(principal, record) is not { } take
            || gate.Now.NewestFor(principal, take.Filed.Story) != take.Filed.Number)
            return null;
        // A take may stand in the log at several positions (filed, lifted, cleared): its row is where it moved last.
        var moved = gate.Now.MovedAt(take.Filed.Story, take.Filed.Number);
        return moved == 0 || moved == record.Position ? new WireRow(record.At, take) : null;
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

using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Desk.Receiving;

/// <summary>
/// Bytes on their way into the log, with as many items as they hold: what is kept of each of them, and what came of the
/// same request before.
/// </summary>
/// <remarks>
/// The entries of one request stand one behind the other, because one work adds them. The first has the idempotency
/// key, so that whoever finds it finds the others behind it.
/// </remarks>
sealed class IncomingRequest(IncomingItem item, string format, int items)
{
    readonly Received _received = item.Describe(format) with { Items = items };
    bool _hasEntry;

    public IncomingItem Item => item;

    /// <summary>Name of the format that the bytes are in.</summary>
    public string Format => format;

    /// <summary>What is said of where one of the items came from, in an entry that is appended next.</summary>
    public Received Received(int number) =>
        _received with { Item = number, IdempotencyKey = _hasEntry ? "" : _received.IdempotencyKey };

    /// <summary>What came of the same request when it was made before; null when it is new.</summary>
    public ImmutableArray<FileOutcome>? FindBefore(LogTransaction transaction)
    {
        if (item.IdempotencyKey.Length == 0
            || transaction.FindIdempotent(item.Publisher, item.IdempotencyKey) is not { } record)
            return null;
        if (record.Entry.Source?.RequestHash != _received.RequestHash)
        {
            _hasEntry = true; // the key is another request's
            return [RefuseAll(transaction, Refusal.KeyReused, [DeskRemarks.KeyReused(item.IdempotencyKey)])];
        }
        return OutcomesFrom(transaction, record);
    }

    /// <summary>Appends a take and returns its position.</summary>
    public long Append(LogTransaction transaction, LogEntry.TakeFiled entry)
    {
        _hasEntry = true;
        var (story, number) = (entry.Filed.Story, entry.Filed.Number);
        var before = number > 1 ? transaction.FindTake(story, number - 1)?.Entry as LogEntry.TakeFiled : null;
        return transaction.Append(entry, item.Bytes,
            TakeReader.Read(entry.Filed.Take, transaction.Now, before?.Filed.Take), TakeReader.Version);
    }

    /// <summary>Keeps one of the items, with the reason why it made no take.</summary>
    public FileOutcome.Refused Refuse(LogTransaction transaction, int number, Refusal why,
        ImmutableArray<Remark> remarks) => Refuse(transaction, Received(number), why, remarks);

    /// <summary>Keeps a part of an edition, and proposes it for the take that it belongs to.</summary>
    /// <param name="transaction">Where to.</param>
    /// <param name="number">Which item of the bytes it is, from 1.</param>
    /// <param name="part">The part as it was read.</param>
    /// <param name="of">The take; null when nothing says which.</param>
    /// <param name="remarks">What the reader noticed.</param>
    public FileOutcome.Refused RefusePart(LogTransaction transaction, int number, Take part, TakePlace? of,
        ImmutableArray<Remark> remarks) =>
        Refuse(transaction, Received(number), Refusal.Partial, [.. remarks, DeskRemarks.Partial(part, of)],
            of is { } known ? new RefusedPart(known, part) : null);

    /// <summary>Keeps a notice that found no story: it closes nothing, and opens none.</summary>
    /// <param name="transaction">Where to.</param>
    /// <param name="number">Which item of the bytes it is, from 1.</param>
    /// <param name="notice">The notice as it was read.</param>
    /// <param name="named">The stories that it may mean.</param>
    /// <param name="remarks">What the reader noticed.</param>
    public FileOutcome.Refused RefuseNotice(LogTransaction transaction, int number, Take notice,
        ImmutableArray<NamedStory> named, ImmutableArray<Remark> remarks) =>
        Refuse(transaction, Received(number), Refusal.NoStory,
            [.. remarks, DeskRemarks.NoStory(notice, named)], notice: notice);

    /// <summary>Keeps the bytes as one refusal, however many items they hold.</summary>
    public FileOutcome.Refused RefuseAll(LogTransaction transaction, Refusal why, ImmutableArray<Remark> remarks) =>
        Refuse(transaction, Received(1) with { Items = 1 }, why, remarks);

    /// <summary>
    /// Notes which items repeat a take that was there: when nothing else keeps these bytes, when the request has a key
    /// under which it may be made again, and must then be answered the same, or when one of them came under an identity
    /// that nobody knew.
    /// </summary>
    public void KeepRepeats(LogTransaction transaction, IReadOnlyList<FileOutcome> outcomes)
    {
        var repeats = outcomes.Select((outcome, i) => (Item: i + 1, Outcome: outcome as FileOutcome.Repeated))
            .Where(repeat => repeat.Outcome is not null)
            .Select(repeat => (repeat.Item, Outcome: repeat.Outcome!))
            .ToList();
        var isKept = _hasEntry || repeats.Any(repeat => IsFrom(transaction.Find(repeat.Outcome.Position)?.Entry));
        if (repeats.Count == 0 || (isKept && item.IdempotencyKey.Length == 0
            && repeats.All(repeat => repeat.Outcome.SenderId.Length == 0)))
            return;
        transaction.Append(
            new LogEntry.ItemRefused
            {
                Received = Received(repeats[0].Item),
                Remarks = [.. repeats.Take(DeskRemarks.MostRepeats).SelectMany(repeat =>
                    repeat.Outcome.Remarks.Insert(0, DeskRemarks.Repeat(repeat.Outcome.Take)))],
                Repeats = [.. repeats.Select(repeat =>
                    new RepeatedItem(repeat.Item, repeat.Outcome.Take.Story, repeat.Outcome.Take.Number)
                    {
                        SenderId = repeat.Outcome.SenderId,
                    })],
            },
            item.Bytes);
    }

    /// <summary>Keeps an item that its sender itself has overtaken, and names the take that stands for it.</summary>
    public FileOutcome.Superseded KeepLate(LogTransaction transaction, int number, FiledTake current,
        ImmutableArray<Remark> remarks)
    {
        var position = transaction.Append(
            new LogEntry.ItemRefused
            {
                Received = Received(number),
                Remarks = [.. remarks, DeskRemarks.Superseded(current)],
                Repeats = [new RepeatedItem(number, current.Story, current.Number)],
            },
            item.Bytes);
        _hasEntry = true;
        return new FileOutcome.Superseded(current, position);
    }

    FileOutcome.Refused Refuse(LogTransaction transaction, Received received, Refusal why,
        ImmutableArray<Remark> remarks, RefusedPart? part = null, Take? notice = null)
    {
        _hasEntry = true;
        var position = transaction.Append(
            new LogEntry.ItemRefused { Received = received, Remarks = remarks, Part = part, Notice = notice },
            item.Bytes);
        return new FileOutcome.Refused(why, position, remarks) { PartOf = part?.Of };
    }

    /// <summary>An item that made no take because its copy is there; it says so when the copy was killed.</summary>
    public static FileOutcome.Repeated Repeated(LogTransaction transaction, LogRecord record)
    {
        var take = ((LogEntry.TakeFiled)record.Entry).Filed;
        return new FileOutcome.Repeated(take, record.Position)
        {
            Remarks = !take.IsKill && transaction.LastTake(take.Story) is { IsKill: true } kill
                ? [DeskRemarks.RepeatsKilled(take, kill)]
                : [],
        };
    }

    bool IsFrom(LogEntry? entry) => entry?.Source?.Sha256 == _received.Sha256;

    ImmutableArray<FileOutcome> OutcomesFrom(LogTransaction transaction, LogRecord first)
    {
        SortedDictionary<int, FileOutcome> outcomes = [];
        var count = first.Entry.Source?.Items ?? 1;
        for (LogRecord? record = first; record is not null; record = transaction.Find(record.Position + 1))
        {
            foreach (var (number, outcome) in OutcomesOf(transaction, record))
                outcomes.TryAdd(number, outcome);
            if (outcomes.Count >= count)
                break;
        }
        return [.. outcomes.Values];
    }

    /// <summary>Whoever was refused for a newer take is told of the newest one, as it is by now.</summary>
    FileOutcome.Refused Again(LogTransaction transaction, long position, LogEntry.ItemRefused refused)
    {
        var why = DeskRemarks.RefusalOf(refused.Remarks);
        return new FileOutcome.Refused(why, position, refused.Remarks)
        {
            Current = why == Refusal.Stale && item.Story is { } story ? transaction.LastTake(story) : null,
            PartOf = refused.Part?.Of,
        };
    }

    IEnumerable<(int Item, FileOutcome Outcome)> OutcomesOf(LogTransaction transaction, LogRecord record)
    {
        switch (record.Entry)
        {
            // A kill closes other stories with it; those notices are nobody's request.
            case LogEntry.TakeFiled { Received: null }:
                return [];
            case LogEntry.TakeFiled { Received: { } received } filed:
                return [(received.Item, Repeated(transaction, record) with
                {
                    Linked = filed.Linked,
                    Proposed = filed.Proposed,
                })];
            case LogEntry.ItemRefused { Repeats.IsEmpty: true } refused:
                return [(refused.Received.Item, Again(transaction, record.Position, refused))];
            case LogEntry.ItemRefused { Repeats: [var late] } kept when DeskRemarks.IsSuperseded(kept.Remarks):
                return [(late.Item, new FileOutcome.Superseded(TakeOf(transaction, late).Take, record.Position))];
            case LogEntry.ItemRefused { Repeats: var repeats }:
                return repeats.Select(repeat => (repeat.Item, (FileOutcome)TakeOf(transaction, repeat)));
            default:
                throw new InvalidOperationException($"Entry {record.Position} does not end a request.");
        }
    }

    static FileOutcome.Repeated TakeOf(LogTransaction transaction, RepeatedItem repeat) =>
        transaction.FindTake(repeat.Story, repeat.Number) is { Entry: LogEntry.TakeFiled } record
            ? Repeated(transaction, record)
            : throw new InvalidOperationException($"The log has no take {repeat.Number} of story {repeat.Story}.");
}

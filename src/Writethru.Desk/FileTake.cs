using System.Collections.Immutable;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Decides which story a take belongs to, which number and cause it has, and whether it may follow; and appends it.
/// Runs inside one transaction of the log, so that two takes that race for one number have one winner.
/// </summary>
public sealed class FileTake(Gate gate)
{
    internal FileOutcome Run(LogTransaction transaction, IncomingItem item, Received received, Take read,
        ImmutableArray<Remark> remarks)
    {
        if (FindSameRequest(transaction, item, received) is { } before)
            return before;
        var take = item.Slug.Length > 0 ? read with { Slug = item.Slug } : read;
        var last = FindStory(transaction, item, take);
        if (item.Story is { } story && last is null)
            return Refuse(transaction, item, received, Refusal.UnknownStory,
                [.. remarks, DeskRemarks.UnknownStory(story)]);
        if (FindRepeat(transaction, item, received, take, last) is { } repeated)
            return repeated;
        if (FindVersion(transaction, item, take) is { } taken)
        {
            return Refuse(transaction, item, received, Refusal.Conflict,
                [.. remarks, DeskRemarks.VersionTaken(take.SenderId, take.SenderVersion, taken)]);
        }
        var lastTake = last?.Filed;
        var cause = CauseOf(item, take, lastTake);
        if (TakeRules.WhyNot(lastTake, cause) is { } why)
            return Refuse(transaction, item, received, Refusal.Conflict, [.. remarks, DeskRemarks.MayNotFollow(why)]);
        return Append(transaction, item, received, take, last, cause);
    }

    FileOutcome.Filed Append(LogTransaction transaction, IncomingItem item, Received received, Take take,
        LogEntry.TakeFiled? last, Cause cause)
    {
        var filed = new FiledTake
        {
            Story = last?.Filed.Story ?? StoryIds.Mint(),
            Number = (last?.Filed.Number ?? 0) + 1,
            Cause = cause,
            FiledAt = transaction.Now,
            Take = take,
        };
        var (until, waits) = filed.IsKill ? (null, false) : EmbargoOf(item, take, last, transaction.Now);
        var entry = new LogEntry.TakeFiled
        {
            Filed = filed,
            Received = received,
            EmbargoedUntil = until,
            Waits = waits,
        };
        var reading = TakeReader.Read(take, transaction.Now);
        return new FileOutcome.Filed(filed, transaction.Append(entry, item.Bytes, reading, TakeReader.Version));
    }

    /// <summary>
    /// The embargo that binds the take: the sender's parameter, else the item's own words, else what still binds the
    /// take before it (an update must not carry embargoed copy into the open).
    /// </summary>
    (DateTimeOffset? Until, bool Waits) EmbargoOf(IncomingItem item, Take take, LogEntry.TakeFiled? last,
        DateTimeOffset now)
    {
        var until = item.Embargo ?? take.Embargo?.Until;
        var waits = take.Status == TakeStatus.Withheld || (take.Embargo is not null && until is null);
        if (until is null && !waits && last is not null && IsStillPending(last))
        {
            var pending = gate.Now.FindPending(last.Filed.Story, last.Filed.Number);
            (until, waits) = pending is null
                ? (last.EmbargoedUntil, last.Waits)
                : (pending.EmbargoedUntil, pending.Waits);
        }
        return (until > now ? until : null, waits);
    }

    /// <summary>
    /// The gate may lag behind this transaction by the entries of its own batch. It lags on the safe side: a take that
    /// it does not know yet counts as pending.
    /// </summary>
    bool IsStillPending(LogEntry.TakeFiled last) => (last.Waits || last.EmbargoedUntil is not null)
        && (gate.Now.CountTakes(last.Filed.Story) < last.Filed.Number
            || gate.Now.FindPending(last.Filed.Story, last.Filed.Number) is not null);

    static LogEntry.TakeFiled? FindStory(LogTransaction transaction, IncomingItem item, Take take)
    {
        if (item.Story is { } story)
            return Filed(transaction.LastRecord(story));
        return take.SenderId.Length > 0 && Filed(transaction.FindBySender(item.Publisher, take.SenderId)) is { } known
            ? Filed(transaction.LastRecord(known.Filed.Story))
            : null;
    }

    static FiledTake? FindVersion(LogTransaction transaction, IncomingItem item, Take take) =>
        take.SenderId.Length > 0 && take.SenderVersion.Length > 0
            ? Filed(transaction.FindBySenderVersion(item.Publisher, take.SenderId, take.SenderVersion))?.Filed
            : null;

    /// <summary>
    /// An item whose text equals a take that is there makes no take; other bytes of it are kept all the same.
    /// </summary>
    static FileOutcome.Repeated? FindRepeat(LogTransaction transaction, IncomingItem item, Received received, Take take,
        LogEntry.TakeFiled? last)
    {
        // Whoever names a cause or an embargo wants something done, even with the same text.
        if (item.Cause is not null || item.Embargo is not null)
            return null;
        var record = take.SenderId.Length > 0 && take.SenderVersion.Length > 0
            ? transaction.FindBySenderVersion(item.Publisher, take.SenderId, take.SenderVersion)
            : last is null ? null : transaction.LastRecord(last.Filed.Story);
        if (Filed(record) is not { } same || !CanonicalJson.AreEqual(same.Filed.Take, take))
            return null;
        if (same.Received?.Sha256 != received.Sha256)
        {
            transaction.Append(
                new LogEntry.ItemRefused
                {
                    // The key stays free: asked again, the same request must find the take and not this note.
                    Received = received with { IdempotencyKey = "" },
                    Remarks = [DeskRemarks.Repeat(same.Filed)],
                },
                item.Bytes);
        }
        return new FileOutcome.Repeated(same.Filed, record!.Position);
    }

    static Cause CauseOf(IncomingItem item, Take take, FiledTake? last) =>
        take.Status == TakeStatus.Canceled ? Cause.Kill
        : item.Cause ?? (last is null ? Cause.First : SeriesLabel.CauseOf(take.Series) ?? Cause.Development);

    /// <summary>What came of the same request when it was made before; null when it is new.</summary>
    internal static FileOutcome? FindSameRequest(LogTransaction transaction, IncomingItem item, Received received)
    {
        if (item.IdempotencyKey.Length == 0
            || transaction.FindIdempotent(item.Publisher, item.IdempotencyKey) is not { } record)
            return null;
        return record.Entry switch
        {
            LogEntry.TakeFiled filed when filed.Received?.RequestHash == received.RequestHash =>
                new FileOutcome.Repeated(filed.Filed, record.Position),
            LogEntry.ItemRefused refused when refused.Received.RequestHash == received.RequestHash =>
                new FileOutcome.Refused(DeskRemarks.RefusalOf(refused.Remarks), record.Position, refused.Remarks),
            _ => Refuse(transaction, item, received with { IdempotencyKey = "" }, Refusal.KeyReused,
                [DeskRemarks.KeyReused(item.IdempotencyKey)]),
        };
    }

    internal static FileOutcome.Refused Refuse(LogTransaction transaction, IncomingItem item, Received received,
        Refusal why, ImmutableArray<Remark> remarks)
    {
        var position = transaction.Append(
            new LogEntry.ItemRefused { Received = received, Remarks = remarks }, item.Bytes);
        return new FileOutcome.Refused(why, position, remarks);
    }

    static LogEntry.TakeFiled? Filed(LogRecord? record) => record?.Entry as LogEntry.TakeFiled;
}

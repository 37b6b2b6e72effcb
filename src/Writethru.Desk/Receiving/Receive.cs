using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Pictures;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Rights;

namespace Writethru.Desk.Receiving;

/// <summary>
/// Takes in bytes: recognises and reads them, files each take that they hold, or keeps them with the reason why there
/// is none. Nothing received is ever lost (law 2). Thread-safe.
/// </summary>
public sealed class Receive(SqliteLog log, FileTake fileTake, ReadOptions options, ILogger<Receive> logger,
    BringAlong bringAlong)
{
    /// <summary>Receives bytes. Completes when every outcome is durable; they become so together.</summary>
    /// <returns>One outcome a take, in the order of the bytes; one refusal when they hold none. Never empty.</returns>
    public Task<ImmutableArray<FileOutcome>> RunAsync(IncomingItem item, CancellationToken cancel) =>
        FileAsync(item, Read(item), cancel);

    /// <summary>
    /// What <see cref="RunAsync"/> would do now: the same work in a transaction that is dropped. Nothing is kept.
    /// </summary>
    /// <returns>The outcomes, and the gate as it would stand behind them.</returns>
    public async Task<(ImmutableArray<FileOutcome> Outcomes, GateSnapshot Then)> TryAsync(IncomingItem item,
        CancellationToken cancel)
    {
        var result = Read(item);
        var brought = await bringAlong.TryAsync(result.Takes, item.Files, cancel).ConfigureAwait(false);
        if (!item.Files.IsEmpty)
            await fileTake.PrepareAsync(item, cancel).ConfigureAwait(false);
        var work = WorkOf(item, result, brought);
        return await log.TryAsync(transaction => (work(transaction), fileTake.GateIn(transaction)), cancel)
            .ConfigureAwait(false);
    }

    ReadResult Read(IncomingItem item) =>
        WireFormats.Read(item.Bytes.Span, options with { Profile = item.Profile ?? options.Profile });

    /// <summary>Files what was read from the bytes of an item.</summary>
    internal async Task<ImmutableArray<FileOutcome>> FileAsync(IncomingItem item, ReadResult result,
        CancellationToken cancel)
    {
        var brought = await bringAlong.RunAsync(result.Takes, item.Files, cancel).ConfigureAwait(false);
        await log.StoreReceivedAsync(item.Bytes, cancel).ConfigureAwait(false);
        if (!item.Files.IsEmpty && !IsNotice(result))
            await fileTake.PrepareAsync(item, cancel).ConfigureAwait(false);
        var work = WorkOf(item, result, brought);
        var outcomes = await (IsNotice(result)
            ? log.WriteUrgentAsync(work, cancel)
            : log.WriteAsync(work, cancel)).ConfigureAwait(false);
        foreach (var outcome in outcomes)
            Report(logger, item, outcome);
        return outcomes;
    }

    /// <summary>What filing does inside the transaction, be it kept or dropped.</summary>
    Func<LogTransaction, ImmutableArray<FileOutcome>> WorkOf(IncomingItem item, ReadResult read, BroughtAlong brought)
    {
        var result = read with { Takes = brought.Takes, Remarks = [.. read.Remarks, .. brought.Remarks] };
        var request = new IncomingRequest(item, result.Format, Math.Max(result.Takes.Length, 1));
        return transaction => request.FindBefore(transaction)
            ?? (brought.Refused is { } why
                ? [request.RefuseAll(transaction, why, result.Remarks)]
                : File(transaction, request, result));
    }

    ImmutableArray<FileOutcome> File(LogTransaction transaction, IncomingRequest request, ReadResult result)
    {
        if (result.Takes.IsEmpty)
            return [request.Refuse(transaction, 1, WhyNoTake(result), [.. result.Remarks, .. NoCopy(result)])];
        if (result.Takes.Length > 1 && request.Item is { Story: not null } or { Slug.Length: > 0 })
            return [request.RefuseAll(transaction, Refusal.SeveralTakes,
                [.. result.Remarks, DeskRemarks.SeveralTakes(result.Takes.Length)])];
        var outcomes = ImmutableArray.CreateBuilder<FileOutcome>(result.Takes.Length);
        // Of several items nobody can say whose remark it is; the bytes are there to be read again.
        var remarks = result.Takes.Length == 1 ? result.Remarks : [];
        foreach (var take in result.Takes)
            outcomes.Add(fileTake.Run(transaction, request, outcomes.Count + 1, take, remarks));
        request.KeepRepeats(transaction, outcomes);
        return outcomes.MoveToImmutable();
    }

    /// <summary>
    /// Whether it stops what is out, and nothing else: a kill or a hold must not wait for copy, nor for room.
    /// </summary>
    static bool IsNotice(ReadResult result) =>
        !result.Takes.IsEmpty && result.Takes.All(take => take.Status != TakeStatus.Usable);

    static Refusal WhyNoTake(ReadResult result) =>
        result.WithoutCopy.IsEmpty ? Refusal.Unreadable : Refusal.NoCopy;

    static IEnumerable<Remark> NoCopy(ReadResult result) =>
        result.WithoutCopy.IsEmpty ? [] : [DeskRemarks.NoCopy(result.WithoutCopy)];

    /// <summary>Tells the log of a server what became of an item.</summary>
    internal static void Report(ILogger logger, IncomingItem item, FileOutcome outcome)
    {
        switch (outcome)
        {
            case FileOutcome.Filed filed:
                logger.TakeFiled(
                    filed.Position, filed.Take.Story.Value, filed.Take.Number, filed.Take.Cause, item.Publisher);
                if (filed.Linked is { } link)
                    logger.TakeLinked(filed.Take.Number, filed.Take.Story.Value, link.Likelihood.Score, link.Number);
                foreach (var proposed in filed.Proposed)
                    logger.LinkProposed(filed.Take.Number, filed.Take.Story.Value, proposed.Story.Value,
                        proposed.Likelihood.Score, proposed.Doubt);
                break;
            case FileOutcome.Repeated repeated:
                logger.ItemRepeated(repeated.Take.Story.Value, repeated.Take.Number, item.Publisher);
                break;
            case FileOutcome.Superseded late:
                logger.ItemSuperseded(late.Position, late.Take.Story.Value, late.Take.Number, item.Publisher);
                break;
            case FileOutcome.Refused refused:
                logger.ItemRefused(refused.Position, refused.Why, item.Publisher);
                break;
        }
    }
}

using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Desk;

/// <summary>
/// Takes in bytes: recognises and reads them, files the take, or keeps them with the reason why there is none. Nothing
/// received is ever lost (law 2). Thread-safe.
/// </summary>
public sealed class Receive(SqliteLog log, FileTake fileTake, ReadOptions options, ILogger<Receive> logger)
{
    /// <summary>Receives one item. Completes when its outcome is durable.</summary>
    public async Task<FileOutcome> RunAsync(IncomingItem item, CancellationToken cancel)
    {
        var result = WireFormats.Read(item.Bytes.Span, options);
        var received = item.Describe(result.Format);
        await log.StoreReceivedAsync(item.Bytes, cancel).ConfigureAwait(false);
        var outcome = await log.WriteAsync(
            transaction => result.TryGetTake(out var take)
                ? fileTake.Run(transaction, item, received, take, result.Remarks)
                : Refuse(transaction, item, received, result),
            cancel).ConfigureAwait(false);
        Report(item, outcome);
        return outcome;
    }

    static FileOutcome Refuse(LogTransaction transaction, IncomingItem item, Received received, ReadResult result) =>
        FileTake.FindSameRequest(transaction, item, received)
        ?? FileTake.Refuse(transaction, item, received, Refusal.Unreadable, result.Remarks);

    void Report(IncomingItem item, FileOutcome outcome)
    {
        switch (outcome)
        {
            case FileOutcome.Filed filed:
                logger.TakeFiled(
                    filed.Position, filed.Take.Story.Value, filed.Take.Number, filed.Take.Cause, item.Publisher);
                break;
            case FileOutcome.Repeated repeated:
                logger.ItemRepeated(repeated.Take.Story.Value, repeated.Take.Number, item.Publisher);
                break;
            case FileOutcome.Refused refused:
                logger.ItemRefused(refused.Position, refused.Why, item.Publisher);
                break;
        }
    }
}

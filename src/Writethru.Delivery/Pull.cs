using System.IO.Pipelines;
using System.Text.Json;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>The feed, page by page, with long poll. Thread-safe.</summary>
public sealed class Pull(SqliteLog log, Gate gate, Outlet outlet, Renderings renderings, Cursors cursors,
    DeliveryOptions options, TimeProvider clock)
{
    const int ReadAhead = 256;

    /// <summary>Entries whose takes are recorded in one commit.</summary>
    const int Chunk = 64;

    /// <summary>Bytes decided on and not yet sent: the most that can be under way when a kill commits.</summary>
    const int FlushBytes = 32 * 1024;

    /// <summary>
    /// Writes one page as <c>{items, kills, holds, next}</c>. Each item is asked of the gate when it is written.
    /// <c>kills</c> and <c>holds</c> name the killed and held stories whose notices come later in the stream, so that a
    /// receiver who lags can stop them now.
    /// </summary>
    /// <param name="request">Whose page, and from where.</param>
    /// <param name="output">The response.</param>
    /// <param name="stopping">Ends the waiting: the page is then what there is, and its cursor holds.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task WritePageAsync(FeedRequest request, PipeWriter output, CancellationToken stopping,
        CancellationToken cancel)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        try
        {
            await WaitForItemAsync(request, waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The server stops; a poll that waits must not hold it up.
        }
        // While there is nothing of the answer yet, so that a disk that takes no lines is answered as such.
        await PrepareAsync(request, Scan(request.After).Take(Chunk), request.Limit, cancel).ConfigureAwait(false);
        await using var json = new Utf8JsonWriter(output, CanonicalJson.Options);
        json.WriteStartObject();
        json.WriteStartArray("items");
        var next = await WriteItemsAsync(request, json, output, cancel).ConfigureAwait(false);
        json.WriteEndArray();
        await WriteNoticesAsync(request, json, "kills", gate.Now.KillsAfter(next), cancel).ConfigureAwait(false);
        await WriteNoticesAsync(request, json, "holds", gate.Now.HoldsAfter(next), cancel).ConfigureAwait(false);
        json.WriteString("next", cursors.Seal(request.Principal, next));
        json.WriteEndObject();
    }

    async Task<long> WriteItemsAsync(FeedRequest request, Utf8JsonWriter json, PipeWriter output,
        CancellationToken cancel)
    {
        var next = request.After;
        var items = 0;
        foreach (var records in Scan(request.After).Chunk(Chunk))
        {
            await PrepareAsync(request, records, request.Limit - items, cancel).ConfigureAwait(false);
            foreach (var record in records)
            {
                if (await outlet.PickAsync(request.To, record, cancel).ConfigureAwait(false) is { } deliverable)
                {
                    var cursor = cursors.Seal(request.Principal, record.Position);
                    FeedJson.WriteItem(
                        json, deliverable, renderings.Of(deliverable, request.Format, request.Channel), cursor);
                    await json.FlushAsync(cancel).ConfigureAwait(false);
                    if (output.UnflushedBytes > FlushBytes)
                        await output.FlushAsync(cancel).ConfigureAwait(false);
                    items++;
                }
                next = record.Position;
                if (items == request.Limit)
                    return next;
            }
        }
        return next;
    }

    /// <summary>Records what a chunk of the log brings, in one commit.</summary>
    Task PrepareAsync(FeedRequest request, IEnumerable<LogRecord> records, int most, CancellationToken cancel) =>
        request.To.PrepareAsync(records
            .Select(record => (Take: outlet.Pick(request.Principal, record), Position: (long?)record.Position))
            .Where(line => line.Take is not null).Take(most).Select(line => (line.Take!, line.Position)),
            isFlushed: false, cancel);

    /// <summary>
    /// Waits until the log holds something that is this subscriber's, or the time is over. Entries that are not its own
    /// do not wake it, so that the traffic of others does not show.
    /// </summary>
    async Task WaitForItemAsync(FeedRequest request, CancellationToken cancel)
    {
        var end = clock.GetUtcNow() + request.Wait;
        var seen = request.After;
        while (true)
        {
            var scanned = 0;
            foreach (var record in Scan(seen))
            {
                if (outlet.Pick(request.Principal, record) is not null)
                    return;
                seen = record.Position;
                scanned++;
            }
            var left = end - clock.GetUtcNow();
            if (left <= TimeSpan.Zero || scanned == options.MaxScan
                || request.To.IsOver)
                return;
            await log.WaitBeyondAsync(seen, left, cancel).ConfigureAwait(false);
        }
    }

    IEnumerable<LogRecord> Scan(long after)
    {
        for (var scanned = 0; scanned < options.MaxScan;)
        {
            var records = log.Read(after, Math.Min(ReadAhead, options.MaxScan - scanned));
            if (records.Count == 0)
                yield break;
            foreach (var record in records)
                yield return record;
            scanned += records.Count;
            after = records[^1].Position;
        }
    }

    async Task WriteNoticesAsync(FeedRequest request, Utf8JsonWriter json, string name, IEnumerable<long> positions,
        CancellationToken cancel)
    {
        json.WriteStartArray(name);
        foreach (var at in positions.Take(options.MaxPageSize))
        {
            if (log.Find(at) is { } record
                && await outlet.PickAsync(request.To, record, cancel).ConfigureAwait(false) is { } notice)
                FeedJson.WriteItem(json, notice, renderings.Of(notice, request.Format, request.Channel), null);
        }
        json.WriteEndArray();
    }
}

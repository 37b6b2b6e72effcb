using System.IO.Pipelines;
using System.Text.Json;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>The feed, page by page, with long poll. Thread-safe.</summary>
public sealed class Pull(SqliteLog log, Gate gate, Outlet outlet, Renderings renderings, Cursors cursors,
    DeliveryOptions options, TimeProvider clock)
{
    const int ReadAhead = 256;

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
        await using var json = new Utf8JsonWriter(output, CanonicalJson.Options);
        json.WriteStartObject();
        json.WriteStartArray("items");
        var next = await WriteItemsAsync(request, json, output, cancel).ConfigureAwait(false);
        json.WriteEndArray();
        WriteNotices(request, json, "kills", gate.Now.KillsAfter(next));
        WriteNotices(request, json, "holds", gate.Now.HoldsAfter(next));
        json.WriteString("next", cursors.Seal(request.Principal, next));
        json.WriteEndObject();
    }

    async Task<long> WriteItemsAsync(FeedRequest request, Utf8JsonWriter json, PipeWriter output,
        CancellationToken cancel)
    {
        var next = request.After;
        var items = 0;
        foreach (var record in Scan(request.After))
        {
            if (outlet.Pick(request.Principal, record) is { } deliverable)
            {
                var cursor = cursors.Seal(request.Principal, record.Position);
                FeedJson.WriteItem(json, deliverable, renderings.Of(deliverable, request.Format, request.Channel), cursor);
                await json.FlushAsync(cancel).ConfigureAwait(false);
                if (output.UnflushedBytes > FlushBytes)
                    await output.FlushAsync(cancel).ConfigureAwait(false);
                items++;
            }
            next = record.Position;
            if (items == request.Limit)
                break;
        }
        return next;
    }

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
                || gate.Now.FindPrincipal(request.Principal) is null)
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

    void WriteNotices(FeedRequest request, Utf8JsonWriter json, string name, IEnumerable<long> positions)
    {
        json.WriteStartArray(name);
        foreach (var at in positions.Take(options.MaxPageSize))
        {
            if (log.Find(at) is { } record && outlet.Pick(request.Principal, record) is { } notice)
                FeedJson.WriteItem(json, notice, renderings.Of(notice, request.Format, request.Channel), null);
        }
        json.WriteEndArray();
    }
}

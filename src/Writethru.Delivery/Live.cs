using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>
/// The stream as server-sent events. It keeps no queue: each connection reads the one log from its own place, so a slow
/// reader costs nobody memory and nothing can be dropped from the middle. Thread-safe.
/// </summary>
public sealed class Live(SqliteLog log, Gate gate, Outlet outlet, Renderings renderings, Cursors cursors,
    DeliveryOptions options, ILogger<Live> logger)
{
    const int ReadAhead = 16;

    int _connected;

    /// <summary>How many streams are open.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>Bytes decided on and not yet sent: what one connection may hold, but for its last event.</summary>
    const int FlushBytes = 32 * 1024;

    /// <summary>
    /// Writes events until the caller is gone, is revoked, or is too slow. <c>id</c> is the cursor; <c>event</c> is
    /// <c>take</c>, <c>kill</c>, <c>hold</c> or <c>gap</c>. A kill is told at once to a stream that is not there yet,
    /// without an <c>id</c>, and again in its place.
    /// </summary>
    /// <param name="request">Whose stream, and from where.</param>
    /// <param name="gap">
    /// Why the stream cannot go on where the caller wanted it to; null when it does. It is said as the first event.
    /// </param>
    /// <param name="output">The response.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async Task WriteEventsAsync(FeedRequest request, string? gap, PipeWriter output, CancellationToken cancel)
    {
        Interlocked.Increment(ref _connected);
        try
        {
            await WriteAsync(request, gap, output, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (Ledger.IsOfStore(failure))
        {
            // What has no line does not leave: the reader comes again, and goes on where it was.
            logger.StreamEndedByStore(request.Principal, failure);
        }
        finally
        {
            Interlocked.Decrement(ref _connected);
        }
    }

    async Task WriteAsync(FeedRequest request, string? gap, PipeWriter output, CancellationToken cancel)
    {
        var position = request.After;
        var told = position;
        WriteRaw(output, "retry: 2000\n\n"u8);
        if (gap is not null)
            WriteGap(output, gap, cursors.Seal(request.Principal, position));
        while (await FlushAsync(request, output, cancel).ConfigureAwait(false))
        {
            var records = log.Read(position, ReadAhead);
            told = Math.Max(told, records.Count > 0 ? records[^1].Position : position);
            foreach (var kill in gate.Now.KillsAfter(told))
            {
                told = kill;
                if (log.Find(kill) is { } record
                    && await outlet.PickAsync(request.To, record, cancel).ConfigureAwait(false) is { } notice)
                    WriteEvent(output, request, position, notice, isInPlace: false);
                if (output.UnflushedBytes > FlushBytes
                    && !await FlushAsync(request, output, cancel).ConfigureAwait(false))
                    return;
            }
            await PrepareAsync(request, records, isFlushed: output.UnflushedBytes == 0, cancel).ConfigureAwait(false);
            foreach (var record in records)
            {
                if (await outlet.PickAsync(request.To, record, cancel).ConfigureAwait(false) is { } deliverable)
                    WriteEvent(output, request, record.Position, deliverable, isInPlace: true);
                position = record.Position;
                if (output.UnflushedBytes > FlushBytes
                    && !await FlushAsync(request, output, cancel).ConfigureAwait(false))
                    return;
            }
            if (records.Count > 0 || output.UnflushedBytes > 0)
                continue;
            await request.To.CompleteAsync().ConfigureAwait(false);
            if (await log.WaitBeyondAsync(position, options.Heartbeat, cancel).ConfigureAwait(false) <= position)
                WriteRaw(output, ": heartbeat\n\n"u8);
            if (request.To.IsOver)
                return;
        }
    }

    /// <summary>Records what the next entries bring, in one commit.</summary>
    Task PrepareAsync(FeedRequest request, IReadOnlyList<LogRecord> records, bool isFlushed, CancellationToken cancel) =>
        request.To.PrepareAsync(records
            .Select(record => (Take: outlet.Pick(request.Principal, record), Position: (long?)record.Position))
            .Where(line => line.Take is not null).Select(line => (line.Take!, line.Position)), isFlushed, cancel);

    /// <summary>False when the reader is gone or did not take its bytes in time.</summary>
    async Task<bool> FlushAsync(FeedRequest request, PipeWriter output, CancellationToken cancel)
    {
        using var slow = new CancellationTokenSource(options.WriteTimeout);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel, slow.Token);
        try
        {
            var flushed = await output.FlushAsync(timeout.Token).ConfigureAwait(false);
            return !flushed.IsCompleted && !flushed.IsCanceled;
        }
        // Asked of the timeout itself: a server that gives up on a flush aborts the request, so that by now the
        // caller's own token may be canceled as well.
        catch (OperationCanceledException) when (slow.IsCancellationRequested)
        {
            logger.SlowReaderDisconnected(request.Principal, options.WriteTimeout.TotalSeconds);
            return false;
        }
    }

    /// <param name="output">The response.</param>
    /// <param name="request">Whose stream.</param>
    /// <param name="position">How far the stream has come with this event.</param>
    /// <param name="deliverable">What it brings.</param>
    /// <param name="isInPlace">
    /// Whether the stream has come to it. A kill that is told ahead of its place bears no <c>id</c>: whoever resumes then
    /// resumes where it was, and hears of the kill in its place too.
    /// </param>
    void WriteEvent(PipeWriter output, FeedRequest request, long position, Deliverable deliverable, bool isInPlace)
    {
        var cursor = cursors.Seal(request.Principal, position);
        WriteRaw(output, deliverable.Filed switch
        {
            { IsKill: true } => "event: kill\n"u8,
            { IsHold: true } => "event: hold\n"u8,
            _ => "event: take\n"u8,
        });
        if (isInPlace)
        {
            WriteRaw(output, "id: "u8);
            WriteText(output, cursor);
            WriteRaw(output, "\n"u8);
        }
        WriteRaw(output, "data: "u8);
        using (var json = new Utf8JsonWriter(output, CanonicalJson.Options))
        {
            var item = renderings.Of(deliverable, request.Format, request.Channel);
            FeedJson.WriteItem(json, deliverable, OneLine(item), cursor);
        }
        WriteRaw(output, "\n\n"u8);
    }

    /// <summary>
    /// Content that is JSON goes into the event as it is, and a line break in it would end the event. Between the
    /// tokens of JSON a space means the same; inside a string JSON allows no raw line break.
    /// </summary>
    static OutgoingItem OneLine(OutgoingItem item)
    {
        if (!item.IsJson || item.Content.Span.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            return item;
        var content = item.Content.ToArray();
        content.AsSpan().Replace((byte)'\n', (byte)' ');
        content.AsSpan().Replace((byte)'\r', (byte)' ');
        return item with { Content = content };
    }

    static void WriteGap(PipeWriter output, string gap, string cursor)
    {
        WriteRaw(output, "event: gap\nid: "u8);
        WriteText(output, cursor);
        WriteRaw(output, "\ndata: "u8);
        using (var json = new Utf8JsonWriter(output, CanonicalJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("reason", gap);
            json.WriteString("cursor", cursor);
            json.WriteEndObject();
        }
        WriteRaw(output, "\n\n"u8);
    }

    static void WriteRaw(PipeWriter output, ReadOnlySpan<byte> bytes) => output.Write(bytes);

    static void WriteText(PipeWriter output, string ascii)
    {
        var span = output.GetSpan(ascii.Length);
        output.Advance(System.Text.Encoding.ASCII.GetBytes(ascii, span));
    }
}

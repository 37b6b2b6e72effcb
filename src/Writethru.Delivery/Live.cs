using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy.Json;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>
/// The stream as server-sent events. It keeps no queue: each connection reads the one log from its own place, so a slow
/// reader costs nobody memory and nothing can be dropped from the middle. Thread-safe.
/// </summary>
public sealed class Live(SqliteLog log, Gate gate, Outlet outlet, StreamWalk walk, StreamJson stream,
    DeliveryOptions options, ILogger<Live> logger)
{
    /// <summary>
    /// Entries of the log that are looked at without a pause, and steps that are recorded in one commit.
    /// </summary>
    const int ReadAhead = 1024, StepsAhead = 16;

    int _connected;

    /// <summary>How many streams are open.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>Bytes decided on and not yet sent: what one connection may hold, but for its last event.</summary>
    const int FlushBytes = 32 * 1024;

    /// <summary>
    /// Writes events until the caller is gone, is revoked, or is too slow. <c>id</c> is the cursor; <c>event</c> is
    /// <c>take</c>, <c>kill</c>, <c>hold</c>, <c>joined</c>, <c>gap</c> or <c>begin</c>. A kill is told at once to a
    /// stream that is not there yet, without an <c>id</c>, and again in its place.
    /// </summary>
    /// <param name="request">Whose stream, and from where.</param>
    /// <param name="isNew">Whether the caller named no place, so that it is told where its stream begins.</param>
    /// <param name="output">The response.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async Task WriteEventsAsync(FeedRequest request, bool isNew, PipeWriter output, CancellationToken cancel)
    {
        Interlocked.Increment(ref _connected);
        try
        {
            await WriteAsync(request, isNew, output, cancel).ConfigureAwait(false);
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

    async Task WriteAsync(FeedRequest request, bool isNew, PipeWriter output, CancellationToken cancel)
    {
        var place = request.After;
        var told = place.Position;
        WriteRaw(output, "retry: 2000\n\n"u8);
        if (isNew)
            WriteEvent(output, "begin", request, place, json => stream.WriteBegin(json, request, place));
        if (request.Gap is { } gap)
            WriteGap(output, request, gap, place);
        while (await FlushAsync(request, output, cancel).ConfigureAwait(false))
        {
            var stretch = await walk.ReadAsync(request.Principal, place, ReadAhead, StepsAhead, cancel)
                .ConfigureAwait(false);
            // In their place; but where the disk is full they would wait behind copy that may not leave.
            if (!log.IsFull)
                told = Math.Max(told, stretch.End.Position);
            foreach (var kill in outlet.NoticesFor(request.Principal, gate.Now.KillsAfter(told)))
            {
                told = kill.Place.Position;
                if (await outlet.PickAsync(request.To, kill, cancel).ConfigureAwait(false) is { } notice)
                    WriteTake(output, request, place, notice, isInPlace: false, cancel);
                if (output.UnflushedBytes > FlushBytes
                    && !await FlushAsync(request, output, cancel).ConfigureAwait(false))
                    return;
            }
            await request.To.PrepareAsync(outlet, stretch, isFlushed: output.UnflushedBytes == 0, cancel)
                .ConfigureAwait(false);
            foreach (var step in stretch.Steps)
            {
                await WriteStepAsync(output, request, step, cancel).ConfigureAwait(false);
                if (output.UnflushedBytes > FlushBytes
                    && !await FlushAsync(request, output, cancel).ConfigureAwait(false))
                    return;
            }
            var isAtHead = stretch.End == place;
            place = stretch.End;
            if (!isAtHead || output.UnflushedBytes > 0)
                continue;
            await request.To.CompleteAsync().ConfigureAwait(false);
            var head = await log.WaitBeyondAsync(place.Position, options.Heartbeat, cancel).ConfigureAwait(false);
            if (head <= place.Position)
                WriteRaw(output, ": heartbeat\n\n"u8);
            if (request.To.IsOver)
                return;
        }
    }

    async Task WriteStepAsync(PipeWriter output, FeedRequest request, StreamStep step, CancellationToken cancel)
    {
        switch (step)
        {
            case StreamStep.Widened:
                WriteGap(output, request, StreamGap.Rights, step.Place);
                break;
            case StreamStep.Joined joined:
                WriteEvent(output, "joined", request, step.Place, json => stream.WriteJoin(json, request, joined));
                break;
            case StreamStep.Brought brought
                when await outlet.PickAsync(request.To, brought, cancel).ConfigureAwait(false) is { } take:
                WriteTake(output, request, step.Place, take, isInPlace: true, cancel);
                break;
        }
    }

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
    /// <param name="place">How far the stream has come with this event.</param>
    /// <param name="take">What it brings.</param>
    /// <param name="isInPlace">
    /// Whether the stream has come to it. A kill that is told ahead of its place bears no <c>id</c>: whoever resumes
    /// then resumes where it was, and hears of the kill in its place too.
    /// </param>
    /// <param name="cancel">Ends the stream.</param>
    void WriteTake(PipeWriter output, FeedRequest request, StreamPlace place, Deliverable take, bool isInPlace,
        CancellationToken cancel) =>
        WriteEvent(output, take.Filed switch { { IsKill: true } => "kill", { IsHold: true } => "hold", _ => "take" },
            request, isInPlace ? place : null, json => stream.WriteItem(json, request, take, place, cancel));

    void WriteGap(PipeWriter output, FeedRequest request, StreamGap gap, StreamPlace place) =>
        WriteEvent(output, "gap", request, place, json => stream.WriteGap(json, request, gap, place));

    /// <param name="output">The response.</param>
    /// <param name="type">The type of the event.</param>
    /// <param name="request">Whose stream.</param>
    /// <param name="id">Where whoever resumes behind this event goes on; null for where it was.</param>
    /// <param name="data">Writes what it says: one line of JSON.</param>
    void WriteEvent(PipeWriter output, string type, FeedRequest request, StreamPlace? id, Action<Utf8JsonWriter> data)
    {
        WriteRaw(output, "event: "u8);
        WriteText(output, type);
        if (id is { } place)
        {
            WriteRaw(output, "\nid: "u8);
            WriteText(output, stream.Cursor(request, place));
        }
        WriteRaw(output, "\ndata: "u8);
        using (var json = new Utf8JsonWriter(output, CanonicalJson.Options))
            data(json);
        WriteRaw(output, "\n\n"u8);
    }

    static void WriteRaw(PipeWriter output, ReadOnlySpan<byte> bytes) => output.Write(bytes);

    static void WriteText(PipeWriter output, string ascii)
    {
        var span = output.GetSpan(ascii.Length);
        output.Advance(System.Text.Encoding.ASCII.GetBytes(ascii, span));
    }
}

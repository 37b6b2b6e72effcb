using System.IO.Pipelines;
using System.Text.Json;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>The feed, page by page, with long poll. Thread-safe.</summary>
public sealed class Pull(SqliteLog log, Gate gate, Outlet outlet, StreamWalk walk, StreamJson stream,
    DeliveryOptions options, TimeProvider clock)
{
    /// <summary>Entries of the log that are looked at without a pause.</summary>
    const int ReadAhead = 1024;

    /// <summary>Steps whose takes are recorded in one commit.</summary>
    const int Chunk = 64;

    /// <summary>Bytes decided on and not yet sent: the most that can be under way when a kill commits.</summary>
    const int FlushBytes = 32 * 1024;

    /// <summary>
    /// Writes one page as <c>{items, joined, kills, holds, gap, next}</c>. Each item is asked of the gate when it is
    /// written. <c>kills</c> and <c>holds</c> name the killed and held stories whose notices come later in the stream,
    /// so that a receiver who lags can stop them now. <c>gap</c> is behind the items of its page, and absent from most.
    /// </summary>
    /// <param name="request">Whose page, and from where.</param>
    /// <param name="output">The response.</param>
    /// <param name="stopping">Ends the waiting: the page is then what there is, and its cursor holds.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task WritePageAsync(FeedRequest request, PipeWriter output, CancellationToken stopping,
        CancellationToken cancel)
    {
        var page = new Page(request);
        if (request.Gap is null)
            await WaitForStepAsync(page, stopping, cancel).ConfigureAwait(false);
        // While there is nothing of the answer yet, so that a disk that takes no lines is answered as such.
        StreamStretch? stretch = null;
        try
        {
            stretch = await NextAsync(page, cancel).ConfigureAwait(false);
        }
        catch (ArchiveFullException) when (HasNotices(page))
        {
            // Copy waits for room; kills and holds do not wait behind it.
        }
        await using var json = new Utf8JsonWriter(output, CanonicalJson.Options);
        json.WriteStartObject();
        json.WriteStartArray("items");
        while (stretch is not null)
        {
            await WriteAsync(page, stretch, json, output, cancel).ConfigureAwait(false);
            stretch = await NextAsync(page, cancel).ConfigureAwait(false);
        }
        json.WriteEndArray();
        json.WriteStartArray("joined");
        foreach (var joined in page.Joined)
            stream.WriteJoin(json, request, joined);
        json.WriteEndArray();
        var position = page.Place.Position;
        await WriteNoticesAsync(page, json, "kills", gate.Now.KillsAfter(position), cancel).ConfigureAwait(false);
        await WriteNoticesAsync(page, json, "holds", gate.Now.HoldsAfter(position), cancel).ConfigureAwait(false);
        if (page.Gap is { } gap)
        {
            json.WritePropertyName("gap");
            stream.WriteGap(json, request, gap, page.Place);
        }
        json.WriteString("next", stream.Cursor(request, page.Place));
        json.WriteEndObject();
    }

    /// <summary>
    /// Goes on to the next step of this subscriber's, or until the time is over. Entries that are not its own do not
    /// wake it, so that the traffic of others does not show.
    /// </summary>
    async Task WaitForStepAsync(Page page, CancellationToken stopping, CancellationToken cancel)
    {
        var end = clock.GetUtcNow() + page.Request.Wait;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        try
        {
            while (page.Scanned < options.MaxScan && !page.Request.To.IsOver)
            {
                var before = page.Place;
                var stretch = await walk.ReadAsync(page.Request.Principal, before, Ahead(page), 1, waiting.Token)
                    .ConfigureAwait(false);
                if (stretch.Steps.Count > 0)
                    return;
                page.GoTo(stretch);
                if (stretch.End != before)
                    continue;
                var left = end - clock.GetUtcNow();
                if (left <= TimeSpan.Zero)
                    return;
                await log.WaitBeyondAsync(before.Position, left, waiting.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The server stops; a poll that waits must not hold it up.
        }
    }

    /// <summary>
    /// The next stretch of the page, with its takes recorded in one commit; null when the page is at its end.
    /// </summary>
    async Task<StreamStretch?> NextAsync(Page page, CancellationToken cancel)
    {
        if (page.Gap is not null || page.Items == page.Request.Limit || page.Scanned >= options.MaxScan)
            return null;
        var stretch = await walk.ReadAsync(page.Request.Principal, page.Place, Ahead(page),
            Math.Min(Chunk, page.Request.Limit - page.Items), cancel).ConfigureAwait(false);
        if (stretch.End == page.Place)
            return null;
        await page.Request.To.PrepareAsync(outlet, stretch, isFlushed: false, cancel).ConfigureAwait(false);
        return stretch;
    }

    bool HasNotices(Page page) => outlet.NoticesFor(page.Request.Principal,
        gate.Now.KillsAfter(page.Place.Position).Concat(gate.Now.HoldsAfter(page.Place.Position))).Any();

    int Ahead(Page page) => Math.Min(ReadAhead, options.MaxScan - page.Scanned);

    async Task WriteAsync(Page page, StreamStretch stretch, Utf8JsonWriter json, PipeWriter output,
        CancellationToken cancel)
    {
        foreach (var step in stretch.Steps)
        {
            switch (step)
            {
                case StreamStep.Widened:
                    page.Gap = StreamGap.Rights;
                    break;
                case StreamStep.Joined joined:
                    page.Joined.Add(joined);
                    break;
                case StreamStep.Brought brought
                    when await outlet.PickAsync(page.Request.To, brought, cancel).ConfigureAwait(false) is { } take:
                    stream.WriteItem(json, page.Request, take, brought.Place, cancel);
                    await json.FlushAsync(cancel).ConfigureAwait(false);
                    if (output.UnflushedBytes > FlushBytes)
                        await output.FlushAsync(cancel).ConfigureAwait(false);
                    page.Items++;
                    break;
            }
        }
        page.GoTo(stretch);
    }

    async Task WriteNoticesAsync(Page page, Utf8JsonWriter json, string name,
        IEnumerable<(long Position, TakePlace Take)> notices, CancellationToken cancel)
    {
        json.WriteStartArray(name);
        // Cut when it is known which are its own: those of others must not push them out.
        foreach (var step in outlet.NoticesFor(page.Request.Principal, notices).Take(options.MaxPageSize))
        {
            if (await outlet.PickAsync(page.Request.To, step, cancel).ConfigureAwait(false) is { } notice)
                stream.WriteItem(json, page.Request, notice, place: null, cancel);
        }
        json.WriteEndArray();
    }

    /// <summary>A page that is being written.</summary>
    sealed class Page(FeedRequest request)
    {
        public FeedRequest Request => request;

        public StreamPlace Place { get; private set; } = request.After;

        public int Items { get; set; }

        public int Scanned { get; private set; }

        public List<StreamStep.Joined> Joined { get; } = [];

        public StreamGap? Gap { get; set; } = request.Gap;

        public void GoTo(StreamStretch stretch) => (Place, Scanned) = (stretch.End, Scanned + stretch.Scanned);
    }
}

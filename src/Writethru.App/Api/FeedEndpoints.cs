using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Writethru.App.Access;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>The feed: page by page, and live.</summary>
static class FeedEndpoints
{
    public static void MapFeed(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/feed", GetFeedAsync)
            .RequireAuthorization(Policies.Reader)
            .WithTags("Reading")
            .WithSummary("Your stream, page by page.")
            .WithDescription("{items: [{story, take, cause, cursor, format, content}], joined: [{story, into, "
                + "cursor}], kills: [], holds: [], gap: {reason, epoch, cursor, detail}, next}. content is an object "
                + "for formats that are JSON and a string for the others; bytes that are not UTF-8 are in "
                + "contentBase64 instead. Give 'next' as 'after' of the next call. 'wait' (seconds, at most 30) holds "
                + "a page that would be empty open. 'joined': what comes for a story that you have goes on as "
                + "another. 'gap' ends a page, and is absent from most; 'next' is its cursor. Reasons: restored (the "
                + "log was put back: what came behind the cursor is void, what stands there now comes), rights "
                + "(rights came back to you: what you missed comes next).")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        app.MapGet("/v1/live", GetLiveAsync)
            .RequireAuthorization(Policies.Reader)
            .WithTags("Reading")
            .WithSummary("Your stream as server-sent events.")
            .WithDescription("Events take, kill, hold, joined, gap and begin; id is a cursor. Resumes by "
                + "Last-Event-ID or 'after'; without either it begins now, and says where: begin {epoch, cursor}. gap "
                + "{reason, epoch, cursor, detail} as in the feed, and with the reason unknown when the cursor is "
                + "none of yours: the stream then goes on from now. What a gap announces follows it. A comment every "
                + "15 s shows that it lives.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    static async Task<Results<EmptyHttpResult, ProblemHttpResult>> GetFeedAsync(HttpContext context, Pull pull,
        Cursors cursors, Gate gate, DeliveryOptions options, IHostApplicationLifetime lifetime, Ledger ledger,
        ReaderPlaces places, string? after, double? wait, int? limit, string? format, CancellationToken cancel)
    {
        var name = Caller.IdOf(context);
        if (FormatFor(gate, name, format) is not { } wireFormat)
            return Problems.FormatUnknown(format ?? "");
        if (PlaceOf(cursors, name, after) is not { } opened)
            return Problems.CursorUnknown();
        if (limit is < 1 || limit > options.MaxPageSize)
            return Problems.BadParameter("limit", $"{limit}", $"1 to {options.MaxPageSize}");
        if (wait is not null && !(wait >= 0 && wait <= options.MaxWait.TotalSeconds))
            return Problems.BadParameter("wait", $"{wait}", $"seconds, 0 to {options.MaxWait.TotalSeconds}");
        using var place = places.Feeds.TryEnter(Caller.MeansOf(context.User));
        if (place is null)
            return Problems.TooManyReaders();
        await ledger.AcknowledgeAsync(name, opened.Place.Received, cancel);
        context.Response.ContentType = "application/json; charset=utf-8";
        var request = new FeedRequest
        {
            To = Caller.SendingTo(context, ledger, SendPath.Feed),
            After = opened.Place,
            Gap = opened.IsRestored ? StreamGap.Restored : null,
            Format = wireFormat,
            Channel = ChannelOf(gate, name),
            Limit = limit ?? options.PageSize,
            Wait = TimeSpan.FromSeconds(wait ?? 0),
        };
        await pull.WritePageAsync(request, context.Response.BodyWriter, lifetime.ApplicationStopping, cancel);
        return TypedResults.Empty;
    }

    static async Task<Results<EmptyHttpResult, ProblemHttpResult>> GetLiveAsync(HttpContext context, Live live,
        Cursors cursors, SqliteLog log, Gate gate, Ledger ledger, ReaderPlaces places,
        IHostApplicationLifetime lifetime, string? after, string? format,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId, CancellationToken cancel)
    {
        var name = Caller.IdOf(context);
        if (FormatFor(gate, name, format) is not { } wireFormat)
            return Problems.FormatUnknown(format ?? "");
        using var place = places.Feeds.TryEnter(Caller.MeansOf(context.User));
        if (place is null)
            return Problems.TooManyReaders();
        var wanted = lastEventId ?? after;
        var found = wanted is null ? null : PlaceOf(cursors, name, wanted);
        if (found is { } had)
            await ledger.AcknowledgeAsync(name, had.Place.Received, cancel);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var request = new FeedRequest
        {
            To = Caller.Open(context, ledger, SendPath.Live),
            After = found?.Place ?? new StreamPlace(log.Head),
            Gap = found is { IsRestored: true } ? StreamGap.Restored
                : wanted is not null && found is null ? StreamGap.Unknown
                : null,
            Format = wireFormat,
            Channel = ChannelOf(gate, name),
        };
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        try
        {
            await live.WriteEventsAsync(request, isNew: wanted is null, context.Response.BodyWriter, ends.Token);
            // Without this a reader that is too slow would keep the connection until it has read everything.
            context.Abort();
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The reader left, or the server stops: the stream has ended, and its last id is where it goes on.
        }
        return TypedResults.Empty;
    }

    /// <summary>The format asked for, or the caller's own; null when there is no such format.</summary>
    internal static IWireFormat? FormatFor(Gate gate, string name, string? asked) =>
        WireFormats.Find(asked ?? gate.Now.FindPrincipal(name)?.Format ?? "ninjs");

    /// <summary>What the caller needs otherwise than usual in a format.</summary>
    internal static Channel ChannelOf(Gate gate, string name) =>
        gate.Now.FindPrincipal(name)?.Channel ?? Channel.Default;

    /// <summary>The place of a cursor, the beginning without one; null when it is not the caller's.</summary>
    static OpenedCursor? PlaceOf(Cursors cursors, string name, string? cursor) =>
        string.IsNullOrEmpty(cursor)
            ? new OpenedCursor(StreamPlace.Start, IsRestored: false)
            : cursors.Open(name, cursor);
}

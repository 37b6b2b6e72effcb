using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Writethru.App.Access;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Formats;
using Writethru.Formats.Markup;
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
            .WithDescription("{items: [{story, take, cause, cursor, format, content}], kills: [], next}. content is an "
                + "object for formats that are JSON and a string for the others; bytes that are not UTF-8 are in "
                + "contentBase64 instead. Give 'next' as 'after' of the next call. 'wait' (seconds, at most 30) holds a page that would be empty open.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/v1/live", GetLiveAsync)
            .RequireAuthorization(Policies.Reader)
            .WithTags("Reading")
            .WithSummary("Your stream as server-sent events.")
            .WithDescription("Events take, kill and gap; id is a cursor. Resumes by Last-Event-ID or 'after'; without "
                + "either it begins now. A comment every 15 s shows that it lives.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    static async Task<Results<EmptyHttpResult, ProblemHttpResult>> GetFeedAsync(HttpContext context, Pull pull,
        Cursors cursors, SqliteLog log, Gate gate, DeliveryOptions options, IHostApplicationLifetime lifetime,
        Ledger ledger, string? after, double? wait, int? limit, string? format, CancellationToken cancel)
    {
        var name = Caller.IdOf(context);
        if (FormatFor(gate, name, format) is not { } wireFormat)
            return Problems.FormatUnknown(format ?? "");
        if (PositionOf(cursors, log, name, after) is not { } position)
            return Problems.CursorUnknown();
        if (limit is < 1 || limit > options.MaxPageSize)
            return Problems.BadParameter("limit", $"{limit}", $"1 to {options.MaxPageSize}");
        if (wait is not null and not (>= 0 and <= 3600))
            return Problems.BadParameter("wait", $"{wait}", $"seconds, 0 to {options.MaxWait.TotalSeconds}");
        await ledger.AcknowledgeAsync(name, position, cancel);
        context.Response.ContentType = "application/json; charset=utf-8";
        var request = new FeedRequest
        {
            To = Caller.SendingTo(context, ledger, SendPath.Feed),
            After = position,
            Format = wireFormat,
            Channel = ChannelOf(gate, name),
            Limit = limit ?? options.PageSize,
            Wait = TimeSpan.FromSeconds(Math.Min(wait ?? 0, options.MaxWait.TotalSeconds)),
        };
        await pull.WritePageAsync(request, context.Response.BodyWriter, lifetime.ApplicationStopping, cancel);
        return TypedResults.Empty;
    }

    static async Task<Results<EmptyHttpResult, ProblemHttpResult>> GetLiveAsync(HttpContext context, Live live,
        Cursors cursors, SqliteLog log, Gate gate, Ledger ledger, IHostApplicationLifetime lifetime, string? after,
        string? format, [FromHeader(Name = "Last-Event-ID")] string? lastEventId, CancellationToken cancel)
    {
        var name = Caller.IdOf(context);
        if (FormatFor(gate, name, format) is not { } wireFormat)
            return Problems.FormatUnknown(format ?? "");
        var wanted = lastEventId ?? after;
        var found = wanted is null ? log.Head : PositionOf(cursors, log, name, wanted);
        if (wanted is not null && found is { } had)
            await ledger.AcknowledgeAsync(name, had, cancel);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var request = new FeedRequest
        {
            To = Caller.Open(context, ledger, SendPath.Live),
            After = found ?? log.Head,
            Format = wireFormat,
            Channel = ChannelOf(gate, name),
        };
        var gap = found is null
            ? "Found a cursor that is not one of yours or is from another log; the stream goes on from now."
            : null;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        try
        {
            await live.WriteEventsAsync(request, gap, context.Response.BodyWriter, ends.Token);
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

    /// <summary>The position of a cursor; null when it is not the caller's or lies beyond the log.</summary>
    static long? PositionOf(Cursors cursors, SqliteLog log, string name, string? cursor) =>
        string.IsNullOrEmpty(cursor) ? 0
        : cursors.Open(name, cursor) is { } position && position <= log.Head ? position
        : null;
}

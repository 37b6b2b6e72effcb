using Microsoft.Net.Http.Headers;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Stories and their takes, in any format.</summary>
static class StoriesEndpoints
{
    public static void MapStories(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/stories/{id}", GetStoryAsync)
            .RequireAuthorization(Policies.Reader)
            .WithTags("Reading")
            .WithSummary("The newest take of a story that is yours.")
            .WithDescription("The take in the format asked for. Headers Writethru-Story, -Take, -Cause, -Takes (the "
                + "numbers that are yours) and, where this wire labelled the take, -Label. "
                + "Not yours, embargoed and unknown look alike: 404. "
                + "Killed or taken down: 410 with the notice. Held: 404 `story-held` with the notice, for those who "
                + "can have had it.")
            .Produces(StatusCodes.Status200OK)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
        app.MapGet("/v1/stories/{id}/takes/{number:int}", GetTakeAsync)
            .RequireAuthorization(Policies.Reader)
            .WithTags("Reading")
            .WithSummary("One take of a story.")
            .Produces(StatusCodes.Status200OK)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
    }

    static Task<IResult> GetStoryAsync(HttpContext context, string id, string? format, Outlet outlet, Ledger ledger,
        Renderings renderings, Gate gate, CancellationToken cancel) =>
        GetAsync(context, id, null, format, outlet, ledger, renderings, gate, cancel);

    static Task<IResult> GetTakeAsync(HttpContext context, string id, int number, string? format, Outlet outlet,
        Ledger ledger, Renderings renderings, Gate gate, CancellationToken cancel) =>
        GetAsync(context, id, number, format, outlet, ledger, renderings, gate, cancel);

    static async Task<IResult> GetAsync(HttpContext context, string id, int? number, string? format, Outlet outlet,
        Ledger ledger, Renderings renderings, Gate gate, CancellationToken cancel)
    {
        var name = Caller.IdOf(context);
        if (FeedEndpoints.FormatFor(gate, name, format) is not { } wireFormat)
            return Problems.FormatUnknown(format ?? "");
        var sending = Caller.SendingTo(context, ledger, SendPath.Story);
        return await outlet.FindAsync(sending, new StoryId(id), number, cancel) switch
        {
            StoryAnswer.Found found =>
                Deliver(context, outlet, name, found.Take,
                    renderings.Of(found.Take, wireFormat, FeedEndpoints.ChannelOf(gate, name), cancel)),
            StoryAnswer.Killed killed => Problems.Killed(killed.Notice.Filed),
            StoryAnswer.Held held => Problems.Held(held.Notice.Filed),
            _ => Problems.NotFound(),
        };
    }

    /// <summary>RFC 9110, 13.1.2: any of the tags, compared weakly, or the star.</summary>
    static bool HasAlready(HttpRequest request, string tag)
    {
        var current = new EntityTagHeaderValue(tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(current, useStrongComparison: false));
    }

    /// <summary>The gate has answered by now, so that a 304 gives away nothing that it would withhold.</summary>
    static IResult Deliver(HttpContext context, Outlet outlet, string name, Deliverable take, OutgoingItem item)
    {
        var headers = context.Response.Headers;
        headers["Writethru-Story"] = take.Filed.Story.Value;
        headers["Writethru-Take"] = $"{take.Filed.Number}";
        headers["Writethru-Cause"] = Words.Of(take.Filed.Cause);
        if (take.Filed.Label.Length > 0)
            headers["Writethru-Label"] = take.Filed.Label;
        headers["Writethru-Takes"] = string.Join(' ', outlet.NumbersFor(name, take.Filed.Story));
        headers.ETag = item.ETag;
        return HasAlready(context.Request, item.ETag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(item.Content, item.MediaType);
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Pages;

/// <summary>The pages: the wire, its stories, and the way in. Rendered once; nothing of them is kept.</summary>
static class PagesEndpoints
{
    const int RowsPerPage = 50;

    /// <summary>Most rows of one fragment; a page that lacks more than this loads itself anew.</summary>
    const int MaxNewRows = 100;

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", GetWireAsync).RequireAuthorization(Policies.Reader);
        app.MapGet("/rows", GetRowsAsync).RequireAuthorization(Policies.Reader);
        app.MapGet("/kills", GetKills).RequireAuthorization(Policies.Desk);
        app.MapGet("/stories/{id}", GetStoryAsync).RequireAuthorization(Policies.Reader);
        app.MapGet("/stories/{id}/diff", GetDiffAsync).RequireAuthorization(Policies.Reader);
        app.MapSignIn();
    }

    static async Task<IResult> GetWireAsync(HttpContext context, Wire wire, Ledger ledger, Cursors cursors, Gate gate,
        KillRequests requests, SqliteLog log, string? older, CancellationToken cancel)
    {
        if (ViewerOf(context, gate) is not { } viewer)
            return TypedResults.Redirect("/signin");
        var before = older is null ? null : cursors.Open(viewer.Name, older)?.Place.Position;
        if (older is not null && before is null)
            return TypedResults.Redirect("/");
        // Before the rows are read: what comes in between is then in both, and the live page shows it once.
        var after = older is null ? wire.CursorOfNow(viewer.Name) : null;
        return Page<WirePage>(StatusCodes.Status200OK, new()
        {
            [nameof(WirePage.Viewer)] = viewer,
            [nameof(WirePage.After)] = after,
            [nameof(WirePage.List)] = await wire.NewestAsync(
                Caller.SendingTo(context, ledger, SendPath.Page), before, RowsPerPage, cancel),
            [nameof(WirePage.Kills)] = viewer.Role == Role.Desk ? requests.Open : null,
            [nameof(WirePage.IsFull)] = viewer.Role == Role.Desk && log.IsFull,
        });
    }

    /// <summary>
    /// Rows alone, for a page that lives: what came after a cursor, or the row of one story. The header
    /// <c>Writethru-Cursor</c> is where the page then stands.
    /// </summary>
    static async Task<IResult> GetRowsAsync(HttpContext context, Wire wire, Outlet outlet, Ledger ledger,
        Cursors cursors, string? after, string? story, CancellationToken cancel)
    {
        var name = Caller.IdOf(context);
        var sending = Caller.SendingTo(context, ledger, SendPath.Page);
        if (story is not null)
            return Rows(await outlet.FindAsync(sending, new StoryId(story), null, cancel) switch
            {
                StoryAnswer.Found found => [RowOf(found.Take)],
                StoryAnswer.Killed killed => [RowOf(killed.Notice)],
                StoryAnswer.Held held => [RowOf(held.Notice)],
                _ => [],
            });
        if (after is null || cursors.Open(name, after)?.Place.Position is not { } position)
            return Problems.CursorUnknown();
        context.Response.Headers["Writethru-Cursor"] = wire.CursorOfNow(name);
        return Rows(await wire.SinceAsync(sending, position, MaxNewRows, cancel));
    }

    /// <summary>Kills without their second alone, for a page of the desk that lives.</summary>
    static RazorComponentResult<AskedKills> GetKills(KillRequests requests) =>
        Page<AskedKills>(StatusCodes.Status200OK, new() { [nameof(AskedKills.Kills)] = requests.Open });

    static async Task<IResult> GetStoryAsync(HttpContext context, string id, Outlet outlet, Ledger ledger,
        Deliveries deliveries, Wire wire, Gate gate, CancellationToken cancel)
    {
        if (ViewerOf(context, gate) is not { } viewer)
            return TypedResults.Redirect("/signin");
        var after = wire.CursorOfNow(viewer.Name);
        var story = new StoryId(id);
        var sending = Caller.SendingTo(context, ledger, SendPath.Page);
        var chain = await outlet.ChainAsync(sending, story, cancel);
        // A story that was killed or held while its takes were read ends its chain with the notice.
        if (await ClosedAsync(viewer, outlet, deliveries, sending, story, cancel) is { } closed)
            return closed;
        if (chain.Count == 0)
            return NothingHere(viewer);
        return Page<StoryPage>(StatusCodes.Status200OK, new()
        {
            [nameof(StoryPage.Viewer)] = viewer,
            [nameof(StoryPage.After)] = after,
            [nameof(StoryPage.Chain)] = chain,
            [nameof(StoryPage.Recall)] = viewer.Role == Role.Desk ? deliveries.Recall(story) : null,
        });
    }

    static async Task<IResult> GetDiffAsync(HttpContext context, string id, int? from, int? to, string? view,
        Outlet outlet, Ledger ledger, Deliveries deliveries, Gate gate, CancellationToken cancel)
    {
        if (ViewerOf(context, gate) is not { } viewer)
            return TypedResults.Redirect("/signin");
        var sending = Caller.SendingTo(context, ledger, SendPath.Page);
        if (await TakePair.FindAsync(outlet, sending, new StoryId(id), from, to, cancel) is not { } pair)
            return await ClosedAsync(viewer, outlet, deliveries, sending, new StoryId(id), cancel) is { } closed
                ? closed
                : NothingHere(viewer);
        return Page<DiffPage>(StatusCodes.Status200OK, new()
        {
            [nameof(DiffPage.Viewer)] = viewer,
            [nameof(DiffPage.Pair)] = pair,
            [nameof(DiffPage.IsInline)] = view == "inline",
        });
    }

    /// <summary>The notice of a story that was killed, or is held; null when the viewer may have its takes.</summary>
    static async Task<RazorComponentResult<ClosedPage>?> ClosedAsync(Principal viewer, Outlet outlet,
        Deliveries deliveries, Sending sending, StoryId story, CancellationToken cancel) =>
        await outlet.NoticeAsync(sending, story, cancel) switch
        {
            StoryAnswer.Killed killed => Closed(viewer, deliveries, killed.Notice, StatusCodes.Status410Gone),
            StoryAnswer.Held held => Closed(viewer, deliveries, held.Notice, StatusCodes.Status404NotFound),
            _ => null,
        };

    static RazorComponentResult<ClosedPage> Closed(Principal viewer, Deliveries deliveries, Deliverable notice,
        int status) => Page<ClosedPage>(status, new()
        {
            [nameof(ClosedPage.Recall)] = viewer.Role == Role.Desk ? deliveries.Recall(notice.Filed.Story) : null,
            [nameof(ClosedPage.Viewer)] = viewer,
            [nameof(ClosedPage.Notice)] = notice,
        });

    static RazorComponentResult<NothingHerePage> NothingHere(Principal viewer) =>
        Page<NothingHerePage>(StatusCodes.Status404NotFound, new() { [nameof(NothingHerePage.Viewer)] = viewer });

    /// <summary>A component as the whole answer.</summary>
    internal static RazorComponentResult<T> Page<T>(int status, Dictionary<string, object?> parameters)
        where T : IComponent => new(parameters) { StatusCode = status };

    /// <summary>Null when the rights ended between the policy's answer and now.</summary>
    static Principal? ViewerOf(HttpContext context, Gate gate) => gate.Now.FindPrincipal(Caller.IdOf(context));

    static RazorComponentResult<WireLines> Rows(IReadOnlyList<WireRow> rows) =>
        Page<WireLines>(StatusCodes.Status200OK, new() { [nameof(WireLines.Rows)] = rows });

    static WireRow RowOf(Deliverable take) => new(take.Filed.FiledAt, take);
}

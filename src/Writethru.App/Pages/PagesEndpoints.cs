using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
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
        app.MapGet("/", GetWire).RequireAuthorization(Policies.Reader);
        app.MapGet("/rows", GetRows).RequireAuthorization(Policies.Reader);
        app.MapGet("/kills", GetKills).RequireAuthorization(Policies.Desk);
        app.MapGet("/stories/{id}", GetStory).RequireAuthorization(Policies.Reader);
        app.MapGet("/stories/{id}/diff", GetDiff).RequireAuthorization(Policies.Reader);
        app.MapSignIn();
    }

    static IResult GetWire(HttpContext context, Wire wire, Cursors cursors, Gate gate, KillRequests requests,
        string? older)
    {
        if (ViewerOf(context, gate) is not { } viewer)
            return TypedResults.Redirect("/signin");
        var before = older is null ? null : cursors.Open(viewer.Name, older);
        if (older is not null && before is null)
            return TypedResults.Redirect("/");
        // Before the rows are read: what comes in between is then in both, and the live page shows it once.
        var after = older is null ? wire.CursorOfNow(viewer.Name) : null;
        return Page<WirePage>(StatusCodes.Status200OK, new()
        {
            [nameof(WirePage.Viewer)] = viewer,
            [nameof(WirePage.After)] = after,
            [nameof(WirePage.List)] = wire.Newest(viewer.Name, before, RowsPerPage),
            [nameof(WirePage.Kills)] = viewer.Role == Role.Desk ? requests.Open : null,
        });
    }

    /// <summary>
    /// Rows alone, for a page that lives: what came after a cursor, or the row of one story. The header
    /// <c>Writethru-Cursor</c> is where the page then stands.
    /// </summary>
    static IResult GetRows(HttpContext context, Wire wire, Outlet outlet, Cursors cursors, string? after, string? story)
    {
        var name = Caller.NameOf(context);
        if (story is not null)
            return Rows(outlet.Find(name, new StoryId(story), null) switch
            {
                StoryAnswer.Found found => [RowOf(found.Take)],
                StoryAnswer.Killed killed => [RowOf(killed.Notice)],
                StoryAnswer.Held held => [RowOf(held.Notice)],
                _ => [],
            });
        if (after is null || cursors.Open(name, after) is not { } position)
            return Problems.CursorUnknown();
        context.Response.Headers["Writethru-Cursor"] = wire.CursorOfNow(name);
        return Rows(wire.Since(name, position, MaxNewRows));
    }

    /// <summary>Kills without their second alone, for a page of the desk that lives.</summary>
    static RazorComponentResult<AskedKills> GetKills(KillRequests requests) =>
        Page<AskedKills>(StatusCodes.Status200OK, new() { [nameof(AskedKills.Kills)] = requests.Open });

    static IResult GetStory(HttpContext context, string id, Outlet outlet, Wire wire, Gate gate)
    {
        if (ViewerOf(context, gate) is not { } viewer)
            return TypedResults.Redirect("/signin");
        var after = wire.CursorOfNow(viewer.Name);
        var story = new StoryId(id);
        var chain = outlet.Chain(viewer.Name, story);
        // A story that was killed or held while its takes were read ends its chain with the notice.
        if (Closed(viewer, outlet, story) is { } closed)
            return closed;
        if (chain.Count == 0)
            return NothingHere(viewer);
        return Page<StoryPage>(StatusCodes.Status200OK, new()
        {
            [nameof(StoryPage.Viewer)] = viewer,
            [nameof(StoryPage.After)] = after,
            [nameof(StoryPage.Chain)] = chain,
        });
    }

    static IResult GetDiff(HttpContext context, string id, int? from, int? to, string? view, Outlet outlet, Gate gate)
    {
        if (ViewerOf(context, gate) is not { } viewer)
            return TypedResults.Redirect("/signin");
        var chain = outlet.Chain(viewer.Name, new StoryId(id));
        if (Closed(viewer, outlet, new StoryId(id)) is { } closed)
            return closed;
        if (TakePair.Find(chain, from, to) is not { } pair)
            return NothingHere(viewer);
        return Page<DiffPage>(StatusCodes.Status200OK, new()
        {
            [nameof(DiffPage.Viewer)] = viewer,
            [nameof(DiffPage.Pair)] = pair,
            [nameof(DiffPage.IsInline)] = view == "inline",
        });
    }

    /// <summary>The notice of a story that was killed, or is held; null when the viewer may have its takes.</summary>
    static RazorComponentResult<ClosedPage>? Closed(Principal viewer, Outlet outlet, StoryId story) =>
        outlet.Find(viewer.Name, story, null) switch
        {
            StoryAnswer.Killed killed => Closed(viewer, killed.Notice, StatusCodes.Status410Gone),
            StoryAnswer.Held held => Closed(viewer, held.Notice, StatusCodes.Status404NotFound),
            _ => null,
        };

    static RazorComponentResult<ClosedPage> Closed(Principal viewer, Deliverable notice, int status) =>
        Page<ClosedPage>(status, new()
        {
            [nameof(ClosedPage.Viewer)] = viewer,
            [nameof(ClosedPage.Notice)] = notice,
        });

    static RazorComponentResult<NothingHerePage> NothingHere(Principal viewer) =>
        Page<NothingHerePage>(StatusCodes.Status404NotFound, new() { [nameof(NothingHerePage.Viewer)] = viewer });

    /// <summary>A component as the whole answer.</summary>
    internal static RazorComponentResult<T> Page<T>(int status, Dictionary<string, object?> parameters)
        where T : IComponent => new(parameters) { StatusCode = status };

    /// <summary>Null when the rights ended between the policy's answer and now.</summary>
    static Principal? ViewerOf(HttpContext context, Gate gate) => gate.Now.FindPrincipal(Caller.NameOf(context));

    static RazorComponentResult<WireLines> Rows(IReadOnlyList<WireRow> rows) =>
        Page<WireLines>(StatusCodes.Status200OK, new() { [nameof(WireLines.Rows)] = rows });

    static WireRow RowOf(Deliverable take) => new(take.Filed.FiledAt, take);
}

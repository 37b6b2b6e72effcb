using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>The desk's verbs on stories that are there.</summary>
static class DeskEndpoints
{
    const int MaxReason = 2000;

    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/v1").WithTags("Desk");
        desk.MapPost("/stories/{id}/kill", KillAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Kill a story. The reason is required and goes out with the notice.");
        desk.MapPost("/stories/{id}/release", ReleaseAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Let the waiting takes of a story go, or set their embargo.");
        desk.MapGet("/waiting", GetWaiting)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("What waits for a person: takes, embargoes, and usage terms that were not understood.");
        desk.MapPost("/terms/clear", ClearAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Clear usage terms that were not understood: the rules that were read stand.");
        desk.MapGet("/refusals/{position:long}", GetRefusal)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("The bytes of a refused item, verbatim, to be looked at or sent again.");
    }

    static async Task<Results<Created<FiledAnswer>, ProblemHttpResult>> KillAsync(HttpContext context, string id,
        KillRequest request, Kill kill, Gate gate, CancellationToken cancel)
    {
        if (request.Reason?.Length > MaxReason)
            return Problems.BadParameter("reason", request.Reason[..32] + "…", $"at most {MaxReason} characters");
        if (string.IsNullOrWhiteSpace(request.Reason))
            return Problems.BadParameter("reason", "", "a sentence for the editors who must remove the story");
        var story = new StoryId(id);
        return await kill.RunAsync(story, request.Reason, Caller.NameOf(context), cancel) switch
        {
            StoryOutcome.Done done => TypedResults.Created($"/v1/stories/{story}",
                FiledAnswer.Of(done.Take, done.Position, gate)),
            StoryOutcome.Conflict conflict => Problems.Conflict(conflict.Reason),
            _ => Problems.StoryUnknown(story),
        };
    }

    static async Task<Results<Ok<FiledAnswer>, ProblemHttpResult>> ReleaseAsync(HttpContext context, string id,
        ReleaseRequest? request, Release release, Gate gate, CancellationToken cancel)
    {
        var embargo = Instant.Parse(request?.Embargo);
        if (!string.IsNullOrEmpty(request?.Embargo) && embargo is null)
            return Problems.BadParameter("embargo", request.Embargo,
                "an instant with a zone, such as 2026-11-25T06:00:00Z");
        var story = new StoryId(id);
        return await release.RunAsync(story, embargo, Caller.NameOf(context), cancel) switch
        {
            StoryOutcome.Done done => TypedResults.Ok(FiledAnswer.Of(done.Take, done.Position, gate)),
            StoryOutcome.Conflict conflict => Problems.Conflict(conflict.Reason),
            _ => Problems.StoryUnknown(story),
        };
    }

    static Ok<WaitingAnswer> GetWaiting(Gate gate)
    {
        var now = gate.Now;
        return TypedResults.Ok(new WaitingAnswer(
            [.. now.Pending.OrderBy(take => take.Position).Select(take => new WaitingTake(take.Story.Value, take.Number,
                take.Waits, take.EmbargoedUntil is { } until ? Instant.Write(until) : ""))],
            [.. now.UnclearTerms.Order(StringComparer.Ordinal)]));
    }

    static async Task<Results<NoContent, ProblemHttpResult>> ClearAsync(HttpContext context, ClearRequest request,
        Clear clear, CancellationToken cancel) =>
        await clear.RunAsync(request.Terms, Caller.NameOf(context), cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();

    static IResult GetRefusal(long position, SqliteLog log) =>
        log.Find(position)?.Entry is LogEntry.ItemRefused && log.ReceivedBytes(position) is { } bytes
            ? TypedResults.Bytes(bytes, "application/octet-stream", $"refusal-{position}")
            : Problems.NotFound();
}

/// <summary>Why a story is killed.</summary>
/// <param name="Reason">A sentence for editors.</param>
sealed record KillRequest(string Reason);

/// <summary>How waiting takes go.</summary>
/// <param name="Embargo">Not before this instant; absent or empty: at once.</param>
sealed record ReleaseRequest(string? Embargo);

/// <summary>Which terms are cleared.</summary>
/// <param name="Terms">The terms, verbatim.</param>
sealed record ClearRequest(string Terms);

/// <summary>What waits.</summary>
/// <param name="Takes">Takes that nobody but the desk may see yet, oldest first.</param>
/// <param name="Terms">Usage terms with words that were not understood, verbatim.</param>
sealed record WaitingAnswer(IReadOnlyList<WaitingTake> Takes, IReadOnlyList<string> Terms);

/// <summary>A take that is not out yet.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The take.</param>
/// <param name="NeedsPerson">Whether only a person can let it go.</param>
/// <param name="Embargo">Its embargo; empty when it has none that could be read.</param>
sealed record WaitingTake(string Story, int Take, bool NeedsPerson, string Embargo);

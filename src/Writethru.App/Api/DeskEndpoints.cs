using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Linking;
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
            .RequireAuthorization(Policies.SenderKey)
            .WithSummary("Kill a story. The reason is required and goes out with the notice.")
            .WithDescription("When it is answered, no path gives out any take of the story: 410 with the notice for "
                + "those who were sent one, 404 for everybody else. `substitute` says in the notice whether another "
                + "story will take its place; absent: it says nothing. Nothing may follow a kill. Where a kill needs "
                + "two (`WRITETHRU_Desk__KillNeedsTwo`) the first request holds the story at once and is answered 202; "
                + "the same from another principal of the desk kills it, with the first's reason unless it gives its "
                + "own. Again from the same: 409 `kill-needs-second`. A release ends the request. A publisher "
                + "kills a story that is all its own; one with copy of others is held and the desk is asked for the "
                + "kill: 202. Other stories are 404 to it.");
        desk.MapPost("/stories/{id}/takedown", TakedownAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Take a story down because the right to it ended.")
            .WithDescription("Closes every path as a kill does; cause and code (`story-taken-down`) say that it was "
                + "not wrong. The reason is required and goes out with the notice.");
        desk.MapPost("/stories/{id}/pictures/{number:int}/takedown", TakedownPictureAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Take one picture down because the right to it ended.")
            .WithDescription("`number` is its place in the story's newest copy, from 1; `take` may say which take that "
                + "is, then 409 when it is another by now. No take of the story shows the picture any more, earlier or "
                + "later ones; the newest copy goes out again without it, with the cause `refile` and the reason. "
                + "Other stories keep it.");
        desk.MapPost("/stories/{id}/hold", HoldAsync)
            .RequireAuthorization(Policies.SenderKey)
            .WithSummary("Hold a story: nobody but the desk has any take of it until it is released.")
            .WithDescription("Those who were sent a take get the hold in their streams, with the reason, and are "
                + "answered 404 `story-held` with the notice; for everybody else there is nothing. Takes that come in "
                + "meanwhile are filed and wait behind the hold (`pending`: `held`).");
        desk.MapPost("/stories/{id}/release", ReleaseAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("End the hold of a story; else let its waiting takes go, or set their embargo.")
            .WithDescription("Of a held story the newest copy goes out again, whole, as a take with the cause "
                + "`release`. What is under embargo or waits for a person stays so, and is filed anew behind the "
                + "release. A story that is neither held nor has a waiting take: 409.");
        desk.MapPost("/stories/{id}/embargo", EmbargoAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Give what of a story is not out yet another embargo.")
            .WithDescription("`until` absent or passed: none, and what does not wait for a person is out at once. An "
                + "earlier embargo than before needs a `reason`, a later one does not. What is out stays out: 409 "
                + "where nothing is under embargo or waits.");
        desk.MapPost("/stories/{id}/takes/{number:int}/unlink", UnlinkAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Say that the newest take of a story is not of that story.")
            .WithDescription("Its copy is filed as the first take of a new story, which is answered, and what comes "
                + "under the sender's identity continues that one. The story gets the copy before it back as its next "
                + "take, with the cause `refile` and a note that says so. Embargoes and what waits stay. 409 when the "
                + "take is not the newest, is all the copy there is, or the story is held, killed or taken down.");
        desk.MapGet("/waiting", GetWaiting)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("What waits for a person: notices that found no story, takes, embargoes, usage terms that "
                + "were not understood, held stories, kills without their second, and keys that an operator made.");
        desk.MapPost("/waiting/{position:long}/dismiss", DismissAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Say that a notice which found no story is done with.")
            .WithDescription("`position` is that of one of the `orphans` of `/v1/waiting`. The reason is required and "
                + "stays in the log; it goes out to nobody. Stories are stopped by their own verbs.");
        desk.MapPost("/terms/clear", ClearAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Clear usage terms that were not understood: the rules that were read stand.");
    }

    static async Task<Results<Created<FiledAnswer>, Accepted<KillAskedAnswer>, ProblemHttpResult>> KillAsync(
        HttpContext context, string id, KillBody request, Kill kill, Gate gate, CancellationToken cancel)
    {
        if (TooLong(request.Reason) is { } wrong)
            return wrong;
        var story = new StoryId(id);
        var by = Caller.IdOf(context);
        return await kill.RunAsync(story, request.Reason ?? "", request.Substitute, by, cancel) switch
        {
            StoryOutcome.Done done => TypedResults.Created($"/v1/stories/{story}",
                FiledAnswer.Of(done.Take, done.Position, gate.Now)),
            StoryOutcome.Asked asked => TypedResults.Accepted($"/v1/stories/{story}", new KillAskedAnswer(
                story.Value, asked.Hold.Number, asked.Position, gate.Now.Principals.LabelOf(by), MayConfirm(gate, by))),
            StoryOutcome.NeedsSecond needs => Problems.KillNeedsSecond(needs.Request, MayConfirm(gate, by)),
            StoryOutcome.Unexplained => NoReason(),
            StoryOutcome.Conflict conflict => Problems.Conflict(conflict.Reason),
            _ => Problems.StoryUnknown(story),
        };
    }

    /// <summary>The others of the desk, by name.</summary>
    static IReadOnlyList<string> MayConfirm(Gate gate, string by) => [.. gate.Now.Principals.All
        .Where(principal => principal is { Role: Role.Desk, IsRevoked: false } && principal.Id != by)
        .Select(principal => principal.Name).Order(StringComparer.Ordinal)];

    static Task<Results<Created<FiledAnswer>, ProblemHttpResult>> TakedownAsync(HttpContext context, string id,
        CloseRequest request, Takedown takedown, Gate gate, CancellationToken cancel) =>
        CloseAsync(id, request.Reason, gate, (story, reason) =>
            takedown.RunAsync(story, reason, Caller.IdOf(context), cancel));

    static Task<Results<Created<FiledAnswer>, ProblemHttpResult>> TakedownPictureAsync(HttpContext context, string id,
        int number, PictureRequest request, TakedownPicture takedown, Gate gate, CancellationToken cancel) =>
        CloseAsync(id, request.Reason, gate, (story, reason) =>
            takedown.RunAsync(story, number, request.Take, reason, Caller.IdOf(context), cancel));

    static Task<Results<Created<FiledAnswer>, ProblemHttpResult>> HoldAsync(HttpContext context, string id,
        CloseRequest request, Hold hold, Gate gate, CancellationToken cancel) =>
        CloseAsync(id, request.Reason, gate, (story, reason) => OwnStories.Knows(gate.Now, Caller.IdOf(context), story)
            ? hold.RunAsync(story, reason, Caller.IdOf(context), cancel)
            : Task.FromResult<StoryOutcome>(new StoryOutcome.Unknown()));

    /// <summary>What a takedown and a hold ask for, and how each is answered.</summary>
    static async Task<Results<Created<FiledAnswer>, ProblemHttpResult>> CloseAsync(string id, string? reason, Gate gate,
        Func<StoryId, string, Task<StoryOutcome>> verb)
    {
        if (TooLong(reason) is { } wrong)
            return wrong;
        if (string.IsNullOrWhiteSpace(reason))
            return NoReason();
        var story = new StoryId(id);
        return Answer(await verb(story, reason), gate, Problems.StoryUnknown(story));
    }

    internal static ProblemHttpResult? TooLong(string? reason) => reason?.Length > MaxReason
        ? Problems.BadParameter("reason", reason[..32] + "…", $"at most {MaxReason} characters")
        : null;

    static ProblemHttpResult NoReason() =>
        Problems.BadParameter("reason", "", "a sentence for the editors who must stop the story");
    /// <summary>How a verb that files a take is answered.</summary>
    internal static Results<Created<FiledAnswer>, ProblemHttpResult> Answer(StoryOutcome outcome, Gate gate,
        ProblemHttpResult unknown) => outcome switch
    {
        StoryOutcome.Done done => TypedResults.Created($"/v1/stories/{done.Take.Story}",
            FiledAnswer.Of(done.Take, done.Position, gate.Now)),
        StoryOutcome.Conflict conflict => Problems.Conflict(conflict.Reason),
        _ => unknown,
    };

    static async Task<Results<Created<FiledAnswer>, ProblemHttpResult>> UnlinkAsync(HttpContext context, string id,
        int number, Unlink unlink, Gate gate, CancellationToken cancel) =>
        Answer(await unlink.RunAsync(new StoryId(id), number, Caller.IdOf(context), cancel), gate, Problems.NotFound());

    static async Task<Results<Ok<FiledAnswer>, ProblemHttpResult>> ReleaseAsync(HttpContext context, string id,
        ReleaseRequest? request, Release release, Gate gate, CancellationToken cancel)
    {
        var embargo = Instant.Parse(request?.Embargo);
        if (!string.IsNullOrEmpty(request?.Embargo) && embargo is null)
            return Problems.BadParameter("embargo", request.Embargo,
                "an instant with a zone, such as 2026-11-25T06:00:00Z");
        var story = new StoryId(id);
        return await release.RunAsync(story, embargo, Caller.IdOf(context), cancel) switch
        {
            StoryOutcome.Done done => TypedResults.Ok(FiledAnswer.Of(done.Take, done.Position, gate.Now)),
            StoryOutcome.Conflict conflict => Problems.Conflict(conflict.Reason),
            _ => Problems.StoryUnknown(story),
        };
    }

    static async Task<Results<NoContent, ProblemHttpResult>> DismissAsync(HttpContext context, long position,
        CloseRequest request, DismissOrphan dismiss, CancellationToken cancel)
    {
        if (TooLong(request.Reason) is { } wrong)
            return wrong;
        if (string.IsNullOrWhiteSpace(request.Reason))
            return NoReason();
        return await dismiss.RunAsync(position, request.Reason, Caller.IdOf(context), cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();
    }

    static async Task<Results<Ok<FiledAnswer>, ProblemHttpResult>> EmbargoAsync(HttpContext context, string id,
        EmbargoRequest request, SetEmbargo embargo, Gate gate, CancellationToken cancel)
    {
        if (TooLong(request.Reason) is { } wrong)
            return wrong;
        var until = Instant.Parse(request.Until);
        if (until is null == (request.Lift is not true) || (request.Until is not null && until is null))
            return Problems.BadParameter("until", request.Until ?? "",
                "an instant with a zone, such as 2026-11-25T06:00:00Z; or else \"lift\": true");
        var story = new StoryId(id);
        return await embargo.RunAsync(story, until, request.Reason ?? "", Caller.IdOf(context), cancel) switch
        {
            StoryOutcome.Done done => TypedResults.Ok(FiledAnswer.Of(done.Take, done.Position, gate.Now)),
            StoryOutcome.Unexplained =>
                Problems.BadParameter("reason", "", "why the embargo shall end earlier than it did"),
            StoryOutcome.Conflict conflict => Problems.Conflict(conflict.Reason),
            _ => Problems.StoryUnknown(story),
        };
    }

    static Ok<WaitingAnswer> GetWaiting(Gate gate, SqliteLog log, KillRequests requests, Orphans orphans,
        TimeProvider clock)
    {
        var now = gate.Now;
        return TypedResults.Ok(new WaitingAnswer(
            [.. orphans.Open.Select(orphan => WaitingNotice.Of(orphan, clock.GetUtcNow()))],
            [.. now.Pending.OrderBy(take => take.Position).Select(take => new WaitingTake(take.Story.Value, take.Number,
                take.Waits, take.EmbargoedUntil is { } until ? Instant.Write(until) : ""))],
            [.. now.UnclearTerms.Order(StringComparer.Ordinal)],
            [.. now.HoldsAfter(0).Select(hold => log.Find(hold.Position)?.Entry).OfType<LogEntry.TakeFiled>()
                .Select(entry => HeldStory.Of(entry.Filed, now.HoldersOf(entry.Filed.Story)))],
            [.. requests.Open.Select(request => WaitingKill.Of(request, now.Principals))],
            [.. WaitingKey.Of(now.Principals, log.Clock.Read().Latest)]));
    }

    static async Task<Results<NoContent, ProblemHttpResult>> ClearAsync(HttpContext context, ClearRequest request,
        Clear clear, CancellationToken cancel) =>
        await clear.RunAsync(request.Terms, Caller.IdOf(context), cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();
}

/// <summary>Why a story is killed.</summary>
/// <param name="Reason">A sentence for editors; the second of two may leave it out.</param>
/// <param name="Substitute">Whether another story will take its place; absent: the notice does not say.</param>
sealed record KillBody(string? Reason, bool? Substitute);

/// <summary>A kill that was asked for and needs a second.</summary>
/// <param name="Story">The story, which is held from now on.</param>
/// <param name="Take">The hold that stops it.</param>
/// <param name="Position">Where the request stands in the log.</param>
/// <param name="AskedBy">Who asked, and cannot confirm.</param>
/// <param name="MayConfirm">The others of the desk; one of them must kill it too. Empty: add one.</param>
sealed record KillAskedAnswer(string Story, int Take, long Position, string AskedBy, IReadOnlyList<string> MayConfirm);

/// <summary>Why a story is held or taken down.</summary>
/// <param name="Reason">A sentence for editors.</param>
sealed record CloseRequest(string? Reason);

/// <summary>Why a picture is taken down.</summary>
/// <param name="Reason">A sentence for editors.</param>
/// <param name="Take">The take in which it was counted; absent: the newest, whatever it is.</param>
sealed record PictureRequest(string? Reason, int? Take);

/// <summary>How waiting takes go.</summary>
/// <param name="Embargo">Not before this instant; absent or empty: at once.</param>
sealed record ReleaseRequest(string? Embargo);

/// <summary>Another embargo.</summary>
/// <param name="Until">Not before this instant; absent only where it is lifted.</param>
/// <param name="Lift">True: none any more. Either this or an instant must be given.</param>
/// <param name="Reason">Why; required where that is earlier than before.</param>
sealed record EmbargoRequest(string? Until, bool? Lift, string? Reason);

/// <summary>Which terms are cleared.</summary>
/// <param name="Terms">The terms, verbatim.</param>
sealed record ClearRequest(string Terms);

/// <summary>What waits.</summary>
/// <param name="Orphans">Notices that stop a story and found none, oldest first.</param>
/// <param name="Takes">Takes that nobody but the desk may see yet, oldest first.</param>
/// <param name="Terms">Usage terms with words that were not understood, verbatim.</param>
/// <param name="Held">Stories on hold, the longest first.</param>
/// <param name="Kills">Kills that wait for a second of the desk, oldest first; their stories are held.</param>
/// <param name="Keys">Keys that an operator made and that open nothing until the desk confirms them.</param>
sealed record WaitingAnswer(IReadOnlyList<WaitingNotice> Orphans, IReadOnlyList<WaitingTake> Takes,
    IReadOnlyList<string> Terms, IReadOnlyList<HeldStory> Held, IReadOnlyList<WaitingKill> Kills,
    IReadOnlyList<WaitingKey> Keys);

/// <summary>A notice that found no story.</summary>
/// <param name="Position">Where it stands in the log; it is dismissed by it.</param>
/// <param name="At">When it came in.</param>
/// <param name="Publisher">Who sent it.</param>
/// <param name="Cause">What it says is to be done: kill, takedown or hold.</param>
/// <param name="Note">Its note to editors; empty when it has none.</param>
/// <param name="SenderId">The identity under which its story was looked for; empty when it names none.</param>
/// <param name="Slug">The slug; empty when it names none.</param>
/// <param name="Why">Why it stops nothing, and which stories it may mean; empty for a kill by identity.</param>
/// <param name="Old">Whether it came so long ago that no story is looked for under its slug any more.</param>
sealed record WaitingNotice(long Position, string At, string Publisher, string Cause, string Note, string SenderId,
    string Slug, string Why, bool Old)
{
    public static WaitingNotice Of(Orphan orphan, DateTimeOffset now) => new(orphan.Position, Instant.Write(orphan.At),
        orphan.Received.Publisher, Words.Of(orphan.Cause), orphan.Note, orphan.Notice.SenderId, orphan.Notice.Slug,
        orphan.Why, orphan.IsOld(now));
}

/// <summary>A story on hold.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The hold.</param>
/// <param name="At">Since when.</param>
/// <param name="Reason">Why.</param>
/// <param name="HeldBy">
/// Senders who withhold it, by name: what one of them sends as usable ends its own hold. Empty: the desk alone.
/// </param>
sealed record HeldStory(string Story, int Take, string At, string Reason, IReadOnlyList<string> HeldBy)
{
    public static HeldStory Of(FiledTake hold, IEnumerable<string> holders) =>
        new(hold.Story.Value, hold.Number, Instant.Write(hold.FiledAt), Hold.ReasonOf(hold),
            [.. holders.Where(holder => holder.Length > 0).Order(StringComparer.Ordinal)]);
}

/// <summary>A kill that waits for its second.</summary>
/// <param name="Story">The story.</param>
/// <param name="AskedBy">Who asked, and cannot confirm.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
sealed record WaitingKill(string Story, string AskedBy, string At, string Reason)
{
    public static WaitingKill Of(KillRequest request, KnownPrincipals names) =>
        new(request.Story.Value, names.LabelOf(request.By), Instant.Write(request.At), request.Reason);
}

/// <summary>A key that waits for the desk.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Key">What it is called.</param>
/// <param name="By">The operator who made it.</param>
/// <param name="At">When.</param>
sealed record WaitingKey(string Name, string Key, string By, string At)
{
    public static IEnumerable<WaitingKey> Of(KnownPrincipals all, DateTimeOffset latest) =>
        from who in all.All
        where !who.IsRevoked
        from key in who.Keys
        where key.IsUnconfirmed && !key.HasEndedAt(latest)
        orderby key.Made, who.Id
        select new WaitingKey(who.Name, key.Id, all.LabelOf(key.By), key.Made is { } at ? Instant.Write(at) : "");
}

/// <summary>A take that is not out yet.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The take.</param>
/// <param name="NeedsPerson">Whether only a person can let it go.</param>
/// <param name="Embargo">Its embargo; empty when it has none that could be read.</param>
sealed record WaitingTake(string Story, int Take, bool NeedsPerson, string Embargo);

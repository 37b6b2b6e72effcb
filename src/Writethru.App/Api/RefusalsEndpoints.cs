using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Receiving;
using Writethru.Formats.PictureFiles;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>What was received and made no take: listed, looked at, received again.</summary>
static class RefusalsEndpoints
{
    const int DefaultLimit = 100, MostRefusals = 1000;

    /// <summary>Entries that one answer looks at, so that a long log without refusals does not hold it up.</summary>
    const int MostEntries = 20_000;

    public static void MapRefusals(this IEndpointRouteBuilder app)
    {
        var refusals = app.MapGroup("/v1/refusals").WithTags("Desk");
        refusals.MapGet("", GetAll)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("What was received and made no take, newest first.")
            .WithDescription($"At most `limit` (default {DefaultLimit}, at most {MostRefusals}); a page may hold "
                + "fewer, and none. Go on with `next` as `before` until it is 0.");
        refusals.MapGet("/{position:long}", Get)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("The bytes of a refused item, verbatim, to be looked at or sent again.")
            .WithDescription("409 for bytes that repeat a take which was killed or taken down since: read that take.");
        refusals.MapPost("/{position:long}/replay", ReplayAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Receive the bytes of a refused item again, under the name of whoever sent them.")
            .WithDescription("Answered as POST /v1/items, with the same `story`, `slug`, `cause` and `embargo`: those "
                + "of the first time are not kept. Files that came along are not kept either. The refusal stays in the "
                + "log. 409 when the rights of the sender have ended: file them under your own name.")
            .Produces<FiledAnswer>(StatusCodes.Status201Created)
            .Produces<FiledAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    static Results<Ok<RefusalsAnswer>, ProblemHttpResult> GetAll(SqliteLog log, Gate gate, long? before, int? limit)
    {
        if (limit is < 1 or > MostRefusals)
            return Problems.BadParameter("limit", $"{limit}", $"1 to {MostRefusals}");
        if (before < 1)
            return Problems.BadParameter("before", $"{before}", "the 'next' of an earlier answer");
        List<RefusalAnswer> found = [];
        var next = Math.Min(before ?? long.MaxValue, log.Head + 1);
        foreach (var place in log.PlacesBack(next, MostEntries))
        {
            if (found.Count == (limit ?? DefaultLimit))
                break;
            next = place.Position;
            if (place.IsRefusal && log.Find(place.Position) is { } record
                && record.Entry is LogEntry.ItemRefused { Repeats.IsEmpty: true })
                found.Add(RefusalAnswer.Of(record, gate.Now.Principals));
        }
        return TypedResults.Ok(new RefusalsAnswer(found, next > 1 ? next : 0));
    }

    static IResult Get(long position, SqliteLog log, Gate gate)
    {
        if (log.Find(position)?.Entry is not LogEntry.ItemRefused refused
            || log.ReceivedBytes(position) is not { } bytes)
            return Problems.NotFound();
        return refused.Repeats.FirstOrDefault(repeat => gate.Now.IsKilled(repeat.Story)) is { } killed
            ? Problems.Conflict($"The bytes repeat take {killed.Number} of story {killed.Story}, which was killed or "
                + "taken down; read that take, with a reason.")
            : TypedResults.Bytes(bytes, "application/octet-stream", $"refusal-{position}");
    }

    static async Task<IResult> ReplayAsync(long position, SqliteLog log, Gate gate, Receive receive,
        ReceivePicture receivePicture, string? story, string? slug, string? cause, string? embargo,
        CancellationToken cancel)
    {
        if (ItemsEndpoints.WhyNot(story, slug, cause, embargo, idempotencyKey: null) is { } wrong)
            return wrong;
        if (log.Find(position)?.Entry is not LogEntry.ItemRefused { Received: var received }
            || log.ReceivedBytes(position) is not { } bytes)
            return Problems.NotFound();
        if (gate.Now.FindPrincipal(received.Publisher) is null)
            return Problems.Conflict($"The rights of {gate.Now.Principals.LabelOf(received.Publisher)}, who sent it, "
                + "have ended; file the bytes under your own name.");
        var item = ItemsEndpoints.Describe(received.Publisher, story, slug, cause, embargo, idempotencyKey: null) with
        {
            Bytes = bytes,
        };
        return ItemsEndpoints.Answer(received.Format == PictureFile.Name
            ? await receivePicture.RunAsync(item, cancel)
            : await receive.RunAsync(item, cancel), gate.Now);
    }
}

/// <summary>A page of what made no take.</summary>
/// <param name="Refusals">Newest first.</param>
/// <param name="Next">What to ask for as <c>before</c>; 0 when there is no more.</param>
sealed record RefusalsAnswer(IReadOnlyList<RefusalAnswer> Refusals, long Next);

/// <summary>Something that was received and made no take.</summary>
/// <param name="Position">Where it is kept.</param>
/// <param name="At">When it came.</param>
/// <param name="Publisher">Who sent it.</param>
/// <param name="Format">The format that it was read as.</param>
/// <param name="Item">Which item of its bytes it is, from 1.</param>
/// <param name="Bytes">How many bytes are kept.</param>
/// <param name="Remarks">Why; the last is the desk's.</param>
sealed record RefusalAnswer(long Position, string At, string Publisher, string Format, int Item, long Bytes,
    JsonArray Remarks)
{
    public static RefusalAnswer Of(LogRecord record, KnownPrincipals names)
    {
        var refused = (LogEntry.ItemRefused)record.Entry;
        return new RefusalAnswer(record.Position, Instant.Write(record.At), names.LabelOf(refused.Received.Publisher),
            refused.Received.Format, refused.Received.Item, refused.Received.Length, Problems.Remarks(refused.Remarks));
    }
}

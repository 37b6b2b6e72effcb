using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Who was sent what, and what subscribers say of it.</summary>
static class LedgerEndpoints
{
    const int MaxNote = 2000;

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/receipts", ReceiveAsync)
            .RequireAuthorization(Policies.ReceiverKey)
            .WithTags("Reading")
            .WithSummary("Say what became of a take that was sent to you.")
            .WithDescription("`outcome`: `confirmed` (you have it; of a kill or hold: you have done what it asks) or "
                + "`failed` (you could not; say why in `note`). May be sent again; the newest counts. A take that was "
                + "not sent to you: 404.");
        var desk = app.MapGroup("/v1/stories/{id}").WithTags("Desk");
        desk.MapGet("/deliveries", GetDeliveries)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("Why each subscriber got each take of a story, or not.")
            .WithDescription("`state`: failed, confirmed, received (asked to go on behind it), sent (the connection "
                + "took it), begun (recorded before its first byte), notAsked (may have it), withheld. `rule` is what "
                + "the gate says now. Filters: `subscriber`, `take`.");
        desk.MapGet("/recall", GetRecall)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("Whom the newest kill, takedown, hold or correction must reach, and how far it has come.")
            .WithDescription("Everyone to whom an earlier take was sent, entitled today or not: what was sent when, "
                + "when the notice went, whether it was confirmed. `unreachable`: its key was revoked. A story without "
                + "any of them: 409 `not-recalled`.");
    }

    static async Task<Results<NoContent, ProblemHttpResult>> ReceiveAsync(HttpContext context, ReceiptRequest request,
        Ledger ledger, CancellationToken cancel)
    {
        if (Words.Read<ReceiptOutcome>(request.Outcome) is not { } outcome)
            return Problems.BadParameter("outcome", request.Outcome ?? "", "confirmed or failed");
        if (request.Note?.Length > MaxNote)
            return Problems.BadParameter("note", request.Note[..32] + "…", $"at most {MaxNote} characters");
        var receipt = new Receipt(new StoryId(request.Story ?? ""), request.Take ?? 0, Caller.IdOf(context), outcome,
            request.Note ?? "");
        return await ledger.ReceiveAsync(receipt, cancel) ? TypedResults.NoContent() : Problems.NotFound();
    }

    static Results<Ok<DeliveriesAnswer>, ProblemHttpResult> GetDeliveries(string id, string? subscriber, int? take,
        Deliveries deliveries, Gate gate)
    {
        if (take < 1)
            return Problems.BadParameter("take", $"{take}", "a take's number, from 1");
        var outcomes = deliveries.Of(new StoryId(id),
            subscriber is null ? null : gate.Now.Principals.Resolve(subscriber)?.Id ?? subscriber, take);
        return outcomes.Count > 0
            ? TypedResults.Ok(new DeliveriesAnswer(id, [.. outcomes.Select(DeliveryAnswer.Of)]))
            : Problems.NotFound();
    }

    static Results<Ok<RecallAnswer>, ProblemHttpResult> GetRecall(string id, Deliveries deliveries) =>
        !deliveries.Knows(new StoryId(id)) ? Problems.StoryUnknown(new StoryId(id))
        : deliveries.Recall(new StoryId(id)) is { } recall ? TypedResults.Ok(RecallAnswer.Of(recall))
        : Problems.NotRecalled(new StoryId(id));
}

/// <summary>What became of a take.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The take.</param>
/// <param name="Outcome">confirmed or failed.</param>
/// <param name="Note">In your words; at most 2,000 characters.</param>
sealed record ReceiptRequest(string? Story, int? Take, string? Outcome, string? Note);

/// <summary>What became of the takes of a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Deliveries">Each take for each subscriber, by take, then by name.</param>
sealed record DeliveriesAnswer(string Story, IReadOnlyList<DeliveryAnswer> Deliveries);

/// <summary>What became of a take for one subscriber.</summary>
/// <param name="Take">The take.</param>
/// <param name="Cause">Why it exists.</param>
/// <param name="Subscriber">Name of the subscriber.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reason">Why the gate withholds it now; empty when it does not.</param>
/// <param name="Rule">The rule that decides now, in words.</param>
/// <param name="Clauses">The clauses of usage terms that keep the take, or pictures of it, from it now.</param>
/// <param name="Sends">Each way in which it left.</param>
/// <param name="Receipts">What the subscriber said.</param>
sealed record DeliveryAnswer(int Take, string Cause, string Subscriber, string State, string Reason, string Rule,
    IReadOnlyList<ClauseAnswer> Clauses, IReadOnlyList<SendAnswer> Sends, IReadOnlyList<ReceiptAnswer> Receipts)
{
    public static DeliveryAnswer Of(DeliveryOutcome outcome) => new(outcome.Take.Number, Words.Of(outcome.Take.Cause),
        outcome.Subscriber, Words.Of(outcome.State),
        outcome.Now.Decision is Decision.Withhold withhold ? Words.Of(withhold.Reason) : "", outcome.Now.Rule,
        [.. ClauseAnswer.Of(outcome.Now)],
        [.. outcome.Sends.Select(SendAnswer.Of)], [.. outcome.Receipts.Select(ReceiptAnswer.Of)]);
}

/// <summary>A clause of usage terms that keeps something from a subscriber.</summary>
/// <param name="Picture">Number of the picture, from 1; 0: the whole item.</param>
/// <param name="Reason">Why.</param>
/// <param name="Kind">Kind of the rule; empty where no rule decides.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Words">The words of the terms that say so, or that were not understood.</param>
/// <param name="Against">What of the contract or of the time they are held against.</param>
sealed record ClauseAnswer(int Picture, string Reason, string Kind, string Rule, string Words, string Against)
{
    public static IEnumerable<ClauseAnswer> Of(Explanation explanation) =>
        explanation.Pictures.Index().Select(picture => (Number: picture.Index + 1, Clause: picture.Item))
            .Prepend((Number: 0, Clause: explanation.Item))
            .Where(found => found.Clause is not null)
            .Select(found => Of(found.Number, found.Clause!));

    public static ClauseAnswer Of(int picture, DecidingClause clause) => new(picture, Copy.Words.Of(clause.Reason),
        clause.Kind, clause.Rule, clause.Words, clause.Against);
}

/// <summary>A take that left.</summary>
/// <param name="Take">The take.</param>
/// <param name="Path">feed, live, story or page.</param>
/// <param name="Begun">When it was recorded, before the first byte.</param>
/// <param name="Sent">When the connection had taken the last byte; empty when that is not known.</param>
/// <param name="Received">When the subscriber asked to go on behind it; empty when it has not.</param>
sealed record SendAnswer(int Take, string Path, string Begun, string Sent, string Received)
{
    public static SendAnswer Of(Send send) => new(send.Number, Words.Of(send.Path), Instant.Write(send.Begun),
        Write(send.Sent), Write(send.Received));

    static string Write(DateTimeOffset? at) => at is { } instant ? Instant.Write(instant) : "";
}

/// <summary>What a subscriber said.</summary>
/// <param name="Outcome">confirmed or failed.</param>
/// <param name="At">When.</param>
/// <param name="Note">In its words.</param>
sealed record ReceiptAnswer(string Outcome, string At, string Note)
{
    public static ReceiptAnswer Of(Receipt receipt) =>
        new(Words.Of(receipt.Outcome), Instant.Write(receipt.At), receipt.Note);
}

/// <summary>Whom a notice must reach.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The take that is the notice.</param>
/// <param name="Cause">kill, takedown, hold or correction.</param>
/// <param name="FiledAt">When it was filed, and the gate closed.</param>
/// <param name="Text">What it says.</param>
/// <param name="Recipients">Everyone to whom an earlier take was sent, by name.</param>
sealed record RecallAnswer(string Story, int Take, string Cause, string FiledAt, string Text,
    IReadOnlyList<RecallRecipientAnswer> Recipients)
{
    public static RecallAnswer Of(Recall recall) => new(recall.Notice.Story.Value, recall.Notice.Number,
        Words.Of(recall.Notice.Cause), Instant.Write(recall.Notice.FiledAt), recall.Notice.Take.Advisory?.Text ?? "",
        [.. recall.Recipients.Select(RecallRecipientAnswer.Of)]);
}

/// <summary>One whom a notice must reach.</summary>
/// <param name="Subscriber">Name of the subscriber.</param>
/// <param name="State">How far the notice has come.</param>
/// <param name="Rule">Why it may have it, or not.</param>
/// <param name="Sent">The takes that were sent to it.</param>
/// <param name="Told">How the notice went.</param>
/// <param name="Receipts">What it said of the notice.</param>
sealed record RecallRecipientAnswer(string Subscriber, string State, string Rule, IReadOnlyList<SendAnswer> Sent,
    IReadOnlyList<SendAnswer> Told, IReadOnlyList<ReceiptAnswer> Receipts)
{
    public static RecallRecipientAnswer Of(RecallRecipient recipient) => new(recipient.Subscriber,
        Words.Of(recipient.State), recipient.Rule, [.. recipient.Sent.Select(SendAnswer.Of)],
        [.. recipient.Told.Select(SendAnswer.Of)], [.. recipient.Receipts.Select(ReceiptAnswer.Of)]);
}

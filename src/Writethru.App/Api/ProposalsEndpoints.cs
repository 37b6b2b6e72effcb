using System.Buffers;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Reading.Parts;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Takes that may belong to another story than the one they opened.</summary>
static class ProposalsEndpoints
{
    /// <summary>Most that one answer lists.</summary>
    const int Most = 500;

    public static void MapProposals(this IEndpointRouteBuilder app)
    {
        var proposals = app.MapGroup("/v1/proposals").WithTags("Desk");
        proposals.MapGet("", GetAll)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("Takes that may belong to another story, and parts of editions, newest first.")
            .WithDescription($"At most {Most} of each. `kind` is `link`, or `partial` for an add, insert or sub: "
                + "`story` and `take` are then those that it is for, `part` has its text, and where it says that it "
                + "belongs. `likeness.score` is the sum of weight by value of its `reasons`; `doubt` says why it was "
                + "not linked: lowScore, severalStories, stopped, otherIdentity, otherDay, earlierEdition, kill, "
                + "otherCopy. `order` has the newest copy of either story, and what accepting would do now: next (its "
                + "copy becomes the next take), behind (the other story has newer copy: no take is filed), none (409). "
                + "A proposal is listed until somebody accepts or rejects it, for 7 days at most.");
        proposals.MapPost("/{id}/accept", AcceptAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Say that the story which the take opened continues the other one.")
            .WithDescription("Its newest copy is filed as the next take of the other story, under whatever embargo "
                + "binds either of the two, unless the other story has newer copy: that stays the newest, and the "
                + "answer names it. What comes for it from then on continues the other one, and a kill, takedown, hold "
                + "or release of one is one of both. Its own takes stay. 409 when either of them is held, killed or "
                + "taken down, or it was joined before. Undone by unlinking the take.");
        proposals.MapPost("/{id}/reject", RejectAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary(
                "Say that the take does not belong to that story, or that the part is done with. Nothing moves.");
        proposals.MapGet("/{id}/draft", GetDraftAsync)
            .RequireAuthorization(Policies.Desk)
            .WithSummary("The take with a part worked into it, made by machine, for a person to read and file.")
            .WithDescription("In the format asked for, with a note that says it was made by machine; nothing is filed. "
                + "Header Writethru-Follows has the number for If-Match. 409 where the part does not say where it "
                + "belongs.");
    }

    static Ok<IEnumerable<ProposalAnswer>> GetAll(Proposals proposals, AcceptLink accept) => TypedResults.Ok(
        proposals.Open.Reverse().Take(Most).Select(proposal => ProposalAnswer.Of(proposal, accept.OrderOf(proposal)))
            .Concat(proposals.Parts.Reverse().Take(Most).Select(ProposalAnswer.Of))
            .OrderByDescending(answer => answer.At, StringComparer.Ordinal).AsEnumerable());

    static async Task<IResult> GetDraftAsync(HttpContext context, string id, string? format, Proposals proposals,
        Outlet outlet, Ledger ledger, Gate gate, TimeProvider clock, CancellationToken cancel)
    {
        var name = Caller.IdOf(context);
        if (FeedEndpoints.FormatFor(gate, name, format) is not { } wireFormat)
            return Problems.FormatUnknown(format ?? "");
        if (proposals.FindPart(id) is not { } part
            || await outlet.FindAsync(Caller.SendingTo(context, ledger, SendPath.Story), part.Of.Story, part.Of.Number,
                cancel) is not StoryAnswer.Found { Take.Filed: var before })
            return Problems.NotFound();
        if (PartDraft.Of(before.Take, before.Number, part.Part) is not { } draft)
            return Problems.Conflict("The part does not say where in the take it belongs; a person must.");
        var output = new ArrayBufferWriter<byte>(4096);
        wireFormat.Write(before with
        {
            Number = before.Number + 1,
            Cause = Cause.Development,
            FiledAt = clock.GetUtcNow(),
            Take = draft,
        }, TakeReader.Read(draft, received: null), FeedEndpoints.ChannelOf(gate, name), output);
        context.Response.Headers["Writethru-Story"] = before.Story.Value;
        context.Response.Headers["Writethru-Follows"] = $"{before.Number}";
        context.Response.Headers["Writethru-Draft"] = "machine";
        return TypedResults.Bytes(output.WrittenMemory, wireFormat.MediaType);
    }

    static async Task<Results<Created<FiledAnswer>, ProblemHttpResult>> AcceptAsync(HttpContext context, string id,
        AcceptLink accept, Gate gate, CancellationToken cancel) =>
        DeskEndpoints.Answer(await accept.RunAsync(id, Caller.IdOf(context), cancel), gate, Problems.NotFound());

    static async Task<Results<NoContent, ProblemHttpResult>> RejectAsync(HttpContext context, string id,
        RejectLink reject, CancellationToken cancel) =>
        await reject.RunAsync(id, Caller.IdOf(context), cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();
}

/// <summary>A take that may belong to another story, or a part for a take.</summary>
/// <param name="Id">What it is accepted or rejected by.</param>
/// <param name="Kind"><c>link</c> or <c>partial</c>.</param>
/// <param name="At">When the take was filed, or the part came in.</param>
/// <param name="Story">The story that the take opened; of a part, the story that it is for.</param>
/// <param name="Take">The take's number in it; of a part, the take that it is for.</param>
/// <param name="Headline">Its headline; empty when it has none.</param>
/// <param name="Likeness">The other story; absent for a part.</param>
/// <param name="Part">The part; absent for a take.</param>
sealed record ProposalAnswer(string Id, string Kind, string At, string Story, int Take, string Headline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LikenessAnswer? Likeness,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PartAnswer? Part)
{
    /// <summary>Which of the two stories has the newer copy, and what accepting would do; absent for a part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrderAnswer? Order { get; init; }

    public static ProposalAnswer Of(Proposal proposal, LinkOrder? order) => new(proposal.Id, "link",
        Instant.Write(proposal.At), proposal.Story.Value, proposal.Number, proposal.Headline,
        LikenessAnswer.Of(proposal.Link), null)
    {
        Order = order is null ? null : OrderAnswer.Of(order),
    };

    public static ProposalAnswer Of(PartProposal part) => new(part.Id, "partial", Instant.Write(part.At),
        part.Of.Story.Value, part.Of.Number, part.Part.Headline, null, PartAnswer.Of(part));
}

/// <summary>The newest copy of two stories, and what becomes of it.</summary>
/// <param name="Take">Number of the newest copy of the story that the take opened.</param>
/// <param name="TakeAt">When it was filed.</param>
/// <param name="Other">Number of the newest copy of the other story.</param>
/// <param name="OtherAt">When it was filed.</param>
/// <param name="Newer"><c>take</c> or <c>other</c>.</param>
/// <param name="Accept">What accepting would do: <c>next</c>, <c>behind</c> or <c>none</c>.</param>
sealed record OrderAnswer(int Take, string TakeAt, int Other, string OtherAt, string Newer, string Accept)
{
    public static OrderAnswer Of(LinkOrder order) => new(order.Take.Number, Instant.Write(order.Take.FiledAt),
        order.Other.Number, Instant.Write(order.Other.FiledAt), order.IsOtherNewer ? "other" : "take",
        order.Effect.ToString().ToLowerInvariant());
}

/// <summary>A part of an edition.</summary>
/// <param name="Signal">What is to be done with it: add, insert, sub or delta.</param>
/// <param name="Label">Its label as printed; empty when it has none.</param>
/// <param name="Place">Where it says that it belongs; absent when it does not say: then there is no draft.</param>
/// <param name="Text">Its paragraphs, an empty line between them.</param>
/// <param name="Refusal">Where its bytes lie: <c>GET /v1/refusals/N</c>.</param>
sealed record PartAnswer(string Signal, string Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Place, string Text, long Refusal)
{
    public static PartAnswer Of(PartProposal part) => new(Words.Of(part.Part.Signal), part.Part.Series,
        PartPlace.Of(part.Part)?.ToString(), string.Join("\n\n", part.Part.Body.Select(paragraph => paragraph.Text)),
        part.Position);
}

/// <summary>A story whose copy is like that of a take.</summary>
/// <param name="Story">The story.</param>
/// <param name="Take">The take of it that was compared.</param>
/// <param name="Score">0 to 1: the sum of weight by value of the reasons.</param>
/// <param name="Doubt">Why it was not linked; absent when it was.</param>
/// <param name="Reasons">What was compared; empty when the sender named the story.</param>
sealed record LikenessAnswer(string Story, int Take, double Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Doubt,
    IReadOnlyList<ReasonAnswer> Reasons)
{
    public static LikenessAnswer Of(StoryLink link) => new(link.Story.Value, link.Number, link.Likelihood.Score,
        link.Doubt is { } doubt ? Words.Of(doubt) : null,
        [.. link.Likelihood.Reasons.Select(reason =>
            new ReasonAnswer(Words.Of(reason.Feature), reason.Weight, reason.Value))]);
}

/// <summary>One thing that was compared.</summary>
/// <param name="Name">words, headline, names, place, series, permalink, slug, number, identity, file or time.</param>
/// <param name="Weight">What it counts for.</param>
/// <param name="Value">How alike, 0 to 1.</param>
sealed record ReasonAnswer(string Name, double Weight, double Value);

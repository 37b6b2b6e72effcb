using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
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
            .WithSummary("Takes that may belong to another story, newest first.")
            .WithDescription($"At most {Most}. `likeness.score` is the sum of weight by value of its `reasons`; `doubt` says "
                + "why it was not linked: lowScore, severalStories, killed, otherIdentity, otherDay, earlierEdition, kill. "
                + "A proposal is listed until somebody accepts or rejects it, for 7 days at most.");
        proposals.MapPost("/{id}/accept", AcceptAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Say that the story which the take opened continues the other one.")
            .WithDescription("Its newest copy is filed as the next take of the other story, under whatever embargo binds "
                + "either of the two; what comes for it from then on continues the other one, and a kill, takedown, hold or "
                + "release of one is one of both. Its own takes stay. 409 when either of them is held, killed or taken down, or "
                + "it was joined before. Undone by unlinking the take.");
        proposals.MapPost("/{id}/reject", RejectAsync)
            .RequireAuthorization(Policies.DeskKey)
            .WithSummary("Say that the take does not belong to that story. It stays where it is.");
    }

    static Ok<IEnumerable<ProposalAnswer>> GetAll(Proposals proposals) =>
        TypedResults.Ok(proposals.Open.Reverse().Take(Most).Select(ProposalAnswer.Of));

    static async Task<Results<Created<FiledAnswer>, ProblemHttpResult>> AcceptAsync(HttpContext context, string id,
        AcceptLink accept, Gate gate, CancellationToken cancel) =>
        DeskEndpoints.Answer(await accept.RunAsync(id, Caller.NameOf(context), cancel), gate, Problems.NotFound());

    static async Task<Results<NoContent, ProblemHttpResult>> RejectAsync(HttpContext context, string id,
        RejectLink reject, CancellationToken cancel) =>
        await reject.RunAsync(id, Caller.NameOf(context), cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();
}

/// <summary>A take that may belong to another story.</summary>
/// <param name="Id">What it is accepted or rejected by.</param>
/// <param name="At">When the take was filed.</param>
/// <param name="Story">The story that the take opened.</param>
/// <param name="Take">The take's number in it.</param>
/// <param name="Headline">Its headline; empty when it has none.</param>
/// <param name="Likeness">The other story.</param>
sealed record ProposalAnswer(string Id, string At, string Story, int Take, string Headline, LikenessAnswer Likeness)
{
    public static ProposalAnswer Of(Proposal proposal) => new(proposal.Id, Instant.Write(proposal.At),
        proposal.Story.Value, proposal.Number, proposal.Headline, LikenessAnswer.Of(proposal.Link));
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
/// <param name="Name">words, headline, names, place or series.</param>
/// <param name="Weight">What it counts for.</param>
/// <param name="Value">How alike, 0 to 1.</param>
sealed record ReasonAnswer(string Name, double Weight, double Value);

using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>The people of the desk: added, listed, revoked, signed in.</summary>
static class DesksEndpoints
{
    public static void MapDesks(this IEndpointRouteBuilder app)
    {
        var desks = app.MapGroup("/v1/desks").WithTags("Desk");
        desks.MapGet("", GetAll).RequireAuthorization(Policies.Operator).WithSummary("Everybody of the desk.");
        desks.MapPost("", AddAsync).RequireAuthorization(Policies.DeskKey)
            .WithSummary("Add somebody to the desk. The key is in this answer and nowhere else.");
        desks.MapPost("/{name}/revoke", RevokeAsync).RequireAuthorization(Policies.DeskKey)
            .WithSummary("End somebody's rights at once. The last of the desk cannot be revoked: 409 `desk-last`.");
        desks.MapPost("/{name}/link", IssueLink).RequireAuthorization(Policies.DeskKey)
            .WithSummary("A one-time link that signs a person in to the desk, good for 24 hours.");
    }

    static Ok<IEnumerable<DeskAnswer>> GetAll(Gate gate) => TypedResults.Ok(gate.Now.Principals.All
        .Where(principal => principal.Role == Role.Desk)
        .OrderBy(principal => principal.Name, StringComparer.Ordinal)
        .Select(principal => DeskAnswer.Of(principal, null)));

    static async Task<Results<Created<DeskAnswer>, ProblemHttpResult>> AddAsync(HttpContext context,
        DeskRequest request, Principals principals, CancellationToken cancel)
    {
        if (!Principals.IsWellFormed(request.Name))
            return Problems.BadParameter("name", request.Name, "1 to 64 letters, digits, '-', '_' or '.'");
        if (request.WithoutTerms is not (null or DeskAnswer.Deliver or DeskAnswer.Withhold))
            return Problems.BadParameter("withoutTerms", request.WithoutTerms,
                $"{DeskAnswer.Deliver} or {DeskAnswer.Withhold}");
        var desk = new Principal
        {
            Name = request.Name,
            Role = Role.Desk,
            WithholdsWithoutTerms = request.WithoutTerms == DeskAnswer.Withhold,
        };
        return await principals.AddAsync(desk, Caller.IdOf(context), cancel) is { } key
            ? TypedResults.Created($"/v1/desks/{desk.Name}", DeskAnswer.Of(desk, key))
            : Problems.NameTaken(desk.Name);
    }

    internal static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(HttpContext context, string name,
        Principals principals, CancellationToken cancel) =>
        await principals.RevokeDeskAsync(name, Caller.IdOf(context), cancel) switch
        {
            DeskRevocation.Revoked => TypedResults.NoContent(),
            DeskRevocation.IsLast => Problems.LastDesk(name),
            _ => Problems.NotFound(),
        };

    static Results<Created<LinkAnswer>, ProblemHttpResult> IssueLink(HttpContext context, string name,
        SignInLinks links, OwnAddress address, Gate gate) => gate.Now.Principals.FindByName(name) is { Role: Role.Desk }
            ? SubscribersEndpoints.IssueLink(context, name, links, address, gate)
            : Problems.NotFound();
}

/// <summary>Somebody to be added to the desk.</summary>
/// <param name="Name">Unique name; a person's, for it stands beside what that person does.</param>
/// <param name="WithoutTerms">
/// What becomes of pictures that it sends without usage terms: deliver, or withhold until they have some. Default
/// deliver.
/// </param>
sealed record DeskRequest(string Name, string? WithoutTerms);

/// <summary>Somebody of the desk.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="WithoutTerms">What becomes of pictures that it sends without usage terms: deliver or withhold.</param>
/// <param name="Revoked">Whether its rights have ended.</param>
/// <param name="Key">Its key, in the answer that made it and never again.</param>
sealed record DeskAnswer(string Name, string WithoutTerms, bool Revoked, string? Key)
{
    public const string Deliver = "deliver", Withhold = "withhold";

    public static DeskAnswer Of(Principal principal, string? key) => new(principal.Name,
        principal.WithholdsWithoutTerms ? Withhold : Deliver, principal.IsRevoked, key);
}

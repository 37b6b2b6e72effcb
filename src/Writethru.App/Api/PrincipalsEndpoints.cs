using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>Everybody who has a key: publishers, operators, the desk, subscribers.</summary>
static class PrincipalsEndpoints
{
    public static void MapPrincipals(this IEndpointRouteBuilder app)
    {
        var principals = app.MapGroup("/v1/principals").WithTags("Access");
        principals.MapGet("", GetAll).RequireAuthorization(Policies.Operator)
            .WithSummary("Everybody, with their keys: when each was made, ends, and was used last.")
            .WithDescription("Keys are named by the first eight digits of their SHA-256. `lastUsed` is kept in memory: "
                + "empty when a key was not used since the server started.");
        principals.MapPost("", AddAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("Add a publisher, an operator, or somebody to the desk. The key is in this answer alone.")
            .WithDescription("`role`: publisher (files, corrects, holds and kills its own), operator (principals, "
                + "keys, clock; no copy) or desk, whom only the desk adds. A name that was revoked may be given again: "
                + "to another, who has nothing of the first. Subscribers go to /v1/subscribers. Keys that an operator "
                + "makes open nothing until the desk confirms them.");
        principals.MapPost("/{name}/revoke", RevokeAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("End somebody's rights at once, and for good. Not the last of the desk's: 409 `desk-last`.");
        principals.MapPost("/{name}/link", SubscribersEndpoints.IssueLink).RequireAuthorization(Policies.DeskKey)
            .WithSummary("A one-time link that signs a person in, good for 24 hours. Operators have no pages: 404.");
        app.MapKeys();
    }

    static Ok<IEnumerable<PrincipalAnswer>> GetAll(Gate gate, KeyUse use) => TypedResults.Ok(gate.Now.Principals.All
        .OrderBy(principal => principal.Id, StringComparer.Ordinal)
        .Select(principal => PrincipalAnswer.Of(principal, use, gate.Now.Principals, null)));

    static async Task<Results<Created<PrincipalAnswer>, ProblemHttpResult>> AddAsync(HttpContext context,
        PrincipalRequest request, Principals principals, Gate gate, KeyUse use, CancellationToken cancel)
    {
        if (!Principals.IsWellFormed(request.Name))
            return Problems.BadParameter("name", request.Name, "1 to 64 letters, digits, '-', '_' or '.'");
        if (Words.Read<Role>(request.Role) is not { } role || role == Role.Subscriber)
            return Problems.BadParameter("role", request.Role ?? "", "publisher, operator or desk");
        if (request.WithoutTerms is not (null or DeskAnswer.Deliver or DeskAnswer.Withhold))
            return Problems.BadParameter("withoutTerms", request.WithoutTerms,
                $"{DeskAnswer.Deliver} or {DeskAnswer.Withhold}");
        var wanted = new Principal
        {
            Name = request.Name,
            Role = role,
            WithholdsWithoutTerms = request.WithoutTerms == DeskAnswer.Withhold,
        };
        return await principals.AddAsync(wanted, new RightsChange(), Caller.IdOf(context), cancel) is { } added
            ? TypedResults.Created($"/v1/principals/{wanted.Name}",
                PrincipalAnswer.Of(added.Principal, use, gate.Now.Principals, added.Key))
            : Problems.NameTaken(wanted.Name);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(HttpContext context, string name,
        Principals principals, Gate gate, CancellationToken cancel)
    {
        if (gate.Now.Principals.FindByName(name) is { Role: Role.Desk })
            return await DesksEndpoints.RevokeAsync(context, name, principals, cancel);
        return await principals.RevokeAsync(name, Caller.IdOf(context), cancel)
            ? TypedResults.NoContent()
            : Problems.NotFound();
    }
}

/// <summary>Somebody to be added.</summary>
/// <param name="Name">What it is called; nobody else bears the name.</param>
/// <param name="Role">publisher, operator or desk.</param>
/// <param name="WithoutTerms">
/// What becomes of pictures that it sends without usage terms: deliver, or withhold until they have some. Default
/// deliver.
/// </param>
sealed record PrincipalRequest(string Name, string? Role, string? WithoutTerms);

/// <summary>Somebody who has a key.</summary>
/// <param name="Id">Who it is, for good.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Role">subscriber, desk, publisher or operator.</param>
/// <param name="Revoked">Whether its rights have ended.</param>
/// <param name="Keys">Its keys, oldest first.</param>
/// <param name="Key">Its key, in the answer that made it and never again.</param>
sealed record PrincipalAnswer(string Id, string Name, string Role, bool Revoked, IReadOnlyList<KeyAnswer> Keys,
    string? Key)
{
    public static PrincipalAnswer Of(Principal principal, KeyUse use, KnownPrincipals names, string? key) => new(
        principal.Id, principal.Name, Words.Of(principal.Role), principal.IsRevoked,
        [.. principal.Keys.Select(each => KeyAnswer.Of(each, use, names))], key);
}

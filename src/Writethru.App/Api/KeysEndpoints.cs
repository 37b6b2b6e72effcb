using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Api;

/// <summary>The keys of a principal, which stays who it is whatever keys it has.</summary>
static class KeysEndpoints
{
    /// <summary>A month: whoever needs longer has two keys, and says so.</summary>
    internal static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(31);

    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/v1/principals/{name}/keys").WithTags("Access");
        keys.MapPost("", AddAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("Make another key beside those that there are. It is in this answer and nowhere else.");
        keys.MapPost("/rotate", RotateAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("Make a key in place of all others, which end after `overlap` seconds. Default 0: at once.")
            .WithDescription("A lost key is replaced so: cursors, ledger and notices go on, for whose it is stays.");
        keys.MapPost("/{key}/expire", ExpireAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("Say when a key ends; without `at` it does not end by itself.");
        keys.MapPost("/{key}/revoke", RevokeAsync).RequireAuthorization(Policies.OperatorKey)
            .WithSummary("End a key at once, and the streams opened by it. The desk's last: 409 `desk-last`.");
        keys.MapPost("/{key}/confirm", ConfirmAsync).RequireAuthorization(Policies.DeskKey)
            .WithSummary("Confirm a key that an operator made: until then it opens nothing.");
    }

    static async Task<Results<Created<NewKeyAnswer>, ProblemHttpResult>> AddAsync(HttpContext context, string name,
        KeyRequest? request, PrincipalKeys keys, CancellationToken cancel) => Wrong(request?.At) is { } wrong
            ? wrong
            : Answer(name, await keys.AddAsync(name, Instant.Parse(request?.At), Caller.IdOf(context), cancel));

    static async Task<Results<Created<NewKeyAnswer>, ProblemHttpResult>> RotateAsync(HttpContext context, string name,
        RotateRequest? request, PrincipalKeys keys, CancellationToken cancel)
    {
        var seconds = request?.Overlap ?? 0;
        return seconds >= 0 && seconds <= LongestOverlap.TotalSeconds
            ? Answer(name, await keys.RotateAsync(
                name, TimeSpan.FromSeconds(seconds), Caller.IdOf(context), cancel))
            : Problems.BadParameter("overlap", $"{seconds}", $"seconds, 0 to {LongestOverlap.TotalSeconds}");
    }

    static async Task<Results<NoContent, ProblemHttpResult>> ExpireAsync(HttpContext context, string name, string key,
        KeyRequest? request, PrincipalKeys keys, CancellationToken cancel) => Wrong(request?.At) is { } wrong
            ? wrong
            : Answer(await keys.ExpireAsync(name, key, Instant.Parse(request?.At), Caller.IdOf(context), cancel));

    static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(HttpContext context, string name, string key,
        PrincipalKeys keys, CancellationToken cancel) =>
        Answer(await keys.RevokeAsync(name, key, Caller.IdOf(context), cancel));

    static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(HttpContext context, string name, string key,
        PrincipalKeys keys, CancellationToken cancel) =>
        Answer(await keys.ConfirmAsync(name, key, Caller.IdOf(context), cancel));

    static ProblemHttpResult? Wrong(string? at) => string.IsNullOrEmpty(at) || Instant.Parse(at) is not null
        ? null
        : Problems.BadParameter("at", at, "an instant with a zone, such as 2026-12-25T06:00:00Z");

    static Results<Created<NewKeyAnswer>, ProblemHttpResult> Answer(string name, AddedKey? added) => added is null
        ? Problems.NotFound()
        : TypedResults.Created($"/v1/principals/{name}/keys/{added.Made.Id}",
            new NewKeyAnswer(added.Made.Id, added.Key));

    static Results<NoContent, ProblemHttpResult> Answer(KeyOutcome outcome) => outcome switch
    {
        KeyOutcome.Changed => TypedResults.NoContent(),
        KeyOutcome.IsLast => Problems.LastKey(),
        _ => Problems.NotFound(),
    };
}

/// <summary>When a key ends.</summary>
/// <param name="At">From this instant on; absent or empty: not by itself.</param>
sealed record KeyRequest(string? At);

/// <summary>How keys are replaced.</summary>
/// <param name="Overlap">How many seconds the others stay good, at most 31 days. Default 0.</param>
sealed record RotateRequest(double? Overlap);

/// <summary>A key that was made.</summary>
/// <param name="Id">What it is called in lists.</param>
/// <param name="Key">The key, in this answer and never again.</param>
sealed record NewKeyAnswer(string Id, string Key);

/// <summary>A key, without the key.</summary>
/// <param name="Id">What it is called: the first eight digits of its SHA-256.</param>
/// <param name="Made">When it was made; empty for a key from before that was kept.</param>
/// <param name="Expires">From when on it is good no more; empty: without end.</param>
/// <param name="LastUsed">When it was used last; empty when not since the server started.</param>
/// <param name="Revoked">Whether somebody ended it.</param>
/// <param name="By">Who made it; empty: the machine's owner, or from before that was kept.</param>
/// <param name="Unconfirmed">Whether an operator made it and the desk has not confirmed it: it opens nothing.</param>
sealed record KeyAnswer(string Id, string Made, string Expires, string LastUsed, bool Revoked, string By,
    bool Unconfirmed)
{
    public static KeyAnswer Of(ApiKey key, KeyUse use, KnownPrincipals names) => new(key.Id, Write(key.Made),
        Write(key.Expires), Write(use.Find(key.Hash)), key.IsRevoked, names.LabelOf(key.By), key.IsUnconfirmed);

    static string Write(DateTimeOffset? at) => at is { } instant ? Instant.Write(instant) : "";
}

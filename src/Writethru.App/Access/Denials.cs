using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Writethru.App.Access;

/// <summary>
/// How a denial is said. Where there is no path at all it is 404, and where the router itself answers (405, 415) it
/// may: neither holds a byte of copy. Everything else stays denied.
/// </summary>
sealed class Denials : IAuthorizationMiddlewareResultHandler
{
    readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult) => context.GetEndpoint() switch
        {
            _ when authorizeResult.Succeeded => next(context),
            null => Problems.NotFound().ExecuteAsync(context),
            not RouteEndpoint => next(context),
            _ => _usual.HandleAsync(next, context, policy, authorizeResult),
        };
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Writethru.App.Access;
using Writethru.Rights;

namespace Writethru.App.Pages;

/// <summary>In by a one-time link, out by a button.</summary>
static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/signin", GetSignIn).AllowAnonymous();
        app.MapGet("/signin/{link}", RedeemAsync).AllowAnonymous();
        // No antiforgery token: the session cookie is SameSite=Lax, so a form on a foreign page posts without it and is
        // sent to /signin. The worst that a page of the same site could do is sign somebody out.
        app.MapPost("/signout", (Delegate)SignOutAsync).RequireAuthorization(Policies.Anybody);
    }

    static RazorComponentResult<SignInPage> GetSignIn(HttpRequest request, OwnAddress address) =>
        PagesEndpoints.Page<SignInPage>(
        StatusCodes.Status200OK, new() { [nameof(SignInPage.Url)] = address.For(request) });

    static async Task<IResult> RedeemAsync(HttpContext context, string link, SignInLinks links, Gate gate)
    {
        if (links.Redeem(link) is not { } id || gate.Now.FindPrincipal(id) is not { } principal)
            return PagesEndpoints.Page<LinkGonePage>(StatusCodes.Status410Gone, []);
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        await context.SignInAsync(scheme, Caller.OfSession(principal, Guid.NewGuid().ToString(), scheme));
        return TypedResults.Redirect("/");
    }

    static async Task SignOutAsync(HttpContext context, EndedSessions ended)
    {
        // A caller with a key has no session; to end "none" would end all of those.
        if (Caller.SessionOf(context.User) is { Length: > 0 } session)
            ended.End(session);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Redirect("/signin");
    }
}

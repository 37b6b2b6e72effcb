using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.App.Access;

/// <summary>
/// Who may reach which endpoint. Every endpoint names one of these, or is on the list of anonymous ones.
/// </summary>
static class Policies
{
    /// <summary>Whoever has rights: a subscriber or the desk, by key or by cookie.</summary>
    public const string Reader = "reader";

    /// <summary>Whoever has rights, by key alone: to say something.</summary>
    public const string ReaderKey = "readerKey";

    /// <summary>The desk, by key or by cookie: to look.</summary>
    public const string Desk = "desk";

    /// <summary>
    /// The desk by key alone: to change something. A cookie does not do, so no foreign page can send one.
    /// </summary>
    public const string DeskKey = "deskKey";

    const string ByHeader = "KeyOrCookie";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Denials>();
        services.AddSingleton<IAuthorizationHandler, HasRightsHandler>();
        services.AddAuthentication(ByHeader)
            .AddPolicyScheme(ByHeader, null, scheme => scheme.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") || context.Request.Path.StartsWithSegments("/v1")
                    && !context.Request.Cookies.ContainsKey(CookieName)
                    ? KeyAuthentication.SchemeName
                    : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddCookie(ConfigureCookie);
        services.AddAuthorizationBuilder()
            .AddPolicy(Reader, policy => policy.AddRequirements(new HasRights(null)))
            .AddPolicy(ReaderKey, policy => policy.AddAuthenticationSchemes(KeyAuthentication.SchemeName)
                .AddRequirements(new HasRights(null)))
            .AddPolicy(Desk, policy => policy.AddRequirements(new HasRights(Role.Desk)))
            .AddPolicy(DeskKey, policy => policy.AddAuthenticationSchemes(KeyAuthentication.SchemeName)
                .AddRequirements(new HasRights(Role.Desk)))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return services;
    }

    const string CookieName = "writethru";

    static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = EndedSessions.CookieLifetime;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = "/signin";
        cookie.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized, "/signin");
        cookie.Events.OnRedirectToAccessDenied = context =>
            AnswerAsync(context, StatusCodes.Status403Forbidden, "/signin");
    }

    /// <summary>A program gets a status, a person the page that says how to sign in.</summary>
    static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status, string page)
    {
        if (context.Request.Path.StartsWithSegments("/v1"))
            return (status == StatusCodes.Status403Forbidden ? Problems.NotAllowed() : Problems.KeyMissing())
                .ExecuteAsync(context.HttpContext);
        context.Response.Redirect(page);
        return Task.CompletedTask;
    }
}

/// <summary>Asks that the caller has rights at this moment.</summary>
/// <param name="Role">The role it needs; null for any.</param>
sealed record HasRights(Role? Role) : IAuthorizationRequirement;

/// <summary>Asks the gate, not the cookie: a session ends with its principal's rights.</summary>
sealed class HasRightsHandler(Gate gate, EndedSessions ended) : AuthorizationHandler<HasRights>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HasRights requirement)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name }
            && !ended.Contains(Caller.SessionOf(context.User))
            && gate.Now.FindPrincipal(name) is { } principal
            && (requirement.Role is null || principal.Role == requirement.Role))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

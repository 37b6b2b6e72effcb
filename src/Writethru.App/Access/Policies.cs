using System.Collections.Immutable;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Rights;

namespace Writethru.App.Access;

/// <summary>
/// Who may reach which endpoint. Every endpoint names one of these, or is on the list of anonymous ones.
/// </summary>
static class Policies
{
    /// <summary>Whoever has copy, by key or by cookie: subscribers and publishers their own, the desk all.</summary>
    public const string Reader = "reader";

    /// <summary>A subscriber, or the desk, by key: to say what became of what it was sent.</summary>
    public const string ReceiverKey = "receiverKey";

    /// <summary>A publisher, or the desk, by key: to file, correct, hold and kill.</summary>
    public const string SenderKey = "senderKey";

    /// <summary>The desk, by key or by cookie: to look.</summary>
    public const string Desk = "desk";

    /// <summary>
    /// The desk by key alone: to change something. A cookie does not do, so no foreign page can send one.
    /// </summary>
    public const string DeskKey = "deskKey";

    /// <summary>An operator, or the desk, by key or by cookie: to look at who there is and at the clock.</summary>
    public const string Operator = "operator";

    /// <summary>An operator, or the desk, by key: to change who there is, and the clock.</summary>
    public const string OperatorKey = "operatorKey";

    /// <summary>Whoever has rights, by key or by cookie: to sign out.</summary>
    public const string Anybody = "anybody";

    const string ByHeader = "KeyOrCookie";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<OwnAddress>();
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
        // Behind a proxy that ends TLS the request is plain, and only the public address tells that browsers use TLS.
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<WireAddress>((cookie, address) => cookie.Cookie.SecurePolicy =
                address.IsPublic && address.Url.StartsWith("https:", StringComparison.Ordinal)
                    ? CookieSecurePolicy.Always
                    : CookieSecurePolicy.SameAsRequest);
        services.AddSingleton<KeyUse>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Reader, ByKeyOrCookie(Role.Subscriber, Role.Publisher, Role.Desk))
            .AddPolicy(ReceiverKey, ByKey(Role.Subscriber, Role.Desk))
            .AddPolicy(SenderKey, ByKey(Role.Publisher, Role.Desk))
            .AddPolicy(Desk, ByKeyOrCookie(Role.Desk))
            .AddPolicy(DeskKey, ByKey(Role.Desk))
            .AddPolicy(Operator, ByKeyOrCookie(Role.Operator, Role.Desk))
            .AddPolicy(OperatorKey, ByKey(Role.Operator, Role.Desk))
            .AddPolicy(Anybody, ByKeyOrCookie(Enum.GetValues<Role>()))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        return services;
    }

    static Action<AuthorizationPolicyBuilder> ByKeyOrCookie(params Role[] roles) =>
        policy => policy.AddRequirements(new HasRights([.. roles]));

    static Action<AuthorizationPolicyBuilder> ByKey(params Role[] roles) => policy => policy
        .AddAuthenticationSchemes(KeyAuthentication.SchemeName).AddRequirements(new HasRights([.. roles]));

    const string CookieName = "writethru";

    static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
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
/// <param name="Roles">The roles of which it needs one.</param>
sealed record HasRights(ImmutableArray<Role> Roles) : IAuthorizationRequirement;

/// <summary>Asks the gate, not the cookie: a session ends with its principal's rights.</summary>
sealed class HasRightsHandler(Gate gate, EndedSessions ended) : AuthorizationHandler<HasRights>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HasRights requirement)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } id }
            && !ended.Contains(Caller.SessionOf(context.User))
            && gate.Now.FindPrincipal(id) is { } principal
            && requirement.Roles.Contains(principal.Role))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Access;

/// <summary>Knows a caller by its API key: <c>Authorization: Bearer wt_…</c>.</summary>
sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger,
    UrlEncoder encoder, Gate gate) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";

    const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        var principal = gate.Now.FindByKey(Principals.HashKey(header[Prefix.Length..].Trim()));
        return Task.FromResult(principal is null
            ? AuthenticateResult.Fail("The key is not known, or was revoked.")
            : AuthenticateResult.Success(new AuthenticationTicket(Caller.Of(principal, Scheme.Name), Scheme.Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"writethru\"";
        return (Request.Headers.Authorization.Count == 0 ? Problems.KeyMissing() : Problems.KeyUnknown())
            .ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.NotAllowed().ExecuteAsync(Context);
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Writethru.Archive.Sqlite;
using Writethru.Desk;
using Writethru.Rights;

namespace Writethru.App.Access;

/// <summary>Knows a caller by its API key: <c>Authorization: Bearer wt_…</c>.</summary>
sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger,
    UrlEncoder encoder, Gate gate, SqliteLog log, KeyUse use)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";

    const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        var hash = Principals.HashKey(header[Prefix.Length..].Trim());
        if (gate.Now.Principals.FindByKey(hash, log.Clock.Read().Latest) is not { } principal)
            return Task.FromResult(AuthenticateResult.Fail("The key is not known, or has ended."));
        use.Note(hash);
        return Task.FromResult(AuthenticateResult.Success(
            new AuthenticationTicket(Caller.OfKey(principal, hash, Scheme.Name), Scheme.Name)));
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

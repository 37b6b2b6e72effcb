using System.Security.Claims;
using Writethru.Copy;
using Writethru.Delivery;
using Claim = System.Security.Claims.Claim;

namespace Writethru.App.Access;

/// <summary>
/// Who calls, as the web framework carries it: a name and nothing else. All rights are asked of the gate.
/// </summary>
static class Caller
{
    /// <summary>The claims of a principal, and of the session, where there is one.</summary>
    public static ClaimsPrincipal Of(Principal principal, string scheme, string session = "") =>
        new(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, principal.Name), new Claim(ClaimTypes.Sid, session)], scheme));

    /// <summary>The caller's session; empty for a caller with a key.</summary>
    public static string SessionOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Sid) ?? "";

    /// <summary>
    /// The answer to the caller, as the ledger keeps it: marked as sent when the connection has taken it whole.
    /// </summary>
    public static Sending SendingTo(HttpContext context, Ledger ledger, SendPath path)
    {
        var sending = ledger.Open(NameOf(context), path);
        context.Response.OnCompleted(() =>
            context.RequestAborted.IsCancellationRequested ? Task.CompletedTask : sending.CompleteAsync());
        return sending;
    }

    /// <summary>The name of the caller.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has no policy that asks for a caller.</exception>
    public static string NameOf(HttpContext context) => context.User.Identity?.Name
        ?? throw new InvalidOperationException("An endpoint that needs a caller was reached without one.");
}

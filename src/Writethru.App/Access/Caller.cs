using System.Security.Claims;
using Writethru.Copy;
using Writethru.Delivery;
using Claim = System.Security.Claims.Claim;

namespace Writethru.App.Access;

/// <summary>
/// Who calls, as the web framework carries it: an id, and the key or the session by which it is known. All rights are
/// asked of the gate.
/// </summary>
static class Caller
{
    /// <summary>The claims of a principal that came with a key.</summary>
    public static ClaimsPrincipal OfKey(Principal principal, string keyHash, string scheme) =>
        Of(principal, new Claim(ClaimTypes.Hash, keyHash), scheme);

    /// <summary>The claims of a principal in a session.</summary>
    public static ClaimsPrincipal OfSession(Principal principal, string session, string scheme) =>
        Of(principal, new Claim(ClaimTypes.Sid, session), scheme);

    static ClaimsPrincipal Of(Principal principal, Claim by, string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, principal.Id), by], scheme));

    /// <summary>The caller's session; empty for a caller with a key.</summary>
    public static string SessionOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Sid) ?? "";

    /// <summary>By what the caller is known: the hash of its key, or its session.</summary>
    public static string MeansOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Hash) ?? SessionOf(user);

    /// <summary>The way of an answer to the caller: over with its rights, or with the key that it came with.</summary>
    public static Sending Open(HttpContext context, Ledger ledger, SendPath path) =>
        ledger.Open(IdOf(context), path, context.User.FindFirstValue(ClaimTypes.Hash) ?? "");

    /// <summary>
    /// The answer to the caller, as the ledger keeps it: marked as sent when the connection has taken it whole.
    /// </summary>
    public static Sending SendingTo(HttpContext context, Ledger ledger, SendPath path)
    {
        var sending = Open(context, ledger, path);
        context.Response.OnCompleted(() =>
            context.RequestAborted.IsCancellationRequested ? Task.CompletedTask : sending.CompleteAsync());
        return sending;
    }

    /// <summary>The caller's id.</summary>
    /// <exception cref="InvalidOperationException">The endpoint has no policy that asks for a caller.</exception>
    public static string IdOf(HttpContext context) => context.User.Identity?.Name
        ?? throw new InvalidOperationException("An endpoint that needs a caller was reached without one.");
}

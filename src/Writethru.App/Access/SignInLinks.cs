using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Writethru.App.Access;

/// <summary>One-time links that sign a person in as one principal. They live in memory: a restart voids them.</summary>
sealed class SignInLinks(TimeProvider clock)
{
    static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);

    readonly ConcurrentDictionary<string, Link> _links = new();

    /// <summary>
    /// A new link for a principal: the part behind <c>/signin/</c>, 256 random bits. Good once, for 24 h.
    /// </summary>
    public string Issue(string principal)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, link) in _links)
        {
            if (link.Expires <= now)
                _links.TryRemove(old, out _);
        }
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        _links[token] = new Link(principal, now + _lifetime);
        return token;
    }

    /// <summary>Whom the link signs in; null when it was used, has expired or never was. Uses it up.</summary>
    public string? Redeem(string token) =>
        _links.TryRemove(token, out var link) && link.Expires > clock.GetUtcNow() ? link.Principal : null;

    sealed record Link(string Principal, DateTimeOffset Expires);
}

using System.Net;
using Writethru.Delivery;

namespace Writethru.App.Access;

/// <summary>
/// The address that people are told. Never one that a caller made up: a link that signs in would go to whoever named
/// his own host in a request.
/// </summary>
sealed class OwnAddress(WireAddress address)
{
    /// <summary>
    /// The public address where one is set. Else, of a request to this machine itself, as it came, for it may come by
    /// a forwarded port; else where the server listens, as <c>localhost</c> if it listens everywhere. No slash at the
    /// end.
    /// </summary>
    public string For(HttpRequest request) => !address.IsPublic && IsLoopback(request.Host.Host)
        ? $"{request.Scheme}://{request.Host}"
        : address.Url.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);

    static bool IsLoopback(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
}

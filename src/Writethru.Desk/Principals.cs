using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>Adds and revokes those who may ask the gate. Thread-safe.</summary>
public sealed class Principals(SqliteLog log, Gate gate, ILogger<Principals> logger) : IDisposable
{
    /// <summary>
    /// The gate learns of a new name only when its entry is durable: two adds of one name must not overlap.
    /// </summary>
    readonly SemaphoreSlim _adding = new(1);

    /// <summary>Adds a principal and makes its key.</summary>
    /// <param name="wanted">What it shall be; its key hash is replaced by that of the new key.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The key, which is kept nowhere; null when the name is or was in use.</returns>
    /// <exception cref="ArgumentException">
    /// The name has another shape than <see cref="IsWellFormed"/> asks for.
    /// </exception>
    public async Task<string?> AddAsync(Principal wanted, CancellationToken cancel)
    {
        if (!IsWellFormed(wanted.Name))
            throw new ArgumentException(
                $"Found name '{wanted.Name}', expected 1 to 64 letters, digits, '-', '_' or '.'.", nameof(wanted));
        var key = "wt_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var principal = wanted with { KeyHash = HashKey(key), IsRevoked = false };
        await _adding.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (gate.Now.IsNameTaken(principal.Name))
                return null;
            await log.WriteAsync(transaction => transaction.Append(new LogEntry.PrincipalChanged(principal)), cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            _adding.Release();
        }
        logger.PrincipalAdded(principal.Name, principal.Role);
        return key;
    }

    /// <summary>Ends a principal's rights at once. False when there is none of that name.</summary>
    public async Task<bool> RevokeAsync(string name, CancellationToken cancel)
    {
        if (gate.Now.FindPrincipal(name) is not { } principal)
            return false;
        await log.WriteAsync(
            transaction => transaction.Append(new LogEntry.PrincipalChanged(principal with { IsRevoked = true })),
            cancel).ConfigureAwait(false);
        logger.PrincipalRevoked(name);
        return true;
    }

    /// <summary>Whether a name is 1 to 64 ASCII letters, digits, '-', '_' or '.'.</summary>
    public static bool IsWellFormed(string name) => name.Length is >= 1 and <= 64
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>
    /// What is kept of a key: SHA-256, lower-case hex. A key has 256 random bits, so no salt is needed.
    /// </summary>
    public static string HashKey(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <inheritdoc/>
    public void Dispose() => _adding.Dispose();
}

using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// The keys of principals: made, ended, and put in the place of others. Whose they are stays who it is. Thread-safe.
/// </summary>
public sealed class PrincipalKeys(SqliteLog log, Gate gate, Principals principals, ILogger<PrincipalKeys> logger)
{
    /// <summary>Makes another key beside those that there are.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="expires">From when on it is good no more; null: without end.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The key, which is kept nowhere; null when nobody bears the name.</returns>
    public Task<AddedKey?> AddAsync(string name, DateTimeOffset? expires, CancellationToken cancel) =>
        AddAsync(name, expires, (_, key) => key, cancel);

    /// <summary>Makes a key in place of all others, which end after a while.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="overlap">How long the others stay good, unless they end before; zero: not at all.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The key, which is kept nowhere; null when nobody bears the name.</returns>
    public Task<AddedKey?> RotateAsync(string name, TimeSpan overlap, CancellationToken cancel) => AddAsync(name, null,
        (now, key) => key.IsRevoked || key.Expires <= now + overlap ? key : key with { Expires = now + overlap },
        cancel);

    /// <summary>Says when a key ends; null: never by itself. One that has ended does not come back.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="key">The key's <see cref="ApiKey.Id"/>.</param>
    /// <param name="expires">From when on it is good no more.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    public Task<KeyOutcome> ExpireAsync(string name, string key, DateTimeOffset? expires, CancellationToken cancel) =>
        ChangeAsync(name, key, was => was with { Expires = expires }, cancel);

    /// <summary>Ends a key at once, and the streams that were opened by it.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="key">The key's <see cref="ApiKey.Id"/>.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    public Task<KeyOutcome> RevokeAsync(string name, string key, CancellationToken cancel) =>
        ChangeAsync(name, key, was => was with { IsRevoked = true }, cancel);

    async Task<AddedKey?> AddAsync(string name, DateTimeOffset? expires, Func<DateTimeOffset, ApiKey, ApiKey> others,
        CancellationToken cancel)
    {
        var key = Principals.MakeKey();
        var now = log.Clock.Now;
        var made = new ApiKey { Hash = Principals.HashKey(key), Made = now, Expires = expires };
        if (await principals.ChangeAsync(name, who => who with
        {
            Keys = [.. who.Keys.Select(other => others(now, other)), made],
        }, cancel).ConfigureAwait(false) is not { } changed)
            return null;
        logger.KeyAdded(changed.Id, made.Id);
        return new AddedKey(made, key);
    }

    async Task<KeyOutcome> ChangeAsync(string name, string id, Func<ApiKey, ApiKey> change, CancellationToken cancel)
    {
        var outcome = KeyOutcome.Unknown;
        var changed = await principals.ChangeAsync(name, who =>
        {
            var latest = log.Clock.Read().Latest;
            if (who.Keys.FirstOrDefault(key => key.Id == id && key.IsGoodAt(latest)) is not { } found)
                return null;
            var next = who with { Keys = who.Keys.Replace(found, change(found)) };
            outcome = who.Role != Role.Desk || next.HasLastingKey || gate.Now.Principals.HasDeskBeside(who)
                ? KeyOutcome.Changed
                : KeyOutcome.IsLast;
            return outcome == KeyOutcome.Changed ? next : null;
        }, cancel).ConfigureAwait(false);
        if (changed is not null)
            logger.KeyChanged(changed.Id, id);
        return outcome;
    }
}

/// <summary>How the change of a key ended.</summary>
public enum KeyOutcome
{
    /// <summary>Nobody bears the name, or has a good key that is called so.</summary>
    Unknown,

    /// <summary>It is the last key of the desk that does not end, and stays.</summary>
    IsLast,

    /// <summary>It is as was asked.</summary>
    Changed,
}

/// <summary>A key that was made.</summary>
/// <param name="Made">What is kept of it.</param>
/// <param name="Key">The key itself, which is kept nowhere.</param>
public sealed record AddedKey(ApiKey Made, string Key);

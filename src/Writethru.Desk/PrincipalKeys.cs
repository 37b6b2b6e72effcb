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
    /// <param name="by">Id of the principal who makes it; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The key, which is kept nowhere; null when nobody bears the name.</returns>
    /// <exception cref="BeyondOperatorException">It is the desk's, and an operator asks.</exception>
    public Task<AddedKey?> AddAsync(string name, DateTimeOffset? expires, string by, CancellationToken cancel) =>
        AddAsync(name, expires, (_, key) => key, by, cancel);

    /// <summary>Makes a key in place of all others, which end after a while.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="overlap">How long the others stay good, unless they end before; zero: not at all.</param>
    /// <param name="by">Id of the principal who makes it; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The key, which is kept nowhere; null when nobody bears the name.</returns>
    /// <exception cref="BeyondOperatorException">It is the desk's, and an operator asks.</exception>
    public Task<AddedKey?> RotateAsync(string name, TimeSpan overlap, string by, CancellationToken cancel) =>
        AddAsync(name, null,
            (now, key) => key.IsRevoked || key.Expires <= now + overlap ? key : key with { Expires = now + overlap },
            by, cancel);

    /// <summary>Lets a key open what its principal may have, which an operator made.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="key">The key's <see cref="ApiKey.Id"/>.</param>
    /// <param name="by">Id of the principal of the desk who says so.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    public Task<KeyOutcome> ConfirmAsync(string name, string key, string by, CancellationToken cancel) =>
        ChangeAsync(name, key, was => was with { IsUnconfirmed = false }, by, cancel);

    /// <summary>Says when a key ends; null: never by itself. One that has ended does not come back.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="key">The key's <see cref="ApiKey.Id"/>.</param>
    /// <param name="expires">From when on it is good no more.</param>
    /// <param name="by">Id of the principal who says so; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <exception cref="BeyondOperatorException">It is the desk's, or gets longer, and an operator asks.</exception>
    public Task<KeyOutcome> ExpireAsync(string name, string key, DateTimeOffset? expires, string by,
        CancellationToken cancel) => ChangeAsync(name, key, was => was with { Expires = expires }, by, cancel);

    /// <summary>Ends a key at once, and the streams that were opened by it.</summary>
    /// <param name="name">The name that its principal bears.</param>
    /// <param name="key">The key's <see cref="ApiKey.Id"/>.</param>
    /// <param name="by">Id of the principal who says so; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <exception cref="BeyondOperatorException">It is the desk's, and an operator asks.</exception>
    public Task<KeyOutcome> RevokeAsync(string name, string key, string by, CancellationToken cancel) =>
        ChangeAsync(name, key, was => was with { IsRevoked = true }, by, cancel);

    async Task<AddedKey?> AddAsync(string name, DateTimeOffset? expires, Func<DateTimeOffset, ApiKey, ApiKey> others,
        string by, CancellationToken cancel)
    {
        var key = Principals.MakeKey();
        var now = log.Clock.Now;
        if (await principals.ChangeAsync(name, who => who with
        {
            Keys =
            [
                .. who.Keys.Select(other => others(now, other)),
                Principals.NewKey(key, now, who, gate.Now.Principals.FindEver(by)) with { Expires = expires },
            ],
        }, by, cancel).ConfigureAwait(false) is not { } changed)
            return null;
        var made = changed.Keys[^1];
        logger.KeyAdded(changed.Id, made.Id, by);
        return new AddedKey(made, key);
    }

    async Task<KeyOutcome> ChangeAsync(string name, string id, Func<ApiKey, ApiKey> change, string by,
        CancellationToken cancel)
    {
        var outcome = KeyOutcome.Unknown;
        var changed = await principals.ChangeAsync(name, who =>
        {
            var latest = log.Clock.Read().Latest;
            if (who.Keys.FirstOrDefault(key => key.Id == id && !key.HasEndedAt(latest)) is not { } found)
                return null;
            var next = who with { Keys = who.Keys.Replace(found, change(found)) };
            outcome = who.Role != Role.Desk || next.HasLastingKey || gate.Now.Principals.HasDeskBeside(who)
                ? KeyOutcome.Changed
                : KeyOutcome.IsLast;
            return outcome == KeyOutcome.Changed ? next : null;
        }, by, cancel).ConfigureAwait(false);
        if (changed is not null)
            logger.KeyChanged(changed.Id, id, by);
        return outcome;
    }
}

/// <summary>How the change of a key ended.</summary>
public enum KeyOutcome
{
    /// <summary>Nobody bears the name, or has a key that is called so and has not ended.</summary>
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

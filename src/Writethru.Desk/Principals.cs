using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>Adds, changes and revokes those who may ask the gate. Thread-safe.</summary>
public sealed class Principals(SqliteLog log, Gate gate, ILogger<Principals> logger) : IDisposable
{
    /// <summary>
    /// The gate learns of a change only when its entry is durable: two adds of one name must not overlap, and a change
    /// that was begun before a revocation must not undo it.
    /// </summary>
    readonly SemaphoreSlim _changing = new(1);

    /// <summary>Ids of those whose contract is over, which the disk could not take.</summary>
    readonly HashSet<string> _unwritten = [];

    /// <summary>Adds a principal and makes its key. Whoever bore the name before it was revoked is another.</summary>
    /// <param name="wanted">What it shall be; its id and its key are made here.</param>
    /// <param name="by">Id of the principal who adds it; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The key, which is kept nowhere; null when somebody bears the name, in whatever case.</returns>
    /// <exception cref="ArgumentException">
    /// The name has another shape than <see cref="IsWellFormed"/> asks for.
    /// </exception>
    /// <exception cref="BeyondOperatorException">An operator asks for what the desk alone may do.</exception>
    public async Task<string?> AddAsync(Principal wanted, string by, CancellationToken cancel) =>
        (await AddAsync(wanted, new RightsChange(), by, cancel).ConfigureAwait(false))?.Key;

    /// <summary>Adds a subscriber; one whose contract has not begun or is over is lapsed at once.</summary>
    /// <inheritdoc cref="AddAsync(Principal, string, CancellationToken)"/>
    /// <param name="wanted">What it shall be; its id and its key are made here.</param>
    /// <param name="rights">What it may have.</param>
    /// <param name="by">Id of the principal who adds it; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>What it is, and the key, which is kept nowhere; null when somebody bears the name.</returns>
    public async Task<AddedPrincipal?> AddAsync(Principal wanted, RightsChange rights, string by,
        CancellationToken cancel)
    {
        if (!IsWellFormed(wanted.Name))
            throw new ArgumentException(
                $"Found name '{wanted.Name}', expected 1 to 64 letters, digits, '-', '_' or '.'.", nameof(wanted));
        var key = MakeKey();
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var known = gate.Now.Principals;
            if (known.HasNamesake(wanted.Name))
                return null;
            var reading = log.Clock.Read();
            var who = known.FindEver(by);
            var principal = rights.Of(wanted, reading.Now, reading.Latest) with
            {
                Id = known.NextId(wanted.Name),
                Keys = [NewKey(key, reading.Now, wanted, who)],
                IsRevoked = false,
            };
            OperatorLimits.Check(who, wanted, principal, bringsOlder: false);
            await log.WriteAsync(transaction => transaction.Append(
                new LogEntry.PrincipalChanged(principal) { By = by }), cancel).ConfigureAwait(false);
            logger.PrincipalAdded(principal.Id, principal.Role);
            return new AddedPrincipal(principal, key);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Changes how a principal gets its copy; its rights stay what they are.</summary>
    /// <param name="name">The name that it bears.</param>
    /// <param name="format">The format in which it gets its copy when it does not ask for another.</param>
    /// <param name="channel">What it needs otherwise than usual.</param>
    /// <param name="by">Id of the principal who says so; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>What it is now; null when there is none of that name.</returns>
    public async Task<Principal?> ChangeChannelAsync(string name, string format, Channel channel, string by,
        CancellationToken cancel)
    {
        var changed = await ChangeAsync(
            name, principal => principal with { Format = format, Channel = channel }, by, cancel).ConfigureAwait(false);
        if (changed is not null)
            logger.ChannelChanged(name, format);
        return changed;
    }

    /// <summary>Changes what a subscriber may have.</summary>
    /// <param name="name">The name that it bears.</param>
    /// <param name="change">What changes.</param>
    /// <param name="by">Id of the principal who says so; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>What it is now; null when there is none of that name.</returns>
    /// <exception cref="BeyondOperatorException">An operator would give rights.</exception>
    public async Task<Principal?> ChangeRightsAsync(string name, RightsChange change, string by,
        CancellationToken cancel)
    {
        var reading = log.Clock.Read();
        var changed = await ChangeAsync(
            name, principal => change.Of(principal, reading.Now, reading.Latest), by, cancel, change.OwedFrom)
            .ConfigureAwait(false);
        if (changed is not null)
            logger.RightsChanged(name);
        return changed;
    }

    /// <summary>When a contract begins or ends next; null when none does.</summary>
    public TimeSpan? NextContract
    {
        get
        {
            var (contracts, reading) = (gate.Now.Contracts, log.Clock.Read());
            TimeSpan? begin = contracts.NextBegin(reading.Now) is { } from ? log.Clock.Until(from) : null;
            return contracts.NextEnd(reading.Latest) is { } until && log.Clock.UntilLatest(until) is var end
                && !(begin < end)
                ? end
                : begin;
        }
    }

    /// <summary>
    /// Ends and begins the contracts whose dates have come: ended by the clock that is ahead, begun by the clock of the
    /// log. Completes when it is durable; where the disk is full beyond the reserve, the gate closes what has ended all
    /// the same, and it is written when there is room.
    /// </summary>
    /// <exception cref="ArchiveFullException">Not all could be written yet.</exception>
    public async Task KeepContractsAsync(CancellationToken cancel)
    {
        await EndContractsAsync(cancel).ConfigureAwait(false);
        await ChangeDueAsync(
            reading => gate.Now.Contracts.Due(reading.Now, reading.Latest),
            due => log.WriteAsync(transaction => Append(transaction, due), cancel), cancel).ConfigureAwait(false);
    }

    Task EndContractsAsync(CancellationToken cancel) => ChangeDueAsync(
        reading => [.. gate.Now.Contracts.Due(DateTimeOffset.MinValue, reading.Latest), .. Unwritten()],
        async due =>
        {
            try
            {
                await log.WriteUrgentAsync(transaction => Append(transaction, due), cancel).ConfigureAwait(false);
                _unwritten.Clear();
            }
            catch (ArchiveFullException)
            {
                foreach (var who in due)
                {
                    gate.Close(new LogEntry.PrincipalChanged(who));
                    _unwritten.Add(who.Name);
                }
                throw;
            }
        }, cancel);

    async Task ChangeDueAsync(Func<ClockReading, IReadOnlyList<Principal>> find,
        Func<IReadOnlyList<Principal>, Task> write, CancellationToken cancel)
    {
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (find(log.Clock.Read()) is not { Count: > 0 } due)
                return;
            await write(due).ConfigureAwait(false);
            foreach (var who in due)
                logger.ContractDateCame(who.Id, who.IsLapsed);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Those whose end the gate knows and the log does not; a person may have said otherwise since.</summary>
    IEnumerable<Principal> Unwritten() =>
        _unwritten.Select(gate.Now.FindPrincipal).OfType<Principal>().Where(who => who.IsLapsed);

    static long Append(LogTransaction transaction, IReadOnlyList<Principal> changed) =>
        changed.Max(who => transaction.Append(new LogEntry.PrincipalChanged(who)));

    /// <summary>Ends a principal's rights at once. False when there is none of that name.</summary>
    /// <param name="name">The name that it bears.</param>
    /// <param name="by">Id of the principal who says so; empty: the machine's owner.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <exception cref="BeyondOperatorException">It is of the desk, and an operator asks.</exception>
    public async Task<bool> RevokeAsync(string name, string by, CancellationToken cancel)
    {
        if (await ChangeAsync(name, principal => principal with { IsRevoked = true }, by, cancel)
            .ConfigureAwait(false) is null)
            return false;
        logger.PrincipalRevoked(name);
        return true;
    }

    /// <summary>
    /// Ends the rights of a principal of the desk at once. Never those of the last one: nobody could add another.
    /// </summary>
    /// <inheritdoc cref="RevokeAsync"/>
    public async Task<DeskRevocation> RevokeDeskAsync(string name, string by, CancellationToken cancel)
    {
        var outcome = DeskRevocation.Unknown;
        await ChangeAsync(name, principal =>
        {
            if (principal.Role != Role.Desk)
                return null;
            outcome = gate.Now.Principals.HasDeskBeside(principal)
                ? DeskRevocation.Revoked
                : DeskRevocation.IsLast;
            return outcome == DeskRevocation.Revoked ? principal with { IsRevoked = true } : null;
        }, by, cancel).ConfigureAwait(false);
        if (outcome == DeskRevocation.Revoked)
            logger.PrincipalRevoked(name);
        return outcome;
    }

    /// <summary>
    /// Appends what a principal is from now on. Null when there is none of that name, or the change leaves it as it is.
    /// </summary>
    internal async Task<Principal?> ChangeAsync(string name, Func<Principal, Principal?> change, string by,
        CancellationToken cancel, DateTimeOffset? owedFrom = null)
    {
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (gate.Now.Principals.FindByName(name) is not { } principal)
                return null;
            // A date that has come and is not written yet must not be lost by another change.
            var reading = log.Clock.Read();
            var standing = gate.Now.Contracts.AsOf(principal, reading.Now, reading.Latest);
            if (change(standing) is not { } changed)
                return null;
            OperatorLimits.Check(gate.Now.Principals.FindEver(by), standing, changed, owedFrom is not null);
            long Append(LogTransaction transaction) => transaction.Append(new LogEntry.PrincipalChanged(changed)
            {
                By = by,
                OwedAfter = owedFrom is { } from ? transaction.LastBefore(from) : null,
            });

            await (Narrowing.Is(principal, changed)
                ? log.WriteUrgentAsync(Append, cancel)
                : log.WriteAsync(Append, cancel)).ConfigureAwait(false);
            return changed;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Whether a name is 1 to 64 ASCII letters, digits, '-', '_' or '.'.</summary>
    public static bool IsWellFormed(string? name) => name is { Length: >= 1 and <= 64 }
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>What is kept of a new key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="whose">Whose it is.</param>
    /// <param name="by">Who makes it; null: the machine's owner.</param>
    internal static ApiKey NewKey(string key, DateTimeOffset now, Principal whose, Principal? by) => new()
    {
        Hash = HashKey(key),
        Made = now,
        By = by?.Id ?? "",
        IsUnconfirmed = OperatorLimits.NeedsConfirmation(by, whose),
    };

    /// <summary>A new key: 256 random bits.</summary>
    internal static string MakeKey() => "wt_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// What is kept of a key: SHA-256, lower-case hex. A key has 256 random bits, so no salt is needed.
    /// </summary>
    public static string HashKey(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <inheritdoc/>
    public void Dispose() => _changing.Dispose();
}

/// <summary>How the revocation of a principal of the desk ended.</summary>
public enum DeskRevocation
{
    /// <summary>The desk has none of that name.</summary>
    Unknown,

    /// <summary>It is the last of the desk, and keeps its rights.</summary>
    IsLast,

    /// <summary>Its rights have ended.</summary>
    Revoked,
}

/// <summary>Somebody who was added.</summary>
/// <param name="Principal">What it is.</param>
/// <param name="Key">Its key, which is kept nowhere.</param>
public sealed record AddedPrincipal(Principal Principal, string Key);

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>Who may ask the gate, by name and by key. A fold of the log.</summary>
sealed record KnownPrincipals
{
    public static KnownPrincipals None { get; } = new();

    ImmutableDictionary<string, Principal> _byName = ImmutableDictionary<string, Principal>.Empty;
    ImmutableDictionary<string, string> _namesByKey = ImmutableDictionary<string, string>.Empty;
    ImmutableDictionary<string, RightsHistory> _rights = ImmutableDictionary<string, RightsHistory>.Empty;

    public IEnumerable<Principal> All => _byName.Values;

    /// <summary>Revoked ones too.</summary>
    public Principal? FindEver(string name) => _byName.GetValueOrDefault(name);

    public Principal? Find(string name) => _byName.TryGetValue(name, out var known) && !known.IsRevoked ? known : null;

    public Principal? FindByKey(string keyHash) => _namesByKey.TryGetValue(keyHash, out var name) ? Find(name) : null;

    /// <summary>
    /// What the change at a position gave back to a subscriber; null when it was none, or gave back nothing.
    /// </summary>
    public Widening? FindWidening(string name, long position) => _rights.GetValueOrDefault(name)?.Find(position);

    public KnownPrincipals With(LogEntry.PrincipalChanged changed, long position)
    {
        var principal = changed.Principal;
        var names = _byName.TryGetValue(principal.Name, out var was) ? _namesByKey.Remove(was.KeyHash) : _namesByKey;
        return this with
        {
            _byName = _byName.SetItem(principal.Name, principal),
            _namesByKey = names.SetItem(principal.KeyHash, principal.Name),
            _rights = principal.Role == Role.Subscriber
                ? _rights.SetItem(principal.Name, HistoryOf(was).Apply(position, changed))
                : _rights,
        };
    }

    /// <summary>With a contract that is over, before its entry says so: that one is the narrowing.</summary>
    public KnownPrincipals Closed(Principal who) => this with { _byName = _byName.SetItem(who.Name, who) };

    /// <summary>Whoever comes after a revocation begins anew: what another was entitled to is not owed to it.</summary>
    RightsHistory HistoryOf(Principal? was) =>
        was is { IsRevoked: false } ? _rights.GetValueOrDefault(was.Name, RightsHistory.None) : RightsHistory.None;
}

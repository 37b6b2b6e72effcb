using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>Who may ask the gate, by name and by key. A fold of the log.</summary>
sealed record KnownPrincipals
{
    public static KnownPrincipals None { get; } = new();

    ImmutableDictionary<string, Principal> _byName = ImmutableDictionary<string, Principal>.Empty;
    ImmutableDictionary<string, string> _namesByKey = ImmutableDictionary<string, string>.Empty;

    public IEnumerable<Principal> All => _byName.Values;

    /// <summary>Revoked ones too.</summary>
    public Principal? FindEver(string name) => _byName.GetValueOrDefault(name);

    public Principal? Find(string name) => _byName.TryGetValue(name, out var known) && !known.IsRevoked ? known : null;

    public Principal? FindByKey(string keyHash) => _namesByKey.TryGetValue(keyHash, out var name) ? Find(name) : null;

    public KnownPrincipals With(Principal principal)
    {
        var names = _byName.TryGetValue(principal.Name, out var was) ? _namesByKey.Remove(was.KeyHash) : _namesByKey;
        return this with
        {
            _byName = _byName.SetItem(principal.Name, principal),
            _namesByKey = names.SetItem(principal.KeyHash, principal.Name),
        };
    }
}

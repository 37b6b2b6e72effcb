using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Who may ask the gate: by id, by key, and by name. A name is borne by one at a time; whoever bears it later is
/// another, with an id of its own. A fold of the log.
/// </summary>
public sealed record KnownPrincipals
{
    /// <summary>Nobody.</summary>
    public static KnownPrincipals None { get; } = new();

    ImmutableDictionary<string, Principal> _byId = ImmutableDictionary<string, Principal>.Empty;
    ImmutableDictionary<string, string> _idsByKey = ImmutableDictionary<string, string>.Empty;
    ImmutableDictionary<string, ImmutableArray<string>> _bearers =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
    ImmutableDictionary<string, DateTimeOffset> _revokedAt = ImmutableDictionary<string, DateTimeOffset>.Empty;
    ImmutableDictionary<string, RightsHistory> _rights = ImmutableDictionary<string, RightsHistory>.Empty;

    /// <summary>All, revoked ones too, in no order.</summary>
    public IEnumerable<Principal> All => _byId.Values;

    /// <summary>The one with that id, also when it was revoked; null when there never was one.</summary>
    public Principal? FindEver(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The one with that id; null when there is none or it was revoked.</summary>
    public Principal? Find(string id) => FindEver(id) is { IsRevoked: false } known ? known : null;

    /// <summary>Who bears a name now; null when nobody does.</summary>
    public Principal? FindByName(string name) => LastOf(name) is { IsRevoked: false } bearer ? bearer : null;

    /// <summary>
    /// Whether somebody is called so now, in whatever case: whoever reads names must not take one for another.
    /// </summary>
    public bool HasNamesake(string name) => All.Any(known =>
        !known.IsRevoked && known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whose key has this hash and is good; null when nobody's.</summary>
    /// <param name="keyHash">SHA-256, lower-case hex.</param>
    /// <param name="latest">The time by which keys end, the later of two clocks.</param>
    public Principal? FindByKey(string keyHash, DateTimeOffset latest) =>
        _idsByKey.TryGetValue(keyHash, out var id) && Find(id) is { } known
            && known.Keys.Any(key => key.Hash == keyHash && key.IsGoodAt(latest))
            ? known
            : null;

    /// <summary>
    /// Whom a person means: the bearer of a name, else the last who bore it; <c>name~1</c>, <c>name~2</c> for the first
    /// and the second who did. Null when nobody did.
    /// </summary>
    public Principal? Resolve(string name) => name.Split('~') is [var borne, var number]
        && int.TryParse(number, out var place) && _bearers.TryGetValue(borne, out var bearers)
        && place >= 1 && place <= bearers.Length
            ? _byId[bearers[place - 1]]
            : LastOf(name);

    /// <summary>What people are shown for an id: its name, with the day of its end where another bears it.</summary>
    public string LabelOf(string id) => FindEver(id) is not { } known ? id
        : LastOf(known.Name)!.Id == id ? known.Name
        : FormattableString.Invariant($"{known.Name} (revoked {_revokedAt[id]:yyyy-MM-dd})");

    /// <summary>Whether somebody else of the desk has a key that does not end.</summary>
    public bool HasDeskBeside(Principal who) => All.Any(other =>
        other is { Role: Role.Desk, IsRevoked: false, HasLastingKey: true } && other.Id != who.Id);

    /// <summary>The id of whoever bears a name next.</summary>
    public string NextId(string name) =>
        _bearers.TryGetValue(name, out var bearers) ? $"{name}~{bearers.Length + 1}" : name;

    /// <summary>
    /// What the change at a position gave back to a subscriber; null when it was none, or gave back nothing.
    /// </summary>
    internal Widening? FindWidening(string id, long position) => _rights.GetValueOrDefault(id)?.Find(position);

    /// <summary>With a contract that is over, before its entry says so: that one is the narrowing.</summary>
    internal KnownPrincipals Closed(Principal who) => this with { _byId = _byId.SetItem(who.Id, who) };

    /// <summary>After a principal was added, changed or revoked.</summary>
    internal KnownPrincipals With(LogEntry.PrincipalChanged changed, long position, DateTimeOffset at)
    {
        var principal = changed.Principal;
        var bearers = _bearers.GetValueOrDefault(principal.Name, []);
        return this with
        {
            _byId = _byId.SetItem(principal.Id, principal),
            _idsByKey = _idsByKey.SetItems(principal.Keys.Select(key => KeyValuePair.Create(key.Hash, principal.Id))),
            _bearers = bearers.Contains(principal.Id)
                ? _bearers
                : _bearers.SetItem(principal.Name, bearers.Add(principal.Id)),
            _rights = principal.Role == Role.Subscriber
                ? _rights.SetItem(principal.Id,
                    _rights.GetValueOrDefault(principal.Id, RightsHistory.None).Apply(position, changed))
                : _rights,
            _revokedAt = principal.IsRevoked ? _revokedAt.SetItem(principal.Id, at) : _revokedAt,
        };
    }

    Principal? LastOf(string name) => _bearers.TryGetValue(name, out var bearers) ? _byId[bearers[^1]] : null;
}

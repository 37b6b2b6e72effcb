using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>What a principal is.</summary>
public enum Role
{
    /// <summary>A customer: reads what it is entitled to.</summary>
    Subscriber,

    /// <summary>The desk: files, kills and releases, and sees what is not out yet.</summary>
    Desk,

    /// <summary>A sender: files and corrects stories of its own, stops them, and sees nobody else's.</summary>
    Publisher,

    /// <summary>Whoever runs the wire: looks after principals, keys and clock, and has no copy.</summary>
    Operator,
}

/// <summary>
/// Whoever a key or a signed-in page belongs to: a subscriber, somebody of the desk, a publisher, an operator. The gate
/// decides by it.
/// </summary>
public sealed record Principal
{
    /// <summary>
    /// What it is called: 1 to 64 letters, digits, '-', '_' or '.'. Nobody else is called so while it has rights;
    /// whoever is called so later is another.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// Who it is, for good: what cursors, the ledger, notices and sessions carry. The first who bears a name has the
    /// name, the second <c>name~2</c>.
    /// </summary>
    public string Id { get => field.Length > 0 ? field : Name; init; } = "";

    /// <summary>What it is.</summary>
    public required Role Role { get; init; }

    /// <summary>Its keys, oldest first, those that have ended too.</summary>
    public ImmutableArray<ApiKey> Keys { get; init; } = [];

    /// <summary>
    /// Where a subscriber publishes: codes that <see cref="Writethru.Copy.Territories"/> knows. Terms that limit
    /// territories must admit all of them. Empty: not known, so no limit fits.
    /// </summary>
    public ImmutableArray<string> Territories { get; init; } = [];

    /// <summary>
    /// In what a subscriber publishes: names of <see cref="UsageMedia"/>. Terms that limit media must admit all of
    /// them. Empty: not known, so no limit fits.
    /// </summary>
    public ImmutableArray<string> Media { get; init; } = [];

    /// <summary>
    /// For what a subscriber's contract is: names of <see cref="UsagePurposes"/>. Terms must deny none of them, and
    /// grant training where it is one. Never empty; to be shown and to be found where the contract does not say.
    /// </summary>
    public ImmutableArray<string> Purposes { get; init; } = UsagePurposes.Usual;

    /// <summary>Whether a subscriber's contract is to pass copy on to others.</summary>
    public bool Redistributes { get; init; }

    /// <summary>Whether a subscriber's contract is to keep copy in an archive that is used again.</summary>
    public bool Archives { get; init; }

    /// <summary>Whether a subscriber advertises or sells goods with what it gets.</summary>
    public bool IsCommercial { get; init; }

    /// <summary>Names of other services of which a subscriber is a client, in any case. Empty: of none.</summary>
    public ImmutableArray<string> ClientOf { get; init; } = [];

    /// <summary>When a subscriber's contract begins, UTC; null: it has begun.</summary>
    public DateTimeOffset? ContractFrom { get; init; }

    /// <summary>From when on a subscriber's contract is over, UTC; null: without end.</summary>
    public DateTimeOffset? ContractUntil { get; init; }

    /// <summary>The format in which a subscriber gets its copy when it does not ask for another.</summary>
    public string Format { get; init; } = "ninjs";

    /// <summary>What a subscriber needs otherwise than usual in a format.</summary>
    public Channel Channel { get; init; } = Channel.Default;

    /// <summary>
    /// Whether a subscriber's contract has not begun or is over: it gets no copy, but still hears of kills and holds of
    /// what was sent to it. The gate has no clock: at the instants of the contract an entry of the log says so.
    /// </summary>
    public bool IsLapsed { get; init; }

    /// <summary>
    /// Whether a subscriber has agreed to keep embargoes: it gets embargoed copy when it is filed, labelled, and again
    /// when the embargo is lifted.
    /// </summary>
    public bool GetsEmbargoed { get; init; }

    /// <summary>
    /// Of a publisher, or of the desk: whether no picture that it sends without usage terms may leave.
    /// </summary>
    public bool WithholdsWithoutTerms { get; init; }

    /// <summary>Whether its rights have ended, its keys with them. It never gets them back.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>
    /// Whether it sees copy before it is out, and behind a hold: somebody of the desk all of it, a publisher its own.
    /// </summary>
    public bool SeesAhead => Role is Role.Desk or Role.Publisher;

    /// <summary>Whether it has a key that ends by itself at no time.</summary>
    public bool HasLastingKey => Keys.Any(key => key is { IsRevoked: false, Expires: null });
}

namespace Writethru.Copy;

/// <summary>What a principal is.</summary>
public enum Role
{
    /// <summary>A customer: reads what it is entitled to.</summary>
    Subscriber,

    /// <summary>The desk: files, kills and releases, and sees what is not out yet.</summary>
    Desk,
}

/// <summary>Whoever a key or a signed-in page belongs to: a subscriber or the desk. The gate decides by it.</summary>
public sealed record Principal
{
    /// <summary>Unique name, 1 to 64 letters, digits, '-', '_' or '.'.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required Role Role { get; init; }

    /// <summary>SHA-256 of its API key, lower-case hex. The key itself is nowhere.</summary>
    public required string KeyHash { get; init; }

    /// <summary>
    /// Where a subscriber publishes: ISO 3166-1 alpha-2. Empty: not known, so no limited territory fits.
    /// </summary>
    public string Territory { get; init; } = "";

    /// <summary>Whether a subscriber's contract is to pass copy on to others.</summary>
    public bool Redistributes { get; init; }

    /// <summary>The format in which a subscriber gets its copy when it does not ask for another.</summary>
    public string Format { get; init; } = "ninjs";

    /// <summary>What a subscriber needs otherwise than usual in a format.</summary>
    public Channel Channel { get; init; } = Channel.Default;

    /// <summary>
    /// Whether a subscriber's contract has run out: it gets no copy, but still hears of kills and holds of what was sent
    /// to it.
    /// </summary>
    public bool IsLapsed { get; init; }

    /// <summary>
    /// Whether a subscriber has agreed to keep embargoes: it gets embargoed copy when it is filed, labelled, and again
    /// when the embargo is lifted.
    /// </summary>
    public bool GetsEmbargoed { get; init; }

    /// <summary>Whether its rights have ended, its key with them. A revoked name is not used again.</summary>
    public bool IsRevoked { get; init; }
}

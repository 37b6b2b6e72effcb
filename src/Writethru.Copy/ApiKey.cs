namespace Writethru.Copy;

/// <summary>A key by which a principal is known; it may have several. The key itself is nowhere.</summary>
public sealed record ApiKey
{
    /// <summary>SHA-256 of the key, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>What people call it, for the key itself is not kept: the first eight digits of its hash.</summary>
    public string Id => Hash[..Math.Min(8, Hash.Length)];

    /// <summary>When it was made, UTC; null for a key from before that was kept.</summary>
    public DateTimeOffset? Made { get; init; }

    /// <summary>From when on it is good no more, UTC; null: without end.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether somebody ended it.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Id of the principal who made it; empty: the machine's owner, or from before that was kept.</summary>
    public string By { get; init; } = "";

    /// <summary>
    /// Whether it opens nothing yet: who made it may have no copy, and nobody of the desk has confirmed it.
    /// </summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Whether its bearer is known by it.</summary>
    /// <param name="latest">The time by which things end, the later of two clocks.</param>
    public bool IsGoodAt(DateTimeOffset latest) => !IsUnconfirmed && !HasEndedAt(latest);

    /// <summary>Whether somebody ended it, or its time is over.</summary>
    /// <param name="latest">The time by which things end, the later of two clocks.</param>
    public bool HasEndedAt(DateTimeOffset latest) => IsRevoked || Expires <= latest;
}

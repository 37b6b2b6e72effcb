using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>A change of what a subscriber may have. What is null stays as it is.</summary>
public sealed record RightsChange
{
    /// <summary>Where it publishes; empty: not known.</summary>
    public ImmutableArray<string>? Territories { get; init; }

    /// <summary>In what it publishes: names of <see cref="UsageMedia"/>; empty: not known.</summary>
    public ImmutableArray<string>? Media { get; init; }

    /// <summary>Of which other services it is a client.</summary>
    public ImmutableArray<string>? ClientOf { get; init; }

    /// <summary>For what its contract is: names of <see cref="UsagePurposes"/>, at least one.</summary>
    public ImmutableArray<string>? Purposes { get; init; }

    /// <summary>Whether its contract is to pass copy on.</summary>
    public bool? Redistributes { get; init; }

    /// <summary>Whether its contract is to keep copy in an archive that is used again.</summary>
    public bool? Archives { get; init; }

    /// <summary>Whether it advertises or sells goods with what it gets.</summary>
    public bool? IsCommercial { get; init; }

    /// <summary>Whether it has agreed to keep embargoes.</summary>
    public bool? GetsEmbargoed { get; init; }

    /// <summary>
    /// Whether its contract is out now, whatever its dates say; a date that is still ahead counts when it comes. Null:
    /// by the dates where this change brings new ones, else as it is.
    /// </summary>
    public bool? IsLapsed { get; init; }

    /// <summary>When its contract begins; <see cref="DateTimeOffset.MinValue"/>: it has begun.</summary>
    public DateTimeOffset? ContractFrom { get; init; }

    /// <summary>From when on it is over; <see cref="DateTimeOffset.MaxValue"/>: without end.</summary>
    public DateTimeOffset? ContractUntil { get; init; }

    /// <summary>
    /// From when on copy is owed to it that its contract did not cover before; null: only what it had been covered for
    /// before its rights became narrower.
    /// </summary>
    public DateTimeOffset? OwedFrom { get; init; }

    internal Principal Of(Principal who, DateTimeOffset now, DateTimeOffset latest)
    {
        var changed = who with
        {
            Territories = Territories ?? who.Territories,
            Media = Media ?? who.Media,
            ClientOf = ClientOf ?? who.ClientOf,
            Purposes = Purposes ?? who.Purposes,
            Redistributes = Redistributes ?? who.Redistributes,
            Archives = Archives ?? who.Archives,
            IsCommercial = IsCommercial ?? who.IsCommercial,
            GetsEmbargoed = GetsEmbargoed ?? who.GetsEmbargoed,
            ContractFrom = ContractFrom is { } from
                ? from == DateTimeOffset.MinValue ? null : from
                : who.ContractFrom,
            ContractUntil = ContractUntil is { } until
                ? until == DateTimeOffset.MaxValue ? null : until
                : who.ContractUntil,
        };
        return changed with
        {
            IsLapsed = IsLapsed ?? (ContractFrom is not null || ContractUntil is not null
                ? Contracts.IsOut(changed, now, latest)
                : who.IsLapsed),
        };
    }
}

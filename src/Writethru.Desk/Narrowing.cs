using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>
/// Whether a change takes rights and gives none: such a change must go through where the disk is full, another waits.
/// </summary>
static class Narrowing
{
    /// <summary>
    /// Whether the principal may have nothing after it that it might not have before; nothing else changes.
    /// </summary>
    public static bool Is(Principal before, Principal after) => after == Otherwise(before, after)
        && (after.IsRevoked || IsNarrower(before, after));

    /// <summary>As it was before, but for its rights.</summary>
    static Principal Otherwise(Principal before, Principal after) => before with
    {
        Territories = after.Territories,
        Media = after.Media,
        ClientOf = after.ClientOf,
        Purposes = after.Purposes,
        Redistributes = after.Redistributes,
        Archives = after.Archives,
        IsCommercial = after.IsCommercial,
        GetsEmbargoed = after.GetsEmbargoed,
        ContractFrom = after.ContractFrom,
        ContractUntil = after.ContractUntil,
        IsLapsed = after.IsLapsed,
        IsRevoked = after.IsRevoked,
    };

    /// <summary>Whether the rights of the one are among those of the other.</summary>
    public static bool IsNarrower(Principal before, Principal after) =>
        IsWithin(after.Territories, before.Territories)
        && IsWithin(after.Media, before.Media)
        && IsWithin(after.ClientOf, before.ClientOf)
        // Terms must allow all that a contract is for.
        && IsWithin(before.Purposes, after.Purposes)
        && (before.Redistributes || !after.Redistributes)
        && (before.Archives || !after.Archives)
        && (after.IsCommercial || !before.IsCommercial)
        && (before.GetsEmbargoed || !after.GetsEmbargoed)
        && (after.ContractFrom ?? DateTimeOffset.MinValue) >= (before.ContractFrom ?? DateTimeOffset.MinValue)
        && (after.ContractUntil ?? DateTimeOffset.MaxValue) <= (before.ContractUntil ?? DateTimeOffset.MaxValue)
        && (after.IsLapsed || !before.IsLapsed);

    static bool IsWithin(ImmutableArray<string> after, ImmutableArray<string> before) =>
        after.All(name => before.Contains(name, StringComparer.OrdinalIgnoreCase));
}

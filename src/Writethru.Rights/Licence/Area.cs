using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights.Licence;

/// <summary>Places that a licence line names: countries, unions of countries, parts of a country.</summary>
/// <param name="Allow">Whom a permission for them reaches.</param>
/// <param name="Deny">Whom a denial for them reaches; the same, or more, for a name with a narrow and a wide
/// sense.</param>
/// <param name="Sure">How sure it is that no other places are meant.</param>
sealed record Area(ImmutableArray<string> Allow, ImmutableArray<string> Deny, double Sure)
{
    public static readonly Area None = new([], [], 1);

    /// <summary>How sure a name is of which there are several lists.</summary>
    const double SureOfUnion = 0.9;

    public static Area OfCountry(string code) => new([code], [code], 1);

    /// <summary>Null for a union that had no members on that day: a list of nobody would limit nothing.</summary>
    public static Area? OfUnion(string key, DateOnly? on) =>
        Unions.Allowed(key, on) is { IsEmpty: false } allowed
            ? new(allowed, Unions.Denied(key, on), SureOfUnion) : null;

    public Area With(Area other) => ReferenceEquals(this, None) ? other
        : new(Join(Allow, other.Allow), Join(Deny, other.Deny), Math.Min(Sure, other.Sure));

    /// <summary>The same array where nothing is new: a line may name one union a hundred times.</summary>
    static ImmutableArray<string> Join(ImmutableArray<string> known, ImmutableArray<string> more) =>
        known == more || more.All(known.Contains) ? known : [.. known.Union(more)];

    /// <summary>A rule that allows nothing else; what is taken out of it is denied by name.</summary>
    public UsageRule AllowOnly(Area? except = null)
    {
        ImmutableArray<string> rest = except is null ? Allow : [.. Allow.Except(except.Deny)];
        return new UsageRule
        {
            Kind = UsageKinds.Territory,
            // An empty list would allow everybody.
            Allow = rest.IsEmpty ? Allow : rest,
            Deny = except?.Deny ?? [],
            Sure = Math.Min(Sure, except?.Sure ?? 1),
        };
    }

    /// <summary>A rule that denies these.</summary>
    public UsageRule DenyAll() => new() { Kind = UsageKinds.Territory, Deny = Deny, Sure = Sure };
}

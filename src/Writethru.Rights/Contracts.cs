using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// The subscribers whose contracts have dates, and which of them have come. A fold of the log; the desk writes what is
/// due.
/// </summary>
/// <remarks>
/// A date counts once, at its instant: what a person says later stands. So each is held against when the subscriber was
/// last changed.
/// </remarks>
public sealed record Contracts
{
    /// <summary>Nobody's contract has a date.</summary>
    public static Contracts None { get; } = new();

    ImmutableDictionary<string, Dated> _dated = ImmutableDictionary<string, Dated>.Empty;

    /// <summary>Whether a contract has not begun or is over.</summary>
    /// <param name="who">A subscriber.</param>
    /// <param name="now">The time by which contracts begin.</param>
    /// <param name="latest">The time by which they end; not before <paramref name="now"/>.</param>
    public static bool IsOut(Principal who, DateTimeOffset now, DateTimeOffset latest) =>
        who.ContractFrom > now || who.ContractUntil <= latest;

    /// <summary>A principal with what has fallen due since it was last changed; itself mostly.</summary>
    /// <inheritdoc cref="IsOut"/>
    public Principal AsOf(Principal who, DateTimeOffset now, DateTimeOffset latest) =>
        _dated.TryGetValue(who.Id, out var dated) && dated.IsDue(now, latest)
            ? dated.Who with { IsLapsed = !dated.Who.IsLapsed }
            : who;

    /// <summary>Everybody who is otherwise from now on than the log says.</summary>
    /// <inheritdoc cref="IsOut"/>
    public IReadOnlyList<Principal> Due(DateTimeOffset now, DateTimeOffset latest) => [.. _dated.Values
        .Where(dated => dated.IsDue(now, latest)).Select(dated => AsOf(dated.Who, now, latest))];

    /// <summary>When the next contract begins; null when none is ahead.</summary>
    public DateTimeOffset? NextBegin(DateTimeOffset now) =>
        _dated.Values.Where(dated => dated.MayBegin && dated.Who.ContractFrom > now)
            .Min(dated => dated.Who.ContractFrom);

    /// <summary>When the next contract ends; null when none is ahead.</summary>
    public DateTimeOffset? NextEnd(DateTimeOffset latest) =>
        _dated.Values.Where(dated => dated.MayEnd && dated.Who.ContractUntil > latest)
            .Min(dated => dated.Who.ContractUntil);

    /// <summary>After a principal was changed.</summary>
    internal Contracts With(Principal who, DateTimeOffset at) => this with
    {
        _dated = who is { IsRevoked: false, ContractFrom: not null } or { IsRevoked: false, ContractUntil: not null }
            ? _dated.SetItem(who.Id, new Dated(who, at))
            : _dated.Remove(who.Id),
    };

    /// <summary>A subscriber, and when it was last changed.</summary>
    sealed record Dated(Principal Who, DateTimeOffset ChangedAt)
    {
        public bool MayBegin => Who.IsLapsed && Who.ContractFrom > ChangedAt;

        public bool MayEnd => !Who.IsLapsed && Who.ContractUntil > ChangedAt;

        public bool IsDue(DateTimeOffset now, DateTimeOffset latest) =>
            (MayEnd && Who.ContractUntil <= latest) || (MayBegin && !IsOut(Who, now, latest));
    }
}

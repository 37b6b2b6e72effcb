using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>How the rights of one subscriber came to be what they are, and which changes gave something back.</summary>
/// <remarks>
/// Whether one contract covers a single take is asked of the gate. Here it is only said whether two of them could
/// differ at all, so that not every change is a gap: what was never covered is not owed.
/// </remarks>
sealed record RightsHistory
{
    public static RightsHistory None { get; } = new();

    ImmutableArray<RightsSpan> _spans = [];
    ImmutableArray<Widening> _widenings = [];

    public Widening? Find(long position) => _widenings.LastOrDefault(widening => widening.Position == position);

    public RightsHistory Apply(long position, LogEntry.PrincipalChanged changed)
    {
        var who = changed.Principal;
        var span = new RightsSpan(position, who);
        if (changed.OwedAfter is { } after)
            return Add(span, new Widening(position, after, []));
        if (_spans is not [.., { Who: var last }])
            return this with { _spans = [span] };
        return HasSameRights(last, who) ? this : Add(span, WideningBy(span));
    }

    RightsHistory Add(RightsSpan span, Widening? widening) => this with
    {
        _spans = _spans.Add(span),
        _widenings = widening is null ? _widenings : _widenings.Add(widening),
    };

    /// <summary>The narrower spans right before this one, as far back as one before them had more.</summary>
    Widening? WideningBy(RightsSpan now)
    {
        var first = _spans.Length;
        while (first > 1 && _spans.Take(first - 1).Any(had => MayBeOwed(now.Who, had.Who, _spans[first - 1].Who)))
            first--;
        return first == _spans.Length ? null : new Widening(now.Since, _spans[first].Since, _spans[..first]);
    }

    /// <summary>Whether there could be a take that both of two may have, and one between them could not.</summary>
    static bool MayBeOwed(Principal now, Principal had, Principal meanwhile) =>
        !now.IsLapsed && !had.IsLapsed
        && (meanwhile.IsLapsed
            || IsLimit(now.Territories, had.Territories, meanwhile.Territories)
            || IsLimit(now.Media, had.Media, meanwhile.Media)
            || !SameNames(meanwhile.ClientOf, now.ClientOf)
            || meanwhile.Purposes.Any(name => !now.Purposes.Contains(name) && !had.Purposes.Contains(name))
            || IsDenied(now.Redistributes, had.Redistributes, meanwhile.Redistributes)
            || IsDenied(now.Archives, had.Archives, meanwhile.Archives)
            || IsDenied(now.IsCommercial, had.IsCommercial, meanwhile.IsCommercial));

    /// <summary>
    /// Terms must admit all that a contract names, and fit none that names nothing: what admits all of two contracts
    /// leaves out a third that names more, or nothing.
    /// </summary>
    static bool IsLimit(ImmutableArray<string> now, ImmutableArray<string> had, ImmutableArray<string> meanwhile) =>
        !now.IsEmpty && !had.IsEmpty
        && (meanwhile.IsEmpty || meanwhile.Any(name => !now.Contains(name) && !had.Contains(name)));

    /// <summary>Terms forbid an act to those whose contract is for it.</summary>
    static bool IsDenied(bool now, bool had, bool meanwhile) => meanwhile && !now && !had;

    static bool HasSameRights(Principal one, Principal other) =>
        (one.IsLapsed, one.Redistributes, one.Archives, one.IsCommercial, one.GetsEmbargoed)
            == (other.IsLapsed, other.Redistributes, other.Archives, other.IsCommercial, other.GetsEmbargoed)
        && SameNames(one.Territories, other.Territories) && SameNames(one.Media, other.Media)
        && SameNames(one.ClientOf, other.ClientOf) && SameNames(one.Purposes, other.Purposes);

    static bool SameNames(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.Length == other.Length && one.All(name => other.Contains(name, StringComparer.OrdinalIgnoreCase));
}

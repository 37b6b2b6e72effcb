using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights.Odrl;

/// <summary>What the actions of ODRL mean for somebody who gets copy to show it.</summary>
/// <remarks>
/// Source: ODRL Vocabulary and Expression 2.2, 3.4 and 3.5, and the actions of Creative Commons in it.
/// </remarks>
static class PolicyActions
{
    /// <summary>Acts that a rule has a kind for.</summary>
    static readonly (string Kind, ImmutableArray<string> Actions)[] _kinds =
    [
        (UsageKinds.Redistribution,
            ["distribute", "share", "transfer", "give", "lease", "lend", "grantUse", "cc:Distribution"]),
        (UsageKinds.Sale, ["sell"]),
        (UsageKinds.Archive, ["archive"]),
        (UsageKinds.Commercial, ["commercialize", "advertise", "cc:CommericalUse", "cc:CommercialUse"]),
        (UsageKinds.Modification, ["modify", "derive", "transform", "cc:DerivativeWorks"]),
    ];

    /// <summary>Acts that show the copy, in whatever medium.</summary>
    static readonly ImmutableArray<string> _showing =
        ["use", "distribute", "reproduce", "present", "publish", "cc:Distribution", "cc:Reproduction"];

    /// <summary>Acts that show it in some media alone.</summary>
    static ImmutableArray<string> MediaOf(string action) => action switch
    {
        "print" => UsageMedia.Named("print"),
        "display" => [UsageMedia.Web, UsageMedia.Mobile, UsageMedia.Tv],
        _ => [],
    };

    /// <summary>Whether a permission of this act is understood.</summary>
    public static bool IsKnown(string action) => _showing.Contains(action) || !MediaOf(action).IsEmpty
        || Array.Exists(_kinds, kind => kind.Actions.Contains(action) && action is not ("grantUse" or "transfer"));

    /// <summary>Whether showing the copy at all is what the act is.</summary>
    public static bool Shows(string action) => _showing.Contains(action);

    /// <summary>
    /// What follows from the acts that are allowed: what is not named is not allowed, but for <c>use</c>, which is all
    /// of
    /// them. Null when none of them shows the copy.
    /// </summary>
    public static List<UsageRule>? Limits(IReadOnlyCollection<string> allowed)
    {
        if (allowed.Contains("use"))
            return [];
        List<UsageRule> rules = [];
        if (!allowed.Any(Shows))
        {
            ImmutableArray<string> media = [.. allowed.SelectMany(action => MediaOf(action)).Distinct()];
            if (media.IsEmpty)
                return null;
            rules.Add(new UsageRule { Kind = UsageKinds.Medium, Allow = media });
        }
        rules.AddRange(_kinds.Where(kind => !kind.Actions.Any(allowed.Contains))
            .Select(kind => new UsageRule { Kind = kind.Kind, Value = "none" }));
        return rules;
    }

    /// <summary>What follows from an act that is forbidden everywhere and always; null when not understood.</summary>
    public static UsageRule? Forbidden(string action)
    {
        if (MediaOf(action) is { IsEmpty: false } media)
            return new UsageRule { Kind = UsageKinds.Medium, Deny = media };
        var kind = Array.Find(_kinds, kind => kind.Actions.Contains(action)).Kind;
        return kind is null ? null : new UsageRule { Kind = kind, Value = "none" };
    }
}

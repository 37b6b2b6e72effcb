using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Policies;

/// <summary>
/// Rules read from a sentence, as a policy of ODRL: one permission to use, under constraints and the duty to credit,
/// and
/// prohibitions that win over it.
/// </summary>
/// <remarks>
/// Made only where it says all that the sentence says: a policy that leaves a limit out would be taken for all of them.
/// </remarks>
sealed record RulesPolicy
{
    /// <summary>What the words of ODRL begin with.</summary>
    public const string Odrl = "http://www.w3.org/ns/odrl/2/";

    /// <summary>The profile of the news industry.</summary>
    public const string Profile = "https://iptc.org/std/RightsML/odrl-profile/";

    const double SureEnough = 0.6;

    /// <summary>The constraints of the permission, which all hold.</summary>
    public ImmutableArray<PolicyLimit> Limits { get; init; } = [];

    /// <summary>Whom to credit, as addresses of our own; an empty one where only that somebody is.</summary>
    public ImmutableArray<string> Credits { get; init; } = [];

    /// <summary>Names of the acts that are forbidden.</summary>
    public ImmutableArray<string> Forbidden { get; init; } = [];

    /// <summary>
    /// The policy; null where the terms bring one, where a word of them was not understood or is not sure, where they
    /// limit nothing, and where ODRL has no word for a limit.
    /// </summary>
    public static RulesPolicy? Of(UsageTerms? terms, TermsReading? reading)
    {
        if (terms is not { Policy: "" } || reading is not { IsUnderstood: true }
            || reading.Rules.Any(rule => rule.Sure < SureEnough))
            return null;
        var policy = new RulesPolicy();
        foreach (var rule in reading.Rules)
        {
            if (policy.With(rule) is not { } with)
                return null;
            policy = with;
        }
        return policy is { Limits.IsEmpty: true, Credits.IsEmpty: true, Forbidden.IsEmpty: true } ? null : policy;
    }

    RulesPolicy? With(UsageRule rule) => rule switch
    {
        { Kind: UsageKinds.Handout or UsageKinds.Pool or UsageKinds.FilePhoto or UsageKinds.Copyright } => this,
        { Kind: UsageKinds.Territory } => ByLists(rule, "spatial", PlaceOf),
        { Kind: UsageKinds.Medium } => ByLists(rule, "media", medium => "urn:writethru:medium:" + medium),
        { Kind: UsageKinds.Clients } =>
            ByLists(rule, "recipient", client => "urn:writethru:client:" + Uri.EscapeDataString(client)),
        { Kind: UsageKinds.Window or UsageKinds.Embargo } when rule.From is not null || rule.Until is not null =>
            Within(rule.From, "gteq").Within(rule.Until, "lt"),
        { Kind: UsageKinds.Editorial, Value: "only" } => Limited("purpose", "eq", ["urn:writethru:purpose:editorial"]),
        { Kind: UsageKinds.OneTime, Value: "" } => Limited("count", "eq", ["1"]),
        { Kind: UsageKinds.MandatoryCredit } => this with
        {
            Credits = Credits.Add(
                rule.Value.Length > 0 ? "urn:writethru:credit:" + Uri.EscapeDataString(rule.Value) : ""),
        },
        { Value: "none" } => ActOf(rule.Kind) is { } act ? this with { Forbidden = Forbidden.Add(act) } : null,
        _ => null,
    };

    static string? ActOf(string kind) => kind switch
    {
        UsageKinds.Redistribution => "distribute",
        UsageKinds.Sale => "sell",
        UsageKinds.Archive => "archive",
        UsageKinds.Commercial => "commercialize",
        UsageKinds.Modification => "modify",
        _ => null,
    };

    RulesPolicy? ByLists(UsageRule rule, string operand, Func<string, string?> write)
    {
        ImmutableArray<string?> allow = [.. rule.Allow.Select(write)], deny = [.. rule.Deny.Select(write)];
        if (allow.Contains(null) || deny.Contains(null) || allow.Length + deny.Length == 0)
            return null;
        var policy = this;
        if (!allow.IsEmpty)
            policy = policy.Limited(operand, allow.Length == 1 ? "eq" : "isAnyOf", allow);
        return deny.IsEmpty ? policy : policy.Limited(operand, deny.Length == 1 ? "neq" : "isNoneOf", deny);
    }

    RulesPolicy Within(DateTimeOffset? instant, string operation) =>
        instant is { } at ? Limited("dateTime", operation, [Instant.Write(at)]) : this;

    RulesPolicy Limited(string operand, string operation, ImmutableArray<string?> values) =>
        this with { Limits = Limits.Add(new PolicyLimit(operand, operation, [.. values.OfType<string>()])) };

    /// <summary>
    /// A country by IPTC's address of its code, a part of one by ISO's name of it; null for anything else.
    /// </summary>
    static string? PlaceOf(string code) => code.Contains('-', StringComparison.Ordinal)
        ? "urn:iso:std:iso:3166:-2:" + code
        : CountryCodes.FindThree(code) is { } three ? "http://cvx.iptc.org/iso3166-1a3/" + three : null;
}

/// <summary>A constraint.</summary>
/// <param name="Operand">What is compared, by its name in ODRL.</param>
/// <param name="Operation">How, by its name in ODRL.</param>
/// <param name="Values">With what: addresses, an instant, a number.</param>
sealed record PolicyLimit(string Operand, string Operation, ImmutableArray<string> Values)
{
    /// <summary>Whether the values are addresses.</summary>
    public bool IsOfAddresses => Operand is not ("dateTime" or "count");
}

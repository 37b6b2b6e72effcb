using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights.Odrl;

/// <summary>
/// Reads policies of ODRL and RightsML into rules. Closed: every operator, act, constraint, duty and party that is not
/// known is listed as not understood, and that denies. Pure, never throws, touches no network, and takes steps in
/// proportion to the length.
/// </summary>
/// <remarks>
/// Read are ODRL 2.2 and RightsML as JSON-LD, ODRL 2.1 as JSON and as XML. Turtle, N-Quads and a policy that is only
/// linked are not understood as a whole.
/// </remarks>
public static class PolicyReader
{
    /// <summary>Longest policy that is read, in UTF-16 units; a longer one is not understood as a whole.</summary>
    public const int MaxLength = 65_536;

    static readonly string[] _types = ["Policy", "Set", "Offer", "Agreement", "Assertion"];

    /// <summary>The rules of a policy, and every word that was not understood.</summary>
    /// <param name="policy">The policy, verbatim.</param>
    /// <param name="offset">Where it begins in the text that the spans point into.</param>
    public static TermsReading Read(string policy, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var words = new PolicyWords(policy, offset);
        if (Parse(policy) is not { IsTooMuch: false } graph
            || graph.Nodes.Where(IsPolicy).ToList() is not { Count: > 0 } policies)
            return new TermsReading { NotUnderstood = [words.All] };
        var rules = ImmutableArray.CreateBuilder<UsageRule>();
        foreach (var node in policies)
            rules.AddRange(new Reading(graph, words).Read(node));
        foreach (var word in graph.Strange)
            words.Strange(word);
        foreach (var node in graph.Nodes.Where(node => !node.WasRead))
            words.Strange(node.Id);
        return new TermsReading { Rules = rules.ToImmutable(), NotUnderstood = words.NotUnderstood };
    }

    static PolicyGraph? Parse(string policy) => policy.Length > MaxLength ? null
        : policy.AsSpan().TrimStart() switch
        {
            ['<', ..] => PolicyXml.Read(policy),
            ['{' or '[', ..] => PolicyJson.Read(policy),
            _ => null,
        };

    static bool IsPolicy(PolicyNode node) => node.Types.Exists(_types.Contains)
        || node.Properties.Exists(property => property.Name is "permission" or "prohibition" or "obligation");

    /// <summary>One policy being read.</summary>
    sealed class Reading(PolicyGraph graph, PolicyWords words)
    {
        readonly List<UsageRule> _rules = [];
        readonly List<PolicyGrant> _grants = [];
        readonly PolicyRules _each = new(graph, words);
        bool _isVoid, _hasProhibition;

        public List<UsageRule> Read(PolicyNode policy)
        {
            policy.WasRead = true;
            foreach (var type in policy.Types.Where(type => !_types.Contains(type)))
                words.Strange(type);
            foreach (var (name, value) in policy.Properties)
                Read(name, value);
            if (_grants.Count == 0 && !_hasProhibition || _isVoid && _grants.Count > 0 && _hasProhibition)
                words.Strange(policy.Id);
            AddGrants();
            return _rules;
        }

        void Read(string name, PolicyValue value)
        {
            switch (name)
            {
                case "permission" when graph.Find(value) is { } node:
                    _grants.Add(_each.ReadPermission(node));
                    break;
                case "prohibition" when graph.Find(value) is { } node:
                    _hasProhibition = true;
                    _rules.AddRange(_each.ReadProhibition(node));
                    break;
                case "obligation" when graph.Find(value) is { } node && _each.ReadDuty(node) is { } duty:
                    _rules.Add(duty);
                    break;
                case "profile" when PolicyNames.IsKnownProfile(value.Text):
                case "undefined" or "inheritAllowed":
                    break;
                case "conflict" when PolicyNames.Of(value.Text) is "perm" or "prohibit" or "invalid":
                    _isVoid |= PolicyNames.Of(value.Text) == "invalid";
                    break;
                case "target" or "assigner":
                    _each.ReadOutside(value);
                    break;
                case "assignee":
                    _each.ReadOutside(value);
                    words.Strange(name);
                    break;
                case var _ when PolicyNames.Describes(name):
                    _each.ReadOutside(value);
                    break;
                default:
                    words.Strange(value.Text.Length > 0 && name != "obligation" ? value.Text : name);
                    break;
            }
        }

        /// <summary>
        /// Permissions add up only where they differ in nothing but the act, or nothing but the countries: what several
        /// allow together otherwise cannot be said by rules that all bind.
        /// </summary>
        void AddGrants()
        {
            var grants = PolicyGrant.Join(_grants);
            if (grants.Count > 1)
            {
                foreach (var grant in grants)
                    words.Strange(grant.Actions);
                return;
            }
            foreach (var grant in grants)
            {
                _rules.AddRange(grant.Rules);
                if (PolicyActions.Limits(grant.Actions) is { } limits)
                    _rules.AddRange(limits.Select(rule => rule with { Span = words.Find(grant.Word) }));
                else
                    words.Strange(grant.Word);
            }
        }
    }
}

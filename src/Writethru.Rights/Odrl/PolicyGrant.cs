using System.Globalization;
using Writethru.Copy;

namespace Writethru.Rights.Odrl;

/// <summary>One permission: what it allows, and the rules under which.</summary>
/// <param name="Actions">The acts.</param>
/// <param name="Rules">What its constraints and duties say.</param>
/// <param name="Word">The first act as it was written.</param>
sealed record PolicyGrant(IReadOnlyList<string> Actions, IReadOnlyList<UsageRule> Rules, string Word)
{
    /// <summary>The permissions, those that add up joined.</summary>
    public static List<PolicyGrant> Join(IEnumerable<PolicyGrant> grants)
    {
        List<PolicyGrant> sameRules = [];
        foreach (var group in grants.GroupBy(grant => grant.Key(_ => true), StringComparer.Ordinal))
        {
            sameRules.Add(group.First() with
            {
                Actions = [.. group.SelectMany(grant => grant.Actions).Distinct().Order(StringComparer.Ordinal)],
            });
        }
        List<PolicyGrant> joined = [];
        foreach (var group in sameRules.GroupBy(grant => grant.KeyWithoutCountries, StringComparer.Ordinal))
        {
            if (group.All(grant => grant.Countries is not null))
                joined.Add(group.First().In([.. group.SelectMany(grant => grant.Countries!.Allow).Distinct()]));
            else
                joined.AddRange(group);
        }
        return joined;
    }

    /// <summary>The rule of its countries, when it has one and that names the only ones allowed.</summary>
    UsageRule? Countries => Rules.Where(rule => rule.Kind == UsageKinds.Territory).ToList() is
        [{ Allow.IsEmpty: false, Deny.IsEmpty: true } only] ? only : null;

    PolicyGrant In(List<string> countries) => this with
    {
        Rules = [.. Rules.Select(rule => rule == Countries ? rule with { Allow = [.. countries] } : rule)],
    };

    string KeyWithoutCountries => string.Join(',', Actions) + "\n"
        + (Countries is null ? Key(_ => true) : Key(rule => rule.Kind != UsageKinds.Territory));

    string Key(Func<UsageRule, bool> counts) =>
        string.Join('\n', Rules.Where(counts).Select(KeyOf).Distinct().Order(StringComparer.Ordinal));

    static string KeyOf(UsageRule rule) => string.Create(CultureInfo.InvariantCulture,
        $"{rule.Kind}|{Names(rule.Allow)}|{Names(rule.Deny)}|{rule.Value}|{rule.From:O}|{rule.Until:O}");

    static string Names(IEnumerable<string> names) => string.Join(',', names.Order(StringComparer.Ordinal));
}

using System.Globalization;
using Writethru.Copy;
using Writethru.Rights.Odrl;

namespace Writethru.Tests.Rights.Odrl;

/// <summary>What was read from a policy, as one line a rule, sorted: equal lines are equal meaning.</summary>
static class PolicyText
{
    public static string Of(string policy) => Of(PolicyReader.Read(policy));

    public static string Of(TermsReading reading) =>
        string.Join('\n', reading.Rules.Select(Line).Distinct().Order(StringComparer.Ordinal)
            .Concat(reading.IsUnderstood ? [] : ["?"]));

    public static string Line(UsageRule rule) => string.Create(CultureInfo.InvariantCulture,
        $"{rule.Kind}{Names(" only ", rule.Allow)}{Names(" not ", rule.Deny)}"
        + $"{Word(rule.Value)}{From(rule)}{Until(rule)}");

    static string From(UsageRule rule) => rule.From is { } from ? " from " + Instant.Write(from) : "";

    static string Until(UsageRule rule) => rule.Until is { } until ? " until " + Instant.Write(until) : "";

    static string Word(string value) => value.Length > 0 ? ": " + value : "";

    static string Names(string before, IEnumerable<string> names) =>
        names.Any() ? before + string.Join(',', names.Order(StringComparer.Ordinal)) : "";
}

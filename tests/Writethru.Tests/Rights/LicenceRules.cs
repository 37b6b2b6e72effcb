using Writethru.Copy;

namespace Writethru.Tests.Rights;

/// <summary>Rules as the tables of tests write them: kind, =value, +allowed, -denied, from and until.</summary>
static class LicenceRules
{
    public static string InWords(TermsReading reading) => string.Join("; ", reading.Rules.Select(InWords));

    public static string InWords(UsageRule rule)
    {
        var lists = string.Concat(rule.Allow.Select(code => "+" + code))
            + string.Concat(rule.Deny.Select(code => "-" + code));
        return rule.Kind + (rule.Value.Length > 0 ? " =" + rule.Value : "") + (lists.Length > 0 ? " " + lists : "")
            + (rule.From is { } from ? " from " + Instant.Write(from) : "")
            + (rule.Until is { } until ? " until " + Instant.Write(until) : "");
    }
}

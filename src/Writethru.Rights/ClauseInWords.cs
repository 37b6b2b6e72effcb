using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>Rules of usage terms, and what they are held against, in English.</summary>
static class ClauseInWords
{
    /// <summary>What a rule says: <c>territory: KR only</c>, <c>window: until 2026-11-24T00:00:00Z</c>.</summary>
    public static string OfRule(UsageRule rule)
    {
        string[] parts =
        [
            rule.Allow.IsEmpty ? "" : $"{List(rule.Allow)} only",
            rule.Deny.IsEmpty ? "" : $"not {List(rule.Deny)}",
            rule.From is { } from ? $"from {Instant.Write(from)}" : "",
            rule.Until is { } until ? $"until {Instant.Write(until)}" : "",
            rule.Value,
        ];
        return $"{rule.Kind}: {string.Join(", ", parts.Where(part => part.Length > 0))}".TrimEnd(' ', ':');
    }

    /// <summary>What of the contract or the time the clause was held against: <c>gazette publishes in JP</c>.</summary>
    public static string Against(Denial denial, TakeTerms held) => Against(denial.Reason, denial, held)
        + (denial.Since is { } later
            ? $"; so say the terms of take {later.Number} of story {later.Story}, which came later"
            : "");

    static string Against(WithholdReason reason, Denial denial, TakeTerms held) => reason switch
    {
        WithholdReason.Territory =>
            Known(held.Who, "publishes in", held.Who.Territories, "where {0} publishes is not known"),
        WithholdReason.Medium =>
            Known(held.Who, "publishes in", held.Who.Media, "in what media {0} publishes is not known"),
        WithholdReason.Clients =>
            Known(held.Who, "is a client of", held.Who.ClientOf, "{0} is a client of no other service"),
        WithholdReason.Redistribution => $"{held.Who.Name} passes copy on",
        WithholdReason.Archive => $"{held.Who.Name} keeps an archive that is used again",
        WithholdReason.Purpose => $"{held.Who.Name} is for {List(held.Who.Purposes)}"
            + (denial.Rule is null ? ", and nothing grants the training of models" : ""),
        WithholdReason.Commercial => $"{held.Who.Name} advertises or sells with it",
        WithholdReason.Expired =>
            $"it is past {Instant.Write(denial.Rule?.Until ?? held.Take.Expires ?? held.Reach.Ended)}",
        WithholdReason.Embargoed when denial.Rule?.From is { } from => $"{Instant.Write(from)} has not come",
        WithholdReason.UnclearTerms => "nobody has cleared words that were not understood",
        WithholdReason.NoTerms => "its publisher's pictures may not leave without terms",
        WithholdReason.TakenDown => "it was taken down",
        _ => "",
    };

    static string Known(Principal who, string verb, ImmutableArray<string> what, string unknown) =>
        what.IsEmpty ? unknown.Replace("{0}", who.Name, StringComparison.Ordinal) : $"{who.Name} {verb} {List(what)}";

    static string List(IEnumerable<string> words) => string.Join(", ", words);
}

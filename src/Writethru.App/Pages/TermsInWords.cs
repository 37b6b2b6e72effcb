using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>Usage terms and what the gate withheld by them, in plain words.</summary>
static class TermsInWords
{
    /// <summary>
    /// What was read from usage terms: <c>South Korea only; no redistribution</c>. Empty when nothing was read. Words
    /// that were not understood are quoted, since nobody gets the item until a person has cleared them.
    /// </summary>
    public static string Of(UsageTerms terms, TermsReading? reading)
    {
        if (reading is null)
            return "";
        var rules = reading.Rules.Select(rule => Of(rule));
        var rest = reading.NotUnderstood.Select(span =>
            $"not understood: “{terms.Whole.Substring(span.Start, span.Length)}”");
        return string.Join("; ", rules.Concat(rest).Where(part => part.Length > 0));
    }

    /// <summary>Why a picture is not shown, in one word for its label.</summary>
    public static string Label(WithholdReason reason) => reason switch
    {
        WithholdReason.UnclearTerms => "unclear terms",
        WithholdReason.TakenDown => "taken down",
        WithholdReason.NoTerms => "no terms",
        _ => Words.Of(reason),
    };

    /// <summary>Why a picture is not shown, in a sentence for the one who does not see it.</summary>
    public static string Why(WithholdReason reason, Principal viewer) => reason switch
    {
        WithholdReason.Territory when viewer.Territories.IsEmpty =>
            "Its usage terms say in which countries it may be shown, and your territory is not known here.",
        WithholdReason.Territory => "Its usage terms do not allow it to be shown "
            + $"{(viewer.Territories.Length == 1 ? "in your territory" : "in all of your territories")}, "
            + $"{Territories(viewer)}.",
        WithholdReason.Medium when viewer.Media.IsEmpty =>
            "Its usage terms say in what media it may be shown, and yours are not known here.",
        WithholdReason.Medium =>
            $"Its usage terms do not allow it in all of your media, {string.Join(", ", viewer.Media)}.",
        WithholdReason.Archive =>
            "Its usage terms do not allow it to be kept, and keeping an archive is what your contract is for.",
        WithholdReason.Purpose => "Its usage terms do not allow all that your contract is for: "
            + $"{string.Join(", ", viewer.Purposes)}.",
        WithholdReason.Commercial =>
            "Its usage terms keep it to the editorial part, and your contract is for advertising or selling.",
        WithholdReason.Clients => "Its usage terms name the services whose clients may have it, or may not.",
        WithholdReason.Expired => "The time in which it could be used is over.",
        WithholdReason.Embargoed => "The time from which it may be used has not come.",
        WithholdReason.NoTerms => "It came without usage terms, from a sender whose pictures need them.",
        WithholdReason.Redistribution =>
            "Its usage terms do not allow it to be passed on, and passing copy on is what your contract is for.",
        WithholdReason.UnclearTerms =>
            "Its usage terms hold words that nobody is sure of yet. It stays back until a person clears them.",
        WithholdReason.TakenDown => "The right to it ended. Remove it wherever you have it.",
        WithholdReason.Killed => "It was killed. Do not use it; remove it wherever you have it.",
        WithholdReason.Held => "It is on hold. Do not use it until it is released.",
        _ => "It is not part of what you may have.",
    };

    /// <summary>Where somebody publishes, by name.</summary>
    public static string Territories(Principal viewer) =>
        string.Join(", ", viewer.Territories.Select(Copy.Territories.NameOf));

    static string Of(UsageRule rule) => rule.Kind switch
    {
        UsageKinds.Territory when !rule.Allow.IsEmpty => $"{Names(rule.Allow)} only{Except(rule)}",
        UsageKinds.Territory => $"not in {Names(rule.Deny)}",
        UsageKinds.Purpose when !rule.Deny.IsEmpty => $"not for {List(rule.Deny)}",
        UsageKinds.Purpose => $"for {List(rule.Allow)}",
        UsageKinds.Medium when !rule.Allow.IsEmpty => $"in {List(rule.Allow)} only{ExceptFor(rule)}",
        UsageKinds.Medium => $"not in {List(rule.Deny)}",
        UsageKinds.Clients when !rule.Allow.IsEmpty => $"clients of {List(rule.Allow)} only{ExceptFor(rule)}",
        UsageKinds.Clients => $"not for clients of {List(rule.Deny)}",
        UsageKinds.Redistribution => Ruled(rule, "redistribution"),
        UsageKinds.Sale => Ruled(rule, "sale"),
        UsageKinds.Archive => Ruled(rule, "archive"),
        UsageKinds.Editorial => "editorial use only",
        UsageKinds.Commercial => Ruled(rule, "commercial use"),
        UsageKinds.Modification => rule.Value == "noCropping" ? "no cropping" : Ruled(rule, "changes"),
        UsageKinds.People => $"{rule.Value} must not be recognised",
        UsageKinds.OneTime => "for one use",
        UsageKinds.Window or UsageKinds.Embargo when rule.From is not null || rule.Until is not null => Times(rule),
        UsageKinds.Embargo => $"embargoed: {rule.Value}",
        UsageKinds.MandatoryCredit => rule.Value.Length > 0 ? $"must be credited to {rule.Value}" : "must be credited",
        UsageKinds.Handout => "a handout of its subject",
        UsageKinds.Pool => "taken for a pool",
        UsageKinds.FilePhoto => "a file photo",
        UsageKinds.Copyright => "rights reserved, no restriction named",
        _ => $"{rule.Kind} {rule.Value}".TrimEnd(),
    };

    static string Except(UsageRule rule) => rule.Deny.IsEmpty ? "" : $", but not {Names(rule.Deny)}";

    static string ExceptFor(UsageRule rule) => rule.Deny.IsEmpty ? "" : $", but not {List(rule.Deny)}";

    static string List(IEnumerable<string> words) => string.Join(", ", words);

    static string Times(UsageRule rule) => string.Join(", ", new[]
    {
        rule.From is { } from ? $"not before {Instant.Write(from)}" : "",
        rule.Until is { } until ? $"not from {Instant.Write(until)} on" : "",
    }.Where(part => part.Length > 0));

    static string Ruled(UsageRule rule, string act) => rule.Value == "none" ? $"no {act}" : $"{act}: {rule.Value}";

    static string Names(IEnumerable<string> codes) => string.Join(", ", codes.Select(Copy.Territories.NameOf));
}

using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>Usage terms as the gate holds them: the sentence and what was read from it.</summary>
/// <param name="Text">The terms, verbatim: the name under which a person clears them.</param>
/// <param name="Reading">What was read; null when nothing has read them, which denies.</param>
sealed record BoundTerms(string Text, TermsReading? Reading)
{
    /// <summary>A rule that was read with less certainty than this is treated as not understood.</summary>
    public const double SureEnough = 0.6;

    /// <summary>Why this subscriber may not have what the terms bind; null when it may.</summary>
    /// <param name="who">A subscriber.</param>
    /// <param name="isCleared">Whether a person has cleared the words that were not understood.</param>
    public WithholdReason? WhyNot(Principal who, bool isCleared)
    {
        if (Reading is null || (!isCleared && !IsSure(Reading)))
            return WithholdReason.UnclearTerms;
        foreach (var rule in Reading.Rules)
        {
            if (WhyNot(rule, who) is { } reason)
                return reason;
        }
        return null;
    }

    /// <summary>Whether every word was understood well enough to need no person.</summary>
    public bool IsClear => Reading is not null && IsSure(Reading);

    static bool IsSure(TermsReading reading) =>
        reading.IsUnderstood && reading.Rules.All(rule => rule.Sure >= SureEnough && IsKnown(rule.Kind));

    static bool IsKnown(string kind) => kind is UsageKinds.Territory or UsageKinds.Redistribution or UsageKinds.Sale
        or UsageKinds.MandatoryCredit or UsageKinds.Handout or UsageKinds.Pool or UsageKinds.FilePhoto
        or UsageKinds.Copyright;

    static WithholdReason? WhyNot(UsageRule rule, Principal who) => rule.Kind switch
    {
        UsageKinds.Territory => Admits(rule, who.Territory) ? null : WithholdReason.Territory,
        UsageKinds.Redistribution or UsageKinds.Sale => who.Redistributes ? WithholdReason.Redistribution : null,
        _ => null,
    };

    /// <summary>A subscriber whose territory is not known fits into no limited territory.</summary>
    static bool Admits(UsageRule rule, string territory) =>
        territory.Length > 0
        && (rule.Allow.IsEmpty || rule.Allow.Contains(territory))
        && !rule.Deny.Contains(territory);
}

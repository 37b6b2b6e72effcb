using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>Usage terms as the gate holds them: the sentence and what was read from it.</summary>
/// <param name="Text">The terms, verbatim: the name under which a person clears them.</param>
/// <param name="Reading">What was read; null when nothing has read them, which denies.</param>
sealed record BoundTerms(string Text, TermsReading? Reading)
{
    /// <summary>A rule that was read with less certainty than this is treated as not understood.</summary>
    public const double SureEnough = 0.6;

    /// <summary>Whether every word was understood well enough to need no person.</summary>
    public bool IsClear { get; } =
        Reading is { IsUnderstood: true } && Reading.Rules.All(rule => rule.Sure >= SureEnough && SaysSomething(rule));

    /// <summary>
    /// Whether a rule names an instant, so that what it says depends on how far time has come for its take.
    /// </summary>
    public bool IsTimed =>
        Reading is { } read && read.Rules.Any(rule => rule.From is not null || rule.Until is not null);

    /// <summary>Why this subscriber may not have what the terms bind; null when it may.</summary>
    /// <param name="who">A subscriber.</param>
    /// <param name="isCleared">Whether a person has cleared the words that were not understood.</param>
    /// <param name="reach">The time that counts for rules with instants.</param>
    public Denial? WhyNot(Principal who, bool isCleared, Reach reach)
    {
        if (Reading is null || (!isCleared && !IsClear))
            return new Denial(WithholdReason.UnclearTerms) { Terms = this };
        foreach (var rule in Reading.Rules)
        {
            if (WhyNot(rule, who, reach) is { } reason)
                return new Denial(reason) { Terms = this, Rule = rule };
        }
        return null;
    }

    /// <summary>Whether a rule grants the training of models beyond doubt.</summary>
    public bool GrantsTraining => IsClear && Reading!.Rules.Any(
        rule => rule.Kind == UsageKinds.Purpose && rule.Allow.Contains(UsagePurposes.Train));

    /// <summary>
    /// A kind, a medium or a country that is not known could deny anybody, and so could a limit to nothing or a time
    /// without an instant: a person must say.
    /// </summary>
    static bool SaysSomething(UsageRule rule) => rule.Kind switch
    {
        UsageKinds.Territory =>
            HasList(rule) && rule.Allow.All(Territories.IsCode) && rule.Deny.All(Territories.IsCode),
        UsageKinds.Medium => HasList(rule) && rule.Allow.All(IsMedium) && rule.Deny.All(IsMedium),
        UsageKinds.Clients => HasList(rule),
        UsageKinds.Purpose =>
            HasList(rule) && rule.Allow.All(UsagePurposes.All.Contains) && rule.Deny.All(UsagePurposes.All.Contains),
        UsageKinds.Window => rule.From is not null || rule.Until is not null,
        UsageKinds.Embargo => rule.From is not null,
        UsageKinds.Redistribution or UsageKinds.Sale or UsageKinds.Archive or UsageKinds.Editorial
            or UsageKinds.Commercial or UsageKinds.Modification or UsageKinds.People or UsageKinds.OneTime
            or UsageKinds.MandatoryCredit or UsageKinds.Handout or UsageKinds.Pool or UsageKinds.FilePhoto
            or UsageKinds.Copyright => true,
        _ => false,
    };

    static bool HasList(UsageRule rule) => !(rule.Allow.IsEmpty && rule.Deny.IsEmpty);

    static bool IsMedium(string name) => UsageMedia.All.Contains(name);

    static WithholdReason? WhyNot(UsageRule rule, Principal who, Reach reach) => rule.Kind switch
    {
        UsageKinds.Territory => AdmitsTerritories(rule, who) ? null : WithholdReason.Territory,
        UsageKinds.Medium => AdmitsMedia(rule, who) ? null : WithholdReason.Medium,
        UsageKinds.Clients => AdmitsClient(rule, who) ? null : WithholdReason.Clients,
        UsageKinds.Purpose => rule.Deny.Any(who.Purposes.Contains) ? WithholdReason.Purpose : null,
        UsageKinds.Redistribution or UsageKinds.Sale => who.Redistributes ? WithholdReason.Redistribution : null,
        UsageKinds.Archive => who.Archives ? WithholdReason.Archive : null,
        UsageKinds.Editorial or UsageKinds.Commercial => who.IsCommercial ? WithholdReason.Commercial : null,
        UsageKinds.Window or UsageKinds.Embargo => rule.Until <= reach.Ended ? WithholdReason.Expired
            : rule.From > reach.Begun ? WithholdReason.Embargoed
            : null,
        _ => null,
    };

    /// <summary>
    /// All of a contract's territories must be allowed, wholly, and no place in them denied. A limit fits nobody whose
    /// territories are not known.
    /// </summary>
    static bool AdmitsTerritories(UsageRule rule, Principal who)
    {
        foreach (var territory in who.Territories)
        {
            foreach (var denied in rule.Deny)
            {
                if (Territories.Overlap(territory, denied))
                    return false;
            }
            if (!rule.Allow.IsEmpty && !IsInAny(territory, rule.Allow))
                return false;
        }
        return !who.Territories.IsEmpty || !HasList(rule);
    }

    static bool IsInAny(string territory, IEnumerable<string> others)
    {
        foreach (var other in others)
        {
            if (Territories.IsWithin(territory, other))
                return true;
        }
        return false;
    }

    /// <summary>As for territories: all of a contract's media.</summary>
    static bool AdmitsMedia(UsageRule rule, Principal who)
    {
        foreach (var medium in who.Media)
        {
            if (rule.Deny.Contains(medium) || !(rule.Allow.IsEmpty || rule.Allow.Contains(medium)))
                return false;
        }
        return !who.Media.IsEmpty || !HasList(rule);
    }

    /// <summary>One of the services allowed must serve it, and none of those denied may.</summary>
    static bool AdmitsClient(UsageRule rule, Principal who) =>
        (rule.Allow.IsEmpty || rule.Allow.Any(service => IsClientOf(who, service)))
        && !rule.Deny.Any(service => IsClientOf(who, service));

    static bool IsClientOf(Principal who, string service) =>
        who.ClientOf.Contains(service, StringComparer.OrdinalIgnoreCase);
}

/// <summary>That usage terms keep something from a subscriber.</summary>
/// <param name="Reason">Why.</param>
readonly record struct Denial(WithholdReason Reason)
{
    /// <summary>The terms; null where there are none.</summary>
    public BoundTerms? Terms { get; init; }

    /// <summary>The rule that decided; null where it was no rule of terms, or words that were not understood.</summary>
    public UsageRule? Rule { get; init; }

    /// <summary>The later take whose terms they are; null where they are the take's own.</summary>
    public TakePlace? Since { get; init; }

    /// <summary>
    /// The picture's own story, where that one keeps it back; null where the terms of the take itself do.
    /// </summary>
    public StoryId? Home { get; init; }
}

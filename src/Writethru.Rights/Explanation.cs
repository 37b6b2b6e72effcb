using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>What the gate answers of a take, with the rule that decided. For the desk alone.</summary>
/// <param name="Decision">The answer, as <see cref="GateSnapshot.Decide"/> gives it.</param>
/// <param name="Rule">One sentence or several, in English: what was found, and what it was held against.</param>
public sealed record Explanation(Decision Decision, string Rule)
{
    /// <summary>What of the item's own terms withheld it; null when they did not.</summary>
    public DecidingClause? Item { get; init; }

    /// <summary>
    /// One entry a picture of a take that is delivered: what withheld it; null when it goes along. Empty for a take
    /// that is withheld, and for notices.
    /// </summary>
    public ImmutableArray<DecidingClause?> Pictures { get; init; } = [];

    internal static Explanation Of(Decision decision, Principal? who, StoryStanding? standing, TakeTerms? terms)
    {
        var item = decision is Decision.Withhold { Reason: var reason } && terms?.OfItem() is { } denial
            && denial.Reason == reason
            ? DecidingClause.Of(denial, terms.Value)
            : null;
        ImmutableArray<DecidingClause?> pictures = decision is Decision.Deliver deliver && terms is { } held
            ? [.. deliver.Pictures.Select((withheld, i) => withheld is not null && held.OfPicture(i) is { } why
                ? DecidingClause.Of(why, held)
                : null)]
            : [];
        var rule = Sentences.Of(decision, who, standing, terms?.Take,
            terms?.Gate.FindElsewhere(terms.Value.Story, terms.Value.Take.Number), item, pictures);
        return new Explanation(decision, rule) { Item = item, Pictures = pictures };
    }
}

/// <summary>The clause of usage terms that kept something from a subscriber, and what it was held against.</summary>
/// <param name="Reason">Why it was kept.</param>
/// <param name="Kind">A name from <see cref="UsageKinds"/>; empty where no rule decided.</param>
/// <param name="Rule">The rule, in English; empty where no rule decided.</param>
/// <param name="Words">
/// The words of the terms that say so, or those that were not understood; empty where there are no terms.
/// </param>
/// <param name="Terms">The terms, verbatim; empty where there are none.</param>
/// <param name="Against">What of the contract, or of the time, they were held against, as a clause in English.</param>
public sealed record DecidingClause(
    WithholdReason Reason, string Kind, string Rule, string Words, string Terms, string Against)
{
    internal static DecidingClause Of(Denial denial, TakeTerms held) =>
        denial.Home is not { } home ? OfTake(denial, held)
        : PictureGate.ExplainAtHome(held.Gate, home, held.Who, denial.Reason)
            ?? OfTake(denial, held) with { Against =
                $"it is story {home} by itself, which is kept back: {Writethru.Copy.Words.Of(denial.Reason)}" };

    static DecidingClause OfTake(Denial denial, TakeTerms held) => new(denial.Reason, denial.Rule?.Kind ?? "",
        denial.Rule is { } rule ? ClauseInWords.OfRule(rule) : "",
        denial.Terms is { } terms ? WordsOf(terms, denial.Rule) : "", denial.Terms?.Text ?? "",
        ClauseInWords.Against(denial, held));

    static string WordsOf(BoundTerms terms, UsageRule? rule) => rule is not null
        ? Cut(terms.Text, rule.Span)
        : string.Join(" … ", (terms.Reading?.NotUnderstood ?? []).Select(span => Cut(terms.Text, span))
            .Where(words => words.Length > 0)) is { Length: > 0 } words ? words : terms.Text;

    /// <summary>The words of a span; the whole where it names none of the text.</summary>
    static string Cut(string text, TextSpan span) =>
        span.Start >= 0 && span.Length > 0 && span.Start <= text.Length - span.Length
            ? text.Substring(span.Start, span.Length)
            : text;
}

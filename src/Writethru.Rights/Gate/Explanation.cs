using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>What the gate answers of a take, with the rule that decided. For the desk alone.</summary>
/// <param name="Decision">The answer, as <see cref="GateSnapshot.Decide"/> gives it.</param>
/// <param name="Rule">One sentence or several, in English: what was found, and what it was held against.</param>
public sealed record Explanation(Decision Decision, string Rule);

/// <summary>The sentences of <see cref="GateSnapshot.Explain"/>.</summary>
static class Sentences
{
    public static string Of(Decision decision, Principal? who, StoryStanding? standing, TakeStanding? take) =>
        decision switch
        {
            _ when standing is null || take is null => "There is no such take.",
            _ when who is null || who.IsRevoked => "The subscriber's rights were revoked.",
            Decision.Deliver when take.IsNotice =>
                $"It is a notice, and take {Numbers(take.SentTo(who.Name))} had been sent to {who.Name} when it was filed.",
            Decision.Deliver deliver => Since(take, who) + Pictures(deliver, take, who),
            Decision.Withhold withhold => WhyNot(withhold.Reason, who, standing, take),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "No such answer."),
        };

    static string Since(TakeStanding take, Principal who) => take.OpenedAt > 0
        ? $"It has been in the open since position {take.OpenedAt}."
        : $"It is under embargo until {Until(take)}, and {who.Name} has agreed to keep embargoes.";

    static string Pictures(Decision.Deliver deliver, TakeStanding take, Principal who) =>
        string.Concat(deliver.Pictures.Select((reason, i) => reason is { } why
            ? $" Picture {i + 1} stays behind: {Terms(why, take.Pictures[i], who)}"
            : ""));

    static string WhyNot(WithholdReason reason, Principal who, StoryStanding standing, TakeStanding take) => reason switch
    {
        WithholdReason.Lapsed => $"The contract of {who.Name} has run out.",
        WithholdReason.Embargoed =>
            $"It is under embargo until {Until(take)}, and {who.Name} has no agreement to keep embargoes.",
        WithholdReason.Waiting => "It waits for a person to release it.",
        WithholdReason.Killed => $"Take {standing.Closing?.Number} killed the story or took it down.",
        WithholdReason.Held => $"Take {standing.Closing?.Number} holds the story.",
        WithholdReason.Moved => $"Its copy belongs to story {take.MovedTo}, which was stopped.",
        WithholdReason.NeverSent when take.IsNotice => $"It is a notice, and no take had been sent to {who.Name}.",
        WithholdReason.NeverSent =>
            $"Take {standing.Closing?.Number} closed the story before this take was sent to {who.Name}.",
        _ => Terms(reason, take.Terms, who),
    };

    static string Terms(WithholdReason reason, BoundTerms? terms, Principal who) => reason switch
    {
        WithholdReason.Territory when who.Territory.Length == 0 =>
            $"its terms say \"{terms?.Text}\", and where {who.Name} publishes is not known.",
        WithholdReason.Territory => $"its terms say \"{terms?.Text}\", and {who.Name} publishes in {who.Territory}.",
        WithholdReason.Redistribution => $"its terms say \"{terms?.Text}\", and {who.Name} passes copy on.",
        WithholdReason.TakenDown => "it was taken down.",
        WithholdReason.UnclearTerms =>
            $"its terms say \"{terms?.Text}\", which holds words that were not understood and that nobody has cleared.",
        _ => $"{Words.Of(reason)}.",
    };

    static string Until(TakeStanding take) =>
        take.EmbargoedUntil is { } until ? Instant.Write(until) : "an instant that nobody has named";

    static string Numbers(IEnumerable<int> takes) => string.Join(", ", takes);
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>The sentences of an <see cref="Explanation"/>.</summary>
static class Sentences
{
    public static string Of(Decision decision, Principal? who, StoryStanding? standing, TakeStanding? take,
        StoryId? elsewhere, DecidingClause? item, ImmutableArray<DecidingClause?> pictures) => decision switch
        {
            _ when standing is null => "There is no such take.",
            _ when who is null || who.IsRevoked => "The subscriber's rights were revoked.",
            _ when take is null => "There is no such take.",
            Decision.Deliver when take.IsNotice =>
                $"It is a notice, and take {Numbers(take.SentTo(who.Id))} had been sent to {who.Name} when it was "
                    + "filed.",
            Decision.Deliver => Since(take, who) + Pictures(pictures),
            Decision.Withhold when item is not null => Clause(item),
            Decision.Withhold withhold => WhyNot(withhold.Reason, who, standing, take, elsewhere),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "No such answer."),
        };

    static string Since(TakeStanding take, Principal who) => take.OpenedAt > 0
        ? $"It has been in the open since position {take.OpenedAt}."
        : $"It is under embargo until {Until(take)}, and {who.Name} has agreed to keep embargoes.";

    static string Pictures(ImmutableArray<DecidingClause?> pictures) => string.Concat(pictures.Select((clause, i) =>
        clause is null ? "" : $" Picture {i + 1} stays behind: {Clause(clause)}"));

    static string WhyNot(WithholdReason reason, Principal who, StoryStanding standing, TakeStanding take,
        StoryId? elsewhere) => reason switch
    {
        WithholdReason.Lapsed => Lapsed(who),
        WithholdReason.Embargoed =>
            $"It is under embargo until {Until(take)}, and {who.Name} has no agreement to keep embargoes.",
        WithholdReason.Waiting => "It waits for a person to release it.",
        WithholdReason.Killed => $"Take {standing.Closing?.Number} killed the story or took it down.",
        WithholdReason.Held => $"Take {standing.Closing?.Number} holds the story.",
        WithholdReason.Moved => $"Its copy belongs to story {elsewhere}, which was stopped.",
        WithholdReason.NeverSent when take.IsNotice => $"It is a notice, and no take had been sent to {who.Name}.",
        WithholdReason.NeverSent =>
            $"Take {standing.Closing?.Number} closed the story before this take was sent to {who.Name}.",
        _ => $"{Words.Of(reason)}.",
    };

    static string Lapsed(Principal who) => (who.ContractFrom, who.ContractUntil) switch
    {
        ({ } from, { } until) =>
            $"The contract of {who.Name} runs from {Instant.Write(from)} until {Instant.Write(until)}.",
        ({ } from, null) => $"The contract of {who.Name} runs from {Instant.Write(from)} on.",
        (null, { } until) => $"The contract of {who.Name} ran until {Instant.Write(until)}.",
        _ => $"The contract of {who.Name} has run out.",
    };

    static string Clause(DecidingClause clause) => clause switch
    {
        { Terms.Length: 0 } => $"{clause.Against}.",
        { Reason: WithholdReason.UnclearTerms } =>
            $"its terms say \"{clause.Terms}\"; \"{clause.Words}\" was not understood, and nobody has cleared it.",
        _ => $"its terms say \"{clause.Words}\" ({clause.Rule}), and {clause.Against}.",
    };

    static string Until(TakeStanding take) =>
        take.EmbargoedUntil is { } until ? Instant.Write(until) : "an instant that nobody has named";

    static string Numbers(IEnumerable<int> takes) => string.Join(", ", takes);
}

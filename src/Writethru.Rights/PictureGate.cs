using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// By which right the files of a picture leave, and what its own story says of it where copy carries it.
/// </summary>
static class PictureGate
{
    /// <inheritdoc cref="GateSnapshot.DecidePicture"/>
    public static RenditionDecision Decide(GateSnapshot gate, string principal, string picture)
    {
        StoryId? closed = null;
        HashSet<StoryId> decided = [];
        foreach (var place in gate.Shelf.CarriersOf(picture).Reverse()
            .OrderByDescending(place => place.Story.Value == picture))
        {
            if (decided.Contains(place.Story))
                continue;
            switch (gate.Decide(principal, place.Story, place.Number))
            {
                case Decision.Deliver decision:
                    // What the newest take says of a picture holds for its files: an older one may have said less.
                    decided.Add(place.Story);
                    var index = gate.Find(place.Story, place.Number)!.PictureIds.Index()
                        .Where(carried => carried.Item == picture && decision.Pictures[carried.Index] is null)
                        .Select(carried => carried.Index).DefaultIfEmpty(-1).First();
                    if (index >= 0)
                        return new RenditionDecision.Deliver(place, index);
                    break;
                case Decision.Withhold { Reason: WithholdReason.Killed or WithholdReason.Held }:
                    closed ??= place.Story;
                    break;
                case Decision.Withhold { Reason: WithholdReason.Embargoed or WithholdReason.Waiting
                    or WithholdReason.NeverSent }:
                    break;
                default:
                    decided.Add(place.Story);
                    break;
            }
        }
        return closed is { } story ? new RenditionDecision.Closed(story) : new RenditionDecision.Nothing();
    }

    /// <inheritdoc cref="GateSnapshot.FindCarriers"/>
    public static IEnumerable<TakePlace> Carriers(GateSnapshot gate, StoryId picture) =>
        from story in gate.Shelf.CarriersOf(picture.Value).Select(place => place.Story).Distinct()
        where story != picture && gate.StateOf(story) == StoryState.Living
        let newest = Enumerable.Range(1, gate.CountTakes(story)).Reverse().Select(number => gate.Find(story, number))
            .FirstOrDefault(take => take is { OpenedAt: > 0, IsNotice: false })
        where newest?.PictureIds.Contains(picture.Value) == true
        select new TakePlace(story, newest.Number);

    /// <summary>
    /// The clause of a picture's own story that keeps it back; null where that one was stopped, or is not out.
    /// </summary>
    public static DecidingClause? ExplainAtHome(GateSnapshot gate, StoryId home, Principal who,
        WithholdReason reason) =>
        Enumerable.Range(1, gate.CountTakes(home)).Reverse().Select(number => gate.Explain(who.Id, home, number).Item)
            .FirstOrDefault(item => item?.Reason == reason);

    /// <summary>
    /// Why a picture that copy carries is withheld by what its own story says: that one was stopped, is not out, or is
    /// not for this one. Of several takes the newest that may be had decides. Null when it is not.
    /// </summary>
    public static WithholdReason? WhyNotAtHome(GateSnapshot gate, StoryId? home, Principal who)
    {
        if (home is not { } story || gate.StateOf(story) is var state && state == StoryState.None)
            return null;
        if (state is StoryState.Killed or StoryState.TakenDown)
            return state == StoryState.TakenDown ? WithholdReason.TakenDown : WithholdReason.Killed;
        if (state == StoryState.Held)
            return WithholdReason.Held;
        WithholdReason? reason = null;
        for (var number = gate.CountTakes(story); number > 0; number--)
        {
            if (gate.IsNotice(story, number))
                continue;
            switch (gate.Decide(who.Id, story, number))
            {
                case Decision.Deliver:
                    return null;
                case Decision.Withhold { Reason: var why and (WithholdReason.Embargoed or WithholdReason.Waiting) }:
                    reason ??= why;
                    break;
                case Decision.Withhold { Reason: var why }:
                    return why;
            }
        }
        return reason;
    }
}

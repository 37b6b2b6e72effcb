using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Who hears of a kill or hold, and what is left of a closed story for whom (law 6). Entitlement is not asked.
/// </summary>
static class Notices
{
    /// <summary>Whether the notice is the reader's own: who was sent nothing hears of nothing.</summary>
    public static bool IsFor(Principal who, TakeStanding notice) =>
        who.SeesAhead || notice.Sent.ContainsKey(who.Id);

    /// <summary>The notice, for whom it is.</summary>
    public static Decision Decide(Principal who, StoryStanding standing, TakeStanding notice) => IsFor(who, notice)
        ? new Decision.Deliver(Grants.OfNotice(NewestSent(who, standing, notice)), [])
        : new Decision.Withhold(WithholdReason.NeverSent);

    /// <summary>A take that was not sent to them looks as if it had not been: only what they have is gone.</summary>
    public static Decision.Withhold WithholdSent(
        Principal who, StoryStanding standing, TakeStanding take, WithholdReason reason) =>
        new(who.SeesAhead || standing.Closing?.SentTo(who.Id).Contains(take.Number) == true
            ? reason
            : WithholdReason.NeverSent);

    /// <summary>What the reader of a notice knows of the story.</summary>
    public static int? NewestSent(Principal who, StoryStanding standing, TakeStanding notice) => standing.Takes
        .LastOrDefault(take => !take.IsNotice && take.Number < notice.Number
            && ((who.SeesAhead && standing.IsFor(who, take)) || notice.SentTo(who.Id).Contains(take.Number)))
        ?.Number;
}

using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Tests.Rights;

/// <summary>What the gate answers of a held story, entry by entry.</summary>
public class HeldGateTests
{
    static readonly StoryId _story = new("story");
    static readonly DateTimeOffset _at = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_hold_closes_every_take_and_its_notice_reaches_only_those_who_were_sent_one()
    {
        var gate = Fold(Subscriber("kr"), Desk(), Take(1, Cause.First), Notice(2, Cause.Hold, 1), Subscriber("late"));

        Assert.Equal(new Decision.Withhold(WithholdReason.Held), gate.Decide("kr", _story, 1));
        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 2));
        Assert.Equal((2, 2), (gate.NewestFor("kr", _story), gate.NoticeOf(_story)));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("late", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("late", _story, 2));
        Assert.Null(gate.NewestFor("late", _story));
        Assert.Equal([4], gate.HoldsAfter(0).Select(notice => notice.Position));
    }

    [Fact]
    public void The_desk_sees_behind_a_hold()
    {
        var gate = Fold(Desk(), Take(1, Cause.First), Take(2, Cause.Hold), Take(3, Cause.Development));

        Assert.IsType<Decision.Deliver>(gate.Decide("desk", _story, 1));
        Assert.Equal(3, gate.NewestFor("desk", _story));
        Assert.Equal(WithholdReason.Held, gate.FindUnseen(_story, 1)?.Reason);
    }

    [Fact]
    public void A_release_opens_the_story_to_everybody_and_the_notice_stays_in_the_past_of_those_it_reached()
    {
        var gate = Fold(Subscriber("kr"), Take(1, Cause.First), Notice(2, Cause.Hold, 1), Subscriber("late"),
            Take(3, Cause.Development), Take(4, Cause.Release));

        Assert.All(["kr", "late"], name => Assert.Equal(4, gate.NewestFor(name, _story)));
        Assert.All([1, 3, 4], number => Assert.IsType<Decision.Deliver>(gate.Decide("late", _story, number)));
        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 2));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("late", _story, 2));
        Assert.Null(gate.NoticeOf(_story));
        Assert.Empty(gate.HoldsAfter(0));
        // What came under the hold came out with the release, and is not handed out at its own position.
        Assert.False(gate.OpensAt("kr", _story, 3, 5));
        Assert.True(gate.OpensAt("kr", _story, 4, 6));
    }

    [Fact]
    public void A_kill_under_a_hold_is_heard_of_by_those_alone_who_were_sent_the_story_before_the_hold()
    {
        var gate = Fold(Subscriber("kr"), Take(1, Cause.First), Notice(2, Cause.Hold, 1), Subscriber("late"),
            Take(3, Cause.Development), Notice(4, Cause.Kill, 1, 2));

        Assert.Equal(new Decision.Withhold(WithholdReason.Killed), gate.Decide("kr", _story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("kr", _story, 3));
        Assert.IsType<Decision.Deliver>(gate.Decide("kr", _story, 4));
        Assert.Equal((4, 1), (gate.NoticeOf(_story), gate.NewestSent("kr", _story, 4)));
        Assert.All([1, 2, 3, 4], number =>
            Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("late", _story, number)));
        Assert.Empty(gate.HoldsAfter(0));
        Assert.Equal([6], gate.KillsAfter(0).Select(notice => notice.Position));
    }

    /// <summary>Where copy under an embargo ended a hold, nothing has come in place of what stood under it.</summary>
    [Fact]
    public void A_notice_overtakes_no_copy()
    {
        var gate = Fold(Subscriber("kr"), Take(1, Cause.First), Notice(2, Cause.Hold, 1),
            Take(3, Cause.Release) with { EmbargoedUntil = _at.AddHours(1) });

        Assert.False(gate.IsOvertaken(_story, 1, position: 5));
        Assert.Equal(1, gate.NewestFor("kr", _story));
        Assert.True(Next(gate, new LogEntry.EmbargoLifted(_story, 3)).IsOvertaken(_story, 1, position: 6));
    }

    [Fact]
    public void A_hold_of_an_embargoed_story_is_heard_of_by_nobody()
    {
        var gate = Fold(Subscriber("kr"), Take(1, Cause.First) with { EmbargoedUntil = _at.AddHours(1) },
            Take(2, Cause.Hold));

        Assert.All([1, 2], number =>
            Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("kr", _story, number)));
        gate = Next(gate, new LogEntry.EmbargoLifted(_story, 1));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), gate.Decide("kr", _story, 1));
        Assert.Null(gate.NewestFor("kr", _story));
    }

    [Fact]
    public void A_second_hold_closes_again()
    {
        var gate = Fold(Subscriber("kr"), Take(1, Cause.First), Notice(2, Cause.Hold, 1), Take(3, Cause.Release),
            Notice(4, Cause.Hold, 1, 3));

        Assert.All([1, 3], number =>
            Assert.Equal(new Decision.Withhold(WithholdReason.Held), gate.Decide("kr", _story, number)));
        Assert.Equal(4, gate.NewestFor("kr", _story));
        Assert.Equal([5], gate.HoldsAfter(0).Select(notice => notice.Position));
    }

    static LogEntry.TakeFiled Take(int number, Cause cause) => new()
    {
        Filed = new FiledTake { Story = _story, Number = number, Cause = cause, FiledAt = _at, Take = new Take() },
    };

    /// <summary>A hold or kill that was filed when these takes had been sent to "kr".</summary>
    static LogEntry.TakeFiled Notice(int number, Cause cause, params int[] sent) =>
        Take(number, cause) with { Recipients = [new Recipient("kr", [.. sent])] };

    static LogEntry.PrincipalChanged Desk() =>
        new(new Principal { Name = "desk", Role = Role.Desk, Keys = [new ApiKey { Hash = "hash-desk" }] });

    static LogEntry.PrincipalChanged Subscriber(string name) =>
        new(new Principal { Name = name, Role = Role.Subscriber, Keys = [new ApiKey { Hash = "hash-" + name }] });

    static GateSnapshot Fold(params LogEntry[] entries) => entries.Aggregate(GateSnapshot.Empty, Next);

    static GateSnapshot Next(GateSnapshot gate, LogEntry entry) =>
        gate.Apply(new LogRecord { Position = gate.Position + 1, At = _at, Entry = entry });
}

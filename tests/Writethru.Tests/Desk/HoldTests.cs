using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>What stops a story for now or for good, and what brings it back.</summary>
public sealed class HoldTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_hold_is_a_take_with_its_reason_and_no_copy()
    {
        var first = await _desk.FileAsync(Ferry("a"));

        var hold = await HoldAsync(first.Story, "Ring the\nport first");

        Assert.Equal((2, Cause.Hold), (hold.Number, hold.Cause));
        Assert.Equal("(HOLD: Ring the port first)", hold.Take.Advisory?.Text);
        Assert.Equal(TakeStatus.Withheld, hold.Take.Status);
        Assert.Empty(hold.Take.Body);
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(first.Story));
    }

    [Fact]
    public async Task The_release_brings_the_newest_copy_again_whole_as_a_take_of_its_own()
    {
        var first = await _desk.FileAsync(
            Ferry("a", "7") with { Series = "LEAD", Advisory = new Advisory("(ADDS quotes)") });
        await HoldAsync(first.Story);
        var meanwhile = await _desk.FileAsync(Ferry("a", "8", "Checked text."));

        var release = await ReleaseAsync(first.Story);

        Assert.Equal((3, 4, Cause.Release), (meanwhile.Number, release.Number, release.Cause));
        Assert.Equal("Checked text.", release.Take.Body[0].Text);
        Assert.Equal("(RELEASE: This story may be used again.)", release.Take.Advisory?.Text);
        Assert.Equal(("", "", "a"), (release.Take.Series, release.Take.SenderVersion, release.Take.SenderId));
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(first.Story));
        Assert.Equal(4, _desk.Story(first.Story).Count);
    }

    [Fact]
    public async Task What_comes_in_under_a_hold_is_seen_by_nobody_until_the_release()
    {
        await _desk.SubscribeAsync("reader");
        var first = await _desk.FileAsync(Ferry("a"));
        await HoldAsync(first.Story);
        await _desk.FileAsync(Ferry("a", text: "Second."));

        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), _desk.Gate.Now.Decide("reader", first.Story, 3));
        Assert.Equal(WithholdReason.Held, _desk.Gate.Now.FindUnseen(first.Story, 3)?.Reason);
        await ReleaseAsync(first.Story);

        Assert.IsType<Decision.Deliver>(_desk.Gate.Now.Decide("reader", first.Story, 3));
        Assert.Equal(4, _desk.Gate.Now.NewestFor("reader", first.Story));
        Assert.Null(_desk.Gate.Now.FindUnseen(first.Story, 3));
    }

    [Fact]
    public async Task What_waits_goes_on_waiting_and_is_filed_anew_behind_the_release()
    {
        await _desk.SubscribeAsync("reader");
        var until = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var first = await _desk.FileAsync(Ferry("a"));
        await _desk.FileAsync(Ferry("a", text: "Embargoed."), item => item with { Embargo = until });
        await HoldAsync(first.Story);

        var release = await ReleaseAsync(first.Story);

        Assert.Equal((4, "First text."), (release.Number, release.Take.Body[0].Text));
        var behind = _desk.Story(first.Story)[^1];
        Assert.Equal((5, Cause.Development, "Embargoed."),
            (behind.Filed.Number, behind.Filed.Cause, behind.Filed.Take.Body[0].Text));
        Assert.Equal(until, behind.EmbargoedUntil);
        Assert.Equal(5, Assert.Single(_desk.Gate.Now.Pending).Number);
        Assert.Equal(4, _desk.Gate.Now.NewestFor("reader", first.Story));
        foreach (var number in new[] { 2, 5 })
        {
            Assert.Equal(new Decision.Withhold(WithholdReason.Embargoed),
                _desk.Gate.Now.Decide("reader", first.Story, number));
        }
    }

    [Fact]
    public async Task A_story_of_which_nothing_was_out_stays_under_its_embargo_through_hold_and_release_however_often()
    {
        await _desk.SubscribeAsync("reader");
        var until = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var first = await _desk.FileAsync(Ferry("a"), item => item with { Embargo = until });

        for (var i = 0; i < 3; i++)
        {
            await HoldAsync(first.Story);
            await ReleaseAsync(first.Story);
        }

        Assert.Null(_desk.Gate.Now.NewestFor("reader", first.Story));
        Assert.Equal(7, Assert.Single(_desk.Gate.Now.Pending).Number);
        Assert.All(Enumerable.Range(1, 7), number =>
            Assert.IsType<Decision.Withhold>(_desk.Gate.Now.Decide("reader", first.Story, number)));
    }

    [Fact]
    public async Task An_update_under_a_hold_stays_under_the_embargo_of_the_copy_before_it()
    {
        var until = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var first = await _desk.FileAsync(Ferry("a"), item => item with { Embargo = until });
        await HoldAsync(first.Story);

        await _desk.FileAsync(Ferry("a", text: "Second."));

        Assert.Equal(until, _desk.Story(first.Story)[^1].EmbargoedUntil);
    }

    [Fact]
    public async Task An_embargo_that_passes_under_a_hold_opens_nothing_and_the_release_brings_the_take()
    {
        await _desk.SubscribeAsync("reader");
        var first = await _desk.FileAsync(Ferry("a"),
            item => item with { Embargo = DateTimeOffset.MaxValue.AddDays(-9) });
        await HoldAsync(first.Story);
        await _desk.Log.WriteAsync(t => t.Append(new LogEntry.EmbargoLifted(first.Story, 1)), Cancel);

        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), _desk.Gate.Now.Decide("reader", first.Story, 1));
        Assert.Empty(_desk.Gate.Now.Pending);
        await ReleaseAsync(first.Story);

        Assert.Equal(3, _desk.Gate.Now.NewestFor("reader", first.Story));
        Assert.Empty(_desk.Gate.Now.Pending);
    }

    [Fact]
    public async Task The_copy_that_comes_again_after_hold_and_release_makes_no_take()
    {
        var first = await _desk.FileAsync(Ferry("a"));
        await HoldAsync(first.Story);
        Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(Ferry("a")));
        await ReleaseAsync(first.Story);

        Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(Ferry("a")));
        Assert.Equal(3, _desk.Story(first.Story).Count);
    }

    [Fact]
    public async Task Verbs_that_may_not_follow_are_refused_with_what_was_found_and_leave_no_entry()
    {
        var first = await _desk.FileAsync(Ferry("a"));
        var head = _desk.Log.Head;
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Release.RunAsync(first.Story, null, "desk", Cancel));
        Assert.IsType<StoryOutcome.Unknown>(await _desk.Hold.RunAsync(new StoryId("none"), "Why", "desk", Cancel));
        Assert.Equal(head, _desk.Log.Head);

        await HoldAsync(first.Story);
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Hold.RunAsync(first.Story, "Why", "desk", Cancel));
        Assert.IsType<StoryOutcome.Conflict>(
            await _desk.Release.RunAsync(first.Story, DateTimeOffset.MaxValue, "desk", Cancel));

        Done(await _desk.Takedown.RunAsync(first.Story, "Contract ended", "desk", Cancel));
        head = _desk.Log.Head;
        foreach (var outcome in new[]
        {
            await _desk.Release.RunAsync(first.Story, null, "desk", Cancel),
            await _desk.Hold.RunAsync(first.Story, "Why", "desk", Cancel),
            await _desk.Kill.RunAsync(first.Story, "Why", null, "desk", Cancel),
            await _desk.Takedown.RunAsync(first.Story, "Why", "desk", Cancel),
        })
            Assert.IsType<StoryOutcome.Conflict>(outcome);
        Assert.Equal(head, _desk.Log.Head);
    }

    [Fact]
    public async Task Verbs_that_share_a_commit_see_each_other()
    {
        var first = await _desk.FileAsync(Ferry("a"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            _desk.Hold.RunAsync(first.Story, "Why", "desk", Cancel)));

        Assert.Single(outcomes.OfType<StoryOutcome.Done>());
        Assert.Equal(2, _desk.Story(first.Story).Count);
    }

    [Theory]
    [InlineData("Wrong port.", true, "(KILL: Wrong port. A substitute will follow.)")]
    [InlineData("Wrong port", true, "(KILL: Wrong port. A substitute will follow.)")]
    [InlineData("Wrong port", false, "(KILL: Wrong port. There will be no substitute.)")]
    [InlineData("Wrong port", null, "(KILL: Wrong port)")]
    public async Task A_kill_says_whether_a_substitute_comes(string reason, bool? substitute, string notice)
    {
        var first = await _desk.FileAsync(Ferry("a"));

        var kill = Done(await _desk.Kill.RunAsync(first.Story, reason, substitute, "desk", Cancel));

        Assert.Equal(notice, kill.Take.Advisory?.Text);
    }

    [Fact]
    public async Task A_takedown_is_a_kill_of_its_own_cause_and_label()
    {
        var first = await _desk.FileAsync(Ferry("a"));

        var takedown = Done(await _desk.Takedown.RunAsync(first.Story, "Licence ended", "desk", Cancel));

        Assert.Equal((2, Cause.Takedown, true), (takedown.Number, takedown.Cause, takedown.IsKill));
        Assert.Equal("(TAKEDOWN: Licence ended)", takedown.Take.Advisory?.Text);
        Assert.Equal(StoryState.TakenDown, _desk.Gate.Now.StateOf(first.Story));
    }

    async Task<FiledTake> HoldAsync(StoryId story, string reason = "Being checked") =>
        Done(await _desk.Hold.RunAsync(story, reason, "desk", Cancel));

    async Task<FiledTake> ReleaseAsync(StoryId story) =>
        Done(await _desk.Release.RunAsync(story, null, "desk", Cancel));

    static FiledTake Done(StoryOutcome outcome) => Assert.IsType<StoryOutcome.Done>(outcome).Take;
}

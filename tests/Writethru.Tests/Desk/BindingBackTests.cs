using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>What is stricter in a newer take binds what is not out before it; what is looser opens nothing.</summary>
public sealed class BindingBackTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    readonly DateTimeOffset _now;

    public BindingBackTests() => _now = _desk.Clock.GetUtcNow();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_later_embargo_of_a_newer_take_keeps_the_older_one_back_as_long()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(Ferry(1) with { Embargo = Until(1) });
        await _desk.FileAsync(Ferry(2) with { Embargo = Until(60) });

        await LiftAsync(2);
        Assert.False(MayHave(first.Story, 1));
        Assert.False(MayHave(first.Story, 2));

        await LiftAsync(60);
        Assert.True(MayHave(first.Story, 1));
        Assert.True(MayHave(first.Story, 2));
    }

    [Fact]
    public async Task A_newer_take_that_is_withheld_keeps_the_older_one_back_until_a_person_says()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(Ferry(1) with { Embargo = Until(1) });
        await _desk.FileAsync(Ferry(2) with { Status = TakeStatus.Withheld });

        await LiftAsync(2);
        Assert.False(MayHave(first.Story, 1));

        Assert.IsType<StoryOutcome.Done>(await _desk.Release.RunAsync(first.Story, null, "desk", Cancel));
        Assert.True(MayHave(first.Story, 1));
        Assert.True(MayHave(first.Story, 2));
    }

    [Fact]
    public async Task A_release_of_what_waits_leaves_the_embargo_that_binds_it()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(Ferry(1) with { Embargo = Until(60) });
        await _desk.FileAsync(Ferry(2) with { Status = TakeStatus.Withheld });

        Assert.IsType<StoryOutcome.Conflict>(
            await _desk.Release.RunAsync(first.Story, _now.AddMinutes(30), "desk", Cancel));
        Assert.IsType<StoryOutcome.Done>(await _desk.Release.RunAsync(first.Story, null, "desk", Cancel));

        Assert.False(MayHave(first.Story, 2));
        await LiftAsync(60);
        Assert.True(MayHave(first.Story, 2));
    }

    [Fact]
    public async Task An_earlier_embargo_of_a_newer_take_opens_nothing()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(Ferry(1) with { Embargo = Until(60) });
        await _desk.FileAsync(Ferry(2) with { Embargo = Until(1) });

        await LiftAsync(2);

        Assert.False(MayHave(first.Story, 1));
        Assert.False(MayHave(first.Story, 2));
    }

    [Fact]
    public async Task What_is_out_stays_out()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(Ferry(1));
        await _desk.FileAsync(Ferry(2) with { Embargo = Until(60) });

        Assert.True(MayHave(first.Story, 1));
        Assert.False(MayHave(first.Story, 2));
    }

    [Fact]
    public async Task An_embargo_under_a_hold_binds_what_only_the_hold_kept_back()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(Ferry(1));
        await _desk.Hold.RunAsync(first.Story, "Being checked", "desk", Cancel);
        await _desk.FileAsync(Ferry(2));
        await _desk.FileAsync(Ferry(3) with { Embargo = Until(60) });

        var release = Assert.IsType<StoryOutcome.Done>(
            await _desk.Release.RunAsync(first.Story, null, "desk", Cancel)).Take;

        Assert.Equal("Text 1.", release.Take.Body[0].Text);
        Assert.Equal([release.Number],
            Enumerable.Range(release.Number, 3).Where(number => MayHave(first.Story, number)));
        await LiftAsync(60);
        Assert.Equal("Text 3.", Newest(first.Story));
    }

    [Fact]
    public async Task A_person_sets_a_later_embargo_without_a_reason_and_an_earlier_one_with_one()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await _desk.FileAsync(Ferry(1) with { Embargo = Until(10) })).Story;

        Assert.IsType<StoryOutcome.Done>(
            await _desk.SetEmbargo.RunAsync(story, _now.AddMinutes(60), "", "desk", Cancel));
        await LiftAsync(11);
        Assert.False(MayHave(story, 1));

        Assert.IsType<StoryOutcome.Unexplained>(
            await _desk.SetEmbargo.RunAsync(story, _now.AddMinutes(20), " ", "desk", Cancel));
        await LiftAsync(21);
        Assert.False(MayHave(story, 1));

        Assert.IsType<StoryOutcome.Done>(
            await _desk.SetEmbargo.RunAsync(story, null, "The minister has spoken", "desk", Cancel));
        Assert.True(MayHave(story, 1));
    }

    [Fact]
    public async Task An_embargo_that_a_person_takes_away_lets_nothing_go_that_waits_and_what_is_out_has_none_to_set()
    {
        await _desk.SubscribeAsync("gazette");
        var waiting = await _desk.FileAsync(Ferry(1) with { Status = TakeStatus.Withheld });
        var open = await _desk.FileAsync(DeskLog.Ferry("urn:open"));

        await _desk.SetEmbargo.RunAsync(waiting.Story, null, "", "desk", Cancel);

        Assert.False(MayHave(waiting.Story, 1));
        Assert.IsType<StoryOutcome.Conflict>(
            await _desk.SetEmbargo.RunAsync(open.Story, _now.AddMinutes(60), "", "desk", Cancel));
        Assert.True(MayHave(open.Story, 1));
    }

    [Fact]
    public async Task The_next_take_is_under_the_embargo_that_a_person_set_also_when_both_are_written_together()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await _desk.FileAsync(Ferry(1) with { Embargo = Until(10) })).Story;

        var setting = _desk.SetEmbargo.RunAsync(story, _now.AddMinutes(60), "", "desk", Cancel);
        await _desk.FileAsync(Ferry(2));
        await setting;
        await LiftAsync(11);

        Assert.False(MayHave(story, 2));
    }

    static Take Ferry(int number) => DeskLog.Ferry("urn:ferry", $"{number}", $"Text {number}.");

    Embargo Until(int minutes) => new("EMBARGOED", _now.AddMinutes(minutes));

    /// <summary>Moves the clock to so many minutes after the start and lifts what is due.</summary>
    Task LiftAsync(int minutes)
    {
        _desk.Clock.SetUtcNow(_now.AddMinutes(minutes));
        return _desk.Lift.RunAsync(Cancel);
    }

    bool MayHave(StoryId story, int number) => _desk.Gate.Now.Decide("gazette", story, number) is Decision.Deliver;

    string Newest(StoryId story) =>
        _desk.Story(story)[_desk.Gate.Now.NewestFor("gazette", story)!.Value - 1].Filed.Take.Body[0].Text;
}

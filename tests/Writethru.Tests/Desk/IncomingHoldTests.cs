using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>
/// What a sender withholds of a story that is out holds it; its release ends its own hold and no other.
/// </summary>
public sealed class IncomingHoldTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_notice_without_copy_is_the_hold()
    {
        var story = await StoryAsync();

        var outcome = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(Notice("2")));

        Assert.Equal((story, 2, Cause.Hold), (outcome.Take.Story, outcome.Take.Number, outcome.Take.Cause));
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(story));
        Assert.False(MayHave(story, 1));
        Assert.Equal(["gazette"], _desk.Story(story)[1].Recipients.Select(recipient => recipient.Subscriber));
        Assert.True(MayHave(story, 2));
        Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(Notice("2")));
        Assert.Equal(2, _desk.Story(story).Count);
    }

    [Fact]
    public async Task Copy_that_is_withheld_waits_behind_the_hold()
    {
        var story = await StoryAsync();

        await _desk.ReceiveAsync(Copy("2") with { Status = TakeStatus.Withheld });

        Assert.Equal([Cause.First, Cause.Hold, Cause.Development],
            _desk.Story(story).Select(entry => entry.Filed.Cause));
        Assert.Empty(_desk.Story(story)[1].Filed.Take.Body);
        Assert.True(_desk.Story(story)[2].Waits);
        Assert.All([1, 3], number => Assert.False(MayHave(story, number)));
        Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(Copy("2") with { Status = TakeStatus.Withheld }));
        Assert.Equal(3, _desk.Story(story).Count);
    }

    [Fact]
    public async Task What_is_not_out_waits_and_nobody_hears_of_a_hold()
    {
        var story = (await _desk.FileAsync(Copy("1") with { Status = TakeStatus.Withheld })).Story;

        await _desk.FileAsync(Copy("2") with { Status = TakeStatus.Withheld });

        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(story));
        Assert.Equal(2, _desk.Gate.Now.Pending.Count(take => take.Waits));
    }

    [Fact]
    public async Task A_story_that_the_sender_does_not_know_by_its_identity_is_not_held()
    {
        var story = await StoryAsync();

        var named = await _desk.FileAsync(Copy("1") with { SenderId = "urn:other", Status = TakeStatus.Withheld },
            item => item with { Story = story });

        Assert.NotEqual(Cause.Hold, named.Cause);
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(story));
        Assert.True(MayHave(story, 1));
    }

    [Fact]
    public async Task Its_next_usable_version_is_the_release_with_its_copy()
    {
        var story = await StoryAsync();
        await _desk.ReceiveAsync(Copy("2") with { Status = TakeStatus.Withheld });

        var release = await _desk.FileAsync(Copy("3"));

        Assert.Equal((story, 4, Cause.Release), (release.Story, release.Number, release.Cause));
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(story));
        Assert.True(MayHave(story, 4));
        Assert.Empty(_desk.Gate.Now.Pending);
    }

    [Fact]
    public async Task What_it_withheld_before_any_was_out_is_let_go_by_its_next_usable_version()
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await _desk.FileAsync(Copy("1") with { Status = TakeStatus.Withheld })).Story;
        await _desk.FileAsync(Copy("2") with { Status = TakeStatus.Withheld });

        var outcome = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(Copy("3")));

        Assert.Equal((story, 3, Cause.Release), (outcome.Take.Story, outcome.Take.Number, outcome.Take.Cause));
        Assert.Empty(outcome.StaysBack);
        Assert.True(MayHave(story, 3));
        Assert.All([1, 2], number => Assert.False(MayHave(story, number)));
        Assert.Empty(_desk.Gate.Now.Pending);
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Release.RunAsync(story, null, "desk", Cancel));
        Assert.Equal(Cause.Development, (await _desk.FileAsync(Copy("4"))).Cause);
    }

    [Fact]
    public async Task An_embargo_that_binds_it_binds_what_lets_it_go()
    {
        await _desk.SubscribeAsync("gazette");
        var until = _desk.Clock.GetUtcNow().AddHours(1);
        await _desk.FileAsync(Copy("1") with
        {
            Status = TakeStatus.Withheld, Embargo = new Embargo("EMBARGOED for an hour", until),
        });

        var next = await _desk.FileAsync(Copy("2"));

        Assert.False(MayHave(next.Story, 2));
        var pending = Assert.Single(_desk.Gate.Now.Pending);
        Assert.Equal((2, false, until), (pending.Number, pending.Waits, pending.EmbargoedUntil));
    }

    [Theory]
    [InlineData("words"), InlineData("publisher"), InlineData("identity"), InlineData("desk's copy")]
    public async Task What_waits_for_anything_else_does_so_still_and_says_why(string why)
    {
        await _desk.SubscribeAsync("gazette");
        var story = (await _desk.FileAsync(why == "words"
            ? Copy("1") with { Status = TakeStatus.Withheld, Embargo = new Embargo("EMBARGOED until Tuesday", null) }
            : Copy("1") with { Status = TakeStatus.Withheld })).Story;
        if (why == "desk's copy")
            await _desk.FileAsync(Copy(""), item => item with { Publisher = "desk", Story = story });

        var outcome = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(
            Copy("2") with { SenderId = why == "identity" ? "urn:other" : "urn:ferry" },
            item => item with { Publisher = why == "publisher" ? "another" : item.Publisher, Story = story }));

        Assert.NotEqual(Cause.Release, outcome.Take.Cause);
        Assert.All(_desk.Story(story), take => Assert.False(MayHave(story, take.Filed.Number)));
        Assert.Equal("The copy before it waits for a person, who must release both.",
            Assert.Single(outcome.StaysBack).Detail);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_hold_of_the_desk_is_not_ended_by_what_the_sender_sends(bool isHeldByBoth)
    {
        var story = await StoryAsync();
        if (isHeldByBoth)
            await _desk.ReceiveAsync(Notice("2"));
        Assert.IsType<StoryOutcome.Done>(await _desk.Hold.RunAsync(story, "Being checked", "desk", Cancel));

        var next = await _desk.FileAsync(Copy("3"));

        Assert.Equal(Cause.Development, next.Cause);
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(story));
        Assert.False(MayHave(story, next.Number));
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Hold.RunAsync(story, "Twice", "desk", Cancel));
        Assert.IsType<StoryOutcome.Done>(await _desk.Release.RunAsync(story, null, "desk", Cancel));
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(story));
    }

    [Fact]
    public async Task Nor_is_that_of_a_kill_that_waits_for_its_second()
    {
        var story = await StoryAsync();
        await _desk.ReceiveAsync(Notice("2"));
        await _desk.Log.WriteAsync(
            transaction => transaction.Append(new LogEntry.KillAsked(story, 2, "Wrong", null, "desk")), Cancel);

        var next = await _desk.FileAsync(Copy("3"));

        Assert.NotEqual(Cause.Release, next.Cause);
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(story));
    }

    [Fact]
    public async Task Another_publisher_ends_no_hold()
    {
        var story = await StoryAsync();
        await _desk.ReceiveAsync(Notice("2"));

        var next = await _desk.FileAsync(Copy("3"), item => item with { Publisher = "another", Story = story });

        Assert.NotEqual(Cause.Release, next.Cause);
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(story));
    }

    [Theory]
    [InlineData("urn:ferry", false), InlineData("urn:other", true)]
    public async Task A_hold_that_came_before_its_copy_keeps_it_back(string id, bool isOut)
    {
        await _desk.SubscribeAsync("gazette");
        Assert.Equal(Refusal.NoStory,
            Assert.IsType<FileOutcome.Refused>(await _desk.ReceiveAsync(Notice("2"))).Why);

        var outcome = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(Copy("1") with { SenderId = id }));

        Assert.Equal(isOut, MayHave(outcome.Take.Story, 1));
        Assert.Equal(isOut ? [] : ["DESK-019"], outcome.Remarks.Select(remark => remark.Code));
        var next = await _desk.FileAsync(Copy("3") with { SenderId = id });
        Assert.Equal(isOut, MayHave(next.Story, next.Number));
        await _desk.Release.RunAsync(outcome.Take.Story, null, "desk", Cancel);
        Assert.True(MayHave(outcome.Take.Story, 1));
    }

    static Take Copy(string version) => DeskLog.Ferry("urn:ferry", version, $"Text {version}.");

    static Take Notice(string version) => new()
    {
        SenderId = "urn:ferry",
        SenderVersion = version,
        Status = TakeStatus.Withheld,
        Advisory = new Advisory("(HOLD: Being checked)"),
    };

    /// <summary>A story that is out and was sent to somebody.</summary>
    async Task<StoryId> StoryAsync()
    {
        await _desk.SubscribeAsync("gazette");
        var first = await _desk.FileAsync(Copy("1"));
        await _desk.SendAsync(first, "gazette");
        return first.Story;
    }

    bool MayHave(StoryId story, int number) => _desk.Gate.Now.Decide("gazette", story, number) is Decision.Deliver;
}

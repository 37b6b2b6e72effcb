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

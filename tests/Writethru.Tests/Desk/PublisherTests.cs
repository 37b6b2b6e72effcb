using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>What a publisher may do to stories of its own, and what becomes of its tries at those of others.</summary>
public sealed class PublisherTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    readonly KillRequests _requests = new();
    readonly Kill _kill;

    public PublisherTests()
    {
        _desk.Log.AddFold(_requests.Apply);
        _kill = new Kill(_desk.Log, _desk.Gate, NullLogger<Kill>.Instance, _requests, new DeskOptions());
    }

    public ValueTask DisposeAsync()
    {
        _kill.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_story_that_is_all_its_own_is_killed_at_once()
    {
        await AddAsync("harbour");
        var story = (await FileAsync("harbour", Ferry("a"))).Story;

        Assert.IsType<StoryOutcome.Done>(await _kill.RunAsync(story, "Wrong port", null, "harbour", Cancel));

        Assert.True(_desk.Gate.Now.IsKilled(story));
        Assert.Empty(_requests.Open);
    }

    [Fact]
    public async Task A_kill_of_a_story_with_copy_of_others_holds_it_and_asks_the_desk()
    {
        var story = await MixedAsync();

        var asked = Assert.IsType<StoryOutcome.Asked>(
            await _kill.RunAsync(story, "Wrong port", null, "harbour", Cancel));

        Assert.Equal((StoryState.Held, 3), (_desk.Gate.Now.StateOf(story), asked.Hold.Number));
        Assert.Equal("harbour", Assert.Single(_requests.Open).By);
        Assert.IsType<StoryOutcome.NeedsSecond>(await _kill.RunAsync(story, "", null, "harbour", Cancel));
        Assert.IsType<StoryOutcome.NeedsSecond>(await _kill.RunAsync(story, "Again", null, "quay", Cancel));
        Assert.IsType<StoryOutcome.Done>(await _kill.RunAsync(story, "", null, "ann", Cancel));
        Assert.Equal("(KILL: Wrong port)", _desk.Story(story)[^1].Filed.Take.Advisory?.Text);
    }

    [Fact]
    public async Task A_cancellation_of_a_story_with_copy_of_others_holds_it_and_asks_the_desk()
    {
        var story = await MixedAsync();

        var hold = await FileAsync("harbour", Ferry("h", text: "") with { Status = TakeStatus.Canceled }, story);

        Assert.Equal((Cause.Hold, StoryState.Held), (hold.Cause, _desk.Gate.Now.StateOf(story)));
        Assert.Equal("harbour", Assert.Single(_requests.Open).By);
        Assert.IsType<FileOutcome.Refused>(await ReceiveAsync("harbour",
            Ferry("h2", text: "") with { Status = TakeStatus.Canceled }, story));
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(story));
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_request_for_a_kill_holds_every_story_that_is_one_with_it_until_the_desk_has_said(bool byItem)
    {
        await AddAsync("quay");
        await AddAsync("harbour");
        var into = (await FileAsync("harbour", Ferry("h", "1"))).Story;
        await FileAsync("quay", Ferry("q", "1", "Second text."));
        var doubtful = (await FileAsync("harbour", Ferry("d", "1", "Third text."))).Story;
        await _desk.FileAsync(Ferry("", text: "Of the desk."), item => item with { Publisher = "desk", Story = into });
        await _desk.Log.WriteAsync(
            transaction => transaction.Append(new LogEntry.StoryJoined(doubtful, into, "desk")), Cancel);
        await _desk.Hold.RunAsync(into, "Being checked", "harbour", Cancel);

        if (byItem)
            await ReceiveAsync("harbour", Ferry("d", "2", "") with { Status = TakeStatus.Canceled }, doubtful);
        else
            await _kill.RunAsync(doubtful, "Wrong port", null, "harbour", Cancel);
        await FileAsync("harbour", Ferry("h", "2", "Usable again."));

        Assert.NotEmpty(_requests.Open);
        Assert.All([into, doubtful], story => Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(story)));
    }

    [Fact]
    public async Task Anothers_story_is_as_one_that_does_not_exist()
    {
        await AddAsync("harbour");
        var story = (await FileAsync("quay", Ferry("q"))).Story;

        Assert.IsType<StoryOutcome.Unknown>(await _kill.RunAsync(story, "Mine", null, "harbour", Cancel));
        foreach (var take in new[] { Ferry("a"), Ferry("a") with { Signal = Signal.Add },
            Ferry("a") with { Status = TakeStatus.Canceled } })
        {
            var foreign = Assert.IsType<FileOutcome.Refused>(await ReceiveAsync("harbour", take, story));
            var unknown = Assert.IsType<FileOutcome.Refused>(
                await ReceiveAsync("harbour", take, new StoryId("nosuch")));
            Assert.Equal((unknown.Why, unknown.PartOf, unknown.Current),
                (foreign.Why, foreign.PartOf, foreign.Current));
            Assert.Equal(unknown.Remarks[^1].Message.Replace("nosuch", story.Value, StringComparison.Ordinal),
                foreign.Remarks[^1].Message);
        }
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(story));
        Assert.Single(_desk.Story(story));
    }

    [Fact]
    public async Task One_who_bears_the_name_of_a_sender_that_was_revoked_continues_none_of_its_stories()
    {
        var first = await FileAsync("harbour", Ferry("a"));
        await AddAsync("harbour");

        var next = await FileAsync("harbour~2", Ferry("a", text: "Another text."));

        Assert.NotEqual(first.Story, next.Story);
    }

    /// <summary>A story of the publisher quay, with a take of the publisher harbour behind its own.</summary>
    async Task<StoryId> MixedAsync()
    {
        var story = (await FileAsync("quay", Ferry("q"))).Story;
        await FileAsync("harbour", Ferry("h", text: "Second text."), story);
        await AddAsync("quay");
        await AddAsync("harbour");
        return story;
    }

    Task<long> AddAsync(string name) => _desk.Log.WriteAsync(transaction => transaction.Append(
        new LogEntry.PrincipalChanged(new Principal { Name = name, Role = Role.Publisher })), Cancel);

    Task<FiledTake> FileAsync(string publisher, Take take, StoryId? story = null) =>
        _desk.FileAsync(take, item => item with { Publisher = publisher, Story = story });

    Task<FileOutcome> ReceiveAsync(string publisher, Take take, StoryId story) =>
        _desk.ReceiveAsync(take, item => item with { Publisher = publisher, Story = story });
}

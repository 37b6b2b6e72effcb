using System.Text;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk;

/// <summary>Notices that name another item in their words alone.</summary>
public sealed class NamedNoticeTests : IAsyncDisposable
{
    const string Headline = "Rocket starts from Mirada";

    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("Please kill item kio 0123 \"Rocket starts from Mirada\". The launch was called off.",
        StoryState.Killed)]
    [InlineData("KILL KILL KILL\n\nPlease kill item kio 0123 \"Rocket starts from Mirada\". It is not so.",
        StoryState.Killed)]
    [InlineData("(KILL: Kill KIO0123, slug Space/Launch. It is not so.)", StoryState.Killed)]
    [InlineData("Please hold item kio 0123 \"Rocket starts from Mirada\". There is some doubt.", StoryState.Held)]
    [InlineData("Please kill item urn:kio:rocket:77, which is wrong.", StoryState.Killed)]
    public async Task What_names_an_item_beyond_doubt_does_what_it_says(string notice, StoryState state)
    {
        var story = await StoryAsync();

        var outcome = Assert.IsType<FileOutcome.Filed>(await ReceiveAsync(notice));

        Assert.Equal(state, State(story));
        Assert.Equal(story, outcome.Take.Story);
        Assert.Contains("DESK-021", outcome.Remarks.Select(remark => remark.Code));
        Assert.Empty(outcome.Take.Take.Body);
        Assert.Null(outcome.Linked?.Doubt);
        Assert.Empty(_desk.Orphans.Open);
    }

    [Theory]
    [InlineData("Please kill the story \"Rocket starts from Mirada\", slug Space/Launch. It is not so.")]
    [InlineData("Please kill the story \"Rocket starts from Mirada\" of 1000 GMT. It is not so.")]
    public async Task Two_reasons_hold_the_story_and_ask_for_the_kill(string notice)
    {
        var story = await StoryAsync();

        var outcome = Assert.IsType<FileOutcome.Filed>(await ReceiveAsync(notice));

        Assert.Equal(StoryState.Held, State(story));
        Assert.Equal((Cause.Hold, LinkDoubt.Named), (outcome.Take.Cause, outcome.Linked?.Doubt));
        Assert.Equal(story, Assert.Single(_desk.KillRequests.Open).Story);
        await _desk.Release.RunAsync(story, null, "desk", DeskLog.Cancel);
        Assert.Equal(StoryState.Living, State(story));
    }

    [Theory]
    [InlineData("Please kill the story \"Rocket starts from Mirada\". It is not so.")]
    [InlineData("Please kill item kio 0123. It is not so.")]
    [InlineData("Please kill item kio 0124 \"Rocket starts from Mirada\". It is not so.")]
    [InlineData("Please kill the story about a rocket. It is not so.")]
    [InlineData("Please kill item 20123 of kio, \"Rocket starts\". It is not so.")]
    public async Task One_reason_or_none_stops_nothing_and_stands_first_on_the_desks_list(string notice)
    {
        var story = await StoryAsync();

        var outcome = Assert.IsType<FileOutcome.Refused>(await ReceiveAsync(notice));

        Assert.Equal(Refusal.NoStory, outcome.Why);
        Assert.Equal(StoryState.Living, State(story));
        Assert.Equal(outcome.Position, Assert.Single(_desk.Orphans.Open).Position);
    }

    [Fact]
    public async Task A_story_that_one_reason_speaks_for_is_named_to_the_person_who_must_say()
    {
        var story = await StoryAsync();

        await ReceiveAsync("Please kill the story \"Rocket starts from Mirada\". It is not so.");

        Assert.Contains($"{story} (headline)", Assert.Single(_desk.Orphans.Open).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_none_is_held_and_a_person_is_shown_them()
    {
        var (one, other) = (await StoryAsync(), await StoryAsync(id: "urn:kio:rocket:78", text: "It rained."));

        await ReceiveAsync("Please kill the story \"Rocket starts from Mirada\", slug Space/Launch. It is not so.");

        Assert.All([one, other], story => Assert.Equal(StoryState.Living, State(story)));
        var why = Assert.Single(_desk.Orphans.Open).Why;
        Assert.All([one, other], story => Assert.Contains(story.Value, why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_publishers_story_is_never_meant()
    {
        var story = await StoryAsync();

        await ReceiveAsync("Please kill item kio 0123 \"Rocket starts from Mirada\". It is not so.", "norwick");

        Assert.Equal(StoryState.Living, State(story));
        Assert.DoesNotContain(story.Value, Assert.Single(_desk.Orphans.Open).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_three_stories_an_hour_are_held_in_doubt()
    {
        List<StoryId> stories = [];
        for (var i = 0; i < 5; i++)
        {
            stories.Add(await StoryAsync($"urn:kio:rocket:{i}", $"Rocket number {i} starts from Mirada",
                $"Space/Launch{i}", $"Rocket number {i} took off."));
        }

        for (var i = 0; i < 4; i++)
            await ReceiveAsync(
                $"Please kill the story \"Rocket number {i} starts from Mirada\", slug Space/Launch{i}. No.");

        Assert.Equal([StoryState.Held, StoryState.Held, StoryState.Held, StoryState.Living],
            stories[..4].Select(State));
        Assert.Contains(stories[3].Value, Assert.Single(_desk.Orphans.Open).Why, StringComparison.Ordinal);
        _desk.Clock.Advance(TimeSpan.FromMinutes(61));
        await ReceiveAsync("Please kill the story \"Rocket number 4 starts from Mirada\", slug Space/Launch4. No.");
        Assert.Equal(StoryState.Held, State(stories[4]));
    }

    [Fact]
    public async Task What_is_two_days_old_is_not_looked_for()
    {
        var story = await StoryAsync();
        _desk.Clock.Advance(TimeSpan.FromHours(37));

        await ReceiveAsync("Please kill the story \"Rocket starts from Mirada\", slug Space/Launch. It is not so.");

        Assert.Equal(StoryState.Living, State(story));
        Assert.Single(_desk.Orphans.Open);
    }

    [Fact]
    public async Task The_number_of_another_day_is_not_beyond_doubt()
    {
        var story = await StoryAsync(sent: Ten.AddDays(-1));

        await ReceiveAsync("Please kill item kio 0123 \"Rocket starts from Mirada\". It is not so.");

        Assert.Equal(StoryState.Held, State(story));
        Assert.Single(_desk.KillRequests.Open);
    }

    [Fact]
    public async Task A_feed_stops_nothing_by_its_words()
    {
        var story = await StoryAsync();
        var rss = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>kio</title><link>https://kio.example/</link>
            <description>d</description><item><guid isPermaLink="false">n1</guid><description>Please kill item kio 0123
            "Rocket starts from Mirada", slug Space/Launch. It is not so.</description></item></channel></rss>
            """;

        await ReceiveAsync(rss);

        Assert.Equal(StoryState.Living, State(story));
        Assert.Contains(story.Value, Assert.Single(_desk.Orphans.Open).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Editor kills story\n\nMIRADA, Nov. 24 (KIO) -- Please kill item kio 0123 \"Rocket starts from "
        + "Mirada\", the editor wrote, and nobody did.\n")]
    [InlineData("\"Please kill the story 'Rocket starts from Mirada', slug Space/Launch,\" the editor said.\n")]
    public async Task Copy_that_tells_of_a_kill_stops_no_story(string copy)
    {
        var story = await StoryAsync();

        await ReceiveAsync(copy);

        Assert.Equal(StoryState.Living, State(story));
    }

    [Theory]
    [InlineData("84-kill.txt", StoryState.Killed), InlineData("84-hold.txt", StoryState.Held)]
    public async Task The_notices_of_the_field_find_their_story(string name, StoryState state)
    {
        var folder = RepoFiles.SharedOrSkip("field", "cases");
        var story = Assert.IsType<FileOutcome.Filed>(
            await ReceiveAsync(await File.ReadAllTextAsync(Path.Combine(folder, "84-a.txt"), DeskLog.Cancel)));

        await ReceiveAsync(await File.ReadAllTextAsync(Path.Combine(folder, name), DeskLog.Cancel));

        Assert.Equal(state, State(story.Take.Story));
    }

    [Fact]
    public async Task The_same_notice_again_changes_nothing()
    {
        var story = await StoryAsync();
        const string notice = "Please kill item kio 0123 \"Rocket starts from Mirada\". It is not so.";
        await ReceiveAsync(notice);
        var takes = _desk.Story(story).Count;

        Assert.IsType<FileOutcome.Repeated>(await ReceiveAsync(notice));

        Assert.Equal(takes, _desk.Story(story).Count);
        Assert.Empty(_desk.Orphans.Open);
    }

    async Task<StoryId> StoryAsync(string id = "urn:kio:rocket:77", string headline = Headline,
        string slug = "Space/Launch", string text = "A rocket took off.", DateTimeOffset? sent = null)
    {
        var at = sent ?? Ten;
        if (_desk.Clock.GetUtcNow() < Ten)
            _desk.Clock.SetUtcNow(Ten);
        return (await _desk.FileAsync(new Take
        {
            SenderId = id, Sequence = "kio0123", Headline = headline, Slug = slug, Body = [new Paragraph(text)],
            VersionCreated = new SenderTime($"{at:yyyy-MM-ddTHH:mm:ssZ}", at), Provider = "kio",
        })).Story;
    }

    /// <summary>Ten o'clock of the day.</summary>
    DateTimeOffset Ten => new(_desk.Clock.GetUtcNow().UtcDateTime.Date.AddHours(10), TimeSpan.Zero);

    StoryState State(StoryId story) => _desk.Gate.Now.StateOf(story);

    async Task<FileOutcome> ReceiveAsync(string text, string publisher = "harbour") => (await _desk.Receive.RunAsync(
        new IncomingItem { Bytes = Encoding.UTF8.GetBytes(text), Publisher = publisher }, DeskLog.Cancel))[0];
}

using System.Text.Json;
using Writethru.Archive.Sqlite;
using Writethru.Delivery;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// Nothing is skipped silently: logs that were put back, rights that come back, streams that begin and join.
/// </summary>
public class GapScenarios
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0), InlineData(6)]
    public async Task A_log_that_was_put_back_says_so_in_feed_and_stream_and_nothing_is_passed_over(int wentOn)
    {
        using var copy = new TemporaryFolder();
        await using var wire = await InProcessWire.StartAsync(_start);
        var desk = new Api(wire.Url, wire.DeskKey);
        var key = await desk.AddSubscriberAsync("paper", "KR");
        var kept = await FileAsync(desk, "kept1", "kept2");
        await wire.RestartAsync(data => TemporaryFolder.Copy(data, copy.At("data")));
        desk = new Api(wire.Url, wire.DeskKey);
        var lost = await FileAsync(desk, "lost1", "lost2", "lost3", "lost4");
        using var before = new Api(wire.Url, key);
        var cursor = (await before.FeedAsync()).GetProperty("next").GetString()!;
        var epoch = await EpochAsync(before);

        await wire.RestartAsync(data => TemporaryFolder.Copy(copy.At("data"), data));
        desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, key);
        var came = await FileAsync(desk, [.. Enumerable.Range(0, wentOn).Select(i => $"came{i}")]);
        var page = await paper.FeedAsync(cursor);
        var live = await LiveAsync(wire, paper, cursor);

        var gap = page.GetProperty("gap");
        Assert.Equal("restored", gap.GetProperty("reason").GetString());
        Assert.Equal(gap.GetProperty("cursor").GetString()!.Length, cursor.Length);
        Assert.Empty(page.GetProperty("items").EnumerateArray());
        var back = await paper.FeedAsync(gap.GetProperty("cursor").GetString()!);
        Assert.Equal([.. kept, .. came], Stories(back));
        Assert.False(back.TryGetProperty("gap", out _));
        Assert.Equal(["gap", .. kept.Concat(came).Select(_ => "take")], live.Select(next => next.Type));
        Assert.Equal("restored", JsonElement.Parse(live[0].Data).GetProperty("reason").GetString());
        Assert.All(lost, story => Assert.DoesNotContain(story, back.GetRawText()));
        Assert.NotEqual(epoch, gap.GetProperty("epoch").GetString());
        Assert.Equal(await EpochAsync(paper), gap.GetProperty("epoch").GetString());
        Assert.Equal("take", (await LiveAsync(wire, paper, live[0].Id))[0].Type);
        desk.Dispose();
    }

    [Fact]
    public async Task A_folder_that_follows_a_log_that_was_put_back_holds_what_stands_there_now()
    {
        using var copy = new TemporaryFolder();
        await using var wire = await InProcessWire.StartAsync(_start);
        var desk = new Api(wire.Url, wire.DeskKey);
        var key = await desk.AddSubscriberAsync("paper", "KR");
        var stories = await FileAsync(desk, "goes on", "lives", "quiet");
        await FollowAsync();
        await wire.RestartAsync(data => TemporaryFolder.Copy(data, copy.At("data")));
        desk = new Api(wire.Url, wire.DeskKey);
        await desk.FileAsync(Dispatches.Plain("void"), $"story={stories[0]}");
        await FileAsync(desk, "lost");
        await desk.KillAsync(stories[1]);
        await FollowAsync();
        Assert.Contains($"{stories[1]}.0002.kill.txt", Files());

        await wire.RestartAsync(data => TemporaryFolder.Copy(copy.At("data"), data));
        desk = new Api(wire.Url, wire.DeskKey);
        await desk.FileAsync(Dispatches.Plain("instead"), $"story={stories[0]}");
        var came = await FileAsync(desk, "came");
        await FollowAsync();
        await FollowAsync();

        Assert.Equal(new[]
        {
            $"{stories[0]}.0001.txt", $"{stories[0]}.0002.txt", $"{stories[1]}.0001.txt", $"{stories[2]}.0001.txt",
            $"{came[0]}.0001.txt",
        }.Order(StringComparer.Ordinal), Files());
        Assert.Contains("instead", await File.ReadAllTextAsync(copy.At("into", $"{stories[0]}.0002.txt")));
        desk.Dispose();

        Task<CommandLineRun> FollowAsync() => CommandLineRun.RunAsync(
            ["follow", wire.Url, "--key", key, "--into", copy.At("into"), "--format", "plainwire", "--once"]);

        IEnumerable<string> Files() => Directory.GetFiles(copy.At("into")).Select(file => Path.GetFileName(file))
            .Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{"lapsed":true}""", """{"lapsed":false}""")]
    [InlineData("""{"territory":"JP"}""", """{"territory":"KR"}""")]
    [InlineData("""{"territories":["KR","JP"]}""", """{"territories":["KR"]}""")]
    [InlineData("""{"territory":""}""", """{"territory":"KR"}""")]
    public async Task Rights_that_come_back_are_one_gap_and_bring_what_was_missed_in_order(string narrower, string back)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, await desk.AddSubscriberAsync("paper", "KR"));
        using var other = new Api(wire.Url, await desk.AddSubscriberAsync("other", "KR"));
        var before = await FileKoreanAsync(desk, "before");
        var had = await paper.FeedAsync();
        await RightsAsync(desk, "paper", narrower);
        var first = await FileKoreanAsync(desk, "first");
        var twice = await FileKoreanAsync(desk, "twice");
        var killed = await FileKoreanAsync(desk, "killed");
        var held = await FileKoreanAsync(desk, "held");
        await FileKoreanAsync(desk, "embargoed", "embargo=2026-11-25T06:00:00Z");
        await desk.FileAsync(Korean("twice again"), $"story={twice}");
        await desk.FileAsync(Korean("first again"), $"story={first}&embargo=2026-11-25T06:00:00Z");
        await desk.FileAsync(Korean("before again"), $"story={before}");
        await desk.KillAsync(killed);
        await desk.VerbAsync(held, "hold", "Being checked");
        var cursor = (await paper.FeedAsync(had.GetProperty("next").GetString()!)).GetProperty("next").GetString()!;
        var stream = await paper.OpenLiveAsync(lastEventId: cursor);

        await RightsAsync(desk, "paper", back);
        var after = await FileKoreanAsync(desk, "after");

        string[] expected = [$"{first}/1", $"{twice}/2", $"{before}/2", $"{after}/1"];
        Assert.Equal("gap", (await stream.NextItemAsync())!.Type);
        foreach (var take in expected)
            Assert.Equal(take, TakeOf(JsonElement.Parse((await stream.NextItemAsync())!.Data)));
        stream.Dispose();
        var events = await LiveAsync(wire, paper, cursor);
        Assert.Equal(["gap", "take", "take", "take", "take"], events.Select(next => next.Type));
        Assert.Equal("rights", JsonElement.Parse(events[0].Data).GetProperty("reason").GetString());
        Assert.Equal(expected, events.Skip(1).Select(next => TakeOf(JsonElement.Parse(next.Data))));

        var page = await paper.FeedAsync(cursor);
        Assert.Equal("rights", page.GetProperty("gap").GetProperty("reason").GetString());
        var followed = await paper.FeedAsync(page.GetProperty("gap").GetProperty("cursor").GetString()!);
        Assert.Equal(expected, followed.GetProperty("items").EnumerateArray().Select(TakeOf));
        Assert.False(followed.TryGetProperty("gap", out _));
        Assert.Empty(Stories(await paper.FeedAsync(followed.GetProperty("next").GetString()!)));

        // Whoever resumes in the middle of what was missed lacks nothing, and nobody else hears of it.
        for (var i = 0; i < events.Count; i++)
        {
            Assert.Equal(expected[i..], (await LiveAsync(wire, paper, events[i].Id))
                .Select(next => TakeOf(JsonElement.Parse(next.Data))));
        }
        Assert.DoesNotContain("\"gap\"", (await other.FeedAsync()).GetRawText());
    }

    [Fact]
    public async Task A_territory_that_is_new_brings_nothing_old_unless_the_desk_says_so()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, await desk.AddSubscriberAsync("paper", "JP"));
        await FileKoreanAsync(desk, "old");
        wire.Clock.Advance(TimeSpan.FromDays(2));
        var newer = await FileKoreanAsync(desk, "newer");
        var cursor = (await paper.FeedAsync()).GetProperty("next").GetString()!;

        await RightsAsync(desk, "paper", """{"territory":"KR"}""");
        var silent = await paper.FeedAsync(cursor);
        await RightsAsync(desk, "paper", """{"from":"2026-11-26"}""");
        var said = await paper.FeedAsync(silent.GetProperty("next").GetString()!);
        using var wrong = await desk.Http.PatchAsync("/v1/subscribers/paper", Json("""{"from":"last week"}"""));

        Assert.Empty(Stories(silent));
        Assert.False(silent.TryGetProperty("gap", out _));
        Assert.Equal("rights", said.GetProperty("gap").GetProperty("reason").GetString());
        Assert.Equal([newer], Stories(await paper.FeedAsync(said.GetProperty("next").GetString()!)));
        Assert.Equal(400, (int)wrong.StatusCode);
        Assert.Contains("Found from 'last week', expected a day", await wrong.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_contract_that_begins_brings_nothing_of_before_and_one_that_goes_on_brings_what_was_missed()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var added = await desk.PostAsync("/v1/subscribers", new
        {
            name = "paper", territory = "KR", contractFrom = "2026-11-24T07:00:00Z",
            contractUntil = "2026-11-24T08:00:00Z",
        });
        var key = JsonElement.Parse(await added.Content.ReadAsStringAsync()).GetProperty("key").GetString()!;
        using var paper = new Api(wire.Url, key);
        await FileKoreanAsync(desk, "early");
        var cursor = (await paper.FeedAsync()).GetProperty("next").GetString()!;

        await wire.MoveClockAsync(TimeSpan.FromHours(1));
        var begun = await paper.FeedAsync(cursor);
        await wire.MoveClockAsync(TimeSpan.FromHours(1));
        var missed = await FileKoreanAsync(desk, "missed");
        var lapsed = await paper.FeedAsync(begun.GetProperty("next").GetString()!);
        await RightsAsync(desk, "paper", """{"contractUntil":"2026-11-25T08:00:00Z"}""");
        var page = await paper.FeedAsync(lapsed.GetProperty("next").GetString()!);

        Assert.DoesNotContain("\"gap\"", begun.GetRawText() + lapsed.GetRawText());
        Assert.Empty(Stories(begun).Concat(Stories(lapsed)));
        Assert.Equal("rights", page.GetProperty("gap").GetProperty("reason").GetString());
        Assert.Equal([missed], Stories(await paper.FeedAsync(page.GetProperty("next").GetString()!)));
    }

    [Fact]
    public async Task A_stream_without_a_place_says_where_it_begins()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, await desk.AddSubscriberAsync("paper", "KR"));
        await FileAsync(desk, "old");

        using var stream = await paper.OpenLiveAsync();
        var begin = (await stream.NextAsync())!;
        var story = Assert.Single(await FileAsync(desk, "new"));

        Assert.Equal("begin", begin.Type);
        Assert.Equal(begin.Id.Length, JsonElement.Parse(begin.Data).GetProperty("cursor").GetString()!.Length);
        Assert.Equal([story], Stories(await paper.FeedAsync(begin.Id)));
    }

    [Fact]
    public async Task A_story_that_goes_on_as_another_is_told_to_those_who_have_it_and_to_nobody_else()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, await desk.AddSubscriberAsync("paper", "KR"));
        using var stranger = new Api(wire.Url, await desk.AddSubscriberAsync("stranger", "KR"));
        var into = (await desk.FileAsync(LinkingScenarios.Flash)).Story;
        var filed = await desk.FileAsync(LinkingScenarios.FollowUp);
        var opened = filed.Story;
        var cursor = (await paper.FeedAsync()).GetProperty("next").GetString()!;

        using var accepted = await desk.PostAsync($"/v1/proposals/{filed.Position}-1/accept", new { });
        Assert.Equal(201, (int)accepted.StatusCode);

        var live = await LiveAsync(wire, paper, cursor);
        Assert.Equal(["take", "joined"], live.Select(next => next.Type));
        var joined = JsonElement.Parse(live[1].Data);
        Assert.Equal((opened, into), (joined.GetProperty("story").GetString(), joined.GetProperty("into").GetString()));
        Assert.Empty(await LiveAsync(wire, paper, live[1].Id));
        var page = await paper.FeedAsync(cursor);
        Assert.Equal(opened, Assert.Single(JoinedIn(page)).GetProperty("story").GetString());
        var beforeTheJoin = wire.Get<Cursors>().Seal("stranger", new StreamPlace(wire.Get<SqliteLog>().Head - 1));
        Assert.Empty(JoinedIn(await stranger.FeedAsync(beforeTheJoin)));

        static IEnumerable<JsonElement> JoinedIn(JsonElement page) => page.GetProperty("joined").EnumerateArray();
    }

    static async Task<string[]> FileAsync(Api desk, params string[] marks)
    {
        List<string> stories = [];
        foreach (var mark in marks)
            stories.Add((await desk.FileAsync(Dispatches.Plain(mark), "cause=first")).Story);
        return [.. stories];
    }

    static async Task<string> FileKoreanAsync(Api desk, string headline, string query = "") =>
        (await desk.FileAsync(Korean(headline), $"cause=first&{query}")).Story;

    static string Korean(string headline) => $$"""
        {"headlines": [{"value": "{{headline}}"}], "usageTerms": "For use only in the Republic of Korea",
         "bodies": [{"contentType": "text/html", "value": "<p>{{headline}}, the port office said on Tuesday.</p>"}]}
        """;

    static async Task RightsAsync(Api desk, string name, string rights)
    {
        using var changed = await desk.Http.PatchAsync($"/v1/subscribers/{name}", Json(rights));
        Assert.Equal(200, (int)changed.StatusCode);
    }

    static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    static async Task<string> EpochAsync(Api reader)
    {
        using var stream = await reader.OpenLiveAsync();
        return JsonElement.Parse((await stream.NextAsync())!.Data).GetProperty("epoch").GetString()!;
    }

    /// <summary>All that a stream has for now: it ends with the heartbeat, which needs the clock to move.</summary>
    static async Task<List<SseEvent>> LiveAsync(InProcessWire wire, Api reader, string after)
    {
        var events = reader.LiveAsync(after);
        while (await Task.WhenAny(events, Task.Delay(20)) != events)
            wire.Clock.Advance(TimeSpan.FromSeconds(1));
        await wire.StreamsEndedAsync();
        return await events;
    }

    static IEnumerable<string> Stories(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("story").GetString()!);

    static string TakeOf(JsonElement item) =>
        $"{item.GetProperty("story").GetString()}/{item.GetProperty("take").GetInt32()}";
}

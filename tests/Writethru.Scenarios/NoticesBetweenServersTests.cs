using System.Text;
using System.Text.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Two servers: what the feed of one hands out, the other takes in, over HTTP.</summary>
public class NoticesBetweenServersTests
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Formats() => [.. WireFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public async Task A_hold_its_release_and_a_kill_reach_the_readers_of_the_second_server(string format)
    {
        await using var first = await InProcessWire.StartAsync(_start);
        await using var second = await InProcessWire.StartAsync(_start);
        using var theirs = new Api(first.Url, first.DeskKey);
        using var newsroom = new Api(first.Url, await theirs.AddSubscriberAsync("newsroom", format: format));
        using var ours = new Api(second.Url, second.DeskKey);
        using var reader = new Api(second.Url, await ours.AddSubscriberAsync("reader"));
        var after = "";
        var there = (await theirs.FileAsync(Dispatches.Plain("Skerrow"))).Story;
        await PassOnAsync();
        var here = Assert.Single((await reader.FeedAsync()).GetProperty("items").EnumerateArray())
            .GetProperty("story").GetString()!;

        await theirs.VerbAsync(there, "hold", "The port denies it.");
        await PassOnAsync();
        var held = await reader.GetAsync($"/v1/stories/{here}");
        using var released = await theirs.PostAsync($"/v1/stories/{there}/release", new { });
        await PassOnAsync();
        var open = await reader.GetAsync($"/v1/stories/{here}");
        await theirs.KillAsync(there, "It is not so.");
        await PassOnAsync();
        var killed = await reader.GetAsync($"/v1/stories/{here}");

        Assert.Equal((404, 200, 200, 410), (held.Status, (int)released.StatusCode, open.Status, killed.Status));
        Assert.Contains("The port denies it.", held.Body, StringComparison.Ordinal);
        Assert.Contains("It is not so.", killed.Body, StringComparison.Ordinal);
        Assert.Equal("kill", (await reader.FeedAsync()).GetProperty("items").EnumerateArray().Last()
            .GetProperty("cause").GetString());
        Assert.Empty(await OrphansAsync(ours));

        async Task PassOnAsync()
        {
            var page = await newsroom.FeedAsync(after, format: format);
            after = page.GetProperty("next").GetString()!;
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                using var response = await ours.PublishAsync(ContentOf(item));
                Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
            }
        }
    }

    [Fact]
    public async Task A_notice_that_finds_no_story_is_said_so_stands_first_for_the_desk_and_is_dismissed_with_a_reason()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("reader"));
        using var response = await desk.PublishAsync("Slug: FERRY\n\nStatus: withheld\n\n(HOLD: The port denies it.)\n");
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var orphan = Assert.Single(await OrphansAsync(desk));
        var position = orphan.GetProperty("position").GetInt64();
        wire.Clock.Advance(TimeSpan.FromHours(37));
        var later = Assert.Single(await OrphansAsync(desk));

        using var byReader = await reader.PostAsync($"/v1/waiting/{position}/dismiss", new { reason = "Seen." });
        using var without = await desk.PostAsync($"/v1/waiting/{position}/dismiss", new { reason = "" });
        using var dismissed = await desk.PostAsync($"/v1/waiting/{position}/dismiss", new { reason = "Asked the agency." });
        using var again = await desk.PostAsync($"/v1/waiting/{position}/dismiss", new { reason = "Asked the agency." });

        Assert.Equal((422, "notice-without-story"), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("the slug 'FERRY'", problem.GetProperty("detail").GetString());
        Assert.Equal(("hold", "FERRY", "", "desk", "(HOLD: The port denies it.)", false), (
            orphan.GetProperty("cause").GetString(), orphan.GetProperty("slug").GetString(),
            orphan.GetProperty("senderId").GetString(), orphan.GetProperty("publisher").GetString(),
            orphan.GetProperty("note").GetString(), orphan.GetProperty("old").GetBoolean()));
        Assert.True(later.GetProperty("old").GetBoolean());
        Assert.Equal((403, 204, 404), ((int)byReader.StatusCode, (int)dismissed.StatusCode, (int)again.StatusCode));
        Assert.Equal(400, (int)without.StatusCode);
        Assert.Empty(await OrphansAsync(desk));
        Assert.Empty((await reader.FeedAsync()).GetProperty("items").EnumerateArray());
    }

    static async Task<List<JsonElement>> OrphansAsync(Api desk)
    {
        var waiting = JsonElement.Parse((await desk.GetAsync("/v1/waiting")).Body);
        Assert.Equal("orphans", waiting.EnumerateObject().First().Name);
        return [.. waiting.GetProperty("orphans").EnumerateArray()];
    }

    static byte[] ContentOf(JsonElement item) => Encoding.UTF8.GetBytes(
        item.GetProperty("content") is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : item.GetProperty("content").GetRawText());
}

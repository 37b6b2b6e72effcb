using System.Text.Json;
using Microsoft.Playwright;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>A kill that needs two of the desk, as they, a subscriber and an operator see it.</summary>
public class KillOfTwoScenarios(RunningBrowser chromium) : IClassFixture<RunningBrowser>
{
    static readonly string[] _needsTwo = ["env", "WRITETHRU_Desk__KillNeedsTwo=true"];

    [Fact]
    public async Task The_first_stops_the_story_the_second_kills_it_and_between_them_everybody_of_the_desk_is_told()
    {
        using var folder = new TemporaryFolder();
        var (story, key, ann, readerKey) = ("", "", "", "");
        await using (var wire = await WireProcess.ServeAsync(folder.At("data"), _needsTwo))
        {
            key = wire.DeskKey;
            using var desk = new Api(wire.Url, key);
            ann = await AddAnnAsync(wire, key);
            readerKey = await desk.AddSubscriberAsync("paper", "KR");
            using var reader = new Api(wire.Url, readerKey);
            story = (await desk.FileAsync(Dispatches.Plain("zquayz"))).Story;
            await reader.FeedAsync();

            var (status, asked) = await KillAsync(desk, story, new { reason = "The zportz is another" });
            var (again, problem) = await KillAsync(desk, story, new { reason = "The zportz is another" });

            Assert.Equal(202, status);
            Assert.Equal(("desk", 2), (asked.GetProperty("askedBy").GetString(), asked.GetProperty("take").GetInt32()));
            Assert.Equal(["ann"], asked.GetProperty("mayConfirm").EnumerateArray().Select(name => name.GetString()));
            Assert.Equal((409, "kill-needs-second"), (again, problem.GetProperty("code").GetString()));
            Assert.Contains("story-held", (await reader.GetAsync($"/v1/stories/{story}")).Body);
            await AssertToldAsync(wire, desk, reader, story);
            await wire.KillAsync();
        }

        await using var restarted = await WireProcess.ServeAsync(folder.At("data"), _needsTwo);
        using var first = new Api(restarted.Url, key);
        using var second = new Api(restarted.Url, ann);
        using var paper = new Api(restarted.Url, readerKey);
        await AssertToldAsync(restarted, second, paper, story);
        var (killed, _) = await KillAsync(second, story, new { });

        Assert.Equal(201, killed);
        var (gone, notice) = await paper.GetAsync($"/v1/stories/{story}");
        Assert.Equal(410, gone);
        Assert.Contains("(KILL: The zportz is another)", notice);
        var waiting = JsonElement.Parse((await first.GetAsync("/v1/waiting")).Body);
        Assert.Empty(waiting.GetProperty("kills").EnumerateArray());
        Assert.Empty(waiting.GetProperty("held").EnumerateArray());
        Assert.DoesNotContain("kill asked", (await first.GetAsync("/")).Body);
        await restarted.StopAsync();
        var verify = await CommandLineRun.RunAsync(["verify", "--data", folder.At("data")]);
        Assert.True(verify.Exit == 0, verify.Errors + verify.Output);
    }

    [Fact]
    public async Task A_release_ends_the_request_and_a_kill_without_a_reason_needs_one_to_confirm()
    {
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"), _needsTwo);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var ann = new Api(wire.Url, await AddAnnAsync(wire, wire.DeskKey));
        var story = (await desk.FileAsync(Dispatches.Plain("zquayz"))).Story;
        await KillAsync(desk, story, new { reason = "Wrong" });

        using (var released = await ann.PostAsync($"/v1/stories/{story}/release", new { }))
            Assert.Equal(200, (int)released.StatusCode);

        Assert.Empty(JsonElement.Parse((await ann.GetAsync("/v1/waiting")).Body).GetProperty("kills").EnumerateArray());
        Assert.Equal(400, (await KillAsync(ann, story, new { })).Status);
        Assert.Equal(202, (await KillAsync(ann, story, new { reason = "Wrong after all" })).Status);
        Assert.Equal(201, (await KillAsync(desk, story, new { })).Status);
    }

    [Fact]
    public async Task A_page_of_the_desk_that_is_open_shows_the_request_and_its_end_without_reload()
    {
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"), _needsTwo);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var story = (await desk.FileAsync(Dispatches.Plain("zquayz"))).Story;
        var link = await AdminAsync(wire, wire.DeskKey, "link", "desk");
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(link.Output.Trim());
        await Assertions.Expect(page.Locator("body[data-stream='open']")).ToHaveCountAsync(1);

        await KillAsync(desk, story, new { reason = "The zportz is another" });

        await Assertions.Expect(page.Locator("#asked .asked")).ToContainTextAsync("desk asked at");
        await Assertions.Expect(page.Locator("#asked .asked")).ToContainTextAsync("The zportz is another");
        using var released = await desk.PostAsync($"/v1/stories/{story}/release", new { });
        await Assertions.Expect(page.Locator("#asked .asked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_last_of_the_desk_cannot_be_revoked_and_a_revoked_one_can_do_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"));
        var annKey = await AddAnnAsync(wire, wire.DeskKey);
        using var ann = new Api(wire.Url, annKey);

        var link = await AdminAsync(wire, annKey, "link", "ann");
        var revoked = await AdminAsync(wire, annKey, "revoke", "desk");
        var last = await AdminAsync(wire, annKey, "revoke", "ann");
        var list = await AdminAsync(wire, annKey, "list");
        var ended = await AdminAsync(wire, wire.DeskKey, "list");
        var taken = await AdminAsync(wire, annKey, "add", "ann");

        Assert.Equal((0, 0, 1, 0), (link.Exit, revoked.Exit, last.Exit, list.Exit));
        Assert.Contains("/signin/", link.Output);
        Assert.Contains("desk-last", last.Errors);
        Assert.Equal("ann\ndesk\trevoked\n", list.Output);
        Assert.Contains("key-unknown", ended.Errors);
        Assert.Contains("name-taken", taken.Errors);
        using var reader = new Api(wire.Url, await ann.AddSubscriberAsync("paper"));
        Assert.Equal(403, (await reader.GetAsync("/v1/desks")).Status);
        using var refused = await reader.PostAsync("/v1/desks", new { name = "paper2" });
        Assert.Equal(403, (int)refused.StatusCode);
    }

    [Fact]
    public async Task The_clock_of_a_server_is_shown_on_the_command_line()
    {
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"));

        foreach (var verb in new[] { "show", "trust" })
        {
            var run = await CommandLineRun.RunAsync(
                ["admin", "clock", verb, "--to", wire.Url, "--key", wire.DeskKey]);
            Assert.Equal(0, run.Exit);
            Assert.EndsWith("\tbelieved\n", run.Output);
        }
    }

    /// <summary>
    /// The list of what waits, the page of the desk and the log say it; the subscriber's page does not.
    /// </summary>
    static async Task AssertToldAsync(WireProcess wire, Api desk, Api reader, string story)
    {
        var waiting = JsonElement.Parse((await desk.GetAsync("/v1/waiting")).Body);
        var kill = Assert.Single(waiting.GetProperty("kills").EnumerateArray());
        var held = Assert.Single(waiting.GetProperty("held").EnumerateArray());
        Assert.Equal((story, "desk", "The zportz is another"), (kill.GetProperty("story").GetString(),
            kill.GetProperty("askedBy").GetString(), kill.GetProperty("reason").GetString()));
        Assert.Equal((story, 2, "The zportz is another"), (held.GetProperty("story").GetString(),
            held.GetProperty("take").GetInt32(), held.GetProperty("reason").GetString()));
        await wire.WaitForAsync($"No second of the desk has confirmed the kill of story {story} that desk asked for");
        var page = (await desk.GetAsync("/")).Body;
        Assert.Contains("kill asked", page);
        Assert.Contains($"""<a href="/stories/{story}">this story</a>""", page);
        Assert.Contains("zportz", page);
        Assert.DoesNotContain("kill asked", (await reader.GetAsync("/")).Body);
        Assert.DoesNotContain("zportz", (await reader.GetAsync("/kills")).Body);
        Assert.Equal(403, (await reader.GetAsync("/v1/waiting")).Status);
        Assert.Equal(200, (await reader.GetAsync("/healthz")).Status);
        Assert.Equal(200, (await reader.GetAsync("/readyz")).Status);
    }

    static async Task<(int Status, JsonElement Body)> KillAsync(Api desk, string story, object request)
    {
        using var response = await desk.PostAsync($"/v1/stories/{story}/kill", request);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()));
    }

    static async Task<string> AddAnnAsync(WireProcess wire, string key)
    {
        var run = await AdminAsync(wire, key, "add", "ann");
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("ann wt_", run.Output);
        return run.Output.Split(' ')[1].Trim();
    }

    static Task<CommandLineRun> AdminAsync(WireProcess wire, string key, params string[] verb) =>
        CommandLineRun.RunAsync(["admin", "desk", .. verb, "--to", wire.Url, "--key", key]);
}

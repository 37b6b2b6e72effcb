using System.Net;
using System.Text;
using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Holds, releases, takedowns, races and late versions, as an editor and a subscriber see them.</summary>
public class CausesScenarios(RunningWire wire) : IClassFixture<RunningWire>
{
    static string NewMark() => "m" + Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task A_held_story_is_gone_for_its_readers_with_the_reason_and_never_was_for_others()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        var start = (await kr.FeedAsync()).GetProperty("next").GetString()!;

        await wire.Desk.VerbAsync(filed.Story, "hold", $"Ring the port first, {mark}reason");

        using var late = await wire.SubscribeAsync("KR");
        var unknown = await kr.GetAsync("/v1/stories/nosuchstory");
        foreach (var path in new[] { "", "/takes/1", "/takes/2", "/diff" })
        {
            var (status, body) = await kr.GetAsync($"/v1/stories/{filed.Story}{path}");
            Assert.Equal(404, status);
            Assert.Contains("story-held", body);
            Assert.Contains(mark + "reason", body);
            Assert.DoesNotContain("harbor bridge", body);
            Assert.Equal(unknown, await late.GetAsync($"/v1/stories/{filed.Story}{path}"));
        }
        var notice = Assert.Single((await kr.FeedAsync(start)).GetProperty("items").EnumerateArray());
        Assert.Equal(("hold", 2), (notice.GetProperty("cause").GetString(), notice.GetProperty("take").GetInt32()));
        Assert.Contains(mark + "reason", notice.GetRawText());
        Assert.DoesNotContain(mark, (await late.FeedAsync()).GetRawText());
        Assert.Equal("hold", Assert.Single(await kr.LiveAsync(start)).Type);
        Assert.Equal(200, (await wire.Desk.GetAsync($"/v1/stories/{filed.Story}")).Status);
    }

    [Fact]
    public async Task A_release_brings_the_copy_back_and_a_reader_that_lags_is_told_of_a_hold_in_force()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var start = (await kr.FeedAsync()).GetProperty("next").GetString()!;
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        var lag = (await kr.FeedAsync(start, limit: 1)).GetProperty("next").GetString()!;
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await wire.Desk.VerbAsync(filed.Story, "hold", "Being checked");

        var held = await kr.FeedAsync(lag, limit: 1);
        using var response = await wire.Desk.PostAsync($"/v1/stories/{filed.Story}/release", new { });
        var released = await kr.FeedAsync(lag, limit: 1);

        Assert.Equal(filed.Story,
            Assert.Single(held.GetProperty("holds").EnumerateArray()).GetProperty("story").GetString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(released.GetProperty("holds").EnumerateArray());
        var mine = (await kr.FeedAsync(lag)).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("story").GetString() == filed.Story).ToList();
        Assert.Equal(["hold", "release"], mine.Select(item => item.GetProperty("cause").GetString()));
        Assert.Contains("harbor bridge", mine[1].GetRawText());
        Assert.DoesNotContain("harbor bridge", mine[0].GetRawText());
        var (status, body) = await kr.GetAsync($"/v1/stories/{filed.Story}");
        Assert.Equal(200, status);
        Assert.Contains("harbor bridge", body);
    }

    [Fact]
    public async Task Takes_that_come_in_under_a_hold_are_filed_and_wait_for_the_release()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await wire.Desk.VerbAsync(filed.Story, "hold", "Being checked");

        using var response = await wire.Desk.PublishAsync(Dispatches.Plain(mark), $"story={filed.Story}");
        var pending = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        var before = (await kr.FeedAsync()).GetRawText();
        using var release = await wire.Desk.PostAsync($"/v1/stories/{filed.Story}/release", new { });

        Assert.Equal("held", pending.GetProperty("pending").GetString());
        Assert.DoesNotContain(mark, before);
        Assert.Contains(mark, (await kr.FeedAsync()).GetRawText());
    }

    [Fact]
    public async Task A_takedown_answers_410_with_a_code_of_its_own_and_a_kill_says_whether_a_substitute_comes()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var taken = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        var killed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await kr.FeedAsync();

        await wire.Desk.VerbAsync(taken.Story, "takedown", $"The licence ended, {mark}reason");
        using var response = await wire.Desk.PostAsync(
            $"/v1/stories/{killed.Story}/kill", new { reason = "Wrong port", substitute = true });

        var (status, body) = await kr.GetAsync($"/v1/stories/{taken.Story}");
        Assert.Equal(410, status);
        Assert.Contains("story-taken-down", body);
        Assert.Contains(mark + "reason", body);
        Assert.Contains("\"takedown\"", body);
        Assert.Contains("A substitute will follow.", (await kr.GetAsync($"/v1/stories/{killed.Story}/takes/1")).Body);
        using var nothing = await wire.Desk.PublishAsync(Dispatches.Plain(NewMark()), $"story={taken.Story}");
        Assert.Equal(409, (int)nothing.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_follow_the_same_take_the_second_is_told_what_is_the_newest()
    {
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        using var first = await PublishAsync(Dispatches.Plain(NewMark()), filed.Story, "\"1\"");
        using var second = await PublishAsync(Dispatches.Plain(NewMark()), filed.Story, "\"1\"");
        using var third = await PublishAsync(Dispatches.Plain(NewMark()), filed.Story, "\"2\"");

        Assert.Equal((201, 409, 201), ((int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode));
        var problem = JsonElement.Parse(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal("take-stale", problem.GetProperty("code").GetString());
        var current = problem.GetProperty("current");
        Assert.Equal((2, "development"),
            (current.GetProperty("take").GetInt32(), current.GetProperty("cause").GetString()));
        Assert.Equal(200, (await wire.Desk.GetAsync(current.GetProperty("href").GetString()!)).Status);
    }

    [Theory]
    [InlineData("1"), InlineData("W/\"1\""), InlineData("\"1\", \"2\""), InlineData("\"x\"")]
    public async Task An_If_Match_that_names_no_take_files_nothing(string tag)
    {
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        using var response = await PublishAsync(Dispatches.Plain(NewMark()), filed.Story, tag);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("1", await TakesAsync(filed.Story));
    }

    [Fact]
    public async Task A_late_older_version_is_answered_with_the_current_take_and_served_by_no_path()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Version(mark, "10", "current"));

        using var late = await wire.Desk.PublishAsync(Version(mark, "9", "OLD" + mark));
        using var clash = await wire.Desk.PublishAsync(Version(mark, "10", "other"));

        var answer = JsonElement.Parse(await late.Content.ReadAsByteArrayAsync());
        Assert.Equal(200, (int)late.StatusCode);
        Assert.True(answer.GetProperty("superseded").GetBoolean());
        Assert.Equal((filed.Story, 1),
            (answer.GetProperty("story").GetString(), answer.GetProperty("take").GetInt32()));
        Assert.Contains("OLD" + mark, (await wire.Desk.GetAsync(
            $"/v1/refusals/{answer.GetProperty("position").GetInt64()}")).Body);
        Assert.Equal(409, (int)clash.StatusCode);
        Assert.Equal("1", await TakesAsync(filed.Story));
        Assert.DoesNotContain("OLD" + mark, (await kr.FeedAsync()).GetRawText());
    }

    [Fact]
    public async Task A_correction_by_name_must_say_what_was_wrong()
    {
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        using var silent = await wire.Desk.PublishAsync(
            "PORT MIRADA, Nov. 24 (Saltern) -- The bridge opened at noon.\n", $"story={filed.Story}&cause=correction");
        using var said = await wire.Desk.PublishAsync(
            "(ATTN: CORRECTS hour in para 1)\nPORT MIRADA, Nov. 24 (Saltern) -- The bridge opened at noon.\n",
            $"story={filed.Story}&cause=correction");

        Assert.Equal((422, 201), ((int)silent.StatusCode, (int)said.StatusCode));
        Assert.Contains("correction-unexplained", await silent.Content.ReadAsStringAsync());
    }

    static string Version(string id, string version, string text) => $$"""
        {"uri": "urn:x:{{id}}", "version": "{{version}}", "headlines": [{"value": "Ferry"}],
         "bodies": [{"contentType": "text/html", "value": "<p>Text {{text}}.</p>"}]}
        """;

    async Task<string> TakesAsync(string story)
    {
        using var response = await wire.Desk.Http.GetAsync($"/v1/stories/{story}");
        return response.Headers.GetValues("Writethru-Takes").Single();
    }

    async Task<HttpResponseMessage> PublishAsync(string copy, string story, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/items?story=" + story)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(copy)),
        };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await wire.Desk.Http.SendAsync(request);
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// Who was sent what, whom a kill must reach, and embargoed copy for those who have agreed to keep it.
/// </summary>
public class LedgerScenarios(RunningWire wire) : IClassFixture<RunningWire>
{
    static string NewMark() => "m" + Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task A_delivery_goes_from_sent_to_received_to_confirmed_and_every_other_has_its_rule()
    {
        var (reader, key) = await SubscribeAsync("KR");
        var (abroad, _) = await SubscribeAsync("");
        using var kr = wire.As(key);
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        Assert.Equal("notAsked", (await DeliveryAsync(filed.Story, abroad)).GetProperty("state").GetString());

        var page = await kr.FeedAsync();
        var sent = await WaitForAsync(filed.Story, reader, "sent");
        await kr.FeedAsync(page.GetProperty("next").GetString()!);
        var received = await DeliveryAsync(filed.Story, reader);
        using var receipt = await kr.PostAsync("/v1/receipts",
            new { story = filed.Story, take = 1, outcome = "confirmed" });
        var confirmed = await DeliveryAsync(filed.Story, reader);

        Assert.Equal("feed", sent.GetProperty("sends")[0].GetProperty("path").GetString());
        Assert.Equal("received", received.GetProperty("state").GetString());
        Assert.Equal((204, "confirmed"), ((int)receipt.StatusCode, confirmed.GetProperty("state").GetString()));
        using var foreign = await kr.PostAsync("/v1/receipts",
            new { story = filed.Story, take = 2, outcome = "confirmed" });
        using var wrong = await kr.PostAsync("/v1/receipts",
            new { story = filed.Story, take = 1, outcome = "perhaps" });
        Assert.Equal((404, 400), ((int)foreign.StatusCode, (int)wrong.StatusCode));
        Assert.Equal(403, (await kr.GetAsync($"/v1/stories/{filed.Story}/deliveries")).Status);
        Assert.Equal(403, (await kr.GetAsync($"/v1/stories/{filed.Story}/recall")).Status);
    }

    [Fact]
    public async Task A_kill_reaches_those_who_have_it_entitled_or_not_and_is_not_heard_of_by_others()
    {
        var mark = NewMark();
        var (lapsed, lapsedKey) = await SubscribeAsync("KR");
        var (revoked, revokedKey) = await SubscribeAsync("KR");
        var (_, unreadKey) = await SubscribeAsync("KR");
        using var late = wire.As(lapsedKey);
        using var unread = wire.As(unreadKey);
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        var start = (await late.FeedAsync()).GetProperty("next").GetString()!;
        using (var gone = wire.As(revokedKey))
            await gone.GetAsync($"/v1/stories/{filed.Story}");
        using var lapse = await wire.Desk.Http.PatchAsJsonAsync($"/v1/subscribers/{lapsed}", new { lapsed = true });
        using var revoke = await wire.Desk.PostAsync($"/v1/subscribers/{revoked}/revoke", new { });

        await wire.Desk.KillAsync(filed.Story, $"Wrong port, {mark}");

        var notice = Assert.Single((await late.FeedAsync(start)).GetProperty("items").EnumerateArray());
        Assert.Equal("kill", notice.GetProperty("cause").GetString());
        Assert.Equal(410, (await late.GetAsync($"/v1/stories/{filed.Story}")).Status);
        Assert.Equal(404, (await unread.GetAsync($"/v1/stories/{filed.Story}")).Status);
        Assert.DoesNotContain(mark, (await unread.FeedAsync()).GetRawText());
        using var done = await late.PostAsync("/v1/receipts",
            new { story = filed.Story, take = 2, outcome = "confirmed" });
        var recipients = (await RecallAsync(filed.Story)).GetProperty("recipients").EnumerateArray()
            .ToDictionary(r => r.GetProperty("subscriber").GetString()!, r => r);
        Assert.Equal(new[] { lapsed, revoked }.Order(), recipients.Keys.Order());
        Assert.Equal("confirmed", recipients[lapsed].GetProperty("state").GetString());
        Assert.Equal(1, recipients[lapsed].GetProperty("sent")[0].GetProperty("take").GetInt32());
        Assert.Equal("unreachable", recipients[revoked].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_story_without_a_notice_has_nothing_to_recall()
    {
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        Assert.Equal(409, (await wire.Desk.GetAsync($"/v1/stories/{filed.Story}/recall")).Status);
        Assert.Equal(404, (await wire.Desk.GetAsync("/v1/stories/nosuch/recall")).Status);
        Assert.Equal(404, (await wire.Desk.GetAsync("/v1/stories/nosuch/deliveries")).Status);
    }

    [Theory]
    [InlineData("plainwire"), InlineData("iptc7901"), InlineData("anpa1312"), InlineData("nitf"), InlineData("newsml")]
    [InlineData("newsmlg2"), InlineData("ninjs"), InlineData("rss"), InlineData("atom"), InlineData("jsonfeed")]
    public async Task Embargoed_copy_goes_to_those_who_have_agreed_and_says_so_in_every_format(string format)
    {
        var mark = NewMark();
        using var agreed = wire.As(await AgreeAsync(format));
        using var other = wire.As((await SubscribeAsync("KR")).Key);
        var until = new DateTimeOffset(2199, 1, 1, 6, 0, 0, TimeSpan.Zero);
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark), "embargo=2199-01-01T06:00:00Z");

        var item = Assert.Single((await agreed.FeedAsync(format: format)).GetProperty("items").EnumerateArray(),
            item => item.GetProperty("story").GetString() == filed.Story);
        var copy = await agreed.Http.GetByteArrayAsync($"/v1/stories/{filed.Story}?format={format}");

        Assert.Equal("embargoed", item.GetProperty("pending").GetString());
        Assert.Equal(until, Assert.Single(WireFormats.Read(copy, ReadOptions.Default).Takes).Embargo?.Until);
        Assert.Equal(404, (await other.GetAsync($"/v1/stories/{filed.Story}")).Status);
        Assert.DoesNotContain(mark, (await other.FeedAsync()).GetRawText());
    }

    [Fact]
    public async Task A_folder_that_follows_confirms_a_kill_when_it_has_removed_the_copy()
    {
        using var folder = new TemporaryFolder();
        var (name, key) = await SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await FollowAsync(key, folder.At("into"));
        await wire.Desk.KillAsync(filed.Story);
        Assert.Equal("notAsked", StateOf(await RecallAsync(filed.Story), name));

        await FollowAsync(key, folder.At("into"));

        Assert.Equal("confirmed", StateOf(await RecallAsync(filed.Story), name));
    }

    [Fact]
    public async Task The_command_line_says_why_somebody_did_not_get_a_take()
    {
        var (name, _) = await SubscribeAsync("JP");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()), "embargo=2199-01-01T06:00:00Z");

        var why = await CommandLineRun.RunAsync(
            ["admin", "why", filed.Story, name, "--to", wire.Process.Url, "--key", wire.Process.DeskKey]);

        Assert.Equal(0, why.Exit);
        Assert.Contains("withheld", why.Output);
        Assert.Contains("under embargo until 2199-01-01T06:00:00Z", why.Output);
    }

    async Task<(string Name, string Key)> SubscribeAsync(string territory)
    {
        var name = "s" + Guid.NewGuid().ToString("N")[..12];
        return (name, await wire.Desk.AddSubscriberAsync(name, territory));
    }

    async Task<string> AgreeAsync(string format)
    {
        using var response = await wire.Desk.PostAsync("/v1/subscribers",
            new { name = "s" + Guid.NewGuid().ToString("N")[..12], territory = "KR", format, getsEmbargoed = true });
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("key").GetString()!;
    }

    async Task<JsonElement> DeliveryAsync(string story, string subscriber)
    {
        var (status, body) = await wire.Desk.GetAsync($"/v1/stories/{story}/deliveries?subscriber={subscriber}&take=1");
        Assert.True(status == 200, $"{status} {body}");
        return Assert.Single(JsonElement.Parse(body).GetProperty("deliveries").EnumerateArray());
    }

    /// <summary>The last byte is marked after the answer has gone.</summary>
    async Task<JsonElement> WaitForAsync(string story, string subscriber, string state)
    {
        for (var i = 0; ; i++)
        {
            var delivery = await DeliveryAsync(story, subscriber);
            if (delivery.GetProperty("state").GetString() == state || i == 500)
                return delivery;
            await Task.Delay(10);
        }
    }

    async Task<JsonElement> RecallAsync(string story)
    {
        var (status, body) = await wire.Desk.GetAsync($"/v1/stories/{story}/recall");
        Assert.True(status == 200, $"{status} {body}");
        return JsonElement.Parse(body);
    }

    static string? StateOf(JsonElement recall, string name) => recall.GetProperty("recipients").EnumerateArray()
        .Single(r => r.GetProperty("subscriber").GetString() == name).GetProperty("state").GetString();

    async Task FollowAsync(string key, string into)
    {
        await using var follow = WireProcess.Start(
            WireProcess.Executable, "follow", wire.Process.Url, "--key", key, "--into", into, "--once");
        Assert.Equal(0, await follow.WaitForExitAsync());
    }
}

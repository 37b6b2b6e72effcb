using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Every format through the whole program: filed, asked for, streamed, followed into files.</summary>
public class FormatsOverHttpTests(RunningWire wire) : IClassFixture<RunningWire>
{
    static string NewMark() => "m" + Guid.NewGuid().ToString("N")[..10];

    public static TheoryData<string> Formats() => [.. WireFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public async Task A_take_can_be_had_in_every_format_by_every_path_and_reads_back(string name)
    {
        var mark = NewMark();
        var format = WireFormats.Find(name)!;
        var key = await wire.Desk.AddSubscriberAsync("f" + NewMark(), "KR", format: name);
        using var reader = wire.As(key);
        var start = (await reader.FeedAsync(format: name)).GetProperty("next").GetString()!;

        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));

        var story = await reader.Http.GetByteArrayAsync($"/v1/stories/{filed.Story}?format={name}");
        Assert.Contains(mark, format.Read(story, ReadOptions.Default).TakeOrThrow().Headline);
        var item = Assert.Single((await reader.FeedAsync(start, format: name)).GetProperty("items").EnumerateArray());
        Assert.Equal(story, ContentOf(item));
        using var stream = await reader.OpenLiveAsync(start);
        var live = JsonElement.Parse((await stream.NextItemAsync())!.Data);
        Assert.Equal(format.MediaType.Contains("json"), live.GetProperty("content").ValueKind == JsonValueKind.Object);
        using var folder = new TemporaryFolder();
        var run = await CommandLineRun.RunAsync(["follow", wire.Process.Url, "--key", key, "--into", folder.Path,
            "--format", name, "--after", start, "--once"]);
        Assert.Equal(0, run.Exit);
        var file = await File.ReadAllBytesAsync(folder.At($"{filed.Story}.0001.{format.Extension}"));
        Assert.Equal(story, file);
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task What_is_had_in_any_format_can_be_filed_again_by_another_desk(string name)
    {
        var mark = NewMark();
        using var reader = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        var bytes = await reader.Http.GetByteArrayAsync($"/v1/stories/{filed.Story}?format={name}");

        using var added = await wire.Desk.PostAsync("/v1/desks", new { name = $"another{mark}" });
        var key = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        using var another = wire.As(key);
        using var response = await another.PublishAsync(bytes);

        Assert.Equal(201, (int)response.StatusCode);
        var again = (await response.Content.ReadFromJsonAsync<Filed>())!;
        var (_, back) = await reader.GetAsync($"/v1/stories/{again.Story}?format=plainwire");
        Assert.Contains($"the port office of {mark} said.", back);
    }

    [Fact]
    public async Task The_profile_that_a_feed_names_gives_a_time_its_zone()
    {
        const string copy = """
            <nitf><head><docdata><date.issue norm="20261124T150000"/></docdata></head><body>
            <body.head><hedline><hl1>Ferry MARK</hl1></hedline></body.head>
            <body.content><p>Boats sail again.</p></body.content></body></nitf>
            """;
        using var reader = await wire.SubscribeAsync("KR");

        var named = await wire.Desk.FileAsync(copy.Replace("MARK", NewMark(), StringComparison.Ordinal),
            "profile=kyodo");
        var bare = await wire.Desk.FileAsync(copy.Replace("MARK", NewMark(), StringComparison.Ordinal));
        using var wrong = await wire.Desk.PublishAsync(copy, "profile=nobody");

        var (_, inTokyo) = await reader.GetAsync($"/v1/stories/{named.Story}?format=newsmlg2");
        var (_, nowhere) = await reader.GetAsync($"/v1/stories/{bare.Story}?format=newsmlg2");
        Assert.Contains("2026-11-24T06:00:00", inTokyo);
        Assert.DoesNotContain("2026-11-24T06:00:00", nowhere);
        Assert.Equal(400, (int)wrong.StatusCode);
        Assert.Contains("yonhap", await wrong.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unknown_format_is_answered_with_the_names_of_all()
    {
        using var reader = await wire.SubscribeAsync("KR");

        var (status, body) = await reader.GetAsync("/v1/feed?format=telex");

        Assert.Equal(400, status);
        Assert.All(WireFormats.All, format => Assert.Contains(format.Name, body));
    }

    [Fact]
    public async Task A_subscribers_channel_is_chosen_changed_and_listed_and_wrong_choices_are_refused()
    {
        var name = "c" + NewMark();
        string[] asDesk = ["--to", wire.Process.Url, "--key", wire.Process.DeskKey];
        var added = await CommandLineRun.RunAsync(["admin", "subscriber", "add", name, "--territory", "KR",
            "--charset", "iso-8859-1", "--service", "abc", .. asDesk]);
        using var reader = wire.As(added.Output.Trim().Split(' ')[1]);

        var first = await OfAsync(name);
        var changed = await CommandLineRun.RunAsync(
            ["admin", "subscriber", "channel", name, "--format", "plainwire", "--nitf-namespace", .. asDesk]);
        var second = await OfAsync(name);
        using var wrong = await wire.Desk.Http.PutAsJsonAsync(
            $"/v1/subscribers/{name}/channel", new { charset = "ebcdic" });
        using var wrongService = await wire.Desk.PostAsync(
            "/v1/subscribers", new { name = name + "x", channel = new { service = "toolong" } });
        using var nobody = await wire.Desk.Http.PutAsJsonAsync("/v1/subscribers/nosuchname/channel", new { });
        using var self = await reader.Http.PutAsJsonAsync($"/v1/subscribers/{name}/channel", new { });

        Assert.Equal((0, 0), (added.Exit, changed.Exit));
        Assert.Equal(("ninjs", "iso-8859-1", "abc", false), first);
        Assert.Equal(("plainwire", "utf-8", "wtu", true), second);
        Assert.Equal((400, 400, 404, 403), ((int)wrong.StatusCode, (int)wrongService.StatusCode,
            (int)nobody.StatusCode, (int)self.StatusCode));
        Assert.Equal(200, (await reader.GetAsync("/v1/feed")).Status);
    }

    async Task<(string, string, string, bool)> OfAsync(string name)
    {
        var (_, body) = await wire.Desk.GetAsync("/v1/subscribers");
        var found = JsonElement.Parse(body).EnumerateArray().Single(s => s.GetProperty("name").GetString() == name);
        return (found.GetProperty("format").GetString()!, found.GetProperty("charset").GetString()!,
            found.GetProperty("service").GetString()!, found.GetProperty("nitfNamespace").GetBoolean());
    }

    static byte[] ContentOf(JsonElement item) =>
        item.TryGetProperty("contentBase64", out var encoded) ? encoded.GetBytesFromBase64()
        : item.GetProperty("content") is { ValueKind: JsonValueKind.String } text
            ? Encoding.UTF8.GetBytes(text.GetString()!)
            : Encoding.UTF8.GetBytes(item.GetProperty("content").GetRawText());
}

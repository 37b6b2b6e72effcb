using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Notices that name another item, over HTTP: what sender, desk and readers are told.</summary>
public class NamedNoticeScenarios
{
    const string Certain = "Please kill item kio 0123 \"Rocket starts from Mirada\". ZZWORDSZZ: it is not so.";
    const string Likely = "Please kill the story \"Rocket starts from Mirada\", slug SPACE-LAUNCH. ZZWORDSZZ: no.";

    static readonly DateTimeOffset _start = new(2026, 11, 24, 10, 5, 0, TimeSpan.Zero);

    /// <summary>A notice in each form that wires send, but for the sender that names itself and nobody signs.</summary>
    public static TheoryData<string, string> Forms() => new()
    {
        { "plain", "{0}\n" },
        { "iptc7901", "kio0126 1 pl 30  kio 0126\n\nSpace/\nKILL KILL KILL ''''' =\n\n{0}\n 241039 GMT Nov 26\n" },
        { "nitf", "<?xml version=\"1.0\"?><nitf><head><docdata><doc-id id-string=\"n1\"/></docdata></head><body>"
            + "<body.content><p>{0}</p></body.content></body></nitf>" },
        { "nitf headed", "<?xml version=\"1.0\"?><nitf><head/><body><body.head><hedline><hl1>KILL</hl1></hedline>"
            + "</body.head><body.content><p>{0}</p></body.content></body></nitf>" },
        { "ninjs", "{{\"uri\": \"urn:kio:n1\", \"type\": \"text\", \"version\": \"1\", \"body_text\": \"{0}\"}}" },
        { "newsml-g2", "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:kio:n1\" version=\"1\""
            + " standard=\"NewsML-G2\" standardversion=\"2.34\" conformance=\"power\"><itemMeta><itemClass "
            + "qcode=\"ninat:text\"/><provider literal=\"kio\"/><versionCreated>2026-11-24T10:05:00Z</versionCreated>"
            + "<pubStatus qcode=\"stat:usable\"/></itemMeta><contentSet><inlineXML contenttype="
            + "\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{0}</p></body></html>"
            + "</inlineXML></contentSet></newsItem>" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task What_names_an_item_beyond_doubt_kills_it_and_its_readers_get_the_kill(string name, string form)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var sender = new Api(wire.Url, await desk.AddPublisherAsync("kio"));
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("reader"));
        var story = (await sender.FileAsync(Story())).Story;
        await reader.FeedAsync();

        var (status, answer) = await PublishAsync(sender, form, Certain);

        Assert.True(status == 201, $"{name}: {status} {answer}");
        Assert.Contains("DESK-021", answer.ToString(), StringComparison.Ordinal);
        Assert.Contains("number", answer.ToString(), StringComparison.Ordinal);
        Assert.Equal(story, answer.GetProperty("story").GetString());
        var killed = await reader.GetAsync($"/v1/stories/{story}");
        Assert.Equal(410, killed.Status);
        Assert.Contains("ZZWORDSZZ", killed.Body, StringComparison.Ordinal);
        Assert.Equal(["kill"], await CausesAsync(reader));
        Assert.Empty(await WaitingAsync(desk, "orphans"));
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task What_names_it_likely_holds_it_and_the_desk_kills_it_or_lets_it_go(string name, string form)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var sender = new Api(wire.Url, await desk.AddPublisherAsync("kio"));
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("reader"));
        var story = (await sender.FileAsync(Story())).Story;
        await reader.FeedAsync();

        var (status, answer) = await PublishAsync(sender, form, Likely);
        var held = await reader.GetAsync($"/v1/stories/{story}");
        var waits = Assert.Single(await WaitingAsync(desk, "held"));
        var asked = Assert.Single(await WaitingAsync(desk, "kills"));
        using var released = await desk.PostAsync($"/v1/stories/{story}/release", new { });

        Assert.True(status == 201, $"{name}: {status} {answer}");
        Assert.Contains("a person is asked", answer.ToString(), StringComparison.Ordinal);
        Assert.Equal(404, held.Status);
        Assert.Contains("story-held", held.Body, StringComparison.Ordinal);
        Assert.Equal(story, waits.GetProperty("story").GetString());
        Assert.All([waits, asked],
            each => Assert.Contains("ZZWORDSZZ", each.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.Equal(200, (int)released.StatusCode);
        Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{story}")).Status);
        Assert.Empty(await WaitingAsync(desk, "kills"));
        Assert.Equal(["first", "hold", "release"], await CausesAsync(reader));
        await desk.KillAsync(story);
        Assert.Equal(410, (await reader.GetAsync($"/v1/stories/{story}")).Status);
    }

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><title>kio</title><link>https://kio.example/</link>"
        + "<description>d</description><item><guid isPermaLink=\"false\">n1</guid><description>{0}</description>"
        + "</item></channel></rss>")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>kio</title><id>urn:kio</id><updated>"
        + "2026-11-24T10:05:00Z</updated><entry><id>n1</id><title></title><updated>2026-11-24T10:05:00Z</updated>"
        + "<content>{0}</content></entry></feed>")]
    [InlineData("{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"kio\", "
        + "\"items\": [{{\"id\": \"n1\", \"content_text\": \"{0}\"}}]}}")]
    public async Task A_feed_stops_nothing_and_stands_first_on_the_list_with_what_it_may_mean(string form)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var sender = new Api(wire.Url, await desk.AddPublisherAsync("kio"));
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("reader"));
        var story = (await sender.FileAsync(Story())).Story;

        var (status, answer) = await PublishAsync(sender, form, Certain);

        Assert.Equal((422, "notice-without-story"), (status, answer.GetProperty("code").GetString()));
        Assert.Contains(story, Assert.Single(await WaitingAsync(desk, "orphans")).GetProperty("why").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{story}")).Status);
        Assert.Equal(["first"], await CausesAsync(reader));
    }

    [Fact]
    public async Task A_raw_mail_is_refused_and_stops_nothing()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var story = (await desk.FileAsync(Story())).Story;

        var (status, _) = await PublishAsync(desk,
            "From: desk@kio.example\r\nTo: wire@norport.example\r\nSubject: KILL\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain\r\n\r\n{0}\r\n", Certain);

        Assert.Equal(422, status);
        Assert.Equal(200, (await desk.GetAsync($"/v1/stories/{story}")).Status);
    }

    [Fact]
    public async Task Another_publishers_notice_names_nothing_and_tells_nothing()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var sender = new Api(wire.Url, await desk.AddPublisherAsync("kio"));
        using var hostile = new Api(wire.Url, await desk.AddPublisherAsync("hostile"));
        var story = (await sender.FileAsync(Story())).Story;

        foreach (var words in new[] { Certain, Likely, "Please kill item urn:kio:rocket:77. It is not so." })
        {
            var (status, answer) = await PublishAsync(hostile, "{0}\n", words);
            Assert.Equal(422, status);
            Assert.DoesNotContain(story, answer.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(200, (await desk.GetAsync($"/v1/stories/{story}")).Status);
        Assert.Empty(await WaitingAsync(desk, "held"));
    }

    [Fact]
    public async Task The_fourth_hold_in_doubt_within_an_hour_only_asks_also_when_the_program_was_started_again()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var first = new Api(wire.Url, wire.DeskKey);
        List<string> stories = [];
        for (var i = 0; i < 5; i++)
            stories.Add((await first.FileAsync(Story(i))).Story);
        for (var i = 0; i < 3; i++)
            Assert.Equal(201, (await PublishAsync(first, "{0}\n", Numbered(i))).Status);
        await wire.RestartAsync(_ => { });
        using var desk = new Api(wire.Url, wire.DeskKey);

        var fourth = await PublishAsync(desk, "{0}\n", Numbered(3));
        wire.Clock.Advance(TimeSpan.FromMinutes(61));
        var later = await PublishAsync(desk, "{0}\n", Numbered(4));

        Assert.Equal((422, 201), (fourth.Status, later.Status));
        Assert.Contains(stories[3], fourth.Answer.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, (await desk.GetAsync($"/v1/stories/{stories[3]}")).Status);
        Assert.Equal(4, (await WaitingAsync(desk, "held")).Count);
    }

    static string Numbered(int i) =>
        $"Please kill the story \"Rocket number {i} starts from Mirada\", slug SPACE-LAUNCH-{i}. It is not so.";

    static string Story() => Story("urn:kio:rocket:77", "Rocket starts from Mirada", "SPACE-LAUNCH",
        "A rocket with two weather satellites took off from Mirada on Tuesday.");

    static string Story(int i) => Story($"urn:kio:rocket:{i}", $"Rocket number {i} starts from Mirada",
        $"SPACE-LAUNCH-{i}", $"Number {i} took off from pad {i}{i}{i}.");

    static string Story(string id, string headline, string slug, string text) => $$"""
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-24T10:00:00Z</sent>
          <transmitId>kio0123</transmitId></header><itemSet>
        <newsItem guid="{{id}}" version="1" standard="NewsML-G2" standardversion="2.34" conformance="power">
          <itemMeta><itemClass qcode="ninat:text"/><provider literal="kio"/>
            <versionCreated>2026-11-24T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
          <contentMeta><headline>{{headline}}</headline><slugline>{{slug}}</slugline></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
            <p>{{text}}</p></body></html></inlineXML></contentSet>
        </newsItem></itemSet></newsMessage>
        """;

    static async Task<(int Status, JsonElement Answer)> PublishAsync(Api sender, string form, string words)
    {
        var text = form.StartsWith('<') ? words.Replace("\"", "&quot;", StringComparison.Ordinal)
            : form.StartsWith('{') && !form.StartsWith("{0}", StringComparison.Ordinal)
                ? words.Replace("\"", "\\\"", StringComparison.Ordinal)
                : words;
        using var response = await sender.PublishAsync(form.Replace("{0}", text, StringComparison.Ordinal)
            .Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    static async Task<List<string?>> CausesAsync(Api reader) =>
        [.. (await reader.FeedAsync()).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("cause").GetString())];

    static async Task<List<JsonElement>> WaitingAsync(Api desk, string list) =>
        [.. JsonElement.Parse((await desk.GetAsync("/v1/waiting")).Body).GetProperty(list).EnumerateArray()];
}

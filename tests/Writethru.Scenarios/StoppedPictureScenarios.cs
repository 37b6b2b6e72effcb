using System.Net;
using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Scenarios.Support;
using Writethru.Tests.Support;

namespace Writethru.Scenarios;

/// <summary>Stopped pictures that come again in other bytes: nobody has them before a person says so.</summary>
public class StoppedPictureScenarios
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The scene once more, as it may come back.</summary>
    static readonly Dictionary<string, Func<byte[]>> _again = new()
    {
        ["a comment more"] = () => Scenes.WithComment(Photos.Scene(1, "MARKz1z.")),
        ["other words"] = () => Photos.Scene(1, "MARKz1z, other words."),
        ["other quality"] = () => Photos.Scene(1, "MARKz1z.", quality: 60),
        ["no words"] = () => Scenes.Jpeg(1, 450, 300),
    };

    public static TheoryData<string, string> Stops
    {
        get
        {
            var stops = new TheoryData<string, string>();
            foreach (var again in _again.Keys)
                stops.Add("killed", again);
            foreach (var stop in new[] { "takenDown", "held", "embargoed", "killed with copy", "held with copy" })
                stops.Add(stop, "a comment more");
            return stops;
        }
    }

    [Theory, MemberData(nameof(Stops))]
    public async Task It_waits_by_itself_until_the_desk_lets_it_go(string stop, string again)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var stopped = await StopAsync(desk, stop);

        var filed = await WaitsAsync(await desk.PostPhotoAsync(_again[again]()), stopped);

        await AssertClosedAsync(wire, reader, filed);
        using var release = await desk.PostAsync($"/v1/stories/{filed}/release", new { });
        Assert.Equal(HttpStatusCode.OK, release.StatusCode);
        Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{filed}")).Status);
        Assert.Equal(200, (await reader.GetAsync($"/v1/pictures/{filed}/renditions/original")).Status);
    }

    [Theory]
    [InlineData("killed", ""), InlineData("killed", "cause=first"), InlineData("held", ""), InlineData("embargoed", "")]
    public async Task It_waits_as_the_file_of_copy(string stop, string query)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var stopped = await StopAsync(desk, stop);

        var filed = await WaitsAsync(await desk.PostWithFilesAsync(Dispatches.WithPictures("MARKz1z"), query,
            ("a.jpg", Scenes.Jpeg(7)), ("b.jpg", Scenes.WithComment(Scenes.Jpeg(1)))), stopped, "Picture 2 looks like");

        await AssertClosedAsync(wire, reader, filed);
    }

    [Theory]
    [InlineData("killed"), InlineData("held"), InlineData("embargoed")]
    public async Task It_waits_in_the_place_of_a_living_picture_which_stays(string stop)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var living = (await desk.FilePhotoAsync(Photos.Scene(4, "Living."))).Story;
        var before = await reader.Http.GetByteArrayAsync($"/v1/pictures/{living}/renditions/thumbnail");
        var stopped = await StopAsync(desk, stop);

        await WaitsAsync(await desk.PostPhotoAsync(_again["a comment more"](), $"story={living}"), stopped);

        Assert.DoesNotContain("MARKz1z", (await reader.GetAsync($"/v1/stories/{living}")).Body,
            StringComparison.Ordinal);
        Assert.Equal(404, (await reader.GetAsync($"/v1/stories/{living}/takes/2")).Status);
        Assert.Equal(before, await reader.Http.GetByteArrayAsync($"/v1/pictures/{living}/renditions/thumbnail"));
    }

    [Fact]
    public async Task It_is_withheld_in_copy_that_it_is_linked_to()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var copy = (await desk.FileAsync(Dispatches.Plain("x"))).Story;
        var stopped = await StopAsync(desk, "killed");

        var filed = await WaitsAsync(
            await desk.PostPhotoAsync(_again["a comment more"](), $"story={copy}"), stopped);

        Assert.Contains("Ferries", (await reader.GetAsync($"/v1/stories/{copy}")).Body, StringComparison.Ordinal);
        await AssertClosedAsync(wire, reader, filed, copy);
    }

    [Theory]
    [InlineData("killed"), InlineData("held"), InlineData("embargoed")]
    public async Task Another_scene_and_another_publisher_s_photo_go_out(string stop)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        using var harbour = new Api(wire.Url, (await wire.Get<Principals>().AddAsync(
            new Principal { Name = "harbour", Role = Role.Publisher }, "", TestContext.Current.CancellationToken))!);
        await StopAsync(desk, stop);

        var other = await desk.FilePhotoAsync(Photos.Scene(2, "Another scene."));
        var theirs = await harbour.FilePhotoAsync(Scenes.Jpeg(1));
        using var copy = await desk.PostWithFilesAsync(Dispatches.WithPictures("x"),
            ("a.jpg", Scenes.Jpeg(7)), ("b.jpg", Scenes.Jpeg(8)));

        var withCopy = (await FiledAsync(copy)).GetProperty("story").GetString();
        foreach (var story in new[] { other.Story, theirs.Story, withCopy })
            Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{story}")).Status);
    }

    [Fact]
    public async Task What_lived_before_the_stop_goes_on_and_so_does_a_package_under_one_embargo()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        using var living = await desk.PostWithFilesAsync(Dispatches.WithPictures("x"),
            ("a.jpg", Scenes.Jpeg(7)), ("b.jpg", Scenes.Jpeg(1)));
        var story = (await FiledAsync(living)).GetProperty("story").GetString();
        await StopAsync(desk, "killed");

        await desk.FileAsync(
            Dispatches.WithPictures("x").Replace("1911", "1912", StringComparison.Ordinal), $"story={story}");
        const string until = "embargo=2026-11-24T09:00:00Z";
        await desk.FilePhotoAsync(Photos.Scene(5, "Under embargo."), until);
        using var package = await desk.PostWithFilesAsync(Dispatches.WithPictures("y"), until,
            ("a.jpg", Scenes.Jpeg(5)), ("b.jpg", Scenes.Jpeg(6)));

        Assert.Contains("1912", (await reader.GetAsync($"/v1/stories/{story}")).Body, StringComparison.Ordinal);
        Assert.Equal("embargoed", (await FiledAsync(package)).GetProperty("pending").GetString());
    }

    [Theory]
    [InlineData(36, true), InlineData(37, false)]
    public async Task It_is_known_again_after_a_restart_within_the_window_of_its_kill(int hours, bool waits)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        string stopped;
        using (var desk = new Api(wire.Url, wire.DeskKey))
            stopped = await StopAsync(desk, "killed");
        await wire.RestartAsync(_ => { });
        await wire.MoveClockAsync(TimeSpan.FromHours(hours));
        using var again = new Api(wire.Url, wire.DeskKey);

        var answer = await again.PostPhotoAsync(_again["other quality"]());

        if (waits)
            await WaitsAsync(answer, stopped);
        else
            Assert.DoesNotContain("DESK-015", (await FiledAsync(answer)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_never_becomes_a_take_of_the_picture_that_it_waits_for()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var stopped = await StopAsync(desk, "held");
        var filed = await WaitsAsync(await desk.PostWithFilesAsync(Dispatches.WithPictures("x"),
            ("a.jpg", Scenes.Jpeg(7)), ("b.jpg", Scenes.WithComment(Scenes.Jpeg(1)))), stopped);
        using var release = await desk.PostAsync($"/v1/stories/{stopped}/release", new { });

        var open = JsonElement.Parse((await desk.GetAsync("/v1/proposals")).Body).GetRawText();
        var id = System.Text.RegularExpressions.Regex.Match(open, "\"id\": ?\"([^\"]+)\"").Groups[1].Value;
        using var accepted = await desk.PostAsync($"/v1/proposals/{id}/accept", new { });

        Assert.Contains(filed, open, StringComparison.Ordinal);
        Assert.Contains("\"accept\":\"none\"", open, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, accepted.StatusCode);
    }

    [Fact]
    public async Task A_check_says_that_it_would_wait()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        await StopAsync(desk, "killed");

        using var check = await desk.PostPhotoAsync(_again["a comment more"](), "check=true");

        Assert.Contains("DESK-015", await check.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cause=development"), InlineData("cause=refile"), InlineData("embargo=2026-11-24T09:00:00Z")]
    public async Task The_same_file_keeps_the_words_that_were_put_right_and_its_sender_is_told(string query)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var file = Photos.Scene(1, "Mayor Renwik at the pier.");
        var photo = (await desk.FilePhotoAsync(file)).Story;
        using var corrected = await desk.PostAsync($"/v1/pictures/{photo}/caption",
            new { caption = "Mayor Renwick at the pier.", reason = "Name of the mayor" });

        using var again = await desk.PostPhotoAsync(file, query);
        using var named = await desk.PostPhotoAsync(file, $"story={photo}&{query}");

        foreach (var answer in new[] { again, named })
        {
            var filed = await FiledAsync(answer);
            Assert.Equal(photo, filed.GetProperty("story").GetString());
            Assert.Equal("DESK-020", filed.GetProperty("remarks")[0].GetProperty("code").GetString());
        }
        await wire.MoveClockAsync(TimeSpan.FromHours(4));
        var body = (await reader.GetAsync($"/v1/stories/{photo}/takes/4")).Body;
        Assert.Contains("Mayor Renwick at the pier.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Renwik", body, StringComparison.Ordinal);
        var original = await reader.Http.GetByteArrayAsync($"/v1/pictures/{photo}/renditions/original");
        Assert.DoesNotContain("Renwik", Encoding.Latin1.GetString(original), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_pixels_that_are_put_back_have_the_words_that_they_had_last()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var file = Photos.Scene(1, "Mayor Renwik at the pier.");
        var photo = (await desk.FilePhotoAsync(file)).Story;
        using var corrected = await desk.PostAsync($"/v1/pictures/{photo}/caption",
            new { caption = "Mayor Renwick at the pier.", reason = "Name of the mayor" });
        var other = await desk.FilePhotoAsync(Photos.Scene(2, "Another view."), $"story={photo}");

        using var back = await desk.PostPhotoAsync(file, $"story={photo}");
        var words = Photos.Scene(2, "Another view, with other words.");
        var replaced = await desk.FilePhotoAsync(words, $"story={photo}");

        Assert.Equal((3, 5), (other.Take, replaced.Take));
        Assert.Contains("DESK-020", await back.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Renwick", (await desk.GetAsync($"/v1/stories/{photo}/takes/4")).Body,
            StringComparison.Ordinal);
        Assert.Contains("with other words", (await desk.GetAsync($"/v1/stories/{photo}")).Body,
            StringComparison.Ordinal);
    }

    /// <summary>Files the scene and stops it; the story that is stopped.</summary>
    static async Task<string> StopAsync(Api desk, string stop)
    {
        string story;
        if (stop.EndsWith("with copy", StringComparison.Ordinal))
        {
            using var copy = await desk.PostWithFilesAsync(Dispatches.WithPictures("stopped"), "cause=first",
                ("a.jpg", Scenes.Jpeg(1)), ("b.jpg", Scenes.Jpeg(9)));
            story = (await FiledAsync(copy)).GetProperty("story").GetString()!;
        }
        else
        {
            story = (await desk.FilePhotoAsync(Photos.Scene(1, "A scene."),
                stop == "embargoed" ? "embargo=2026-11-24T09:00:00Z" : "")).Story;
        }
        if (stop == "embargoed")
            return story;
        var verb = stop.Split(' ')[0] switch { "killed" => "kill", "held" => "hold", _ => "takedown" };
        await desk.VerbAsync(story, verb, "It shows somebody else");
        return story;
    }

    /// <summary>Expects that a picture was filed, waits, and that its sender was told why; its story.</summary>
    static async Task<string> WaitsAsync(HttpResponseMessage response, string stopped, string says = "ooks like")
    {
        using (response)
        {
            var filed = await FiledAsync(response);
            Assert.Equal("waiting", filed.GetProperty("pending").GetString());
            var remark = filed.GetProperty("remarks").EnumerateArray()
                .Single(remark => remark.GetProperty("code").GetString() == "DESK-015");
            Assert.Contains(stopped, remark.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Contains(says, remark.GetProperty("message").GetString(), StringComparison.Ordinal);
            return filed.GetProperty("story").GetString()!;
        }
    }

    static async Task<JsonElement> FiledAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{(int)response.StatusCode} {body}");
        return JsonElement.Parse(body);
    }

    /// <summary>Asks every path for the story, the first, and what may carry it, and finds no word of it.</summary>
    static async Task AssertClosedAsync(InProcessWire wire, Api reader, params string[] ids)
    {
        await PictureScenarios.AssertNoHintAsync(wire, reader, ids, ["MARKz1z", ids[0]]);
        foreach (var name in new[] { "original", "preview", "thumbnail" })
            Assert.Equal(404, (await reader.GetAsync($"/v1/pictures/{ids[0]}/renditions/{name}")).Status);
    }
}

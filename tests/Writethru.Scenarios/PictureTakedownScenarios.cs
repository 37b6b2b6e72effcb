using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Writethru.App.Access;
using Writethru.Formats.Registry;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// A picture that was taken down leaves by no path, in no format, of no take; the desk still sees it.
/// </summary>
public partial class PictureTakedownScenarios
{
    /// <summary>Stands in caption, credit, identity and file of the picture, and in nothing else.</summary>
    const string Mark = "GONEz1z";

    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Nothing_of_it_is_in_any_answer_to_a_subscriber_and_the_desk_sees_it_marked()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        using var page = new Api(wire.Url, "");
        using var signedIn = await page.Http.GetAsync("/signin/" + wire.Get<SignInLinks>().Issue("gazette"));
        page.Http.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        var story = (await desk.FileAsync(Item(1, "First", withPicture: true))).Story;
        await desk.FileAsync(Item(2, "Second", withPicture: true));
        var paths = wire.Gets.SelectMany(endpoint => Paths(endpoint, story)).Distinct().ToList();
        Assert.Contains(Mark, (await ReadAllAsync(wire, reader, paths)).Values.Aggregate(string.Concat));
        Assert.Contains(Mark, (await ReadAllAsync(wire, page, paths)).Values.Aggregate(string.Concat));
        var tag = await TagAsync(reader, story);

        using var byReader = await reader.PostAsync($"/v1/stories/{story}/pictures/1/takedown", new { reason = "x" });
        using var noReason = await desk.PostAsync($"/v1/stories/{story}/pictures/1/takedown", new { });
        using var none = await desk.PostAsync($"/v1/stories/{story}/pictures/9/takedown", new { reason = "x" });
        using var stale = await desk.PostAsync($"/v1/stories/{story}/pictures/1/takedown",
            new { reason = "x", take = 1 });
        using var done = await desk.PostAsync(
            $"/v1/stories/{story}/pictures/1/takedown", new { reason = "The licence ended", take = 2 });
        await desk.FileAsync(Item(3, "Third", withPicture: true));
        await desk.FileAsync(Item(4, "Fourth", withPicture: false));

        Assert.Equal((403, 400, 404, 409, 201),
            ((int)byReader.StatusCode, (int)noReason.StatusCode, (int)none.StatusCode,
            (int)stale.StatusCode, (int)done.StatusCode));
        foreach (var who in new[] { reader, page })
        {
            foreach (var (path, body) in await ReadAllAsync(wire, who, paths))
                Assert.False(body.Contains(Mark, StringComparison.Ordinal), $"{path} still has the picture: {body}");
        }
        Assert.NotEqual(tag, await TagAsync(reader, story));
        var items = (await reader.FeedAsync()).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("story").GetString() == story).ToList();
        Assert.Equal(["first", "development", "refile", "development", "development"],
            items.Select(item => item.GetProperty("cause").GetString()));
        Assert.Contains(
            "Picture 1 of take 2 was taken down, for the right to it ended: The licence ended. Remove it everywhere.",
            items[2].GetRawText(), StringComparison.Ordinal);
        Assert.Contains(Mark, (await desk.GetAsync($"/v1/stories/{story}/takes/2")).Body, StringComparison.Ordinal);
        var seen = (await desk.GetAsync($"/stories/{story}")).Body;
        Assert.Contains(Mark, seen, StringComparison.Ordinal);
        Assert.Contains("Taken down", seen, StringComparison.Ordinal);
    }

    static async Task<string> TagAsync(Api reader, string story)
    {
        using var response = await reader.Http.GetAsync($"/v1/stories/{story}/takes/2");
        return response.Headers.ETag!.Tag;
    }

    static async Task<Dictionary<string, string>> ReadAllAsync(InProcessWire wire, Api who, IEnumerable<string> paths)
    {
        Dictionary<string, string> bodies = [];
        foreach (var path in paths)
        {
            if (!path.StartsWith("/v1/live", StringComparison.Ordinal))
            {
                bodies[path] = (await who.GetAsync(path)).Body;
                continue;
            }
            // The stream ends with the heartbeat, which needs the clock to move.
            var events = who.LiveAsync("");
            while (await Task.WhenAny(events, Task.Delay(20)) != events)
                wire.Clock.Advance(TimeSpan.FromSeconds(1));
            bodies[path] = string.Join('\n', await events);
        }
        return bodies;
    }

    static IEnumerable<string> Paths(RouteEndpoint endpoint, string story)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        foreach (var number in route.Contains("{number", StringComparison.Ordinal) ? Enumerable.Range(1, 5) : [1])
        {
            var path = ParameterPattern().Replace(route, match => match.Groups[1].Value switch
            {
                "id" => story,
                "number" or "position" => $"{number}",
                "documentName" => "v1",
                _ => "none",
            });
            yield return path;
            foreach (var format in WireFormats.All)
                yield return $"{path}?format={format.Name}&limit=1000";
        }
        if (route.EndsWith("/diff", StringComparison.Ordinal))
            yield return route.Replace("{id}", story, StringComparison.Ordinal) + "?from=1&to=2";
    }

    static string Item(int version, string text, bool withPicture) => $$"""
        {"uri": "https://harbour.example/bridge", "version": "{{version}}", "type": "text",
        "headline": "Bridge {{text}}",
         "bodies": [{"contentType": "text/html", "value":
         "<p>{{text}}, <a href=\"https://x.example/{{Mark}}.jpg\">photo</a>.</p>"}],
         "associations": [{{(withPicture ? Picture : "")}}]}
        """;

    const string Picture = $$"""
        {"name": "picture1", "type": "picture", "uri": "https://x.example/{{Mark}}", "headline": "{{Mark}} headline",
         "descriptions": [{"role": "caption", "value": "Lanterns {{Mark}}."}], "infoSources": [{"role": "credit",
         "name": "Credit {{Mark}}"}],
         "renditions": [{"name": "high", "href": "https://x.example/{{Mark}}.jpg", "contentType": "image/jpeg"}]}
        """;

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex ParameterPattern();
}

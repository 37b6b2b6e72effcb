using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Writethru.Desk;
using Writethru.Formats.Registry;
using Writethru.Rights;
using Writethru.Scenarios.Support;
using Writethru.Tests.Support;

namespace Writethru.Scenarios;

/// <summary>An embargo at its second, on every path of the program's own endpoint table.</summary>
public class EmbargoScenarios
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset _until = _start.AddHours(1);

    /// <summary>Paths that give out copy, each of which must show the take when it is out.</summary>
    static readonly string[] _outlets =
    [
        "/", "/rows", "/stories/{id}", "/stories/{id}/diff",
        "/v1/feed", "/v1/live", "/v1/stories/{id}", "/v1/stories/{id}/diff", "/v1/stories/{id}/takes/{number:int}",
    ];

    [Fact]
    public async Task No_path_shows_a_word_before_the_instant_every_one_does_after_and_what_was_killed_never_shows()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var model = new GateModel();
        var reader = await SubscribeAsync(desk, model);
        using var api = new Api(wire.Url, reader.Key);
        using var page = await GateLeakTests.PageAsync(wire, reader);
        var cursor = (await api.FeedAsync()).GetProperty("next").GetString()!;
        var known = await FileAsync(desk, model, "ZKNOWN", "");
        await FileAsync(desk, model, "ZEMBARGOED", $"story={known}&embargo={_until:yyyy-MM-ddTHH:mm:ssZ}");
        var fresh = await FileAsync(desk, model, "ZFRESH", $"embargo={_until:yyyy-MM-ddTHH:mm:ssZ}");
        var dead = await FileAsync(desk, model, "ZDEAD", $"embargo={_until:yyyy-MM-ddTHH:mm:ssZ}");
        await desk.KillAsync(dead, "ZREASON");
        string[] hidden = ["ZEMBARGOED", "ZFRESH", "ZDEAD", "ZREASON", fresh, dead];

        wire.Clock.Advance(_until - _start - TimeSpan.FromSeconds(1));
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);
        var before = await AskEverythingAsync(wire, model, reader, [api, page], cursor);
        wire.Clock.SetUtcNow(wire.Clock.GetUtcNow() < _until ? _until : wire.Clock.GetUtcNow());
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);
        var after = await AskEverythingAsync(wire, model, reader, [api, page], cursor);

        Assert.All(before, asked => Assert.All(hidden, mark =>
            Assert.False(asked.Body.Contains(mark, StringComparison.Ordinal), $"{asked.Path} shows {mark}")));
        Assert.All(after, asked => Assert.All(["ZDEAD", "ZREASON", dead], mark =>
            Assert.False(asked.Body.Contains(mark, StringComparison.Ordinal), $"{asked.Path} shows {mark}")));
        var showing = after.Where(asked => asked.Body.Contains("ZEMBARGOED", StringComparison.Ordinal))
            .Select(asked => asked.Route).ToHashSet();
        Assert.Empty(_outlets.Except(showing));
        Assert.Contains(after, asked => asked.Body.Contains("ZFRESH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"untill":"2026-11-24T09:00:00Z","reason":"later"}""")]
    [InlineData("""{"reason":"set it to tomorrow"}"""), InlineData("""{"until":"","reason":"x"}""")]
    [InlineData("""{"until":null,"reason":"x"}"""), InlineData("""{"lift":false,"reason":"x"}""")]
    [InlineData("""{"until":"2026-11-24T09:00:00Z","lift":true,"reason":"x"}""")]
    public async Task An_embargo_is_lifted_by_its_own_word_alone(string body)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var story = await FileAsync(desk, new GateModel(), "ZEMBARGOED", $"embargo={_until:yyyy-MM-ddTHH:mm:ssZ}");

        using var answer = await desk.Http.PostAsync($"/v1/stories/{story}/embargo",
            new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        var pending = wire.Get<Gate>().Now.FindPending(new(story), 1);
        using var lifted = await desk.PostAsync($"/v1/stories/{story}/embargo", new { lift = true, reason = "Out" });

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(_until, pending?.EmbargoedUntil);
        Assert.Equal(200, (int)lifted.StatusCode);
        Assert.Null(wire.Get<Gate>().Now.FindPending(new(story), 1));
    }

    [Fact]
    public async Task A_wall_clock_that_jumps_opens_nothing_until_the_desk_says_that_it_is_right()
    {
        var machine = new TwoClocks(_start);
        await using var wire = await InProcessWire.StartAsync(_start, machine);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("reader"));
        var filed = await desk.FileAsync(Dispatches.Plain("ZEMBARGOED"), $"embargo={_until:yyyy-MM-ddTHH:mm:ssZ}");

        machine.Step(TimeSpan.FromHours(8));
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);

        Assert.Equal(404, (await reader.GetAsync($"/v1/stories/{filed.Story}")).Status);
        var clock = JsonElement.Parse((await desk.GetAsync("/v1/clock")).Body);
        Assert.True(clock.GetProperty("apart").GetBoolean());
        Assert.Equal(28_800, clock.GetProperty("difference").GetDouble());
        Assert.Equal("2026-11-24T06:00:00Z", clock.GetProperty("now").GetString());
        Assert.Equal(403, (await reader.GetAsync("/v1/clock")).Status);
        using (var refused = await reader.PostAsync("/v1/clock/trust", new { }))
            Assert.Equal(403, (int)refused.StatusCode);

        using var trusted = await desk.PostAsync("/v1/clock/trust", new { });
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);

        Assert.False((await trusted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("apart").GetBoolean());
        Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{filed.Story}")).Status);
    }

    static async Task<GateModel.Subscriber> SubscribeAsync(Api desk, GateModel model)
    {
        var who = new GateModel.Subscriber
        {
            Name = "reader", Key = await desk.AddSubscriberAsync("reader", "KR"),
            Territory = "KR", Redistributes = false,
        };
        model.Subscribers.Add(who);
        return who;
    }

    static async Task<string> FileAsync(Api desk, GateModel model, string mark, string query)
    {
        // A cause of its own: the copies are alike, and each means what the query says.
        var filed = await desk.FileAsync(Dispatches.Plain(mark),
            query.Contains("story=", StringComparison.Ordinal) ? query : $"{query}&cause=first");
        var story = model.Stories.FirstOrDefault(story => story.Id == filed.Story);
        if (story is null)
            model.Stories.Add(story = new GateModel.Story { Id = filed.Story });
        story.Takes.Add(new GateModel.ModelTake { Number = filed.Take, Mark = mark });
        return filed.Story;
    }

    /// <summary>
    /// Every GET of the endpoint table with what it may be asked for, in every format, by key and by cookie. What may
    /// be in an answer of the story that is known from the start may be in any; the rest is the caller's to judge.
    /// </summary>
    static async Task<List<Asked>> AskEverythingAsync(InProcessWire wire, GateModel model,
        GateModel.Subscriber subscriber, Api[] readers, string cursor)
    {
        List<Asked> all = [];
        foreach (var endpoint in wire.Gets)
        {
            var paths = GateLeakTests.Paths(endpoint, model)
                .SelectMany(path => path.Contains('?', StringComparison.Ordinal) ? [path]
                    : WireFormats.All.Select(format => $"{path}?after={cursor}&format={format.Name}").Append(path)
                        .Concat(model.Stories.Select(story => $"{path}?story={story.Id}")))
                .Where(path => !IsLive(path)).Distinct();
            foreach (var path in paths)
            {
                foreach (var reader in readers)
                {
                    // What was asked for may be said again; only what is answered beyond it counts.
                    var body = (await reader.GetAsync(path)).Body;
                    all.Add(new Asked(RouteOf(endpoint), path, WithoutQuestion(body, path)));
                }
            }
        }
        foreach (var reader in readers)
            all.Add(new Asked("/v1/live", "/v1/live", await GateLeakTests.LiveAsync(wire, reader, subscriber)));
        return all;
    }

    static string WithoutQuestion(string body, string path) => Uri.UnescapeDataString(path).Split('/', '?', '&', '=')
        .Where(part => part.Length >= 10)
        .Aggregate(body, (text, part) => text.Replace(part, "", StringComparison.Ordinal));

    static bool IsLive(string path) => path.StartsWith("/v1/live", StringComparison.Ordinal);

    static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    sealed record Asked(string Route, string Path, string Body);
}

using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Writethru.App.Access;
using Writethru.Desk;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// No byte past the gate: random histories, every GET of the program's own endpoint table, a naive model.
/// </summary>
public partial class GateLeakTests(ITestOutputHelper output)
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Whoever adds a path that needs no caller must say so here.</summary>
    static readonly string[] _anonymous =
    [
        "GET /healthz", "GET /readyz", "GET /signin", "GET /signin/{link}",
        "GET /wire.css", "GET /wire.js", "GET /icon.svg",
        "GET /openapi/{documentName}.json", "GET /docs/{documentName?}", "GET /docs/favicon.svg",
        "GET /docs/scalar.js", "GET /docs/scalar.aspnetcore.js",
    ];

    [Theory]
    [MemberData(nameof(Seeds.Of), 6, MemberType = typeof(Seeds))]
    public async Task No_answer_of_any_path_holds_what_the_one_who_asks_may_not_have(int seed)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var history = new RandomHistory(wire, desk, new Random(seed));
        var checks = 0;
        for (var i = 0; i < 60; i++)
        {
            await history.StepAsync();
            if (i % 12 == 11)
            {
                checks += await CheckEveryPathAsync(wire, history.Model);
                await history.LiftAsync();
            }
        }
        output.WriteLine($"{history.Model.Stories.Count} stories, {checks} answers compared with the model");
        Assert.True(checks > 100, "The history was too short to say anything.");
    }

    [Fact]
    public async Task Every_path_names_its_policy_and_the_anonymous_ones_are_listed()
    {
        await using var wire = await InProcessWire.StartAsync(_start);

        var undeclared = wire.Endpoints.Where(endpoint =>
            endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(NameOf);
        var anonymous = wire.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(NameOf).Distinct();

        Assert.Empty(undeclared);
        Assert.Equal(
            string.Join('\n', _anonymous.Order(StringComparer.Ordinal)),
            string.Join('\n', anonymous.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Nothing_but_the_listed_paths_answers_somebody_without_a_key()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var nobody = new Api(wire.Url, "");
        using var forger = new Api(wire.Url, "wt_notakey");

        foreach (var endpoint in wire.Gets.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var path = Fill(endpoint, "nosuchstory", 1);
            foreach (var who in new[] { nobody, forger })
            {
                var (status, body) = await who.GetAsync(path);
                Assert.True(status is 401 or 302, $"{path} answered {status} without a key: {body}");
            }
        }
    }

    static async Task<int> CheckEveryPathAsync(InProcessWire wire, GateModel model)
    {
        var checks = 0;
        foreach (var subscriber in model.Subscribers)
        {
            using var api = new Api(wire.Url, subscriber.Key);
            using var page = await PageAsync(wire, subscriber);
            var allowed = model.MarksFor(subscriber);
            var knows = string.Join('\n', model.Stories.Select(story => $"{story.Id} killed {story.KillMark} held "
                + $"{story.IsHeld}: "
                + string.Join(", ", story.Takes.Select(take =>
                    $"{take.Number} {take.Mark} open {take.Open} "
                    + $"embargo {take.Embargo:HH:mm} notForJapan {take.NotForJapan}"))));
            HashSet<string> seen = [];
            foreach (var path in wire.Gets.SelectMany(endpoint => Paths(endpoint, model)).Distinct())
            {
                foreach (var reader in new[] { api, page })
                {
                    var body = path.StartsWith("/v1/live", StringComparison.Ordinal)
                        ? await LiveAsync(wire, reader, subscriber)
                        : (await reader.GetAsync(path)).Body;
                    var marks = MarkPattern().Matches(body).Select(match => match.Value).ToHashSet();
                    Assert.True(marks.IsSubsetOf(allowed),
                        $"{subscriber.Name} ({subscriber.Territory}) "
                            + $"got {string.Join(' ', marks.Except(allowed))} from {path}\n"
                            + $"at {wire.Clock.GetUtcNow():HH:mm}, the model:\n{knows}");
                    seen.UnionWith(marks);
                    checks++;
                }
            }
            Assert.Equal(allowed.Order(), seen.Order());
            model.SendAll(subscriber);
        }
        return checks;
    }

    /// <summary>All that the stream has for now: it ends with the heartbeat, which needs the clock to move.</summary>
    internal static async Task<string> LiveAsync(InProcessWire wire, Api reader, GateModel.Subscriber subscriber)
    {
        if (subscriber.Revoked)
            return (await reader.GetAsync("/v1/live")).Body;
        var events = reader.LiveAsync("");
        while (await Task.WhenAny(events, Task.Delay(20)) != events)
            wire.Clock.Advance(TimeSpan.FromSeconds(1));
        // A stream that has not noticed yet that nobody reads it would go on to be sent takes.
        await wire.StreamsEndedAsync();
        return string.Join('\n', await events);
    }

    /// <summary>The same principal signed in to the pages with a cookie instead of a key.</summary>
    internal static async Task<Api> PageAsync(InProcessWire wire, GateModel.Subscriber subscriber)
    {
        var page = new Api(wire.Url, "");
        using var response = await page.Http.GetAsync("/signin/" + wire.Get<SignInLinks>().Issue(subscriber.Id));
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            page.Http.DefaultRequestHeaders.Add("Cookie", cookies.First().Split(';')[0]);
        return page;
    }

    internal static IEnumerable<string> Paths(RouteEndpoint endpoint, string story, int number) =>
        [Fill(endpoint, story, number), Fill(endpoint, story, number + 1)];

    internal static IEnumerable<string> Paths(RouteEndpoint endpoint, GateModel model)
    {
        if (!endpoint.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal))
            return [Fill(endpoint, "", 0), Fill(endpoint, "", 0) + "?format=plainwire&limit=1000"];
        return model.Stories.SelectMany(story => Enumerable.Range(1, story.Takes.Count + 1)
            .Select(number => Fill(endpoint, story.Id, number)));
    }

    /// <summary>
    /// A path of that route. Fails for a parameter that it does not know, so that no new path is forgotten.
    /// </summary>
    static string Fill(RouteEndpoint endpoint, string story, int number) =>
        "/" + ParameterPattern().Replace(
            endpoint.RoutePattern.RawText!.TrimStart('/'), match => match.Groups[1].Value switch
        {
            "id" => story,
            "number" or "position" => $"{number}",
            "link" => "nosuchlink",
            "name" => number % 2 == 0 ? "original" : "thumbnail",
            "documentName" => "v1",
            var name => throw new InvalidOperationException(
                $"The route {endpoint.RoutePattern.RawText} has a parameter '{name}' that this test cannot fill."),
        });

    internal static string NameOf(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])} "
            + $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    [GeneratedRegex("(SLUG|BODY|FREE|KRONLY|NOTE|PRIVATE|REASON)z[a-z0-9]+z")]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex ParameterPattern();
}

/// <summary>
/// Publishes, kills, holds, releases, embargoes, subscribes and revokes at random, and tells the model.
/// </summary>
sealed class RandomHistory(InProcessWire wire, Api desk, Random random)
{
    static readonly string[] _territories = ["KR", "JP", ""];

    int _marks;

    public GateModel Model { get; } = new();

    public async Task StepAsync()
    {
        switch (random.Next(14))
        {
            case 0 or 1:
                await SubscribeAsync();
                break;
            case 2 when Model.Subscribers.Any(who => !who.Revoked) && random.Next(3) == 0:
                await RevokeAsync();
                break;
            case 2 when Model.Subscribers.Any(who => !who.Revoked):
                await ChangeRightsAsync();
                break;
            case 3:
                await KillAsync();
                break;
            case 6 or 7:
                await HoldOrReleaseAsync();
                break;
            case 4 or 5:
                await MoveClockAsync();
                break;
            case 12:
                await UnlinkAsync();
                break;
            case 13:
                await SetEmbargoAsync();
                break;
            default:
                await PublishAsync();
                break;
        }
    }

    string NewMark() => $"z{_marks++}z";

    async Task SubscribeAsync()
    {
        var territory = _territories[random.Next(_territories.Length)];
        var redistributes = random.Next(4) == 0;
        var free = Model.Subscribers.Select(who => who.Name)
            .Except(Model.Subscribers.Where(who => !who.Revoked).Select(who => who.Name)).ToList();
        var name = free.Count > 0 && random.Next(2) == 0 ? free[random.Next(free.Count)]
            : $"subscriber{Model.Subscribers.Count}";
        var key = await desk.AddSubscriberAsync(
            name, territory, redistributes, random.Next(2) == 0 ? "ninjs" : "plainwire");
        Model.Subscribers.Add(new GateModel.Subscriber
        {
            Name = name, Key = key, Territory = territory, Redistributes = redistributes,
            Bearer = Model.Subscribers.Count(who => who.Name == name) + 1,
        });
    }

    /// <summary>Rights change while the subscriber has some copy and lacks other.</summary>
    async Task ChangeRightsAsync()
    {
        var active = Model.Subscribers.Where(who => !who.Revoked).ToList();
        var who = active[random.Next(active.Count)];
        (who.Territory, who.Lapsed, who.GetsEmbargoed) =
            (_territories[random.Next(_territories.Length)], random.Next(4) == 0, random.Next(2) == 0);
        using var response = await desk.Http.PatchAsJsonAsync($"/v1/subscribers/{who.Name}",
            new { territory = who.Territory, lapsed = who.Lapsed, getsEmbargoed = who.GetsEmbargoed });
        Assert.Equal(200, (int)response.StatusCode);
    }

    async Task RevokeAsync()
    {
        var active = Model.Subscribers.Where(who => !who.Revoked).ToList();
        var who = active[random.Next(active.Count)];
        using var response = await desk.PostAsync($"/v1/subscribers/{who.Name}/revoke", new { });
        Assert.Equal(204, (int)response.StatusCode);
        who.Revoked = true;
    }

    async Task KillAsync()
    {
        var living = Model.Stories.Where(story => story.KillMark is null).ToList();
        if (living.Count == 0)
            return;
        var story = living[random.Next(living.Count)];
        var mark = "REASON" + NewMark();
        if (random.Next(2) == 0)
            await desk.KillAsync(story.Id, mark);
        else
            await desk.VerbAsync(story.Id, "takedown", mark);
        Model.Kill(story, mark);
    }

    async Task HoldOrReleaseAsync()
    {
        var living = Model.Stories.Where(story => story.KillMark is null).ToList();
        if (living.Count == 0)
            return;
        var story = living[random.Next(living.Count)];
        if (story.IsHeld)
        {
            using var response = await desk.PostAsync($"/v1/stories/{story.Id}/release", new { });
            Assert.Equal(200, (int)response.StatusCode);
            GateModel.Release(story);
            return;
        }
        var mark = "REASON" + NewMark();
        await desk.VerbAsync(story.Id, "hold", mark);
        Model.Hold(story, mark);
    }

    /// <summary>The newest copy of a story is another's.</summary>
    async Task UnlinkAsync()
    {
        var living = Model.Stories.Where(story => story is { KillMark: null, IsHeld: false, IsPhoto: false }
            && !story.Takes[^1].IsHold).ToList();
        if (living.Count == 0)
            return;
        var story = living[random.Next(living.Count)];
        using var response = await desk.PostAsync(
            $"/v1/stories/{story.Id}/takes/{story.Takes.Count}/unlink", new { });
        var id = response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<Filed>())!.Story : "";
        Assert.Equal(response.IsSuccessStatusCode ? 201 : 409, (int)response.StatusCode);
        Assert.Equal(id.Length > 0, Model.Unlink(story, id));
    }

    /// <summary>What is not out gets another embargo, a later or an earlier one.</summary>
    async Task SetEmbargoAsync()
    {
        var living = Model.Stories.Where(story => story.KillMark is null).ToList();
        if (living.Count == 0)
            return;
        var story = living[random.Next(living.Count)];
        var until = wire.Clock.GetUtcNow().AddMinutes(random.Next(1, 60));
        using var response = await desk.PostAsync(
            $"/v1/stories/{story.Id}/embargo", new { until = $"{until:yyyy-MM-ddTHH:mm:ssZ}", reason = "Moved" });
        var pending = story.Takes.Where(take => take.Pending).ToList();
        Assert.Equal(pending.Count > 0 ? 200 : 409, (int)response.StatusCode);
        pending.ForEach(take => take.Embargo = until);
    }

    async Task MoveClockAsync()
    {
        wire.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 30)));
        await LiftAsync();
    }

    public async Task LiftAsync()
    {
        await wire.Get<LiftEmbargoes>().RunAsync(CancellationToken.None);
        Model.LiftUpTo(wire.Clock.GetUtcNow());
    }

    async Task PublishAsync()
    {
        var living = Model.Stories.Where(story => story.KillMark is null).ToList();
        var story = living.Count > 0 && random.Next(2) == 0 ? living[random.Next(living.Count)] : null;
        var embargo = random.Next(3) == 0
            ? wire.Clock.GetUtcNow().AddMinutes(random.Next(1, 60))
            : (DateTimeOffset?)null;
        var take = new GateModel.ModelTake
        {
            Number = (story?.Takes.Count ?? 0) + 1,
            Mark = NewMark(),
            IsPhoto = story?.IsPhoto ?? random.Next(4) == 0,
        };
        take.HasNotebook = !take.IsPhoto && random.Next(4) == 0;
        take.NotForJapan = !take.HasNotebook && random.Next(4) == 0;
        var query = (story is null ? "" : $"story={story.Id}&")
            + (embargo is { } at ? $"embargo={at:yyyy-MM-ddTHH:mm:ssZ}&" : "")
            + (take.HasNotebook || take.IsPhoto ? $"slug=SLUG{take.Mark}" : "");
        var filed = take.IsPhoto
            ? await desk.FilePhotoAsync(Photos.Jpeg($"A caption with BODY{take.Mark}.",
                take.NotForJapan ? "For use only in the Republic of Korea" : "", width: 60, height: 40), query)
            : await desk.FileAsync(Copy(take), query);
        Assert.Equal(take.Number, filed.Take);
        if (story is null)
            Model.Stories.Add(story = new GateModel.Story { Id = filed.Story, IsPhoto = take.IsPhoto });
        GateModel.File(story, take, embargo);
    }

    static string Copy(GateModel.ModelTake take)
    {
        if (take.HasNotebook)
        {
            return $"""
                (ATTN: ADDS NOTE{take.Mark})
                Headline BODY{take.Mark}

                PORT MIRADA, Nov. 24 (Saltern) -- Body BODY{take.Mark}.

                # Notizblock
                ## Redaktionelle Hinweise
                Call PRIVATE{take.Mark}, and nobody else.

                """;
        }
        var terms = take.NotForJapan ? """, "usageTerms": "For use only in the Republic of Korea" """ : "";
        return $$"""
            {"headlines": [{"value": "Headline BODY{{take.Mark}}"}], "slugline": "SLUG{{take.Mark}}"{{terms}},
             "senderNote": "A raw field that quotes KRONLY{{take.Mark}}",
             "bodies": [{"contentType": "text/html", "value":
             "<p>Body BODY{{take.Mark}}, <a href=\"https://x.example/KRONLY{{take.Mark}}.jpg\">photo</a>.</p>"}],
             "associations": [
               {"name": "picture1", "type": "picture", "descriptions": [{"role": "caption",
               "value": "Lanterns KRONLY{{take.Mark}}."}],
                "infoSources": [{"role": "credit", "name": "Credit KRONLY{{take.Mark}}"}],
                "usageTerms": "For Use Only in the Republic of Korea. No Redistribution",
                "renditions": [{"name": "high", "href": "https://x.example/KRONLY{{take.Mark}}.jpg",
                "contentType": "image/jpeg"}]},
               {"name": "picture2", "type": "picture", "descriptions": [{"role": "caption",
               "value": "Boats FREE{{take.Mark}}."}]}]}
            """;
    }
}

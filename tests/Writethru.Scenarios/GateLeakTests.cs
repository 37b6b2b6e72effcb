using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Writethru.App.Access;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// No byte past the gate: random histories, every GET of the program's own endpoint table, a naive model.
/// </summary>
/// <remarks>
/// Partial moves, pictures that are taken down, windows of terms and kills by two are not among the moves: each needs
/// copy of its own to say anything, and has its own scenarios. A notice of another program that finds no story is kept
/// from all by <see cref="NoticesBetweenServersTests"/>.
/// </remarks>
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
    [MemberData(nameof(Seeds.Of), 4, MemberType = typeof(Seeds))]
    public async Task No_answer_of_any_path_holds_what_the_one_who_asks_may_not_have(int seed)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var history = await RandomHistory.StartAsync(wire, new Random(seed));
        var checks = 0;
        for (var i = 0; i < 90; i++)
        {
            if (i == 54)
                await new LostHistory(history).RunAsync();
            await history.StepAsync();
            if (i % 18 == 17 || i == 54)
            {
                checks += await CheckEveryPathAsync(wire, history.Model);
                await history.LiftAsync();
            }
        }
        output.WriteLine($"{history.Model.Stories.Count} stories, {checks} answers compared with the model; "
            + string.Join(", ", history.Done.OrderBy(move => move.Key).Select(move => $"{move.Key} {move.Value}")));
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
            var knows = string.Join('\n', model.Stories);
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
            Assert.True(allowed.SetEquals(seen),
                $"{subscriber.Name} ({subscriber.Territory}) did not get {string.Join(' ', allowed.Except(seen))}\n"
                    + $"at {wire.Clock.GetUtcNow():HH:mm}, the model:\n{knows}");
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

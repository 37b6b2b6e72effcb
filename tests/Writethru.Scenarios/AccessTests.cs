using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Writethru.App.Access;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>Every endpoint of the program, for every role, with every state of a key and of a session.</summary>
public partial class AccessTests
{
    const string DeskMark = "BODYzdeskz", HarbourMark = "BODYzharbourz", RefusedMark = "BODYzrefusedz";

    static readonly DateTimeOffset _start = new(2026, 11, 30, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_endpoint_that_needs_a_caller_is_in_the_table_and_nothing_else_is()
    {
        await using var wire = await InProcessWire.StartAsync(_start);

        var names = wire.Endpoints.Where(NeedsCaller).Select(NameOf).Distinct();

        Assert.Equal(
            string.Join('\n', Access.Table.Keys.Order(StringComparer.Ordinal)),
            string.Join('\n', names.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Every_endpoint_answers_the_roles_of_its_table_alone_and_no_other_answer_holds_copy()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        var place = await PrepareAsync(wire);
        var callers = await CallersAsync(wire);
        // Whoever signs out has no session any more.
        foreach (var endpoint in wire.Endpoints.Where(NeedsCaller)
            .OrderBy(endpoint => NameOf(endpoint) == "POST /signout"))
        {
            var name = NameOf(endpoint);
            foreach (var caller in callers)
            {
                using var response = await caller.Api.Http.SendAsync(
                    Request(endpoint, place), HttpCompletionOption.ResponseHeadersRead);
                var status = (int)response.StatusCode;
                var mayPass = caller.IsGood && Access.Table[name].Roles.Contains(caller.Role)
                    && (!caller.IsCookie || Access.Table[name].ByCookie);
                if (mayPass && name == "GET /v1/live")
                {
                    Assert.Equal(200, status);
                    continue;
                }
                var body = await response.Content.ReadAsStringAsync();
                Assert.True(mayPass
                    ? !IsDenied(response) || name == "POST /signout"
                    : caller.Expects(status, IsDenied(response)),
                    $"{name} answered {caller.Name} {status}, "
                        + $"and {(mayPass ? "must" : "must not")} let it pass: {body}");
                var had = MarkPattern().Matches(body).Select(match => match.Value).Except(mayPass ? caller.Sees : []);
                Assert.True(!had.Any(), $"{name} gave {caller.Name} {string.Join(' ', had)}");
            }
        }
    }

    [Fact]
    public async Task Another_publishers_story_is_answered_as_one_that_does_not_exist()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var harbour = new Api(wire.Url, await AddAsync(wire, "harbour", Role.Publisher));
        var story = (await desk.FileAsync($"Headline {DeskMark}\n\nPORT MIRADA, Nov. 30 (Saltern) -- Text.\n")).Story;

        foreach (var path in new[]
        {
            "/v1/stories/{0}", "/v1/stories/{0}/takes/1", "/v1/stories/{0}/diff", "/stories/{0}",
            "/v1/pictures/{0}/renditions/original",
        })
        {
            var (foreign, unknown) = (await harbour.GetAsync(string.Format(null, path, story)),
                await harbour.GetAsync(string.Format(null, path, "nosuch")));
            Assert.Equal((404, unknown.Body), (foreign.Status, foreign.Body));
        }
        foreach (var verb in new[] { "hold", "kill" })
        {
            using var foreign = await harbour.PostAsync($"/v1/stories/{story}/{verb}", new { reason = "Mine" });
            using var unknown = await harbour.PostAsync($"/v1/stories/nosuch/{verb}", new { reason = "Mine" });
            Assert.Equal(404, (int)foreign.StatusCode);
            Assert.Equal((await unknown.Content.ReadAsStringAsync()).Replace("nosuch", story, StringComparison.Ordinal),
                await foreign.Content.ReadAsStringAsync());
        }
        using var filed = await harbour.PublishAsync("Headline\n\nText.\n", $"story={story}");
        Assert.Equal(404, (int)filed.StatusCode);
        Assert.Equal(200, (await desk.GetAsync($"/v1/stories/{story}")).Status);
    }

    [Fact]
    public async Task A_second_gazette_gets_nothing_of_the_first()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var first = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        using var page = await SignedInAsync(wire, "gazette");
        var story = (await desk.FileAsync($"Headline {DeskMark}\n\nPORT MIRADA, Nov. 30 (Saltern) -- Text.\n")).Story;
        var cursor = (await first.FeedAsync()).GetProperty("next").GetString()!;
        using (var revoked = await desk.PostAsync("/v1/subscribers/gazette/revoke", new { }))
            Assert.Equal(204, (int)revoked.StatusCode);

        using var second = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        await desk.KillAsync(story);

        Assert.Equal(401, (await first.GetAsync("/v1/feed")).Status);
        Assert.Equal(403, (await page.GetAsync("/v1/feed")).Status);
        Assert.Equal(400, (await second.GetAsync($"/v1/feed?after={cursor}")).Status);
        Assert.Equal(404, (await second.GetAsync($"/v1/stories/{story}")).Status);
        Assert.Equal(0, (await second.FeedAsync()).GetProperty("items").GetArrayLength());
        var why = JsonElement.Parse((await desk.GetAsync($"/v1/stories/{story}/deliveries?subscriber=gazette")).Body);
        Assert.All(why.GetProperty("deliveries").EnumerateArray(), line =>
        {
            Assert.Equal("gazette", line.GetProperty("subscriber").GetString());
            Assert.Equal(0, line.GetProperty("sends").GetArrayLength());
        });
        var recall = JsonElement.Parse((await desk.GetAsync($"/v1/stories/{story}/recall")).Body);
        var reached = Assert.Single(recall.GetProperty("recipients").EnumerateArray());
        Assert.Equal(("gazette (revoked 2026-11-30)", "unreachable"),
            (reached.GetProperty("subscriber").GetString(), reached.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_stream_ends_with_the_key_that_opened_it_and_its_cursor_goes_on_with_the_next()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var lost = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        await desk.FileAsync("Headline\n\nPORT MIRADA, Nov. 30 (Saltern) -- Text.\n");
        var cursor = (await lost.FeedAsync()).GetProperty("next").GetString()!;
        using var stream = await lost.OpenLiveAsync(cursor);

        using var rotated = await desk.PostAsync("/v1/principals/gazette/keys/rotate", new { });
        var key = JsonElement.Parse(await rotated.Content.ReadAsStringAsync()).GetProperty("key").GetString()!;
        var end = EndsAsync(stream);
        while (await Task.WhenAny(end, Task.Delay(20)) != end)
            wire.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await end);
        Assert.Equal(401, (await lost.GetAsync("/v1/feed")).Status);
        using var found = new Api(wire.Url, key);
        Assert.Equal(200, (await found.GetAsync($"/v1/feed?after={cursor}")).Status);
        await wire.StreamsEndedAsync();
    }

    /// <summary>Whether nothing more comes. The server ends a stream by closing the connection.</summary>
    static async Task<bool> EndsAsync(SseStream stream)
    {
        try
        {
            return await stream.NextItemAsync() is null;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The root of a group has a slash behind it, which people do not write.</summary>
    static string NameOf(RouteEndpoint endpoint) => GateLeakTests.NameOf(endpoint) is var name
        && name.EndsWith(" /", StringComparison.Ordinal)
        ? name
        : name.TrimEnd('/');

    static bool NeedsCaller(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>A story of the desk, one of harbour's, and bytes that were refused: where, in that order.</summary>
    static async Task<(string Story, long Refused)> PrepareAsync(InProcessWire wire)
    {
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var harbour = new Api(wire.Url, await AddAsync(wire, "harbour", Role.Publisher));
        await harbour.FileAsync($"Headline {HarbourMark}\n\nPORT MIRADA, Nov. 30 (Saltern) -- Lanterns.\n");
        var story = (await desk.FileAsync($"Headline {DeskMark}\n\nPORT MIRADA, Nov. 30 (Saltern) -- Ferry.\n")).Story;
        using var refused = await desk.PublishAsync($"{{\"{RefusedMark}\": ");
        Assert.Equal(422, (int)refused.StatusCode);
        return (story, JsonElement.Parse(await refused.Content.ReadAsStringAsync()).GetProperty("position").GetInt64());
    }

    static async Task<List<Caller>> CallersAsync(InProcessWire wire)
    {
        var principals = wire.Get<Principals>();
        var keys = wire.Get<PrincipalKeys>();
        string[] all = [DeskMark, HarbourMark, RefusedMark], copy = [DeskMark, HarbourMark];
        var harbour = (await keys.AddAsync("harbour", null, "", default))!.Key;
        List<Caller> callers =
        [
            Caller.None(wire, ""), Caller.None(wire, "wt_nosuch"),
            Caller.ByKey(wire, "the desk", wire.DeskKey, Role.Desk, all),
            Caller.ByKey(wire, "harbour", harbour, Role.Publisher, [HarbourMark]),
            Caller.ByKey(wire, "quay", await AddAsync(wire, "quay", Role.Publisher), Role.Publisher, []),
            Caller.ByKey(wire, "ops", await AddAsync(wire, "ops", Role.Operator), Role.Operator, []),
            Caller.ByKey(wire, "reader", await AddAsync(wire, "reader", Role.Subscriber), Role.Subscriber, copy),
            Caller.ByKey(wire, "lapsed", await AddAsync(wire, "lapsed", Role.Subscriber), Role.Subscriber, []),
        ];
        await principals.ChangeRightsAsync("lapsed", new RightsChange { IsLapsed = true }, "", default);
        foreach (var (name, role, sees) in new (string, Role, string[])[]
        {
            ("desk", Role.Desk, all), ("harbour", Role.Publisher, [HarbourMark]), ("quay", Role.Publisher, []),
            ("ops", Role.Operator, []), ("reader", Role.Subscriber, copy),
        })
        {
            var page = await SignedInAsync(wire, name);
            callers.Add(new Caller($"{name} in a session", page, role, sees) { IsCookie = true });
        }
        foreach (var role in Enum.GetValues<Role>())
        {
            var name = $"{role}";
            var expired = await AddAsync(wire, $"{name}.expired", role);
            await keys.AddAsync($"{name}.expired", null, "", default);
            await keys.ExpireAsync($"{name}.expired", IdOf(expired), wire.Clock.GetUtcNow(), "", default);
            callers.Add(Caller.ByEndedKey(wire, $"{name} with a key that expired", expired, role));
            var lost = await AddAsync(wire, $"{name}.rotated", role);
            await keys.RotateAsync($"{name}.rotated", TimeSpan.Zero, "", default);
            callers.Add(Caller.ByEndedKey(wire, $"{name} with a key that was rotated out", lost, role));
            var revoked = await AddAsync(wire, $"{name}.revoked", role);
            var page = await SignedInAsync(wire, $"{name}.revoked");
            await principals.RevokeAsync($"{name}.revoked", "", default);
            callers.Add(Caller.ByEndedKey(wire, $"{name}, revoked", revoked, role));
            await AddAsync(wire, $"{name}.revoked", role);
            callers.Add(new Caller($"{name} in the session of its namesake", page, role, [])
            {
                IsCookie = true, IsGood = false,
            });
        }
        return callers;
    }

    static string IdOf(string key) => new ApiKey { Hash = Principals.HashKey(key) }.Id;

    static async Task<string> AddAsync(InProcessWire wire, string name, Role role) =>
        (await wire.Get<Principals>().AddAsync(new Principal { Name = name, Role = role }, "", default))!;

    static async Task<Api> SignedInAsync(InProcessWire wire, string id)
    {
        var page = new Api(wire.Url, "");
        using var response = await page.Http.GetAsync("/signin/" + wire.Get<SignInLinks>().Issue(id));
        page.Http.DefaultRequestHeaders.Add("Cookie", response.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        return page;
    }

    static HttpRequestMessage Request(RouteEndpoint endpoint, (string Story, long Refused) place)
    {
        var path = "/" + ParameterPattern().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'),
            match => match.Groups[1].Value switch
            {
                "id" => place.Story,
                "number" => "1",
                "position" => $"{place.Refused}",
                _ => "nosuch",
            });
        var method = new HttpMethod(NameOf(endpoint).Split(' ')[0]);
        return new HttpRequestMessage(method, path)
        {
            Content = method == HttpMethod.Get ? null : new StringContent("{}", Encoding.UTF8, "application/json"),
        };
    }

    /// <summary>Whether the program did not let somebody reach an endpoint.</summary>
    static bool IsDenied(HttpResponseMessage response) => (int)response.StatusCode is 401 or 403
        || ((int)response.StatusCode == 302 && response.Headers.Location?.OriginalString == "/signin");

    sealed record Caller(string Name, Api Api, Role Role, string[] Sees)
    {
        public bool IsCookie { get; init; }

        public bool IsGood { get; init; } = true;

        public static Caller None(InProcessWire wire, string key) =>
            new($"nobody with '{key}'", new Api(wire.Url, key), Role.Desk, []) { IsGood = false };

        public static Caller ByKey(InProcessWire wire, string name, string key, Role role, string[] sees) =>
            new(name, new Api(wire.Url, key), role, sees);

        public static Caller ByEndedKey(InProcessWire wire, string name, string key, Role role) =>
            new(name, new Api(wire.Url, key), role, []) { IsGood = false };

        /// <summary>How this one is denied: a key that is none by 401, one of another role by 403.</summary>
        public bool Expects(int status, bool isDenied) => isDenied
            && (IsCookie || Name == "nobody with ''" || status == (IsGood ? 403 : 401));
    }

    [GeneratedRegex("BODYz[a-z]+z")]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex ParameterPattern();
}

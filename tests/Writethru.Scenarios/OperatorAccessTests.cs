using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// What an operator may ask of each endpoint that it reaches: nothing that it does brings it to copy. See
/// <see cref="AccessTests"/> for the endpoints by themselves.
/// </summary>
public partial class OperatorAccessTests
{
    const string Mark = "BODYzdeskz";

    static readonly DateTimeOffset _start = new(2026, 11, 30, 6, 0, 0, TimeSpan.Zero);

    /// <summary>What may be asked, in order, and how an operator and the desk are answered.</summary>
    static readonly Request[] _requests =
    [
        new("POST", "/v1/desks", new { name = "cay" }, 403, 201),
        new("POST", "/v1/desks/ann/revoke", new { }, 403, 204),
        new("POST", "/v1/principals", new { name = "dan", role = "desk" }, 403, 201),
        new("POST", "/v1/principals/bob/keys", new { }, 403, 201),
        new("POST", "/v1/principals/bob/keys/rotate", new { overlap = 60 }, 403, 201),
        new("POST", "/v1/principals/bob/keys/KEY/expire", new { at = "2026-11-30T07:00:00Z" }, 403, 204),
        new("POST", "/v1/principals/bob/keys/KEY/revoke", new { }, 403, 204),
        new("POST", "/v1/principals/bob/revoke", new { }, 403, 204),
        new("POST", "/v1/principals", new { name = "quay", role = "publisher" }, 201, 201),
        new("POST", "/v1/principals", new { name = "night", role = "operator" }, 201, 201),
        new("POST", "/v1/principals/harbour/keys", new { }, 201, 201),
        new("POST", "/v1/principals/harbour/keys/rotate", new { overlap = 60 }, 201, 201),
        new("POST", "/v1/principals/gazette/keys", new { }, 201, 201),
        new("POST", "/v1/principals/gazette/keys/rotate", new { overlap = 60 }, 201, 201),
        new("POST", "/v1/principals/gazette/keys/KEY/confirm", new { }, 403, 204),
        new("POST", "/v1/principals/gazette/keys/FIRST/expire", new { }, 403, 204),
        new("POST", "/v1/principals/gazette/keys/KEY/revoke", new { }, 204, 204),
        new("POST", "/v1/subscribers", new { name = "plain" }, 201, 201),
        new("POST", "/v1/subscribers", new { name = "wide", territories = new[] { "KR" } }, 403, 201),
        new("POST", "/v1/subscribers", new { name = "early", getsEmbargoed = true }, 403, 201),
        new("PUT", "/v1/subscribers/gazette/channel", new { format = "nitf" }, 200, 200),
        new("PATCH", "/v1/subscribers/gazette", new { getsEmbargoed = true }, 403, 200),
        new("PATCH", "/v1/subscribers/gazette", new { territories = new[] { "KR", "JP" } }, 403, 200),
        new("PATCH", "/v1/subscribers/gazette", new { from = "2026-11-01" }, 403, 200),
        new("PATCH", "/v1/subscribers/gazette", new { contractUntil = "2026-12-01T00:00:00Z" }, 200, 200),
        new("PATCH", "/v1/subscribers/gazette", new { contractUntil = "" }, 403, 200),
        new("PATCH", "/v1/subscribers/gazette", new { lapsed = true }, 200, 200),
        new("PATCH", "/v1/subscribers/gazette", new { lapsed = false }, 403, 200),
        new("POST", "/v1/subscribers/gazette/link", new { }, 403, 201),
        new("POST", "/v1/subscribers/gazette/revoke", new { }, 204, 204),
    ];

    [Fact]
    public async Task An_operator_is_answered_as_the_table_says_and_comes_to_no_copy_by_any_of_it()
    {
        await using var wire = await StartAsync();
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var ops = new Api(wire.Url, await AddAsync(desk, "ops", "operator"));

        var keys = await RunAsync(ops, desk, request => request.Operator);

        Assert.Equal(7, keys.Count);
        foreach (var key in keys)
        {
            using var api = new Api(wire.Url, key);
            foreach (var path in new[] { "/v1/feed", "/v1/refusals", "/v1/waiting" })
            {
                var (status, body) = await api.GetAsync(path);
                Assert.True(status is 401 or 403, $"{path} answered a key of the operator's making {status}.");
                Assert.DoesNotContain(Mark, body);
            }
        }
    }

    [Fact]
    public async Task The_desk_may_do_all_of_it()
    {
        await using var wire = await StartAsync();
        using var desk = new Api(wire.Url, wire.DeskKey);

        await RunAsync(desk, desk, request => request.Desk);
    }

    [Fact]
    public async Task The_desk_sees_the_keys_that_an_operator_made_and_lets_them_open()
    {
        await using var wire = await StartAsync();
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var ops = new Api(wire.Url, await AddAsync(desk, "ops", "operator"));
        using var made = await ops.PostAsync("/v1/principals/gazette/keys/rotate", new { overlap = 3600 });
        var answer = JsonElement.Parse(await made.Content.ReadAsStringAsync());
        using var gazette = new Api(wire.Url, answer.GetProperty("key").GetString()!);
        Assert.Equal(401, (await gazette.GetAsync("/v1/feed")).Status);

        var waiting = Assert.Single(JsonElement.Parse((await desk.GetAsync("/v1/waiting")).Body).GetProperty("keys")
            .EnumerateArray());
        var id = answer.GetProperty("id").GetString();
        Assert.Equal(("gazette", id, "ops"), (waiting.GetProperty("name").GetString(),
            waiting.GetProperty("key").GetString(), waiting.GetProperty("by").GetString()));
        using var confirmed = await desk.PostAsync($"/v1/principals/gazette/keys/{id}/confirm", new { });

        Assert.Equal(204, (int)confirmed.StatusCode);
        Assert.Contains(Mark, (await gazette.GetAsync("/v1/feed")).Body);
        Assert.Empty(JsonElement.Parse((await desk.GetAsync("/v1/waiting")).Body).GetProperty("keys")
            .EnumerateArray());
    }

    /// <summary>Asks for everything in order; the keys that were answered, but those of operators.</summary>
    static async Task<List<string>> RunAsync(Api caller, Api desk, Func<Request, int> expected)
    {
        List<string> keys = [];
        foreach (var request in _requests)
        {
            var path = await PathAsync(desk, request.Path);
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), path)
            {
                Content = JsonContent.Create(request.Body),
            };
            using var response = await caller.Http.SendAsync(message);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(expected(request) == (int)response.StatusCode,
                $"{request.Method} {path} {JsonSerializer.Serialize(request.Body)}: {(int)response.StatusCode} {body}");
            if ((int)response.StatusCode == 403)
                Assert.Equal("not-allowed", JsonElement.Parse(body).GetProperty("code").GetString());
            else if (KeyPattern().Match(body) is { Success: true } key)
                keys.Add(key.Value);
        }
        return keys;
    }

    /// <summary>The path with the first and the newest key of the principal that it names.</summary>
    static async Task<string> PathAsync(Api desk, string path)
    {
        var keys = JsonElement.Parse((await desk.GetAsync("/v1/principals")).Body).EnumerateArray()
            .Where(one => one.GetProperty("name").GetString() == path.Split('/').ElementAtOrDefault(3))
            .SelectMany(one => one.GetProperty("keys").EnumerateArray(), (_, key) => key.GetProperty("id").GetString())
            .ToList();
        return keys is [var first, ..]
            ? path.Replace("FIRST", first, StringComparison.Ordinal).Replace("KEY", keys[^1], StringComparison.Ordinal)
            : path;
    }

    /// <summary>A desk of three, a publisher, a subscriber, and a story that is out.</summary>
    static async Task<InProcessWire> StartAsync()
    {
        var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        await AddAsync(desk, "ann", "desk");
        await AddAsync(desk, "bob", "desk");
        await AddAsync(desk, "harbour", "publisher");
        await desk.AddSubscriberAsync("gazette", "KR");
        await desk.FileAsync($"Headline {Mark}\n\nPORT MIRADA, Nov. 30 (Saltern) -- Text.\n");
        return wire;
    }

    static async Task<string> AddAsync(Api desk, string name, string role)
    {
        using var response = await desk.PostAsync("/v1/principals", new { name, role });
        Assert.Equal(201, (int)response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("key").GetString()!;
    }

    /// <summary>A request, and the status that an operator and the desk get.</summary>
    sealed record Request(string Method, string Path, object Body, int Operator, int Desk);

    [GeneratedRegex("wt_[A-Za-z0-9_-]{43}")]
    private static partial Regex KeyPattern();
}

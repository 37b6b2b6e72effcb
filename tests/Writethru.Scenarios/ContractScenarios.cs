using System.Text.Json;
using Writethru.Desk;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// Contracts and usage terms, over real HTTP: who gets which picture, from when, until when, and why.
/// </summary>
public class ContractScenarios
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// An item whose picture has files, sizes and a place of its own: all of it says something of the picture.
    /// </summary>
    const string WithFiles = """
        {
          "uri": "urn:mirada:lanterns", "version": "1", "type": "text", "headline": "Lanterns light the bay",
          "body_text": "BODYMARK Thousands of lanterns were set afloat on Tuesday, organizers said.",
          "associations": { "featured": {
            "uri": "urn:mirada:HIDDENMARK", "type": "picture", "headline": "HIDDENMARK lanterns",
            "description_text": "HIDDENMARK Lanterns drift past the pier.", "byline": "HIDDENMARK Roe",
            "usageterms": "For Use Only in the Republic of Korea. No Redistribution",
            "renditions": { "HIDDENMARK": {
              "href": "https://pictures.example/HIDDENMARK.jpg", "mimetype": "image/jpeg", "width": 4711,
              "height": 3141 } } } }
        }
        """;

    [Fact]
    public async Task On_every_path_a_picture_goes_where_its_terms_allow_and_nothing_of_it_elsewhere()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        Dictionary<string, string> keys = new()
        {
            ["seoul"] = await AddAsync(desk, new { name = "seoul", territories = new[] { "KR" } }),
            ["tokyo"] = await AddAsync(desk, new { name = "tokyo", territories = new[] { "JP" } }),
            ["both"] = await AddAsync(desk, new { name = "both", territories = new[] { "KR", "JP" } }),
            ["agency"] = await AddAsync(desk,
                new { name = "agency", territories = new[] { "KR" }, redistributes = true }),
            ["nowhere"] = await AddAsync(desk, new { name = "nowhere" }),
        };
        var filed = await desk.FileAsync(WithFiles);
        var model = new GateModel();
        model.Stories.Add(
            new GateModel.Story { Id = filed.Story, Takes = [new GateModel.ModelTake { Number = 1, Mark = "" }] });

        foreach (var (name, key) in keys)
        {
            using var api = new Api(wire.Url, key);
            var who = new GateModel.Subscriber { Name = name, Key = key, Territory = "", Redistributes = false };
            using var page = await GateLeakTests.PageAsync(wire, who);
            var seen = "";
            foreach (var path in wire.Gets.SelectMany(endpoint => GateLeakTests.Paths(endpoint, model)).Distinct())
            {
                foreach (var reader in new[] { api, page })
                    seen += path.StartsWith("/v1/live", StringComparison.Ordinal)
                        ? await GateLeakTests.LiveAsync(wire, reader, who)
                        : (await reader.GetAsync(path)).Body;
            }
            foreach (var format in new[] { "ninjs", "newsmlg2", "nitf", "plainwire", "atom" })
                seen += (await api.GetAsync($"/v1/stories/{filed.Story}?format={format}")).Body;

            Assert.Contains("BODYMARK", seen);
            foreach (var hint in new[] { "HIDDENMARK", "4711", "3141" })
                Assert.Equal((name == "seoul", hint), (seen.Contains(hint, StringComparison.Ordinal), hint));
            Assert.Equal(name is "tokyo" or "both" or "nowhere",
                seen.Contains("withheld: territory", StringComparison.Ordinal));
            Assert.Equal(name is "agency", seen.Contains("withheld: redistribution", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("""{"territories":["KR","Korea"]}""", "Found territories 'KOREA', expected an ISO 3166")]
    [InlineData("""{"territory":"XX"}""", "Found territory 'XX'")]
    [InlineData("""{"territories":["KR"],"territory":"KR"}""", "either territories or territory")]
    [InlineData("""{"media":["web","hologram"]}""", "Found media 'hologram', expected one of newspaper")]
    [InlineData("""{"contractFrom":"tomorrow"}""", "Found contractFrom 'tomorrow', expected an instant with a zone")]
    [InlineData("""{"contractUntil":"2026-12-01"}""", "Found contractUntil '2026-12-01'")]
    [InlineData("""{"contractFrom":"2026-12-02T00:00:00Z","contractUntil":"2026-12-01T00:00:00Z"}""",
        "begins before it ends")]
    public async Task A_contract_that_cannot_be_is_refused_with_what_was_found_and_expected(
        string rights, string detail)
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        await AddAsync(desk, new { name = "gazette", territory = "KR" });

        using var changed = await desk.Http.PatchAsync("/v1/subscribers/gazette", Json(rights));
        using var added = await desk.Http.PostAsync("/v1/subscribers", Json(rights.Insert(1, "\"name\":\"other\",")));

        foreach (var response in new[] { changed, added })
        {
            var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal((400, "parameter-invalid"),
                ((int)response.StatusCode, problem.GetProperty("code").GetString()));
            Assert.Contains(detail, problem.GetProperty("detail").GetString());
        }
        Assert.DoesNotContain("other", (await desk.GetAsync("/v1/subscribers")).Body);
    }

    [Fact]
    public async Task A_contract_is_kept_as_it_was_said_and_changed_in_parts()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        await AddAsync(desk, new
        {
            name = "gazette", territories = new[] { "kr", "ca-qc" }, media = new[] { "print", "web" }, archives = true,
            commercial = true, clientOf = new[] { "Saltern" }, contractUntil = "2026-12-01T09:00:00+09:00",
        });

        using var changed = await desk.Http.PatchAsync("/v1/subscribers/gazette",
            Json("""{"territory":"JP","archives":false}"""));

        var now = JsonElement.Parse(await changed.Content.ReadAsStringAsync());
        Assert.Equal("[\"JP\"]", now.GetProperty("territories").GetRawText());
        Assert.Equal("JP", now.GetProperty("territory").GetString());
        Assert.Equal("[\"newspaper\",\"magazine\",\"book\",\"web\"]", now.GetProperty("media").GetRawText());
        Assert.Equal("[\"Saltern\"]", now.GetProperty("clientOf").GetRawText());
        Assert.False(now.GetProperty("archives").GetBoolean());
        Assert.True(now.GetProperty("commercial").GetBoolean());
        Assert.Equal("2026-12-01T00:00:00Z", now.GetProperty("contractUntil").GetString());
        Assert.False(now.GetProperty("lapsed").GetBoolean());
    }

    [Fact]
    public async Task A_contract_begins_and_ends_by_itself()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await AddAsync(desk, new
        {
            name = "gazette", contractFrom = "2026-11-24T07:00:00Z", contractUntil = "2026-11-24T08:00:00Z",
        }));
        var filed = await desk.FileAsync(Dispatches.Plain("mark"));

        Assert.Equal(404, await StatusAtAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal(200, await StatusAtAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(200, await StatusAtAsync(TimeSpan.FromMinutes(59)));
        Assert.Equal(404, await StatusAtAsync(TimeSpan.FromMinutes(1)));
        await desk.KillAsync(filed.Story);
        Assert.Equal(410, (await reader.GetAsync($"/v1/stories/{filed.Story}")).Status);

        async Task<int> StatusAtAsync(TimeSpan later)
        {
            wire.Clock.Advance(later);
            await wire.Get<Principals>().KeepContractsAsync(CancellationToken.None);
            return (await reader.GetAsync($"/v1/stories/{filed.Story}")).Status;
        }
    }

    [Fact]
    public async Task The_running_program_ends_a_contract_without_being_told()
    {
        using var folder = new TemporaryFolder();
        await using var process = await WireProcess.ServeAsync(folder.Path);
        using var desk = new Api(process.Url, process.DeskKey);
        var until = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 3);
        using var reader = new Api(process.Url, await AddAsync(desk, new { name = "gazette", contractUntil = until }));
        var filed = await desk.FileAsync(Dispatches.Plain("mark"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        while ((await reader.GetAsync($"/v1/stories/{filed.Story}")).Status == 200)
            await Task.Delay(20, patience.Token);

        Assert.True(TimeProvider.System.GetUtcNow() >= until, "The contract ended before its instant.");
        Assert.Contains("\"lapsed\":true", (await desk.GetAsync("/v1/subscribers")).Body);
    }

    [Fact]
    public async Task Pictures_of_a_publisher_that_needs_terms_stay_back_without_them()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var wrong = await desk.PostAsync("/v1/desks", new { name = "feed", withoutTerms = "never" });
        Assert.Equal(400, (int)wrong.StatusCode);
        using var added = await desk.PostAsync("/v1/desks", new { name = "feed", withoutTerms = "withhold" });
        using var feed = new Api(wire.Url,
            JsonElement.Parse(await added.Content.ReadAsStringAsync()).GetProperty("key").GetString()!);
        using var reader = new Api(wire.Url, await AddAsync(desk, new { name = "gazette", territory = "KR" }));

        var strict = await feed.FileAsync(Dispatches.WithPictures("strict"));
        var free = await desk.FileAsync(Dispatches.WithPictures("free"));
        var (_, ofStrict) = await reader.GetAsync($"/v1/stories/{strict.Story}?format=plainwire");
        var (_, ofFree) = await reader.GetAsync($"/v1/stories/{free.Story}?format=plainwire");

        Assert.Contains("KRONLYstrict", ofStrict);
        Assert.DoesNotContain("FREEPICstrict", ofStrict);
        Assert.Contains("withheld: noTerms", ofStrict);
        Assert.Contains("FREEPICfree", ofFree);
        // A release files the copy again: it is no way around.
        await feed.VerbAsync(strict.Story, "hold", "Checking");
        using var released = await feed.PostAsync($"/v1/stories/{strict.Story}/release", new { });
        Assert.DoesNotContain("FREEPICstrict",
            (await reader.GetAsync($"/v1/stories/{strict.Story}?format=plainwire")).Body);
    }

    [Fact]
    public async Task The_audit_and_why_name_the_words_that_decided_and_are_the_desks_alone()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var seoul = new Api(wire.Url, await AddAsync(desk, new { name = "seoul", territory = "KR" }));
        using var tokyo = new Api(wire.Url, await AddAsync(desk, new { name = "tokyo", territory = "JP" }));
        var filed = await desk.FileAsync(Dispatches.WithPictures("mark"));
        foreach (var reader in new[] { seoul, tokyo })
            Assert.Equal(200, (await reader.GetAsync($"/v1/stories/{filed.Story}")).Status);

        var (_, all) = await desk.GetAsync("/v1/audit/pictures?from=2026-11-24T00:00:00Z");
        using var first = await desk.Http.GetAsync("/v1/audit/pictures?format=csv&limit=1");
        var (_, why) = await desk.GetAsync($"/v1/stories/{filed.Story}/deliveries?subscriber=tokyo");

        var decisions = JsonElement.Parse(all).GetProperty("decisions").EnumerateArray().ToList();
        Assert.Equal(["seoul delivered", "seoul delivered", "tokyo withheld", "tokyo delivered"],
            decisions.Select(
                one => $"{one.GetProperty("subscriber").GetString()} {one.GetProperty("decision").GetString()}"));
        Assert.Equal("For Use Only in the Republic of Korea", decisions[2].GetProperty("words").GetString());
        Assert.Equal("territory: KR only", decisions[2].GetProperty("rule").GetString());
        var clause = Assert.Single(
            JsonElement.Parse(why).GetProperty("deliveries")[0].GetProperty("clauses").EnumerateArray());
        Assert.Equal((1, "tokyo publishes in JP"),
            (clause.GetProperty("picture").GetInt32(), clause.GetProperty("against").GetString()));

        Assert.Equal("text/csv", first.Content.Headers.ContentType?.MediaType);
        var csv = await first.Content.ReadAsStringAsync();
        Assert.StartsWith(
            "position,at,story,take,picture,subscriber,path,decision,reason,kind,rule,words,against\r\n", csv);
        Assert.DoesNotContain("tokyo", csv);
        var next = Assert.Single(first.Headers.GetValues("Link"));
        var (_, second) = await desk.GetAsync(next[1..next.IndexOf('>')]);
        Assert.Contains("tokyo", second);
        Assert.DoesNotContain("seoul", second);
        foreach (var query in new[] { "from=yesterday", "format=xml", "limit=0", "after=nonsense" })
            Assert.Equal(400, (await desk.GetAsync("/v1/audit/pictures?" + query)).Status);
        Assert.Equal(403, (await seoul.GetAsync("/v1/audit/pictures")).Status);
    }

    [Fact]
    public async Task Rights_are_tried_on_a_file_without_a_server()
    {
        using var folder = new TemporaryFolder();
        var file = folder.At("copy.txt");
        await File.WriteAllTextAsync(file, Dispatches.WithPictures("mark"));
        string[] test = ["admin", "rights", "test", file];

        var korean = await CommandLineRun.RunAsync([.. test, "--territory", "kr", "--medium", "print"]);
        var japanese = await CommandLineRun.RunAsync([.. test, "--territory", "JP", "--medium", "web", "--json"]);
        var several = await CommandLineRun.RunAsync([.. test, "--territory", "KR,JP"]);
        var agency = await CommandLineRun.RunAsync([.. test, "--redistributes", "--territory", "KR"]);
        var wrong = await CommandLineRun.RunAsync([.. test, "--medium", "hologram"]);
        var missing = await CommandLineRun.RunAsync(["admin", "rights", "test", "/no/such/file"]);

        Assert.Equal((0, 1, 1, 1, 2, 2),
            (korean.Exit, japanese.Exit, several.Exit, agency.Exit, wrong.Exit, missing.Exit));
        var pictures = JsonElement.Parse(japanese.Output)[0].GetProperty("pictures");
        Assert.Equal("territory", pictures[0].GetProperty("withheld").GetString());
        Assert.Equal("For Use Only in the Republic of Korea",
            pictures[0].GetProperty("clause").GetProperty("words").GetString());
        Assert.Equal("", pictures[1].GetProperty("withheld").GetString());
        Assert.Contains("publishes in KR, JP", several.Output);
        Assert.Contains("\"No Redistribution\" (redistribution: none): subscriber passes copy on", agency.Output);
        Assert.Contains("Found --medium 'hologram', expected one of newspaper", wrong.Errors);
    }

    static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    static async Task<string> AddAsync(Api desk, object subscriber)
    {
        using var response = await desk.PostAsync("/v1/subscribers", subscriber);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 201, body);
        return JsonElement.Parse(body).GetProperty("key").GetString()!;
    }
}

using System.Net;
using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>One running program for the scenarios that do not restart it.</summary>
public sealed class RunningWire : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    internal WireProcess Process { get; private set; } = null!;

    internal Api Desk { get; private set; } = null!;

    internal string DataFolder => _folder.Path;

    internal Api As(string key) => new(Process.Url, key);

    internal async Task<Api> SubscribeAsync(string territory, bool redistributes = false, string format = "ninjs") =>
        As(await Desk.AddSubscriberAsync("s" + Guid.NewGuid().ToString("N")[..12], territory, redistributes, format));

    public async ValueTask InitializeAsync()
    {
        Process = await WireProcess.ServeAsync(_folder.Path);
        Desk = As(Process.DeskKey);
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Process.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>What an editor and a subscriber see, over real HTTP to the real program.</summary>
public class WireScenarios(RunningWire wire) : IClassFixture<RunningWire>
{
    static string NewMark() => "m" + Guid.NewGuid().ToString("N")[..10];

    [Fact]
    public async Task A_dispatch_goes_in_and_an_entitled_subscriber_gets_it()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var start = (await kr.FeedAsync()).GetProperty("next").GetString()!;

        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));

        var item = Assert.Single((await kr.FeedAsync(start)).GetProperty("items").EnumerateArray());
        Assert.Equal(filed.Story, item.GetProperty("story").GetString());
        Assert.Equal(1, item.GetProperty("take").GetInt32());
        Assert.Equal("first", item.GetProperty("cause").GetString());
        Assert.Contains(mark, item.GetProperty("content").GetRawText());
        Assert.Equal(1, filed.Take);
    }

    [Fact]
    public async Task A_subscriber_in_JP_never_sees_the_caption_of_a_picture_for_Korea_alone()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        using var jp = await wire.SubscribeAsync("JP");
        using var redistributor = await wire.SubscribeAsync("KR", redistributes: true);

        var filed = await wire.Desk.FileAsync(Dispatches.WithPictures(mark));

        foreach (var format in new[] { "ninjs", "plainwire" })
        {
            var path = $"/v1/stories/{filed.Story}/takes/1?format={format}";
            var (_, forKr) = await kr.GetAsync(path);
            var (_, forJp) = await jp.GetAsync(path);
            var (_, forRedistributor) = await redistributor.GetAsync(path);
            Assert.Contains("KRONLY" + mark, forKr);
            Assert.DoesNotContain("KRONLY" + mark, forJp);
            Assert.DoesNotContain("KRONLY" + mark, forRedistributor);
            Assert.Contains("territory", forJp);
            Assert.Contains("redistribution", forRedistributor);
            Assert.All([forKr, forJp, forRedistributor], body => Assert.Contains("FREEPIC" + mark, body));
        }
    }

    [Fact]
    public async Task A_caption_behind_the_end_mark_leaves_by_no_path()
    {
        var mark = NewMark();
        using var jp = await wire.SubscribeAsync("JP");

        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark)
            + $"Lanterns at night, LATE{mark}. (For Use Only in the Republic of Korea. No Redistribution) (Saltern)\n");

        foreach (var format in new[] { "ninjs", "plainwire" })
        {
            var (status, body) = await jp.GetAsync($"/v1/stories/{filed.Story}?format={format}");
            Assert.Equal(200, status);
            Assert.DoesNotContain("LATE" + mark, body);
        }
    }

    [Fact]
    public async Task An_embargoed_story_looks_like_one_that_does_not_exist_and_comes_at_its_instant()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var start = (await kr.FeedAsync()).GetProperty("next").GetString()!;
        var until = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 3);

        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark), $"embargo={until:yyyy-MM-ddTHH:mm:ssZ}");
        var unknown = await kr.GetAsync("/v1/stories/nosuchstory");
        var early = await kr.GetAsync($"/v1/stories/{filed.Story}");
        var earlyFeed = await kr.FeedAsync(start);
        var page = await kr.FeedAsync(start, wait: 20);

        Assert.Equal((404, unknown.Body), early);
        Assert.Equal(0, earlyFeed.GetProperty("items").GetArrayLength());
        var item = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Contains(mark, item.GetRawText());
        Assert.True(TimeProvider.System.GetUtcNow() >= until, "The embargoed take came before its instant.");
        var again = await kr.FeedAsync(page.GetProperty("next").GetString()!);
        Assert.Equal(0, again.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_killed_story_is_gone_everywhere_and_only_its_readers_hear_why()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        var before = await kr.FeedAsync();

        await wire.Desk.KillAsync(filed.Story, $"Wrong harbor, {mark}reason");

        using var late = await wire.SubscribeAsync("KR");
        var (status, body) = await kr.GetAsync($"/v1/stories/{filed.Story}/takes/1");
        Assert.Equal(410, status);
        Assert.Contains(mark + "reason", body);
        Assert.DoesNotContain("harbor bridge", body);
        Assert.Equal(410, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Status);
        Assert.Equal(404, (await late.GetAsync($"/v1/stories/{filed.Story}")).Status);
        Assert.DoesNotContain(mark, (await late.FeedAsync()).GetRawText());
        var all = (await kr.FeedAsync()).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("story").GetString() == filed.Story).ToList();
        var notice = Assert.Single(all);
        Assert.Equal("kill", notice.GetProperty("cause").GetString());
        Assert.Equal(2, notice.GetProperty("take").GetInt32());
        Assert.DoesNotContain("harbor bridge", notice.GetRawText());
        Assert.Contains("harbor bridge", before.GetRawText());
    }

    [Fact]
    public async Task A_stream_that_lags_is_told_of_a_kill_at_once_without_an_id_and_again_in_its_place()
    {
        using var kr = await wire.SubscribeAsync("KR");
        var start = (await kr.FeedAsync()).GetProperty("next").GetString()!;
        var mark = NewMark();
        var dead = await wire.Desk.FileAsync(Dispatches.Plain(mark));
        await kr.FeedAsync(start);
        for (var i = 0; i < 20; i++)
            await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await wire.Desk.KillAsync(dead.Story, "Wrong harbor");

        using var stream = await kr.OpenLiveAsync(after: start);
        List<SseEvent> events = [];
        while (await stream.NextAsync() is { Type: not SseEvent.Heartbeat } next)
            events.Add(next);

        Assert.Equal(("kill", ""), (events[0].Type, events[0].Id));
        Assert.Contains(dead.Story, events[0].Data);
        Assert.Equal(20, events.Count(e => e.Type == "take"));
        var inPlace = Assert.Single(events.Skip(1), e => e.Type == "kill");
        Assert.NotEmpty(inPlace.Id);
        Assert.Equal(events[^1], inPlace);
        Assert.DoesNotContain(events, e => e.Data.Contains(mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receiver_that_lags_is_told_of_a_kill_before_its_place_in_the_stream()
    {
        using var kr = await wire.SubscribeAsync("KR");
        var start = (await kr.FeedAsync()).GetProperty("next").GetString()!;
        var first = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        var page = await kr.FeedAsync(start, limit: 1);
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await wire.Desk.KillAsync(first.Story);

        var next = await kr.FeedAsync(page.GetProperty("next").GetString()!, limit: 1);

        Assert.Single(next.GetProperty("items").EnumerateArray());
        Assert.Equal(
            first.Story,
            Assert.Single(next.GetProperty("kills").EnumerateArray()).GetProperty("story").GetString());
    }

    [Fact]
    public async Task The_same_request_again_is_answered_as_before_and_other_bytes_under_its_key_are_refused()
    {
        var copy = Dispatches.Plain(NewMark());
        var key = Guid.NewGuid().ToString();
        using var first = await wire.Desk.PublishAsync(copy, "", key);
        using var again = await wire.Desk.PublishAsync(copy, "", key);
        using var other = await wire.Desk.PublishAsync(copy + "x", "", key);
        using var otherParameter = await wire.Desk.PublishAsync(copy, "slug=OTHER", key);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(422, (int)other.StatusCode);
        Assert.Equal(422, (int)otherParameter.StatusCode);
        Assert.Contains("idempotency-key-reused", await other.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Bytes_that_cannot_be_read_are_refused_with_remarks_and_kept()
    {
        byte[] noise = [0, 1, 2, 0xff, 0xfe, 0, 0, 7, 0x80, 0x81];

        using var response = await wire.Desk.PublishAsync(noise);

        var problem = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(422, (int)response.StatusCode);
        Assert.Equal("item-unreadable", problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("remarks").EnumerateArray());
        var kept = await wire.Desk.Http.GetByteArrayAsync($"/v1/refusals/{problem.GetProperty("position").GetInt64()}");
        Assert.Equal(noise, kept);
    }

    [Theory]
    [InlineData("text/plain"), InlineData("application/json"),
     InlineData("application/x-www-form-urlencoded"), InlineData(null)]
    public async Task An_item_is_filed_whatever_its_media_type_says(string? mediaType)
    {
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Dispatches.Plain(NewMark())));
        content.Headers.ContentType = mediaType is null ? null : new(mediaType);

        using var response = await wire.Desk.Http.PostAsync("/v1/items", content);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_by_its_length_before_it_is_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/items")
        {
            Content = new ByteArrayContent(new byte[10 * 1024 * 1024 + 1]),
            Headers = { ExpectContinue = true },
        };

        using var response = await wire.Desk.Http.SendAsync(request);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_item_that_arrives_canceled_is_filed_as_a_kill()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        string Item(string status, string version) => $$"""
            {"uri":"urn:x:{{mark}}","version":"{{version}}","pubStatus":"{{status}}","headlines":[
            {"value":"Headline {{mark}}"}],
             "bodies":[{"contentType":"text/plain","value":"Body of {{mark}}."}]}
            """;
        var filed = await wire.Desk.FileAsync(Item("usable", "1"));
        Assert.Equal(200, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Status);

        var kill = await wire.Desk.FileAsync(Item("canceled", "2"));

        Assert.Equal((filed.Story, 2), (kill.Story, kill.Take));
        var (status, body) = await kr.GetAsync($"/v1/stories/{filed.Story}");
        Assert.Equal(410, status);
        Assert.DoesNotContain("Body of", body);
        // The sender is told that it repeats killed copy; another version may not follow.
        using var late = await wire.Desk.PublishAsync(Item("usable", "3"));
        Assert.Equal(200, (int)late.StatusCode);
        Assert.Contains("DESK-014", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = await wire.Desk.PublishAsync(
            Item("usable", "4").Replace("Body of", "Other body of", StringComparison.Ordinal));
        Assert.Equal(409, (int)other.StatusCode);
        Assert.Equal(410, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Status);
    }

    [Fact]
    public async Task A_withheld_item_waits_for_a_person_and_goes_when_released()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync($$"""
            {"uri":"urn:x:{{mark}}","pubStatus":"withheld","headlines":[{"value":"Headline {{mark}}"}],
             "bodies":[{"contentType":"text/plain","value":"Body of {{mark}}."}]}
            """);
        var before = await kr.GetAsync($"/v1/stories/{filed.Story}");
        var (_, waiting) = await wire.Desk.GetAsync("/v1/waiting");

        using var release = await wire.Desk.PostAsync($"/v1/stories/{filed.Story}/release", new { });

        Assert.Equal(404, before.Status);
        Assert.Contains(filed.Story, waiting);
        Assert.Equal(HttpStatusCode.OK, release.StatusCode);
        Assert.Contains(mark, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Body);
        using var again = await wire.Desk.PostAsync($"/v1/stories/{filed.Story}/release", new { });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Words_of_embargo_without_a_readable_instant_wait_for_a_person_who_sets_it()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync("EMBARGOED until the minister has spoken\n\n" + Dispatches.Plain(mark));
        Assert.Equal(404, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Status);

        using var release = await wire.Desk.PostAsync($"/v1/stories/{filed.Story}/release",
            new { embargo = "2199-01-01T00:00:00Z" });

        Assert.Equal(HttpStatusCode.OK, release.StatusCode);
        Assert.Equal(404, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Status);
        Assert.Contains("2199-01-01T00:00:00Z", (await wire.Desk.GetAsync("/v1/waiting")).Body);
    }

    [Fact]
    public async Task Terms_with_a_word_that_was_not_understood_deny_until_a_person_clears_them()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var terms = $"Zorbled frimly by {mark}";
        var filed = await wire.Desk.FileAsync($"""
            PORT MIRADA, Nov. 24 (Saltern) -- The lighthouse went dark on Tuesday.

            The lighthouse in this photo taken on Nov. 24, 2026, PICTURE{mark}. ({terms}) (Saltern)
            (END)

            """);
        var before = await kr.GetAsync($"/v1/stories/{filed.Story}");
        var cursor = (await kr.FeedAsync()).GetProperty("next").GetString()!;

        using var cleared = await wire.Desk.PostAsync("/v1/terms/clear", new { terms });

        Assert.DoesNotContain("PICTURE" + mark, before.Body);
        Assert.Contains("unclearTerms", before.Body);
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Contains("PICTURE" + mark, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Body);
        var item = Assert.Single((await kr.FeedAsync(cursor)).GetProperty("items").EnumerateArray());
        Assert.Equal(filed.Story, item.GetProperty("story").GetString());
        Assert.Contains("PICTURE" + mark, item.GetRawText());
    }

    [Fact]
    public async Task An_item_whose_terms_were_cleared_comes_to_a_cursor_that_had_passed_it()
    {
        var mark = NewMark();
        using var kr = await wire.SubscribeAsync("KR");
        var terms = $"Zorbled frimly by {mark}";
        var filed = await wire.Desk.FileAsync($$"""
            {"uri":"urn:x:{{mark}}","headlines":[{"value":"Headline {{mark}}"}],"usageTerms":"{{terms}}",
             "bodies":[{"contentType":"text/plain","value":"Body of {{mark}}."}]}
            """);
        var passed = await kr.FeedAsync();

        using var cleared = await wire.Desk.PostAsync("/v1/terms/clear", new { terms });

        Assert.DoesNotContain(mark, passed.GetRawText());
        var item = Assert.Single(
            (await kr.FeedAsync(passed.GetProperty("next").GetString()!)).GetProperty("items").EnumerateArray());
        Assert.Equal(filed.Story, item.GetProperty("story").GetString());
        Assert.Contains(mark, item.GetRawText());
    }

    [Fact]
    public async Task A_stream_brings_a_take_at_once_and_resumes_behind_any_of_its_events()
    {
        using var kr = await wire.SubscribeAsync("KR");
        using var stream = await kr.OpenLiveAsync();
        var marks = Enumerable.Range(0, 4).Select(_ => NewMark()).ToList();
        List<SseEvent> seen = [];
        foreach (var mark in marks)
        {
            await wire.Desk.FileAsync(Dispatches.Plain(mark));
            seen.Add((await stream.NextItemAsync())!);
        }

        Assert.All(marks.Zip(seen), pair => Assert.Contains(pair.First, pair.Second.Data));
        for (var i = 0; i < seen.Count - 1; i++)
        {
            using var resumed = await kr.OpenLiveAsync(lastEventId: seen[i].Id);
            for (var j = i + 1; j < seen.Count; j++)
            {
                var next = (await resumed.NextItemAsync())!;
                Assert.Equal("take", next.Type);
                Assert.Contains(marks[j], next.Data);
            }
        }
    }

    [Fact]
    public async Task A_cursor_of_somebody_else_opens_nothing_and_the_stream_says_so()
    {
        using var kr = await wire.SubscribeAsync("KR");
        using var jp = await wire.SubscribeAsync("JP");
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        var cursor = (await kr.FeedAsync()).GetProperty("next").GetString()!;

        var (status, body) = await jp.GetAsync($"/v1/feed?after={cursor}");
        using var stream = await jp.OpenLiveAsync(lastEventId: cursor);
        var first = await stream.NextItemAsync();

        Assert.Equal(400, status);
        Assert.Contains("cursor-unknown", body);
        Assert.Equal("gap", first!.Type);
        var mark = NewMark();
        await wire.Desk.FileAsync(Dispatches.Plain(mark));
        Assert.Contains(mark, (await stream.NextItemAsync())!.Data);
    }

    [Fact]
    public async Task A_long_poll_is_not_woken_by_what_is_not_the_subscribers()
    {
        using var jp = await wire.SubscribeAsync("JP");
        var start = (await jp.FeedAsync()).GetProperty("next").GetString()!;
        var poll = jp.FeedAsync(start, wait: 30);
        await wire.Desk.FileAsync($$"""
            {"uri":"urn:x:{{NewMark()}}","pubStatus":"withheld","bodies":[{"contentType":"text/plain",
            "value":"Not yet."}]}
            """);
        await wire.SubscribeAsync("US");

        var mark = NewMark();
        await wire.Desk.FileAsync(Dispatches.Plain(mark));
        var page = await poll;

        Assert.Contains(mark, Assert.Single(page.GetProperty("items").EnumerateArray()).GetRawText());
    }

    /// <summary>The next event; null when the stream has ended, in good order or by an aborted connection.</summary>
    static async Task<SseEvent?> NextOrEndAsync(SseStream stream)
    {
        try
        {
            return await stream.NextItemAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }

    [Fact]
    public async Task A_revoked_key_gets_nothing_and_its_open_stream_ends()
    {
        var name = "revoked" + NewMark();
        var key = await wire.Desk.AddSubscriberAsync(name, "KR");
        using var subscriber = wire.As(key);
        using var stream = await subscriber.OpenLiveAsync();

        using var revoked = await wire.Desk.PostAsync($"/v1/subscribers/{name}/revoke", new { });

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        Assert.Null(await NextOrEndAsync(stream));
        Assert.Equal(401, (await subscriber.GetAsync("/v1/feed")).Status);
    }

    [Fact]
    public async Task A_subscriber_may_not_file_kill_or_look_at_what_waits()
    {
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        using var published = await kr.PublishAsync(Dispatches.Plain("x"));
        using var killed = await kr.PostAsync($"/v1/stories/{filed.Story}/kill", new { reason = "no" });

        Assert.Equal(403, (int)published.StatusCode);
        Assert.Equal(403, (int)killed.StatusCode);
        Assert.Equal(403, (await kr.GetAsync("/v1/waiting")).Status);
        Assert.Equal(200, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Status);
    }

    [Theory]
    [InlineData("GET", "/v1/nosuch", "", 404, "not-found")]
    [InlineData("GET", "/nosuch", "", 404, "not-found")]
    [InlineData("GET", "/v1/items", "", 405, "method-not-allowed")]
    [InlineData("DELETE", "/v1/feed", "", 405, "method-not-allowed")]
    [InlineData("POST", "/v1/stories/x/kill", "text/plain", 415, "media-type-unsupported")]
    [InlineData("POST", "/v1/items?cause=kill", "text/plain", 400, "parameter-invalid")]
    [InlineData("POST", "/v1/items?cause=hold", "text/plain", 400, "parameter-invalid")]
    [InlineData("POST", "/v1/items?slug=a%0Ab", "text/plain", 400, "parameter-invalid")]
    [InlineData("POST", "/v1/items?embargo=tomorrow", "text/plain", 400, "parameter-invalid")]
    public async Task What_cannot_be_answered_is_a_problem_with_its_code(
        string method, string path, string mediaType, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("text/html");
        if (mediaType.Length > 0)
            request.Content = new StringContent("x", System.Text.Encoding.UTF8, mediaType);

        using var response = await wire.Desk.Http.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            code,
            JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("code").GetString());
        Assert.Equal(
            "private, no-store",
            string.Join(',', response.Headers.GetValues("Cache-Control"))
                .Replace("no-store, private", "private, no-store"));
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_take_that_never_was_out_looks_after_the_kill_as_if_it_had_not_been()
    {
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        await wire.Desk.FileAsync(Dispatches.Plain(NewMark()), $"story={filed.Story}&embargo=2199-01-01T00:00:00Z");
        Assert.Equal(200, (await kr.GetAsync($"/v1/stories/{filed.Story}")).Status);

        await wire.Desk.KillAsync(filed.Story);

        Assert.Equal(410, (await kr.GetAsync($"/v1/stories/{filed.Story}/takes/1")).Status);
        Assert.Equal(404, (await kr.GetAsync($"/v1/stories/{filed.Story}/takes/2")).Status);
    }

    [Fact]
    public async Task A_tag_saves_sending_the_same_again_but_never_outlives_a_kill()
    {
        using var kr = await wire.SubscribeAsync("KR");
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));
        using var first = await kr.Http.GetAsync($"/v1/stories/{filed.Story}");
        async Task<HttpStatusCode> AskAgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/stories/{filed.Story}");
            request.Headers.TryAddWithoutValidation("If-None-Match", $"\"other\", W/{first.Headers.ETag}");
            using var response = await kr.Http.SendAsync(request);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync());
        await wire.Desk.KillAsync(filed.Story);

        Assert.Equal(HttpStatusCode.Gone, await AskAgainAsync());
    }

    [Fact]
    public async Task Of_two_that_race_for_one_story_each_gets_a_number_of_its_own()
    {
        var filed = await wire.Desk.FileAsync(Dispatches.Plain(NewMark()));

        var takes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            wire.Desk.FileAsync(Dispatches.Plain(NewMark()), $"story={filed.Story}")));

        Assert.Equal(Enumerable.Range(2, 16), takes.Select(take => take.Take).Order());
        Assert.Equal(
            takes.OrderBy(take => take.Take).Select(take => take.Position),
            takes.Select(take => take.Position).Order());
    }
}

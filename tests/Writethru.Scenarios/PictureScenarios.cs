using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Writethru.Archive.Sqlite;
using Writethru.Scenarios.Support;
using Writethru.Tests.Support;

namespace Writethru.Scenarios;

/// <summary>Pictures over real HTTP: taken in, had through the gate, put right, replaced, killed.</summary>
public class PictureScenarios
{
    static readonly DateTimeOffset _start = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_photo_by_itself_is_a_story_with_three_files_that_open_nowhere_and_tell_what_it_shows()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var photo = Photos.Jpeg("Lanterns drift past the pier.", width: 1900, height: 1300);

        var filed = await desk.FilePhotoAsync(photo);

        var item = (await reader.FeedAsync()).GetProperty("items")[0];
        Assert.Equal(filed.Story, item.GetProperty("story").GetString());
        Assert.Contains("Lanterns drift past the pier.", item.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((1900, 1300), await SizeAsync(reader, filed.Story, "original"));
        Assert.Equal((1200, 821), await SizeAsync(reader, filed.Story, "preview"));
        Assert.Equal((400, 274), await SizeAsync(reader, filed.Story, "thumbnail"));
        using var original = await reader.Http.GetAsync($"/v1/pictures/{filed.Story}/renditions/original");
        Assert.Equal("image/jpeg", original.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", original.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", original.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
        Assert.Equal("private, no-store", original.Headers.GetValues("Cache-Control").Single()
            .Replace("no-store, private", "private, no-store", StringComparison.Ordinal));
        Assert.Contains("Lanterns drift past the pier.", Latin(await original.Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal);
        Assert.Equal(404, (await reader.GetAsync($"/v1/pictures/{filed.Story}/renditions/other")).Status);
        Assert.Equal(404, (await reader.GetAsync("/v1/pictures/nosuchpicture/renditions/original")).Status);
    }

    [Fact]
    public async Task Size_and_hash_that_copy_tells_are_those_of_the_file_that_is_had()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        using var filed = await desk.PostWithFilesAsync(Dispatches.WithPictures("x"),
            ("a.jpg", Photos.Jpeg(1500, 900, 5)), ("b.jpg", Photos.Jpeg(500, 300, 6)));
        var story = (await filed.Content.ReadFromJsonAsync<Filed>())!.Story;
        var photo = (await desk.FilePhotoAsync(Photos.Jpeg("A pier."), $"story={story}")).Story;
        using var corrected = await desk.PostAsync($"/v1/pictures/{photo}/caption",
            new { caption = "Two piers.", reason = "x" });

        foreach (var id in new[] { story, photo })
        {
            var item = (await reader.GetAsync($"/v1/stories/{id}?format=newsmlg2")).Body;
            var files = System.Text.RegularExpressions.Regex.Matches(item,
                "<remoteContent[^>]*?href=\"([^\"]+)\"[^>]*?size=\"(\\d+)\".*?<hash[^>]*>([0-9a-f]{64})</hash>",
                System.Text.RegularExpressions.RegexOptions.Singleline);
            Assert.True(files.Count >= 3, item);
            foreach (var file in files.Select(match => match.Groups))
            {
                var bytes = await reader.Http.GetByteArrayAsync(file[1].Value);
                Assert.Equal(file[2].Value, $"{bytes.Length}");
                Assert.Equal(file[3].Value, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            }
        }
    }

    [Fact]
    public async Task A_part_of_a_file_and_a_file_that_one_has_are_answered_as_such()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var path = $"/v1/pictures/{(await desk.FilePhotoAsync(Photos.Jpeg("A pier."))).Story}/renditions/original";
        var whole = await desk.Http.GetByteArrayAsync(path);
        using var first = await desk.Http.GetAsync(path);

        using var partRequest = new HttpRequestMessage(HttpMethod.Get, path);
        partRequest.Headers.Range = new RangeHeaderValue(10, 29);
        using var part = await desk.Http.SendAsync(partRequest);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await desk.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[10..30], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task The_same_bytes_are_the_picture_that_is_there_and_other_bytes_replace_it()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var photo = Photos.Jpeg("A pier.", shade: 20);
        var filed = await desk.FilePhotoAsync(photo);
        var before = await desk.Http.GetByteArrayAsync($"/v1/pictures/{filed.Story}/renditions/preview");

        using var same = await desk.PostPhotoAsync(photo);
        var replaced = await desk.FilePhotoAsync(Photos.Jpeg("A pier.", shade: 200), $"story={filed.Story}");
        var other = await desk.FilePhotoAsync(Photos.Jpeg("A pier.", shade: 130));

        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        Assert.Equal(filed, await same.Content.ReadFromJsonAsync<Filed>());
        Assert.Equal((filed.Story, 2), (replaced.Story, replaced.Take));
        Assert.NotEqual(before, await desk.Http.GetByteArrayAsync($"/v1/pictures/{filed.Story}/renditions/preview"));
        Assert.NotEqual(filed.Story, other.Story);
    }

    [Fact]
    public async Task A_request_that_is_made_again_with_its_key_is_answered_as_the_first_time()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var story = (await desk.FileAsync(Dispatches.Plain("x"))).Story;
        var photo = Photos.Jpeg("A pier.", shade: 9);

        async Task<(HttpStatusCode, string)> SendAsync(byte[] bytes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/pictures?story={story}")
                { Content = new ByteArrayContent(bytes) };
            request.Headers.Add("Idempotency-Key", "one");
            using var response = await desk.Http.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        var first = await SendAsync(photo);
        var again = await SendAsync(photo);
        var other = await SendAsync(Photos.Jpeg("Another pier.", shade: 10));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity),
            (first.Item1, again.Item1, other.Item1));
        Assert.Equal(JsonElement.Parse(first.Item2).GetProperty("story").GetString(),
            JsonElement.Parse(again.Item2).GetProperty("story").GetString());
        Assert.Contains("idempotency-key-reused", other.Item2, StringComparison.Ordinal);
        Assert.Equal(404, (await desk.GetAsync($"/v1/stories/{story}/takes/3")).Status);
    }

    [Fact]
    public async Task A_photo_is_not_linked_to_a_killed_story_nor_filed_for_it_and_waits_behind_a_hold()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var killed = (await desk.FileAsync(Dispatches.Plain("x"))).Story;
        var held = (await desk.FileAsync(Dispatches.Plain("y"), "cause=first")).Story;
        var photo = (await desk.FilePhotoAsync(Photos.Jpeg("A pier.", shade: 71))).Story;
        await reader.FeedAsync();
        await desk.KillAsync(killed);
        await desk.VerbAsync(held, "hold", "Wait");

        using var refused = await desk.PostPhotoAsync(Photos.Jpeg("A pier.", shade: 70), $"story={killed}");
        using var unknown = await desk.PostPhotoAsync(Photos.Jpeg("A pier.", shade: 70), "story=nosuchstory");
        using var copy = await desk.PublishAsync(Dispatches.Plain("z"), $"story={photo}");
        var linked = await desk.FilePhotoAsync(Photos.Jpeg("Boats BOATSz1z.", shade: 72), $"story={held}");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.Conflict),
            (refused.StatusCode, unknown.StatusCode, copy.StatusCode));
        Assert.DoesNotContain("BOATSz1z", (await reader.GetAsync($"/v1/stories/{held}")).Body,
            StringComparison.Ordinal);
        using var release = await desk.PostAsync($"/v1/stories/{held}/release", new { });
        Assert.Contains(linked.Story, (await reader.GetAsync($"/v1/stories/{held}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photos_of_one_job_are_two_pictures_and_an_identity_of_the_image_continues_its_own()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);

        var first = await desk.FilePhotoAsync(Photos.Jpeg("One.", shade: 1, id: "saltern-77"));
        var second = await desk.FilePhotoAsync(Photos.Jpeg("Two.", shade: 2, id: "saltern-78"));
        var third = await desk.FilePhotoAsync(Photos.Jpeg("One, retouched.", shade: 3, id: "saltern-77"));

        Assert.NotEqual(first.Story, second.Story);
        Assert.Equal((first.Story, 2), (third.Story, third.Take));
    }

    [Fact]
    public async Task Copy_with_files_goes_whole_to_those_who_may_and_without_a_hint_of_them_to_the_others()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var korean = new Api(wire.Url, await desk.AddSubscriberAsync("korean", "KR"));
        using var japanese = new Api(wire.Url, await desk.AddSubscriberAsync("japanese", "JP"));
        using var agency = new Api(wire.Url, await desk.AddSubscriberAsync("agency", "KR", redistributes: true));
        var secret = Photos.Jpeg("x", width: 1237, height: 1811, shade: 33);
        using var response = await desk.PostWithFilesAsync(Dispatches.WithPictures("MARKz1z"),
            ("first.jpg", secret), ("second.jpg", Photos.Jpeg("y", width: 901, height: 677, shade: 77)));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var story = (await response.Content.ReadFromJsonAsync<Filed>())!.Story;
        var (restricted, free) = await IdsAsync(desk, story);

        Assert.Equal((1237, 1811), await SizeAsync(korean, restricted, "original"));
        Assert.Equal((901, 677), await SizeAsync(japanese, free, "original"));
        string[] hints = ["KRONLYMARKz1z", restricted, .. await HintsAsync(korean, restricted, secret), "1237", "1811"];
        foreach (var who in new[] { japanese, agency })
        {
            await AssertNoHintAsync(wire, who, [story, restricted], hints);
            Assert.Equal(404, (await who.GetAsync($"/v1/pictures/{restricted}/renditions/thumbnail")).Status);
            var copy = JsonElement.Parse((await who.GetAsync($"/v1/stories/{story}")).Body).GetRawText();
            Assert.Contains("Thousands of lanterns", copy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_real_dispatch_goes_whole_to_Korea_and_without_pictures_to_Japan_and_to_those_who_pass_it_on()
    {
        var dispatch = await File.ReadAllTextAsync(RepoFiles.SharedOrSkip("samples", "dispatch.txt"),
            TestContext.Current.CancellationToken);
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var korean = new Api(wire.Url, await desk.AddSubscriberAsync("korean", "KR"));
        using var japanese = new Api(wire.Url, await desk.AddSubscriberAsync("japanese", "JP"));
        using var agency = new Api(wire.Url, await desk.AddSubscriberAsync("agency", "KR", redistributes: true));
        var (one, two) = (Photos.Jpeg("x", width: 1237, height: 1811), Photos.Jpeg("y", width: 1819, height: 1233));
        using var response = await desk.PostWithFilesAsync(dispatch, ("1.jpg", one), ("2.jpg", two));
        var story = (await response.Content.ReadFromJsonAsync<Filed>())!.Story;
        var (first, second) = await IdsAsync(desk, story);

        Assert.Equal(((1237, 1811), (1819, 1233)),
            (await SizeAsync(korean, first, "original"), await SizeAsync(korean, second, "original")));
        string[] hints =
        [
            first, second, .. await HintsAsync(korean, first, one), .. await HintsAsync(korean, second, two),
            "1237", "1811", "1819", "1233",
        ];
        foreach (var (who, reason) in new[] { (japanese, "territory"), (agency, "redistribution") })
        {
            await AssertNoHintAsync(wire, who, [story, first, second], hints);
            Assert.Equal((404, 404), ((await who.GetAsync($"/v1/pictures/{first}/renditions/original")).Status,
                (await who.GetAsync($"/v1/pictures/{second}/renditions/thumbnail")).Status));
            var page = (await who.GetAsync($"/stories/{story}")).Body;
            Assert.Equal(2, page.Split($"Picture withheld: {reason}").Length - 1);
            Assert.Contains("Vladivostok", page, StringComparison.Ordinal);
        }
    }

    /// <summary>What tells of a picture's files: their hashes, as they came and as they are had.</summary>
    static async Task<IEnumerable<string>> HintsAsync(Api who, string picture, byte[] original)
    {
        List<byte[]> files = [original];
        foreach (var name in new[] { "original", "preview", "thumbnail" })
            files.Add(await who.Http.GetByteArrayAsync($"/v1/pictures/{picture}/renditions/{name}"));
        return files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file)))
            .SelectMany(hash => new[] { hash, hash[..24] });
    }

    /// <summary>Asks every path of the program's own table, and looks for hints in bytes and headers.</summary>
    internal static async Task AssertNoHintAsync(InProcessWire wire, Api who, string[] ids, string[] hints)
    {
        var paths = wire.Gets.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .SelectMany(endpoint => ids.SelectMany(id => GateLeakTests.Paths(endpoint, id, 1))).Distinct()
            .Where(path => !path.StartsWith("/v1/live", StringComparison.Ordinal));
        foreach (var path in paths)
        {
            using var answer = await who.Http.GetAsync(path);
            var text = answer.Headers + answer.Content.Headers.ToString()
                + Latin(await answer.Content.ReadAsByteArrayAsync());
            Assert.All(hints.Where(hint => !path.Contains(hint, StringComparison.Ordinal)),
                hint => Assert.False(text.Contains(hint, StringComparison.Ordinal), $"{path} tells '{hint}'"));
        }
    }

    [Fact]
    public async Task A_file_that_no_picture_names_is_refused_with_the_names_that_are_expected()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);

        using var stray = await desk.PostWithFilesAsync(Dispatches.Plain("x"), ("photo.jpg", Photos.Jpeg(20, 20)));
        using var none = await desk.PostWithFilesAsync(Dispatches.WithPictures("x"),
            ("a.jpg", Photos.Jpeg(20, 20)), ("b.jpg", "no picture at all"u8.ToArray()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stray.StatusCode);
        Assert.Contains("file-stray", await stray.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("photo.jpg", await stray.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("picture-refused", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("b.jpg", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await desk.FeedAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_killed_photo_is_gone_everywhere_and_copy_runs_on_without_it_under_a_note()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var story = (await desk.FileAsync(Dispatches.Plain("x"))).Story;
        var photo = Photos.Jpeg("Two ministers shake hands.", shade: 50);
        var filed = await desk.FilePhotoAsync(photo, $"story={story}");
        var twin = await desk.FilePhotoAsync(Photos.Jpeg("Two ministers shake hands.", shade: 51));
        await reader.FeedAsync();
        using var late = new Api(wire.Url, await desk.AddSubscriberAsync("late", "KR"));
        Assert.Contains(filed.Story, (await reader.GetAsync($"/v1/stories/{story}")).Body, StringComparison.Ordinal);

        await desk.KillAsync(filed.Story, "The picture shows somebody else");

        var gone = await reader.GetAsync($"/v1/pictures/{filed.Story}/renditions/thumbnail");
        Assert.Equal(410, gone.Status);
        Assert.Contains("The picture shows somebody else", gone.Body, StringComparison.Ordinal);
        Assert.Equal(410, (await desk.GetAsync($"/v1/pictures/{filed.Story}/renditions/original")).Status);
        Assert.Equal(404, (await late.GetAsync($"/v1/pictures/{filed.Story}/renditions/original")).Status);
        Assert.Equal(200, (await reader.GetAsync($"/v1/pictures/{twin.Story}/renditions/original")).Status);
        var copy = (await reader.GetAsync($"/v1/stories/{story}")).Body;
        Assert.DoesNotContain(filed.Story, copy, StringComparison.Ordinal);
        Assert.DoesNotContain("Two ministers", copy, StringComparison.Ordinal);
        Assert.Contains("Picture 1 was killed. Remove it everywhere.", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("Two ministers", (await reader.GetAsync($"/v1/stories/{story}/takes/2")).Body,
            StringComparison.Ordinal);
        var recall = (await desk.GetAsync($"/v1/stories/{filed.Story}/recall")).Body;
        Assert.Contains("gazette", recall, StringComparison.Ordinal);
        Assert.DoesNotContain("late", recall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_reaches_whoever_had_the_photo_with_copy_alone()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var story = (await desk.FileAsync(Dispatches.Plain("x"))).Story;
        var photo = (await desk.FilePhotoAsync(Photos.Jpeg("A pier.", "For Use Only in the Republic of Korea"),
            $"story={story}")).Story;
        await reader.GetAsync($"/v1/stories/{story}");
        using var japanese = new Api(wire.Url, await desk.AddSubscriberAsync("japanese", "JP"));
        await japanese.GetAsync($"/v1/stories/{story}");

        await desk.KillAsync(photo);

        var recall = (await desk.GetAsync($"/v1/stories/{photo}/recall")).Body;
        Assert.Contains("gazette", recall, StringComparison.Ordinal);
        Assert.DoesNotContain("japanese", recall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_caption_is_in_the_photo_the_file_and_the_copy_that_carries_it_with_the_same_pixels()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var story = (await desk.FileAsync(Dispatches.Plain("x"))).Story;
        var photo = (await desk.FilePhotoAsync(Photos.Jpeg("Mayor Renwik at the pier."), $"story={story}")).Story;
        var before = await PixelsAsync(reader, photo);

        using var noReason = await desk.PostAsync($"/v1/pictures/{photo}/caption", new { caption = "x" });
        using var byReader = await reader.PostAsync($"/v1/pictures/{photo}/caption",
            new { caption = "x", reason = "y" });
        using var done = await desk.PostAsync($"/v1/pictures/{photo}/caption",
            new { caption = "Mayor Renwick at the pier.", reason = "Name of the mayor" });

        Assert.Equal((400, 403, 201), ((int)noReason.StatusCode, (int)byReader.StatusCode, (int)done.StatusCode));
        var file = Latin(await reader.Http.GetByteArrayAsync($"/v1/pictures/{photo}/renditions/original"));
        Assert.Contains("Mayor Renwick at the pier.", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Renwik", file, StringComparison.Ordinal);
        Assert.Equal(before, await PixelsAsync(reader, photo));
        foreach (var id in new[] { photo, story })
        {
            using var take = await reader.Http.GetAsync($"/v1/stories/{id}");
            Assert.Equal("correction", take.Headers.GetValues("Writethru-Cause").Single());
            var body = await take.Content.ReadAsStringAsync();
            Assert.Contains("Mayor Renwick at the pier.", body, StringComparison.Ordinal);
            Assert.Contains("Name of the mayor", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_photo_again_undoes_no_correction_and_is_linked_to_a_second_story_with_its_words_of_now()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("gazette", "KR"));
        var first = (await desk.FileAsync(Dispatches.Plain("x"))).Story;
        var second = (await desk.FileAsync(Dispatches.Plain("y"), "cause=first")).Story;
        var file = Photos.Jpeg("Mayor Renwik at the pier.");
        var photo = (await desk.FilePhotoAsync(file, $"story={first}")).Story;
        using var corrected = await desk.PostAsync($"/v1/pictures/{photo}/caption",
            new { caption = "Mayor Renwick at the pier.", reason = "Name of the mayor" });

        using var again = await desk.PostPhotoAsync(file);
        using var named = await desk.PostPhotoAsync(file, $"story={photo}");
        using var linked = await desk.PostPhotoAsync(file, $"story={second}");
        using var twice = await desk.PostPhotoAsync(file, $"story={second}");

        Assert.All([again, named, linked, twice], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var link = JsonElement.Parse(await linked.Content.ReadAsStringAsync()).GetProperty("linkedTo");
        Assert.Equal((second, 2), (link.GetProperty("story").GetString(), link.GetProperty("take").GetInt32()));
        Assert.DoesNotContain("linkedTo", await twice.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await desk.GetAsync($"/v1/stories/{photo}/takes/3")).Status);
        foreach (var story in new[] { photo, first, second })
        {
            var body = (await reader.GetAsync($"/v1/stories/{story}")).Body;
            Assert.Contains("Mayor Renwick at the pier.", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Renwik", body, StringComparison.Ordinal);
        }
        var original = Latin(await reader.Http.GetByteArrayAsync($"/v1/pictures/{photo}/renditions/original"));
        Assert.DoesNotContain("Renwik", original, StringComparison.Ordinal);
        await desk.KillAsync(photo);
        using var killed = await desk.PostPhotoAsync(file, $"story={second}");
        Assert.Contains("DESK-014", await killed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(photo, (await reader.GetAsync($"/v1/stories/{second}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_stays_with_its_picture_when_the_next_take_brings_none()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var filed = await desk.PostWithFilesAsync(Dispatches.WithPictures("x"),
            ("a.jpg", Photos.Jpeg(300, 200, 5)), ("b.jpg", Photos.Jpeg(300, 200, 6)));
        var story = (await filed.Content.ReadFromJsonAsync<Filed>())!.Story;
        var (first, second) = await IdsAsync(desk, story);

        await desk.FileAsync(
            Dispatches.WithPictures("x").Replace("1911", "1912", StringComparison.Ordinal), $"story={story}");

        Assert.Equal((first, second), await IdsAsync(desk, story));
    }

    [Fact]
    public async Task A_bomb_is_refused_and_kept_and_an_upload_that_is_too_long_is_not_taken_in()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var bomb = Photos.Jpeg(64, 64);
        var frame = bomb.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (bomb[frame + 5], bomb[frame + 6], bomb[frame + 7], bomb[frame + 8]) = (0xFF, 0xDC, 0xFF, 0xDC);

        using var refused = await desk.PostPhotoAsync(bomb);
        using var page = await desk.PostPhotoAsync("<html><script>alert(1)</script></html>"u8.ToArray());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/pictures")
        {
            Content = new ByteArrayContent(new byte[65 * 1024 * 1024]),
        };
        request.Headers.ExpectContinue = true;
        using var tooLong = await desk.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = JsonElement.Parse(await refused.Content.ReadAsByteArrayAsync());
        Assert.Equal("picture-refused", problem.GetProperty("code").GetString());
        var position = problem.GetProperty("position").GetInt64();
        Assert.Equal(bomb, await desk.Http.GetByteArrayAsync($"/v1/refusals/{position}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
        Assert.Empty((await desk.FeedAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_sends_more_at_a_time_than_one_may_is_told_and_nobody_else()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var ends = new TaskCompletionSource();
        var slow = Enumerable.Range(0, 4)
            .Select(_ => desk.Http.PostAsync("/v1/pictures", new SlowContent(ends.Task))).ToList();
        var uploads = wire.Get<Writethru.App.Api.Uploads>();
        while (uploads.CountOf("desk") < 4)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        using var fifth = await desk.PostPhotoAsync(Photos.Jpeg("A pier."));
        ends.SetResult();

        Assert.Equal(HttpStatusCode.TooManyRequests, fifth.StatusCode);
        foreach (var each in slow)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await each).StatusCode);
        Assert.NotNull(await desk.FilePhotoAsync(Photos.Jpeg("A pier.")));
    }

    [Fact]
    public async Task Verify_names_a_file_of_a_picture_that_is_missing_or_damaged()
    {
        await using var wire = await InProcessWire.StartAsync(_start);
        using var desk = new Api(wire.Url, wire.DeskKey);
        await desk.FilePhotoAsync(Photos.Jpeg("A pier.", width: 1400, height: 900));
        var folder = wire.Get<SqliteLog>().Folder.Path;
        Assert.True(LogVerifier.Verify(folder, TestContext.Current.CancellationToken).IsSound);
        var files = Directory.GetFiles(Path.Combine(folder, "blobs"), "*", SearchOption.AllDirectories);

        File.Delete(files[0]);
        await File.WriteAllBytesAsync(files[1], [1, 2, 3], TestContext.Current.CancellationToken);

        var damages = LogVerifier.Verify(folder, TestContext.Current.CancellationToken).Damages;
        Assert.Equal(files.Take(2).Select(Path.GetFileName).Order(),
            damages.Select(damage => damage.Blob).Distinct().Order());
    }

    static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    static async Task<(int, int)> SizeAsync(Api who, string picture, string name)
    {
        using var image = NetVips.Image.NewFromBuffer(
            await who.Http.GetByteArrayAsync($"/v1/pictures/{picture}/renditions/{name}"));
        return (image.Width, image.Height);
    }

    static async Task<byte[]> PixelsAsync(Api who, string picture)
    {
        using var image = NetVips.Image.NewFromBuffer(
            await who.Http.GetByteArrayAsync($"/v1/pictures/{picture}/renditions/original"));
        return image.WriteToMemory<byte>();
    }

    /// <summary>The identities of the two pictures of a story, as the desk's page links them.</summary>
    static async Task<(string First, string Second)> IdsAsync(Api desk, string story)
    {
        var page = (await desk.GetAsync($"/v1/stories/{story}?format=ninjs")).Body;
        var ids = System.Text.RegularExpressions.Regex.Matches(page, "/v1/pictures/([a-z0-9]+)/renditions/original")
            .Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(2, ids.Count);
        return (ids[0], ids[1]);
    }

    /// <summary>A body whose end does not come until it is told to.</summary>
    sealed class SlowContent(Task ends) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[1000]);
            await stream.FlushAsync();
            await ends;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Scenarios.Support;
using Writethru.Tests.Support;

namespace Writethru.Scenarios;

/// <summary>A feed or a message with several items, through the whole program.</summary>
public class SeveralItemsTests(RunningWire wire) : IClassFixture<RunningWire>
{
    [Fact]
    public async Task Each_item_is_filed_comes_back_as_its_own_take_and_is_there_the_second_time()
    {
        var (bytes, takes) = Sample();
        await using var fresh =
            await InProcessWire.StartAsync(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));
        using var desk = new Api(fresh.Url, fresh.DeskKey);

        using var first = await desk.PublishAsync(bytes);
        using var second = await desk.PublishAsync(bytes);

        var filed = await ItemsAsync(first);
        var again = await ItemsAsync(second);

        Assert.Equal((201, 200), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal(takes.Length, filed.Count);
        Assert.Equal(filed.Select(Place), again.Select(Place));
        Assert.All(again, item => Assert.True(item.GetProperty("repeated").GetBoolean()));
        for (var i = 0; i < takes.Length; i++)
        {
            var (status, body) = await desk.GetAsync(
                $"/v1/stories/{filed[i].GetProperty("story").GetString()}/takes/{filed[i].GetProperty("take")}"
                    + "?format=ninjs");
            Assert.Equal(200, status);
            Assert.Contains(
                takes[i].Headline,
                JsonElement.Parse(body).GetProperty("headlines")[0].GetProperty("value").GetString());
        }
    }

    [Fact]
    public async Task A_story_or_a_slug_for_all_of_them_is_refused_and_the_bytes_are_kept()
    {
        var (bytes, _) = Sample();

        using var response = await wire.Desk.PublishAsync(bytes, "slug=HARBOR");

        var problem = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal((422, "several-takes"), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(bytes, await wire.Desk.Http.GetByteArrayAsync(
            $"/v1/refusals/{problem.GetProperty("position").GetInt64()}"));
    }

    [Fact]
    public async Task Publish_prints_a_line_an_item_and_convert_writes_a_file_an_item()
    {
        var (bytes, takes) = Sample();
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.At("feed.in"), bytes);

        var published = await CommandLineRun.RunAsync(
            ["publish", folder.At("feed.in"), "--to", wire.Process.Url, "--key", wire.Process.DeskKey]);
        var converted = await CommandLineRun.RunAsync(
            ["convert", folder.At("feed.in"), "--to", "ninjs", "--out", folder.At("out") + "/"]);
        var printed = await CommandLineRun.RunAsync(["convert", folder.At("feed.in"), "--to", "ninjs"]);

        Assert.Equal((0, 0, 2), (published.Exit, converted.Exit, printed.Exit));
        Assert.Equal(takes.Length, published.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(
            Enumerable.Range(1, takes.Length).Select(i => $"feed.{i}.json").Order(StringComparer.Ordinal),
            Directory.GetFiles(folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("--out", printed.Errors);
    }

    /// <summary>A golden file with several usable items, all with a headline, of whichever format has one.</summary>
    static (byte[] Bytes, Take[] Takes) Sample()
    {
        var sample = WireFormats.All
            .SelectMany(format =>
                Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in").Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes)
                .Select(bytes => (Bytes: bytes, Takes: format.Read(bytes, ReadOptions.Default).Takes)))
            .FirstOrDefault(file => file.Takes.Length > 1 && file.Takes.All(take =>
                take is { Status: TakeStatus.Usable, Embargo: null, IsPartial: false, Headline.Length: > 0 }));
        Assert.SkipWhen(sample.Bytes is null, "no golden file has several items");
        return (sample.Bytes!, [.. sample.Takes]);
    }

    static async Task<List<JsonElement>> ItemsAsync(HttpResponseMessage response) =>
        [.. JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("items").EnumerateArray()];

    static (string?, int, long) Place(JsonElement item) => (item.GetProperty("story").GetString(),
        item.GetProperty("take").GetInt32(), item.GetProperty("position").GetInt64());
}

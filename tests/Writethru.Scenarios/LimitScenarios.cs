using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Writethru.App.Api;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>What too many callers do to the server: some are sent away, nothing breaks, nothing is lost.</summary>
public class LimitScenarios
{
    [Fact]
    public async Task Out_of_descriptors_it_answers_busy_loses_nothing_and_works_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a limit of open files");
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(
            folder.At("data"), "/bin/sh", "-c", "ulimit -n 512; exec \"$0\" \"$@\"");
        using var desk = new Api(wire.Url, wire.DeskKey);
        List<string> filed = [(await desk.FileAsync(Dispatches.Plain("first"))).Story];

        List<TcpClient> readers = [];
        List<string> answers = [];
        for (var i = 0; i < 300; i++)
        {
            var (reader, answer) = await AskAsync(wire);
            readers.Add(reader);
            answers.Add(answer);
            if (i % 50 == 49)
                filed.Add((await desk.FileAsync(Dispatches.Plain($"flood{i}") + new string('x', 300_000))).Story);
        }

        Assert.Contains(answers, answer => answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal));
        var busy = answers.Where(answer => !answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(busy);
        Assert.All(busy, answer =>
        {
            Assert.StartsWith("HTTP/1.1 503", answer, StringComparison.Ordinal);
            Assert.Contains("Retry-After: 2", answer, StringComparison.Ordinal);
            Assert.Contains("\"server-busy\"", answer, StringComparison.Ordinal);
        });
        readers.ForEach(reader => reader.Dispose());
        // Each reader that is gone makes room, but the server hears of it when it hears of it.
        while ((await desk.GetAsync("/readyz")).Status != 200)
            await Task.Yield();
        var stories = (await desk.FeedAsync()).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("story").GetString()!).ToHashSet();
        Assert.Subset(stories, filed.ToHashSet());
        await desk.FileAsync(Dispatches.Plain("after"));
    }

    [Fact]
    public async Task A_blob_that_finds_no_descriptor_is_busy_and_the_log_goes_on()
    {
        Weather.SkipUnlessPossible();
        using var folder = new TemporaryFolder();
        using var weather = new Weather();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"), weather.Prefix);
        using var desk = new Api(wire.Url, wire.DeskKey);
        var copy = Dispatches.Plain("long") + new string('x', 300_000);

        weather.Turn(Weather.TooManyFiles, "blobs", "create");
        using (var answer = await desk.PublishAsync(copy))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("2", answer.Headers.GetValues("Retry-After").Single());
            Assert.Equal("server-busy", JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync())
                .GetProperty("code").GetString());
        }
        Assert.Equal(200, (await desk.GetAsync("/readyz")).Status);
        weather.Clear();

        await desk.FileAsync(copy);
    }

    [Fact]
    public async Task A_key_reads_so_many_streams_at_a_time_and_another_does_not_wait_for_it()
    {
        await using var wire = await InProcessWire.StartAsync(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var paper = new Api(wire.Url, await desk.AddSubscriberAsync("paper"));
        using var radio = new Api(wire.Url, await desk.AddSubscriberAsync("radio"));
        List<SseStream> streams = [];
        for (var i = 0; i < 10; i++)
            streams.Add(await paper.OpenLiveAsync());

        var (status, body) = await paper.GetAsync("/v1/live");

        Assert.Equal((429, "readers-too-many"), (status, JsonElement.Parse(body).GetProperty("code").GetString()));
        Assert.Equal(429, (await paper.GetAsync("/v1/feed")).Status);
        Assert.Equal(200, (await radio.GetAsync("/v1/feed")).Status);
        using (await radio.OpenLiveAsync())
            streams.ForEach(stream => stream.Dispose());
        await wire.StreamsEndedAsync();
        using var again = await paper.OpenLiveAsync();
    }

    [Fact]
    public async Task Sixty_readers_of_one_big_picture_share_its_bytes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"));
        using var desk = new Api(wire.Url, wire.DeskKey);
        var photo = Photos.Jpeg("A harbor");
        // A comment may hold 65,533 bytes; 300 of them make a file of 20 MB.
        byte[] comment = [0xFF, 0xFE, 0xFF, 0xFF, .. new byte[65_533]];
        byte[] big = [.. photo[..2], .. Enumerable.Repeat(comment, 300).SelectMany(bytes => bytes), .. photo[2..]];
        var story = (await desk.FilePhotoAsync(big)).Story;
        var before = MostMemory(wire);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => desk.Http.GetAsync(
            $"/v1/pictures/{story}/renditions/original", HttpCompletionOption.ResponseHeadersRead)));

        Assert.All(answers, answer => Assert.True(answer.Content.Headers.ContentLength >= big.Length));
        foreach (var answer in answers)
        {
            using var content = await answer.Content.ReadAsStreamAsync();
            Assert.Equal(0xFF, content.ReadByte());
            answer.Dispose();
        }
        // Two in hand, each read and written, and what is shared: the sixty by themselves were more than a gigabyte.
        Assert.InRange(MostMemory(wire) - before, 0, 400 * 1024);
    }

    [Fact]
    public async Task Audits_are_read_one_at_a_time()
    {
        await using var wire = await InProcessWire.StartAsync(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));
        using var desk = new Api(wire.Url, wire.DeskKey);
        using (wire.Get<ReaderPlaces>().Audits.TryEnter(""))
        {
            var (status, body) = await desk.GetAsync("/v1/audit/pictures");
            Assert.Equal((429, "audit-busy"), (status, JsonElement.Parse(body).GetProperty("code").GetString()));
        }

        Assert.Equal(200, (await desk.GetAsync("/v1/audit/pictures")).Status);
        Assert.Equal(200, (await desk.GetAsync("/v1/audit/pictures")).Status);
    }

    /// <summary>The most memory that the program has had so far, in KiB.</summary>
    static long MostMemory(WireProcess wire) => long.Parse(
        File.ReadLines($"/proc/{wire.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);

    /// <summary>A reader that asks once, hears the beginning of the answer, and stays.</summary>
    static async Task<(TcpClient Reader, string Answer)> AskAsync(WireProcess wire)
    {
        var address = new Uri(wire.Url);
        var reader = new TcpClient();
        await reader.ConnectAsync(address.Host, address.Port);
        await reader.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /v1/feed?limit=1 HTTP/1.1\r\nHost: {address.Authority}\r\n"
            + $"Authorization: Bearer {wire.DeskKey}\r\n\r\n"));
        var answer = "";
        var buffer = new byte[4096];
        while (!answer.Contains('}', StringComparison.Ordinal)
            && await reader.GetStream().ReadAsync(buffer) is > 0 and var read)
            answer += Encoding.UTF8.GetString(buffer, 0, read);
        return (reader, answer);
    }
}

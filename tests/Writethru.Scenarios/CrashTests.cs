using System.Text.Json;
using System.Collections.Concurrent;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>The program killed in the middle of its work.</summary>
public class CrashTests(ITestOutputHelper output)
{
    const int Rounds = 10, Publishers = 16, Seed = 20261124;

    [Fact]
    public async Task What_was_acknowledged_survives_kill_9_and_positions_stay_gapless()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(Seed);
        var key = "";
        ConcurrentDictionary<long, (Filed Filed, string Mark)> acknowledged = [];
        for (var round = 0; round < Rounds; round++)
        {
            await using var wire = await WireProcess.ServeAsync(folder.Path);
            key = wire.DeskKey.Length > 0 ? wire.DeskKey : key;
            var started = round;
            var publishers = Enumerable.Range(0, Publishers)
                .Select(i => PublishUntilItDiesAsync(wire, key, $"r{round}p{i}", acknowledged))
                .ToList();
            // A round begins with its first acknowledgement, however slow the machine is.
            await WaitUntilAsync(() =>
                acknowledged.Values.Any(ack => ack.Mark.StartsWith($"r{started}p", StringComparison.Ordinal)));
            await Task.Delay(random.Next(0, 500));
            await wire.KillAsync();
            await Task.WhenAll(publishers);
        }
        await using var survivor = await WireProcess.ServeAsync(folder.Path);
        using var desk = new Api(survivor.Url, key);
        var marks = await ReadAllAsync(desk);
        await survivor.StopAsync();
        await using var verify = WireProcess.Start(WireProcess.Executable, "verify", "--data", folder.Path);
        var exit = await verify.WaitForExitAsync();

        output.WriteLine(
            $"{acknowledged.Count} acknowledged, {marks.Count} in the log, "
            + $"{string.Join(' ', verify.Output)}");
        Assert.True(acknowledged.Count > Rounds, "The rounds were too short to acknowledge anything.");
        Assert.DoesNotContain(
            acknowledged.Values,
            ack => !marks.Contains($"{ack.Filed.Story}/{ack.Filed.Take}/{ack.Mark}"));
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_ends_open_streams_and_polls_and_closes_its_log()
    {
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"));
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var subscriber = new Api(wire.Url, await desk.AddSubscriberAsync("paper", "KR"));
        var start = (await subscriber.FeedAsync()).GetProperty("next").GetString()!;
        using var stream = await subscriber.OpenLiveAsync();
        var poll = subscriber.FeedAsync(start, wait: 30);
        await desk.FileAsync("""{"pubStatus":"withheld","bodies":[{"contentType":"text/plain","value":"Not yet."}]}""");

        var exit = await wire.StopAsync();

        Assert.Equal(0, exit);
        Assert.Equal(0, (await poll).GetProperty("items").GetArrayLength());
        Assert.Null(await stream.NextItemAsync());
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(folder.At("data")));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(folder.At("data", "keys", "cursor.key")));
    }

    [Fact]
    public async Task Every_acknowledged_commit_was_synced_to_the_disk()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "needs strace");
        using var folder = new TemporaryFolder();
        const int Takes = 25;
        await using var wire = await WireProcess.ServeAsync(folder.At("data"),
            "/usr/bin/strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", folder.At("syncs"));
        using var desk = new Api(wire.Url, wire.DeskKey);
        await desk.FileAsync(Dispatches.Plain("warm"));
        var before = CountSyncs(folder.At("syncs"));

        // One after the other: none of these can share a commit with another.
        for (var i = 0; i < Takes; i++)
            await desk.FileAsync(Dispatches.Plain($"sync{i}"));

        var syncs = CountSyncs(folder.At("syncs")) - before;
        output.WriteLine($"{syncs} syncs for {Takes} commits");
        Assert.InRange(syncs, Takes, int.MaxValue);
    }

    [Fact]
    public async Task A_folder_that_follows_is_complete_and_without_repeats_however_often_it_is_killed()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(Seed);
        await using var wire = await WireProcess.ServeAsync(folder.At("data"));
        using var desk = new Api(wire.Url, wire.DeskKey);
        var key = await desk.AddSubscriberAsync("paper", "KR", format: "plainwire");
        // One story that the folder holds for certain when it is killed.
        var held = await desk.FileAsync(Dispatches.Plain("held"));
        await using (var first = Follow(wire, key, folder.At("into"), "--once"))
            Assert.Equal(0, await first.WaitForExitAsync());
        using var stop = new CancellationTokenSource();
        var publishing = PublishStoriesAsync(desk, stop.Token);
        await desk.KillAsync(held.Story, "heldreason");
        for (var i = 0; i < 20; i++)
        {
            await using var follow = Follow(wire, key, folder.At("into"));
            await Task.Delay(random.Next(100, 700));
            await follow.KillAsync();
        }
        await stop.CancelAsync();
        var expected = await publishing;
        expected[$"{held.Story}.0002.kill"] = "heldreason";
        await using var last = Follow(wire, key, folder.At("into"), "--once");
        var exit = await last.WaitForExitAsync();

        var files = Directory.GetFiles(folder.At("into"))
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .ToList();
        output.WriteLine($"{expected.Count} files expected, {files.Count} found");
        Assert.Equal(0, exit);
        Assert.True(expected.Count > 20, "Too little was published while the follower was killed.");
        // Of a story that was killed before a byte of it had gone to the folder nothing is heard.
        foreach (var kill in expected.Keys.Where(name => name.EndsWith(".kill", StringComparison.Ordinal)).ToList())
        {
            if (!await WasSentAsync(desk, kill.Split('.')[0], "paper"))
                expected.Remove(kill);
        }
        Assert.Contains($"{held.Story}.0002.kill", expected.Keys);
        Assert.Equal(expected.Keys.Order(), files.Select(file => Path.GetFileNameWithoutExtension(file)!).Order());
        Assert.All(
            files,
            file => Assert.Contains(expected[Path.GetFileNameWithoutExtension(file)!], File.ReadAllText(file)));
    }

    static async Task<bool> WasSentAsync(Api desk, string story, string subscriber)
    {
        var (status, body) = await desk.GetAsync($"/v1/stories/{story}/recall");
        Assert.True(status == 200, $"{status} {body}");
        return JsonElement.Parse(body).GetProperty("recipients").EnumerateArray()
            .Any(recipient => recipient.GetProperty("subscriber").GetString() == subscriber);
    }

    static WireProcess Follow(WireProcess wire, string key, string into, params string[] more) =>
        WireProcess.Start(WireProcess.Executable, ["follow", wire.Url, "--key", key, "--into", into, .. more]);

    /// <summary>
    /// Stories of several takes; every fourth is killed. Returns the files that must be there, with a mark each.
    /// </summary>
    static async Task<Dictionary<string, string>> PublishStoriesAsync(Api desk, CancellationToken stop)
    {
        Dictionary<string, string> files = [];
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var filed = await desk.FileAsync(Dispatches.Plain($"story{i}take1"));
            files[$"{filed.Story}.0001"] = $"story{i}take1";
            await desk.FileAsync(Dispatches.Plain($"story{i}take2"), $"story={filed.Story}");
            files[$"{filed.Story}.0002"] = $"story{i}take2";
            if (i % 4 != 3)
                continue;
            await desk.KillAsync(filed.Story, $"reason{i}");
            files.Remove($"{filed.Story}.0001");
            files.Remove($"{filed.Story}.0002");
            files[$"{filed.Story}.0003.kill"] = $"reason{i}";
        }
        return files;
    }

    static async Task PublishUntilItDiesAsync(WireProcess wire, string key, string name,
        ConcurrentDictionary<long, (Filed, string)> acknowledged)
    {
        using var desk = new Api(wire.Url, key);
        for (var i = 0; ; i++)
        {
            try
            {
                var mark = $"{name}n{i}";
                var filed = await desk.FileAsync(Dispatches.Plain(mark));
                Assert.True(
                    acknowledged.TryAdd(filed.Position, (filed, mark)),
                    $"Position {filed.Position} was given twice.");
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
            {
                return;
            }
        }
    }

    static async Task<HashSet<string>> ReadAllAsync(Api desk)
    {
        HashSet<string> found = [];
        for (var after = ""; ;)
        {
            var page = await desk.FeedAsync(after, format: "plainwire");
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                var headline = item.GetProperty("content").GetString()!.Split('\n')
                    .First(line => line.Contains("reopens at", StringComparison.Ordinal));
                found.Add(
                    $"{item.GetProperty("story").GetString()}/{item.GetProperty("take").GetInt32()}/"
                    + $"{headline[(headline.LastIndexOf(' ') + 1)..].Trim()}");
            }
            if (page.GetProperty("items").GetArrayLength() == 0)
                return found;
            after = page.GetProperty("next").GetString()!;
        }
    }

    static async Task WaitUntilAsync(Func<bool> isSo)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isSo())
            await Task.Delay(10, timeout.Token);
    }

    static int CountSyncs(string file) =>
        File.ReadLines(file).Count(line =>
            line.Contains("sync(", StringComparison.Ordinal)
            && line.TrimEnd().EndsWith("= 0", StringComparison.Ordinal));
}

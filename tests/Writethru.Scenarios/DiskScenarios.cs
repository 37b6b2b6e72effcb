using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>The real program on a disk that fails or is full, beneath .NET.</summary>
public class DiskScenarios
{
    [Theory]
    [InlineData("blobs/incoming", true)]
    [InlineData("wire.db", false)]
    public async Task What_the_disk_did_not_sync_is_not_acknowledged_and_reads_go_on(string path, bool isLong)
    {
        Weather.SkipUnlessPossible();
        using var weather = new Weather();
        using var folder = new TemporaryFolder();
        await using (var wire = await WireProcess.ServeAsync(folder.At("data"), weather.Prefix))
        {
            using var desk = new Api(wire.Url, wire.DeskKey);
            await desk.FileAsync(Dispatches.Plain("before"));

            weather.Turn(Weather.InputOutput, path, "fsync", "fdatasync");
            Assert.Equal((503, "store-failed"), await PublishAsync(desk, "lost", isLong));
            weather.Clear();

            Assert.Equal((503, "store-failed"), await PublishAsync(desk, "later", isLong: false));
            Assert.Equal((503, "store-failed"), CodeOf(await desk.GetAsync("/readyz")));
            Assert.Equal(1, Items(await desk.FeedAsync()));
            await wire.KillAsync();
        }

        await using var again = await WireProcess.ServeAsync(folder.At("data"));
        await again.StopAsync();
        await using var verify = WireProcess.Start(WireProcess.Executable, "verify", "--data", folder.At("data"));
        Assert.Equal(0, await verify.WaitForExitAsync());
    }

    [Theory]
    [InlineData(Weather.NoSpace)]
    [InlineData(Weather.OverQuota)]
    public async Task A_disk_without_room_for_a_blob_is_full_and_not_failed_whatever_call_says_so(int error)
    {
        Weather.SkipUnlessPossible();
        using var weather = new Weather();
        using var folder = new TemporaryFolder();
        await using var wire = await WireProcess.ServeAsync(folder.At("data"), weather.Prefix);
        using var desk = new Api(wire.Url, wire.DeskKey);

        foreach (var call in (string[])["mkdir", "create", "write", "fsync", "rename"])
        {
            weather.Turn(error, "blobs", call);
            Assert.Equal((507, "store-full"), await PublishAsync(desk, call, isLong: true));
            weather.Clear();
            Assert.Equal((201, ""), await PublishAsync(desk, call, isLong: true));
        }

        foreach (var call in (string[])["write", "fsync", "fdatasync"])
        {
            weather.Turn(error, "wire.db", call);
            await PublishAsync(desk, call + "small", isLong: false);
            weather.Clear();
            Assert.Equal((201, ""), await PublishAsync(desk, call + "again", isLong: false));
        }
    }

    [Fact]
    public async Task On_a_full_disk_kills_holds_and_revocations_go_through_and_everything_comes_back_by_itself()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        await using var wire = await WireProcess.ServeAsync(disk.Data);
        using var desk = new Api(wire.Url, wire.DeskKey);
        using var reader = new Api(wire.Url, await desk.AddSubscriberAsync("paper", "KR"));
        await desk.AddSubscriberAsync("gone", "KR");
        var wrong = await desk.FileAsync(Dispatches.Plain("wrong"));
        var doubted = await desk.FileAsync(Dispatches.Plain("doubted"));
        var first = await reader.FeedAsync();
        await desk.FileAsync(Dispatches.Plain("unsent"));

        disk.Fill();
        await FillLogAsync(desk);

        Assert.Equal((503, "store-full"), CodeOf(await desk.GetAsync("/readyz")));
        Assert.Contains("The disk is full", (await desk.GetAsync("/")).Body, StringComparison.Ordinal);
        await desk.KillAsync(wrong.Story);
        await desk.VerbAsync(doubted.Story, "hold", "Being checked");
        using (var revoked = await desk.PostAsync("/v1/subscribers/gone/revoke", new { }))
            Assert.Equal(204, (int)revoked.StatusCode);
        var told = await reader.FeedAsync(first.GetProperty("next").GetString()!);
        Assert.Equal(1, told.GetProperty("kills").GetArrayLength());
        Assert.Equal(1, told.GetProperty("holds").GetArrayLength());
        Assert.Equal(0, Items(told)); // what has no line does not leave
        Assert.Equal((507, "store-full"), await PublishAsync(desk, "more", isLong: false));
        Assert.Equal((503, "store-full"), CodeOf(await desk.GetAsync("/readyz")));

        disk.MakeRoom();
        await UntilReadyAsync(desk);
        Assert.Equal((201, ""), await PublishAsync(desk, "again", isLong: true));
        Assert.DoesNotContain("The disk is full", (await desk.GetAsync("/")).Body, StringComparison.Ordinal);
        told = await reader.FeedAsync(first.GetProperty("next").GetString()!);
        Assert.Contains("unsent", told.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_full_disk_the_server_starts_and_an_embargo_waits_until_it_can_be_lifted()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        var (deskKey, readerKey) = ("", "");
        Filed embargoed;
        await using (var wire = await WireProcess.ServeAsync(disk.Data))
        {
            deskKey = wire.DeskKey;
            using var desk = new Api(wire.Url, deskKey);
            readerKey = await desk.AddSubscriberAsync("paper", "KR");
            await desk.FileAsync(Dispatches.Plain("open"));
            embargoed = await desk.FileAsync(Dispatches.Plain("embargoed"),
                $"embargo={Uri.EscapeDataString(TimeProvider.System.GetUtcNow().AddSeconds(4).ToString("O"))}");
            using var reader = new Api(wire.Url, readerKey);
            Assert.Equal(1, Items(await reader.FeedAsync()));
            await FillAsync(disk, desk);
            await wire.StopAsync();
        }
        disk.Fill();
        await Task.Delay(TimeSpan.FromSeconds(5));

        await using var again = await WireProcess.ServeAsync(disk.Data);
        using (var reader = new Api(again.Url, readerKey))
        using (var desk = new Api(again.Url, deskKey))
        {
            Assert.Equal(1, Items(await reader.FeedAsync(limit: 1))); // what it had it has again
            Assert.Equal(404, (await reader.GetAsync($"/v1/stories/{embargoed.Story}")).Status);
            Assert.Equal((503, "store-full"), CodeOf(await desk.GetAsync("/readyz")));

            disk.MakeRoom();
            await UntilReadyAsync(desk);
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while ((await reader.GetAsync($"/v1/stories/{embargoed.Story}")).Status != 200)
                await Task.Delay(50, timeout.Token);
        }
    }

    static async Task FillAsync(SmallDisk disk, Api desk)
    {
        disk.Fill();
        await FillLogAsync(desk);
    }

    /// <summary>The log has some room of its own, in its write-ahead log: until there is none.</summary>
    static async Task FillLogAsync(Api desk)
    {
        for (var i = 0; i < 1000; i++)
        {
            if (await PublishAsync(desk, $"fill{i}", isLong: false) is (507, _))
                return;
        }
        Assert.Fail("A thousand takes fit on a full disk.");
    }

    static async Task UntilReadyAsync(Api desk)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await desk.GetAsync("/readyz")).Status != 200)
            await Task.Delay(50, timeout.Token);
    }

    /// <summary>Status and the code of the problem.</summary>
    static async Task<(int, string)> PublishAsync(Api desk, string mark, bool isLong)
    {
        var copy = Dispatches.Plain(mark);
        if (isLong)
            copy = copy.Replace("(END)", string.Concat(Enumerable.Repeat(
                string.Concat(Enumerable.Repeat("The ferry sailed again. ", 600)) + "\n\n", 20)) + "(END)",
                StringComparison.Ordinal);
        using var response = await desk.PublishAsync(copy);
        return CodeOf(((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    static (int, string) CodeOf((int Status, string Body) answer) => answer.Status < 300
        ? (answer.Status, "")
        : (answer.Status, JsonElement.Parse(answer.Body).GetProperty("code").GetString()!);

    static int Items(JsonElement page) => page.GetProperty("items").GetArrayLength();
}

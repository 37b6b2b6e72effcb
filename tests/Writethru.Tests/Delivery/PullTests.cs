using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Tests.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Delivery;

/// <summary>Pages of the feed.</summary>
public sealed class PullTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_reader_that_lags_is_told_of_its_own_kills_however_many_are_of_others()
    {
        using var streams = new DeskStreams(_desk, new DeliveryOptions { MaxPageSize = 2 });
        await _desk.SubscribeAsync("paper");
        await _desk.SubscribeAsync("other");
        List<FiledTake> filed = [];
        for (var i = 0; i < 4; i++)
            filed.Add(await _desk.FileAsync(Ferry($"{i}")));
        foreach (var (index, take) in filed.Index())
            await _desk.SendAsync(take, index == 3 ? "paper" : "other");
        foreach (var take in filed)
            await _desk.Kill.RunAsync(take.Story, "Wrong port", null, "desk", Cancel);

        var page = await streams.PageAsync("paper", limit: 1);

        Assert.Equal([$"{filed[3].Story}/2"], page.GetProperty("items").EnumerateArray().Select(DeskStreams.TakeOf));
        var ahead = await streams.PageAsync("paper", streams.Cursors.Seal("paper", new StreamPlace(2)), limit: 0);
        Assert.Equal([$"{filed[3].Story}/2"], ahead.GetProperty("kills").EnumerateArray().Select(DeskStreams.TakeOf));
        Assert.Equal(2, (await streams.PageAsync("other", limit: 0)).GetProperty("kills").GetArrayLength());
    }

    [Fact]
    public async Task What_is_not_the_readers_own_is_passed_without_being_read()
    {
        using var streams = new DeskStreams(_desk, new DeliveryOptions { MaxScan = 100 });
        await _desk.SubscribeAsync("paper");
        for (var i = 0; i < 250; i++)
            await _desk.Log.WriteAsync(transaction => transaction.Append(Kept(i)), Cancel);
        var own = await _desk.FileAsync(Ferry("own"));

        var after = streams.Cursors.Seal("paper", StreamPlace.Start);
        List<int> counts = [];
        for (var i = 0; i < 3; i++)
        {
            var page = await streams.PageAsync("paper", after);
            counts.Add(page.GetProperty("items").GetArrayLength());
            after = page.GetProperty("next").GetString()!;
        }

        Assert.Equal([0, 0, 1], counts);
        Assert.Equal([(own.Story, 1)], _desk.Log.Sends(own.Story).Select(send => (send.Story, send.Number)));
    }

    /// <summary>A take that waits for a person: nobody but the desk may see it.</summary>
    static LogEntry.TakeFiled Kept(int number) => new()
    {
        Filed = new FiledTake
        {
            Story = new StoryId($"kept{number}"),
            Number = 1,
            Cause = Cause.First,
            FiledAt = DateTimeOffset.UnixEpoch,
            Take = Ferry($"kept{number}"),
        },
        Waits = true,
    };
}

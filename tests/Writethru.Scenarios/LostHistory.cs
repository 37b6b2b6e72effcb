using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>
/// A log that is put back from a copy: what was done since is lost, to stories, rights and keys alike, and who had come
/// further is told so and goes on with what stands.
/// </summary>
sealed class LostHistory(RandomHistory history)
{
    const int Lost = 8;

    public async Task RunAsync()
    {
        using var copy = new TemporaryFolder();
        await history.Wire.RestartAsync(data => TemporaryFolder.Copy(data, copy.At("data")));
        var kept = history.Model.Copied();
        history.GoOnFrom(history.Model);
        for (var i = 0; i < Lost; i++)
            await history.StepAsync();
        await history.PublishAsync();
        var lost = history.Model;
        var cursors = await CursorsAsync(lost, kept);

        await history.Wire.RestartAsync(data => TemporaryFolder.Copy(copy.At("data"), data));
        history.GoOnFrom(kept);
        await history.LiftAsync();
        foreach (var (who, cursor) in cursors)
            await CheckGapAsync(who, cursor);
        foreach (var stranger in lost.Subscribers.ExceptBy(kept.Subscribers.Select(known => known.Key), who => who.Key))
        {
            using var api = new Api(history.Wire.Url, stranger.Key);
            Assert.Equal(401, (await api.GetAsync("/v1/feed")).Status);
        }
        history.Count("log put back");
    }

    /// <summary>Where those who are known before and after stand, behind all of what will be lost.</summary>
    async Task<List<(GateModel.Subscriber Who, string Cursor)>> CursorsAsync(GateModel lost, GateModel kept)
    {
        List<(GateModel.Subscriber, string)> cursors = [];
        foreach (var who in kept.Subscribers.Where(who => !who.Revoked
            && lost.Subscribers.Exists(then => then.Key == who.Key && !then.Revoked)))
        {
            using var api = new Api(history.Wire.Url, who.Key);
            var page = await api.FeedAsync();
            // A page ends at a gap of rights; what is lost lies behind the last one.
            while (page.TryGetProperty("gap", out _))
                page = await api.FeedAsync(page.GetProperty("next").GetString()!);
            cursors.Add((who, page.GetProperty("next").GetString()!));
        }
        return cursors;
    }

    async Task CheckGapAsync(GateModel.Subscriber who, string cursor)
    {
        using var api = new Api(history.Wire.Url, who.Key);
        var page = await api.FeedAsync(cursor);
        Assert.True(page.TryGetProperty("gap", out var gap), $"{who.Name} was told of no gap: {page}");
        Assert.Equal("restored", gap.GetProperty("reason").GetString());
        Assert.Empty(page.GetProperty("items").EnumerateArray());
        var next = await api.FeedAsync(page.GetProperty("next").GetString()!);
        Assert.False(next.TryGetProperty("gap", out var again) && again.GetProperty("reason").GetString() == "restored",
            $"{who.Name} was told of one gap twice.");
    }
}

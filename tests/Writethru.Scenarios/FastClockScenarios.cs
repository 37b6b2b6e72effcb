using System.Text.Json;
using Writethru.Scenarios.Support;

namespace Writethru.Scenarios;

/// <summary>The real program, started once while the clock of its machine was wrong.</summary>
public class FastClockScenarios
{
    [Theory]
    [InlineData("+3h")]
    [InlineData("-3h")]
    public async Task After_a_start_with_a_wrong_clock_an_embargo_opens_at_its_second(string wrong)
    {
        var library = Directory.Exists("/usr/lib")
            ? Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", SearchOption.AllDirectories).FirstOrDefault()
            : null;
        Assert.SkipWhen(library is null, "needs faketime");
        using var folder = new TemporaryFolder();
        var (deskKey, readerKey) = ("", "");
        await using (var wire = await WireProcess.ServeAsync(folder.At("data"),
            "/usr/bin/env", $"LD_PRELOAD={library}", "FAKETIME_DONT_FAKE_MONOTONIC=1", $"FAKETIME={wrong}"))
        {
            deskKey = wire.DeskKey;
            using var desk = new Api(wire.Url, deskKey);
            readerKey = await desk.AddSubscriberAsync("paper", "KR");
            await desk.FileAsync(Dispatches.Plain("before"));
            await wire.StopAsync();
        }

        await using var right = await WireProcess.ServeAsync(folder.At("data"));
        using (var desk = new Api(right.Url, deskKey))
        using (var reader = new Api(right.Url, readerKey))
        {
            var until = TimeProvider.System.GetUtcNow().AddSeconds(6);
            await desk.FileAsync(Dispatches.Plain("embargoed"), $"embargo={Uri.EscapeDataString(until.ToString("O"))}");
            while (!(await reader.FeedAsync()).GetRawText().Contains("embargoed", StringComparison.Ordinal))
                await Task.Delay(20);
            var clock = JsonElement.Parse((await desk.GetAsync("/v1/clock")).Body);

            Assert.True(TimeProvider.System.GetUtcNow() >= until, "It opened early.");
            if (wrong == "+3h")
            {
                Assert.InRange(clock.GetProperty("logAhead").GetDouble(), 10_000, 10_800);
                Assert.Contains("3 h ahead of the clock", clock.GetProperty("problems")[0].GetString()!,
                    StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(0, clock.GetProperty("problems").GetArrayLength());
            }
        }
    }
}

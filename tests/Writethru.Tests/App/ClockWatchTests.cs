using Microsoft.Extensions.Logging;
using Writethru.App.Hosting;
using Writethru.Archive;
using Writethru.Tests.Support;

namespace Writethru.Tests.App;

/// <summary>What an operator is told of the clocks.</summary>
public class ClockWatchTests
{
    readonly TwoClocks _machine = new(new DateTimeOffset(2031, 5, 17, 12, 0, 0, TimeSpan.Zero));
    readonly LogLines<ClockWatchTests> _lines = new();

    [Fact]
    public void A_step_is_told_once_with_the_difference_and_once_more_when_it_is_over()
    {
        var watch = new ClockWatch(new TrustedClock(_machine).Read, _lines);
        Assert.False(watch.IsApart());

        _machine.Step(TimeSpan.FromHours(8));
        Assert.True(watch.IsApart());
        _machine.Pass(TimeSpan.FromMinutes(10));
        Assert.True(watch.IsApart());
        Assert.Single(_lines.All);
        Assert.Contains("28800.0 s", _lines.All[0].Text, StringComparison.Ordinal);
        _machine.Step(TimeSpan.FromHours(-8));
        Assert.False(watch.IsApart());
        Assert.False(watch.IsApart());

        Assert.Equal([LogLevel.Warning, LogLevel.Information], _lines.All.Select(line => line.Level));
    }

    [Fact]
    public void Another_step_is_told_again_and_a_small_one_never()
    {
        var watch = new ClockWatch(new TrustedClock(_machine).Read, _lines);

        foreach (var step in new[] { 0.8, -0.8, 30, 30, 0.5 })
        {
            _machine.Step(TimeSpan.FromSeconds(step));
            _machine.Pass(TimeSpan.FromMinutes(2));
            watch.IsApart();
        }

        Assert.Equal(2, _lines.All.Count);
    }

    [Fact]
    public void A_log_that_ends_in_the_future_is_told_once_at_the_start()
    {
        var clock = new TrustedClock(_machine);
        var last = _machine.Wall.AddDays(1);
        var watch = new ClockWatch(() => clock.Read() with { LastEntry = last }, _lines);

        Assert.False(watch.IsApart());
        Assert.False(watch.IsApart());

        Assert.Contains("86400.0 s ahead", Assert.Single(_lines.All).Text, StringComparison.Ordinal);
    }
}

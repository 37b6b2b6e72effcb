using CsCheck;
using Writethru.Archive;
using Writethru.Tests.Support;

namespace Writethru.Tests.Archive;

/// <summary>What time it is when the clocks of the machine disagree.</summary>
public class TrustedClockTests
{
    static readonly DateTimeOffset _noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);

    readonly TwoClocks _machine = new(_noon);

    [Fact]
    public void At_the_start_the_wall_clock_counts() => Assert.Equal(_noon, new TrustedClock(_machine).Now);

    /// <summary>
    /// Time passes, the wall clock is set, time passes again; what then counts, in seconds since the start.
    /// </summary>
    [Theory]
    [InlineData(10, 0, 20, 30)]          // nothing happened
    [InlineData(10, 3600, 20, 30)]       // set forward: not believed
    [InlineData(10, 1.5, 20, 30)]        // just too far to be believed
    [InlineData(10, 1, 20, 30)]          // small, and not looked at yet
    [InlineData(10, 1, 50, 61)]          // small: followed after a minute
    [InlineData(10, 1.5, 600, 610)]      // too far stays too far
    [InlineData(10, -1, 20, 29)]         // a leap second: time stood still
    [InlineData(10, -1, 50, 59)]
    [InlineData(10, -20, 5, 10)]         // set back: it waits for the wall clock
    [InlineData(10, -20, 20, 10)]
    [InlineData(10, -20, 21, 11)]
    [InlineData(70, -3600, 3000, 70)]
    public void What_counts_after_the_wall_clock_was_set(double before, double step, double after, double expected)
    {
        var clock = new TrustedClock(_machine);

        Pass(before);
        _ = clock.Now;
        _machine.Step(TimeSpan.FromSeconds(step));
        _ = clock.Now;
        Pass(after);

        Assert.Equal(_noon.AddSeconds(expected), clock.Now);
    }

    [Fact]
    public void A_step_forward_is_reached_when_the_monotonic_clock_has_gone_as_far()
    {
        var clock = new TrustedClock(_machine);
        _machine.Step(TimeSpan.FromHours(1));

        Pass(3599);
        Assert.Equal(_noon.AddSeconds(3599), clock.Now);
        Assert.Equal(TimeSpan.FromSeconds(1), clock.Until(_noon.AddHours(1)));
        Pass(1);

        Assert.Equal(_noon.AddHours(1), clock.Now);
        Assert.Equal(TimeSpan.Zero, clock.Until(_noon.AddHours(1)));
    }

    [Fact]
    public void A_clock_that_was_set_wrong_and_right_again_has_done_nothing()
    {
        var clock = new TrustedClock(_machine);
        foreach (var step in new[] { 7200.0, -7200.0 })
        {
            _machine.Step(TimeSpan.FromSeconds(step));
            Pass(300);
            _ = clock.Now;
            Assert.True(clock.Read().IsApart);
            _machine.Step(TimeSpan.FromSeconds(-step));
            Pass(1);
            Assert.False(clock.Read().IsApart);
            Assert.Equal(_machine.Wall, clock.Now);
        }
    }

    [Fact]
    public void Many_small_steps_bring_no_more_than_a_second_a_minute()
    {
        var clock = new TrustedClock(_machine);

        for (var i = 0; i < 600; i++)
        {
            _machine.Step(TimeSpan.FromSeconds(0.9));
            Pass(1);
            _ = clock.Now;
        }

        Assert.InRange(clock.Now, _noon.AddSeconds(600), _noon.AddSeconds(610));
    }

    [Fact]
    public void A_person_trusts_the_wall_clock_and_time_does_not_go_back()
    {
        var clock = new TrustedClock(_machine);
        _machine.Step(TimeSpan.FromHours(8)); // the machine slept

        Assert.Equal(TimeSpan.FromHours(8), clock.Trust().Difference);
        Assert.Equal(_noon.AddHours(8), clock.Now);
        _machine.Step(TimeSpan.FromHours(-8));
        clock.Trust();
        Pass(3600);

        Assert.Equal(_noon.AddHours(8), clock.Now);
        Assert.Equal(TimeSpan.FromHours(7) + TimeSpan.FromSeconds(1), clock.Until(_noon.AddHours(8).AddSeconds(1)));
    }

    [Fact]
    public void How_long_until_is_rounded_up_so_that_nobody_wakes_too_early()
    {
        var clock = new TrustedClock(_machine);

        Assert.Equal(TimeSpan.FromMilliseconds(2), clock.Until(_noon.AddTicks(10_001)));
        Assert.Equal(TimeSpan.FromMilliseconds(1), clock.Until(_noon.AddTicks(1)));
        Assert.Equal(TimeSpan.Zero, clock.Until(_noon));
    }

    /// <summary>
    /// The model: since the start, or since a restart, no more than the seconds that passed and one for each minute; no
    /// more than the wall clock has shown; and never back.
    /// </summary>
    [Fact]
    public void Whatever_happens_to_the_wall_clock_time_is_never_ahead_of_either_clock_and_never_goes_back() =>
        Gen.Select(Gen.Double[-4000, 4000], Gen.Double[-2.5, 2.5], Gen.Double[0, 200], Gen.Int[0, 9])
            .Array[1, 40].Sample(days =>
            {
                var machine = new TwoClocks(_noon);
                var clock = new TrustedClock(machine);
                var (start, passed, highest, last) = (_noon, 0.0, _noon, _noon);
                foreach (var (large, small, seconds, what) in days)
                {
                    if (what == 0)
                    {
                        clock = new TrustedClock(machine);
                        (start, passed, highest, last) = (machine.Wall, 0, machine.Wall, machine.Wall);
                    }
                    else if (what < 6)
                        machine.Step(TimeSpan.FromSeconds(what < 3 ? large : small));
                    highest = machine.Wall > highest ? machine.Wall : highest;
                    _ = clock.Now;
                    machine.Pass(TimeSpan.FromSeconds(seconds));
                    passed += seconds;
                    highest = machine.Wall > highest ? machine.Wall : highest;
                    var now = clock.Now;
                    if (now < last || now > highest
                        || now > start.AddSeconds(passed + Math.Floor(passed / 60) + 0.001))
                        return false;
                    last = now;
                }
                return true;
            });

    [Fact]
    public void Without_steps_it_is_the_wall_clock() =>
        Gen.Double[0, 5000].Array[1, 20].Sample(times =>
        {
            var machine = new TwoClocks(_noon);
            var clock = new TrustedClock(machine);
            return times.All(seconds =>
            {
                machine.Pass(TimeSpan.FromSeconds(seconds));
                return clock.Now == machine.Wall;
            });
        });

    void Pass(double seconds) => _machine.Pass(TimeSpan.FromSeconds(seconds));
}

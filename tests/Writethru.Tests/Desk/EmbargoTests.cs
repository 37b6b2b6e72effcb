using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Tests.Archive;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk;

/// <summary>When an embargo is lifted: at its instant, and whatever is done to the clock not before.</summary>
public sealed class EmbargoTests : IAsyncDisposable
{
    static readonly DateTimeOffset _noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset _until = _noon.AddHours(1);

    readonly LogFolder _folder = new();
    readonly TwoClocks _machine = new(_noon);
    SqliteLog _log;
    Gate _gate = new();

    public EmbargoTests()
    {
        _log = _folder.Open(clock: _machine);
        _log.AddFold(_gate.Apply);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_millisecond_before_its_instant_nothing_shows_and_at_it_the_take_is_out()
    {
        await FileAsync("s", _until);

        Pass(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.False(await IsOutAsync("s"));
        Pass(TimeSpan.FromMilliseconds(1));

        Assert.True(await IsOutAsync("s"));
        var lift = Assert.Single(Lifts());
        Assert.Equal(_until, lift.At);
    }

    /// <summary>
    /// Minutes that pass, a step of the wall clock in seconds, minutes that pass, and whether it is out.
    /// </summary>
    [Theory]
    [InlineData(30, 7200, 29, false)]    // set forward beyond the instant: the monotonic clock has not gone as far
    [InlineData(30, 7200, 30, true)]
    [InlineData(59, 60, 0, false)]
    [InlineData(59, 0.9, 0.999, false)]  // small, not followed within the minute
    [InlineData(30, 0.9, 29.99, true)]   // small: followed
    [InlineData(30, -600, 30, false)]    // set back: both must have reached it
    [InlineData(30, -600, 40, true)]
    [InlineData(61, -7200, 0, true)]     // out, and it stays out
    public async Task A_step_of_the_wall_clock_lifts_nothing_early(double before, double step, double after, bool isOut)
    {
        await FileAsync("s", _until);

        Pass(TimeSpan.FromMinutes(before));
        await IsOutAsync("s");
        _machine.Step(TimeSpan.FromSeconds(step));
        await IsOutAsync("s");
        Pass(TimeSpan.FromMinutes(after));

        Assert.Equal(isOut, await IsOutAsync("s"));
    }

    [Fact]
    public async Task A_restart_trusts_the_wall_clock_and_lifts_what_came_due_meanwhile()
    {
        await FileAsync("s", _until);
        _machine.Step(TimeSpan.FromDays(1));
        Assert.False(await IsOutAsync("s"));

        await RestartAsync();

        Assert.True(await IsOutAsync("s"));
        Assert.True(Assert.Single(Lifts()).At >= _until);
    }

    [Fact]
    public async Task A_restart_with_a_clock_behind_lifts_nothing_early_and_time_does_not_go_back()
    {
        await FileAsync("s", _until);
        Pass(TimeSpan.FromMinutes(30));
        await FileAsync("other", null);
        _machine.Step(TimeSpan.FromHours(-5));

        await RestartAsync();
        await FileAsync("another", null);
        Pass(TimeSpan.FromMinutes(45));
        var isOutByReckoningAlone = await IsOutAsync("s");
        _machine.Step(TimeSpan.FromHours(5));
        _log.Clock.Trust();

        Assert.False(isOutByReckoningAlone);
        Assert.True(await IsOutAsync("s"));
        var instants = _log.Read(0, 100).Select(record => record.At).ToList();
        Assert.Equal(instants.Order(), instants);
    }

    [Fact]
    public async Task What_was_lifted_stays_so_when_the_clock_is_behind_after_a_restart()
    {
        await FileAsync("s", _until);
        Pass(TimeSpan.FromHours(2));
        Assert.True(await IsOutAsync("s"));
        _machine.Step(TimeSpan.FromDays(-3));

        await RestartAsync();

        Assert.True(await IsOutAsync("s"));
        Assert.Single(Lifts());
    }

    [Fact]
    public async Task An_item_is_filed_under_embargo_by_the_same_time_that_lifts_it()
    {
        _machine.Step(TimeSpan.FromHours(2));

        await using var desk = new DeskLog(_log, _gate);
        var take = await desk.FileAsync(DeskLog.Ferry("a"), item => item with { Embargo = _until });

        Assert.Equal(_until, Assert.Single(_gate.Now.Pending).EmbargoedUntil);
        Assert.False(await IsOutAsync(take.Story.Value));
    }

    [Fact]
    public async Task What_was_killed_under_its_embargo_is_never_seen()
    {
        await using var desk = new DeskLog(_log, _gate);
        await desk.SubscribeAsync("reader");
        var take = await desk.FileAsync(DeskLog.Ferry("a"), item => item with { Embargo = _until });
        await desk.Kill.RunAsync(take.Story, "Wrong", null, "desk", Cancel);
        Pass(TimeSpan.FromHours(2));

        Assert.False(await IsOutAsync(take.Story.Value));
        Assert.Empty(Lifts());
        foreach (var number in new[] { 1, 2 })
            Assert.IsType<Decision.Withhold>(_gate.Now.Decide("reader", take.Story, number));
    }

    /// <summary>
    /// The model of a run: no sooner than the seconds that have passed, and one for each minute; nor than the wall
    /// clock.
    /// </summary>
    [Fact]
    public Task Whatever_is_done_to_the_clock_an_embargo_is_never_lifted_early_and_never_comes_back() =>
        Gen.Select(Gen.Double[-4000, 4000], Gen.Double[0, 900], Gen.Int[0, 7]).Array[1, 20].SampleAsync(async steps =>
        {
            using var folder = new LogFolder();
            var machine = new TwoClocks(_noon);
            var (start, passed, highest, wasOut) = (_noon, 0.0, _noon, false);
            var run = new Run(folder, machine);
            await run.FileAsync(_until);
            foreach (var (step, seconds, what) in steps)
            {
                if (what == 0)
                {
                    await run.CloseAsync();
                    run = new Run(folder, machine);
                    (start, passed, highest) = (machine.Wall, 0, machine.Wall);
                }
                else if (what < 5)
                    machine.Step(TimeSpan.FromSeconds(what < 4 ? step : step / 4000));
                if (!await IsRightAsync())
                    return false;
                machine.Pass(TimeSpan.FromSeconds(seconds));
                passed += seconds;
                if (!await IsRightAsync())
                    return false;
            }
            await run.CloseAsync();
            return true;

            async Task<bool> IsRightAsync()
            {
                highest = machine.Wall > highest ? machine.Wall : highest;
                var was = wasOut;
                wasOut = await run.IsOutAsync();
                var mayBeOut = highest >= _until
                    && start.AddSeconds(passed + Math.Floor(passed / 60) + 0.001) >= _until;
                return wasOut ? was || mayBeOut : !was;
            }
        }, iter: 60, threads: 2);

    /// <summary>A run of the program over a folder, in step with the test.</summary>
    sealed class Run
    {
        readonly SqliteLog _log;
        readonly Gate _gate = new();
        readonly LiftEmbargoes _lift;

        public Run(LogFolder folder, TimeProvider machine)
        {
            _log = folder.Open(clock: machine);
            _log.AddFold(_gate.Apply);
            _lift = new LiftEmbargoes(_log, _gate, NullLogger<LiftEmbargoes>.Instance);
        }

        public Task<long> FileAsync(DateTimeOffset until) =>
            _log.AppendAsync(LogFolder.Filed("s", 1) with { EmbargoedUntil = until });

        public async Task<bool> IsOutAsync()
        {
            await _lift.RunAsync(Cancel);
            return !_gate.Now.Pending.Any();
        }

        public ValueTask CloseAsync() => _log.DisposeAsync();
    }

    void Pass(TimeSpan time) => _machine.Pass(time);

    Task<long> FileAsync(string story, DateTimeOffset? until) =>
        _log.AppendAsync(LogFolder.Filed(story, 1) with { EmbargoedUntil = until });

    async Task<bool> IsOutAsync(string story)
    {
        await new LiftEmbargoes(_log, _gate, NullLogger<LiftEmbargoes>.Instance).RunAsync(Cancel);
        return _gate.Now.FindPending(new StoryId(story), 1) is null && !_gate.Now.IsKilled(new StoryId(story));
    }

    IEnumerable<LogRecord> Lifts() => _log.Read(0, 100).Where(record => record.Entry is LogEntry.EmbargoLifted);

    async Task RestartAsync()
    {
        await _log.DisposeAsync();
        _gate = new Gate();
        _log = _folder.Open(clock: _machine);
        _log.AddFold(_gate.Apply);
    }
}

using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Tests.Archive;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk;

/// <summary>When windows of usage terms begin and end: to the second, across a restart, and by which clock.</summary>
public sealed class ReachWindowsTests : IAsyncDisposable
{
    static readonly DateTimeOffset _noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset _one = _noon.AddHours(1);
    static readonly StoryId _story = new("s");

    readonly LogFolder _folder = new();
    readonly TwoClocks _machine = new(_noon);
    SqliteLog _log = null!;
    Gate _gate = null!;
    ReachWindows _windows = null!;

    public ReachWindowsTests() => Open();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task It_ends_and_begins_at_its_second_and_not_before(bool withRestart)
    {
        await FileAsync(until: _one, from: _one);
        Assert.Equal(TimeSpan.FromHours(1), _windows.Next);

        _machine.Pass(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        if (withRestart)
            await RestartAsync();
        await _windows.RunAsync(Cancel);
        Assert.Equal([null, WithholdReason.Embargoed], Pictures());
        Assert.Equal(TimeSpan.FromMilliseconds(1), _windows.Next);
        _machine.Pass(TimeSpan.FromMilliseconds(1));
        if (withRestart)
            await RestartAsync();
        await _windows.RunAsync(Cancel);

        Assert.Equal([WithholdReason.Expired, null], Pictures());
        Assert.Null(_windows.Next);
        Assert.Equal(_one, Assert.Single(Reached()).At);
    }

    [Fact]
    public async Task What_came_while_the_program_was_down_is_written_once_at_the_next_start()
    {
        await FileAsync(until: _one, from: _noon.AddHours(2));
        await _log.DisposeAsync();
        _machine.Pass(TimeSpan.FromDays(3));

        Open();
        await _windows.RunAsync(Cancel);
        await _windows.RunAsync(Cancel);
        await RestartAsync();
        await _windows.RunAsync(Cancel);

        Assert.Equal([WithholdReason.Expired, null], Pictures());
        Assert.Single(Reached());
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_forward_ends_and_does_not_begin()
    {
        await FileAsync(until: _one, from: _one);

        _machine.Step(TimeSpan.FromHours(2));
        await _windows.RunAsync(Cancel);

        Assert.Equal([WithholdReason.Expired, WithholdReason.Embargoed], Pictures());
        _machine.Pass(TimeSpan.FromHours(1));
        await _windows.RunAsync(Cancel);
        Assert.Equal([WithholdReason.Expired, null], Pictures());
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_ends_by_the_time_that_passed_and_does_not_begin()
    {
        await FileAsync(until: _one, from: _one);

        _machine.Step(TimeSpan.FromHours(-5));
        _machine.Pass(TimeSpan.FromHours(1));
        await _windows.RunAsync(Cancel);

        Assert.Equal([WithholdReason.Expired, WithholdReason.Embargoed], Pictures());
    }

    [Fact]
    public async Task What_ended_stays_ended_when_the_clock_is_put_right()
    {
        await FileAsync(until: _one);
        _machine.Step(TimeSpan.FromHours(2));
        await _windows.RunAsync(Cancel);

        _machine.Step(TimeSpan.FromHours(-2));
        await RestartAsync();
        await _windows.RunAsync(Cancel);

        Assert.Equal([WithholdReason.Expired, null], Pictures());
    }

    [Fact]
    public async Task Of_a_held_story_windows_move_too()
    {
        await using var desk = new DeskLog(_log, _gate);
        await FileAsync(until: _one);
        await desk.Hold.RunAsync(_story, "Checking", "desk", Cancel);

        _machine.Pass(TimeSpan.FromHours(2));
        await _windows.RunAsync(Cancel);

        Assert.Single(Reached());
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), _gate.Now.Decide("reader", _story, 1));
    }

    /// <summary>Two pictures: the first ends, the second begins.</summary>
    async Task FileAsync(DateTimeOffset? until = null, DateTimeOffset? from = null)
    {
        await _log.AppendAsync(new LogEntry.PrincipalChanged(
            new Principal { Name = "reader", Role = Role.Subscriber, Keys = [new ApiKey { Hash = "hash" }] }));
        var filed = LogFolder.Filed(_story.Value, 1);
        var terms = new UsageTerms("terms");
        await _log.AppendAsync(filed with
        {
            Filed = filed.Filed with
            {
                Take = filed.Filed.Take
                    with { Pictures = [new Picture { UsageTerms = terms }, new Picture { UsageTerms = terms }] },
            },
        }, reading: new TakeReading
        {
            PictureTerms = [Window(null, until), Window(from, null)],
        }, readerVersion: TakeReader.Version);
    }

    static TermsReading Window(DateTimeOffset? from, DateTimeOffset? until) => from is null && until is null
        ? new TermsReading()
        : new TermsReading { Rules = [new UsageRule { Kind = UsageKinds.Window, From = from, Until = until }] };

    ImmutableArray<WithholdReason?> Pictures() =>
        Assert.IsType<Decision.Deliver>(_gate.Now.Decide("reader", _story, 1)).Pictures;

    IEnumerable<LogEntry.WindowReached> Reached() =>
        _log.Read(0, 100).Select(record => record.Entry).OfType<LogEntry.WindowReached>();

    async Task RestartAsync()
    {
        await _log.DisposeAsync();
        Open();
    }

    void Open()
    {
        _gate = new Gate();
        _log = _folder.Open(clock: _machine);
        _log.AddFold(_gate.Apply);
        _windows = new ReachWindows(_log, _gate, NullLogger<ReachWindows>.Instance);
    }
}

using Microsoft.Extensions.Logging.Abstractions;
using Writethru.App.Hosting;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Desk;

/// <summary>What the desk can still do on a full disk, and what the clock does there.</summary>
public sealed class FullDiskDeskTests : IAsyncDisposable
{
    static readonly DateTimeOffset _one = new(2031, 5, 17, 10, 30, 0, TimeSpan.Zero);

    readonly DeskLog _desk = new();
    readonly FullDisk _disk;
    readonly Principals _principals;
    readonly ReachWindows _windows;
    readonly LiftEmbargoes _lift;

    public FullDiskDeskTests()
    {
        _disk = new FullDisk(_desk.Log);
        _principals = new Principals(_desk.Log, _desk.Gate, NullLogger<Principals>.Instance);
        _windows = new ReachWindows(_desk.Log, _desk.Gate, NullLogger<ReachWindows>.Instance);
        _lift = new LiftEmbargoes(_desk.Log, _desk.Gate, NullLogger<LiftEmbargoes>.Instance);
    }

    static CancellationToken Cancel => DeskLog.Cancel;

    public async ValueTask DisposeAsync()
    {
        _principals.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task What_stops_goes_through_and_what_opens_does_not()
    {
        var (a, b, c) = (await FileAsync("a"), await FileAsync("b"), await FileAsync("c"));
        await AddAsync("paper", new RightsChange { Territories = ["KR", "JP"], Redistributes = true });
        await AddAsync("gone", new RightsChange());
        _disk.Fill();

        Assert.IsType<StoryOutcome.Done>(await _desk.Kill.RunAsync(a, "Wrong", null, "desk", Cancel));
        Assert.IsType<StoryOutcome.Done>(await _desk.Takedown.RunAsync(b, "The right ended", "desk", Cancel));
        Assert.IsType<StoryOutcome.Done>(await _desk.Hold.RunAsync(c, "Being checked", "desk", Cancel));
        Assert.True(await _principals.RevokeAsync("gone", "", Cancel));
        Assert.NotNull(await ChangeAsync(new RightsChange { Territories = ["JP"], Redistributes = false }));
        Assert.NotNull(await ChangeAsync(new RightsChange { IsLapsed = true }));

        foreach (var opens in (RightsChange[])
        [
            new() { Territories = ["JP", "CN"] }, new() { IsLapsed = false }, new() { Redistributes = true },
            new() { ContractUntil = DateTimeOffset.MaxValue, GetsEmbargoed = true },
        ])
            await Assert.ThrowsAsync<ArchiveFullException>(() => ChangeAsync(opens));
        await Assert.ThrowsAsync<ArchiveFullException>(() => _desk.Release.RunAsync(c, null, "desk", Cancel));
        await Assert.ThrowsAsync<ArchiveFullException>(() => FileAsync("d"));
        await Assert.ThrowsAsync<ArchiveFullException>(() => AddAsync("new", new RightsChange()));
    }

    [Fact]
    public async Task A_kill_that_comes_in_goes_through_and_a_reader_is_told_of_it_with_its_line()
    {
        using var ledger = new Ledger(_desk.Log, _desk.Gate, NullLogger<Ledger>.Instance);
        var outlet = new Outlet(_desk.Log, _desk.Gate);
        await AddAsync("paper", new RightsChange());
        var (story, unread) = (await FileAsync("a"), await FileAsync("b"));
        await outlet.FindAsync(ledger.Open("paper", SendPath.Story), story, null, Cancel);
        _disk.Fill();

        var killed = await _desk.FileAsync(DeskLog.Ferry("a", "2") with { Status = TakeStatus.Canceled });

        Assert.Equal(Cause.Kill, killed.Cause);
        Assert.IsType<StoryAnswer.Killed>(
            await outlet.FindAsync(ledger.Open("paper", SendPath.Story), story, null, Cancel));
        Assert.Contains(_desk.Log.Sends(story), send => send.Number == killed.Number);
        await Assert.ThrowsAsync<ArchiveFullException>(() =>
            outlet.FindAsync(ledger.Open("paper", SendPath.Story), unread, null, Cancel).AsTask());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_is_over_is_closed_whether_the_disk_takes_it_or_not_and_what_would_open_waits(bool isUsedUp)
    {
        await AddAsync("ends", new RightsChange { ContractUntil = _one });
        await AddAsync("begins", new RightsChange { ContractFrom = _one });
        await AddAsync("reader", new RightsChange());
        await FileWithWindowsAsync();
        await _desk.Log.AppendAsync(LogFolder.Filed("embargoed", 1) with { EmbargoedUntil = _one });
        if (isUsedUp)
            _disk.UseUp();
        else
            _disk.Fill();

        _desk.Clock.SetUtcNow(_one);
        Assert.False(await RunAsync());
        Assert.False(await RunAsync());

        Assert.Equal((true, true), (IsOut("ends"), IsOut("begins")));
        Assert.Equal([WithholdReason.Expired, WithholdReason.Embargoed], Pictures(_desk.Gate));
        Assert.Single(_desk.Gate.Now.Pending);
        Assert.Equal(!isUsedUp, _desk.Log.Read(0, 99).Any(record => record.Entry is LogEntry.WindowReached));

        _disk.MakeRoom();
        Assert.True(await RunAsync());

        Assert.Equal((true, false), (IsOut("ends"), IsOut("begins")));
        Assert.Equal([WithholdReason.Expired, null], Pictures(_desk.Gate));
        Assert.Empty(_desk.Gate.Now.Pending);
        var gate = new Gate();
        _desk.Log.AddFold(gate.Apply); // and so says the log, to the next start
        Assert.True(gate.Now.FindPrincipal("ends")!.IsLapsed);
        Assert.Equal([WithholdReason.Expired, null], Pictures(gate));
    }

    Task<bool> RunAsync() => DueClock.RunAsync(_windows, _principals, _lift, Cancel);

    async Task<StoryId> FileAsync(string id) => (await _desk.FileAsync(DeskLog.Ferry(id))).Story;

    async Task AddAsync(string name, RightsChange rights) => Assert.NotNull(await _principals.AddAsync(
        new Principal { Name = name, Role = Role.Subscriber }, rights, "", Cancel));

    Task<Principal?> ChangeAsync(RightsChange change) => _principals.ChangeRightsAsync("paper", change, "", Cancel);

    /// <summary>Two pictures: one ends at one, another begins.</summary>
    async Task FileWithWindowsAsync()
    {
        await FileWithWindowAsync("ends", Window(null, _one));
        await FileWithWindowAsync("begins", Window(_one, null));
    }

    async Task FileWithWindowAsync(string story, TermsReading window)
    {
        var filed = LogFolder.Filed(story, 1);
        await _desk.Log.AppendAsync(filed with
        {
            Filed = filed.Filed with
            {
                Take = filed.Filed.Take with
                {
                    Pictures = [new Picture { UsageTerms = new UsageTerms("terms") }],
                },
            },
        }, reading: new TakeReading { PictureTerms = [window] },
            readerVersion: TakeReader.Version);
    }

    static TermsReading Window(DateTimeOffset? from, DateTimeOffset? until) =>
        new() { Rules = [new UsageRule { Kind = UsageKinds.Window, From = from, Until = until }] };

    static WithholdReason?[] Pictures(Gate gate) => [PictureOf(gate, "ends"), PictureOf(gate, "begins")];

    static WithholdReason? PictureOf(Gate gate, string story) => Assert.IsType<Decision.Deliver>(
        gate.Now.Decide("reader", new StoryId(story), 1)).Pictures[0];

    bool IsOut(string name) => _desk.Gate.Now.FindPrincipal(name)!.IsLapsed;
}

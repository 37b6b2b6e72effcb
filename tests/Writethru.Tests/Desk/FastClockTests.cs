using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Tests.Archive;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk;

/// <summary>After one start with a clock that was three hours ahead, nothing opens by what it wrote.</summary>
public sealed class FastClockTests : IAsyncDisposable
{
    static readonly DateTimeOffset _noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset _one = _noon.AddHours(1);
    static readonly TimeSpan _almost = TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1);

    readonly LogFolder _folder = new();
    readonly TwoClocks _machine = new(_noon.AddHours(3));
    SqliteLog _log = null!;
    Gate _gate = null!;
    Principals _principals = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_embargo_opens_at_its_second(bool withRestart)
    {
        await StartFastAndAgainAsync();
        await _log.AppendAsync(LogFolder.Filed("s", 1) with { EmbargoedUntil = _one });

        await PassAsync(_almost, withRestart);
        Assert.Single(_gate.Now.Pending);
        await PassAsync(TimeSpan.FromMilliseconds(1), withRestart);

        Assert.Empty(_gate.Now.Pending);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Windows_begin_and_end_at_their_seconds(bool withRestart)
    {
        await StartFastAndAgainAsync();
        await _log.AppendAsync(new LogEntry.PrincipalChanged(
            new Principal { Name = "reader", Role = Role.Subscriber }));
        var filed = LogFolder.Filed("s", 1);
        var terms = new UsageTerms("terms");
        await _log.AppendAsync(filed with
        {
            Filed = filed.Filed with
            {
                Take = filed.Filed.Take with
                {
                    Pictures = [new Picture { UsageTerms = terms }, new Picture { UsageTerms = terms }],
                },
            },
        }, reading: new TakeReading { PictureTerms = [Window(_one, null), Window(null, _one)] },
            readerVersion: TakeReader.Version);

        await PassAsync(_almost, withRestart);
        Assert.Equal([WithholdReason.Embargoed, null], Pictures());
        await PassAsync(TimeSpan.FromMilliseconds(1), withRestart);

        Assert.Equal([null, WithholdReason.Expired], Pictures());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_contract_begins_and_ends_at_its_second(bool withRestart)
    {
        await StartFastAndAgainAsync();
        await AddAsync("begins", _one, null);
        await AddAsync("ends", null, _one);

        await PassAsync(_almost, withRestart);
        Assert.Equal((true, false), (IsOut("begins"), IsOut("ends")));
        await PassAsync(TimeSpan.FromMilliseconds(1), withRestart);

        Assert.Equal((false, true), (IsOut("begins"), IsOut("ends")));
    }

    async Task StartFastAndAgainAsync()
    {
        Open();
        await _log.AppendAsync(LogFolder.Filed("before", 1));
        await CloseAsync();
        _machine.Step(TimeSpan.FromHours(-3));
        Open();
    }

    async Task PassAsync(TimeSpan time, bool withRestart)
    {
        _machine.Pass(time);
        if (withRestart)
        {
            await CloseAsync();
            Open();
        }
        await new ReachWindows(_log, _gate, NullLogger<ReachWindows>.Instance).RunAsync(Cancel);
        await _principals.KeepContractsAsync(Cancel);
        await new LiftEmbargoes(_log, _gate, NullLogger<LiftEmbargoes>.Instance).RunAsync(Cancel);
    }

    async Task AddAsync(string name, DateTimeOffset? from, DateTimeOffset? until) =>
        Assert.NotNull(await _principals.AddAsync(new Principal { Name = name, Role = Role.Subscriber },
            new RightsChange { ContractFrom = from, ContractUntil = until }, "", Cancel));

    bool IsOut(string name) => _gate.Now.FindPrincipal(name)!.IsLapsed;

    static TermsReading Window(DateTimeOffset? from, DateTimeOffset? until) =>
        new() { Rules = [new UsageRule { Kind = UsageKinds.Window, From = from, Until = until }] };

    ImmutableArray<WithholdReason?> Pictures() =>
        Assert.IsType<Decision.Deliver>(_gate.Now.Decide("reader", new StoryId("s"), 1)).Pictures;

    void Open()
    {
        _gate = new Gate();
        _log = _folder.Open(clock: _machine);
        _log.AddFold(_gate.Apply);
        _principals = new Principals(_log, _gate, NullLogger<Principals>.Instance);
    }

    ValueTask CloseAsync()
    {
        _principals.Dispose();
        return _log.DisposeAsync();
    }
}

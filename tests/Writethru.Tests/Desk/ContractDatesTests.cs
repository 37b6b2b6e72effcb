using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Rights;
using Writethru.Tests.Archive;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk;

/// <summary>When contracts begin and end, and what a person may say beside it.</summary>
public sealed class ContractDatesTests : IAsyncDisposable
{
    static readonly DateTimeOffset _noon = new(2031, 5, 17, 12, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset _one = _noon.AddHours(1), _two = _noon.AddHours(2);

    readonly LogFolder _folder = new();
    readonly TwoClocks _machine = new(_noon);
    SqliteLog _log = null!;
    Gate _gate = null!;
    Principals _principals = null!;

    public ContractDatesTests() => Open();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _principals.Dispose();
        await _log.DisposeAsync();
        _folder.Dispose();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_contract_begins_and_ends_at_its_second(bool withRestart)
    {
        await AddAsync(_one, _two);
        Assert.True(IsOut());
        await PassAsync(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1), withRestart);
        Assert.True(IsOut());
        Assert.Equal(TimeSpan.FromMilliseconds(1), _principals.NextContract);

        await PassAsync(TimeSpan.FromMilliseconds(1), withRestart);
        Assert.False(IsOut());
        await PassAsync(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1), withRestart);
        Assert.False(IsOut());
        await PassAsync(TimeSpan.FromMilliseconds(1), withRestart);

        Assert.True(IsOut());
        Assert.Null(_principals.NextContract);
        Assert.Equal(3, Changes());
    }

    [Fact]
    public async Task One_that_began_and_ended_while_the_program_was_down_is_over()
    {
        await AddAsync(_one, _two);

        await PassAsync(TimeSpan.FromDays(1), withRestart: true);

        Assert.True(IsOut());
        Assert.Equal(1, Changes());
    }

    [Theory]
    [InlineData(1, null, true), InlineData(null, -1, true), InlineData(-1, 1, false), InlineData(null, 0, true),
    InlineData(0, null, false)]
    public async Task Whoever_is_added_before_its_contract_or_behind_it_is_out_at_once(
        int? from, int? until, bool isOut)
    {
        await AddAsync(_noon.AddHours(from ?? -10), _noon.AddHours(until ?? 10));

        Assert.Equal(isOut, IsOut());
    }

    [Fact]
    public async Task A_clock_that_is_ahead_ends_a_contract_and_begins_none()
    {
        await AddAsync(_noon.AddHours(-1), _one, "ends");
        await AddAsync(_one, _noon.AddDays(9), "begins");

        _machine.Step(TimeSpan.FromHours(1));
        await _principals.KeepContractsAsync(Cancel);

        Assert.True(IsOut("ends"));
        Assert.True(IsOut("begins"));
        Assert.True(_principals.NextContract > TimeSpan.Zero, "the loop would not sleep");
        await PassAsync(TimeSpan.FromHours(1));
        Assert.False(IsOut("begins"));
    }

    [Fact]
    public async Task What_a_person_says_stands_until_the_next_date()
    {
        await AddAsync(_one, _two);
        await ChangeAsync(new RightsChange { IsLapsed = false });
        await PassAsync(TimeSpan.FromMinutes(30));
        Assert.False(IsOut());
        await PassAsync(TimeSpan.FromHours(2));
        Assert.True(IsOut());

        await ChangeAsync(new RightsChange { IsLapsed = false });
        await PassAsync(TimeSpan.FromDays(1));

        Assert.False(IsOut());
    }

    [Fact]
    public async Task New_dates_count_at_once_and_another_change_loses_no_date()
    {
        await AddAsync(_one, _two);
        await ChangeAsync(new RightsChange { ContractFrom = DateTimeOffset.MinValue });
        Assert.False(IsOut());
        _machine.Pass(TimeSpan.FromHours(2)); // its end has come, and nobody has written that yet

        await ChangeAsync(new RightsChange { Redistributes = true });

        Assert.True(IsOut());
        Assert.True(_gate.Now.FindPrincipal("gazette")!.Redistributes);
        await ChangeAsync(new RightsChange { ContractUntil = DateTimeOffset.MaxValue });
        Assert.False(IsOut());
        Assert.Null(_gate.Now.FindPrincipal("gazette")!.ContractUntil);
    }

    [Fact]
    public async Task A_revoked_subscriber_is_waited_for_no_more()
    {
        await AddAsync(_one, _two);

        await _principals.RevokeAsync("gazette", "", Cancel);
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Null(_principals.NextContract);
        Assert.Null(_gate.Now.FindPrincipal("gazette"));
    }

    async Task AddAsync(DateTimeOffset? from, DateTimeOffset? until, string name = "gazette") =>
        Assert.NotNull(await _principals.AddAsync(new Principal { Name = name, Role = Role.Subscriber },
            new RightsChange { ContractFrom = from, ContractUntil = until }, "", Cancel));

    Task<Principal?> ChangeAsync(RightsChange change) => _principals.ChangeRightsAsync("gazette", change, "", Cancel);

    async Task PassAsync(TimeSpan time, bool withRestart = false)
    {
        _machine.Pass(time);
        if (withRestart)
        {
            _principals.Dispose();
            await _log.DisposeAsync();
            Open();
        }
        await _principals.KeepContractsAsync(Cancel);
    }

    bool IsOut(string name = "gazette") => _gate.Now.FindPrincipal(name)!.IsLapsed;

    int Changes() => _log.Read(0, 100).Count(record => record.Entry is LogEntry.PrincipalChanged);

    void Open()
    {
        _gate = new Gate();
        _log = _folder.Open(clock: _machine);
        _log.AddFold(_gate.Apply);
        _principals = new Principals(_log, _gate, NullLogger<Principals>.Instance);
    }
}

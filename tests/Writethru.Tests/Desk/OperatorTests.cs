using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>An operator looks after principals and keys, and comes to no copy by anything that it does.</summary>
public sealed class OperatorTests : IAsyncDisposable
{
    const string Ops = "ops";

    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_desks_people_and_keys_are_not_an_operators()
    {
        await PeopleAsync();
        var key = _desk.Gate.Now.FindPrincipal("ann")!.Keys[0].Id;

        await RefusedAsync(() => _desk.AddAsync("cay", Role.Desk, Ops));
        await RefusedAsync(() => _desk.Keys.AddAsync("ann", null, Ops, Cancel));
        await RefusedAsync(() => _desk.Keys.RotateAsync("ann", TimeSpan.Zero, Ops, Cancel));
        await RefusedAsync(() => _desk.Keys.ExpireAsync("ann", key, _desk.Clock.GetUtcNow(), Ops, Cancel));
        await RefusedAsync(() => _desk.Keys.RevokeAsync("ann", key, Ops, Cancel));
        await RefusedAsync(() => _desk.Principals.RevokeAsync("ann", Ops, Cancel));
        await RefusedAsync(() => _desk.Principals.RevokeDeskAsync("ann", Ops, Cancel));
    }

    [Theory]
    [InlineData(Role.Subscriber), InlineData(Role.Publisher)]
    public async Task A_key_that_an_operator_makes_opens_nothing_until_the_desk_confirms_it(Role role)
    {
        await PeopleAsync();

        var first = (await _desk.AddAsync("gazette", role, Ops))!;
        var second = (await _desk.Keys.AddAsync("gazette", null, Ops, Cancel))!;
        var third = (await _desk.Keys.RotateAsync("gazette", TimeSpan.FromHours(1), Ops, Cancel))!;

        Assert.All([first, second.Key, third.Key], key => Assert.Null(_desk.OfKey(key)));
        await RefusedAsync(() => _desk.Keys.ConfirmAsync("gazette", third.Made.Id, Ops, Cancel));
        Assert.Equal(KeyOutcome.Changed, await _desk.Keys.ConfirmAsync("gazette", third.Made.Id, "ann", Cancel));
        Assert.Equal("gazette", _desk.OfKey(third.Key)?.Id);
        Assert.All([first, second.Key], key => Assert.Null(_desk.OfKey(key)));
        Assert.Equal(KeyOutcome.Changed, await _desk.Keys.RevokeAsync("gazette", second.Made.Id, Ops, Cancel));
        Assert.Equal(KeyOutcome.Unknown, await _desk.Keys.ConfirmAsync("gazette", second.Made.Id, "ann", Cancel));
    }

    [Fact]
    public async Task Keys_of_operators_and_keys_of_the_desks_making_are_good_at_once()
    {
        await PeopleAsync();

        var night = (await _desk.AddAsync("night", Role.Operator, Ops))!;
        var gazette = (await _desk.AddAsync("gazette", Role.Subscriber, "ann"))!;

        Assert.Equal(("night", "gazette"), (_desk.OfKey(night)?.Id, _desk.OfKey(gazette)?.Id));
    }

    [Fact]
    public async Task An_operator_takes_rights_and_gives_none()
    {
        await PeopleAsync();
        var rights = new RightsChange { Territories = ["KR", "JP"], Media = ["print"], ContractUntil = At(9) };
        await _desk.Principals.AddAsync(Of("gazette", Role.Subscriber), rights, "ann", Cancel);

        foreach (var given in new[]
        {
            new RightsChange { Territories = ["KR", "JP", "US"] }, new RightsChange { Media = ["print", "online"] },
            new RightsChange { ClientOf = ["saltern"] }, new RightsChange { Redistributes = true },
            new RightsChange { Archives = true }, new RightsChange { GetsEmbargoed = true },
            new RightsChange { ContractUntil = At(10) }, new RightsChange { ContractUntil = DateTimeOffset.MaxValue },
            new RightsChange { OwedFrom = DateTimeOffset.UnixEpoch },
        })
            await RefusedAsync(() => _desk.Principals.ChangeRightsAsync("gazette", given, Ops, Cancel));

        foreach (var taken in new[]
        {
            new RightsChange { Territories = ["KR"] }, new RightsChange { IsCommercial = true },
            new RightsChange { ContractUntil = At(8) }, new RightsChange { IsLapsed = true },
        })
            Assert.NotNull(await _desk.Principals.ChangeRightsAsync("gazette", taken, Ops, Cancel));
        await RefusedAsync(() => _desk.Principals.ChangeRightsAsync(
            "gazette", new RightsChange { IsLapsed = false }, Ops, Cancel));
    }

    [Fact]
    public async Task Whom_an_operator_adds_has_no_rights_but_those_that_need_none()
    {
        await PeopleAsync();

        foreach (var given in new[]
        {
            new RightsChange { Territories = ["KR"] }, new RightsChange { Media = ["print"] },
            new RightsChange { Redistributes = true }, new RightsChange { GetsEmbargoed = true },
        })
            await RefusedAsync(() => _desk.Principals.AddAsync(Of("gazette", Role.Subscriber), given, Ops, Cancel));

        Assert.NotNull(await _desk.Principals.AddAsync(
            Of("gazette", Role.Subscriber), new RightsChange { ContractUntil = At(9) }, Ops, Cancel));
    }

    [Fact]
    public async Task An_operator_ends_keys_and_makes_none_longer()
    {
        await PeopleAsync();
        await _desk.AddAsync("gazette", Role.Subscriber, "ann");
        var key = (await _desk.Keys.AddAsync("gazette", At(5), "ann", Cancel))!;

        await RefusedAsync(() => _desk.Keys.ExpireAsync("gazette", key.Made.Id, At(6), Ops, Cancel));
        await RefusedAsync(() => _desk.Keys.ExpireAsync("gazette", key.Made.Id, null, Ops, Cancel));

        Assert.Equal(KeyOutcome.Changed, await _desk.Keys.ExpireAsync("gazette", key.Made.Id, At(4), Ops, Cancel));
        Assert.Equal(KeyOutcome.Changed, await _desk.Keys.RevokeAsync("gazette", key.Made.Id, Ops, Cancel));
        Assert.True(await _desk.Principals.RevokeAsync("gazette", Ops, Cancel));
    }

    [Fact]
    public async Task A_contract_that_has_begun_is_nothing_that_an_operator_gives()
    {
        await PeopleAsync();
        await _desk.Principals.AddAsync(
            Of("gazette", Role.Subscriber), new RightsChange { ContractFrom = At(1) }, "ann", Cancel);
        _desk.Clock.Advance(TimeSpan.FromHours(2));

        Assert.NotNull(await _desk.Keys.RotateAsync("gazette", TimeSpan.Zero, Ops, Cancel));
    }

    [Fact]
    public async Task One_that_was_revoked_while_it_asked_may_no_more_than_before()
    {
        await PeopleAsync();
        await _desk.Principals.RevokeAsync(Ops, "ann", Cancel);

        await RefusedAsync(() => _desk.AddAsync("cay", Role.Desk, Ops));
        Assert.Null(_desk.OfKey((await _desk.AddAsync("gazette", Role.Subscriber, Ops))!));
    }

    /// <summary>Somebody of the desk, and an operator.</summary>
    async Task PeopleAsync()
    {
        await _desk.AddAsync("ann", Role.Desk);
        await _desk.AddAsync("bob", Role.Desk);
        await _desk.AddAsync(Ops, Role.Operator, "ann");
    }

    /// <summary>Nothing is written of what was refused.</summary>
    async Task RefusedAsync(Func<Task> act)
    {
        var head = _desk.Log.Head;
        await Assert.ThrowsAsync<BeyondOperatorException>(act);
        Assert.Equal(head, _desk.Log.Head);
    }

    DateTimeOffset At(int hours) => _desk.Log.Clock.Now.AddHours(hours);

    static Principal Of(string name, Role role) => new() { Name = name, Role = role };
}

using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>Who comes and goes, and by which keys.</summary>
public sealed class PrincipalsTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    readonly Principals _principals;

    readonly PrincipalKeys _keys;

    public PrincipalsTests()
    {
        _principals = new Principals(_desk.Log, _desk.Gate, NullLogger<Principals>.Instance);
        _keys = new PrincipalKeys(_desk.Log, _desk.Gate, _principals, NullLogger<PrincipalKeys>.Instance);
    }

    public ValueTask DisposeAsync()
    {
        _principals.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task The_last_of_the_desk_keeps_its_rights_however_many_leave_at_once()
    {
        foreach (var name in new[] { "ann", "bob", "cay" })
            await _principals.AddAsync(new Principal { Name = name, Role = Role.Desk }, "", Cancel);
        await _desk.SubscribeAsync("reader");

        var outcomes = await Task.WhenAll(new[] { "ann", "bob", "cay" }.Select(name =>
            _principals.RevokeDeskAsync(name, "", Cancel)));

        Assert.Equal(2, outcomes.Count(outcome => outcome == DeskRevocation.Revoked));
        Assert.Single(outcomes, DeskRevocation.IsLast);
        Assert.Single(_desk.Gate.Now.Principals.All, principal => principal is { Role: Role.Desk, IsRevoked: false });
    }

    [Fact]
    public async Task A_subscriber_and_a_stranger_are_not_of_the_desk()
    {
        await _desk.SubscribeAsync("reader");

        Assert.Equal(DeskRevocation.Unknown, await _principals.RevokeDeskAsync("reader", "", Cancel));
        Assert.Equal(DeskRevocation.Unknown, await _principals.RevokeDeskAsync("nobody", "", Cancel));
        Assert.NotNull(_desk.Gate.Now.FindPrincipal("reader"));
    }

    [Fact]
    public async Task A_name_is_given_again_only_after_its_bearer_was_revoked_and_then_to_another()
    {
        var wanted = new Principal { Name = "gazette", Role = Role.Subscriber };
        var first = await _principals.AddAsync(wanted, "", Cancel);

        Assert.Null(await _principals.AddAsync(wanted, "", Cancel));
        Assert.True(await _principals.RevokeAsync("gazette", "", Cancel));
        var second = await _principals.AddAsync(wanted, "", Cancel);

        Assert.Null(OfKey(first!));
        Assert.Equal(("gazette~2", "gazette"), (OfKey(second!)?.Id, OfKey(second!)?.Name));
        Assert.False(_desk.Gate.Now.Principals.All.Single(who => who.Id == "gazette~2").IsRevoked);
    }

    [Fact]
    public async Task A_name_that_differs_only_in_case_is_taken_as_long_as_its_bearer_has_rights()
    {
        await _principals.AddAsync(new Principal { Name = "desk", Role = Role.Desk }, "", Cancel);
        await _principals.AddAsync(new Principal { Name = "gazette", Role = Role.Subscriber }, "", Cancel);

        Assert.Null(await _principals.AddAsync(new Principal { Name = "Desk", Role = Role.Publisher }, "", Cancel));
        Assert.Null(await _principals.AddAsync(new Principal { Name = "GAZETTE", Role = Role.Publisher }, "", Cancel));
        foreach (var name in new[] { "desk ", "de\u017fk", "\uff44esk" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() =>
                _principals.AddAsync(new Principal { Name = name, Role = Role.Desk }, "", Cancel));
        }
        await _principals.RevokeAsync("gazette", "", Cancel);
        var second = await _principals.AddAsync(new Principal { Name = "Gazette", Role = Role.Subscriber }, "", Cancel);

        Assert.Equal("Gazette", OfKey(second!)?.Id);
        Assert.True(_desk.Gate.Now.Principals.FindEver("gazette")?.IsRevoked);
    }

    [Fact]
    public async Task Every_entry_of_a_principal_says_who_did_it_and_who_made_which_key()
    {
        await _principals.AddAsync(new Principal { Name = "ann", Role = Role.Desk }, "", Cancel);
        await _principals.AddAsync(new Principal { Name = "ops", Role = Role.Operator }, "ann", Cancel);
        await _principals.AddAsync(new Principal { Name = "gazette", Role = Role.Subscriber }, "ops", Cancel);
        var key = (await _keys.RotateAsync("gazette", TimeSpan.FromHours(1), "ann", Cancel))!.Made.Id;
        await _principals.ChangeChannelAsync("gazette", "nitf", Channel.Default, "ops", Cancel);
        await _principals.ChangeRightsAsync("gazette", new RightsChange { IsLapsed = true }, "ann", Cancel);
        await _keys.RevokeAsync("gazette", key, "ops", Cancel);
        await _principals.RevokeAsync("gazette", "ann", Cancel);

        Assert.Equal(["", "ann", "ops", "ann", "ops", "ann", "ops", "ann"], Entries().Select(entry => entry.By));
        Assert.Equal(["ops", "ann"], Entries()[^1].Principal.Keys.Select(made => made.By));
    }

    [Fact]
    public async Task A_lost_key_is_replaced_with_an_overlap_and_whose_it_is_stays()
    {
        var lost = await _principals.AddAsync(new Principal { Name = "gazette", Role = Role.Subscriber }, "", Cancel);

        var found = await _keys.RotateAsync("gazette", TimeSpan.FromHours(24), "", Cancel);

        Assert.Equal(("gazette", "gazette"), (OfKey(lost!)?.Id, OfKey(found!.Key)?.Id));
        _desk.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null(OfKey(lost!));
        Assert.Equal("gazette", OfKey(found.Key)?.Id);
        Assert.Null(await _keys.RotateAsync("nobody", TimeSpan.Zero, "", Cancel));
    }

    [Fact]
    public async Task A_rotation_ends_no_key_later_than_it_ended_before()
    {
        var first = await _principals.AddAsync(new Principal { Name = "gazette", Role = Role.Subscriber }, "", Cancel);
        var soon = await _keys.AddAsync("gazette", _desk.Clock.GetUtcNow().AddHours(1), "", Cancel);

        await _keys.RotateAsync("gazette", TimeSpan.FromHours(24), "", Cancel);

        _desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(OfKey(soon!.Key));
        Assert.NotNull(OfKey(first!));
    }

    [Fact]
    public async Task One_key_is_revoked_and_the_others_stay()
    {
        var first = await _principals.AddAsync(new Principal { Name = "gazette", Role = Role.Subscriber }, "", Cancel);
        var second = await _keys.AddAsync("gazette", null, "", Cancel);

        Assert.Equal(KeyOutcome.Changed, await _keys.RevokeAsync("gazette", second!.Made.Id, "", Cancel));

        Assert.Null(OfKey(second.Key));
        Assert.NotNull(OfKey(first!));
        Assert.Equal(KeyOutcome.Unknown, await _keys.RevokeAsync("gazette", second.Made.Id, "", Cancel));
        Assert.Equal(KeyOutcome.Unknown, await _keys.ExpireAsync("nobody", second.Made.Id, null, "", Cancel));
    }

    [Fact]
    public async Task The_desk_keeps_a_key_that_does_not_end()
    {
        var only = await _principals.AddAsync(new Principal { Name = "ann", Role = Role.Desk }, "", Cancel);
        var id = OfKey(only!)!.Keys[0].Id;

        Assert.Equal(KeyOutcome.IsLast, await _keys.RevokeAsync("ann", id, "", Cancel));
        Assert.Equal(KeyOutcome.IsLast,
            await _keys.ExpireAsync("ann", id, _desk.Clock.GetUtcNow().AddDays(9), "", Cancel));
        await _principals.AddAsync(new Principal { Name = "bob", Role = Role.Desk }, "", Cancel);

        Assert.Equal(KeyOutcome.Changed, await _keys.RevokeAsync("ann", id, "", Cancel));
        Assert.Equal(DeskRevocation.IsLast, await _principals.RevokeDeskAsync("bob", "", Cancel));
    }

    List<LogEntry.PrincipalChanged> Entries() =>
    [
        .. Enumerable.Range(1, (int)_desk.Log.Head).Select(position => _desk.Log.Find(position)!.Entry)
            .OfType<LogEntry.PrincipalChanged>(),
    ];

    Principal? OfKey(string key) =>
        _desk.Gate.Now.Principals.FindByKey(Principals.HashKey(key), _desk.Log.Clock.Read().Latest);
}

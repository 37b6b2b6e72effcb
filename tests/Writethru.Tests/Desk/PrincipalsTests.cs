using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>Who comes and goes, and by which keys.</summary>
public sealed class PrincipalsTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_last_of_the_desk_keeps_its_rights_however_many_leave_at_once()
    {
        foreach (var name in new[] { "ann", "bob", "cay" })
            await _desk.AddAsync(name, Role.Desk);
        await _desk.SubscribeAsync("reader");

        var outcomes = await Task.WhenAll(new[] { "ann", "bob", "cay" }.Select(name =>
            _desk.Principals.RevokeDeskAsync(name, "", Cancel)));

        Assert.Equal(2, outcomes.Count(outcome => outcome == DeskRevocation.Revoked));
        Assert.Single(outcomes, DeskRevocation.IsLast);
        Assert.Single(_desk.Gate.Now.Principals.All, principal => principal is { Role: Role.Desk, IsRevoked: false });
    }

    [Fact]
    public async Task A_subscriber_and_a_stranger_are_not_of_the_desk()
    {
        await _desk.SubscribeAsync("reader");

        Assert.Equal(DeskRevocation.Unknown, await _desk.Principals.RevokeDeskAsync("reader", "", Cancel));
        Assert.Equal(DeskRevocation.Unknown, await _desk.Principals.RevokeDeskAsync("nobody", "", Cancel));
        Assert.NotNull(_desk.Gate.Now.FindPrincipal("reader"));
    }

    [Fact]
    public async Task A_name_is_given_again_only_after_its_bearer_was_revoked_and_then_to_another()
    {
        var wanted = new Principal { Name = "gazette", Role = Role.Subscriber };
        var first = await _desk.Principals.AddAsync(wanted, "", Cancel);

        Assert.Null(await _desk.Principals.AddAsync(wanted, "", Cancel));
        Assert.True(await _desk.Principals.RevokeAsync("gazette", "", Cancel));
        var second = await _desk.Principals.AddAsync(wanted, "", Cancel);

        Assert.Null(_desk.OfKey(first!));
        Assert.Equal(("gazette~2", "gazette"), (_desk.OfKey(second!)?.Id, _desk.OfKey(second!)?.Name));
        Assert.False(_desk.Gate.Now.Principals.All.Single(who => who.Id == "gazette~2").IsRevoked);
    }

    [Fact]
    public async Task A_name_that_differs_only_in_case_is_taken_as_long_as_its_bearer_has_rights()
    {
        await _desk.AddAsync("desk", Role.Desk);
        await _desk.AddAsync("gazette", Role.Subscriber);

        Assert.Null(await _desk.AddAsync("Desk", Role.Publisher));
        Assert.Null(await _desk.AddAsync("GAZETTE", Role.Publisher));
        foreach (var name in new[] { "desk ", "de\u017fk", "\uff44esk" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() =>
                _desk.AddAsync(name, Role.Desk));
        }
        await _desk.Principals.RevokeAsync("gazette", "", Cancel);
        var second = await _desk.AddAsync("Gazette", Role.Subscriber);

        Assert.Equal("Gazette", _desk.OfKey(second!)?.Id);
        Assert.True(_desk.Gate.Now.Principals.FindEver("gazette")?.IsRevoked);
    }

    [Fact]
    public async Task Every_entry_of_a_principal_says_who_did_it_and_who_made_which_key()
    {
        await _desk.AddAsync("ann", Role.Desk);
        await _desk.AddAsync("ops", Role.Operator, "ann");
        await _desk.AddAsync("gazette", Role.Subscriber, "ops");
        var key = (await _desk.Keys.RotateAsync("gazette", TimeSpan.FromHours(1), "ann", Cancel))!.Made.Id;
        await _desk.Principals.ChangeChannelAsync("gazette", "nitf", Channel.Default, "ops", Cancel);
        await _desk.Principals.ChangeRightsAsync("gazette", new RightsChange { IsLapsed = true }, "ann", Cancel);
        await _desk.Keys.RevokeAsync("gazette", key, "ops", Cancel);
        await _desk.Principals.RevokeAsync("gazette", "ann", Cancel);

        Assert.Equal(["", "ann", "ops", "ann", "ops", "ann", "ops", "ann"], Entries().Select(entry => entry.By));
        Assert.Equal(["ops", "ann"], Entries()[^1].Principal.Keys.Select(made => made.By));
    }

    [Fact]
    public async Task A_lost_key_is_replaced_with_an_overlap_and_whose_it_is_stays()
    {
        var lost = await _desk.AddAsync("gazette", Role.Subscriber);

        var found = await _desk.Keys.RotateAsync("gazette", TimeSpan.FromHours(24), "", Cancel);

        Assert.Equal(("gazette", "gazette"), (_desk.OfKey(lost!)?.Id, _desk.OfKey(found!.Key)?.Id));
        _desk.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null(_desk.OfKey(lost!));
        Assert.Equal("gazette", _desk.OfKey(found.Key)?.Id);
        Assert.Null(await _desk.Keys.RotateAsync("nobody", TimeSpan.Zero, "", Cancel));
    }

    [Fact]
    public async Task A_rotation_ends_no_key_later_than_it_ended_before()
    {
        var first = await _desk.AddAsync("gazette", Role.Subscriber);
        var soon = await _desk.Keys.AddAsync("gazette", _desk.Clock.GetUtcNow().AddHours(1), "", Cancel);

        await _desk.Keys.RotateAsync("gazette", TimeSpan.FromHours(24), "", Cancel);

        _desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(_desk.OfKey(soon!.Key));
        Assert.NotNull(_desk.OfKey(first!));
    }

    [Fact]
    public async Task One_key_is_revoked_and_the_others_stay()
    {
        var first = await _desk.AddAsync("gazette", Role.Subscriber);
        var second = await _desk.Keys.AddAsync("gazette", null, "", Cancel);

        Assert.Equal(KeyOutcome.Changed, await _desk.Keys.RevokeAsync("gazette", second!.Made.Id, "", Cancel));

        Assert.Null(_desk.OfKey(second.Key));
        Assert.NotNull(_desk.OfKey(first!));
        Assert.Equal(KeyOutcome.Unknown, await _desk.Keys.RevokeAsync("gazette", second.Made.Id, "", Cancel));
        Assert.Equal(KeyOutcome.Unknown, await _desk.Keys.ExpireAsync("nobody", second.Made.Id, null, "", Cancel));
    }

    [Fact]
    public async Task The_desk_keeps_a_key_that_does_not_end()
    {
        var only = await _desk.AddAsync("ann", Role.Desk);
        var id = _desk.OfKey(only!)!.Keys[0].Id;

        Assert.Equal(KeyOutcome.IsLast, await _desk.Keys.RevokeAsync("ann", id, "", Cancel));
        Assert.Equal(KeyOutcome.IsLast,
            await _desk.Keys.ExpireAsync("ann", id, _desk.Clock.GetUtcNow().AddDays(9), "", Cancel));
        await _desk.AddAsync("bob", Role.Desk);

        Assert.Equal(KeyOutcome.Changed, await _desk.Keys.RevokeAsync("ann", id, "", Cancel));
        Assert.Equal(DeskRevocation.IsLast, await _desk.Principals.RevokeDeskAsync("bob", "", Cancel));
    }

    List<LogEntry.PrincipalChanged> Entries() =>
    [
        .. Enumerable.Range(1, (int)_desk.Log.Head).Select(position => _desk.Log.Find(position)!.Entry)
            .OfType<LogEntry.PrincipalChanged>(),
    ];
}

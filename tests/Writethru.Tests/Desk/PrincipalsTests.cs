using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>Who leaves the desk.</summary>
public sealed class PrincipalsTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    readonly Principals _principals;

    public PrincipalsTests() => _principals = new Principals(_desk.Log, _desk.Gate, NullLogger<Principals>.Instance);

    public ValueTask DisposeAsync()
    {
        _principals.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task The_last_of_the_desk_keeps_its_rights_however_many_leave_at_once()
    {
        foreach (var name in new[] { "ann", "bob", "cay" })
            await _principals.AddAsync(new Principal { Name = name, Role = Role.Desk, KeyHash = "" }, Cancel);
        await _desk.SubscribeAsync("reader");

        var outcomes = await Task.WhenAll(new[] { "ann", "bob", "cay" }.Select(name =>
            _principals.RevokeDeskAsync(name, Cancel)));

        Assert.Equal(2, outcomes.Count(outcome => outcome == DeskRevocation.Revoked));
        Assert.Single(outcomes, DeskRevocation.IsLast);
        Assert.Single(_desk.Gate.Now.Principals, principal => principal is { Role: Role.Desk, IsRevoked: false });
    }

    [Fact]
    public async Task A_subscriber_and_a_stranger_are_not_of_the_desk()
    {
        await _desk.SubscribeAsync("reader");

        Assert.Equal(DeskRevocation.Unknown, await _principals.RevokeDeskAsync("reader", Cancel));
        Assert.Equal(DeskRevocation.Unknown, await _principals.RevokeDeskAsync("nobody", Cancel));
        Assert.NotNull(_desk.Gate.Now.FindPrincipal("reader"));
    }
}

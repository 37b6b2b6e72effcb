using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Tests.Desk;

namespace Writethru.Tests.Delivery;

/// <summary>What an outlet hands out of what was read from a take.</summary>
public sealed class OutletTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_check_of_a_note_goes_only_to_those_who_may_have_the_take_before()
    {
        await SubscribeAsync("seoul", "KR");
        await SubscribeAsync("tokyo", "JP");
        var first = DeskLog.Ferry("a", "1") with { UsageTerms = new UsageTerms("For use only in Korea") };
        var filed = await _desk.FileAsync(first);
        await _desk.FileAsync(first with
        {
            SenderVersion = "2",
            UsageTerms = null,
            Advisory = new Advisory("(ATTN: UPDATES with more details in para 2)"),
        });
        var outlet = new Outlet(_desk.Log, _desk.Gate);
        using var ledger = new Ledger(_desk.Log, _desk.Gate, NullLogger<Ledger>.Instance);

        Assert.Equal(CheckVerdict.Wrong, (await CheckOfAsync("seoul"))?.Verdict);
        Assert.Null(await CheckOfAsync("tokyo"));

        async Task<AdvisoryCheck?> CheckOfAsync(string name) => Assert.IsType<StoryAnswer.Found>(await outlet.FindAsync(
            ledger.Open(name, SendPath.Story), filed.Story, 2, DeskLog.Cancel)).Take.Reading!.Check;
    }

    Task<long> SubscribeAsync(string name, string territory) => _desk.Log.WriteAsync(transaction => transaction.Append(
        new LogEntry.PrincipalChanged(new Principal
        {
            Name = name,
            Role = Role.Subscriber,
            Keys = [new ApiKey { Hash = "hash-" + name }],
            Territories = territory.Length > 0 ? [territory] : [],
        })), DeskLog.Cancel);
}

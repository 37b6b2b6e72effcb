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
            UsageTerms = new UsageTerms("For editorial use only"),
            Advisory = new Advisory("(ATTN: UPDATES with more details in para 2)"),
        });
        var outlet = new Outlet(_desk.Log, _desk.Gate);
        using var ledger = new Ledger(_desk.Log, _desk.Gate, NullLogger<Ledger>.Instance);

        Assert.Equal(CheckVerdict.Wrong, (await CheckOfAsync("seoul"))?.Verdict);
        Assert.Null(await CheckOfAsync("tokyo"));

        async Task<AdvisoryCheck?> CheckOfAsync(string name) => Assert.IsType<StoryAnswer.Found>(await outlet.FindAsync(
            ledger.Open(name, SendPath.Story), filed.Story, 2, DeskLog.Cancel)).Take.Reading!.Check;
    }

    [Fact]
    public async Task What_the_gate_has_taken_in_is_found_before_the_head_has_moved()
    {
        await SubscribeAsync("seoul", "KR");
        var filed = await _desk.FileAsync(DeskLog.Ferry("a", "1"));
        await _desk.SendAsync(filed, "seoul");
        var outlet = new Outlet(_desk.Log, _desk.Gate);
        List<(long Head, StoryAnswer Answer)> between = [];
        // A fold behind the gate's: it runs when the gate knows of an entry and nobody else does.
        _desk.Log.AddFold(record =>
        {
            if (record.Position > 2)
                between.Add((_desk.Log.Head, outlet.Find("seoul", filed.Story, null)));
        });

        await _desk.FileAsync(DeskLog.Ferry("a", "2", "Second text."));
        await _desk.Hold.RunAsync(filed.Story, "Being checked", "desk", DeskLog.Cancel);
        await _desk.Release.RunAsync(filed.Story, null, "desk", DeskLog.Cancel);
        await _desk.Kill.RunAsync(filed.Story, "Wrong port", null, "desk", DeskLog.Cancel);

        Assert.All(between.Index(), seen => Assert.Equal(seen.Index + 2, seen.Item.Head));
        Assert.Equal(2, Assert.IsType<StoryAnswer.Found>(between[0].Answer).Take.Filed.Number);
        Assert.Equal(3, Assert.IsType<StoryAnswer.Held>(between[1].Answer).Notice.Filed.Number);
        Assert.Equal(4, Assert.IsType<StoryAnswer.Found>(between[2].Answer).Take.Filed.Number);
        Assert.Equal(5, Assert.IsType<StoryAnswer.Killed>(between[3].Answer).Notice.Filed.Number);
    }

    [Fact]
    public async Task Whoever_is_revoked_between_the_gates_answer_and_the_ledger_gets_nothing()
    {
        await SubscribeAsync("seoul", "KR");
        var filed = await _desk.FileAsync(DeskLog.Ferry("a", "1"));
        using var ledger = new Ledger(_desk.Log, _desk.Gate, NullLogger<Ledger>.Instance);
        var asked = 0;

        var answer = await ledger.Open("seoul", SendPath.Story).HandOutAsync(() =>
        {
            var found = new Outlet(_desk.Log, _desk.Gate).Find("seoul", filed.Story, null);
            if (asked++ == 0)
                _desk.Gate.Apply(Revoked(_desk.Gate.Now.FindPrincipal("seoul")!));
            return found;
        }, found => found is StoryAnswer.Found one ? [(one.Take, null)] : [], DeskLog.Cancel);

        Assert.IsType<StoryAnswer.NotFound>(answer);
    }

    LogRecord Revoked(Principal who) => new()
    {
        Position = _desk.Gate.Now.Position + 1,
        At = DateTimeOffset.UnixEpoch,
        Entry = new LogEntry.PrincipalChanged(who with { IsRevoked = true }),
    };

    Task<long> SubscribeAsync(string name, string territory) => _desk.Log.WriteAsync(transaction => transaction.Append(
        new LogEntry.PrincipalChanged(new Principal
        {
            Name = name,
            Role = Role.Subscriber,
            Keys = [new ApiKey { Hash = "hash-" + name }],
            Territories = territory.Length > 0 ? [territory] : [],
        })), DeskLog.Cancel);
}

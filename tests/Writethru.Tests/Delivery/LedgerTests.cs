using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Tests.Archive;
using Writethru.Tests.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Delivery;

/// <summary>Nothing leaves without its line, and what the lines say of a story.</summary>
public sealed class LedgerTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    readonly Ledger _ledger;
    readonly Outlet _outlet;
    readonly Deliveries _deliveries;

    public LedgerTests()
    {
        _ledger = new Ledger(_desk.Log, _desk.Gate, NullLogger<Ledger>.Instance);
        _outlet = new Outlet(_desk.Log, _desk.Gate);
        _deliveries = new Deliveries(_desk.Log, _desk.Gate);
    }

    public async ValueTask DisposeAsync()
    {
        _ledger.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_take_that_is_handed_out_has_its_line_and_says_when_its_last_byte_went()
    {
        await _desk.SubscribeAsync("paper");
        var filed = await _desk.FileAsync(Ferry("a"));
        var sending = _ledger.Open("paper", SendPath.Story);

        await FindAsync(sending, filed.Story);

        var begun = Assert.Single(_desk.Log.Sends(filed.Story));
        Assert.Equal(("paper", 1, SendPath.Story, null), (begun.Subscriber, begun.Number, begun.Path, begun.Sent));
        Assert.Equal(DeliveryState.Begun, StateOf(filed.Story, "paper"));
        await sending.CompleteAsync();
        Assert.Equal(DeliveryState.Sent, StateOf(filed.Story, "paper"));
    }

    [Fact]
    public async Task What_is_read_again_makes_no_second_line_and_waits_for_no_disk()
    {
        await _desk.SubscribeAsync("paper");
        var filed = await _desk.FileAsync(Ferry("a"));
        await FindAsync(_ledger.Open("paper", SendPath.Story), filed.Story);
        using var afterRestart = new Ledger(_desk.Log, _desk.Gate, NullLogger<Ledger>.Instance);
        _desk.Log.BeforeCommit = () => throw new IOException("the sync failed");

        Assert.IsType<StoryAnswer.Found>(await FindAsync(_ledger.Open("paper", SendPath.Story), filed.Story));
        Assert.IsType<StoryAnswer.Found>(await FindAsync(afterRestart.Open("paper", SendPath.Story), filed.Story));

        Assert.Single(_desk.Log.Sends(filed.Story));
    }

    [Fact]
    public async Task Copy_that_the_disk_takes_no_line_for_does_not_leave_and_a_kill_does()
    {
        await _desk.SubscribeAsync("paper");
        var killed = await _desk.FileAsync(Ferry("a"));
        var living = await _desk.FileAsync(Ferry("b"));
        await FindAsync(_ledger.Open("paper", SendPath.Story), killed.Story);
        await _desk.Kill.RunAsync(killed.Story, "Wrong port", null, "desk", Cancel);
        _desk.Log.BeforeCommit = () => throw new IOException("the sync failed");

        await Assert.ThrowsAsync<LogFailedException>(async () =>
            await FindAsync(_ledger.Open("paper", SendPath.Story), living.Story));
        Assert.IsType<StoryAnswer.Killed>(await FindAsync(_ledger.Open("paper", SendPath.Story), killed.Story));

        Assert.Empty(_desk.Log.Sends(living.Story));
    }

    [Fact]
    public async Task A_kill_passes_a_line_that_waits_and_is_what_is_handed_out_where_another_line_was_begun()
    {
        await _desk.SubscribeAsync("paper");
        var filed = await _desk.FileAsync(Ferry("a"));
        await _desk.SendAsync(filed, "paper");
        var release = _desk.Log.BlockWriter();
        var asked = FindAsync(_ledger.Open("paper", SendPath.Story), filed.Story);
        var kill = _desk.Kill.RunAsync(filed.Story, "Wrong port", null, "desk", Cancel);
        release();

        var answer = Assert.IsType<StoryAnswer.Killed>(await asked);
        await kill;

        Assert.Empty(answer.Notice.Filed.Take.Body);
        Assert.Equal(["paper"], _deliveries.Recall(filed.Story)!.Recipients.Select(recipient => recipient.Subscriber));
    }

    [Fact]
    public async Task A_line_that_comes_behind_a_kill_finds_nothing_and_the_recall_does_not_name_it()
    {
        await _desk.SubscribeAsync("paper");
        var filed = await _desk.FileAsync(Ferry("a"));
        var release = _desk.Log.BlockWriter();
        var kill = _desk.Kill.RunAsync(filed.Story, "Wrong port", null, "desk", Cancel);
        var asked = FindAsync(_ledger.Open("paper", SendPath.Story), filed.Story);
        release();

        Assert.IsType<StoryAnswer.NotFound>(await asked);
        await kill;

        Assert.Single(_desk.Log.Sends(filed.Story));
        Assert.Empty(_deliveries.Recall(filed.Story)!.Recipients);
    }

    [Fact]
    public async Task A_kill_names_whom_it_must_reach_and_nobody_else_hears_of_it()
    {
        foreach (var name in new[] { "reader", "revoked", "lapsed", "unread" })
            await _desk.SubscribeAsync(name);
        var filed = await _desk.FileAsync(Ferry("a"));
        foreach (var name in new[] { "reader", "revoked", "lapsed" })
            await FindAsync(_ledger.Open(name, SendPath.Feed), filed.Story);
        await ChangeAsync("revoked", who => who with { IsRevoked = true });
        await ChangeAsync("lapsed", who => who with { IsLapsed = true });

        await _desk.Kill.RunAsync(filed.Story, "Wrong port", null, "desk", Cancel);

        Assert.IsType<StoryAnswer.Killed>(await FindAsync(_ledger.Open("lapsed", SendPath.Feed), filed.Story));
        Assert.IsType<StoryAnswer.NotFound>(await FindAsync(_ledger.Open("unread", SendPath.Feed), filed.Story));
        Assert.IsType<StoryAnswer.NotFound>(await FindAsync(_ledger.Open("revoked", SendPath.Feed), filed.Story));
        Assert.Equal([("lapsed", DeliveryState.Begun), ("reader", DeliveryState.NotAsked),
            ("revoked", DeliveryState.Unreachable)],
            _deliveries.Recall(filed.Story)!.Recipients.Select(recipient => (recipient.Subscriber, recipient.State)));
    }

    [Fact]
    public async Task What_was_sent_before_a_hold_is_recalled_by_the_kill_after_the_release()
    {
        await _desk.SubscribeAsync("reader");
        var filed = await _desk.FileAsync(Ferry("a"));
        await FindAsync(_ledger.Open("reader", SendPath.Live), filed.Story);
        await _desk.Hold.RunAsync(filed.Story, "Ring the port", "desk", Cancel);
        await _desk.Release.RunAsync(filed.Story, null, "desk", Cancel);

        await _desk.Kill.RunAsync(filed.Story, "Wrong port", null, "desk", Cancel);

        var recall = _deliveries.Recall(filed.Story)!;
        Assert.Equal((4, "reader"), (recall.Notice.Number, Assert.Single(recall.Recipients).Subscriber));
        Assert.IsType<StoryAnswer.Killed>(await FindAsync(_ledger.Open("reader", SendPath.Live), filed.Story));
    }

    [Fact]
    public async Task A_correction_is_followed_to_everyone_who_was_sent_the_error()
    {
        await _desk.SubscribeAsync("told");
        await _desk.SubscribeAsync("lapsed");
        await _desk.SubscribeAsync("unread");
        var filed = await _desk.FileAsync(Ferry("a"));
        foreach (var name in new[] { "told", "lapsed" })
            await FindAsync(_ledger.Open(name, SendPath.Feed), filed.Story);
        await ChangeAsync("lapsed", who => who with { IsLapsed = true });
        Assert.Null(_deliveries.Recall(filed.Story));

        await _desk.FileAsync(Ferry("a", text: "Right text.") with { Advisory = new Advisory("(CORRECTS the port)") },
            item => item with { Story = filed.Story, Cause = Cause.Correction });
        var sending = _ledger.Open("told", SendPath.Feed);
        await FindAsync(sending, filed.Story);
        await sending.CompleteAsync();

        var recall = _deliveries.Recall(filed.Story)!;
        Assert.Equal((2, Cause.Correction), (recall.Notice.Number, recall.Notice.Cause));
        Assert.Equal([("lapsed", DeliveryState.Withheld), ("told", DeliveryState.Sent)],
            recall.Recipients.Select(recipient => (recipient.Subscriber, recipient.State)));
        Assert.Contains("run out", recall.Recipients[0].Rule);
    }

    [Fact]
    public async Task A_receipt_is_kept_of_what_was_sent_alone_and_the_newest_counts()
    {
        await _desk.SubscribeAsync("paper");
        var filed = await _desk.FileAsync(Ferry("a"));
        var failed = new Receipt(filed.Story, 1, "paper", ReceiptOutcome.Failed, "The desk system was down");

        Assert.False(await _ledger.ReceiveAsync(failed, Cancel));
        Assert.Empty(_desk.Log.Receipts(filed.Story));
        await FindAsync(_ledger.Open("paper", SendPath.Story), filed.Story);
        Assert.True(await _ledger.ReceiveAsync(failed, Cancel));
        Assert.Equal(DeliveryState.Failed, StateOf(filed.Story, "paper"));
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await _ledger.ReceiveAsync(failed with { Outcome = ReceiptOutcome.Confirmed, Note = "" }, Cancel));

        Assert.Equal(DeliveryState.Confirmed, StateOf(filed.Story, "paper"));
        Assert.Equal(2, _desk.Log.Receipts(filed.Story).Count);
    }

    [Fact]
    public async Task A_cursor_acknowledges_what_lies_before_it_and_nothing_behind()
    {
        await _desk.SubscribeAsync("paper");
        var first = await _desk.FileAsync(Ferry("a"));
        var second = await _desk.FileAsync(Ferry("b"));
        var sending = _ledger.Open("paper", SendPath.Feed);
        foreach (var entry in _desk.Log.Places(0, 10))
            await _outlet.PickAsync(sending, new StreamStep.Brought(new StreamPlace(entry.Position), entry), Cancel);

        await _ledger.AcknowledgeAsync("paper", position: 2, Cancel);

        Assert.Equal(DeliveryState.Received, StateOf(first.Story, "paper"));
        Assert.Equal(DeliveryState.Begun, StateOf(second.Story, "paper"));
    }

    [Fact]
    public async Task Each_take_for_each_subscriber_ends_with_a_line_or_the_rule_that_keeps_it_back()
    {
        await _desk.SubscribeAsync("abroad");
        await _desk.SubscribeAsync("reader");
        var terms = new UsageTerms("For use only in the Republic of Korea");
        var bound = await _desk.FileAsync(Ferry("a") with { UsageTerms = terms });
        var until = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await _desk.FileAsync(Ferry("a", text: "Later."), item => item with { Story = bound.Story, Embargo = until });
        await ChangeAsync("reader", who => who with { Territories = ["KR"] });
        await FindAsync(_ledger.Open("reader", SendPath.Page), bound.Story);

        var outcomes = _deliveries.Of(bound.Story);

        Assert.Equal(
            [(1, "abroad", DeliveryState.Withheld), (1, "reader", DeliveryState.Begun),
             (2, "abroad", DeliveryState.Withheld), (2, "reader", DeliveryState.Withheld)],
            outcomes.Select(outcome => (outcome.Take.Number, outcome.Subscriber, outcome.State)));
        Assert.Contains(terms.Text, outcomes[0].Now.Rule);
        Assert.Contains("2099-01-01T00:00:00Z", outcomes[3].Now.Rule);
        Assert.Single(_deliveries.Of(bound.Story, "reader", 1));
        Assert.Empty(_deliveries.Of(new StoryId("nosuch")));
    }

    [Fact]
    public async Task What_the_desk_reads_is_not_in_the_ledger()
    {
        await _desk.Log.WriteAsync(transaction => transaction.Append(new LogEntry.PrincipalChanged(
            new Principal { Name = "desk", Role = Role.Desk, Keys = [new ApiKey { Hash = "hash-desk" }] })), Cancel);
        var filed = await _desk.FileAsync(Ferry("a"));

        Assert.IsType<StoryAnswer.Found>(await FindAsync(_ledger.Open("desk", SendPath.Page), filed.Story));

        Assert.Empty(_desk.Log.Sends(filed.Story));
    }

    [Fact]
    public async Task Whoever_is_revoked_between_the_answer_of_the_gate_and_the_ledger_gets_nothing_without_a_line()
    {
        await _desk.SubscribeAsync("paper");
        var filed = await _desk.FileAsync(Ferry("a"));
        var sending = _ledger.Open("paper", SendPath.Story);
        var asked = 0;

        var answer = await sending.HandOutAsync(() =>
        {
            var found = _outlet.Find("paper", filed.Story, null);
            if (asked++ == 0)
            {
                // As if the entry of a revocation were applied between this answer and the line.
                var who = _desk.Gate.Now.FindPrincipal("paper")! with { IsRevoked = true };
                _desk.Gate.Apply(new LogRecord
                {
                    Position = _desk.Gate.Now.Position + 1, At = DateTimeOffset.UnixEpoch,
                    Entry = new LogEntry.PrincipalChanged(who),
                });
            }
            return found;
        }, found => found is StoryAnswer.Found { Take: var take } ? [(take, null)] : [], Cancel);

        Assert.IsType<StoryAnswer.NotFound>(answer);
        Assert.Equal(2, asked);
        Assert.Single(_desk.Log.Sends(filed.Story));
    }

    [Fact]
    public async Task A_stream_is_over_with_the_key_by_which_it_came()
    {
        await _desk.SubscribeAsync("paper");
        await ChangeAsync("paper", who => who with { Keys = [.. who.Keys, new ApiKey { Hash = "second" }] });
        var first = _ledger.Open("paper", SendPath.Live, "hash-paper");
        var second = _ledger.Open("paper", SendPath.Live, "second");

        await ChangeAsync("paper", who => who with { Keys = [who.Keys[0], who.Keys[1] with { IsRevoked = true }] });

        Assert.False(first.IsOver);
        Assert.True(second.IsOver);
        Assert.True(_ledger.Open("paper", SendPath.Live, "nosuch").IsOver);
        Assert.False(_ledger.Open("paper", SendPath.Live).IsOver);
    }

    Task<StoryAnswer> FindAsync(Sending to, StoryId story) => _outlet.FindAsync(to, story, null, Cancel).AsTask();

    DeliveryState StateOf(StoryId story, string subscriber) =>
        Assert.Single(_deliveries.Of(story, subscriber, number: 1)).State;

    Task<long> ChangeAsync(string name, Func<Principal, Principal> change) => _desk.Log.WriteAsync(transaction =>
        transaction.Append(new LogEntry.PrincipalChanged(change(_desk.Gate.Now.FindPrincipal(name)!))), Cancel);
}

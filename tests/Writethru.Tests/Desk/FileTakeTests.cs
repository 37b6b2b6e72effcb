using Writethru.Copy;
using Writethru.Desk;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>Which take may follow which: races, late versions, cancellations, corrections.</summary>
public sealed class FileTakeTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Of_those_who_follow_the_same_take_at_once_one_is_filed_and_the_others_are_told_by_whom()
    {
        var first = await _desk.FileAsync(Ferry(""));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => _desk.ReceiveAsync(
            Ferry("", text: $"Edition of editor {i}."), item => item with { Story = first.Story, Follows = 1 })));

        var winner = Assert.Single(outcomes.OfType<FileOutcome.Filed>());
        Assert.Equal(2, winner.Take.Number);
        var losers = outcomes.OfType<FileOutcome.Refused>().ToList();
        Assert.Equal(11, losers.Count);
        Assert.All(losers, loser => Assert.Equal((Refusal.Stale, 2, "DESK-009"),
            (loser.Why, loser.Current?.Number, loser.Remarks[^1].Code)));
        Assert.Equal(2, _desk.Story(first.Story).Count);
        Assert.Contains("Edition of editor", ContentOf(winner.Take));
    }

    [Fact]
    public async Task A_take_that_follows_the_newest_is_filed_and_one_that_says_nothing_follows_whatever_is()
    {
        var first = await _desk.FileAsync(Ferry(""));

        var second = await _desk.FileAsync(
            Ferry("", text: "Second."), item => item with { Story = first.Story, Follows = 1 });
        var third = await _desk.FileAsync(Ferry("", text: "Third."), item => item with { Story = first.Story });

        Assert.Equal([2, 3], [second.Number, third.Number]);
    }

    [Fact]
    public async Task The_same_stale_request_again_is_told_of_the_take_that_is_the_newest_by_now()
    {
        var first = await _desk.FileAsync(Ferry(""));
        await _desk.FileAsync(Ferry("", text: "Second."), item => item with { Story = first.Story });
        var item = Item("stale") with { Story = first.Story, Follows = 1, IdempotencyKey = "k" };
        var refused = (await _desk.ReceiveAsync(item, [Ferry("", text: "Mine.")]))[0];
        await _desk.FileAsync(Ferry("", text: "Third."), item => item with { Story = first.Story });

        var again = (await _desk.ReceiveAsync(item, [Ferry("", text: "Mine.")]))[0];

        Assert.Equal(2, Assert.IsType<FileOutcome.Refused>(refused).Current?.Number);
        Assert.Equal(3, Assert.IsType<FileOutcome.Refused>(again).Current?.Number);
        Assert.Equal("stale", _desk.Kept(((FileOutcome.Refused)again).Position));
    }

    [Fact]
    public async Task A_late_older_version_is_kept_and_answered_with_the_current_take()
    {
        var current = await _desk.FileAsync(Ferry("a", "10"));

        var item = Item("late bytes") with { IdempotencyKey = "k" };
        var late = Assert.IsType<FileOutcome.Superseded>(
            (await _desk.ReceiveAsync(item, [Ferry("a", "9", "Older text.")]))[0]);

        Assert.Equal((current.Story, current.Number), (late.Take.Story, late.Take.Number));
        Assert.Equal("late bytes", _desk.Kept(late.Position));
        Assert.Single(_desk.Story(current.Story));
        var kept = Assert.IsType<LogEntry.ItemRefused>(_desk.Log.Find(late.Position)!.Entry);
        Assert.Equal("DESK-010", kept.Remarks[^1].Code);
        var again = (await _desk.ReceiveAsync(item, [Ferry("a", "9", "Older text.")]))[0];
        Assert.Equal(late.Position, Assert.IsType<FileOutcome.Superseded>(again).Position);
    }

    [Fact]
    public async Task A_version_that_cannot_be_compared_is_filed()
    {
        await _desk.FileAsync(Ferry("a", "b"));

        Assert.Equal(2, (await _desk.FileAsync(Ferry("a", "a", "Other text."))).Number);
    }

    [Fact]
    public async Task Another_senders_versions_do_not_count()
    {
        await _desk.FileAsync(Ferry("a", "10"));

        var other = await _desk.FileAsync(Ferry("a", "9"), item => item with { Publisher = "lighthouse" });

        Assert.Equal(1, other.Number);
    }

    [Fact]
    public async Task A_sender_whose_late_item_comes_among_others_stops_none_of_them()
    {
        await _desk.FileAsync(Ferry("a", "10"));

        var outcomes = await _desk.ReceiveAsync(Item("feed"), Ferry("a", "9", "Older."), Ferry("b", "1"));

        Assert.IsType<FileOutcome.Superseded>(outcomes[0]);
        Assert.IsType<FileOutcome.Filed>(outcomes[1]);
    }

    [Theory]
    [InlineData("9"), InlineData("10")]
    public async Task A_cancellation_never_comes_too_late_and_needs_no_version_of_its_own(string version)
    {
        var current = await _desk.FileAsync(Ferry("a", "10"));

        var kill = await _desk.FileAsync(Ferry("a", version) with { Status = TakeStatus.Canceled });

        Assert.Equal((current.Story, 2, Cause.Kill), (kill.Story, kill.Number, kill.Cause));
        Assert.True(_desk.Gate.Now.IsKilled(current.Story));
    }

    [Fact]
    public async Task A_cancellation_that_calls_itself_a_part_is_a_kill()
    {
        await _desk.FileAsync(Ferry("a", "1"));

        var kill = await _desk.FileAsync(
            Ferry("a", "2") with { Status = TakeStatus.Canceled, Signal = Signal.Sub });

        Assert.Equal(Cause.Kill, kill.Cause);
    }

    [Fact]
    public async Task A_kill_of_a_story_that_never_came_is_kept_and_stops_it_when_it_comes()
    {
        await _desk.SubscribeAsync("reader");
        var kill = await _desk.FileAsync(Ferry("a", "2") with { Status = TakeStatus.Canceled });

        var older = await _desk.ReceiveAsync(Ferry("a", "1"));
        var newer = await _desk.ReceiveAsync(Ferry("a", "3"));

        Assert.Equal((1, Cause.Kill), (kill.Number, kill.Cause));
        foreach (var outcome in new[] { older, newer })
        {
            var refused = Assert.IsType<FileOutcome.Refused>(outcome);
            Assert.Equal((Refusal.Conflict, "DESK-002"), (refused.Why, refused.Remarks[^1].Code));
        }
        Assert.Single(_desk.Story(kill.Story));
        Assert.Equal(new Decision.Withhold(WithholdReason.NeverSent), _desk.Gate.Now.Decide("reader", kill.Story, 1));
        Assert.Null(_desk.Gate.Now.NewestFor("reader", kill.Story));
    }

    [Fact]
    public async Task A_correction_by_name_that_does_not_say_what_was_wrong_is_refused()
    {
        var first = await _desk.FileAsync(Ferry(""));

        var refused = Assert.IsType<FileOutcome.Refused>(await _desk.ReceiveAsync(Ferry("", text: "Put right."),
            item => item with { Story = first.Story, Cause = Cause.Correction }));
        var filed = await _desk.FileAsync(
            Ferry("", text: "Put right.") with { Advisory = new Advisory("(CORRECTS year in para 1)") },
            item => item with { Story = first.Story, Cause = Cause.Correction });

        Assert.Equal((Refusal.Unexplained, "DESK-011"), (refused.Why, refused.Remarks[^1].Code));
        Assert.Equal((2, Cause.Correction), (filed.Number, filed.Cause));
    }

    [Fact]
    public async Task A_senders_own_correction_is_filed_with_a_remark()
    {
        await _desk.FileAsync(Ferry("a"));

        var outcome = await _desk.ReceiveAsync(Ferry("a", text: "Put right.") with { Signal = Signal.Correction });

        var filed = Assert.IsType<FileOutcome.Filed>(outcome);
        Assert.Equal(Cause.Correction, filed.Take.Cause);
        Assert.Equal("DESK-011", Assert.Single(filed.Remarks).Code);
    }

    static string ContentOf(FiledTake take) => string.Join('\n', take.Take.Body.Select(paragraph => paragraph.Text));
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Tests.Archive;
using Writethru.Tests.Support;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>Kills that need two of the desk: the first holds, the second kills.</summary>
public sealed class KillOfTwoTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    readonly Kill _kill;

    public KillOfTwoTests() => _kill = _desk.KillIn(new DeskOptions { KillNeedsTwo = true });

    public ValueTask DisposeAsync()
    {
        _kill.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task The_first_holds_the_story_at_once_and_kills_nothing()
    {
        await _desk.SubscribeAsync("reader");
        var first = await _desk.FileAsync(Ferry("a"));
        await _desk.SendAsync(first, "reader");

        var asked = Assert.IsType<StoryOutcome.Asked>(await KillAsync(first.Story, "Wrong port", "ann"));

        Assert.Equal((2, Cause.Hold), (asked.Hold.Number, asked.Hold.Cause));
        Assert.Equal("(HOLD: Wrong port)", asked.Hold.Take.Advisory?.Text);
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(first.Story));
        Assert.Equal(new Decision.Withhold(WithholdReason.Held), _desk.Gate.Now.Decide("reader", first.Story, 1));
        var request = Assert.Single(_desk.KillRequests.Open);
        Assert.Equal((first.Story, 2, "Wrong port", "ann", asked.Position),
            (request.Story, request.Hold, request.Reason, request.By, request.Position));
    }

    [Fact]
    public async Task The_second_kills_it_for_the_first_ones_reason_unless_it_gives_its_own()
    {
        foreach (var (id, own, substitute, notice) in new (string, string, bool?, string)[]
        {
            ("a", "", null, "(KILL: Wrong port. A substitute will follow.)"),
            ("b", "Wrong day", null, "(KILL: Wrong day. A substitute will follow.)"),
            ("c", " ", false, "(KILL: Wrong port. There will be no substitute.)"),
        })
        {
            var first = await _desk.FileAsync(Ferry(id));
            await _kill.RunAsync(first.Story, "Wrong port", true, "ann", Cancel);

            var kill = Assert.IsType<StoryOutcome.Done>(
                await _kill.RunAsync(first.Story, own, substitute, "bob", Cancel)).Take;

            Assert.Equal((3, Cause.Kill, notice), (kill.Number, kill.Cause, kill.Take.Advisory?.Text));
            Assert.Empty(_desk.KillRequests.Open);
        }
    }

    [Fact]
    public async Task The_one_who_asked_cannot_be_the_second()
    {
        var first = await _desk.FileAsync(Ferry("a"));
        await KillAsync(first.Story, "Wrong port", "ann");
        var head = _desk.Log.Head;

        var again = Assert.IsType<StoryOutcome.NeedsSecond>(await KillAsync(first.Story, "Wrong port", "ann"));

        Assert.Equal("ann", again.Request.By);
        Assert.Equal(head, _desk.Log.Head);
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(first.Story));
    }

    [Fact]
    public async Task A_story_that_is_held_already_stays_under_its_hold()
    {
        var first = await _desk.FileAsync(Ferry("a"));
        await _desk.Hold.RunAsync(first.Story, "Ring the port", "bob", Cancel);
        await _desk.FileAsync(Ferry("a", text: "Behind."));

        var asked = Assert.IsType<StoryOutcome.Asked>(await KillAsync(first.Story, "Wrong port", "ann"));

        Assert.Equal(2, asked.Hold.Number);
        Assert.Equal(3, _desk.Story(first.Story).Count);
        Assert.IsType<StoryOutcome.Done>(await KillAsync(first.Story, "", "bob"));
    }

    [Fact]
    public async Task A_release_ends_the_request_and_the_next_is_the_first_again()
    {
        var first = await _desk.FileAsync(Ferry("a"));
        await KillAsync(first.Story, "Wrong port", "ann");
        await _desk.Release.RunAsync(first.Story, null, "bob", Cancel);

        Assert.Empty(_desk.KillRequests.Open);
        Assert.IsType<StoryOutcome.Unexplained>(await KillAsync(first.Story, "", "bob"));
        Assert.IsType<StoryOutcome.Asked>(await KillAsync(first.Story, "Wrong after all", "bob"));
        Assert.IsType<StoryOutcome.Done>(await KillAsync(first.Story, "", "ann"));
    }

    [Fact]
    public async Task A_second_passes_a_release_that_waits_and_the_story_is_killed()
    {
        var first = await _desk.FileAsync(Ferry("a"));
        await KillAsync(first.Story, "Wrong port", "ann");
        var go = _desk.Log.BlockWriter();

        var release = _desk.Release.RunAsync(first.Story, null, "bob", Cancel);
        var kill = KillAsync(first.Story, "Still wrong", "bob");
        go();

        Assert.IsType<StoryOutcome.Done>(await kill);
        Assert.IsType<StoryOutcome.Conflict>(await release);
        Assert.True(_desk.Gate.Now.IsKilled(first.Story));
        Assert.Null(_desk.KillRequests.Find(first.Story));
    }

    [Fact]
    public async Task Of_two_who_ask_at_once_one_is_the_first_and_the_other_kills()
    {
        var first = await _desk.FileAsync(Ferry("a"));

        var outcomes = await Task.WhenAll(
            KillAsync(first.Story, "Wrong port", "ann"), KillAsync(first.Story, "Wrong port", "bob"));

        Assert.Single(outcomes.OfType<StoryOutcome.Asked>());
        Assert.Single(outcomes.OfType<StoryOutcome.Done>());
        Assert.True(_desk.Gate.Now.IsKilled(first.Story));
    }

    [Fact]
    public async Task What_kills_the_story_otherwise_ends_the_request()
    {
        var byItem = await _desk.FileAsync(Ferry("a"));
        var byRights = await _desk.FileAsync(Ferry("b"));
        await KillAsync(byItem.Story, "Wrong port", "ann");
        await KillAsync(byRights.Story, "Wrong port", "ann");

        // A publisher takes its own copy back alone, and a takedown is no kill.
        await _desk.FileAsync(Ferry("a") with { Status = TakeStatus.Canceled });
        await _desk.Takedown.RunAsync(byRights.Story, "Licence ended", "ann", Cancel);

        Assert.True(_desk.Gate.Now.IsKilled(byItem.Story));
        Assert.Empty(_desk.KillRequests.Open);
        Assert.IsType<StoryOutcome.Conflict>(await KillAsync(byItem.Story, "Wrong port", "bob"));
    }

    [Fact]
    public async Task A_story_that_does_not_exist_or_is_dead_cannot_be_asked_for()
    {
        var first = await _desk.FileAsync(Ferry("a"));
        await _desk.Kill.RunAsync(first.Story, "Wrong", null, "ann", Cancel);
        var head = _desk.Log.Head;

        Assert.IsType<StoryOutcome.Unknown>(await KillAsync(new StoryId("none"), "Why", "ann"));
        Assert.IsType<StoryOutcome.Conflict>(await KillAsync(first.Story, "Why", "ann"));
        Assert.Equal(head, _desk.Log.Head);
    }

    [Fact]
    public async Task The_log_alone_tells_which_requests_stand()
    {
        var open = await _desk.FileAsync(Ferry("a"));
        var over = await _desk.FileAsync(Ferry("b"));
        await KillAsync(open.Story, "Wrong port", "ann");
        await KillAsync(over.Story, "Wrong port", "ann");
        await KillAsync(over.Story, "", "bob");

        var again = new KillRequests();
        _desk.Log.AddFold(again.Apply);

        Assert.Equal(_desk.KillRequests.Open, again.Open);
        Assert.Equal(open.Story, Assert.Single(again.Open).Story);
    }

    [Fact]
    public async Task Where_one_is_enough_one_kills_at_once()
    {
        var first = await _desk.FileAsync(Ferry("a"));

        Assert.IsType<StoryOutcome.Done>(await _desk.Kill.RunAsync(first.Story, "Wrong", null, "ann", Cancel));
        Assert.IsType<StoryOutcome.Unexplained>(
            await _desk.Kill.RunAsync((await _desk.FileAsync(Ferry("b"))).Story, " ", null, "ann", Cancel));
    }

    [Fact]
    public async Task The_alarm_rings_at_once_and_every_minute_until_the_second_comes()
    {
        var clock = new FakeTimeProvider();
        var rung = new LogLines<KillAlarm>();
        var alarm = new KillAlarm(_desk.KillRequests, new DeskOptions(), clock, rung);
        var first = await _desk.FileAsync(Ferry("a"));
        Assert.Null(alarm.Ring());

        await KillAsync(first.Story, "Wrong port", "ann");
        Assert.Equal(TimeSpan.FromMinutes(1), alarm.Ring());
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(TimeSpan.FromSeconds(1), alarm.Ring());
        Assert.Single(rung.All);
        clock.Advance(TimeSpan.FromSeconds(1));
        alarm.Ring();

        Assert.Equal(2, rung.All.Count);
        Assert.All(rung.All, line => Assert.Equal(LogLevel.Warning, line.Level));
        Assert.All(rung.All,
            line => Assert.Contains($"story {first.Story} that ann asked", line.Text, StringComparison.Ordinal));
        await KillAsync(first.Story, "", "bob");
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(alarm.Ring());
        Assert.Equal(2, rung.All.Count);
    }

    Task<StoryOutcome> KillAsync(StoryId story, string reason, string by) =>
        _kill.RunAsync(story, reason, null, by, Cancel);
}

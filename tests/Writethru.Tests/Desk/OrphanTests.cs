using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Tests.Support;

namespace Writethru.Tests.Desk;

/// <summary>Notices that kill, take down or hold a story, and find none.</summary>
public sealed class OrphanTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("Status: canceled\n\n(KILL: It is not so.)", Cause.Kill, "(KILL: It is not so.)")]
    [InlineData("Status: canceled\n\n(TAKEDOWN: The contract ended.)", Cause.Takedown, "(TAKEDOWN: The contract ended.)")]
    [InlineData("Status: withheld\n\n(HOLD: The port denies it.)", Cause.Hold, "(HOLD: The port denies it.)")]
    [InlineData("Slug: FERRY\n\nKILL KILL KILL", Cause.Kill, "KILL KILL KILL")]
    [InlineData("Status: withheld\n\n(HOLD: The port denies it.)\n\nRef: urn:writethru:unknown/3", Cause.Hold,
        "(HOLD: The port denies it.)")]
    public async Task A_notice_that_finds_no_story_is_kept_opens_none_and_stands_among_the_orphans(
        string text, Cause cause, string note)
    {
        var other = await _desk.FileAsync(DeskLog.Ferry("") with { Slug = "OTHER" });

        var outcome = Assert.IsType<FileOutcome.Refused>(await ReceiveAsync(text));

        Assert.Equal(Refusal.NoStory, outcome.Why);
        var orphan = Assert.Single(_desk.Orphans.Open);
        Assert.Equal((outcome.Position, cause, note, "harbour"),
            (orphan.Position, orphan.Cause, orphan.Note, orphan.Received.Publisher));
        Assert.Equal(text, _desk.Kept(outcome.Position));
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(other.Story));
    }

    [Fact]
    public async Task A_notice_without_an_identity_stops_the_only_story_of_its_slug_that_its_sender_moved()
    {
        var ferry = await _desk.FileAsync(DeskLog.Ferry(""));
        var theirs = await _desk.FileAsync(DeskLog.Ferry(""), item => item with { Publisher = "norwick" });

        await ReceiveAsync("Slug: ferry\n\nStatus: withheld\n\n(HOLD: The port denies it.)");
        Assert.Equal(StoryState.Held, _desk.Gate.Now.StateOf(ferry.Story));
        await ReceiveAsync("Slug: ferry\n\nStatus: canceled\n\n(TAKEDOWN: The contract ended.)");

        Assert.Equal(StoryState.TakenDown, _desk.Gate.Now.StateOf(ferry.Story));
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(theirs.Story));
        Assert.Empty(_desk.Orphans.Open);
    }

    [Fact]
    public async Task A_slug_of_two_stories_or_of_one_that_is_two_days_old_stops_none()
    {
        var first = await _desk.FileAsync(DeskLog.Ferry("a"));
        var second = await _desk.FileAsync(DeskLog.Ferry("b", text: "Quite another ferry, to another island."));
        const string kill = "Slug: FERRY\n\nStatus: canceled\n\n(KILL: It is not so.)";

        await ReceiveAsync(kill);
        await _desk.Kill.RunAsync(second.Story, "Wrong.", null, "ann", DeskLog.Cancel);
        _desk.Clock.Advance(TimeSpan.FromHours(37));
        await ReceiveAsync(kill + "\n");

        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(first.Story));
        Assert.Equal(2, _desk.Orphans.Open.Count);
    }

    [Fact]
    public async Task The_same_notice_by_slug_again_is_a_repeat_and_no_orphan()
    {
        await _desk.FileAsync(DeskLog.Ferry(""));
        const string kill = "Slug: FERRY\n\nStatus: canceled\n\n(KILL: It is not so.)";

        await ReceiveAsync(kill);
        var again = await ReceiveAsync(kill);

        Assert.IsType<FileOutcome.Repeated>(again);
        Assert.Empty(_desk.Orphans.Open);
    }

    [Fact]
    public async Task A_kill_by_identity_of_a_story_that_never_came_is_an_orphan_and_stops_what_comes_of_it()
    {
        var kill = await ReceiveAsync("Status: canceled\n\n(KILL: It is not so.)\n\nRef: urn:writethru:late/3");

        var copy = await _desk.ReceiveAsync(DeskLog.Ferry("urn:writethru:late", "2"));

        var filed = Assert.IsType<FileOutcome.Filed>(kill);
        Assert.Equal("urn:writethru:late", Assert.Single(_desk.Orphans.Open).Notice.SenderId);
        Assert.Equal(filed.Position, _desk.Orphans.Open[0].Position);
        Assert.IsType<FileOutcome.Refused>(copy);
    }

    [Fact]
    public async Task The_same_orphan_again_stands_once_until_a_person_dismisses_it_with_a_reason()
    {
        const string hold = "Status: withheld\n\n(HOLD: The port denies it.)";
        await ReceiveAsync(hold);
        await ReceiveAsync(hold);
        var dismiss = new DismissOrphan(_desk.Log, _desk.Orphans, NullLogger<DismissOrphan>.Instance);
        var position = Assert.Single(_desk.Orphans.Open).Position;

        Assert.True(await dismiss.RunAsync(position, "Asked the agency: an item of\nyesterday.", "ann", DeskLog.Cancel));

        Assert.Empty(_desk.Orphans.Open);
        Assert.False(await dismiss.RunAsync(position, "Again.", "ann", DeskLog.Cancel));
        Assert.Equal(new LogEntry.NoticeDismissed(position, "Asked the agency: an item of yesterday.", "ann"),
            _desk.Log.Find(_desk.Log.Head)!.Entry);
        Assert.Equal(hold, _desk.Kept(position));
    }

    [Fact]
    public async Task The_alarm_rings_at_once_and_every_minute_with_the_count_and_says_which_are_old()
    {
        var lines = new LogLines<OrphanAlarm>();
        var alarm = new OrphanAlarm(_desk.Orphans, new DeskOptions(), _desk.Clock, lines);
        Assert.Null(alarm.Ring());

        await ReceiveAsync("Status: withheld\n\n(HOLD: One.)");
        Assert.Equal(TimeSpan.FromMinutes(1), alarm.Ring());
        Assert.Equal(TimeSpan.FromMinutes(1), alarm.Ring());
        Assert.Single(lines.All);
        _desk.Clock.Advance(TimeSpan.FromHours(37));
        await ReceiveAsync("Status: withheld\n\n(HOLD: Two.)");
        alarm.Ring();

        Assert.Equal(2, lines.All.Count);
        Assert.StartsWith("2 notices", lines.All[1].Text, StringComparison.Ordinal);
        Assert.Contains("; 1 of them are old", lines.All[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_was_had_from_this_desk_may_come_back_edited_twice()
    {
        var first = await _desk.FileAsync(DeskLog.Ferry(""));
        var had = DeskLog.Ferry($"urn:writethru:{first.Story}", "1", "First edit.");

        await _desk.FileAsync(had, item => item with { Story = first.Story });
        var second = await _desk.FileAsync(had with { Body = [new Paragraph("Second edit.")] },
            item => item with { Story = first.Story });

        Assert.Equal((first.Story, 3, "", ""), (second.Story, second.Number, second.Take.SenderId, second.Take.SenderVersion));
    }

    async Task<FileOutcome> ReceiveAsync(string text) => (await _desk.Receive.RunAsync(
        new IncomingItem { Bytes = Encoding.UTF8.GetBytes(text), Publisher = "harbour" }, DeskLog.Cancel))[0];
}

using System.Collections.Immutable;
using System.Text;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Linking;
using Writethru.Desk.Receiving;
using Writethru.Formats;
using Writethru.Tests.Archive;

namespace Writethru.Tests.Desk;

/// <summary>What becomes of bytes that hold several takes, none, or a part.</summary>
public sealed class ReceiveTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    readonly Receive _receive;

    public ReceiveTests() => _receive = _desk.ReceiveBy(new LinkingOptions(), new DeskOptions());

    SqliteLog Log => _desk.Log;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_of_several_takes_is_filed_in_one_commit_and_their_bytes_are_kept_once()
    {
        var commits = Log.Commits;

        var outcomes = await FileAsync(Item("bytes"), Copy("a"), Copy("b"), Copy("c"));

        var filed = outcomes.Cast<FileOutcome.Filed>().ToList();
        Assert.Equal(3, filed.Select(take => take.Take.Story).Distinct().Count());
        Assert.Equal([1, 2, 3], filed.Select(take => take.Position));
        Assert.Equal(commits + 1, Log.Commits);
        Assert.All(filed, take => Assert.Equal("bytes", Kept(take.Position)));
        Assert.Equal(1L, Sql.Scalar(_desk.Folder.Database, "SELECT count(*) FROM received WHERE bytes IS NOT NULL"));
        Assert.Empty(LogVerifier.Verify(_desk.Folder.Path, Cancel).Damages);
    }

    [Fact]
    public async Task A_note_to_editors_is_held_against_what_its_take_changed_and_the_check_lies_beside_it()
    {
        var first = Copy("a") with { SenderId = "a", SenderVersion = "1", Body = [new("One."), new("Two and three.")] };
        var second = first with
        {
            SenderVersion = "2",
            Advisory = new Advisory("(ATTN: UPDATES with more details in paras 2-3)"),
            Body = [new("One."), new("Two and three of 40.")],
        };

        await FileAsync(Item("one"), first);
        var filed = Assert.IsType<FileOutcome.Filed>(Assert.Single(await FileAsync(Item("two"), second)));

        Assert.Null(Log.Find(1)!.Reading!.Check);
        var check = Log.Find(filed.Position)!.Reading!.Check!;
        Assert.Equal(CheckVerdict.Incomplete, check.Verdict);
        Assert.Equal([2], Assert.Single(check.Claims).Borne);
        Assert.Equal([3], check.Claims[0].Missing);
    }

    [Fact]
    public async Task Bytes_that_are_damaged_are_named_for_every_entry_that_came_from_them()
    {
        await FileAsync(Item("bytes"), Copy("a"), Copy("b"));
        Sql.Run(_desk.Folder.Database, "DROP TRIGGER received_is_never_changed");
        Sql.Run(_desk.Folder.Database, "UPDATE received SET bytes = x'00'");

        var damages = LogVerifier.Verify(_desk.Folder.Path, Cancel).Damages;

        Assert.Equal([1, 2], damages.Where(damage => damage.Part == "received").Select(damage => damage.Position));
    }

    [Fact]
    public async Task The_same_request_again_has_the_same_outcomes_even_when_the_stories_have_moved_on()
    {
        await FileAsync(Item("earlier"), Copy("b"));
        var item = Item("bytes") with { IdempotencyKey = "k" };
        Take[] takes = [Copy("a"), Copy("b"), Copy("c", Signal.Add), Copy("d")];
        var first = await FileAsync(item, takes);
        await FileAsync(Item("later"), Copy("b", text: "Moved on."), Copy("a", text: "Moved on."));
        var head = Log.Head;

        var again = await FileAsync(item, takes);

        Assert.Equal(["Filed", "Repeated", "Refused", "Filed"], first.Select(outcome => outcome.GetType().Name));
        Assert.Equal(
            ["Repeated", "Repeated", "Refused", "Repeated"], again.Select(outcome => outcome.GetType().Name));
        Assert.Equal(first.Select(PositionOf), again.Select(PositionOf));
        Assert.Equal(head, Log.Head);
    }

    [Fact]
    public async Task Other_bytes_under_the_key_of_several_takes_are_refused_as_a_whole()
    {
        await FileAsync(Item("bytes") with { IdempotencyKey = "k" }, Copy("a"), Copy("b"));

        var outcomes = await FileAsync(Item("other") with { IdempotencyKey = "k" }, Copy("c"), Copy("d"));

        Assert.Equal(Refusal.KeyReused, Assert.IsType<FileOutcome.Refused>(Assert.Single(outcomes)).Why);
    }

    [Fact]
    public async Task A_key_whose_item_was_only_a_repeat_is_answered_as_before()
    {
        var filed = await FileAsync(Item("bytes"), Copy("a"));
        var item = Item("bytes") with { IdempotencyKey = "k" };
        await FileAsync(item, Copy("a"));
        await FileAsync(Item("later"), Copy("a", text: "Moved on."));

        var again = Assert.Single(await FileAsync(item, Copy("a")));

        Assert.Equal(PositionOf(filed[0]), Assert.IsType<FileOutcome.Repeated>(again).Position);
    }

    [Fact]
    public async Task A_feed_that_comes_again_with_one_new_item_adds_that_item_and_nothing_else()
    {
        await FileAsync(Item("feed"), Copy("a"), Copy("b"));
        var head = Log.Head;

        var outcomes = await FileAsync(Item("feed later"), Copy("c"), Copy("a"), Copy("b"));

        Assert.Equal(["Filed", "Repeated", "Repeated"], outcomes.Select(outcome => outcome.GetType().Name));
        Assert.Equal(head + 1, Log.Head);
    }

    [Fact]
    public async Task Other_bytes_with_nothing_new_are_kept_once_with_what_they_repeat()
    {
        await FileAsync(Item("feed"), Copy("a"), Copy("b"));

        await FileAsync(Item("feed, other spaces"), Copy("a"), Copy("b"));

        var note = Assert.IsType<LogEntry.ItemRefused>(Log.Find(Log.Head)!.Entry);
        Assert.Equal([1, 2], note.Repeats.Select(repeat => repeat.Item));
        Assert.Equal("feed, other spaces", Kept(Log.Head));
        Assert.Equal(3, Log.Head);
    }

    [Fact]
    public async Task A_refused_item_does_not_stop_the_others()
    {
        await FileAsync(Item("one"), Copy("a", version: "1"));

        var outcomes = await FileAsync(Item("two"), Copy("a", version: "1", text: "Other."), Copy("b"));

        Assert.Equal(Refusal.Conflict, Assert.IsType<FileOutcome.Refused>(outcomes[0]).Why);
        Assert.IsType<FileOutcome.Filed>(outcomes[1]);
    }

    [Theory]
    [InlineData(Signal.Add), InlineData(Signal.Insert), InlineData(Signal.Sub), InlineData(Signal.Delta)]
    public async Task A_part_is_kept_and_never_filed(Signal signal)
    {
        var outcome = Assert.IsType<FileOutcome.Refused>(
            Assert.Single(await FileAsync(Item("bytes"), Copy("a", signal))));

        Assert.Equal((Refusal.Partial, "DESK-006"), (outcome.Why, outcome.Remarks[^1].Code));
        Assert.Equal("bytes", Kept(outcome.Position));
    }

    [Fact]
    public async Task A_story_or_a_slug_for_several_takes_is_refused_and_the_bytes_are_kept()
    {
        foreach (var item in new[] { Item("x") with { Slug = "S" }, Item("x") with { Story = new StoryId("s") } })
        {
            var outcome = Assert.IsType<FileOutcome.Refused>(
                Assert.Single(await FileAsync(item, Copy("a"), Copy("b"))));

            Assert.Equal((Refusal.SeveralTakes, "DESK-007"), (outcome.Why, outcome.Remarks[^1].Code));
            Assert.Equal("x", Kept(outcome.Position));
        }
    }

    [Fact]
    public async Task An_item_without_copy_is_kept_and_the_refusal_names_its_kind()
    {
        var result = new ReadResult { WithoutCopy = [new ItemWithoutCopy("planningItem", "urn:x:1", "Regatta")] };

        var outcomes = await _receive.FileAsync(Item("plan"), result, Cancel);

        var refused = Assert.IsType<FileOutcome.Refused>(Assert.Single(outcomes));
        Assert.Equal(Refusal.NoCopy, refused.Why);
        Assert.Contains("planningItem", refused.Remarks[^1].Message, StringComparison.Ordinal);
        Assert.Equal("plan", Kept(refused.Position));
    }

    [Theory]
    [InlineData(Signal.None, "", null, Cause.Development)]
    [InlineData(Signal.Update, "", null, Cause.Development)]
    [InlineData(Signal.Update, "2nd LD", null, Cause.Lead)]
    [InlineData(Signal.Correction, "", null, Cause.Correction)]
    [InlineData(Signal.Correction, "2nd LD", null, Cause.Correction)]
    [InlineData(Signal.None, "CORRECTED", null, Cause.Correction)]
    [InlineData(Signal.Refile, "", null, Cause.Refile)]
    [InlineData(Signal.Refile, "LEAD", null, Cause.Lead)]
    [InlineData(Signal.Repeat, "", null, Cause.Refile)]
    [InlineData(Signal.Correction, "LEAD", Cause.WriteThru, Cause.WriteThru)]
    public async Task A_further_take_has_the_cause_that_was_named_else_the_one_the_item_bears(
        Signal signal, string series, Cause? named, Cause expected)
    {
        await FileAsync(Item("one"), Copy("a"));

        var take = Copy("a", signal, text: "Second text.") with { Series = series };
        var filed = Assert.IsType<FileOutcome.Filed>(
            Assert.Single(await FileAsync(Item("two") with { Cause = named }, take)));

        Assert.Equal((2, expected), (filed.Take.Number, filed.Take.Cause));
    }

    [Theory]
    [InlineData(Signal.Correction), InlineData(Signal.Refile), InlineData(Signal.Repeat), InlineData(Signal.Update)]
    public async Task The_first_take_of_a_story_is_first_whatever_its_sender_signals(Signal signal)
    {
        var filed = Assert.IsType<FileOutcome.Filed>(Assert.Single(await FileAsync(Item("one"), Copy("a", signal))));

        Assert.Equal(Cause.First, filed.Take.Cause);
    }

    [Fact]
    public async Task A_repeat_with_the_same_copy_makes_no_take_though_number_time_and_version_are_new()
    {
        await FileAsync(Item("one"), Copy("a", version: "1") with { Sequence = "eca001" });

        var again = Copy("a", Signal.Repeat, version: "2") with
        {
            Sequence = "eca002",
            VersionCreated = new SenderTime("2026-11-24T06:00:00Z", null),
        };

        Assert.IsType<FileOutcome.Repeated>(Assert.Single(await FileAsync(Item("two"), again)));
    }

    async Task<ImmutableArray<FileOutcome>> FileAsync(IncomingItem item, params Take[] takes) =>
        await _receive.FileAsync(item, new ReadResult { Format = "test", Takes = [.. takes] }, Cancel);

    string Kept(long position) => _desk.Kept(position);

    static IncomingItem Item(string bytes) => new() { Bytes = Encoding.UTF8.GetBytes(bytes), Publisher = "harbour" };

    static Take Copy(string id, Signal signal = Signal.None, string version = "", string text = "First text.") => new()
    {
        SenderId = id,
        SenderVersion = version,
        Signal = signal,
        Headline = $"Ferry {id}",
        Body = [new Paragraph(text)],
    };

    static long PositionOf(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Filed filed => filed.Position,
        FileOutcome.Repeated repeated => repeated.Position,
        FileOutcome.Refused refused => refused.Position,
        _ => 0,
    };

    [Fact]
    public async Task A_sender_is_told_by_which_words_its_item_waits()
    {
        await using var desk = new DeskLog();

        var outcome = Assert.IsType<FileOutcome.Filed>(Assert.Single(await desk.ReadAsync(
            "Crane falls in Norport\n\nNORPORT, Nov. 24 (Kio) -- A crane fell on Tuesday.\n\nMANDATORY KILL\n")));

        var remark = Assert.Single(outcome.Remarks);
        Assert.Equal("READ-002", remark.Code);
        Assert.Contains("\"MANDATORY KILL\"", remark.Message, StringComparison.Ordinal);
    }
}

using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>A take that a person takes out of a story, and what the two stories have afterwards.</summary>
public sealed class UnlinkTests : IAsyncDisposable
{
    static readonly DateTimeOffset _later = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly DeskLog _desk = new();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_copy_opens_a_story_and_the_copy_before_it_is_the_next_take_of_the_old_one()
    {
        await _desk.SubscribeAsync("gazette");
        var a = await StoryAsync();

        var c = await UnlinkAsync(a, 2);

        Assert.Equal((1, Cause.First), (c.Number, c.Cause));
        Assert.NotEqual(a, c.Story);
        Assert.True(CanonicalJson.AreEqual(_desk.Story(a)[1].Filed.Take, c.Take));
        Assert.Equal(new TakePlace(a, 2), _desk.Story(c.Story)[0].Provenance);
        var back = _desk.Story(a)[2].Filed;
        Assert.Equal((3, Cause.Refile, "Right text."), (back.Number, back.Cause, back.Take.Body[0].Text));
        Assert.Equal("(REFILE: Take 2 belongs to another story. Use this one in its place.)", back.Take.Advisory!.Text);
        Assert.Equal(3, _desk.Gate.Now.NewestFor("gazette", a));
        Assert.True(MayHave(a, 2));
        Assert.True(MayHave(c.Story, 1));
        Assert.Equal([new TakePlace(a, 2)], _desk.Gate.Now.Moves.Origins(c.Story));
    }

    [Fact]
    public async Task A_kill_of_the_new_story_reaches_those_who_were_sent_its_copy_under_the_old_one()
    {
        foreach (var name in new[] { "gazette", "herald", "late" })
            await _desk.SubscribeAsync(name);
        var a = await StoryAsync();
        await _desk.SendAsync(_desk.Story(a)[0].Filed, "herald");
        await _desk.SendAsync(_desk.Story(a)[1].Filed, "gazette");
        var c = await UnlinkAsync(a, 2);

        await _desk.Kill.RunAsync(c.Story, "Wrong port", null, "desk", Cancel);

        Assert.Equal(["gazette"], _desk.Story(c.Story)[^1].Recipients.Select(recipient => recipient.Subscriber));
        Assert.True(MayHave(c.Story, 2));
        Assert.All(["herald", "late"], name => Assert.Equal(
            new Decision.Withhold(WithholdReason.NeverSent), _desk.Gate.Now.Decide(name, c.Story, 2)));
    }

    [Fact]
    public async Task Its_sender_continues_the_new_story_and_the_others_the_old_one()
    {
        var a = await StoryAsync();
        var c = await UnlinkAsync(a, 2);

        var wrong = await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "2", "The other story goes on."));
        var right = await _desk.FileAsync(DeskLog.Ferry("urn:right", "2", "The story goes on."));

        Assert.Equal((c.Story, 2), (wrong.Story, wrong.Number));
        Assert.Equal((a, 4), (right.Story, right.Number));
    }

    [Fact]
    public async Task The_same_item_again_is_answered_with_the_first_take_of_the_new_story()
    {
        var a = await StoryAsync();
        var c = await UnlinkAsync(a, 2);

        var again = Assert.IsType<FileOutcome.Repeated>(
            await _desk.ReceiveAsync(DeskLog.Ferry("urn:wrong", "1", "Wrong text.")));

        Assert.Equal((c.Story, 1), (again.Take.Story, again.Take.Number));
        Assert.Equal(3, _desk.Story(a).Count);
    }

    [Fact]
    public async Task Versions_of_one_identity_go_with_the_newest_of_them()
    {
        var first = await _desk.FileAsync(DeskLog.Ferry("urn:one", "1"));
        await _desk.FileAsync(DeskLog.Ferry("urn:one", "2", "Quite another story."));
        var c = await UnlinkAsync(first.Story, 2);

        var next = await _desk.FileAsync(DeskLog.Ferry("urn:one", "3", "It goes on."));

        Assert.Equal((c.Story, 2), (next.Story, next.Number));
        Assert.Equal("First text.", _desk.Story(first.Story)[2].Filed.Take.Body[0].Text);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task What_is_not_out_stays_so_in_the_new_story_and_never_comes_out_in_the_old_one(bool embargo)
    {
        await _desk.SubscribeAsync("gazette");
        var a = await StoryAsync(take => Kept(take, embargo));

        var c = await UnlinkAsync(a, 2);

        var entry = _desk.Story(c.Story)[0];
        Assert.Equal((embargo ? _later : null, !embargo), (entry.EmbargoedUntil, entry.Waits));
        Assert.False(MayHave(c.Story, 1));
        Assert.True(MayHave(a, 3));
        await _desk.Log.WriteAsync(
            transaction => transaction.Append(new LogEntry.TakeReleased(a, 2, null, "desk")), Cancel);
        Assert.False(MayHave(a, 2));
        await _desk.Log.WriteAsync(
            transaction => transaction.Append(new LogEntry.TakeReleased(c.Story, 1, null, "desk")), Cancel);
        Assert.True(MayHave(c.Story, 1));
    }

    [Fact]
    public async Task Copy_before_it_that_is_not_out_comes_back_behind_the_copy_that_is_with_its_embargo()
    {
        await _desk.SubscribeAsync("gazette");
        var a = (await _desk.FileAsync(DeskLog.Ferry("urn:right", "1", "Open text."))).Story;
        await _desk.FileAsync(Kept(DeskLog.Ferry("urn:right", "2", "Embargoed text."), true));
        await _desk.FileAsync(
            DeskLog.Ferry("urn:wrong", "1", "Wrong text."),
            item => item with { Story = a, Embargo = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) });

        await UnlinkAsync(a, 3);

        Assert.Equal(["Open text.", "Embargoed text."],
            _desk.Story(a).Skip(3).Select(take => take.Filed.Take.Body[0].Text));
        Assert.Equal([null, _later], _desk.Story(a).Skip(3).Select(take => take.EmbargoedUntil));
        Assert.True(MayHave(a, 4));
        Assert.False(MayHave(a, 5));
    }

    [Fact]
    public async Task A_kill_or_hold_of_the_new_story_closes_the_take_in_the_old_one_and_nothing_else_there()
    {
        await _desk.SubscribeAsync("gazette");
        var a = await StoryAsync();
        var c = await UnlinkAsync(a, 2);

        await _desk.Hold.RunAsync(c.Story, "Wrong port", "desk", Cancel);
        Assert.Equal(new Decision.Withhold(WithholdReason.Moved), _desk.Gate.Now.Decide("gazette", a, 2));
        Assert.True(MayHave(a, 3));
        await _desk.Release.RunAsync(c.Story, null, "desk", Cancel);
        Assert.True(MayHave(a, 2));
        await _desk.Kill.RunAsync(c.Story, "Wrong port", null, "desk", Cancel);

        Assert.False(MayHave(a, 2));
        Assert.True(MayHave(a, 1));
        Assert.True(MayHave(a, 3));
        Assert.False(_desk.Gate.Now.IsKilled(a));
        Assert.Equal(3, _desk.Story(a).Count);
    }

    [Fact]
    public async Task A_kill_of_the_old_story_leaves_the_new_one_alone()
    {
        await _desk.SubscribeAsync("gazette");
        var a = await StoryAsync();
        var c = await UnlinkAsync(a, 2);

        await _desk.Kill.RunAsync(a, "Wrong port", null, "desk", Cancel);

        Assert.False(MayHave(a, 2));
        Assert.True(MayHave(c.Story, 1));
    }

    [Fact]
    public async Task A_release_of_the_old_story_brings_back_its_own_copy()
    {
        await _desk.SubscribeAsync("gazette");
        var a = (await _desk.FileAsync(Kept(DeskLog.Ferry("urn:right", "1", "Right text."), true))).Story;
        await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "1", "Wrong text."),
            item => item with { Story = a, Embargo = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        await UnlinkAsync(a, 2);

        await _desk.Hold.RunAsync(a, "Being checked", "desk", Cancel);
        await _desk.Release.RunAsync(a, null, "desk", Cancel);

        Assert.DoesNotContain(_desk.Story(a).Skip(2), take => take.Filed.Take.Body is [{ Text: "Wrong text." }]);
        Assert.All(Enumerable.Range(3, _desk.Story(a).Count - 2),
            number => Assert.False(MayHave(a, number) && !_desk.Story(a)[number - 1].Filed.IsHold));
    }

    [Fact]
    public async Task After_a_release_the_copy_that_it_brought_back_can_be_unlinked_and_its_sender_goes_with_it()
    {
        var a = await StoryAsync();
        await _desk.Hold.RunAsync(a, "Being checked", "desk", Cancel);
        await _desk.Release.RunAsync(a, null, "desk", Cancel);

        var c = await UnlinkAsync(a, 4);
        var next = await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "2", "It goes on."));

        Assert.Null(c.Take.Advisory);
        Assert.Equal("Right text.", _desk.Story(a)[4].Filed.Take.Body[0].Text);
        Assert.Equal((c.Story, 2), (next.Story, next.Number));
        Assert.Equal([new TakePlace(a, 4), new TakePlace(a, 2)], _desk.Gate.Now.Moves.Origins(c.Story));
    }

    [Fact]
    public async Task Of_a_story_with_two_wrong_takes_both_can_go_one_after_the_other()
    {
        var a = await StoryAsync();
        await _desk.FileAsync(DeskLog.Ferry("urn:third", "1", "Wrong again."), item => item with { Story = a });

        await UnlinkAsync(a, 3);
        var second = await UnlinkAsync(a, 4);

        Assert.Equal("Wrong text.", second.Take.Body[0].Text);
        Assert.Equal("Right text.", _desk.Story(a)[4].Filed.Take.Body[0].Text);
        Assert.Equal(second.Story, (await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "2", "On."))).Story);
    }

    [Fact]
    public async Task Only_the_newest_take_of_a_living_story_with_other_copy_can_be_unlinked()
    {
        var a = await StoryAsync();
        var only = await _desk.FileAsync(DeskLog.Ferry("urn:only"));

        Assert.IsType<StoryOutcome.Conflict>(await _desk.Unlink.RunAsync(a, 1, "desk", Cancel));
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Unlink.RunAsync(only.Story, 1, "desk", Cancel));
        Assert.IsType<StoryOutcome.Unknown>(await _desk.Unlink.RunAsync(a, 3, "desk", Cancel));
        Assert.IsType<StoryOutcome.Unknown>(await _desk.Unlink.RunAsync(a, 0, "desk", Cancel));
        Assert.IsType<StoryOutcome.Unknown>(await _desk.Unlink.RunAsync(new StoryId("none"), 1, "desk", Cancel));
        await _desk.Hold.RunAsync(a, "Being checked", "desk", Cancel);
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Unlink.RunAsync(a, 2, "desk", Cancel));
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Unlink.RunAsync(a, 3, "desk", Cancel));
        await _desk.Kill.RunAsync(a, "Wrong port", null, "desk", Cancel);
        Assert.IsType<StoryOutcome.Conflict>(await _desk.Unlink.RunAsync(a, 4, "desk", Cancel));

        Assert.Equal(4, _desk.Story(a).Count);
    }

    [Fact]
    public async Task Of_those_who_unlink_one_take_at_once_one_does()
    {
        var a = await StoryAsync();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => _desk.Unlink.RunAsync(a, 2, "desk", Cancel)));

        Assert.Single(outcomes, outcome => outcome is StoryOutcome.Done);
        Assert.Equal(3, _desk.Story(a).Count);
    }

    [Fact]
    public async Task A_take_that_was_accepted_goes_with_the_story_that_it_came_from()
    {
        await _desk.SubscribeAsync("gazette");
        var a = await _desk.FileAsync(DeskLog.Ferry("urn:right", "1", "Right text."));
        var b = await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "1", "Wrong text."));
        await _desk.Log.WriteAsync(transaction =>
        {
            transaction.Append(new LogEntry.TakeFiled
            {
                Filed = b with { Story = a.Story, Number = 2, Cause = Cause.Development },
                Provenance = b.Place,
            });
            return transaction.Append(new LogEntry.StoryJoined(b.Story, a.Story, "desk"));
        }, Cancel);

        var c = await UnlinkAsync(a.Story, 2);
        var next = await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "2", "It goes on."));
        await _desk.Kill.RunAsync(c.Story, "Wrong port", null, "desk", Cancel);

        Assert.Equal((c.Story, 2), (next.Story, next.Number));
        Assert.True(_desk.Gate.Now.IsKilled(b.Story));
        Assert.False(_desk.Gate.Now.IsKilled(a.Story));
        Assert.False(MayHave(a.Story, 2));
        Assert.Equal([new TakePlace(a.Story, 2), b.Place], _desk.Gate.Now.Moves.Origins(c.Story));
    }

    [Theory]
    [InlineData("headline"), InlineData("refile"), InlineData("more"), InlineData("less"), InlineData("photo")]
    public async Task What_was_sent_more_than_once_with_a_small_difference_goes_whole(string difference)
    {
        await _desk.SubscribeAsync("gazette");
        var wrong = DeskLog.Ferry("urn:wrong", "1", Long);
        var a = await StoryAsync(_ => wrong);
        var again = await _desk.FileAsync((difference switch
        {
            "headline" => wrong with { Headline = "Ferry Late at Nordwerf" },
            "more" => wrong with { Body = [.. wrong.Body, Paragraph("The crew was not hurt.")] },
            "less" => wrong with { Body = [Paragraph(Long[..(Long.LastIndexOf(". ", StringComparison.Ordinal) + 1)])] },
            "photo" => wrong with { Pictures = [new Picture { Caption = "The ferry." }] },
            _ => wrong,
        }) with { SenderId = "" },
            item => item with { Story = a, Cause = difference == "refile" ? Cause.Refile : null });
        await _desk.SendAsync(_desk.Story(a)[1].Filed, "gazette");

        var c = await UnlinkAsync(a, again.Number);
        var next = await _desk.FileAsync(DeskLog.Ferry("urn:wrong", "2", "It goes on."));
        await _desk.Kill.RunAsync(c.Story, "Wrong port", null, "desk", Cancel);

        Assert.Equal("Right text.", _desk.Story(a)[^1].Filed.Take.Body[0].Text);
        Assert.Equal(c.Story, next.Story);
        Assert.Equal([true, false, false, true],
            Enumerable.Range(1, 4).Select(number => MayHave(a, number)));
        Assert.Equal(["gazette"], _desk.Story(c.Story)[^1].Recipients.Select(recipient => recipient.Subscriber));
    }

    [Fact]
    public async Task Where_all_copy_has_its_text_the_desk_is_asked_and_nothing_changes()
    {
        var a = await _desk.FileAsync(DeskLog.Ferry("urn:one", "1", Long));
        await _desk.FileAsync(DeskLog.Ferry("urn:one", "2", Long) with { Headline = "Ferry Late at Nordwerf" });

        var asked = Assert.IsType<StoryOutcome.Conflict>(await _desk.Unlink.RunAsync(a.Story, 2, "desk", Cancel));

        Assert.Contains("has the text of all other copy", asked.Reason, StringComparison.Ordinal);
        Assert.Equal(2, _desk.Story(a.Story).Count);
    }

    [Fact]
    public async Task Copy_that_its_sender_withheld_and_put_right_never_comes_out_in_place_of_what_was_unlinked()
    {
        await _desk.SubscribeAsync("gazette");
        var a = await _desk.FileAsync(DeskLog.Ferry("urn:one", "1", "First text."));
        await _desk.ReceiveAsync(DeskLog.Ferry("urn:one", "2", "Libel.") with { Status = TakeStatus.Withheld });
        var right = await _desk.FileAsync(DeskLog.Ferry("urn:one", "3", "Wrong story."));

        await UnlinkAsync(a.Story, right.Number);

        Assert.Equal((4, Cause.Release), (right.Number, right.Cause));
        Assert.Equal("First text.", _desk.Story(a.Story)[^1].Filed.Take.Body[0].Text);
        Assert.DoesNotContain(_desk.Story(a.Story).Skip(3), entry => entry.Filed.Take.Body[0].Text == "Libel.");
        Assert.False(MayHave(a.Story, 3));
        Assert.True(MayHave(a.Story, 5));
    }

    [Fact]
    public async Task Copy_that_never_was_out_is_none_that_could_stay()
    {
        var a = await _desk.FileAsync(DeskLog.Ferry("urn:one", "1", "Libel.") with { Status = TakeStatus.Withheld });
        var right = await _desk.FileAsync(DeskLog.Ferry("urn:one", "2", "Wrong story."));

        var asked = Assert.IsType<StoryOutcome.Conflict>(
            await _desk.Unlink.RunAsync(a.Story, right.Number, "desk", Cancel));

        Assert.Equal($"Take 2 is all the copy that story {a.Story} has.", asked.Reason);
        Assert.Equal(2, _desk.Story(a.Story).Count);
    }

    const string Long =
        "The ferry Seute Deern ran aground off Nordwerf in thick fog early on Tuesday, and tugs from two harbours "
        + "stood by until the tide came in at noon. The harbour office said that it would float again by the "
        + "evening, that no oil had been seen, and that the islanders had bread for a week. A winch had failed.";

    static Paragraph Paragraph(string text) => new(text);

    static Take Kept(Take take, bool embargo) => embargo
        ? take with { Embargo = new Embargo("EMBARGOED", _later) }
        : take with { Status = TakeStatus.Withheld };

    /// <summary>A story with a take of its own and one that is not.</summary>
    async Task<StoryId> StoryAsync(Func<Take, Take>? second = null)
    {
        var a = await _desk.FileAsync(DeskLog.Ferry("urn:right", "1", "Right text."));
        await _desk.FileAsync((second ?? (take => take))(DeskLog.Ferry("urn:wrong", "1", "Wrong text.")),
            item => item with { Story = a.Story });
        return a.Story;
    }

    async Task<FiledTake> UnlinkAsync(StoryId story, int number) =>
        Assert.IsType<StoryOutcome.Done>(await _desk.Unlink.RunAsync(story, number, "desk", Cancel)).Take;

    bool MayHave(StoryId story, int number) => _desk.Gate.Now.Decide("gazette", story, number) is Decision.Deliver;
}

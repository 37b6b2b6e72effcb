using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>Copy that comes again: one take, wherever its story stands by now.</summary>
public sealed class RepeatTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();

    static CancellationToken Cancel => DeskLog.Cancel;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Ten_trams_with_ten_figures_are_ten_stories_and_ten_times_the_same_is_one()
    {
        var trams = new List<FiledTake>();
        for (var line = 1; line <= 10; line++)
            trams.Add(await _desk.FileAsync(Tram(line)));

        for (var i = 0; i < 10; i++)
            Assert.Equal(trams[3].Place, (await RepeatedAsync(Tram(4))).Take.Place);

        Assert.Equal(10, trams.Select(tram => tram.Story).Distinct().Count());
        Assert.All(trams, tram => Assert.Single(_desk.Story(tram.Story)));
    }

    [Fact]
    public async Task A_flash_that_comes_again_after_its_story_moved_on_makes_no_take()
    {
        var flash = await _desk.FileAsync(Tram(4));
        await _desk.FileAsync(
            Tram(4, "Line 4 runs again from noon, the operator said."), item => item with { Story = flash.Story });

        Assert.Equal(flash.Place, (await RepeatedAsync(Tram(4) with { Sequence = "a0044" })).Take.Place);
        Assert.Equal(2, _desk.Story(flash.Story).Count);
    }

    [Theory]
    [InlineData(36, true), InlineData(37, false)]
    public async Task Copy_is_a_repeat_within_the_window_of_its_story(int hours, bool isRepeat)
    {
        await _desk.FileAsync(Tram(4));
        _desk.Clock.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(isRepeat, await _desk.ReceiveAsync(Tram(4)) is FileOutcome.Repeated);
    }

    [Fact]
    public async Task An_item_under_one_identity_is_a_repeat_of_its_newest_copy_however_late()
    {
        await _desk.FileAsync(Tram(4) with { SenderId = "tag:4" });
        _desk.Clock.Advance(TimeSpan.FromDays(9));

        Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(Tram(4) with { SenderId = "tag:4" }));
    }

    [Fact]
    public async Task Copy_is_a_repeat_though_its_story_is_held_corrected_or_waits_and_another_publisher_s_is_not()
    {
        var held = await _desk.FileAsync(Tram(1));
        await _desk.Hold.RunAsync(held.Story, "x", "desk", Cancel);
        var embargoed = await _desk.FileAsync(Tram(2) with
        {
            Embargo = new Embargo("x", _desk.Clock.GetUtcNow().AddHours(5)),
        });
        var unlinked = await _desk.FileAsync(Tram(3), item => item with { Story = embargoed.Story });
        await _desk.Unlink.RunAsync(embargoed.Story, unlinked.Number, "desk", Cancel);

        Assert.Equal(held.Story, (await RepeatedAsync(Tram(1))).Take.Story);
        var underEmbargo = await RepeatedAsync(Tram(2) with { Embargo = embargoed.Take.Embargo });
        Assert.Equal(embargoed.Place, underEmbargo.Take.Place);
        var moved = (await RepeatedAsync(Tram(3))).Take;
        Assert.NotEqual(embargoed.Story, moved.Story);
        Assert.Equal(1, moved.Number);
        Assert.IsType<FileOutcome.Filed>(
            await _desk.ReceiveAsync(Tram(1), item => item with { Publisher = "norwick" }));
    }

    [Fact]
    public async Task Only_what_reaches_a_reader_tells_copy_apart()
    {
        var at = new SenderTime("2031-05-17T09:00:00Z", _desk.Clock.GetUtcNow());
        var filed = await _desk.FileAsync(Tram(4) with { SenderId = "tag:4", VersionCreated = at });

        Assert.Equal(filed.Place, (await RepeatedAsync(Tram(4) with
        {
            SenderId = "tag:4",
            SenderVersion = "7",
            Sequence = "a0099",
            Signal = Signal.Update,
            FirstCreated = at,
            VersionCreated = new SenderTime("x", at.At!.Value.AddHours(1)),
            Expiry = at,
            Extras = [new Extra("comments", "17")],
        })).Take.Place);
        Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(Tram(4) with { SenderId = "tag:4", Urgency = 2 }));
    }

    [Fact]
    public async Task Older_words_are_a_take_when_the_sender_s_own_version_puts_them_back_and_else_a_repeat()
    {
        await _desk.FileAsync(Tram(4) with { SenderId = "tag:4", SenderVersion = "1" });
        await _desk.FileAsync(Tram(5) with { SenderId = "tag:4", SenderVersion = "2" });

        var back = await _desk.ReceiveAsync(Tram(4) with { SenderId = "tag:4", SenderVersion = "3" });
        await _desk.FileAsync(Tram(6) with { SenderId = "tag:6" });
        await _desk.FileAsync(Tram(7) with { SenderId = "tag:6" });
        var again = await _desk.ReceiveAsync(Tram(6) with { SenderId = "tag:6" });

        Assert.Equal(3, Assert.IsType<FileOutcome.Filed>(back).Take.Number);
        Assert.Equal(1, Assert.IsType<FileOutcome.Repeated>(again).Take.Number);
    }

    [Fact]
    public async Task The_same_text_under_a_second_identity_is_a_repeat_and_its_kill_kills_the_copy()
    {
        var filed = await _desk.FileAsync(Tram(4) with { SenderId = "a" });

        Assert.Equal(filed.Place, (await RepeatedAsync(Tram(4) with { SenderId = "b" })).Take.Place);
        Assert.Equal(filed.Place, (await RepeatedAsync(Tram(4) with { SenderId = "b" })).Take.Place);
        var next = await _desk.FileAsync(Tram(5) with { SenderId = "b" });
        Assert.NotEqual(filed.Story, next.Story);

        var other = await _desk.FileAsync(Tram(6) with { SenderId = "c" });
        await RepeatedAsync(Tram(6) with { SenderId = "d" });
        var kill = await _desk.FileAsync(Tram(6) with { SenderId = "d", Status = TakeStatus.Canceled });

        Assert.Equal((other.Story, Cause.Kill), (kill.Story, kill.Cause));
        Assert.Equal(StoryState.Living, _desk.Gate.Now.StateOf(filed.Story));
    }

    [Fact]
    public async Task The_same_beginning_of_another_story_under_another_identity_is_no_repeat()
    {
        var first = await _desk.FileAsync(Tram(4) with { SenderId = "monday" });
        await _desk.FileAsync(Tram(5) with { SenderId = "monday" });

        var second = await _desk.FileAsync(Tram(4) with { SenderId = "tuesday" });

        Assert.NotEqual(first.Story, second.Story);
    }

    [Fact]
    public async Task Whoever_names_another_story_a_cause_or_an_embargo_files_the_same_copy()
    {
        var filed = await _desk.FileAsync(Tram(4));
        var other = await _desk.FileAsync(Tram(5));

        var there = await _desk.FileAsync(Tram(4), item => item with { Story = other.Story });
        var again = await _desk.FileAsync(Tram(4), item => item with { Cause = Cause.First });
        var here = await _desk.ReceiveAsync(Tram(4), item => item with { Story = filed.Story });

        Assert.Equal((other.Story, 2, 1), (there.Story, there.Number, again.Number));
        Assert.IsType<FileOutcome.Repeated>(here);
    }

    [Fact]
    public async Task A_hold_that_comes_again_after_the_story_went_on_is_heard()
    {
        var filed = await _desk.FileAsync(Tram(4) with { SenderId = "a", SenderVersion = "1" });
        var hold = Tram(5) with { SenderId = "a", Status = TakeStatus.Withheld };
        await _desk.FileAsync(hold with { SenderVersion = "2" });
        Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(hold with { SenderVersion = "2" }));
        await _desk.FileAsync(Tram(6) with { SenderId = "a", SenderVersion = "3" });

        var again = await _desk.ReceiveAsync(hold with { SenderVersion = "4" });

        Assert.Equal(filed.Story, Assert.IsType<FileOutcome.Filed>(again).Take.Story);
    }

    [Fact]
    public async Task Killed_copy_that_comes_again_makes_no_take_however_late_and_its_sender_is_told()
    {
        var filed = await _desk.FileAsync(Tram(4) with { SenderId = "a" });
        await _desk.Kill.RunAsync(filed.Story, "No tram", null, "desk", Cancel);

        var again = await RepeatedAsync(Tram(4) with { SenderId = "b" });
        _desk.Clock.Advance(TimeSpan.FromDays(30));
        var late = await RepeatedAsync(Tram(4) with { SenderId = "c" }, item => item with { Story = filed.Story });

        Assert.Equal((filed.Place, filed.Place), (again.Take.Place, late.Take.Place));
        var told = Assert.Single(again.Remarks);
        Assert.Equal(("DESK-014", Severity.Warning), (told.Code, told.Severity));
        Assert.Contains("was killed at 2", told.Message, StringComparison.Ordinal);
        Assert.Contains(_desk.Log.Read(0, 100).Select(record => record.Entry).OfType<LogEntry.ItemRefused>(),
            refused => refused.Remarks.Any(remark => remark.Code == "DESK-014"));
        Assert.Equal(2, _desk.Story(filed.Story).Count);
    }

    [Fact]
    public async Task Copy_that_was_unlinked_and_killed_is_killed_copy_and_that_of_the_story_that_it_left_is_not()
    {
        var story = await _desk.FileAsync(Tram(1));
        var wrong = await _desk.FileAsync(Tram(2), item => item with { Story = story.Story });
        await _desk.Unlink.RunAsync(story.Story, wrong.Number, "desk", Cancel);
        var moved = (await RepeatedAsync(Tram(2))).Take.Story;
        await _desk.Kill.RunAsync(moved, "No tram", null, "desk", Cancel);

        Assert.Equal("DESK-014", Assert.Single((await RepeatedAsync(Tram(2))).Remarks).Code);
        Assert.Empty((await RepeatedAsync(Tram(1))).Remarks);
        var like = await _desk.FileAsync(Tram(2, "Trams of line 2 stop today at noon."));
        Assert.True(_desk.Gate.Now.FindPending(like.Story, 1)!.Waits);
    }

    [Theory]
    [InlineData(Cause.First, 0), InlineData(null, 0), InlineData(Cause.First, 40)]
    public async Task Killed_copy_that_is_filed_with_a_cause_or_for_another_story_waits(Cause? cause, int hours)
    {
        var filed = await _desk.FileAsync(Tram(4));
        var other = await _desk.FileAsync(Copy("Museum opens", "The maritime museum opened after three years."));
        await _desk.Kill.RunAsync(filed.Story, "No tram", null, "desk", Cancel);
        _desk.Clock.Advance(TimeSpan.FromHours(hours));

        var outcome = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(Tram(4), item => item with
        {
            Cause = cause,
            Embargo = cause is null ? _desk.Clock.GetUtcNow().AddMinutes(1) : null,
            Story = cause is null ? other.Story : null,
        }));

        Assert.True(_desk.Gate.Now.FindPending(outcome.Take.Story, outcome.Take.Number)!.Waits);
        Assert.Equal((filed.Story, LinkDoubt.Stopped), (outcome.Proposed[0].Story, outcome.Proposed[0].Doubt));
        Assert.Equal("DESK-015", Assert.Single(outcome.Remarks).Code);
    }

    [Theory]
    [InlineData("held", Cause.First, false), InlineData("held", null, true)]
    [InlineData("embargoed", Cause.First, false), InlineData("embargoed", Cause.Development, true)]
    [InlineData("withheld", Cause.First, false), InlineData("withheld", Cause.Development, true)]
    public async Task Copy_that_is_stopped_waits_under_another_name(string stop, Cause? cause, bool intoLiving)
    {
        var living = await _desk.FileAsync(
            Copy("Museum opens", "The maritime museum opened after three years.") with { SenderId = "u:living" });
        var take = Tram(4) with { SenderId = "u:stopped" };
        var stopped = await _desk.FileAsync(stop switch
        {
            "embargoed" => take with { Embargo = new Embargo("", _desk.Clock.GetUtcNow().AddHours(1)) },
            "withheld" => take with { Status = TakeStatus.Withheld },
            _ => take,
        });
        if (stop == "held")
            await _desk.Hold.RunAsync(stopped.Story, "legal", "desk", Cancel);

        var outcome = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(
            Tram(4) with { SenderId = intoLiving ? "u:living" : "u:new", SenderVersion = "2" },
            item => item with { Cause = cause }));

        Assert.Equal(intoLiving, outcome.Take.Story == living.Story);
        Assert.True(_desk.Gate.Now.FindPending(outcome.Take.Story, outcome.Take.Number)!.Waits);
        Assert.Contains(outcome.Proposed, link => link.Story == stopped.Story);
        Assert.Null(_desk.Gate.Now.FindPending(living.Story, 1));
    }

    [Theory]
    [InlineData("killed"), InlineData("held"), InlineData("embargoed")]
    public async Task What_others_stop_pushes_no_stopped_copy_out_of_sight(string stop)
    {
        await StopAsync("u:stopped", "harbour");
        for (var i = 0; i < 120; i++)
            await StopAsync($"u:{i}", "busy");

        var outcome = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(
            Tram(4) with { SenderId = "u:new" }, item => item with { Cause = Cause.First }));

        Assert.True(_desk.Gate.Now.FindPending(outcome.Take.Story, outcome.Take.Number)!.Waits);

        async Task StopAsync(string id, string publisher)
        {
            var take = publisher == "busy" ? Copy($"Notice {id}", $"The text of {id} is this.") : Tram(4);
            var filed = await _desk.FileAsync(take with
            {
                SenderId = id,
                Embargo = stop == "embargoed" ? new Embargo("", _desk.Clock.GetUtcNow().AddHours(1)) : null,
            }, item => item with { Publisher = publisher == "busy" ? publisher : item.Publisher });
            if (stop == "held")
                await _desk.Hold.RunAsync(filed.Story, "legal", "desk", Cancel);
            if (stop == "killed")
                await _desk.Kill.RunAsync(filed.Story, "legal", null, "desk", Cancel);
        }
    }

    [Theory]
    [InlineData("Another lead has been put before all of it, to hide where the rest is from."), InlineData("")]
    [InlineData("", true)]
    public async Task Killed_paragraphs_wait_under_another_headline(string lead, bool isFlash = false)
    {
        string[] paragraphs = isFlash
            ? ["시장은 화요일 밤 늦게 사임했다고 시청이 밝혔다."]
            : ["시장은 화요일 밤 늦게 사임했다고 시청이 밝혔다.", "새 부두의 값을 두고 의회와 다툰 뒤의 일이다.",
                "의회는 다음 주에 다시 모여 뒤를 이을 사람을 뽑는다."];
        var killed = await _desk.FileAsync(Copy("시장 사임", paragraphs));
        await _desk.Kill.RunAsync(killed.Story, "Not true", null, "desk", Cancel);

        var again = Assert.IsType<FileOutcome.Filed>(await _desk.ReceiveAsync(
            Copy("항구에서 온 소식", lead.Length > 0 ? [lead, .. paragraphs] : paragraphs)));

        Assert.True(_desk.Gate.Now.FindPending(again.Take.Story, 1)!.Waits);
        Assert.Equal("DESK-015", Assert.Single(again.Remarks).Code);
    }

    [Theory]
    [InlineData("""<link>https://mp.example/mayor</link>"""), InlineData("")]
    public async Task A_killed_article_that_returns_under_a_new_guid_with_one_word_more_waits_and_says_why(string link)
    {
        var killed = await FeedAsync("k92", "Mayor resigns", link,
            "The mayor of Port Mirada resigned on Tuesday after a dispute about the price of the new ferry terminal.");
        await _desk.Kill.RunAsync(killed.Take.Story, "Not true", null, "desk", Cancel);

        var again = await FeedAsync("k93", "Mayor resigns", link,
            "The mayor of Port Mirada resigned late on Tuesday after a dispute about the price of the new ferry "
                + "terminal.");

        Assert.True(_desk.Gate.Now.FindPending(again.Take.Story, 1)!.Waits);
        var why = Assert.Single(again.Remarks);
        Assert.Equal("DESK-015", why.Code);
        Assert.Contains($"take 1 of story {killed.Take.Story}, which was killed at", why.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_flash_of_the_kind_and_a_word_on_the_kill_do_not_wait()
    {
        var killed = await _desk.FileAsync(Tram(4));
        await _desk.Kill.RunAsync(killed.Story, "No tram", null, "desk", Cancel);

        var other = await _desk.FileAsync(Tram(5));
        var word = await _desk.FileAsync(Copy("Correction on trams of line 4",
            "Trams of line 4 do run. An item of this morning that said they would stop was wrong and has been "
                + "killed."));

        Assert.All([other, word], take => Assert.Null(_desk.Gate.Now.FindPending(take.Story, 1)));
    }

    [Fact]
    public async Task A_story_that_lived_beside_the_killed_one_goes_on()
    {
        var text =
            "The mayor of Port Mirada resigned on Tuesday after a dispute about the price of the new ferry terminal.";
        var twin = await _desk.FileAsync(
            Copy("Mayor resigns today", text) with { SenderId = "a", SenderVersion = "2" });
        var killed = await _desk.FileAsync(Copy("Mayor resigns", text + " He gave no reason.") with { SenderId = "b" });
        Assert.NotEqual(twin.Story, killed.Story);
        await _desk.Kill.RunAsync(killed.Story, "Duplicate", null, "desk", Cancel);

        var next = await _desk.FileAsync(Copy("Mayor resigns today", text + " The council meets.") with
        {
            SenderId = "a",
            SenderVersion = "3",
        });

        Assert.Equal((twin.Story, 2), (next.Story, next.Number));
        Assert.Null(_desk.Gate.Now.FindPending(twin.Story, 2));
    }

    [Fact]
    public async Task Two_stories_under_one_guid_of_a_feed_are_two_and_neither_comes_again_at_the_next_fetch()
    {
        var feed = Feed(Item("news", "Ferry sinks off Saltern", "https://saltern.example/n/news", "10:00",
                "The ferry Maren sank off Saltern on Friday with 12 aboard.")
            + Item("news", "Council raises taxes", "https://saltern.example/n/news", "11:00",
                "The council of Port Mirada voted to raise property taxes by two percent."));

        var first = await _desk.ReadAsync(feed);
        var head = _desk.Log.Head;
        var again = await _desk.ReadAsync(feed);
        var later = await _desk.ReadAsync(feed.Replace("10:00", "12:00", StringComparison.Ordinal));

        var (ferry, taxes) = (Assert.IsType<FileOutcome.Filed>(first[0]), Assert.IsType<FileOutcome.Filed>(first[1]));
        Assert.NotEqual(ferry.Take.Story, taxes.Take.Story);
        Assert.Equal((ferry.Take.Story, LinkDoubt.OtherCopy), (taxes.Proposed[0].Story, taxes.Proposed[0].Doubt));
        var changed = await _desk.ReadAsync(feed.Replace("12 aboard", "14 aboard", StringComparison.Ordinal));
        Assert.Equal(ferry.Take.Story, Assert.IsType<FileOutcome.Filed>(changed[0]).Take.Story);
        Assert.All([.. again, .. later], outcome => Assert.IsType<FileOutcome.Repeated>(outcome));
        Assert.Equal((2, 3, 1, 1), (head, _desk.Log.Read(0, 100).Count(record => record.Entry is LogEntry.TakeFiled),
            _desk.Story(ferry.Take.Story).Count - 1, _desk.Story(taxes.Take.Story).Count));
    }

    [Fact]
    public async Task A_guid_that_is_known_is_believed_when_anything_of_the_copy_is_the_same()
    {
        const string Opened = "The museum opened its doors.";
        var first = await FeedAsync("m81", "Museum opens", "<link>https://mp.example/1</link>", Opened);
        var headline = await FeedAsync("m81", "Museum of ships opens",
            "<link>https://mp.example/2</link>", Opened, "09:10");
        var text = await FeedAsync("m81", "Museum of ships opens", "<link>https://mp.example/3</link>",
            "Visitors queued around the block.", "09:20");

        Assert.Equal([(first.Take.Story, 2), (first.Take.Story, 3)],
            new[] { headline, text }.Select(filed => (filed.Take.Story, filed.Take.Number)));
    }

    [Fact]
    public async Task A_flash_and_its_lead_under_one_identity_of_a_wire_are_takes_of_one_story()
    {
        var flash = await _desk.FileAsync(Copy("Ferry sinks", "More to follow.") with { SenderId = "urn:1" });

        var lead = await _desk.FileAsync(
            Copy("Twelve rescued off Saltern", "A dozen people are safe.") with { SenderId = "urn:1" });

        Assert.Equal((flash.Story, 2), (lead.Story, lead.Number));
    }

    [Fact]
    public async Task A_feed_of_which_only_dates_changed_sends_nothing()
    {
        await FeedAsync("t91", "Tides", "", "Spring tides are expected along the whole coast.", "09:00");

        Assert.IsType<FileOutcome.Repeated>((await _desk.ReadAsync(Feed(Item(
            "t91", "Tides", "", "09:05", "Spring tides are expected along the whole coast."))))[0]);
    }

    async Task<FileOutcome.Filed> FeedAsync(string guid, string title, string link, string text, string at = "09:00") =>
        Assert.IsType<FileOutcome.Filed>(Assert.Single(await _desk.ReadAsync(Feed(Item(guid, title, link, at, text)))));

    static string Feed(string items) => "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel>"
        + $"<title>Mirada Post</title><link>https://mp.example/</link><description>d</description>{items}</channel>"
        + "</rss>";

    static string Item(string guid, string title, string link, string at, string text) =>
        $"<item><title>{title}</title>"
        + (link.StartsWith("http", StringComparison.Ordinal) ? $"<link>{link}</link>" : link)
        + $"<guid isPermaLink=\"false\">{guid}</guid><pubDate>Fri, 20 Nov 2026 {at}:00 GMT</pubDate>"
        + $"<description><![CDATA[<p>{text}</p>]]></description></item>";

    static Take Tram(int line, string text = "") => Copy($"Trams of line {line} stop",
        text.Length > 0 ? text : $"Trams of line {line} stop at noon.");

    static Take Copy(string headline, params string[] text) => new()
    {
        Headline = headline,
        Body = [.. text.Select(paragraph => new Paragraph(paragraph))],
    };

    async Task<FileOutcome.Repeated> RepeatedAsync(Take take, Func<IncomingItem, IncomingItem>? with = null) =>
        Assert.IsType<FileOutcome.Repeated>(await _desk.ReceiveAsync(take, with));
}

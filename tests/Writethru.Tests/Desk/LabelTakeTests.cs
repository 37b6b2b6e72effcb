using Writethru.Copy;
using Writethru.Desk;
using Writethru.Formats;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>Which label a take gets of the house, and which number in its series.</summary>
public sealed class LabelTakeTests : IAsyncDisposable
{
    readonly DeskLog _desk = new();
    int _texts;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_lead_of_a_story_has_the_next_number()
    {
        await StartAsync();

        Assert.Equal(["LEAD", "2nd LD", "3rd LD"],
            [await LabelAsync(Cause.Lead), await LabelAsync(Cause.WriteThru), await LabelAsync(Cause.Lead)]);
    }

    [Fact]
    public async Task What_the_style_does_not_count_takes_no_number()
    {
        await StartAsync();

        Assert.Equal(["LEAD", "", "CORRECTION", "2nd LD"],
            [
                await LabelAsync(Cause.Lead), await LabelAsync(Cause.Development), await LabelAsync(Cause.Correction),
                await LabelAsync(Cause.Lead),
            ]);
    }

    [Fact]
    public async Task Another_story_begins_anew()
    {
        await StartAsync();
        await LabelAsync(Cause.Lead);
        await _desk.FileAsync(Ferry("b"));

        Assert.Equal("LEAD", (await NextAsync(Cause.Lead, id: "b")).Label);
    }

    [Fact]
    public async Task A_printed_label_stays_alone_and_the_next_goes_on_from_it()
    {
        await StartAsync();

        var printed = await NextAsync(Cause.Lead, take => take with { Series = "2nd LD" });
        var next = await NextAsync(Cause.Lead);

        Assert.Equal(("2nd LD", "", "2nd LD"), (printed.Take.Series, printed.Label, printed.Series));
        Assert.Equal(("", "3rd LD", "3rd LD"), (next.Take.Series, next.Label, next.Series));
    }

    [Fact]
    public async Task A_label_in_the_headline_is_a_printed_one()
    {
        await StartAsync();

        var printed = await NextAsync(Cause.Lead, take => take with { Headline = "UPDATE 4-Ferry sails again" });

        Assert.Equal("", printed.Label);
        Assert.Equal("5th LD", await LabelAsync(Cause.Lead));
    }

    [Fact]
    public async Task A_printed_number_that_goes_back_takes_ours_not_back()
    {
        await StartAsync();
        await NextAsync(Cause.Lead, take => take with { Series = "4th LD" });
        await NextAsync(null, take => take with { Series = "LEAD" });

        Assert.Equal("5th LD", await LabelAsync(Cause.Lead));
    }

    [Fact]
    public async Task What_nobody_gave_a_cause_is_not_ours_to_label()
    {
        await StartAsync();

        var correction = await NextAsync(null, take => take with { Signal = Signal.Correction });
        var update = await NextAsync(null);

        Assert.Equal((Cause.Correction, ""), (correction.Cause, correction.Label));
        Assert.Equal((Cause.Development, ""), (update.Cause, update.Label));
    }

    [Fact]
    public async Task A_release_keeps_the_number_of_the_copy_that_it_brings_back_and_takes_none()
    {
        var story = await StartAsync();
        await LabelAsync(Cause.Lead);
        await LabelAsync(Cause.Lead);
        await _desk.Hold.RunAsync(story, "Ring first", "desk", Cancel);

        var release = Assert.IsType<StoryOutcome.Done>(await _desk.Release.RunAsync(story, null, "desk", Cancel)).Take;

        Assert.Equal(("", "2nd LD"), (_desk.Story(story)[3].Filed.Label, release.Label));
        Assert.Equal("3rd LD", await LabelAsync(Cause.Lead));
    }

    [Fact]
    public async Task A_release_of_corrected_copy_corrects_nothing()
    {
        var story = await StartAsync();
        await LabelAsync(Cause.Correction);
        await _desk.Hold.RunAsync(story, "Ring first", "desk", Cancel);

        var release = Assert.IsType<StoryOutcome.Done>(await _desk.Release.RunAsync(story, null, "desk", Cancel)).Take;

        Assert.Equal("", release.Label);
    }

    [Fact]
    public async Task What_is_filed_anew_behind_a_release_keeps_its_label_and_takes_no_number()
    {
        var story = await StartAsync();
        var until = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await FileInAsync(HouseStyle.None, item => item with { Embargo = until });
        Assert.Equal("2nd LD", await LabelAsync(Cause.Lead));
        await _desk.Hold.RunAsync(story, "Ring first", "desk", Cancel);
        await _desk.Release.RunAsync(story, null, "desk", Cancel);

        Assert.Equal(["", "", "2nd LD", "", "", "", "2nd LD"], _desk.Story(story).Select(take => take.Filed.Label));
        Assert.Equal("3rd LD", await LabelAsync(Cause.Lead));
    }

    [Fact]
    public async Task What_is_filed_anew_without_a_label_was_counted_when_it_came()
    {
        var story = await StartAsync();
        await LabelAsync(Cause.Lead);
        await FileInAsync(HouseStyle.None,
            item => item with { Embargo = new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        await _desk.Hold.RunAsync(story, "Ring first", "desk", Cancel);
        await _desk.Release.RunAsync(story, null, "desk", Cancel);

        Assert.Equal(["", "LEAD", "", "", "LEAD", ""], _desk.Story(story).Select(take => take.Filed.Label));
        Assert.Equal("3rd LD", await LabelAsync(Cause.Lead));
    }

    [Fact]
    public async Task Takes_without_a_label_count_where_others_of_their_cause_bear_one()
    {
        await StartAsync();
        await FileInAsync(HouseStyle.None);
        await FileInAsync(HouseStyle.None);

        Assert.Equal("3rd LD", await LabelAsync(Cause.Lead));
    }

    [Fact]
    public async Task Reuters_counts_whatever_moves_the_story_on()
    {
        await StartAsync();
        await NextAsync(null);

        Assert.Equal("UPDATE 2", await FileInAsync(HouseStyle.Reuters));
        Assert.Equal("UPDATE 3",
            await FileInAsync(HouseStyle.Reuters, item => item with { Cause = Cause.Development }));
        Assert.Equal("REFILE", await FileInAsync(HouseStyle.Reuters, item => item with { Cause = Cause.Refile }));
        Assert.Equal("UPDATE 4", await FileInAsync(HouseStyle.Reuters, item => item with { Cause = Cause.WriteThru }));
    }

    [Fact]
    public async Task A_house_without_a_style_labels_nothing()
    {
        await StartAsync();

        Assert.Equal("", await FileInAsync(HouseStyle.None));
    }

    [Fact]
    public async Task A_cancellation_is_a_kill_and_bears_no_label_whatever_cause_was_named()
    {
        await StartAsync();

        var kill = await NextAsync(Cause.Lead, take => take with { Status = TakeStatus.Canceled });

        Assert.Equal((Cause.Kill, ""), (kill.Cause, kill.Label));
    }

    [Theory]
    [InlineData(1, "URGENT")]
    [InlineData(2, "URGENT")]
    [InlineData(4, "")]
    public async Task Urgent_copy_that_opens_a_story_by_name_is_urgent(int urgency, string label)
    {
        var flash = await _desk.FileAsync(Ferry("f") with { Urgency = urgency },
            item => item with { Cause = Cause.First });

        Assert.Equal(label, flash.Label);
        Assert.Equal("LEAD", (await NextAsync(Cause.Lead, id: "f")).Label);
    }

    async Task<StoryId> StartAsync() => (await _desk.FileAsync(Ferry("a"))).Story;

    async Task<string> LabelAsync(Cause cause) => (await NextAsync(cause)).Label;

    Task<FiledTake> NextAsync(Cause? cause, Func<Take, Take>? with = null, string id = "a")
    {
        var take = Next(id);
        return _desk.FileAsync(with is null ? take : with(take), item => item with { Cause = cause });
    }

    async Task<string> FileInAsync(HouseStyle style, Func<IncomingItem, IncomingItem>? with = null)
    {
        var item = Item(Guid.NewGuid().ToString()) with { Cause = Cause.Lead };
        var outcomes = await _desk.ReceiveIn(style).FileAsync(with is null ? item : with(item),
            new ReadResult { Format = "test", Takes = [Next("a")] }, Cancel);
        return Assert.IsType<FileOutcome.Filed>(Assert.Single(outcomes)).Take.Label;
    }

    Take Next(string id) =>
        Ferry(id, text: $"Text {++_texts}.") with { Advisory = new Advisory("(CORRECTS day in para 1)") };
}

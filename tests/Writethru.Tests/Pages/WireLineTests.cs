using System.Text;
using Writethru.App.Pages;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Rights;

namespace Writethru.Tests.Pages;

public class WireLineTests
{
    const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task A_script_in_any_field_comes_out_as_text()
    {
        var take = Rendered.Take(Script) with { Headline = Script, Slug = Script, Language = "\"><script>" };

        var html = await LineAsync(Rendered.Deliverable(take));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html);
    }

    [Fact]
    public async Task A_story_without_headline_shows_the_start_of_its_lead_and_says_so()
    {
        var lead = string.Join(' ', Enumerable.Repeat("harbour", 40));

        var html = await LineAsync(Rendered.Deliverable(Rendered.Take(lead)));

        Assert.Contains("harbour harbour…", html);
        Assert.DoesNotContain(lead, html);
        Assert.Contains("No headline from the agency", html);
    }

    [Fact]
    public async Task The_agencys_own_headline_is_not_marked_as_ours() =>
        Assert.DoesNotContain("No headline", await LineAsync(
            Rendered.Deliverable(Rendered.Take("Lead.") with { Headline = "Quay opens" })));

    [Theory]
    [InlineData(1, "<strong>flash</strong>")]
    [InlineData(2, "<strong>urgent</strong>")]
    [InlineData(5, "routine")]
    public async Task Urgency_is_said_in_words(int urgency, string words) =>
        Assert.Contains(words, await LineAsync(
            Rendered.Deliverable(Rendered.Take("Lead.") with { Urgency = urgency })));

    [Fact]
    public async Task A_take_that_is_not_out_yet_says_until_when_or_that_it_waits()
    {
        var story = new StoryId("quay");
        var until = new DateTimeOffset(2026, 12, 1, 6, 0, 0, TimeSpan.Zero);

        Assert.Contains("embargoed until 1 Dec 2026, 06:00 UTC", await LineAsync(
            Rendered.Deliverable(Rendered.Take("Lead."), pending: new PendingTake(story, 1, 1, until, false))));
        Assert.Contains("waits for a person", await LineAsync(
            Rendered.Deliverable(Rendered.Take("Lead."), pending: new PendingTake(story, 1, 1, null, true))));
    }

    [Fact]
    public async Task A_kill_shows_its_notice_and_what_to_do()
    {
        var notice = new Take { Advisory = new Advisory("(KILL: Filed in error.)") };

        var html = await LineAsync(Rendered.Deliverable(notice, Cause.Kill, 2));

        Assert.Contains("class=\"kill\"", html);
        Assert.Contains("Do not use. Remove everywhere.", html);
        Assert.Contains("(KILL: Filed in error.)", html);
    }

    [Fact]
    public async Task A_hold_shows_its_reason_and_that_the_story_must_not_be_used_for_now()
    {
        var notice = new Take { Slug = "QUAY", Advisory = new Advisory("(HOLD: Being checked.)") };

        var html = await LineAsync(Rendered.Deliverable(notice, Cause.Hold, 2));

        Assert.Contains("<strong>hold</strong>", html);
        Assert.Contains("On hold. Do not use for now.", html);
        Assert.Contains("(HOLD: Being checked.)", html);
        Assert.DoesNotContain("Remove everywhere", html);
    }

    [Fact]
    public async Task For_the_desk_a_take_of_a_held_story_says_so() =>
        Assert.Contains("on hold", await LineAsync(Rendered.Deliverable(Rendered.Take("Lead."),
            pending: new PendingTake(new StoryId("quay"), 1, 1, null, false) { IsHeld = true })));

    [Theory]
    [InlineData(Cause.Kill, "This story was killed", "Remove it everywhere")]
    [InlineData(Cause.Takedown, "This story was taken down", "Remove it everywhere")]
    [InlineData(Cause.Hold, "This story is on hold", "until it is released")]
    public async Task The_page_of_a_closed_story_says_what_happened_and_what_to_do(Cause cause,
        string what, string todo)
    {
        var notice = new Take { Slug = "QUAY", Advisory = new Advisory("(The reason.)") };

        var html = await Rendered.AsHtmlAsync<ClosedPage>(new()
        {
            [nameof(ClosedPage.Viewer)] = Rendered.Tokyo,
            [nameof(ClosedPage.Notice)] = Rendered.Deliverable(notice, cause, 2),
        });

        Assert.All([what, todo, "(The reason.)"], words => Assert.Contains(words, html));
    }

    [Fact]
    public async Task Fifty_rows_of_korean_copy_stay_under_60_kilobytes()
    {
        var headline = string.Concat(Enumerable.Repeat("새별시의회 ", 12));
        var rows = Enumerable.Range(0, 50)
            .Select(i => Rendered.Row(Rendered.Deliverable(Rendered.Take(headline) with
            {
                Headline = i % 2 == 0 ? headline : "",
                Slug = "새별시-버스요금",
                Language = "ko",
                Urgency = 5,
            }, Cause.WriteThru, 12)))
            .ToList();

        var html = await Rendered.AsHtmlAsync<WirePage>(new()
        {
            [nameof(WirePage.Viewer)] = Rendered.Tokyo,
            [nameof(WirePage.List)] = new WireList(rows, new string('c', 48)),
            [nameof(WirePage.After)] = new string('c', 48),
        });

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 20_000, 60_000);
    }

    [Theory]
    [InlineData(136, false)]
    [InlineData(138, true)]
    [InlineData(139, true)]
    [InlineData(200, true)]
    public void A_lead_is_never_cut_inside_a_character(int ascii, bool isCut)
    {
        var lead = Lead.Of(Rendered.Take(new string('x', ascii) + "𝄞𝄞"));

        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(lead)));
        Assert.Equal(isCut, lead.EndsWith('…'));
    }

    static Task<string> LineAsync(Deliverable take) =>
        Rendered.AsHtmlAsync<WireLine>(new() { [nameof(WireLine.Row)] = Rendered.Row(take) });
}

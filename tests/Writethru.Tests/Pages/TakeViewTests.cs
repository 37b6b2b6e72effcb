using Writethru.App.Pages;
using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Pages;

public class TakeViewTests
{
    const string Script = "<script>alert(1)</script>";

    static readonly UsageTerms _terms = new("For use only in Korea");

    [Fact]
    public async Task A_script_in_any_field_comes_out_as_text()
    {
        var take = Rendered.Take(Script) with
        {
            Headline = Script,
            Slug = Script,
            Series = Script,
            Byline = Script,
            Contact = Script,
            EndMark = Script,
            CreditLine = Script,
            Language = Script,
            Advisory = new Advisory(Script),
            Embargo = new Embargo(Script, null),
            Dateline = new Dateline { Text = Script },
            UsageTerms = new UsageTerms(Script),
            CopyrightNotice = Script,
            Extras = [new Extra(ExtraNames.SignOff, Script), new Extra(ExtraNames.Header, Script)],
            Notes = [new Note(Script, Script), new Note("", "for editors only", IsPublic: false)],
            Pictures =
            [
                new Picture { Caption = Script, Credit = Script, Source = Script, UsageTerms = new UsageTerms(Script) },
            ],
        };
        var reading = new TakeReading { Terms = new TermsReading { NotUnderstood = [new TextSpan(0, Script.Length)] } };

        var html = await ViewAsync(Rendered.Deliverable(take, reading: reading));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("for editors only", html);
        Assert.Equal(22, html.Split("alert(1)").Length - 1);
    }

    [Fact]
    public async Task A_script_in_the_markup_and_in_what_the_take_says_of_itself_comes_out_as_text()
    {
        var take = new Take
        {
            Source = Script,
            CopyrightNotice = Script,
            Keywords = [Script],
            Subjects = [new Concept("", "", Script), new Concept("", Script)],
            Notes = [new Note(Script, Script)],
            Body =
            [
                new Paragraph(Script)
                {
                    Subheads = [new Subhead(2, Script)],
                    Marks = [new Mark(new TextSpan(0, 8), MarkKind.Link, "https://x.example/\"><script>")],
                },
                new Paragraph(Script) { Kind = ParagraphKind.Quote },
                new Paragraph(Script) { Kind = ParagraphKind.Item },
                new Paragraph(Script) { Kind = ParagraphKind.Preformatted },
                Paragraph.Of(new Table([new TableRow([new TableCell(Script, true), new TableCell(Script)])])),
            ],
        };

        var html = await ViewAsync(Rendered.Deliverable(take));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        // The second subject has the text of the first and is not named again.
        Assert.Equal(12, html.Split("alert(1)").Length - 1);
    }

    [Theory]
    [InlineData("https://x.example/a?b=1&c=2", true), InlineData("http://x.example", true)]
    [InlineData("mailto:desk@x.example", true), InlineData("MAILTO:desk@x.example", true)]
    [InlineData("javascript:alert(2)", false), InlineData("JaVaScRiPt:alert(2)", false)]
    [InlineData(" https://x.example", false), InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false), InlineData("/relative", false), InlineData("//x.example", false)]
    [InlineData("urn:x:1", false), InlineData("", false)]
    public async Task Only_the_web_and_mailboxes_are_links(string target, bool isLink)
    {
        var take = new Take
        {
            Body = [new Paragraph("See here.") { Marks = [new Mark(new TextSpan(4, 4), MarkKind.Link, target)] }],
        };

        var html = await ViewAsync(Rendered.Deliverable(take));

        Assert.Equal(isLink, html.Contains("rel=\"noopener noreferrer\">here</a>", StringComparison.Ordinal));
        Assert.Equal(!isLink, html.Contains("See here.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_label_of_this_wire_is_shown_as_ours_and_a_printed_one_as_it_is()
    {
        var take = Rendered.Deliverable(new Take { Headline = "Lanterns" }, Cause.Lead, number: 2);
        var ours = take with { Filed = take.Filed with { Label = "2nd LD" } };
        var printed = ours with { Filed = ours.Filed with { Take = ours.Filed.Take with { Series = "LEAD" } } };

        Assert.Contains(
            "<b>2nd LD</b> <span class=\"ours\" title=\"Not printed in the copy\">label of this wire</span>",
            await ViewAsync(ours), StringComparison.Ordinal);
        Assert.Contains("<b dir=\"auto\">LEAD</b>", await ViewAsync(printed), StringComparison.Ordinal);
        foreach (var html in new[] { await ViewAsync(take), await ViewAsync(printed) })
            Assert.DoesNotContain("label of this wire", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emphasis_is_nested_and_marks_that_cross_are_cut()
    {
        var take = new Take
        {
            Body = [new Paragraph("abcdef")
            {
                Marks =
                [
                    new Mark(new TextSpan(0, 4), MarkKind.Strong), new Mark(new TextSpan(1, 2), MarkKind.Emphasis),
                    new Mark(new TextSpan(3, 3), MarkKind.Superscript),
                    new Mark(new TextSpan(5, 9), MarkKind.Subscript),
                ],
            }],
        };

        var html = await ViewAsync(Rendered.Deliverable(take));

        Assert.Contains("<strong>a<em>bc</em><sup>d</sup></strong><sup>ef</sup>", html);
    }

    [Fact]
    public async Task Every_paragraph_has_its_number_and_a_sub_head_has_none()
    {
        var take = new Take
        {
            Headline = "Lanterns",
            Body =
            [
                new Paragraph("Prose."),
                new Paragraph("First.") { Kind = ParagraphKind.Item, Level = 1, IsOrdered = true,
                    Subheads = [new Subhead(2, "The rules")] },
                new Paragraph("Deep.") { Kind = ParagraphKind.Item, Level = 2 },
                new Paragraph("Second.") { Kind = ParagraphKind.Item, Level = 1, IsOrdered = true },
                Paragraph.Of(new Table([new TableRow([new TableCell("Boat", true), new TableCell("Time", true)]),
                    new TableRow([new TableCell("Alba", true), new TableCell("07:10")])])),
                new Paragraph("One\ntwo.") { Kind = ParagraphKind.Quote },
            ],
        };

        var html = await ViewAsync(Rendered.Deliverable(take));

        Assert.Equal(take.Body.Length, html.Split("class=\"paragraph ").Length - 1);
        Assert.Matches("<h4 [^>]*>The rules</h4>\\s*<div class=\"paragraph item level-1\">", html);
        Assert.Matches("(?s)>1\\.</span>\\s*First.*>\u2022</span> Deep.*>2\\.</span> Second", html);
        Assert.Matches("<th scope=\"col\"[^>]*>Boat</th>", html);
        Assert.Matches("<th scope=\"row\"[^>]*>Alba</th>", html);
        Assert.Matches("<blockquote>One<br ?/?>two.</blockquote>", html);
    }

    [Fact]
    public async Task A_take_can_be_had_in_every_format()
    {
        var html = await ViewAsync(Rendered.Deliverable(Rendered.Take("One.")));

        Assert.All(WireFormats.All, format => Assert.Contains($"?format={format.Name}\"", html));
    }

    [Fact]
    public async Task A_withheld_picture_says_why_and_nothing_else()
    {
        var picture = new Picture { After = 1, Caption = "Lanterns", UsageTerms = _terms };
        var take = Rendered.Take("One.", "Two.") with { Pictures = [picture.Withhold(WithholdReason.Territory)] };

        var html = await ViewAsync(Rendered.Deliverable(take));

        Assert.Contains("Picture withheld: territory", html);
        Assert.Contains("your territory, Japan", html);
        Assert.DoesNotContain("Lanterns", html);
        Assert.Matches("(?s)One\\..*withheld.*Two\\.", html);
    }

    [Fact]
    public async Task Usage_terms_stand_as_printed_and_as_read_by_the_machine()
    {
        var picture = new Picture { Caption = "Lanterns", UsageTerms = _terms };
        var take = Rendered.Take("One.") with { Pictures = [picture] };
        var rules = new TermsReading
        {
            Rules =
            [
                new UsageRule { Kind = UsageKinds.Territory, Allow = ["KR"] },
                new UsageRule { Kind = UsageKinds.Redistribution, Value = "none" },
            ],
        };

        var html = await ViewAsync(Rendered.Deliverable(take, reading: new TakeReading { PictureTerms = [rules] }));

        Assert.Contains("For use only in Korea", html);
        Assert.Matches("read by machine</span>\\s*South Korea only; no redistribution", html);
    }

    [Fact]
    public async Task A_located_date_says_how_the_year_is_known_and_that_a_machine_read_it()
    {
        var take = Rendered.Take("One.") with { Dateline = new Dateline { Text = "NORRVIK, Nov. 24 (Arde) --" } };
        var located = new Located { Date = new DateOnly(2026, 11, 24), Basis = DateBasis.Copy };

        var html = await ViewAsync(Rendered.Deliverable(take, reading: new TakeReading { Located = located }));

        Assert.Matches("read by machine</span>\\s*24 Nov 2026, year from the copy", html);
    }

    static Task<string> ViewAsync(Deliverable take) => Rendered.AsHtmlAsync<TakeView>(new()
    {
        [nameof(TakeView.Deliverable)] = take,
        [nameof(TakeView.Viewer)] = Rendered.Tokyo,
    });
}

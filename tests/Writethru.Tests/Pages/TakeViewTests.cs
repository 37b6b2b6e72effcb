using Writethru.App.Pages;
using Writethru.Copy;
using Writethru.Delivery;

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

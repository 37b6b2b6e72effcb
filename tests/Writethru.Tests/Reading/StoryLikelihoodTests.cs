using Writethru.App.Demo;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Reading.Likelihood;

namespace Writethru.Tests.Reading;

public class StoryLikelihoodTests(ITestOutputHelper output)
{
    static readonly DateTimeOffset _at = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    static readonly Take _flash = Copy("Fire closes harbor of Mirada",
        "A fire at the oil terminal closed the harbor of Mirada, Captain Nils Ferro of the Halvard Quay port office "
            + "said.") with
    {
        Series = "URGENT",
    };

    static readonly Take _lead = _flash with
    {
        Series = "LEAD",
        Headline = "Fire closes harbor of Mirada, 400 people leave their homes",
        Body =
        [
            .. _flash.Body, new Paragraph("Some 400 people were told to leave their homes, Mayor Ilse Tarn said."),
        ],
    };

    [Fact]
    public void The_lead_on_a_flash_is_its_next_take_and_each_reason_says_how_alike()
    {
        var reading = Of(_flash, _lead);

        Assert.Equal(Enum.GetValues<LikelihoodFeature>().TakeWhile(feature => feature != LikelihoodFeature.Permalink),
            reading.Reasons.Select(reason => reason.Feature));
        Assert.All(reading.Reasons, reason => Assert.Equal(1, reason.Value));
        Assert.Equal(1, reading.Score);
        Assert.Equal(1, reading.Reasons.Sum(reason => reason.Weight), 6);
    }

    [Fact]
    public void The_score_is_what_its_reasons_add_up_to()
    {
        var reading = Of(_flash, _lead with { Series = "", Headline = "Harbor of Mirada shut", Dateline = null });

        Assert.InRange(reading.Score, 0.6, 0.9);
        Assert.Equal(reading.Reasons.Sum(reason => reason.Weight * reason.Value), reading.Score, 0.001);
    }

    [Fact]
    public void Where_one_has_no_headline_the_rest_speaks_for_it()
    {
        var reading = Of(_flash, _lead with { Headline = "" });

        Assert.DoesNotContain(reading.Reasons, reason => reason.Feature == LikelihoodFeature.Headline);
        Assert.Equal(1, reading.Reasons.Sum(reason => reason.Weight), 6);
        Assert.True(reading.Score > 0.9);
    }

    [Fact]
    public void What_a_story_is_called_proposes_it_and_never_links_other_words()
    {
        static Take Called(Take take, string url) => take with
        {
            Slug = "FIRE",
            Sequence = "a0123",
            Series = "LEAD",
            Links = [new Link(LinkRels.Alternate, url)],
        };
        var other = Copy("Trams stop", "No tram of line four runs beyond the fish market this year.") with
        {
            Dateline = _flash.Dateline,
        };

        var same = Of(Called(_flash, "https://x.example/1") with { Series = "" }, Called(other, "https://x.example/1"));
        var elsewhere = Of(Called(_flash, "https://x.example/1"), Called(_lead, "https://x.example/2"));

        Assert.InRange(same.Score, 0.4, 0.599);
        Assert.Equal([LikelihoodFeature.Permalink, LikelihoodFeature.Slug, LikelihoodFeature.Number],
            same.Reasons.Select(reason => reason.Feature).Skip(5));
        Assert.Equal(1, same.Reasons.Sum(reason => reason.Weight), 3);
        Assert.DoesNotContain(elsewhere.Reasons, reason => reason.Feature == LikelihoodFeature.Permalink);
    }

    [Theory]
    [InlineData("Mayor resigns", "The mayor resigned late on Tuesday, his office said.", true)]
    [InlineData("Mayor resigns", "The mayor resigned on Tuesday the 4th, his office said.", false)]
    [InlineData("Mayor stays", "The mayor resigned late on Tuesday, his office said.", false)]
    [InlineData("Mayor resigns", "Nobody knows why, and the council meets again in the week after.", false)]
    [InlineData("Mayor resigns", "", false)]
    public void Short_copy_is_the_same_by_headline_figures_and_lead(string headline, string text, bool isSame) =>
        Assert.Equal(isSame, StoryLikelihood.IsSameCopy(
            StoryTraits.Of(new Take
            {
                Headline = "Mayor resigns",
                Body = [new Paragraph("The mayor resigned on Tuesday, his office said.")],
            }),
            StoryTraits.Of(new Take { Headline = headline, Body = text.Length == 0 ? [] : [new Paragraph(text)] })));

    [Theory]
    [InlineData(36, true), InlineData(37, false), InlineData(-1, false)]
    public void A_take_comes_after_the_one_before_it_and_not_more_than_36_hours(int hours, bool may) =>
        Assert.Equal(may, StoryLikelihood.Of(_flash, _at, _lead, _at.AddHours(hours)).Score > 0);

    [Theory]
    [InlineData("Saltern", "Saltern", true), InlineData("Saltern", "SALTERN", true), InlineData("", "Saltern", true)]
    [InlineData("Saltern", "Norwick", false)]
    public void What_two_agencies_move_is_never_one_story(string a, string b, bool may) =>
        Assert.Equal(may,
            Of(_flash with { Provider = a, Dateline = null }, _lead with { Provider = b, Dateline = null })
            .Score > 0);

    [Theory]
    [InlineData("", "LEAD", 1), InlineData("URGENT", "LEAD", 1), InlineData("LEAD", "2nd LD", 1)]
    [InlineData("Urgent", "1st Ld-Writethru", 1), InlineData("UPDATE 1", "UPDATE 2", 1),
    InlineData("", "2. Zusammenfassung", 0.5)]
    [InlineData("CORRECTED", "LEAD", 1), InlineData("", "3rd LD", 0.5), InlineData("2nd LD", "LEAD", 0)]
    [InlineData("LEAD", "LEAD", 0), InlineData("LEAD", "", 0), InlineData("", "", 0), InlineData("", "CORRECTED", 0)]
    public void The_next_label_of_the_series_speaks_for_it_and_a_later_one_half(string a, string b, double value)
    {
        var reading = Of(_flash with { Series = a }, _lead with { Series = b });

        Assert.Equal(value, reading.Reasons.LastOrDefault()?.Value ?? 0);
    }

    [Theory]
    [InlineData("", "News Focus", false), InlineData("LEAD", "FACTBOX", false), InlineData("Roundup", "2nd LD", false)]
    [InlineData("News Focus", "News Focus", true)]
    public void A_piece_of_another_kind_is_another_story(string a, string b, bool may) =>
        Assert.Equal(may, Of(_flash with { Series = a }, _lead with { Series = b }).Score > 0);

    [Fact]
    public void A_single_line_that_both_have_links_nothing()
    {
        var a = Copy("", "This is a test message, please ignore it.") with { Dateline = null };

        Assert.True(Of(a, a).Score < 0.4);
    }

    [Fact]
    public void Nothing_in_common_is_nothing_and_empty_takes_are_no_story()
    {
        var other = Copy("Painting stolen from museum", "Thieves took a painting of a lighthouse, police said.") with
        {
            Dateline = null,
        };

        Assert.Equal(0, Of(_flash with { Dateline = null }, other).Score);
        Assert.Equal(0, Of(new Take(), new Take()).Score);
    }

    /// <summary>
    /// The demo's stories, in English, German, Korean and Arabic: no two of them are about one thing.
    /// </summary>
    [Fact]
    public void Takes_of_one_story_are_told_from_all_others_in_four_scripts()
    {
        var takes = DemoStories.Names.Where(name => name is not DemoScript.TryMe)
            .Select(name => (Name: name, Thread: name.Split('-')[0], Take: ReadDemo(name))).ToList();

        foreach (var (a, b) in takes.SelectMany((a, i) => takes.Skip(i + 1).Select(b => (a, b))))
        {
            var reading = Of(a.Take, b.Take);
            if (a.Thread != b.Thread)
                Assert.True(reading.Score < 0.4, $"{a.Name} and {b.Name}: {reading.Score}");
            else
                output.WriteLine($"{a.Name} {b.Name} {reading.Score}");
        }
        var next = takes.Zip(takes.Skip(1)).Where(pair => pair.First.Thread == pair.Second.Thread)
            .Select(pair => Of(pair.First.Take, pair.Second.Take).Score).ToList();
        Assert.True(next.Count(score => score >= 0.6) > next.Count / 2, string.Join(' ', next));
    }

    [Fact]
    public void Stories_of_one_script_without_spaces_differ_by_runs_of_characters()
    {
        var library = Copy("시립 도서관, 폭우로 휴관", "미라다 시립 도서관이 화요일 폭우로 지하 서고에 물이 들어와 문을 닫았다고 시가 밝혔다.");
        var later = library with
        {
            Headline = "(종합) 시립 도서관, 폭우로 사흘간 휴관",
            Body = [.. library.Body, new Paragraph("도서관은 책 1천200권을 옮겼으며 금요일에 다시 문을 열 예정이다.")],
        };
        var bridge = Copy("항만 대교 통행 재개", "미라다 항만 대교가 화요일 통행을 다시 시작했다고 시가 밝혔다.");

        Assert.True(Of(library, later).Score >= 0.6);
        Assert.True(Of(library, bridge).Score < 0.4);
        Assert.True(Of(library, bridge).Reasons[0].Value < 0.3);
    }

    [Fact]
    public void A_story_without_end_is_compared_by_its_beginning()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2_000_000));
        var endless = Copy("Numbers without end", text);

        Assert.True(Of(endless, endless).Score > 0.6);
        Assert.True(StoryTraits.Of(endless).Runs.Count < 64 * 1024);
    }

    static LikelihoodReading Of(Take earlier, Take later) => StoryLikelihood.Of(earlier, _at, later, _at.AddHours(1));

    static Take ReadDemo(string name) => WireFormats.Read(
        DemoStories.Read(name, new DateOnly(2026, 11, 24)), ReadOptions.Default).Takes[0];

    static Take Copy(string headline, params string[] paragraphs) => new()
    {
        Headline = headline,
        Dateline = new Dateline { Text = "MIRADA, Nov. 24 (Saltern) --", Places = ["MIRADA"], Agency = "Saltern" },
        Body = [.. paragraphs.Select(text => new Paragraph(text))],
    };
}

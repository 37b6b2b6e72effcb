using CsCheck;
using Writethru.Copy;
using Writethru.Reading.Datelines;
using Writethru.Tests.Support;

namespace Writethru.Tests.Reading;

public sealed class DatelineReaderTests
{
    [Theory]
    [InlineData("--09-19", "2023-09-19T08:00:00Z", "2023-09-19")]
    [InlineData("--12-31", "2026-01-01T03:00:00Z", "2025-12-31")]
    [InlineData("--01-01", "2025-12-31T20:00:00Z", "2026-01-01")]
    [InlineData("--01-03", "2025-12-31T20:00:00Z", "2025-01-03")]
    [InlineData("--01-02", "2025-12-31T20:00:00Z", "2026-01-02")]
    [InlineData("--02-29", "2026-03-01T00:00:00Z", "2024-02-29")]
    [InlineData("--02-29", "1903-06-01T00:00:00Z", "1896-02-29")]
    [InlineData("--10-01", "2026-09-28T00:00:00Z", "2025-10-01")]
    public void The_instant_of_receipt_gives_the_nearest_year_at_most_two_days_ahead(
        string printed, string received, string expected)
    {
        var located = DatelineReader.Locate(Story(printed), Instant.Parse(received));

        Assert.Equal((Day(expected), DateBasis.Received), (located!.Date, located.Basis));
    }

    [Theory]
    [InlineData("--12-30", "2025-12-30T09:00:00Z", "2025-12-30")]
    [InlineData("--01-01", "2023-12-31T20:00:00Z", "2024-01-01")]
    public void The_item_s_own_instant_gives_the_year_before_that_of_its_receipt(
        string printed, string made, string expected)
    {
        var story = Story(printed);
        var time = new SenderTime(made, Instant.Parse(made));

        foreach (var own in new[] { story with { VersionCreated = time }, story with { FirstCreated = time } })
        {
            var located = DatelineReader.Locate(own, Instant.Parse("2027-03-01T08:00:00Z"));
            Assert.Equal((Day(expected), DateBasis.Sender), (located!.Date, located.Basis));
        }
        var later = DatelineReader.Locate(
            story with { VersionCreated = new SenderTime("yesterday", null) }, Instant.Parse("2026-01-01T08:00:00Z"));
        Assert.Equal(DateBasis.Received, later!.Basis);
    }

    [Fact]
    public void A_printed_year_stands_whatever_the_instant_of_receipt()
    {
        var located = DatelineReader.Locate(Story("1997-04-12"), Instant.Parse("2026-01-01T00:00:00Z"));

        Assert.Equal((new DateOnly(1997, 4, 12), DateBasis.Printed), (located!.Date, located.Basis));
    }

    [Theory]
    [InlineData("--09-19", "He left on Sept. 17, 2023, and in April 2019 he had stayed.", "2023-09-19")]
    [InlineData("--09-19", "Am 17. September 2023 verließ er die Stadt.", "2023-09-19")]
    [InlineData("--09-19", "On 17 September 2023 he left.", "2023-09-19")]
    [InlineData("--09-19", "Filed 2023-09-17.", "2023-09-19")]
    [InlineData("--09-19", "그는 2023년 9월 17일 떠났다.", "2023-09-19")]
    [InlineData("--09-19", "غادر في 17 أيلول/سبتمبر 2023.", "2023-09-19")]
    [InlineData("--09-19", "غادر في ١٧ سبتمبر ٢٠٢٣.", "2023-09-19")]
    [InlineData("--09-19", "From Sept. 14-17, 2023, they met.", "2023-09-19")]
    [InlineData("--09-19", "On Sept. 17th, 2023 they met.", "2023-09-19")]
    [InlineData("--01-02", "It happened on Dec. 30, 2025.", "2026-01-02")]
    [InlineData("--12-30", "It opens on Jan. 4, 2026.", "2025-12-30")]
    [InlineData("--09-11", "After Sept. 11, 2001, much changed; on Sept. 9, 2026 it did again.", "2026-09-11")]
    [InlineData("--09-19", "The law of March 3, 2019 fell on Sept. 12, 2023.", "2023-09-19")]
    [InlineData("--09-19", "The law passed on July 3, 2023.", "2023-09-19")]
    [InlineData("--02-29", "It began on Feb. 27, 2024.", "2024-02-29")]
    public void Without_it_the_full_dates_of_the_copy_give_the_year(string printed, string copy, string expected)
    {
        var located = DatelineReader.Locate(Story(printed, copy), null);

        Assert.Equal((Day(expected), DateBasis.Copy), (located!.Date, located.Basis));
    }

    [Theory]
    [InlineData("--09-19", "In April 2019 he stayed.")]
    [InlineData("--09-19", "The law of March 3, 2019 fell.")]
    [InlineData("--09-11", "After Sept. 11, 2001, came March 3, 2026.")]
    [InlineData("--09-19", "Call 17 2023, or 9/17.")]
    [InlineData("--02-30", "It began on Feb. 27, 2024.")]
    [InlineData("--09-19", "")]
    public void Where_nothing_tells_there_is_no_date(string printed, string copy)
    {
        var located = DatelineReader.Locate(Story(printed, copy), null);

        Assert.Equal((null, DateBasis.None), (located!.Date, located.Basis));
    }

    [Fact]
    public void A_caption_tells_the_year_too()
    {
        var take = Story("--09-19") with { Pictures = [new Picture { Caption = "Shown on Sept. 17, 2023." }] };

        Assert.Equal(new DateOnly(2023, 9, 19), DatelineReader.Locate(take, null)!.Date);
    }

    [Fact]
    public void A_take_without_a_dateline_is_not_located() =>
        Assert.Null(DatelineReader.Locate(new Take(), Instant.Parse("2026-01-01T00:00:00Z")));

    [Theory]
    [InlineData("SEOUL", "", "KR")]
    [InlineData("Wien", "", "AT")]
    [InlineData("서울", "", "KR")]
    [InlineData("القاهرة", "", "EG")]
    [InlineData("PARIS", "", "FR")]
    [InlineData("PARIS", "Texas", "US")]
    [InlineData("COLUMBIA", "South Carolina", "US")]
    [InlineData("COLUMBIA", "S.C.", "US")]
    [InlineData("BRDO", "Slovenia", "SI")]
    [InlineData("RAMALLAH", "West Bank", "PS")]
    [InlineData("TBILISI", "Georgia", "GE")]
    [InlineData("ATLANTA", "Georgia", "US")]
    [InlineData("AUGUSTA", "Georgia", null)]
    [InlineData("PARIS", "Ruritania", null)]
    [InlineData("STRELSAU", "", null)]
    [InlineData("MONACO", "", "MC")]
    public void A_printed_region_decides_over_the_list_of_towns(string place, string region, string? country)
    {
        var take = new Take { Dateline = new Dateline { Text = "", Places = [place], Region = region } };

        Assert.Equal(country, DatelineReader.Locate(take, null)!.Places.FirstOrDefault()?.Country);
    }

    [Fact]
    public void The_region_belongs_to_the_last_of_several_places()
    {
        var take = new Take { Dateline = new Dateline { Text = "", Places = ["OSLO", "BRDO"], Region = "Slovenia" } };

        Assert.Equal([new LocatedPlace("OSLO", "NO"), new LocatedPlace("BRDO", "SI")],
            DatelineReader.Locate(take, null)!.Places);
    }

    [Fact]
    public void No_text_and_no_date_make_it_throw() =>
        Gen.Select(Gen.String[0, 200], Gen.Int[-1, 14], Gen.Int[-1, 33]).Sample((text, month, day) =>
        {
            var take = Story("--01-01", text + " Jan. 3, 2024 " + text) with
            {
                Dateline = new Dateline { Text = text, Places = [text], Date = new PrintedDate(null, month, day) },
            };
            return DatelineReader.Locate(take, null) is not null
                && DatelineReader.Locate(take, DateTimeOffset.MaxValue) is not null
                && DatelineReader.Locate(take, DateTimeOffset.MinValue) is not null;
        });

    [Fact]
    public void The_lists_know_only_countries_of_the_standard() =>
        Assert.All((PlaceTable.Towns + "\n" + PlaceTable.Regions).Split('\n'),
            line => Assert.True(Countries.IsCode(line.Trim()[..2]), line));

    [Fact]
    public void The_real_dispatch_is_dated_by_its_copy_and_by_its_receipt()
    {
        var lines = File.ReadAllLines(RepoFiles.SharedOrSkip("samples", "dispatch.txt"));
        var take = Story("--09-19", [.. lines[1..^2]]);

        var byCopy = DatelineReader.Locate(take, null)!;
        var byReceipt = DatelineReader.Locate(take, Instant.Parse("2023-09-19T08:00:00Z"))!;

        Assert.Equal((new DateOnly(2023, 9, 19), DateBasis.Copy), (byCopy.Date, byCopy.Basis));
        Assert.Equal((new DateOnly(2023, 9, 19), DateBasis.Received), (byReceipt.Date, byReceipt.Basis));
        Assert.Equal([new LocatedPlace("SEOUL", "KR")], byCopy.Places);
    }

    static Take Story(string printed, params string[] copy) => new()
    {
        Dateline = new Dateline { Text = "SEOUL", Places = ["SEOUL"], Date = PrintedDate.Parse(printed) },
        Body = [.. copy.Select(text => new Paragraph(text))],
    };

    static DateOnly? Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}

using System.Buffers;
using System.Text;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Receiving;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Reading.Advisories;

namespace Writethru.Tests.Desk;

/// <summary>The labels of each style, and what our own readers make of them in every format.</summary>
public class HouseLabelTests
{
    /// <summary>Each style and cause with the labels of the first, second, third, eleventh and twenty-second.</summary>
    public static TheoryData<HouseStyle, Cause, string> Labels() => new()
    {
        { HouseStyle.Yonhap, Cause.Lead, "LEAD|2nd LD|3rd LD|11th LD|22nd LD" },
        { HouseStyle.Yonhap, Cause.WriteThru, "LEAD|2nd LD|3rd LD|11th LD|22nd LD" },
        { HouseStyle.Yonhap, Cause.Correction, "CORRECTION" },
        { HouseStyle.Ap, Cause.Lead, "1st Ld|2nd Ld|3rd Ld|11th Ld|22nd Ld" },
        {
            HouseStyle.Ap, Cause.WriteThru,
            "1st Ld-Writethru|2nd Ld-Writethru|3rd Ld-Writethru|11th Ld-Writethru|22nd Ld-Writethru"
        },
        { HouseStyle.Ap, Cause.Correction, "CORRECTION" },
        { HouseStyle.Reuters, Cause.Development, "UPDATE 1|UPDATE 2|UPDATE 3|UPDATE 11|UPDATE 22" },
        { HouseStyle.Reuters, Cause.Lead, "UPDATE 1|UPDATE 2|UPDATE 3|UPDATE 11|UPDATE 22" },
        { HouseStyle.Reuters, Cause.WriteThru, "UPDATE 1|UPDATE 2|UPDATE 3|UPDATE 11|UPDATE 22" },
        { HouseStyle.Reuters, Cause.Correction, "CORRECTED" },
        { HouseStyle.Reuters, Cause.Refile, "REFILE" },
        { HouseStyle.Afp, Cause.Lead, "1st LEAD|2nd LEAD|3rd LEAD|11th LEAD|22nd LEAD" },
        { HouseStyle.Afp, Cause.WriteThru, "1st LEAD|2nd LEAD|3rd LEAD|11th LEAD|22nd LEAD" },
        { HouseStyle.Afp, Cause.Correction, "CORRECTION" },
        {
            HouseStyle.Dpa, Cause.Lead,
            "1. Zusammenfassung|2. Zusammenfassung|3. Zusammenfassung|11. Zusammenfassung|22. Zusammenfassung"
        },
        {
            HouseStyle.Dpa, Cause.WriteThru,
            "1. Zusammenfassung|2. Zusammenfassung|3. Zusammenfassung|11. Zusammenfassung|22. Zusammenfassung"
        },
        { HouseStyle.Dpa, Cause.Correction, "BERICHTIGUNG" },
    };

    [Theory, MemberData(nameof(Labels))]
    public void A_label_follows_from_style_cause_and_number(HouseStyle style, Cause cause, string labels)
    {
        int[] numbers = [1, 2, 3, 11, 22];

        Assert.Equal(labels,
            string.Join('|', numbers.Select(number => HouseLabel.Of(style, cause, number)).Distinct()));
        if (HouseLabel.Counts(style, cause))
        {
            Assert.Equal(numbers,
                numbers.Select(number => PrintedSeries.NumberOf(HouseLabel.Of(style, cause, number))));
        }
    }

    [Fact]
    public void What_the_table_does_not_name_has_no_label()
    {
        var named = Labels().Select(row => ((HouseStyle, Cause))(row.Data.Item1, row.Data.Item2)).ToHashSet();
        foreach (var style in Enum.GetValues<HouseStyle>())
        {
            foreach (var cause in Enum.GetValues<Cause>().Where(cause => !named.Contains((style, cause))))
                Assert.Equal("", HouseLabel.Of(style, cause, 2, urgency: 3));
        }
    }

    [Theory]
    [InlineData(HouseStyle.Yonhap, Cause.First, 1, "URGENT")]
    [InlineData(HouseStyle.Yonhap, Cause.First, 2, "URGENT")]
    [InlineData(HouseStyle.Yonhap, Cause.First, 3, "")]
    [InlineData(HouseStyle.Yonhap, Cause.First, null, "")]
    [InlineData(HouseStyle.Yonhap, Cause.Development, 1, "")]
    [InlineData(HouseStyle.Ap, Cause.First, 1, "")]
    public void Urgent_copy_is_urgent_when_it_opens_a_story(HouseStyle style, Cause cause,
        int? urgency, string label) =>
        Assert.Equal(label, HouseLabel.Of(style, cause, 1, urgency));

    [Fact]
    public void Behind_ninety_nine_there_are_no_numbers_that_readers_know() =>
        Assert.Equal(("99th LD", ""), (HouseLabel.Of(HouseStyle.Yonhap, Cause.Lead, 99),
            HouseLabel.Of(HouseStyle.Yonhap, Cause.Lead, 100)));

    public static TheoryData<string, HouseStyle, Cause, int> Everywhere()
    {
        var rows = new TheoryData<string, HouseStyle, Cause, int>();
        foreach (var format in WireFormats.All)
        {
            foreach (var (style, cause) in Labels().Select(row => (row.Data.Item1, row.Data.Item2)))
            {
                foreach (var number in HouseLabel.Counts(style, cause) ? new[] { 1, 2, 13 } : [1])
                    rows.Add(format.Name, style, cause, number);
            }
        }
        return rows;
    }

    [Theory, MemberData(nameof(Everywhere))]
    public void A_label_is_read_back_in_every_format_as_the_cause_that_it_stands_for(
        string format, HouseStyle style, Cause cause, int number)
    {
        var label = HouseLabel.Of(style, cause, number);
        var filed = File(cause, new Take
        {
            Slug = "FERRY", Headline = "Ferry resumes after two days",
            Advisory = new Advisory("(ATTN: CHANGES headline)"),
            Body = [new Paragraph("The ferry resumed on Tuesday, the port said.")],
        }, label);

        var (text, back) = Write(format, filed);

        Assert.Equal(label, back.Series);
        Assert.Equal("Ferry resumes after two days", back.Headline);
        Assert.Equal("(ATTN: CHANGES headline)", back.Advisory?.Text);
        Assert.Equal(ReadAs(style, cause), FileTake.CauseOf(Item(), back, filed));
        // ANPA 1312 has its keywords twice; a feed says before the headline that it is a correction.
        Assert.True(text.Split(label).Length - 1 <= (format == "anpa1312" || cause == Cause.Correction ? 2 : 1), text);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_label_needs_no_slug(string format)
    {
        var filed = File(Cause.Lead, new Take
        {
            Headline = "Ferry resumes", Body = [new Paragraph("The ferry resumed on Tuesday, the port said.")],
        }, "2nd LD");

        var (_, back) = Write(format, filed);

        Assert.Equal(("2nd LD", "", "Ferry resumes"), (back.Series, back.Slug, back.Headline));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_printed_label_stands_alone_in_every_format(string format)
    {
        var filed = File(Cause.Lead, new Take
        {
            Slug = "FERRY", Headline = "Ferry resumes after two days", Series = "7th LD",
            Body = [new Paragraph("The ferry resumed on Tuesday, the port said.")],
        }, label: "8th LD");

        var (text, back) = Write(format, filed);

        Assert.Equal("7th LD", back.Series);
        Assert.DoesNotContain("8th", text, StringComparison.OrdinalIgnoreCase);
    }

    public static TheoryData<string> Formats() => [.. WireFormats.All.Select(format => format.Name)];

    [Theory]
    [InlineData("UPDATE 2", "UPDATE 2-Ferry resumes")]
    [InlineData("CORRECTED", "CORRECTED-Ferry resumes")]
    [InlineData("REFILE", "REFILE-Ferry resumes")]
    [InlineData("2nd LD", "(2nd LD) Ferry resumes")]
    [InlineData("CORRECTION", "(CORRECTION) Ferry resumes")]
    [InlineData("2nd Ld-Writethru", "2nd Ld-Writethru: Ferry resumes")]
    [InlineData("2. Zusammenfassung", "2. Zusammenfassung: Ferry resumes")]
    [InlineData("BERICHTIGUNG", "BERICHTIGUNG: Ferry resumes")]
    public void Plain_wire_prints_the_label_before_the_headline_as_its_agency_does(string label, string line)
    {
        var filed = File(Cause.Lead, new Take
        {
            Slug = "FERRY", Headline = "Ferry resumes", Body = [new Paragraph("The ferry resumed, the port said.")],
        }, label);

        var (text, _) = Write("plainwire", filed);

        Assert.Contains($"\n{line}\n", text, StringComparison.Ordinal);
    }

    /// <summary>
    /// The cause that a style's word stands for, where it has one word for several: a number is the next top, and what
    /// Reuters updates has moved on.
    /// </summary>
    static Cause ReadAs(HouseStyle style, Cause cause) => (style, cause) switch
    {
        (HouseStyle.Reuters, Cause.Lead or Cause.WriteThru) => Cause.Development,
        (not HouseStyle.Ap, Cause.WriteThru) => Cause.Lead,
        _ => cause,
    };

    static IncomingItem Item() => new() { Bytes = default, Publisher = "next newsroom" };

    static FiledTake File(Cause cause, Take take, string label) => new()
    {
        Story = new StoryId("story"), Number = 14, Cause = cause, Take = take, Label = label,
        FiledAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
    };

    static (string Text, Take Back) Write(string format, FiledTake filed)
    {
        var output = new ArrayBufferWriter<byte>();
        WireFormats.Find(format)!.Write(filed, null, Channel.Default, output);
        var back = Assert.Single(WireFormats.Read(output.WrittenSpan, ReadOptions.Default).Takes);
        return (Encoding.UTF8.GetString(output.WrittenSpan), back);
    }
}

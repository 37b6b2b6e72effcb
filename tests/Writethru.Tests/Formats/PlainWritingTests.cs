using System.Text;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>What plain wire writes: a dispatch that people read, labelled only where copy would be misread.</summary>
public class PlainWritingTests
{
    static readonly IWireFormat _plain = WireFormats.Find("plainwire")!;

    static readonly Take _take = new()
    {
        Headline = "Ferry terminal reopens after storm",
        Slug = "NORLAND-FERRY",
        Series = "2nd LD",
        Urgency = 3,
        Keywords = ["harbor", "ferry"],
        Subjects = [new Concept(Schemes.SubjectCode, "04000000", "economy")],
        Advisory = new Advisory("(ATTN: ADDS figures)"),
        Notes = [new Note(NoteRoles.Correction, "Corrects the name of the pier")],
        Dateline = DatelineGrammar.Find("SAEMARU, Nov. 24 (Yonhap) --")!.Dateline,
        Body =
        [
            new Paragraph("The terminal reopened on Tuesday."),
            new Paragraph("Boats sail at nine.")
            {
                Subheads = [new Subhead(2, "Two piers stay shut")],
                Marks = [new Mark(new TextSpan(0, 5), MarkKind.Strong)],
            },
            new Paragraph("The north pier is shut.") { Kind = ParagraphKind.Item, Level = 1 },
            Paragraph.Of(new Table(
            [
                new TableRow([new TableCell("항구", IsHeader: true), new TableCell("Boats", IsHeader: true)]),
                new TableRow([new TableCell("North"), new TableCell("0")]),
            ])),
        ],
        Pictures = [new Picture { After = 1, Caption = "The pier at dawn", Credit = "KIO" }],
        CopyrightNotice = "(c) 2026 KIO",
        EndMark = "(END)",
    };

    [Fact]
    public void A_rich_take_is_printed_as_a_dispatch()
    {
        var text = RoundTrip.Write(_plain, RoundTrip.File(_take), out var omissions);

        Assert.Equal(
            """
            Slug: NORLAND-FERRY

            Urgency: 3

            Keywords: harbor, ferry

            Subject-Name: economy | 04000000 | http://cv.iptc.org/newscodes/subjectcode/

            (2nd LD) Ferry terminal reopens after storm

            (ATTN: ADDS figures)

            Editor-Note: Corrects the name of the pier | correction

            SAEMARU, Nov. 24 (Yonhap) -- The terminal reopened on Tuesday.

            Picture-Caption: The pier at dawn

            Picture-Credit: KIO

            - Two piers stay shut -

            Boats sail at nine.

            • The north pier is shut.

            | 항구  | Boats |
            |-------|-------|
            | North | 0     |

            (c) 2026 KIO

            (END)


            """.ReplaceLineEndings("\n"),
            text);
        Assert.Equal(
            new Omission("body[1].marks", "Plain text has no emphasis and no links."), Assert.Single(omissions));
    }

    public static TheoryData<string> Goldens() =>
    [
        .. Directory.GetFiles(RepoFiles.Golden("plainwire"), "*.in").Order(StringComparer.Ordinal)
            .Select(file => Path.GetFileNameWithoutExtension(file)),
    ];

    /// <summary>The only golden file whose copy has a line end inside a paragraph, which no dispatch prints.</summary>
    static readonly string[] _labelled = ["labelled-whole"];

    [Theory, MemberData(nameof(Goldens))]
    public void A_dispatch_is_printed_as_one_again_and_reads_the_same(string name)
    {
        var bytes = File.ReadAllBytes(RepoFiles.Golden("plainwire", name + ".in"));
        if (!_plain.Read(bytes, ReadOptions.Default).TryGetTake(out var take))
            return;

        var text = RoundTrip.Write(_plain, RoundTrip.File(take), out _);

        Assert.Equal(_labelled.Contains(name), text.StartsWith("Layout: labelled\n", StringComparison.Ordinal));
        RoundTrip.AssertHolds(_plain, take);
    }

    [Theory]
    [InlineData(Cause.First, null)]
    [InlineData(Cause.Development, "update")]
    [InlineData(Cause.Lead, "update")]
    [InlineData(Cause.WriteThru, "update")]
    [InlineData(Cause.Correction, "correction")]
    [InlineData(Cause.Refile, "refile")]
    [InlineData(Cause.Hold, null)]
    public void A_further_take_says_what_it_does_and_a_first_one_says_nothing(Cause cause, string? signal)
    {
        var text = RoundTrip.Write(_plain, RoundTrip.File(_take, cause, cause == Cause.First ? 1 : 2), out _);

        Assert.Equal(signal is not null, text.Contains("Signal: ", StringComparison.Ordinal));
        Assert.Contains(signal is null ? "" : $"Signal: {signal}\n", text);
    }

    [Theory]
    [InlineData("CORRECTED", Cause.Correction, "CORRECTED-Ferry terminal")]
    [InlineData("UPDATE 2", Cause.Development, "UPDATE 2-Ferry terminal")]
    [InlineData("1st Ld-Writethru", Cause.WriteThru, "1st Ld-Writethru: Ferry terminal")]
    public void A_series_label_that_says_it_is_printed_as_its_agency_does_and_nothing_else(
        string series, Cause cause, string line)
    {
        var text = RoundTrip.Write(_plain, RoundTrip.File(_take with { Series = series }, cause, 2), out _);

        Assert.Contains(line, text);
        Assert.DoesNotContain("Signal: ", text);
    }

    [Fact]
    public void What_is_not_public_is_marked_so_where_it_is_written_at_all()
    {
        var take = _take with
        {
            Notes =
            [
                new Note("", "Call Lena Berg", IsPublic: false),
                new Note(NoteRoles.Notebook, "# Notizblock\nLena Berg, +47 000 555 0100", IsPublic: false),
            ],
        };

        var text = RoundTrip.Write(_plain, RoundTrip.File(take), out _);

        Assert.Contains("Private-Note: Call Lena Berg\n", text);
        Assert.EndsWith("# Notizblock\nLena Berg, +47 000 555 0100\n\n", text);
        RoundTrip.AssertHolds(_plain, take);
    }

    [Theory]
    [InlineData("• not an item")]
    [InlineData("- between dashes -")]
    [InlineData("> not a quotation")]
    [InlineData("| a | b |")]
    [InlineData("Picture-Caption: none")]
    [InlineData("two\nlines")]
    [InlineData("dpa jr yydd n1 sku")]
    public void Copy_that_looks_like_structure_is_labelled(string paragraph)
    {
        var take = _take with { Body = [new Paragraph("One."), new Paragraph(paragraph)], Pictures = [] };

        Assert.StartsWith("Layout: labelled\n", RoundTrip.Write(_plain, RoundTrip.File(take), out var omissions));
        Assert.Empty(omissions);
        RoundTrip.AssertHolds(_plain, take);
    }

    [Fact]
    public void Terms_behind_a_label_bind_the_picture_above_them_and_add_to_those_of_its_caption()
    {
        var take = _plain.Read(
            """
            Ferry back
            ULDO, Nov. 24 (KIO) -- It is back.
            A ferry, in this photo. (JAPAN OUT) (KIO)
            Picture-Terms: For use only in Norland
            Picture-Headline: The ferry
            All are safe.
            """u8, ReadOptions.Default).TakeOrThrow();

        var picture = Assert.Single(take.Pictures);
        Assert.Equal(("JAPAN OUT. For use only in Norland", "The ferry"), (picture.UsageTerms?.Text, picture.Headline));
        Assert.Equal(2, take.Body.Length);
    }

    [Fact]
    public void The_text_of_a_labelled_table_is_that_of_its_cells_and_other_text_stands_before_it()
    {
        var take = _plain.Read(
            """
            Layout: labelled
            Paragraph: Results
            Paragraph-Row: hh | Pier | Boats
            Paragraph:
            Paragraph-Kind: table
            Paragraph-Row: dd | North | 0
            Paragraph: No rows
            Paragraph-Kind: table
            """u8, ReadOptions.Default).TakeOrThrow();

        Assert.Equal(
            ["Results", "Pier\tBoats", "North\t0", "No rows"], take.Body.Select(paragraph => paragraph.Text));
        Assert.All(take.Body, paragraph => Assert.Equal(
            paragraph.Kind == ParagraphKind.Table ? paragraph.Text : null, paragraph.Table?.ToText()));
    }

    [Theory]
    [InlineData("Source: port to close", "Source: port to close")]
    [InlineData("Note: what we know of the storm", "Note: what we know of the storm")]
    [InlineData("Place: a town of fog", "Place: a town of fog")]
    public void A_headline_with_a_colon_is_no_labelled_line(string line, string headline) => Assert.Equal(
        headline,
        _plain.Read(Encoding.UTF8.GetBytes($"{line}\nULDO, Nov. 24 (KIO) -- It is back."), ReadOptions.Default)
            .TakeOrThrow().Headline);

    [Fact]
    public void A_note_that_a_label_names_binds_as_any_other()
    {
        var take = _plain.Read(
            "Ferry back\nEditor-Note: EMBARGOED UNTIL Monday\nULDO, Nov. 24 (KIO) -- It is back."u8,
            ReadOptions.Default)
            .TakeOrThrow();

        Assert.NotNull(take.Embargo);
        Assert.Null(take.Embargo.Until);
    }
}

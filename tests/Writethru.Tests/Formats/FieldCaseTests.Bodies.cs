using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Tests.Formats;

public partial class FieldCaseTests
{
    static Take PhotoOf(string name) => PictureFile.Read(FieldCase.Bytes(name)).Take;

    static IEnumerable<string> TextsOf(Take take) => take.Body.Select(paragraph => paragraph.Text);

    [Fact]
    public void A_description_of_a_picture_is_no_copy()
    {
        var take = FieldCase.Take("09-");

        Assert.Equal(2, take.Body.Length);
        var picture = Assert.Single(take.Pictures);
        Assert.Equal(("A gardener in Saltern.", "Ana Lund/Saltern"), (picture.Caption, picture.Credit));
    }

    [Fact]
    public void A_group_is_one_picture_in_two_files()
    {
        var picture = Assert.Single(FieldCase.Take("10-").Pictures);

        Assert.Equal("Waves.", picture.Caption);
        Assert.Equal([140, 1200], picture.Renditions.Select(file => file.Width ?? 0).Order());
    }

    [Fact]
    public void A_quoted_post_stays_and_its_script_does_not()
    {
        var take = FieldCase.Take("34-");

        Assert.Contains(take.Body, paragraph => paragraph.Kind == ParagraphKind.Quote);
        Assert.DoesNotContain("script", string.Join(' ', TextsOf(take)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("FEED-012", FieldCase.Read("34-").Remarks.Select(remark => remark.Code));
    }

    [Fact]
    public void An_embedded_picture_is_its_association()
    {
        var picture = Assert.Single(FieldCase.Take("40-").Pictures);

        Assert.Equal((1, "Caption in body", "Ana Lund"), (picture.After, picture.Caption, picture.Credit));
    }

    [Fact]
    public void Elements_of_an_office_program_part_no_paragraph()
    {
        var take = FieldCase.Take("41-");

        Assert.Equal(["The ferry sailed Port Mirada at noon."], TextsOf(take));
    }

    [Fact]
    public void Numbers_strings_and_nulls_stop_nothing()
    {
        var take = FieldCase.Take("42-");

        Assert.Equal(("3", 2, TakeStatus.Usable), (take.SenderVersion, take.Urgency ?? 0, take.Status));
        Assert.Equal(["x", "y"], take.Keywords);
    }

    [Fact]
    public void Without_a_status_an_item_is_usable()
    {
        var take = FieldCase.Take("44-");

        Assert.Equal(TakeStatus.Usable, take.Status);
        Assert.NotNull(take.VersionCreated?.At);
    }

    [Fact]
    public void An_embargoed_item_is_not_usable_now() =>
        Assert.Equal("2026-12-24T06:00:00Z", Instant.Write(FieldCase.Take("48-").Embargo!.Until!.Value));

    [Fact]
    public void A_release_without_a_zone_waits()
    {
        var embargo = FieldCase.Take("50-").Embargo;

        Assert.NotNull(embargo);
        Assert.Null(embargo.Until);
    }

    [Fact]
    public void An_alert_needs_no_headline() => Assert.Single(FieldCase.Take("52-").Body);

    [Fact]
    public void Lines_of_a_caption_do_not_run_together()
    {
        var picture = PhotoOf("62-").Pictures[0];

        Assert.DoesNotContain("sails.Mayor", picture.Caption, StringComparison.Ordinal);
        Assert.Contains("Ana Lund", picture.Caption + picture.Credit + picture.Creator, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_is_never_shown_in_a_caption() =>
        Assert.DoesNotContain("&#", PhotoOf("63-").Pictures[0].Caption, StringComparison.Ordinal);

    [Fact]
    public void The_offset_of_a_picture_is_not_its_hour() =>
        Assert.Equal("2026-11-23T22:47:40Z", Instant.Write(PhotoOf("64-").Pictures[0].Taken!.At!.Value));

    [Fact]
    public void Instructions_embargo_and_limit_a_picture()
    {
        var take = PhotoOf("68-");

        Assert.NotNull(take.Embargo);
        Assert.Contains("NO SALES", take.Pictures[0].UsageTerms!.Text, StringComparison.Ordinal);
        Assert.Contains("NO ARCHIVES", take.Pictures[0].UsageTerms!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_expires() =>
        Assert.Equal("2026-12-01T00:00:00Z", Instant.Write(PhotoOf("69-").Expiry!.At!.Value));

    [Fact]
    public void A_keyword_is_not_cut() => Assert.Contains("mayor", PhotoOf("70-").Pictures[0].Keywords);

    [Fact]
    public void The_agency_is_credited_and_its_photographer_named()
    {
        var picture = PhotoOf("71-").Pictures[0];

        Assert.Equal(("Kestrel Images", "Ana Lund for the Saltern Times"), (picture.Credit, picture.Creator));
    }

    [Fact]
    public void The_metadata_that_was_changed_last_counts() =>
        Assert.Equal("New caption, mayor named.", PhotoOf("72-").Pictures[0].Caption);

    [Fact]
    public void An_emptied_description_stops_nothing() => Assert.Equal("Ferry", PhotoOf("74-").Headline);

    [Fact]
    public void A_corrected_caption_is_a_correction_and_its_note_no_caption()
    {
        var take = PhotoOf("76-");

        Assert.Equal((Signal.Correction, "CORRECTION", "Ferry"), (take.Signal, take.Series, take.Headline));
        Assert.Equal("CORRECTION - corrects name of mayor to Ann Dahl.", take.Advisory?.Text);
        Assert.StartsWith("The ferry sails with Ann Dahl", take.Pictures[0].Caption, StringComparison.Ordinal);
        Assert.Contains("Ana Lund", take.Pictures[0].Caption + take.Pictures[0].Credit, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_of_xmp_bind() => Assert.NotNull(PhotoOf("77-").Pictures[0].UsageTerms);

    [Fact]
    public void Metadata_that_is_cut_off_is_read_as_far_as_it_goes() =>
        Assert.Equal("The ferry sails", PhotoOf("78-").Pictures[0].Caption);

    [Fact]
    public void A_photographer_in_the_caption_is_never_lost()
    {
        var picture = PhotoOf("100-").Pictures[0];

        Assert.Contains("Ana Lund", picture.Caption + picture.Credit + picture.Creator, StringComparison.Ordinal);
        Assert.Equal("Saltern", picture.Credit);
    }

    [Fact]
    public void Html_that_was_escaped_twice_is_copy() =>
        Assert.Equal(["The harbor opened."], TextsOf(FieldCase.Take("102-")));

    [Fact]
    public void What_a_camera_writes_is_no_caption() => Assert.Equal("", PhotoOf("105-").Pictures[0].Caption);

    [Fact]
    public void An_address_is_no_byline() => Assert.Equal("Ana Lund", FieldCase.Take("106-").Byline);

    [Fact]
    public void Files_beside_an_item_are_renditions_of_one_picture() =>
        Assert.Equal(2, Assert.Single(FieldCase.Take("107-").Pictures).Renditions.Length);

    [Fact]
    public void Marks_of_a_table_are_no_copy()
    {
        var take = FieldCase.Take("104-");

        Assert.DoesNotContain("<#>", string.Concat(TextsOf(take)), StringComparison.Ordinal);
        Assert.Equal(3, take.Body[1].Table!.Rows.Length);
    }

    [Fact]
    public void Copy_of_a_wire_without_its_control_bytes_has_its_head()
    {
        var take = FieldCase.Take("113-");

        Assert.Equal(("PM-Saltern Probe", "1st Ld-Writethru", "Harbor Chief Reportedly Threatened Auditor"),
            (take.Slug, take.Series, take.Headline));
        Assert.Equal("2026-11-24T10:56:00Z", Instant.Write(take.VersionCreated!.At!.Value));
        Assert.Equal(3, take.Body.Length);
    }

    [Fact]
    public void A_summary_is_one_take_and_its_stories_have_sub_heads()
    {
        var take = FieldCase.Take("115-");

        Assert.Equal(("Saltern News Summary", ""), (take.Headline, take.Series));
        Assert.Null(take.Dateline);
        Assert.Equal(3, take.Body.Length);
        Assert.Equal(["(2nd LD) Port of Saltern reopens after storm", "Council raises taxes"],
            take.Body.SelectMany(paragraph => paragraph.Subheads).Select(subhead => subhead.Text));
        Assert.DoesNotContain("--------", string.Concat(TextsOf(take)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("118-", TakeStatus.Withheld)]
    [InlineData("120-", TakeStatus.Canceled)]
    public void Words_that_stop_it_stop_it(string name, TakeStatus status) =>
        Assert.Equal(status, FieldCase.Take(name).Status);

    [Fact]
    public void The_label_of_a_headline_is_its_series() => Assert.Equal("CORRECTED", FieldCase.Take("119-").Series);
}

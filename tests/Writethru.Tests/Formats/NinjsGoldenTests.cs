using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>The main fields of the golden files of ninjs, by hand.</summary>
public class NinjsGoldenTests
{
    static ReadResult Read(string name) =>
        WireFormats.Read(File.ReadAllBytes(RepoFiles.Golden("ninjs", name + ".in")), ReadOptions.Default);

    [Fact]
    public void The_Superdesk_dialect_fills_the_same_fields()
    {
        var take = Read("superdesk").TakeOrThrow();

        Assert.Equal("urn:newsml:desk.harbor.example:2026-11-24T09:12:00.123456:ab12", take.SenderId);
        Assert.Equal(("4", 3, 6, 14), (take.SenderVersion, take.Urgency, take.Priority, take.WordCount));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero), take.Embargo?.Until);
        Assert.Equal("Jane Roe", take.Byline);
        Assert.Equal(["ferry", "harbor"], take.Keywords);
        Assert.Equal(new Concept(Schemes.Category, "i", "International News"), take.Subjects[0]);
        Assert.Equal(new Link(LinkRels.DerivedFrom,
            "urn:newsml:desk.harbor.example:2026-11-23T01:00:00.000001:ab11"), take.Links[0]);
        Assert.Equal([ParagraphKind.Prose, ParagraphKind.Item, ParagraphKind.Item], take.Body.Select(p => p.Kind));
    }

    [Fact]
    public void A_picture_of_an_association_stands_where_the_markup_shows_it_and_keeps_its_terms()
    {
        var pictures = Read("superdesk").TakeOrThrow().Pictures;

        Assert.Equal([(1, "No sales"), (3, "Norland only")],
            pictures.Select(picture => (picture.After, picture.UsageTerms?.Text ?? "")));
    }

    [Fact]
    public void A_picture_that_only_the_markup_shows_is_not_free_beside_one_with_terms()
    {
        var result = Read("picture-in-markup");

        Assert.All(result.TakeOrThrow().Pictures, picture => Assert.NotNull(picture.UsageTerms));
        Assert.Contains(result.Remarks, remark => remark.Code == "NINJS-017");
    }

    [Fact]
    public void An_item_that_is_a_picture_is_a_take_with_that_picture_bound_by_all_that_the_item_says()
    {
        var take = Read("picture-item").TakeOrThrow();

        var picture = Assert.Single(take.Pictures);
        Assert.Equal("港の灯", take.Headline);
        Assert.Equal("防波堤の灯台、24日。", picture.Caption);
        Assert.Equal("Editorial use only; NORLAND OUT; © 2026 KIO", picture.UsageTerms?.Text);
        Assert.Equal(["main", "bad", "local"], picture.Renditions.Select(rendition => rendition.Name));
        Assert.Equal(5_200_000, picture.Renditions[0].Bytes);
    }

    [Theory]
    [InlineData("event", "event", "urn:kio:event:1", "Reopening of the harbor")]
    [InlineData("video", "video", "urn:kio:video:4", "Ferry leaves")]
    public void An_item_without_copy_is_named(string name, string kind, string id, string title)
    {
        var result = Read(name);

        Assert.Empty(result.Takes);
        Assert.Equal(new ItemWithoutCopy(kind, id, title), Assert.Single(result.WithoutCopy));
        Assert.DoesNotContain(result.Remarks, remark => remark.Severity == Severity.Error);
    }

    [Fact]
    public void Markup_is_read_before_plain_text_and_the_main_body_before_a_summary()
    {
        var result = Read("arabic-markup");
        var take = result.TakeOrThrow();

        Assert.Equal("عودة العبارات إلى الميناء", take.Headline);
        Assert.Equal([ParagraphKind.Prose, ParagraphKind.Quote, ParagraphKind.Table, ParagraphKind.Prose],
            take.Body.Select(paragraph => paragraph.Kind));
        Assert.Equal("https://harbor.example/a", take.Body[0].Marks[1].Target);
        Assert.Equal(2, take.Extras.Count(extra => extra.Name == "bodies"));
        Assert.DoesNotContain(take.Body, paragraph => paragraph.Text.Contains("alert", StringComparison.Ordinal));
        Assert.Contains(result.Remarks, remark => remark.Code == "NINJS-023");
    }

    [Fact]
    public void A_body_in_NITF_is_its_content_alone()
    {
        var take = Read("nitf-body").TakeOrThrow();

        Assert.Equal(["Beide Molen sind frei.", "Der Sturm zog ab."], take.Body.Select(paragraph => paragraph.Text));
        Assert.Equal("Hintergrund", Assert.Single(take.Body[1].Subheads).Text);
        Assert.Equal("Nordhafen (kio) -", take.Dateline?.Text);
    }

    [Fact]
    public void A_key_in_escapes_is_the_key_that_it_spells()
    {
        var take = Read("proto").TakeOrThrow();

        Assert.Equal(TakeStatus.Canceled, take.Status);
        Assert.Null(take.Urgency);
        Assert.Equal("18446744073709551616", take.SenderVersion);
        Assert.Contains(take.Extras, extra => extra.Name == "__proto__");
    }

    [Fact]
    public void The_zone_of_a_known_provider_makes_an_instant_of_a_time_without_one()
    {
        var result = Read("profile-zone");
        var take = result.TakeOrThrow();

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 5, 0, 0, TimeSpan.Zero), take.Embargo?.Until);
        Assert.Equal(new SenderTime("gestern", null), take.FirstCreated);
        Assert.Contains(result.Remarks, remark => remark.Code == "NINJS-021");
    }

    [Fact]
    public void A_signal_is_read_by_its_word_and_an_expiry_is_no_embargo()
    {
        var take = Read("signal").TakeOrThrow();

        Assert.Equal(Signal.Correction, take.Signal);
        Assert.Null(take.Embargo);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), take.Expiry?.At);
        Assert.Equal([new Labelled("short", "Twelve boats")], take.Headlines);
    }

    [Fact]
    public void Version_2_and_its_list_of_renditions_fill_the_same_fields()
    {
        var take = WireFormats
            .Read(File.ReadAllBytes(RepoFiles.Golden("ninjs2", "2.1-story.in")), ReadOptions.Default).TakeOrThrow();

        Assert.Equal("새마루항 여객선 운항 재개", take.Headline);
        Assert.Equal("한빛통신", take.CopyrightHolder);
        Assert.Equal(new Concept(Schemes.MediaTopic, "20000143", "해운"), Assert.Single(take.Subjects));
        Assert.Equal((1200, 800), (take.Pictures[0].Renditions[0].Width, take.Pictures[0].Renditions[0].Height));
    }
}

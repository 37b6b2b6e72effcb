using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.NewsMl12;

/// <summary>What matters of each golden item, written by hand.</summary>
public class NewsMlGoldenTests
{
    static ReadResult ReadResult(string name, ReadOptions? options = null) => WireFormats.Find("newsml")!.Read(
        File.ReadAllBytes(RepoFiles.Golden("newsml", name + ".in")), options ?? ReadOptions.Default);

    static Take Read(string name, ReadOptions? options = null) => ReadResult(name, options).TakeOrThrow();

    [Theory]
    [InlineData(
        "story-1.2", "Port Ellery ferry sails again after three days", "Norland-ferry-strike", "PORT ELLERY", 3, 1)]
    [InlineData("arabic-alert", "", "تنبيه", "", 2, 0)]
    [InlineData("embargo", "새마루항 물동량 증가", "", "서울", 2, 0)]
    [InlineData("equivalents", "ミラダ港が再開", "", "", 3, 0)]
    [InlineData("base64", "Fähren fahren", "", "", 2, 0)]
    [InlineData("escaped-html", "Escaped", "", "", 2, 0)]
    [InlineData("doctype", "Timetable", "", "PORT ELLERY", 2, 0)]
    [InlineData("topics", "Lines elect chair", "", "", 2, 0)]
    [InlineData("picture-only", "Quay of Port Ellery", "", "PORT ELLERY", 0, 1)]
    [InlineData("correction", "Harbor opens", "", "PORT ELLERY", 1, 0)]
    [InlineData("delta", "", "", "", 1, 0)]
    [InlineData("no-management", "", "", "", 2, 0)]
    [InlineData("rights", "Norland wins regatta", "", "", 1, 1)]
    public void Headline_slug_place_paragraphs_and_pictures_are_found(
        string name, string headline, string slug, string place, int paragraphs, int pictures)
    {
        var take = Read(name);

        Assert.Equal(headline, take.Headline);
        Assert.Equal(slug, take.Slug);
        Assert.Equal(place, string.Join(',', take.Dateline?.Places ?? []));
        Assert.Equal(paragraphs, take.Body.Length);
        Assert.Equal(pictures, take.Pictures.Length);
    }

    [Theory]
    [InlineData("embargo", "20261125T060000+0900", "2026-11-24T21:00:00Z", null)]
    [InlineData("embargo-no-zone", "20261125T060000", null, null)]
    [InlineData("embargo-twice", "20261125T060000Z; 20261124T060000Z", null, null)]
    [InlineData("nitf-embargoed", "20261125T090000+0100", "2026-11-25T08:00:00Z", "2026-12-01T00:00:00Z")]
    [InlineData("expiry", null, null, "2026-11-26T00:00:00Z")]
    public void An_embargo_is_no_expiry_and_the_other_way_round(
        string name, string? words, string? until, string? expiry)
    {
        var take = Read(name);

        Assert.Equal(words, take.Embargo?.Text);
        Assert.Equal(until, take.Embargo?.Until is { } instant ? Instant.Write(instant) : null);
        Assert.Equal(expiry, take.Expiry?.At is { } end ? Instant.Write(end) : null);
    }

    [Fact]
    public void A_profile_gives_the_zone_that_the_item_does_not()
    {
        var profile = new Writethru.Formats.ProviderProfile { Name = "nordhafen", Zone = "Europe/Berlin" };

        var take = Read("embargo-no-zone", new ReadOptions { Profile = profile });

        Assert.Equal("2026-11-25T05:00:00Z", Instant.Write(take.Embargo!.Until!.Value));
    }

    [Fact]
    public void A_headline_is_made_only_where_a_profile_says_so()
    {
        var profile = new Writethru.Formats.ProviderProfile { Name = "port", HeadlineFromLabel = true };

        var take = Read("arabic-alert", new ReadOptions { Profile = profile });

        Assert.Equal("", Read("arabic-alert").Headline);
        Assert.Equal(take.Body[0].Text, take.Headline);
    }

    [Theory]
    [InlineData("story-1.2", TakeStatus.Usable, Signal.Update)]
    [InlineData("arabic-alert", TakeStatus.Usable, Signal.Repeat)]
    [InlineData("kill-management-only", TakeStatus.Canceled, Signal.Update)]
    [InlineData("delta", TakeStatus.Usable, Signal.Delta)]
    [InlineData("status-unknown", TakeStatus.Withheld, Signal.None)]
    [InlineData("correction", TakeStatus.Usable, Signal.Correction)]
    [InlineData("expiry", TakeStatus.Usable, Signal.None)]
    public void Status_and_signal_are_what_the_management_says(string name, TakeStatus status, Signal signal)
    {
        var take = Read(name);

        Assert.Equal(status, take.Status);
        Assert.Equal(signal, take.Signal);
        Assert.Equal(signal == Signal.Delta, take.IsPartial);
    }

    [Fact]
    public void The_identity_of_a_story_is_the_same_in_all_its_revisions()
    {
        var take = Read("story-1.2");

        Assert.Equal("urn:newsml:harborwire.example:20261124:HW-0417", take.SenderId);
        Assert.Equal("2", take.SenderVersion);
        Assert.Equal(
            new Link(LinkRels.PreviousVersion, "urn:newsml:harborwire.example:20261124:HW-0417") { Version = "1" },
            take.Links[0]);
        Assert.Equal("4", Read("kill-management-only").SenderVersion);
    }

    [Fact]
    public void Everything_that_limits_use_is_among_the_terms_of_what_it_binds()
    {
        var take = Read("rights");

        foreach (var words in (string[])["No archival use", "Subscribers only", "NO USE ONLINE", "Editorial use only",
            "Republic of Korea", "No redistribution", "20261231", "MaxImages: 75"])
            Assert.Contains(words, take.UsageTerms!.Text);
        foreach (var words in (string[])["RESTRICTED TO EDITORIAL USE.", "No sale in Norland", "No Redistribution"])
            Assert.Contains(words, take.Pictures[0].UsageTerms!.Text);
        Assert.Equal("The winners on the quay.", take.Pictures[0].Caption);
        Assert.Null(Read("story-1.2").UsageTerms);
        Assert.Equal("© 2026 Harbor Wire", Read("story-1.2").CopyrightNotice);
    }

    [Fact]
    public void A_picture_stands_where_the_copy_refers_to_it_and_has_its_files()
    {
        var picture = Assert.Single(Read("story-1.2").Pictures);

        Assert.Equal(1, picture.After);
        Assert.Equal("The ferry Norland Star leaves the quay.", picture.Caption);
        Assert.Equal("Mary Poe / HW", picture.Credit);
        Assert.Equal(
            [new Rendition("HighDef", "star-high.jpg")
             {
                 MediaType = "image/jpeg",
                 Width = 768,
                 Height = 511,
                 Bytes = 268272,
             },
             new Rendition("Thumbnail", "star-thumb.jpg") { MediaType = "image/jpeg" }],
            picture.Renditions);
    }

    [Fact]
    public void Marks_of_direction_stay_where_they_stand()
    {
        var text = Read("arabic-alert").Body[0].Text;

        Assert.StartsWith("\u200F", text);
        Assert.EndsWith("\u200F", text);
    }

    [Fact]
    public void Topics_of_the_document_name_its_people_and_codes()
    {
        var take = Read("topics");

        Assert.Equal(new Concept("HwPeople", "P-77", "Jane Roe"), Assert.Single(take.People));
        Assert.Equal(new Concept("HwTicker", "NST", "Norland Star Lines"), Assert.Single(take.Organisations));
        Assert.Equal(
            [new Concept(Schemes.SubjectCode, "04015001", "shipping"), new Concept("HwSubject", "HARBOR")],
            take.Subjects);
    }

    [Fact]
    public void Several_items_are_several_takes_and_sound_is_an_item_without_copy()
    {
        var result = ReadResult("two-items-latin-9");

        Assert.Equal(["Port à 3 €", "Deuxième"], result.Takes.Select(take => take.Headline));
        Assert.Equal(new ItemWithoutCopy("audio", "urn:newsml:mirada.example:20261124:MI-2", "Harbor sounds"),
            Assert.Single(result.WithoutCopy));
        Assert.DoesNotContain(result.Remarks, remark => remark.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("no-copy", "video"), InlineData("topic-set", "TopicSet")]
    public void What_holds_no_copy_says_so(string name, string kind)
    {
        var result = ReadResult(name);

        Assert.Empty(result.Takes);
        Assert.Equal(kind, Assert.Single(result.WithoutCopy).Kind);
        Assert.Contains(result.Remarks, remark => remark is { Code: "NEWSML-004", Severity: Severity.Note });
    }

    [Theory]
    [InlineData("not-newsml", "NEWSML-001"), InlineData("broken", "XML-001")]
    public void What_cannot_be_read_is_refused(string name, string code)
    {
        var result = ReadResult(name);

        Assert.Empty(result.Takes);
        Assert.Contains(result.Remarks, remark => remark.Code == code && remark.Severity == Severity.Error);
    }

    [Fact]
    public void What_the_standard_wants_is_an_error_only_when_strict()
    {
        var strict = new ReadOptions { IsStrict = true };

        Assert.Contains(ReadResult("no-management", strict).Remarks, remark => remark.Severity == Severity.Error);
        Assert.Single(ReadResult("no-management", strict).Takes);
        Assert.DoesNotContain(ReadResult("no-management").Remarks, remark => remark.Severity == Severity.Error);
        Assert.DoesNotContain(ReadResult("story-1.2", strict).Remarks, remark => remark.Severity == Severity.Error);
    }
}

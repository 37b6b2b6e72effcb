using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>What matters of each item, written by hand.</summary>
public class NewsMlG2GoldenTests
{
    static ReadResult ReadAll(string name) =>
        WireFormats.Read(File.ReadAllBytes(RepoFiles.Golden("newsmlg2", name + ".in")), ReadOptions.Default);

    static Take Read(string name) => ReadAll(name).TakeOrThrow();

    public static TheoryData<string> Names() =>
    [
        .. Directory.GetFiles(RepoFiles.Golden("newsmlg2"), "*.in")
            .Select(file => Path.GetFileNameWithoutExtension(file)),
    ];

    [Theory, MemberData(nameof(Names))]
    public void Every_take_reads_back_the_same_from_what_we_write_but_for_the_omissions(string name) =>
        Assert.All(ReadAll(name).Takes, take => RoundTrip.AssertHolds(WireFormats.Find("newsmlg2")!, take));

    [Theory]
    [InlineData("no-status", TakeStatus.Usable)]
    [InlineData("status-other-alias", TakeStatus.Withheld)]
    [InlineData("status-uri", TakeStatus.Canceled)]
    [InlineData("status-unknown", TakeStatus.Withheld)]
    [InlineData("status-rebound", TakeStatus.Withheld)]
    [InlineData("status-twice", TakeStatus.Canceled)]
    public void A_status_is_read_by_its_scheme_and_what_is_not_understood_waits(string name, TakeStatus status) =>
        Assert.Equal(status, Read(name).Status);

    [Theory]
    [InlineData("embargo", "2026-11-25T07:00:00+01:00", "2026-11-25T06:00:00Z")]
    [InlineData("embargo-empty", "embargoed", null)]
    [InlineData("embargo-no-zone", "2026-11-25T07:00:00", null)]
    [InlineData("embargo-in-note", "EMBARGOED UNTIL 0600 GMT Nov. 25, 2026", "2026-11-25T06:00:00Z")]
    [InlineData("embargo-two", "2026-11-25T06:00:00Z; EMBARGOED UNTIL 0900 GMT Nov. 25, 2026", null)]
    [InlineData("nitf-embargoed", "20261125T060000Z", "2026-11-25T06:00:00Z")]
    public void An_embargo_keeps_its_words_and_lifts_only_at_an_instant_beyond_doubt(
        string name, string words, string? until)
    {
        var take = Read(name);

        Assert.Equal(words, take.Embargo?.Text);
        Assert.Equal(until, take.Embargo?.Until is { } instant ? Instant.Write(instant) : null);
        Assert.Null(take.Expiry);
    }

    [Fact]
    public void An_expiry_is_no_embargo()
    {
        var take = Read("expires-no-embargo");

        Assert.Null(take.Embargo);
        Assert.Equal("2026-11-25T06:00:00Z", take.Expiry?.Text);
    }

    [Fact]
    public void Every_property_finds_its_field()
    {
        var take = Read("full");

        Assert.Equal("Ferry terminal reopens after storm", take.Headline);
        Assert.Equal([new Labelled("kiohead:short", "Ferries run again")], take.Headlines);
        Assert.Equal("UPDATES with the port authority in paras 2-3", take.Advisory?.Text);
        Assert.Equal("SAEMARU, Nov. 24 (Harbor News) --", take.Dateline?.Text);
        Assert.Equal("The ferry terminal of Saemaru reopened on Tuesday.", take.Body[0].Text);
        Assert.Equal("What comes next", take.Body[2].Subheads[0].Text);
        Assert.Equal(["Strong", "Link"], take.Body[2].Marks.Select(mark => mark.Kind.ToString()));
        Assert.Equal("Park Dal-rae", take.Byline);
        Assert.Equal("HARBOR-FERRY", take.Slug);
        Assert.Equal(3, take.Urgency);
        Assert.Equal(Signal.Update, take.Signal);
        Assert.Equal("Saemaru Port Authority", take.Source);
        Assert.Equal("Harbor News Cooperative", take.CopyrightHolder);
        Assert.Equal("Not for use in Suland. No archive.", take.UsageTerms?.Text);
        Assert.Equal(new Concept(Schemes.MediaTopic, "20000139", "maritime accident"), Assert.Single(take.Subjects));
        Assert.Equal("Han Sol", Assert.Single(take.People).Name);
        Assert.Equal("Saemaru Port Authority", Assert.Single(take.Organisations).Name);
        Assert.Equal("Saemaru", take.Places[0].Name);
        Assert.Equal(["ferry", "storm"], take.Keywords);
        Assert.Equal(["previousVersion", "related"], take.Links.Select(link => link.Rel));
        Assert.Equal("1", take.Links[0].Version);
        Assert.Equal("2026-12-24T06:00:00Z", take.Expiry?.Text);
    }

    [Fact]
    public void A_note_bound_to_a_constraint_is_not_public()
    {
        var notes = Read("full").Notes;

        Assert.Equal([false, true], notes.Select(note => note.IsPublic));
        Assert.Equal("Desk: +00 100 0100", notes[0].Text);
    }

    [Fact]
    public void What_is_not_for_publication_is_neither_body_nor_public_note()
    {
        var take = Read("german-message");

        Assert.Equal("Der Text wurde aktualisiert, vor allem im zweiten Absatz.", take.Advisory?.Text);
        Assert.DoesNotContain(
            take.Notes, note => note.IsPublic && note.Text.Contains("+00", StringComparison.Ordinal));
        Assert.Equal(3, take.Notes.Count(note => !note.IsPublic));
        Assert.DoesNotContain(take.Body, paragraph => paragraph.Text.Contains("+00", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_printed_again_above_the_body_is_no_paragraph()
    {
        var take = Read("german-message");

        Assert.Equal("Der Hafen von Nordhafen ist wieder offen.", take.Body[0].Text);
        Assert.Equal(2, take.Body.Length);
        Assert.Equal("Nordhafen (nw) -", take.Dateline?.Text);
        Assert.Equal("Jana Rose, nw", take.Byline);
        Assert.Equal("nw0123", take.Sequence);
        Assert.Equal(3, take.Priority);
        Assert.Equal(Signal.Correction, take.Signal);
    }

    [Theory]
    [InlineData("korean", "(새마루=한빛통신) 김하늘 기자 =", "새마루항 여객터미널이 24일 다시 문을 열었다.")]
    [InlineData("arabic", "القاهرة, 24 نوفمبر (وكالة الميناء) -", "أعيد فتح الميناء يوم الثلاثاء.")]
    [InlineData("nitf-japanese", "【ミラダ＝共同】", "ミラダ港は二十四日、五日ぶりに再開した。")]
    [InlineData("plain-content", "SAEMARU (Harbor News) --", "The ferry terminal reopened on Tuesday.")]
    public void The_dateline_is_taken_out_of_the_first_paragraph(string name, string dateline, string first)
    {
        var take = Read(name);

        Assert.Equal(dateline, take.Dateline?.Text);
        Assert.Equal(first, take.Body[0].Text);
    }

    [Fact]
    public void Of_several_contents_one_is_the_body_and_the_others_are_kept()
    {
        var take = Read("several-contents");

        Assert.Equal("The ferry terminal of Saemaru reopened on Tuesday.", Assert.Single(take.Body).Text);
        Assert.Equal(["contentSet/inlineData", "contentSet/inlineXML"], take.Extras.Select(extra => extra.Name));
        Assert.Contains("The terminal in NITF.", take.Extras[1].Text);
    }

    [Fact]
    public void A_policy_is_kept_and_rights_that_are_not_evaluated_stand_among_the_terms()
    {
        var terms = Read("rights-expression").UsageTerms!;

        Assert.Contains("<prohibition>", terms.Policy);
        Assert.Contains("dataMining", terms.Text);
        Assert.Contains("validto: 2026-12-01T00:00:00Z", terms.Text);
        Assert.Contains(ReadAll("rights-expression").Remarks, remark => remark.Code == "NMLG-011");
    }

    [Fact]
    public void Codes_are_resolved_and_unknown_ones_kept_whole()
    {
        var subjects = Read("codes").Subjects;

        Assert.Equal(new Concept("https://harbor.example/codes/", "a:b"), subjects[0]);
        Assert.Equal(new Concept("", "unknown:17", "Ferries"), subjects[1]);
        Assert.Equal(new Concept("", "nocolon"), subjects[2]);
        Assert.Equal(new Concept("", "twice:1"), subjects[3]);
        Assert.Equal(new Concept(Schemes.MediaTopic, "03000000"), subjects[5]);
        Assert.Equal(new Concept("", "", "Only literal"), subjects[8]);
    }

    [Theory]
    [InlineData("picture-item")]
    [InlineData("picture-without-types")]
    public void A_picture_item_is_one_picture_with_its_files_and_every_word_that_binds_it(string name)
    {
        var picture = Assert.Single(Read(name).Pictures);

        Assert.Equal("Two ferries leave Saemaru on Nov. 24, 2026.", picture.Caption);
        Assert.Equal("Harbor News/Jo Lens", picture.Credit);
        Assert.Equal("No sales. Not for use in Suland.; Mandatory credit.", picture.UsageTerms?.Text);
        Assert.Equal(["rnd:highRes", "rnd:thumb"], picture.Renditions.Select(file => file.Name));
    }

    [Fact]
    public void Files_beside_a_text_are_grouped_by_picture()
    {
        var pictures = Read("text-with-files").Pictures;

        Assert.Equal(
            ["inline.jpg", "a.jpg,a-t.jpg", "b.jpg,b-t.jpg", "c.jpg"],
            pictures.Select(picture => string.Join(',', picture.Renditions.Select(file => file.Href))));
        Assert.Equal("One time use.", pictures[1].UsageTerms?.Text);
        Assert.Null(Read("text-with-files").UsageTerms);
        Assert.Equal([1, 2, 2, 2], pictures.Select(picture => picture.After));
    }

    [Fact]
    public void A_package_brings_its_picture_to_its_story_but_a_stopped_one_stays_apart()
    {
        var result = ReadAll("message-package");

        Assert.Equal(2, result.Takes.Length);
        Assert.Equal("No archive.; NO SALES", Assert.Single(result.Takes[0].Pictures).UsageTerms?.Text);
        Assert.Equal(TakeStatus.Canceled, result.Takes[1].Status);
        Assert.Equal("packageItem", Assert.Single(result.WithoutCopy).Kind);
    }

    [Theory]
    [InlineData("concept", "conceptItem", "Han Sol")]
    [InlineData("planning", "planningItem", "Coverage of the reopening")]
    [InlineData("package-alone", "packageItem", "Ferry package")]
    [InlineData("video", "video", "Ferries at sea")]
    public void An_item_without_copy_is_recognised_and_says_so(string name, string kind, string title)
    {
        var result = ReadAll(name);

        Assert.Empty(result.Takes);
        var item = Assert.Single(result.WithoutCopy);
        Assert.Equal((kind, title), (item.Kind, item.Title));
        Assert.Contains(result.Remarks, remark => remark is { Code: "NMLG-004", Severity: Severity.Note });
    }

    [Theory]
    [InlineData("message-empty", "NMLG-001")]
    [InlineData("not-an-item", "NMLG-001")]
    [InlineData("broken", "XML-001")]
    public void What_holds_no_item_is_refused_with_a_reason(string name, string code)
    {
        var result = ReadAll(name);

        Assert.Empty(result.Takes);
        Assert.Contains(result.Remarks, remark => remark.Code == code && remark.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("message-two-stories", 2)]
    [InlineData("message-nested", 1)]
    public void A_message_holds_as_many_takes_as_stories(string name, int count) =>
        Assert.Equal(count, ReadAll(name).Takes.Length);

    [Fact]
    public void Nothing_of_a_document_type_is_processed()
    {
        var take = Read("doctype");

        Assert.Equal("Secret &secret; here", take.Headline);
        Assert.Equal("The terminal & port reopened…", take.Body[0].Text);
    }

    [Theory]
    [InlineData("no-headline", "Harbor reopens")]
    [InlineData("fragment", "Harbor reopens")]
    [InlineData("prefixed", "Prefixed")]
    [InlineData("latin-1", "Häfen öffnen")]
    [InlineData("wrong-label", "Satama aukeaa")]
    public void A_headline_is_found_wherever_the_item_has_it(string name, string headline) =>
        Assert.Equal(headline, Read(name).Headline);

    [Fact]
    public void A_time_without_a_zone_is_no_instant_unless_a_profile_gives_one()
    {
        var bytes = File.ReadAllBytes(RepoFiles.Golden("newsmlg2", "time-no-zone.in"));
        var profile = new ProviderProfile { Name = "kio", Zone = "Europe/Helsinki" };

        var bare = WireFormats.Read(bytes, ReadOptions.Default).TakeOrThrow();
        var zoned = WireFormats.Read(bytes, new ReadOptions { Profile = profile }).TakeOrThrow();

        Assert.Null(bare.VersionCreated?.At);
        Assert.Equal("2026-11-24T06:00:00", bare.VersionCreated?.Text);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero), zoned.VersionCreated?.At);
    }

    [Fact]
    public void A_repeat_says_that_it_is_one() => Assert.Equal(Signal.Repeat, Read("repeat").Signal);
}

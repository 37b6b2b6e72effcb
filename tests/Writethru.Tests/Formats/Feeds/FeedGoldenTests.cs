using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Feeds;

/// <summary>What matters of each golden feed, written by hand.</summary>
public class FeedGoldenTests
{
    static ReadResult Read(string name, ReadOptions? options = null) => WireFormats.Read(
        File.ReadAllBytes(RepoFiles.Golden(name.Split('/')[0], name.Split('/')[1] + ".in")),
        options ?? ReadOptions.Default);

    [Theory]
    [InlineData("atom/story", "Saemaru reopens ferry terminal after storm", 4,
        "2026-11-24T07:10:00.25Z", "Park Dal-rae")]
    [InlineData("atom/xhtml", "港が再開|1 < 2 &amp; <b> stays", 3, "2026-11-24T00:00:00Z", "Minato desk")]
    [InlineData("atom/atom-03", "Terminal reopens|Base64", 1, "2026-11-24T07:10:00Z", "Kio desk")]
    [InlineData("atom/entry-document", "إعادة فتح ميناء نورلاند", 1, "2026-11-24T07:00:00Z", "سلمى حداد")]
    [InlineData("rss/story", "Saemaru reopens ferry terminal after storm|Radio report: the storm", 2,
        "2026-11-24T07:10:00Z", "Park Dal-rae")]
    [InlineData("rss/rdf", "Hafen von Nordhafen wieder geöffnet", 1, "2026-11-24T07:00:00Z", "Jana Rose")]
    [InlineData("rss/korean-bom", "새마루항 여객터미널 닷새 만에 재개", 2, "2026-11-24T07:10:00Z", "김하늘 기자")]
    [InlineData("jsonfeed/story", "Saemaru reopens ferry terminal after storm", 2, "2026-11-24T07:10:00Z",
        "Park Dal-rae, Jane Roe")]
    public void Headlines_paragraphs_instant_and_byline_are_read(
        string name, string headlines, int paragraphs, string version, string byline)
    {
        var takes = Read(name).Takes;

        Assert.Equal(headlines.Split('|'), takes.Select(take => take.Headline));
        Assert.Equal(paragraphs, takes[0].Body.Length);
        Assert.Equal(version, Instant.Write(takes[0].VersionCreated!.At!.Value));
        Assert.Equal(byline, takes[0].Byline);
    }

    [Fact]
    public void Dates_of_two_digit_years_named_zones_and_no_seconds_are_instants_and_those_without_a_zone_are_not() =>
        Assert.Equal(
            ["2026-11-24T07:10:05Z", "2026-11-24T07:10:00Z", "2026-11-24T07:10:00Z", "", "", ""],
            Read("rss/dates").Takes.Select(take => take.VersionCreated!.At is { } at ? Instant.Write(at) : ""));

    [Fact]
    public void Relative_references_stand_against_their_base_and_a_guid_is_verbatim()
    {
        var takes = Read("rss/relative-links").Takes;

        Assert.Equal("/2026/ferry", takes[0].SenderId);
        Assert.Equal("https://kio.example/2026/ferry", Assert.Single(takes[0].Links).Target);
        Assert.Equal("https://kio.example/wire/2026/ferry.html", takes[0].Body[0].Marks[0].Target);
        Assert.Equal("https://kio.example/wire/2026/ferry.jpg", takes[0].Pictures[0].Renditions[0].Href);
        Assert.Equal("https://kio.example/wire/2026/storm", Assert.Single(takes[1].Links).Target);
    }

    [Fact]
    public void Html_entities_are_known_those_of_a_document_type_are_not_and_white_space_may_come_first()
    {
        var take = Read("rss/entities").TakeOrThrow();

        Assert.Equal("Smith & Söhne — 5 < 6 &file;", take.Headline.Replace('\u00A0', ' '));
        Assert.Equal("Fish & chips cost £5.", take.Body[0].Text);
    }

    [Fact]
    public void Html_that_was_escaped_twice_is_html_and_copy_about_html_is_copy()
    {
        var takes = Read("rss/escaped-twice").Takes;

        Assert.Equal("The port is open.", Assert.Single(takes[0].Body).Text);
        Assert.Equal("Write <b> for bold and </b> to end it.", Assert.Single(takes[1].Body).Text);
    }

    [Fact]
    public void Media_rss_makes_one_picture_of_a_group_where_it_stands_and_keeps_what_binds_it()
    {
        var takes = Read("rss/media").Takes;

        var picture = Assert.Single(takes[0].Pictures);
        Assert.Equal((1, "Kio/Lee Haneul", 2), (picture.After, picture.Credit, picture.Renditions.Length));
        Assert.Contains("deny", picture.UsageTerms!.Text);
        Assert.Null(takes[0].UsageTerms);
        Assert.Equal("Editorial use only. No redistribution.", Assert.Single(takes[1].Pictures).UsageTerms!.Text);
        Assert.Equal("Kio film licence", takes[2].UsageTerms!.Text);
        Assert.Equal("video/mp4", Assert.Single(takes[2].Links).MediaType);
    }

    [Fact]
    public void An_embargo_is_found_in_its_words_and_never_becomes_an_expiry()
    {
        var takes = Read("rss/embargo-and-rights").Takes;
        var until = new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

        Assert.Equal([until, null, until, null, null], takes.Select(take => take.Embargo?.Until));
        Assert.Equal([true, true, true, false, false], takes.Select(take => take.Embargo is not null));
        Assert.Equal([false, false, true, false, false], takes.Select(take => take.Expiry is not null));
    }

    [Fact]
    public void Rights_of_the_feed_bind_its_items_unless_they_have_their_own()
    {
        var takes = Read("rss/embargo-and-rights").Takes;

        Assert.Equal("For use only in Norland. No redistribution.", takes[0].UsageTerms!.Text);
        Assert.Equal("", takes[0].CopyrightNotice);
        Assert.Null(takes[3].UsageTerms);
        Assert.Equal("Copyright 2026 Kio. All rights reserved.", takes[3].CopyrightNotice);
    }

    [Theory]
    [InlineData("© 2026 Harbor News Ltd.", true)]
    [InlineData("Copyright 2026 by Kio News Agency. All rights reserved.", true)]
    [InlineData("(c) 2026 Hafen GmbH. Alle Rechte vorbehalten", true)]
    [InlineData("© 한빛통신", true)]
    [InlineData("© 한빛통신 무단전재 재배포 금지", false)]
    [InlineData("© 2026 Kio, for personal use only", false)]
    [InlineData("© KIO NO REDISTRIBUTION", false)]
    [InlineData("Kio News Agency", true)]
    [InlineData("Copyright 2026 www.kio.example", true)]
    [InlineData("Kio News and Media Limited or its affiliated companies. All rights reserved. 2026", true)]
    [InlineData("kio.example", true)]
    [InlineData("2026, Harbor Presents", true)]
    [InlineData("© Todos os direitos reservados.", true)]
    [InlineData("Droits de reproduction et de diffusion réservés kio.example", true)]
    [InlineData("copyright 2026 harborlist", true)]
    [InlineData("Harbor Brigade / Markus Lund", true)]
    [InlineData("Rights Managed", false)]
    [InlineData("Editorial Subscribers", false)]
    [InlineData("Creative Commons Attribution", false)]
    [InlineData("CC BY-NC 4.0", false)]
    [InlineData("Ask the Desk First", false)]
    [InlineData("JAPAN OUT", false)]
    [InlineData("Copyright Kio. Japan out", false)]
    [InlineData("© Kio, excluding Norland", false)]
    [InlineData("please ask us", false)]
    [InlineData("Kio", false)]
    public void Only_a_sign_years_and_a_name_are_a_bare_notice(string text, bool isBare) =>
        Assert.Equal(isBare, Writethru.Formats.Printed.Ownership.IsNotice(text));

    [Fact]
    public void A_deleted_entry_is_a_kill_and_a_draft_waits()
    {
        var dead = Read("atom/tombstone").Takes;

        Assert.All(dead, take => Assert.Equal(TakeStatus.Canceled, take.Status));
        Assert.Equal(
            ["tag:kio.example,2026:ferry-terminal", "tag:kio.example,2026:storm"], dead.Select(t => t.SenderId));
        Assert.Equal("KILL: the report was wrong.", dead[0].Advisory!.Text);
        Assert.Equal(TakeStatus.Withheld, Read("atom/entry-document").TakeOrThrow().Status);
    }

    [Fact]
    public void A_licence_that_nobody_evaluates_stands_among_the_terms()
    {
        Assert.Equal("No use in Suland; license: https://mina.example/licence",
            Read("atom/entry-document").TakeOrThrow().UsageTerms!.Text);
        Assert.Equal("license: https://creativecommons.example/by-nc",
            Read("rss/modules").TakeOrThrow().UsageTerms!.Text);
    }

    [Theory]
    [InlineData("rss/empty", "FEED-004"), InlineData("rss/broken", "XML-001")]
    [InlineData("jsonfeed/no-items", "FEED-004"), InlineData("jsonfeed/broken", "FEED-020")]
    public void A_feed_without_copy_says_why(string name, string code)
    {
        var result = Read(name);

        Assert.Empty(result.Takes);
        Assert.Contains(result.Remarks, remark => remark.Code == code);
        Assert.True(!result.WithoutCopy.IsEmpty || result.Remarks.Any(remark => remark.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("atom/no-dates-no-id", "FEED-018"), InlineData("rss/dates", "FEED-008")]
    [InlineData("rss/embargo-and-rights", "FEED-007"), InlineData("jsonfeed/twins", "FEED-006")]
    public void Strict_reading_calls_an_error_what_the_standard_forbids_and_reads_the_same(string name, string code)
    {
        var (loose, strict) = (Read(name), Read(name, new ReadOptions { IsStrict = true }));

        Assert.DoesNotContain(loose.Remarks, remark => remark.Code == code && remark.Severity == Severity.Error);
        Assert.Contains(strict.Remarks, remark => remark.Code == code && remark.Severity == Severity.Error);
        Assert.Equal(loose.Takes.Select(take => take.Headline), strict.Takes.Select(take => take.Headline));
    }

    [Fact]
    public void More_items_than_allowed_are_refused_and_not_cut()
    {
        foreach (var name in (string[])["rss/dates", "jsonfeed/twins"])
        {
            var result = Read(name, new ReadOptions { MaxItems = 4 });

            Assert.Empty(result.Takes);
            Assert.Contains(result.Remarks, r => r.Code == "FEED-002" && r.Severity == Severity.Error);
        }
    }
}

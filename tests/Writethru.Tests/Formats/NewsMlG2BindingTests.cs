using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>NewsML-G2: whatever limits use binds what it speaks of, wherever it stands.</summary>
public class NewsMlG2BindingTests
{
    const string Namespace = " xmlns=\"http://iptc.org/std/nar/2006-10-01/\"";

    static string Item(
        string id, string rights = "", string meta = "", string content = "", string parts = "", string files = "",
        string ns = "") => $"""
        <newsItem{ns} guid="{id}" version="1">
          <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>{rights}
          <itemMeta><itemClass qcode="ninat:text"/>
          <versionCreated>2026-11-24T05:00:00Z</versionCreated>{meta}</itemMeta>
          <contentMeta><headline>Ferries sail</headline>{content}</contentMeta>{parts}
          <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
          <body><p>The ferries of Saemaru sailed.</p></body></html></inlineXML>{files}</contentSet>
        </newsItem>
        """;

    static string File(string id, string inside = "") =>
        $"""<remoteContent id="{id}" contenttype="image/jpeg" rendition="rnd:highRes" """
            + $"""href="{id}.jpg">{inside}</remoteContent>""";

    static string Package(string id, string meta, string rights, params string[] refs) => $"""
        <packageItem guid="{id}" version="1">
          <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>{rights}
          <itemMeta><itemClass qcode="ninat:composite"/>{meta}</itemMeta>
          <groupSet root="r">
          <group id="r">{string.Concat(refs.Select(r => $"<itemRef residref=\"{r}\"/>"))}</group></groupSet>
        </packageItem>
        """;

    static ReadResult Read(string xml) =>
        WireFormats.Find("newsmlg2")!.Read(Encoding.UTF8.GetBytes(xml), ReadOptions.Default);

    static ReadResult ReadMessage(params string[] items) =>
        Read($"<newsMessage{Namespace}><itemSet>{string.Concat(items)}</itemSet></newsMessage>");

    [Theory]
    [InlineData("<pubStatus qcode=\"stat:usable\" uri=\"http://cv.iptc.org/newscodes/pubstatusg2/canceled\"/>",
        TakeStatus.Canceled)]
    [InlineData("<pubStatus qcode=\"stat:canceled\" uri=\"http://cv.iptc.org/newscodes/pubstatusg2/usable\"/>",
        TakeStatus.Canceled)]
    [InlineData("<pubStatus qcode=\"stat:usable\" uri=\"http://saltern.example/odd\"/>", TakeStatus.Withheld)]
    [InlineData("<pubStatus qcode=\"stat:usable\" uri=\"http://cv.iptc.org/newscodes/pubstatusg2/usable\"/>",
        TakeStatus.Usable)]
    [InlineData("<signal qcode=\"sig:kill\"/>", TakeStatus.Canceled)]
    [InlineData("<signal qcode=\"sig:update\"/>", TakeStatus.Usable)]
    [InlineData("<edNote role=\"salt:hold\">Wrong boats.</edNote>", TakeStatus.Withheld)]
    [InlineData("<edNote role=\"salt:internal\">Wrong boats.</edNote>", TakeStatus.Usable)]
    [InlineData("<itemMetaExtProperty rel=\"salt:status\" value=\"killed\"/>", TakeStatus.Canceled)]
    [InlineData("<itemMetaExtProperty rel=\"salt:status\" value=\"checked\"/>", TakeStatus.Usable)]
    [InlineData("<title>KILL: ferries</title>", TakeStatus.Canceled)]
    [InlineData("<title>Ferries kill time</title>", TakeStatus.Usable)]
    public void The_stricter_of_all_that_is_said_of_the_status_holds(string meta, TakeStatus status) =>
        Assert.Equal(status, Read(Item("urn:1", meta: meta, ns: Namespace)).TakeOrThrow().Status);

    [Theory]
    [InlineData("<title>EMBARGOED: ferries</title>", "")]
    [InlineData("<itemMetaExtProperty rel=\"salt:embargo\" value=\"Wednesday\"/>", "")]
    [InlineData("", "<partMeta><edNote>EMBARGOED until Wednesday</edNote></partMeta>")]
    public void An_embargo_is_one_wherever_it_is_said(string meta, string parts) =>
        Assert.NotNull(Read(Item("urn:1", meta: meta, parts: parts, ns: Namespace)).TakeOrThrow().Embargo);

    [Theory]
    [InlineData("<edNote>KILL: do not use</edNote>", "", TakeStatus.Withheld)]
    [InlineData("<edNote>Not for use in Japan.</edNote>", "", TakeStatus.Usable)]
    [InlineData("", "<pubStatus qcode=\"stat:canceled\"/>", TakeStatus.Withheld)]
    [InlineData("", "<usageTerms>Not for use in Japan.</usageTerms>", TakeStatus.Usable)]
    public void What_a_package_or_its_reference_says_binds_the_item_that_it_refers_to(
        string meta, string inReference, TakeStatus status)
    {
        var package = Package("urn:p", meta, "", "urn:1").Replace(
            "<itemRef residref=\"urn:1\"/>", $"<itemRef residref=\"urn:1\">{inReference}</itemRef>",
            StringComparison.Ordinal);

        var takes = ReadMessage(package, Item("urn:1"), Item("urn:2")).Takes;

        Assert.Equal(status, takes[0].Status);
        Assert.Equal(status == TakeStatus.Usable,
            takes[0].UsageTerms?.Text.Contains("Japan", StringComparison.Ordinal) is true);
        Assert.Equal((TakeStatus.Usable, null), (takes[1].Status, takes[1].UsageTerms));
    }

    [Fact]
    public void The_title_of_an_image_whose_caption_stands_beside_it_is_read()
    {
        var item = Item("urn:1", ns: Namespace).Replace("</p></body>", "</p><figure><img src=\"pier.jpg\" "
            + "title=\"For use in Norland only\"/><figcaption>The pier</figcaption></figure></body>",
            StringComparison.Ordinal);

        var picture = Assert.Single(Read(item).TakeOrThrow().Pictures);

        Assert.Equal(("The pier", "For use in Norland only"), (picture.Caption, picture.UsageTerms?.Text));
    }

    [Theory]
    [InlineData("class=\"internal\"", true)]
    [InlineData("class=\"box not-for-publication\"", true)]
    [InlineData("class=\"Notizblock\"", true)]
    [InlineData("class=\"np-nonpublic\"", true)]
    [InlineData("class=\"np-public\"", false)]
    [InlineData("class=\"hidden-xs\"", false)]
    [InlineData("hidden=\"hidden\"", true)]
    [InlineData("class=\"international\"", false)]
    [InlineData("class=\"lead\"", false)]
    public void Parts_of_the_body_that_are_not_public_are_private_notes(string attribute, bool isPrivate)
    {
        var item = Item("urn:1", ns: Namespace).Replace(
            "</p></body>", $"</p><div {attribute}><p>Call Lena Berg.</p></div></body>", StringComparison.Ordinal);

        var take = Read(item).TakeOrThrow();

        Assert.Equal(isPrivate ? 1 : 2, take.Body.Length);
        Assert.Equal(isPrivate, take.Notes.Any(note => note is { IsPublic: false, Text: "Call Lena Berg." }));
    }

    [Theory]
    [InlineData("<rightsInfo><rightsInfoExtProperty rel=\"salt:print\" value=\"only\"/></rightsInfo>", "", "")]
    [InlineData("<rightsInfo><remoteContentExtProperty rel=\"salt:print\" value=\"only\"/></rightsInfo>", "", "")]
    [InlineData("<rightsInfo><rightsExpressionData langid=\"x\">only</rightsExpressionData></rightsInfo>", "", "")]
    [InlineData("<rightsInfo><usageTerms validto=\"only\">Free.</usageTerms></rightsInfo>", "", "")]
    [InlineData("", "<usageTerms>only in Norland</usageTerms>", "")]
    [InlineData("", "<itemMetaExtProperty rel=\"salt:usageRestriction\" value=\"only\"/>", "")]
    [InlineData("", "", "<rightsInfo><usageTerms>only in Norland</usageTerms></rightsInfo>")]
    [InlineData("", "", "<contentMetaExtProperty rel=\"salt:licence\" value=\"only\"/>")]
    [InlineData("", "", "<exclAudience qcode=\"country:only\"/>")]
    public void What_limits_the_item_is_among_its_terms(string rights, string meta, string content)
    {
        var result = Read(Item("urn:1", rights, meta, content, ns: Namespace));

        Assert.Contains("only", result.TakeOrThrow().UsageTerms?.Text);
        Assert.Contains(result.Remarks, remark => remark.Code == "NMLG-011");
    }

    [Theory]
    [InlineData("<rightsInfo idrefs=\"p1\"><usageTerms>no web</usageTerms></rightsInfo>", "", "")]
    [InlineData("<rightsInfo idrefs=\"p1 elsewhere\" scope=\"s:c\"><usageTerms>no web</usageTerms></rightsInfo>", "",
        "")]
    [InlineData("", "<partMeta contentrefs=\"p1\"><rightsInfo><usageTerms>no web</usageTerms></rightsInfo></partMeta>",
        "")]
    [InlineData("", "<partMeta contentrefs=\"p1\"><embargoed>no web</embargoed></partMeta>", "")]
    [InlineData("", "<partMeta contentrefs=\"p1\"><pubStatus qcode=\"stat:no web\"/></partMeta>", "")]
    [InlineData("",
        "<partMeta contentrefs=\"p1\"><partMetaExtProperty rel=\"salt:restriction\" value=\"no web\"/></partMeta>", "")]
    [InlineData("", "", "<rightsInfo><usageTerms>no web</usageTerms></rightsInfo>")]
    [InlineData("", "", "<remoteContentExtProperty rel=\"salt:usage\" value=\"no web\"/>")]
    public void What_limits_a_picture_is_among_its_terms_and_no_extra(string rights, string parts, string inFile)
    {
        var take = Read(Item("urn:1", rights, parts: parts, files: File("p1", inFile) + File("p2"), ns: Namespace))
            .TakeOrThrow();

        var terms = take.Pictures.ToDictionary(picture => picture.Renditions[0].Href,
            picture => picture.UsageTerms?.Text);
        Assert.Contains("no web", terms["p1.jpg"]);
        Assert.Null(terms["p2.jpg"]);
        Assert.DoesNotContain(take.Extras, extra => extra.Text.Contains("no web", StringComparison.Ordinal));
    }

    [Fact]
    public void A_note_of_the_role_embargo_is_one_whatever_its_words() => Assert.Equal("Wednesday",
        Read(Item("urn:1", meta: "<edNote role=\"salt:embargo\">Wednesday</edNote>", ns: Namespace))
            .TakeOrThrow().Embargo?.Text);

    [Fact]
    public void Several_rights_bind_the_pictures_that_they_name()
    {
        var take = Read(Item("urn:1", "<rightsInfo idrefs=\"p1\"><usageTerms>A</usageTerms></rightsInfo>"
            + "<rightsInfo idrefs=\"p2 p1\"><usageTerms>B</usageTerms></rightsInfo>"
            + "<rightsInfo><usageTerms>C</usageTerms></rightsInfo>", files: File("p1") + File("p2"), ns: Namespace))
            .TakeOrThrow();

        Assert.Equal("C", take.UsageTerms?.Text);
        Assert.Equal(["A; B", "B"], take.Pictures.Select(picture => picture.UsageTerms?.Text));
    }

    [Fact]
    public void Properties_that_limit_nothing_bind_nothing()
    {
        var take = Read(Item("urn:1", "<rightsInfo><copyrightHolder literal=\"Harbor\"/></rightsInfo>",
            "<itemMetaExtProperty rel=\"salt:desk\" value=\"sea\"/>",
            "<contentMetaExtProperty rel=\"salt:copyrightYear\" value=\"2026\"/>",
            "<partMeta contentrefs=\"p1\"><partMetaExtProperty rel=\"salt:lens\" value=\"wide\"/></partMeta>",
            File("p1", "<remoteContentExtProperty rel=\"salt:colour\" value=\"grey\"/><hash>00</hash>"), Namespace))
            .TakeOrThrow();

        Assert.Null(take.UsageTerms);
        Assert.Null(take.Pictures[0].UsageTerms);
    }

    [Theory]
    [InlineData("© 2026 Harbor News. For use only in Norland.", true)]
    [InlineData("© Harbor News. No archive. No resale.", true)]
    [InlineData("Copyright 2026 Harbor. Prohibida su redistribución.", true)]
    [InlineData("© 2026 Harbor News. All rights reserved.", false)]
    [InlineData("Copyright 2026, Harbor News (www.harbor.example). Alle Rechte vorbehalten", false)]
    [InlineData("(C) HARBOR NEWS 2026", false)]
    public void A_copyright_notice_that_limits_use_is_a_term_too(string notice, bool binds)
    {
        var rights = $"<rightsInfo><copyrightNotice>{notice}</copyrightNotice></rightsInfo>";
        var take = Read(Item("urn:1", rights, ns: Namespace)).TakeOrThrow();

        Assert.Equal((notice, binds ? notice : null), (take.CopyrightNotice, take.UsageTerms?.Text));
    }

    [Theory]
    [InlineData("<pubStatus qcode=\"stat:canceled\"/>", "", TakeStatus.Withheld, null, null)]
    [InlineData("<pubStatus qcode=\"stat:withheld\"/>", "", TakeStatus.Withheld, null, null)]
    [InlineData("<embargoed>2026-11-25T06:00:00Z</embargoed>", "", TakeStatus.Usable, "2026-11-25T06:00:00Z", null)]
    [InlineData("<embargoed/>", "", TakeStatus.Usable, "embargoed", null)]
    [InlineData("<edNote>Embargoed until 6 a.m.</edNote>", "", TakeStatus.Usable, "Embargoed until 6 a.m.", null)]
    [InlineData("", "<rightsInfo><usageTerms>Norland only</usageTerms></rightsInfo>",
        TakeStatus.Usable, null, "Norland only")]
    [InlineData("<pubStatus qcode=\"stat:usable\"/>", "", TakeStatus.Usable, null, null)]
    public void A_package_binds_the_items_it_refers_to_and_no_other(
        string meta, string rights, TakeStatus status, string? embargo, string? terms)
    {
        var result = ReadMessage(Package("urn:p", meta, rights, "urn:q"), Package("urn:q", "", "", "urn:1", "urn:p"),
            Item("urn:1"), Item("urn:2"));

        Assert.Equal((status, embargo, terms),
            (result.Takes[0].Status, result.Takes[0].Embargo?.Text, result.Takes[0].UsageTerms?.Text));
        Assert.Equal((TakeStatus.Usable, null, null),
            (result.Takes[1].Status, result.Takes[1].Embargo, result.Takes[1].UsageTerms));
        Assert.Equal(status != TakeStatus.Usable || embargo is not null || terms is not null,
            result.Remarks.Any(remark => remark.Code == "NMLG-021"));
    }

    [Fact]
    public void A_package_makes_nothing_weaker_and_two_embargoes_wait()
    {
        var result = ReadMessage(
            Package("urn:p", "<embargoed>2026-11-25T06:00:00Z</embargoed><pubStatus qcode=\"stat:withheld\"/>",
                "<rightsInfo><usageTerms>B</usageTerms></rightsInfo>", "urn:1"),
            Item("urn:1", "<rightsInfo><usageTerms>A</usageTerms></rightsInfo>",
                "<embargoed>2026-11-26T06:00:00Z</embargoed><pubStatus qcode=\"stat:canceled\"/>"));

        var take = result.TakeOrThrow();
        Assert.Equal((TakeStatus.Canceled, "A; B"), (take.Status, take.UsageTerms?.Text));
        Assert.NotNull(take.Embargo);
        Assert.Null(take.Embargo.Until);
    }

    [Fact]
    public void Long_terms_of_a_package_for_very_many_items_are_refused()
    {
        var refs = Enumerable.Range(0, 900).Select(i => $"urn:{i}").ToArray();
        var result = ReadMessage([
            Package("urn:p", "", $"<rightsInfo><usageTerms>{new string('x', 100_000)}</usageTerms></rightsInfo>", refs),
            .. refs.Select(id => Item(id, "<rightsInfo><usageTerms>A</usageTerms></rightsInfo>")),
        ]);

        Assert.Empty(result.Takes);
        Assert.Contains(result.Remarks, remark => remark.Code == "NMLG-003");
    }
}

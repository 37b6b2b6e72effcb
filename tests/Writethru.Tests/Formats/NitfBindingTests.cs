using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>NITF: releases, messages, notes and pictures bind however a sender writes them.</summary>
public class NitfBindingTests
{
    static string Document(string docdata = "", string status = "", string issue = "",
        string body = "", string end = "") => $"""
        <nitf><head><docdata{(status.Length > 0 ? $" management-status='{status}'" : "")}>
        <doc-id id-string="saltern-1"/>
        {(issue.Length > 0 ? $"<date.issue norm='{issue}'/>" : "")}{docdata}</docdata></head>
        <body><body.head><hedline><hl1>Boats counted</hl1></hedline></body.head>
        <body.content><p>The boats were counted.</p>{body}</body.content>{end}</body></nitf>
        """;

    static ReadResult Read(string document) =>
        WireFormats.Find("nitf")!.Read(Encoding.UTF8.GetBytes(document), ReadOptions.Default);

    const string Issue = "20261124T050000Z", Bare = "20261124T050000";

    [Theory]
    [InlineData(Issue, "20261125T060000", "", true)]
    [InlineData(Issue, "20261125T060000", "usable", true)]
    [InlineData(Bare, "20261125T060000", "", true)]
    [InlineData(Bare, "20261125T060000", "usable", true)]
    [InlineData("2026-11-24T05:00:00", "2026-11-25T06:00:00", "", true)]
    [InlineData("20261124", "20261125", "", true)]
    [InlineData(Issue, "20261124T040000", "", true)]
    [InlineData("", "20261125T060000", "", true)]
    [InlineData(Issue, "Wednesday, 6 a.m.", "", true)]
    [InlineData("", "20261125T060000", "usable", false)]
    [InlineData("20261124T050000+0900", Bare, "", false)]
    [InlineData(Bare, Bare, "", false)]
    [InlineData(Bare, "20261124T040000", "", false)]
    [InlineData(Issue, "20261123T040000", "", false)]
    [InlineData("20261124", "20261124", "", false)]
    [InlineData(Issue, "20261124", "", false)]
    public void A_release_without_a_zone_that_may_lie_behind_the_issue_waits(
        string issue, string release, string status, bool waits)
    {
        var document = Document($"<date.release norm='{release}'/>", status, issue);

        var result = Read(document);

        var embargo = result.TakeOrThrow().Embargo;
        Assert.Equal(waits ? release : null, embargo?.Text);
        Assert.Null(embargo?.Until);
        Assert.Equal(waits, result.Remarks.Any(remark => remark.Code == "NITF-005"));
    }

    [Theory]
    [InlineData("<date.release>Embargoed until 25 November 2026 06:00 GMT</date.release>", "2026-11-25T06:00:00Z")]
    [InlineData("<note noteclass='embargo'>Until 25 November 2026 06:00 GMT</note>", "2026-11-25T06:00:00Z")]
    [InlineData("<note noteclass='Embargo'>Wednesday</note>", null)]
    [InlineData("<ed-msg msg-type='EMBARGO' info='Wednesday'/>", null)]
    [InlineData("<ed-msg info='EMBARGOED until 25 Nov 2026 06:00 GMT'/>", "2026-11-25T06:00:00Z")]
    public void An_embargo_in_a_note_or_a_message_is_one(string docdata, string? until)
    {
        var embargo = Read(Document(docdata, "usable", Issue)).TakeOrThrow().Embargo;

        Assert.NotNull(embargo);
        Assert.Equal(until, embargo.Until is { } instant ? Instant.Write(instant) : null);
    }

    [Theory]
    [InlineData("<ed-msg info='MANDATORY KILL'/>", "usable", TakeStatus.Canceled)]
    [InlineData("<ed-msg info='MANDATORY KILL'/>", "", TakeStatus.Canceled)]
    [InlineData("<ed-msg msg-type='Kill' info='Wrong boats.'/>", "usable", TakeStatus.Canceled)]
    [InlineData("<ed-msg msg-type='hold' info='Wrong boats.'/>", "", TakeStatus.Withheld)]
    [InlineData("", "Killed", TakeStatus.Canceled)]
    [InlineData("", "HOLD", TakeStatus.Withheld)]
    [InlineData("<ed-msg msg-type='kill'/>", "", TakeStatus.Canceled)]
    [InlineData("</docdata><meta name='pubstatus' content='Withheld'/><docdata>", "", TakeStatus.Withheld)]
    [InlineData("</docdata><meta name='hold' content='true'/><docdata>", "", TakeStatus.Withheld)]
    [InlineData("</docdata><meta name='hold' content='false'/><docdata>", "", TakeStatus.Usable)]
    [InlineData("<ed-msg info='Storm kills a boat.'/>", "usable", TakeStatus.Usable)]
    [InlineData("<ed-msg info='Police killed nobody.'/>", "", TakeStatus.Usable)]
    public void The_stricter_of_status_and_words_holds(string docdata, string status, TakeStatus read) =>
        Assert.Equal(read, Read(Document(docdata, status, Issue)).TakeOrThrow().Status);

    [Fact]
    public void A_tagline_and_any_metadata_of_a_picture_bind()
    {
        var limited = Read(Document(end: "<body.end><tagline>Not for use in Japan.</tagline></body.end>"))
            .TakeOrThrow();
        var embargoed = Read(Document(end: "<body.end><tagline>Embargoed until Wednesday</tagline></body.end>"))
            .TakeOrThrow();
        var pictured = Read(Document(body: "<media media-type='image'><media-metadata name='x' value='For use in "
            + "Norland only'/><media-metadata name='y' value='Norland'/><media-reference source='a.jpg'/>"
            + "</media>")).TakeOrThrow();

        Assert.Contains("Japan", limited.UsageTerms?.Text);
        Assert.NotNull(embargoed.Embargo);
        Assert.Equal("x: For use in Norland only", pictured.Pictures[0].UsageTerms?.Text);
    }

    [Fact]
    public void A_block_of_a_class_that_is_not_public_is_a_private_note()
    {
        var take = Read(Document(body: "<block class='internal'><p>Call Lena Berg.</p></block>")).TakeOrThrow();

        Assert.Single(take.Body);
        Assert.Contains(new Note(NoteRoles.Notebook, "Call Lena Berg.", IsPublic: false), take.Notes);
    }

    [Theory]
    [InlineData("<ed-msg msg-type='NPA' info='secret'/>", "", "")]
    [InlineData("<ed-msg msg-type='Internal' info='secret'/>", "", "")]
    [InlineData("<note type='npa'>secret</note>", "", "")]
    [InlineData("", "<note type='NPA'><body.content><p>secret</p></body.content></note>", "")]
    [InlineData("", "<note noteclass='internal'><body.content><p>secret</p></body.content></note>", "")]
    [InlineData("", "<note type='Npa' noteclass='EditorsNote'><body.content><p>secret</p></body.content></note>", "")]
    [InlineData("", "<note noteclass='NonPublic'><body.content><p>secret</p></body.content></note>", "")]
    [InlineData("", "<note type='NPA' noteclass='cpyrt'><body.content><p>secret</p></body.content></note>", "")]
    [InlineData("", "", "<body.end><tagline type='NPA'>secret</tagline></body.end>")]
    public void A_note_that_is_not_for_publication_is_private_in_any_case(string docdata, string body, string end)
    {
        var take = Read(Document(docdata, "usable", Issue, body, end)).TakeOrThrow();

        var note = Assert.Single(take.Notes);
        Assert.Equal(("secret", false), (note.Text, note.IsPublic));
        Assert.Null(take.Advisory);
        Assert.DoesNotContain(take.Extras, extra => extra.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EditorsNote"), InlineData("editorsnote")]
    public void A_public_note_to_editors_is_the_advisory(string kind) => Assert.Equal("Adds boats.",
        Read(Document(body: $"<note type='pa' noteclass='{kind}'><p>Adds boats.</p></note>"))
            .TakeOrThrow().Advisory?.Text);

    [Theory]
    [InlineData("Photograph", ""), InlineData("PHOTO", ""), InlineData("graphic", ""), InlineData("Illustration", "")]
    [InlineData("chart", ""), InlineData("", ""), InlineData("other", "image/png")]
    public void A_picture_by_any_name_has_its_terms(string type, string mime)
    {
        var take = Read(Document(body: Media(type, mime))).TakeOrThrow();

        Assert.Contains("No archive", Assert.Single(take.Pictures).UsageTerms?.Text);
        Assert.Contains("no web", take.Pictures[0].UsageTerms?.Text);
        Assert.Empty(take.Extras);
    }

    [Theory]
    [InlineData("Video", ""), InlineData("audio", ""), InlineData("clip", "video/mp4"), InlineData("data", "")]
    public void Other_media_are_no_picture(string type, string mime) =>
        Assert.Empty(Read(Document(body: Media(type, mime))).TakeOrThrow().Pictures);

    static string Media(string type, string mime) => $"""
        <media media-type="{type}"><media-metadata name="Restriction" value="no web"/>
        <media-reference source="boat.jpg" mime-type="{mime}"/>
        <media-caption>A boat. (No archive)</media-caption></media>
        """;

    [Fact]
    public void The_status_of_a_picture_binds_it_unless_it_is_usable()
    {
        static string Media(string status) =>
            $"<media media-type='image'><media-reference source='{status}.jpg'/><media-metadata name='Status' "
                + $"value='{status}'/></media>";

        var pictures = Read(Document(body: Media("withheld") + Media("Usable"))).TakeOrThrow().Pictures;

        Assert.Contains("withheld", pictures[0].UsageTerms?.Text);
        Assert.Null(pictures[1].UsageTerms);
    }

    public static TheoryData<string, string> Inside => new()
    {
        { "newsml", """
            <NewsML><NewsItem><NewsManagement><ThisRevisionCreated>20261124T050000+0000</ThisRevisionCreated>
            <Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines>
            <HeadLine>Boats</HeadLine></NewsLines>
            <ContentItem><DataContent>{0}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
            """ },
        { "newsmlg2", """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><itemMeta><itemClass qcode="ninat:text"/>
            <versionCreated>2026-11-24T05:00:00Z</versionCreated></itemMeta><contentSet>
            <inlineXML>{0}</inlineXML></contentSet></newsItem>
            """ },
    };

    [Theory, MemberData(nameof(Inside))]
    public void The_head_of_a_document_inside_another_binds_it_too(string format, string around)
    {
        Take ReadInside(string docdata, string body = "") => WireFormats.Find(format)!.Read(Encoding.UTF8.GetBytes(
            around.Replace("{0}", Document(docdata, body: body), StringComparison.Ordinal)), ReadOptions.Default)
            .TakeOrThrow();

        var released = ReadInside("<date.release norm='20261125T060000'/>").Embargo;
        Assert.Equal(("20261125T060000", null), (released?.Text, released?.Until));
        Assert.Null(ReadInside("<date.release norm='20261124T050000Z'/>").Embargo);
        Assert.Equal("Wednesday", ReadInside("<note noteclass='embargo'>Wednesday</note>").Embargo?.Text);
        Assert.Equal("Wednesday", ReadInside("", "<note noteclass='embargo'><p>Wednesday</p></note>").Embargo?.Text);
        Assert.NotNull(ReadInside("<ed-msg info='EMBARGOED until 25 Nov 2026 06:00 GMT'/>").Embargo?.Until);
        Assert.Equal(TakeStatus.Canceled, ReadInside("<ed-msg info='MANDATORY KILL'/>").Status);
        Assert.Contains("Norland only", ReadInside("<doc.rights limitations='Norland only'/>").UsageTerms?.Text);
        var secret = ReadInside("<ed-msg msg-type='NPA' info='secret'/>");
        Assert.Null(secret.Advisory);
        Assert.False(Assert.Single(secret.Notes).IsPublic);
    }
}

using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Markup;

namespace Writethru.Tests.Formats.Markup;

/// <summary>What an element of NITF holds, wherever it stands: alone, in NewsML 1, in NewsML-G2.</summary>
public class NitfContentTests
{
    static NitfContent Read(string xml, out XmlSource source)
    {
        source = XmlSource.Read(Encoding.UTF8.GetBytes(xml), ReadOptions.Default);
        return NitfContent.Read(source.Root!, ReadOptions.Default, source);
    }

    static Take Copy(string xml) => Read(xml, out _).Copy;

    static Take CopyOfBody(string content) => Copy($"<body.content>{content}</body.content>");

    static string Texts(Take take) => string.Join("|", take.Body.Select(paragraph => paragraph.Text));

    [Theory]
    [InlineData("<nitf><body><body.content><p>One.</p></body.content></body></nitf>")]
    [InlineData("<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content><p>One.</p></body.content>"
        + "</body></nitf>")]
    [InlineData("<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18'><n:body><n:body.content><n:p>One.</n:p>"
        + "</n:body.content></n:body></n:nitf>")]
    [InlineData("<body><body.content><p>One.</p></body.content></body>")]
    [InlineData("<body.content><block><p>One.</p></block></body.content>")]
    [InlineData("<body.content>One.</body.content>")]
    [InlineData("<DataContent><p>One.</p></DataContent>")]
    public void The_copy_is_found_in_every_wrapping(string xml) => Assert.Equal("One.", Texts(Copy(xml)));

    [Fact]
    public void The_lines_above_the_copy_keep_their_inline_text()
    {
        var take = Copy("""
            <body><body.head>
              <hedline><hl1>Ferry <em>Dalmaji</em> is back</hl1><hl2>Fog had held it</hl2>
              <hl2>Second line</hl2></hedline>
              <note noteclass="editorsnote"><body.content><p>Updates para 2.</p></body.content></note>
              <note type="npa"><body.content><p>Call 0100.</p></body.content></note>
              <rights><rights.owner>Saltern</rights.owner><rights.geography>Not in Norland</rights.geography></rights>
              <byline>By <person><name.given>Jane</name.given><name.family>Roe</name.family></person>
                <byttl>Marine Writer</byttl></byline>
              <distributor><org>Saltern</org></distributor>
              <dateline><location><city>Mirada</city><country>Norland</country></location>,
                <story.date norm="20261124">Nov. 24</story.date></dateline>
              <abstract><p>A ferry.</p></abstract>
            </body.head><body.content><p>Copy.</p></body.content>
            <body.end><tagline>(Editing by John Doe)</tagline></body.end></body>
            """);

        Assert.Equal("Ferry Dalmaji is back", take.Headline);
        Assert.Equal([new Labelled("sub", "Fog had held it"), new Labelled("sub", "Second line")], take.Headlines);
        Assert.Equal("Updates para 2.", take.Advisory?.Text);
        Assert.Equal([new Note("", "Call 0100.", IsPublic: false)], take.Notes);
        Assert.Equal("rights.geography: Not in Norland", take.UsageTerms?.Text);
        Assert.Equal("Saltern", take.CopyrightHolder);
        Assert.Equal("Jane Roe Marine Writer", take.Byline);
        Assert.Equal("Saltern", take.Provider);
        Assert.Equal("Mirada, Norland, Nov. 24", take.Dateline?.Text);
        Assert.Equal([new Labelled("abstract", "A ferry.")], take.Descriptions);
        Assert.Contains(new Extra(ExtraNames.SignOff, "(Editing by John Doe)"), take.Extras);
    }

    [Theory]
    [InlineData("Mirada", "MIRADA, Norland (Saltern) -- Ferries run.", "MIRADA, Norland (Saltern) --", "Ferries run.")]
    [InlineData("MIRADA", "MIRADA - Ferries run.", "MIRADA -", "Ferries run.")]
    [InlineData("MIRADA", "Ferries run.", "MIRADA", "Ferries run.")]
    [InlineData("MIRADA", "Miradans like ferries.", "MIRADA", "Miradans like ferries.")]
    [InlineData("MIRADA", "Mirada is foggy.", "MIRADA", "Mirada is foggy.")]
    public void A_dateline_that_the_copy_repeats_leaves_paragraph_1(
        string named, string text, string dateline, string rest)
    {
        var take = Copy($"<body><body.head><dateline>{named}</dateline></body.head>"
            + $"<body.content><p>{text}</p></body.content></body>");

        Assert.Equal(dateline, take.Dateline?.Text);
        Assert.Equal(rest, take.Body[0].Text);
    }

    [Fact]
    public void Marks_keep_their_words_when_the_dateline_leaves()
    {
        var paragraph = CopyOfBody("<p>MIRADA, Nov. 24 (Saltern) -- The <em>Dalmaji</em> sails.</p>").Body[0];

        Assert.Equal("The Dalmaji sails.", paragraph.Text);
        Assert.Equal("Dalmaji",
            paragraph.Text.Substring(paragraph.Marks[0].Span.Start, paragraph.Marks[0].Span.Length));
    }

    [Fact]
    public void Mixed_content_is_read_whole_and_in_order()
    {
        var take = CopyOfBody("Bare one.<p>Two <person>Jane Roe</person> said <num>1<frac><numer>1</numer>"
            + "<denom>2</denom></frac></num>.</p>Bare three.<hl2>Head</hl2><ul><li>Four</li></ul><bq><block>"
            + "<p>Five.</p></block></bq><fn><body.content><p>Six.</p></body.content></fn>");

        Assert.Equal("Bare one.|Two Jane Roe said 1 1/2.|Bare three.|Four|Five.|Six.", Texts(take));
        Assert.Equal("Head", take.Body[3].Subheads[0].Text);
        Assert.Equal(ParagraphKind.Quote, take.Body[4].Kind);
    }

    [Fact]
    public void A_picture_stands_in_its_place_with_all_that_binds_it()
    {
        var take = CopyOfBody("""
            <p>One.</p>
            <media media-type="image">
              <media-metadata name="usage-restrictions" value="No sales"/>
              <media-reference mime-type="image/jpeg" source="f1.jpg" width="800" height="600"
                source-credit="Harbor Office"/>
              <media-caption><p>The quay. (For use only in Norland. No redistribution)</p></media-caption>
              <media-producer>Jane Roe/Saltern</media-producer>
            </media>
            <p>Two.</p>
            """);

        var picture = Assert.Single(take.Pictures);
        Assert.Equal(1, picture.After);
        Assert.Equal("The quay.", picture.Caption);
        Assert.Equal("Jane Roe/Saltern", picture.Credit);
        Assert.Equal("Harbor Office", picture.Source);
        Assert.Contains("For use only in Norland. No redistribution", picture.UsageTerms?.Text);
        Assert.Contains("usage-restrictions: No sales", picture.UsageTerms?.Text);
        Assert.Equal(new Rendition("", "f1.jpg") { MediaType = "image/jpeg", Width = 800, Height = 600 },
            picture.Renditions[0]);
    }

    [Fact]
    public void A_caption_in_an_abstract_or_a_note_is_no_text_of_theirs()
    {
        var take = Copy("<body><body.head><abstract><p>Short.</p><media media-type='image'><media-reference "
            + "source='a'/><media-caption>JAPAN OUT</media-caption></media></abstract></body.head><body.content>"
            + "<p>One.</p></body.content></body>");

        Assert.Equal("Short.", take.Descriptions[0].Text);
        Assert.Equal("JAPAN OUT", take.Pictures[0].UsageTerms?.Text);
    }

    [Fact]
    public void Sound_and_film_are_links_and_their_words_no_copy()
    {
        var take = CopyOfBody("<p>One.</p><media media-type='video'><media-reference source='v.mp4' "
            + "mime-type='video/mp4'/><media-caption>NORLAND OUT</media-caption></media>");

        Assert.Empty(take.Pictures);
        Assert.Equal(new Link(LinkRels.Enclosure, "v.mp4") { MediaType = "video/mp4" }, Assert.Single(take.Links));
        Assert.Contains("NORLAND OUT", Assert.Single(take.Extras).Text);
        Assert.Equal("One.", Texts(take));
    }

    [Fact]
    public void A_time_for_machines_is_no_dateline()
    {
        var take = Copy("<body><body.head><dateline><story.date "
            + "norm='20261124T125900+0000'>20261124T125900+0000</story.date></dateline></body.head><body.content>"
            + "<p>Copy.</p></body.content></body>");

        Assert.Null(take.Dateline);
        Assert.Contains(new Extra("dateline/story.date", "20261124T125900+0000"), take.Extras);
    }

    [Fact]
    public void Rows_of_a_CALS_table_are_rows()
    {
        var table = CopyOfBody("<table><tgroup cols='2'><thead><row><entry>Port</entry><entry>Ships</entry></row>"
            + "</thead><tbody><row><entry>Uldo</entry><entry>3</entry></row></tbody></tgroup></table>").Body[0];

        Assert.Equal("Port\tShips\nUldo\t3", table.Text);
    }
}

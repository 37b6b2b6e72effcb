using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Markup;

/// <summary>What stands in or beside a body and is no paragraph of it, in each format that has bodies.</summary>
public class CopyPartsTests
{
    static Take Read(string text) =>
        Assert.Single(WireFormats.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).Takes);

    static Take G2(string body) => Read($"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:2" version="1" standard="NewsML-G2"
          standardversion="2.35" conformance="power"><itemMeta><itemClass qcode="ninat:text"/>
          <provider literal="Saltern"/><versionCreated>2026-01-01T10:00:00Z</versionCreated></itemMeta>
          <contentMeta><headline>Harbor wall opens</headline></contentMeta><contentSet>
          <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"
          xmlns:o="urn:schemas-microsoft-com:office:office"><head><title/></head><body>{body}</body></html></inlineXML>
          </contentSet></newsItem>
        """);

    static Take Nitf(string body) => Read($"""
        <nitf><head><docdata><doc-id id-string="a1"/></docdata></head><body><body.head><hedline><hl1>Wall opens</hl1>
        </hedline></body.head><body.content>{body}</body.content></body></nitf>
        """);

    static Take Ninjs(string body) => Read($$"""
        {"uri":"u:1","type":"text","headline":"Wall opens","body_html":{{JsonSerializer.Serialize(body)}}}
        """);

    static readonly Dictionary<string, Func<string, Take>> _formats =
        new() { ["newsmlg2"] = G2, ["nitf"] = Nitf, ["ninjs"] = Ninjs };

    static IEnumerable<string> Texts(Take take) => take.Body.Select(paragraph => paragraph.Text);

    [Theory]
    [InlineData("newsmlg2")]
    [InlineData("nitf")]
    [InlineData("ninjs")]
    public void Notes_byline_and_dateline_above_the_copy_are_its_head(string format)
    {
        var take = _formats[format]("<p>Eds: Updates with quote.</p><p>By DANA QUILL</p><p>AP Sports Writer</p>"
            + "<p>PORT MIRADA, Nov. 24 (AP) - Alpha.</p><p>Bravo.</p>");

        Assert.Equal(["Alpha.", "Bravo."], Texts(take));
        Assert.Equal("Eds: Updates with quote.", take.Advisory?.Text);
        Assert.Equal("DANA QUILL, AP Sports Writer", take.Byline);
        Assert.Equal(["PORT MIRADA"], take.Dateline!.Places);
    }

    [Theory]
    [InlineData("newsmlg2")]
    [InlineData("nitf")]
    [InlineData("ninjs")]
    public void A_body_that_is_nothing_but_a_note_stays(string format) =>
        Assert.Equal(["(Adds details)"], Texts(_formats[format]("<p>(Adds details)</p>")));

    [Theory]
    [InlineData("newsmlg2")]
    [InlineData("nitf")]
    [InlineData("ninjs")]
    public void By_opens_copy_as_well(string format) =>
        Assert.Equal(2, _formats[format]("<p>By Friday the wall will be open.</p><p>Bravo.</p>").Body.Length);

    [Theory]
    [InlineData("newsmlg2", "The <place>Maren</place> sailed 1<endash/>2.", "The Maren sailed 1–2.")]
    [InlineData("nitf", "The <place>Maren</place> sailed 1<endash/>2.", "The Maren sailed 1–2.")]
    [InlineData("ninjs",
        "The <st1:place>Maren</st1:place> sailed 1<endash/>2.<o:p>&nbsp;</o:p>", "The Maren sailed 1–2.")]
    [InlineData("newsmlg2", "The <o:p/>Maren.", "The Maren.")]
    public void What_nobody_knows_stands_in_its_line(string format, string line, string text) =>
        Assert.Equal([text, "Bravo."], Texts(_formats[format]($"<p>{line}</p><p>Bravo.</p>")));

    [Fact]
    public void A_line_of_nothing_but_a_space_parts_paragraphs() =>
        Assert.Equal(["One\nTwo", "Three"], Texts(Ninjs("<div>One<br>Two<br>&nbsp;<br>Three</div>")));

    [Theory]
    [InlineData("If A<B and C>D then.", "If A<B and C>D then.")]
    [InlineData("A<B", "A<B")]
    [InlineData("x<y and <b>z</b>", "x<y and z")]
    public void Less_than_cuts_nothing(string html, string text) =>
        Assert.Equal([text], Texts(Ninjs($"<p>{html}</p>")));

    [Theory]
    [InlineData("<figure><img src='w.jpg'><figcaption><h4>Head</h4>"
        + "<p>The wall.</p><p>NO SALES.</p></figcaption></figure>")]
    [InlineData("<figure><figcaption><p>Head</p><p>The wall.</p>"
        + "<p>NO SALES.</p></figcaption><img src='w.jpg'></figure>")]
    [InlineData("<figure><img src='w.jpg'><p>Head</p><p>The wall.</p><p>NO SALES.</p></figure>")]
    public void Every_block_of_a_figure_is_the_caption(string figure)
    {
        var take = Ninjs($"<p>Alpha.</p>{figure}<p>Bravo.</p>");

        var picture = Assert.Single(take.Pictures);
        Assert.Equal(["Alpha.", "Bravo."], Texts(take));
        Assert.Equal((1, "Head\nThe wall.\nNO SALES."), (picture.After, picture.Caption));
        Assert.Equal("NO SALES", picture.UsageTerms?.Text);
    }

    [Fact]
    public void Two_pictures_of_one_figure_have_its_caption_and_its_terms()
    {
        var take = Ninjs("<p>Alpha.</p><figure><img src='a.jpg'><img src='b.jpg'>"
            + "<figcaption>Both walls. NO SALES.</figcaption></figure>");

        Assert.Equal(2, take.Pictures.Length);
        Assert.All(take.Pictures, picture => Assert.Equal("Both walls. NO SALES.", picture.Caption));
        Assert.All(take.Pictures, picture => Assert.Equal("NO SALES", picture.UsageTerms?.Text));
    }

    [Fact]
    public void A_figure_that_nothing_ends_takes_no_copy_with_it() =>
        Assert.Equal(["Alpha.", "Bravo.", "Charlie."], Texts(Ninjs(
            "<p>Alpha.</p><figure><img src='a.jpg'><figcaption>The wall.<p>Bravo.</p><p>Charlie.</p>")));

    [Fact]
    public void Terms_and_credit_in_brackets_below_a_picture_are_its_own()
    {
        var take = Nitf("<p>Alpha.</p><media media-type='image'>"
            + "<media-reference mime-type='image/jpeg' source='w.jpg'/>"
            + "<media-caption>The wall.</media-caption></media>"
            + "<p>(No sales, no archives) (Kestrel News)</p><p>Bravo.</p>");

        Assert.Equal(["Alpha.", "Bravo."], Texts(take));
        Assert.Equal(("Kestrel News", "No sales, no archives"),
            (take.Pictures[0].Credit, take.Pictures[0].UsageTerms!.Text));
    }

    [Fact]
    public void A_name_below_a_limit_in_a_caption_is_no_limit()
    {
        var picture = Nitf("<p>Alpha.</p><media media-type='image'>"
            + "<media-reference mime-type='image/jpeg' source='w.jpg'/>"
            + "<media-caption><p>The wall. NO SALES.</p><p>Dana Quill</p></media-caption></media>").Pictures[0];

        Assert.Equal(("The wall.\nDana Quill", "NO SALES"), (picture.Caption, picture.UsageTerms!.Text));
    }

    [Fact]
    public void Text_of_an_association_without_a_field_binds_it()
    {
        var picture = Assert.Single(Read("""
            {"uri":"u:1","type":"text","headline":"Wall","body_html":"<p>Alpha.</p>","associations":
            {"a":{"type":"picture",
            "uri":"u:p","description_caption":"The wall.","description_text":"NO ARCHIVE.","body_text":"NO SALES.",
            "byline":"Dana Quill","creditline":"Kestrel","renditions":{"o":{"href":"http://x.example/o.jpg"}}}}}
            """).Pictures);

        Assert.Equal("NO SALES.\nNO ARCHIVE.", picture.Instructions);
        Assert.Equal("NO SALES. NO ARCHIVE", picture.UsageTerms?.Text);
        Assert.Equal(("Dana Quill", "Kestrel"), (picture.Creator, picture.Credit));
    }

    [Fact]
    public void Every_text_of_media_rss_binds_its_picture()
    {
        var picture = Assert.Single(Read("""
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
            <title>F</title><item><title>Wall</title><guid isPermaLink="false">u1</guid>
            <description>&lt;p&gt;Alpha.&lt;/p&gt;&lt;figure&gt;&lt;img
            src="http://f.example/a.jpg"&gt;&lt;figcaption&gt;Other words. NO SALES.&lt;/figcaption&gt;&lt;/figure&gt;
            </description>
            <media:content url="http://f.example/a.jpg" type="image/jpeg">
            <media:description>The wall.</media:description>
            <media:description type="html">&lt;b&gt;NO ARCHIVE.&lt;/b&gt;</media:description>
            <media:text>Not for use in Norland.</media:text></media:content></item></channel></rss>
            """).Pictures);

        Assert.Equal("The wall.\nNO ARCHIVE.", picture.Caption);
        Assert.Equal("Not for use in Norland.\nOther words. NO SALES.", picture.Instructions);
        Assert.Equal("NO ARCHIVE. Not for use in Norland. NO SALES", picture.UsageTerms?.Text);
    }

    [Fact]
    public void A_second_description_of_a_picture_in_newsml_g2_binds_it()
    {
        var picture = Assert.Single(Read("""
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:2" version="1" standard="NewsML-G2"
              standardversion="2.35" conformance="power"><itemMeta><itemClass qcode="ninat:picture"/>
              <provider literal="Saltern"/></itemMeta><contentMeta><headline>Wall</headline>
              <description role="drol:caption">The wall.</description><description>NO SALES.</description></contentMeta>
              <contentSet><remoteContent href="w.jpg" contenttype="image/jpeg"/></contentSet></newsItem>
            """).Pictures);

        Assert.Equal(("The wall.", "NO SALES"), (picture.Caption, picture.UsageTerms?.Text));
    }

    [Fact]
    public void Rows_that_were_filed_as_copy_are_one_table()
    {
        var bars = Ninjs("<p>Alpha.</p><p>Team | W | L</p><p>Maren | 3 | 1</p><p>Bravo.</p>");
        var tabs = Read("""
            {"uri":"u:1","type":"text","headline":"W","body_text":"Alpha.\n\nTeam\tW\tL\nMaren\t3\t1\n\nBravo."}
            """);

        foreach (var take in (Take[])[bars, tabs])
        {
            Assert.Equal(["Alpha.", "Team\tW\tL\nMaren\t3\t1", "Bravo."], Texts(take));
            Assert.Equal(ParagraphKind.Table, take.Body[1].Kind);
        }
    }

    [Fact]
    public void Html_in_a_field_of_plain_text_is_read() =>
        Assert.Equal(["Alpha.", "Bravo."], Texts(Read("""
            {"uri":"u:1","type":"text","headline":"W","body_text":"&lt;p&gt;Alpha.&lt;/p&gt;&lt;p&gt;Bravo.&lt;/p&gt;"}
            """)));

    [Fact]
    public void A_heading_of_a_summary_is_not_lost() =>
        Assert.Equal("Wall head\nShort.", Assert.Single(Read("""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><item>
            <title>Wall</title><guid>u1</guid>
            <description>&lt;h3&gt;Wall head&lt;/h3&gt;&lt;p&gt;Short.&lt;/p&gt;</description>
            <content:encoded>&lt;p&gt;Alpha.&lt;/p&gt;</content:encoded></item></channel></rss>
            """).Descriptions).Text);

    [Fact]
    public void A_list_of_superdesk_and_a_digital_wire_are_read()
    {
        var list = WireFormats.Read("""
            {"_items":[{"uri":"u:1","type":"text","headline":"One","body_text":"A."},{"x":1},
            {"uri":"u:2","type":"text","headline":"Two","body_text":"B."}]}
            """u8, ReadOptions.Default);
        var wire = Read("""
            {"type":"composite","format":"digitalwires@0.9.1","urn":"urn:x:1","headline":"Wall","version":"1",
            "article_html":"<section class=\"main\"><p>Alpha.</p></section>"}
            """);

        Assert.Equal(["One", "Two"], list.Takes.Select(take => take.Headline));
        Assert.Equal(("urn:x:1", "Alpha."), (wire.SenderId, wire.Body[0].Text));
    }

    [Fact]
    public void Resources_of_a_rendition_are_its_files()
    {
        var picture = Assert.Single(Read("""
            {"standard":{"name":"ninjs","version":"3.3"},"uri":"https://x.example/1","type":"text",
            "headlines":[{"value":"Wall"}],"associations":[{"name":"a","uri":"https://x.example/p","type":"picture",
            "renditions":[{"name":"web","resources":[{"href":"https://x.example/1.jpg","contentType":"image/jpeg"},
            {"href":"https://x.example/1.webp","contentType":"image/webp"}]}]}]}
            """).Pictures);

        Assert.Equal([("web", "https://x.example/1.jpg"), ("web", "https://x.example/1.webp")],
            picture.Renditions.Select(file => (file.Name, file.Href)));
    }
}

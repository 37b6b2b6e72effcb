using System.Text;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Feeds;

/// <summary>Slips of real feeds: none loses an item, and nothing that is no picture or no name becomes one.</summary>
public class FeedKindTests
{
    [Theory]
    [InlineData("https://cyber.harvard.edu/rss/rss.html"), InlineData("http://www.w3.org/2005/Atom/rss")]
    [InlineData("urn:x"), InlineData("http://www.w3.org/1999/xhtml")]
    public void A_namespace_that_the_root_declares_by_mistake_empties_no_feed(string ns)
    {
        var result = Read($"<rss version=\"2.0\" xmlns=\"{ns}\"><channel><title>D</title><item>"
            + "<title>Port opens</title><guid>1</guid><description>It opened.</description></item></channel></rss>");

        Assert.Equal(("rss", "Port opens", "1"),
            (result.Format, Assert.Single(result.Takes).Headline, result.Takes[0].SenderId));
    }

    [Theory]
    [InlineData("media:content url=\"https://d.example/p.jpg\" medium=\"image\"", 1)]
    [InlineData("own:thing note=\"x\"", 0)]
    public void A_prefix_that_nothing_declares_loses_neither_the_feed_nor_what_it_usually_means(
        string element, int pictures)
    {
        var result = Read($"<rss version=\"2.0\"><channel><title>D</title><item><title>One</title><{element}/></item>"
            + "<item><title>Two</title></item></channel></rss>");

        Assert.Equal(["One", "Two"], result.Takes.Select(take => take.Headline));
        Assert.Equal(pictures, result.Takes[0].Pictures.Length);
        Assert.Single(result.Remarks, remark => remark.Code == "XML-010");
    }

    [Theory]
    [InlineData("<title>One\u0008 two</title>", "One two")]
    [InlineData("<title><![CDATA[One\u001F two]]></title>", "One two")]
    [InlineData("<title>One\uFFFF two</title>", "One two")]
    [InlineData("<title>One two</title><x a=\"\u0001\"/>", "One two")]
    public void A_control_character_loses_neither_the_feed_nor_its_item(string title, string headline)
    {
        var result = Read($"<rss version=\"2.0\"><channel><title>D</title><item>{title}</item>"
            + "<item><title>Two</title></item></channel></rss>");

        Assert.Equal([headline, "Two"], result.Takes.Select(take => take.Headline));
        Assert.Contains(result.Remarks, remark => remark is { Code: "XML-008", Line: 1 });
    }

    [Theory]
    [InlineData("https://secure.gravatar.com/avatar/0380?s=96"), InlineData("https://d.example/avatars/ana.png")]
    [InlineData("http://feeds.feedburner.com/~ff/Port?d=yIl2"), InlineData("http://feeds.d.example/~r/Port/~4/1")]
    [InlineData("https://pixel.wp.com/b.gif?host=d.example"), InlineData("https://ad.doubleclick.net/x.gif")]
    [InlineData("https://s.w.org/images/core/emoji/72x72/1f600.png"), InlineData("https://d.example/share-icon.png")]
    [InlineData("https://d.example/spacer.gif"), InlineData("https://d.example/x.gif\" width=\"1\" height=\"40")]
    [InlineData("https://d.example/x.gif\" width=\"16\" height=\"16")]
    public void What_counts_readers_or_decorates_is_no_picture_of_the_story(string source)
    {
        var result = Read(Item($"<p>One.</p><img src=\"https://d.example/port.jpg\"><img src=\"{source}\">"));

        Assert.Equal("https://d.example/port.jpg",
            Assert.Single(Assert.Single(Assert.Single(result.Takes).Pictures).Renditions).Href);
        Assert.Contains(result.Remarks, remark => remark.Code == "FEED-012");
    }

    [Theory]
    [InlineData("https://d.example/avatar.jpg"), InlineData("https://d.example/social/mayor.jpg")]
    [InlineData("https://beacon.example/beacon/port.jpg"), InlineData("https://d.example/ads-on-trams.jpg")]
    public void A_picture_of_something_that_is_called_so_is_one(string source) =>
        Assert.Single(Assert.Single(Read(Item($"<p>One.</p><img src=\"{source}\">")).Takes).Pictures);

    [Theory]
    [InlineData("https://d.example/p.jpg?w=300", "https://d.example/p.jpg?w=1200&h=800")]
    [InlineData("https://d.example/p-300x200.jpg", "https://d.example/p.jpg")]
    [InlineData("https://d.example/p@2x.jpg", "http://d.example/p.jpg")]
    [InlineData("https://d.example/i?id=7&width=300", "https://d.example/i?id=7&width=900")]
    public void Widths_of_one_picture_are_its_renditions(string one, string other)
    {
        var take = Assert.Single(Read(Item(
            $"<p>One.</p><img src=\"{one.Replace("&", "&amp;")}\"><img src=\"{other.Replace("&", "&amp;")}\">")).Takes);

        Assert.Equal([one, other], Assert.Single(take.Pictures).Renditions.Select(file => file.Href));
    }

    [Fact]
    public void A_set_of_sources_is_the_widths_of_one_picture()
    {
        var take = Assert.Single(Read(Item("<p>One.</p><img src=\"https://d.example/p.jpg\" "
            + "srcset=\"https://d.example/p.jpg 1x, https://d.example/p,w_800.jpg 800w,\n "
            + "https://d.example/p-1200x800.jpg 1200w\">")).Takes);

        Assert.Equal([("https://d.example/p.jpg", null), ("https://d.example/p,w_800.jpg", 800),
                ("https://d.example/p-1200x800.jpg", 1200)],
            Assert.Single(take.Pictures).Renditions.Select(file => (file.Href, file.Width)));
    }

    [Theory]
    [InlineData("https://d.example/i?id=7", "https://d.example/i?id=8")]
    [InlineData("https://d.example/p-1.jpg", "https://d.example/p-2.jpg")]
    [InlineData("https://d.example/2026-1124.jpg", "https://d.example/2026-1125.jpg")]
    [InlineData("https://d.example/a/p.jpg?w=1", "https://d.example/b/p.jpg?w=1")]
    public void Two_pictures_stay_two(string one, string other) =>
        Assert.Equal(2, Assert.Single(Read(Item(
            $"<p>One.</p><img src=\"{one}\"><img src=\"{other}\">")).Takes).Pictures.Length);

    [Theory]
    [InlineData("<author>ana@d.example</author>", "")]
    [InlineData("<author>ana@d.example (Ana Lund)</author>", "Ana Lund")]
    [InlineData("<dc:creator>https://d.example/ana</dc:creator>", "")]
    [InlineData("<dc:creator>www.d.example</dc:creator>", "")]
    [InlineData("<dc:creator>Ana Lund</dc:creator>", "Ana Lund")]
    [InlineData("<author>Ana Lund &lt;a@d.example&gt;</author>", "Ana Lund")]
    [InlineData("<author>Ana Lund (Saltern Photo)</author>", "Ana Lund (Saltern Photo)")]
    public void An_address_is_nobody_s_name_and_is_kept_beside(string author, string byline)
    {
        var take = Assert.Single(Read("<rss version=\"2.0\"><channel><title>D</title><item><title>One</title>"
            + $"{author}</item></channel></rss>").Takes);

        Assert.Equal(byline, take.Byline);
        Assert.Equal(author.Contains("d.example", StringComparison.Ordinal),
            take.Extras.Any(extra => extra.Name.StartsWith("author/", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_address_is_no_credit_of_a_picture_and_is_kept_beside()
    {
        var take = Assert.Single(Read("<rss version=\"2.0\"><channel><title>D</title><item><title>One</title>"
            + "<media:content url=\"https://d.example/p.jpg\" medium=\"image\">"
            + "<media:credit>ana@d.example</media:credit></media:content></item></channel></rss>").Takes);

        Assert.Equal("", Assert.Single(take.Pictures).Credit);
        Assert.Contains(take.Extras, extra => extra.Text == "ana@d.example");
    }

    [Fact]
    public void An_author_of_a_json_feed_is_a_name_and_a_title_is_what_it_refers_to()
    {
        var result = Read("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", "
            + "\"title\": \"&#8216;Port&#8217; &amp; AT&T &#146;opens&#x201D;\", \"content_text\": \"One.\", "
            + "\"authors\": [{\"name\": \"ana@d.example\"}, {\"name\": \"Ben Dahl\"}]}]}");

        var take = Assert.Single(result.Takes);
        Assert.Equal(("‘Port’ & AT&T ’opens”", "Ben Dahl"), (take.Headline, take.Byline));
    }

    static ReadResult Read(string feed) => WireFormats.Read(Encoding.UTF8.GetBytes(feed), ReadOptions.Default);

    static string Item(string html) => "<rss version=\"2.0\"><channel><title>D</title><item><title>Port opens</title>"
        + $"<description><![CDATA[{html}]]></description></item></channel></rss>";
}

using System.Text;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Markup;

/// <summary>Formats in XML are known by their root, however much stands before it and in whichever charset.</summary>
public class XmlRootTests
{
    const string NewsMl = "<NewsML><NewsItem/></NewsML>", Nitf = "<nitf><body/></nitf>",
        Item = "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>",
        Atom = "<feed xmlns='http://www.w3.org/2005/Atom'/>", Rss = "<rss version='2.0'/>";

    static readonly string _long = new('x', 300_000);

    public static TheoryData<string, string> Roots => new()
    {
        { "newsml", NewsMl }, { "nitf", Nitf }, { "newsmlg2", Item }, { "atom", Atom }, { "rss", Rss },
    };

    [Theory, MemberData(nameof(Roots))]
    public void A_root_is_found_behind_any_prolog(string format, string document)
    {
        string[] prologs =
        [
            $"<?xml version='1.0'?>\n<!-- for <feed> and <NewsML> {_long} -->",
            string.Concat(Enumerable.Repeat("<!-- a --><?b c?>\n", 500)),
            $"<!DOCTYPE z [<!-- ]> <p> --> {string.Concat(Enumerable.Repeat("<!ENTITY a 'b'>\n", 500))} ] >",
            new string(' ', 10_000),
        ];

        foreach (var prolog in prologs)
            Assert.Equal(format, WireFormats.Recognise(Encoding.UTF8.GetBytes(prolog + document))?.Name);
    }

    [Theory, MemberData(nameof(Roots))]
    public void A_root_is_found_in_wide_charsets_without_a_mark(string format, string document)
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
            Assert.Equal(format, WireFormats.Recognise(encoding.GetBytes(document))?.Name);
    }

    [Theory]
    [InlineData("catalog", true), InlineData("catalogItem", true), InlineData("conceptItem", true)]
    [InlineData("knowledgeItem", true), InlineData("planningItem", true), InlineData("packageItem", true)]
    [InlineData("catalogItem", false), InlineData("knowledgeItem", false), InlineData("conceptSet", false)]
    [InlineData("newsCoverageSet", false), InlineData("catalog", false)]
    public void Rarer_roots_of_g2_are_recognised_and_kept_without_copy(string name, bool hasNamespace)
    {
        var ns = hasNamespace ? " xmlns='http://iptc.org/std/nar/2006-10-01/'" : "";
        var document = $"<!-- {_long} --><{name}{ns}><scheme alias='x' uri='http://salt.example/x/'/></{name}>";

        var result = WireFormats.Read(Encoding.UTF8.GetBytes(document), ReadOptions.Default);

        Assert.Equal("newsmlg2", result.Format);
        Assert.Equal(name, Assert.Single(result.WithoutCopy).Kind);
        Assert.Empty(result.Takes);
    }

    [Theory]
    [InlineData("<catalog><book id='1'>Tides of Norland</book></catalog>")]
    [InlineData("<html><body>catalog</body></html>")]
    [InlineData("<!-- a comment alone <newsItem> -->")]
    public void Other_documents_are_no_item_of_g2(string document) =>
        Assert.NotEqual("newsmlg2", WireFormats.Recognise(Encoding.UTF8.GetBytes(document))?.Name);
}

using System.Text;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>What somebody could send to break a reader: no exception, and always a remark.</summary>
public class NewsMlG2HostileTests
{
    const string Start = "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' version='1' "
        + "standard='NewsML-G2' standardversion='2.35'>";

    public static TheoryData<string> Names() => [.. _cases.Keys];

    static readonly Dictionary<string, Func<string>> _cases = new()
    {
        ["deep"] = () => Start + Many("<assert>", 100_000),
        ["attributes"] = () => $"<newsItem {string.Concat(Enumerable.Range(0, 20_000).Select(i => $" a{i}='x'"))}/>",
        ["namespaces"] = () =>
            $"<newsItem {string.Concat(Enumerable.Range(0, 20_000).Select(i => $" xmlns:a{i}='urn:{i}'"))}/>",
        ["same attribute twice"] = () => "<newsItem guid='a' guid='b'/>",
        ["ten thousand items"] = () =>
            $"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{Many(Start + "</newsItem>", 10_000)}"
            + "</itemSet></newsMessage>",
        ["nested messages"] = () => Many("<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>", 40),
        ["billion laughs"] = () => "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + Item("<headline>&b;</headline>"),
        ["file entity"] = () => "<!DOCTYPE x SYSTEM 'http://harbor.invalid/x.dtd' "
            + "[<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + Item("<headline>&a;</headline>"),
        ["no meta at all"] = () => Start + "</newsItem>",
        ["empty qcodes"] = () =>
            Item("<subject qcode=''/><subject qcode=':'/><subject qcode='a:'/><subject qcode=':b'/>"),
        ["version far out"] = () =>
            Start.Replace("version='1'", "version='9223372036854775808'", StringComparison.Ordinal)
            + "<contentMeta><headline>H</headline></contentMeta></newsItem>",
        ["embargo far out"] = () => Start + "<itemMeta><embargoed>9999-12-31T23:59:59-12:00</embargoed></itemMeta>"
            + "<contentMeta><headline>H</headline></contentMeta></newsItem>",
        ["many aliases"] = () => Start + $"<catalog>{string.Concat(Enumerable.Range(0, 30_000)
            .Select(i => $"<scheme alias='a{i}' uri='urn:{i}'/>"))}</catalog></newsItem>",
        ["long terms of many pictures"] = LongTerms,
        ["long header"] = () => "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header>"
            + $"<transmitId>{new string('t', 100_000)}</transmitId></header><itemSet>"
            + Many(Item("<headline>H</headline>"), 500) + "</itemSet></newsMessage>",
        ["processing instructions"] = () => Start + Many("<?x y?>", 50_000) + "</newsItem>",
        ["five kinds of content"] = () => Start + "<contentSet>"
            + "<inlineXML><nitf><body><body.content><p>a</p></body.content></body></nitf></inlineXML>"
            + "<inlineXML><html><body><p>b</p></body></html></inlineXML><inlineXML><x>c</x></inlineXML>"
            + "<inlineXML>d</inlineXML><inlineData contenttype='text/html'>&lt;p>e</inlineData></contentSet>"
            + "</newsItem>",
        ["script in the body"] = () => Start + "<contentSet><inlineXML><div><p onclick='x()'>a<script>b</script></p>"
            + "<iframe src='javascript:x'/></div></inlineXML></contentSet></newsItem>",
    };

    [Theory, MemberData(nameof(Names))]
    public void Nothing_hostile_makes_the_reader_throw_or_be_silent(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(_cases[name]());

        foreach (var options in (ReadOptions[])[ReadOptions.Default, new ReadOptions { IsStrict = true }])
        {
            var result = WireFormats.Find("newsmlg2")!.Read(bytes, options);

            Assert.NotEmpty(result.Remarks);
            Assert.All(result.Takes, take => Assert.NotEmpty(CanonicalJson.ToUtf8(take)));
        }
    }

    [Theory]
    [InlineData("deep")]
    [InlineData("attributes")]
    [InlineData("ten thousand items")]
    [InlineData("same attribute twice")]
    [InlineData("long terms of many pictures")]
    public void What_is_too_much_is_refused_and_never_cut(string name)
    {
        var result = WireFormats.Find("newsmlg2")!.Read(Encoding.UTF8.GetBytes(_cases[name]()), ReadOptions.Default);

        Assert.Empty(result.Takes);
        Assert.Contains(result.Remarks, remark => remark.Severity == Severity.Error);
    }

    [Fact]
    public void An_entity_of_the_document_is_never_its_text()
    {
        foreach (var name in (string[])["billion laughs", "file entity"])
        {
            var take = WireFormats.Read(Encoding.UTF8.GetBytes(_cases[name]()), ReadOptions.Default).TakeOrThrow();

            Assert.Matches("^&[ab];$", take.Headline);
        }
    }

    [Fact]
    public void Very_many_notes_and_links_are_all_kept()
    {
        var text = $"{Start}<itemMeta>{Many("<edNote>n</edNote><link residref='r'/>", 50_000)}</itemMeta></newsItem>";

        var take = WireFormats.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

        Assert.Equal(49_999, take.Notes.Length);
        Assert.Equal(50_000, take.Links.Length);
    }

    [Fact]
    public void Script_is_no_copy()
    {
        var bytes = Encoding.UTF8.GetBytes(_cases["script in the body"]());

        var take = WireFormats.Read(bytes, ReadOptions.Default).TakeOrThrow();

        Assert.Equal("a", Assert.Single(take.Body).Text);
    }

    static string LongTerms()
    {
        var numbers = Enumerable.Range(0, 500).ToList();
        var rights = $"<rightsInfo idrefs='{string.Join(' ', numbers.Select(i => $"p{i}"))}'>"
            + $"<usageTerms>{new string('t', 50_000)}</usageTerms><usageTerms>x</usageTerms></rightsInfo>";
        var files = numbers.Select(i =>
            $"<remoteContent id='p{i}' contenttype='image/jpeg' residref='r{i}' href='{i}.jpg'/>");
        return $"{Start}{rights}<contentSet>{string.Concat(files)}</contentSet></newsItem>";
    }

    static string Item(string content) =>
        Start + $"<itemMeta><pubStatus qcode='stat:usable'/></itemMeta><contentMeta>{content}</contentMeta></newsItem>";

    static string Many(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}

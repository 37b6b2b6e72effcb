using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Markup;

namespace Writethru.Tests.Formats.Markup;

public class XmlSourceTests
{
    [Theory]
    [InlineData("<a>x&nbsp;y&eacute;</a>", "x\u00A0yé", "")]
    [InlineData("<a><![CDATA[x&nbsp;y]]></a>", "x&nbsp;y", "")]
    [InlineData("<a>&unknown; & b &amp; &#x41;</a>", "&unknown; & b & A", "XML-004 XML-005")]
    [InlineData("\n <?xml version='1.1' encoding='UTF8'?><!DOCTYPE a SYSTEM 'http://x.example/a.dtd'><a>x</a>", "x",
        "XML-003")]
    [InlineData("<!DOCTYPE a [<!ENTITY b '<c>]>'><!ENTITY % p SYSTEM 'file:///x'>]><a>&b;</a>",
        "&b;", "XML-003 XML-004")]
    [InlineData("<a>x&#1;y&#xD800;</a>", "x\u0001y&#xD800;", "XML-005")]
    public void A_document_reads_as_this_text(string xml, string text, string codes)
    {
        var source = XmlSource.Read(Encoding.UTF8.GetBytes(xml), ReadOptions.Default);

        Assert.Equal(text, source.Root?.Text);
        Assert.Equal(codes, string.Join(' ', source.Remarks.Resolve(source.Text).Select(remark => remark.Code)));
    }

    [Theory]
    [InlineData(true, true), InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public void Utf_32_is_known_by_its_mark_and_without_one(bool isBigEndian, bool hasMark)
    {
        var encoding = new System.Text.UTF32Encoding(isBigEndian, hasMark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("<a>港 &bogus;</a>")];

        var source = XmlSource.Read(bytes, ReadOptions.Default);

        Assert.Equal("港 &bogus;", source.Root?.Text);
        Assert.Equal(isBigEndian ? "utf-32be" : "utf-32le", source.Text.Charset);
        var remark = Assert.Single(source.Remarks.Resolve(source.Text));
        Assert.Equal((encoding.GetPreamble().Length + 20, 1), (remark.Offset, remark.Line));
    }

    [Theory]
    [InlineData("iso-8859-15", "iso-8859-15", "€")]
    [InlineData("windows-1252", "windows-1252", "€")]
    [InlineData("UTF8", "utf-8", "€")]
    public void The_declared_charset_counts(string declared, string charset, string text)
    {
        var encoding = declared == "UTF8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(declared)!;
        var bytes = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"?><a>{text}</a>");

        var source = XmlSource.Read(bytes, ReadOptions.Default);

        Assert.Equal((text, charset), (source.Root?.Text, source.Text.Charset));
    }

    [Theory]
    [InlineData("UTF-8", "utf-8", "ミラダ港 é")]
    [InlineData("Shift_JIS", "shift_jis", "ミラダ港")]
    [InlineData("Windows-31J", "shift_jis", "ミラダ港①")]
    [InlineData("EUC-JP", "euc-jp", "ミラダ港")]
    [InlineData("ISO-2022-JP", "iso-2022-jp", "ミラダ港")]
    [InlineData("EUC-KR", "euc-kr", "새마루항")]
    [InlineData("KS_C_5601-1987", "ks_c_5601-1987", "새마루항")]
    [InlineData("GB2312", "gb2312", "港口重新开放")]
    [InlineData("GBK", "gb2312", "港口重新开放")]
    [InlineData("GB18030", "gb18030", "港口重新开放")]
    [InlineData("Big5", "big5", "港口重新開放")]
    [InlineData("ISO-8859-1", "iso-8859-1", "Fähre")]
    [InlineData("US-ASCII", "utf-8", "ferry")]
    public void The_declared_charset_ends_where_its_quote_ends(string declared, string charset, string text)
    {
        var encoding = charset == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(charset)
            ?? Encoding.GetEncoding(charset);
        foreach (var after in (string[])[" standalone=\"yes\"", "\n standalone = 'no' ", ""])
        {
            var bytes = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{declared}\"{after}?><a>{text}</a>");

            var source = XmlSource.Read(bytes, ReadOptions.Default);

            Assert.Equal((text, charset), (source.Root?.Text, source.Text.Charset));
            Assert.Empty(source.Remarks.Resolve(source.Text));
        }
    }

    [Theory]
    [InlineData("utf-16", true), InlineData("utf-16", false), InlineData("utf-16BE", true),
    InlineData("utf-16BE", false)]
    public void Utf_16_is_read_with_a_mark_and_without_one(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes =
        [
            .. hasMark ? encoding.GetPreamble() : [],
            .. encoding.GetBytes("<?xml version='1.0' encoding='UTF-16' standalone='yes'?><a>ミラダ港</a>"),
        ];

        var source = XmlSource.Read(bytes, ReadOptions.Default);

        Assert.Equal("ミラダ港", source.Root?.Text);
        Assert.Empty(source.Remarks.Resolve(source.Text));
    }

    [Theory]
    [InlineData("Shift_JIS", "utf-8", "ミラダ港", "ミラダ港", "utf-8")]
    [InlineData("US-ASCII", "utf-8", "ミラダ港", "ミラダ港", "utf-8")]
    [InlineData("EUC-KR", "windows-1252", "Fähren", "F\uFFFDren", "euc-kr")]
    public void What_a_declared_charset_cannot_hold_is_never_lost_in_silence(
        string declared, string sent, string text, string read, string charset)
    {
        var encoding = sent == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(sent)!;

        var source = XmlSource.Read(
            encoding.GetBytes($"<?xml version='1.0' encoding='{declared}'?><a>{text}</a>"), ReadOptions.Default);

        Assert.Equal((read, charset), (source.Root?.Text, source.Text.Charset));
        Assert.Equal("XML-006", Assert.Single(source.Remarks.Resolve(source.Text)).Code);
    }

    [Fact]
    public void Bytes_that_are_not_the_declared_charset_are_read_and_said()
    {
        var source = XmlSource.Read(
            [.. "<?xml version='1.0' encoding='UTF-8'?><a>"u8, 0xFC, .. "</a>"u8], ReadOptions.Default);

        Assert.Equal("ü", source.Root?.Text);
        Assert.Contains(source.Remarks.Resolve(source.Text), remark => remark.Code == "XML-006");
    }

    [Fact]
    public void A_remark_names_the_place_in_the_received_bytes()
    {
        var source = XmlSource.Read("<?xml version='1.0'?>\n<a>&nbsp;é\n <b>x</b></a>"u8, ReadOptions.Default);
        source.Remarks.Add("T-001", Severity.Note, source.At(source.Root!.Child("b")!), "here");

        var remark = Assert.Single(source.Remarks.Resolve(source.Text));

        Assert.Equal((3, 2, 35), (remark.Line, remark.Column, remark.Offset));
    }

    public static TheoryData<string, string> TooMuch => new()
    {
        { string.Concat(Enumerable.Repeat("<a>", 100_000)), "XML-002" },
        { "<a " + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"b{i}='' ")) + "/>", "XML-002" },
        { "<a>" + string.Concat(Enumerable.Repeat("<b/>", 600_000)) + "</a>", "XML-002" },
        { "<a><b></a>", "XML-001" },
        { "", "XML-001" },
        { "<a b='1' b='2'/>", "XML-001" },
    };

    [Theory, MemberData(nameof(TooMuch))]
    public void More_than_the_limits_or_broken_is_refused_with_a_reason(string xml, string code)
    {
        var source = XmlSource.Read(Encoding.UTF8.GetBytes(xml), ReadOptions.Default);

        Assert.Null(source.Root);
        Assert.Equal(code, Assert.Single(source.Remarks.Resolve(source.Text)).Code);
    }
}

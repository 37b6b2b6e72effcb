using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>What nobody sends in good faith: made here, read under the default limits.</summary>
public class NinjsHostileTests
{
    public static TheoryData<string, string> Refused() => new()
    {
        { "empty", "" },
        { "one byte", "{" },
        { "depth", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) },
        { "depth of lists", string.Concat(Enumerable.Repeat("[", 100_000)) },
        { "not a number", """{"uri":"urn:a:1","urgency":NaN}""" },
        { "infinity", """{"uri":"urn:a:1","urgency":-Infinity}""" },
        { "raw line end in text", "{\"uri\":\"urn:a:1\",\"headline\":\"a\rb\"}" },
        { "comment", """{"uri":"urn:a:1",/* x */"headline":"H"}""" },
        { "trailing comma", """{"uri":"urn:a:1","headline":"H",}""" },
        { "single quotes", "{'uri':'urn:a:1'}" },
        { "list of items", """[{"uri":"urn:a:1","headline":"H"}]""" },
        { "no ninjs", """{"__proto__":{"uri":"urn:a:1"}}""" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Such_bytes_are_refused_with_a_remark(string name, string json)
    {
        var result = Read(json);

        Assert.True(result.Takes.IsEmpty, name);
        Assert.Contains(result.Remarks, remark => remark.Severity == Severity.Error);
    }

    public static TheoryData<string, string, string> Kept() => new()
    {
        { "two statuses",
            """{"uri":"urn:a:1","pubstatus":"usable","pubstatus":"canceled","headline":"H"}""", "NINJS-007" },
        { "huge number", """{"uri":"urn:a:1","urgency":1e400,"headline":"H"}""", "NINJS-011" },
        { "glued items", """{"uri":"urn:a:1","headline":"H"}{"uri":"urn:a:2"}""", "NINJS-006" },
        { "half a character", "{\"uri\":\"urn:a:1\",\"headline\":\"\\uD800\"}", "NINJS-012" },
        { "embargo in words", """{"uri":"urn:a:1","embargoed":"soon","headline":"H"}""", "NINJS-010" },
        { "embargo as a list",
            """{"uri":"urn:a:1","embargoed":["2020-01-01T00:00:00Z"],"headline":"H"}""", "NINJS-010" },
        { "status as a number", """{"uri":"urn:a:1","pubstatus":0,"headline":"H"}""", "NINJS-009" },
        { "script", """{"uri":"urn:a:1","headline":"H","body_html":"<p>a</p><script>x</script>"}""", "NINJS-023" },
        { "rights as text", """{"uri":"urn:a:1","headline":"H","rightsinfo":"x"}""", "NINJS-016" },
        { "time without zone",
            """{"uri":"urn:a:1","headline":"H","versioncreated":"2026-11-24T06:00:00"}""", "NINJS-021" },
    };

    [Theory, MemberData(nameof(Kept))]
    public void Such_items_are_read_and_it_is_said(string name, string json, string code)
    {
        var result = Read(json);

        Assert.True(result.Takes.Length == 1, name);
        Assert.Contains(result.Remarks, remark => remark.Code == code);
    }

    [Fact]
    public void Associations_that_lead_back_to_their_item_are_not_followed()
    {
        const string Inner =
            """{"uri":"urn:a:1","type":"picture","associations":[{"uri":"urn:a:1","type":"picture"}]}""";

        var take = Read($$"""{"uri":"urn:a:1","headline":"H","associations":[{{Inner}},{{Inner}}]}""").TakeOrThrow();

        Assert.Equal(2, take.Pictures.Length);
    }

    [Fact]
    public void More_pictures_or_paragraphs_than_allowed_are_refused_and_not_cut()
    {
        var pictures = string.Join(',', Enumerable.Repeat("""{"type":"picture"}""", 20_001));
        var cells = string.Concat(Enumerable.Repeat("<td>1", 500_010));

        Assert.Equal("NINJS-004",
            Read($$"""{"uri":"urn:a:1","headline":"H","associations":[{{pictures}}]}""").Remarks[^1].Code);
        Assert.Equal("NINJS-004", Read($$"""{"uri":"urn:a:1","body_html":"<table><tr>{{cells}}"}""").Remarks[^1].Code);
        Assert.Equal("NINJS-004",
            Read($$"""{"uri":"urn:a:1","body_html":"{{string.Concat(Enumerable.Repeat("<p>a", 20_001))}}"}""")
                .Remarks[^1].Code);
    }

    [Theory]
    [InlineData("file:///etc/passwd"), InlineData("javascript:alert(1)"), InlineData("http://169.254.169.254/latest")]
    public void Where_a_file_lies_is_kept_as_text_and_never_fetched(string href)
    {
        var take = Read($$"""
            {"uri":"urn:a:1","headline":"H","associations":[{"type":"picture","renditions":[{"name":"x",
            "href":"{{href}}"}]}]}
            """).TakeOrThrow();

        Assert.Equal(href, take.Pictures[0].Renditions[0].Href);
    }

    [Theory]
    [InlineData("utf-16"), InlineData("utf-16BE"), InlineData("windows-1252")]
    public void Another_charset_than_the_standard_s_is_read(string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var bytes = encoding.GetPreamble()
            .Concat(encoding.GetBytes("""{"uri":"urn:a:1","headline":"Zürich"}""")).ToArray();

        Assert.Equal("Zürich", WireFormats.Find("ninjs")!.Read(bytes, ReadOptions.Default).TakeOrThrow().Headline);
    }

    [Fact]
    public void A_fault_has_its_line_column_and_offset_whichever_way_the_bytes_are_read()
    {
        var plain = Read("{\"uri\":\"urn:ü:1\",\n \"headline\": x}").Remarks[0];
        var marked = WireFormats.Find("ninjs")!.Read(
            [0xEF, 0xBB, 0xBF, .. "{\"uri\":\"urn:ü:1\",\n \"headline\": x}"u8], ReadOptions.Default).Remarks[0];

        Assert.Equal((2, 14, 32), (plain.Line, plain.Column, plain.Offset));
        Assert.Equal((2, 14, 35), (marked.Line, marked.Column, marked.Offset));
    }

    static ReadResult Read(string json) =>
        WireFormats.Find("ninjs")!.Read(Encoding.UTF8.GetBytes(json), ReadOptions.Default);
}

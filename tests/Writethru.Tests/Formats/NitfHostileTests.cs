using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>
/// Documents made to hurt a reader. Each ends as a take with a remark, or as a refusal that says why.
/// </summary>
public class NitfHostileTests
{
    static readonly IWireFormat _format = WireFormats.Find("nitf")!;

    static ReadResult Read(string xml) => _format.Read(Encoding.UTF8.GetBytes(xml), ReadOptions.Default);

    static string Doc(string content, string docdata = "") =>
        $"<nitf><head><docdata>{docdata}<doc-id id-string='h'/></docdata></head><body><body.head><hedline><hl1>H</hl1>"
        + $"</hedline></body.head><body.content>{content}</body.content></body></nitf>";

    static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string> Refused => new()
    {
        { "deep", Doc(Times("<block>", 100_000) + Times("</block>", 100_000)) },
        { "attributes", Doc($"<p {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='' "))}>x</p>") },
        { "elements", Doc(Times("<br/>", 600_000)) },
        { "paragraphs", Doc(Times("<p>x</p>", 20_001)) },
        { "pictures", Doc(Times("<media media-type='image'><media-reference/></media>", 20_001)) },
        { "twice", Doc("<p a='1' a='2'>x</p>") },
        { "glued", Doc("<p>x</p>") + Doc("<p>y</p>") },
        { "cut", Doc("<p>x</p>")[..^20] },
        { "bytes", Doc($"<pre>{new string('x', 11_000_000)}</pre>") },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Too_much_or_broken_is_refused_with_a_reason(string name, string xml)
    {
        var result = Read(xml);

        Assert.True(result.Takes.IsEmpty, name);
        Assert.Contains(result.Remarks, remark => remark.Severity == Severity.Error);
    }

    [Fact]
    public void A_table_of_ten_thousand_by_ten_thousand_by_spans_is_as_large_as_it_was_sent()
    {
        var cell = "<td colspan='10000' rowspan='10000'>x</td>";
        var result = Read(Doc($"<table>{Times($"<tr>{Times(cell, 10)}</tr>", 10)}</table>"));

        var table = Assert.Single(result.TakeOrThrow().Body).Table!;
        Assert.Equal(100, table.Rows.Sum(row => row.Cells.Length));
        Assert.Contains(result.Remarks, remark => remark.Code == "NITF-110");
    }

    [Fact]
    public void A_preformatted_line_of_a_megabyte_is_kept_whole()
    {
        var line = new string('x', 1_000_000);

        Assert.Equal(line, Assert.Single(Read(Doc($"<pre>{line}</pre>")).TakeOrThrow().Body).Text);
    }

    [Theory]
    [InlineData("<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:9/nitf.dtd'>", "")]
    [InlineData("<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>", "&x;")]
    [InlineData("<!DOCTYPE nitf [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p'> %p;]>", "")]
    [InlineData("<!DOCTYPE nitf [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>", "&b;&b;&b;")]
    public void A_document_type_is_said_and_its_entities_stay_as_they_were_written(string type, string reference)
    {
        var result = Read(type + Doc($"<p>Gulls {reference}</p>"));

        Assert.Equal($"Gulls {reference}".TrimEnd(), Assert.Single(result.TakeOrThrow().Body).Text);
        Assert.Contains(result.Remarks, remark => remark.Code == "XML-003");
    }

    [Fact]
    public void Ruby_keeps_its_words_and_is_said()
    {
        var result = Read(Doc("<p><ruby><rb>港</rb><rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>が再開</p>"));

        Assert.Equal("港(みなと)が再開", Assert.Single(result.TakeOrThrow().Body).Text);
        Assert.Contains(result.Remarks, remark => remark.Code == "NITF-101");
    }

    [Theory]
    [InlineData("<date.release norm='99991231T235959Z'/>", "9999-12-31T23:59:59Z")]
    [InlineData("<date.release norm='99991231T235959-1200'/>", null)]
    [InlineData("<date.release norm='20261399T996099Z'/>", null)]
    public void A_release_at_the_end_of_time_or_beyond_it_holds(string docdata, string? until)
    {
        var xml = Doc("<p>x</p>", docdata)
            .Replace("<docdata>", "<docdata management-status='embargoed'>", StringComparison.Ordinal);

        var embargo = Read(xml).TakeOrThrow().Embargo;

        Assert.NotNull(embargo);
        Assert.Equal(until, embargo.Until is { } instant ? Instant.Write(instant) : null);
    }

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("9223372036854775808"), InlineData("2e3"), InlineData("٣")]
    public void A_version_that_is_no_number_of_ours_is_kept_as_it_is(string version)
    {
        var take = Read(Doc("<p>x</p>", $"<du-key version='{version}'/>")).TakeOrThrow();

        Assert.Equal(version, take.SenderVersion);
        Assert.Equal(Signal.None, take.Signal);
    }

    [Fact]
    public void Usage_terms_of_a_megabyte_are_kept_whole()
    {
        var terms = new string('t', 1_000_000);

        Assert.Equal(terms,
            Read(Doc("<p>x</p>", $"<doc.rights limitations='{terms}'/>")).TakeOrThrow().UsageTerms?.Text);
    }
}

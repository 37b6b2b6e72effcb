using System.Text;
using System.Xml;
using System.Xml.Schema;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// What our writer writes against IPTC's own schema of NITF 3.6, and what strict reading says beside it.
/// </summary>
public class NitfSchemaTests
{
    static readonly IWireFormat _format = WireFormats.Find("nitf")!;

    static readonly Channel _channel = new() { NitfNamespace = true };

    const string Start = "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\">";

    /// <summary>Documents that the schema forbids, each for one reason.</summary>
    public static TheoryData<string> Wrong => [.. new[]
    {
        "<head/>",
        "<body/><head/>",
        "<head><docdata/><title>T</title></head><body/>",
        "<head><meta name=\"a\"/></head><body/>",
        "<head><tobject><tobject.subject/></tobject></head><body/>",
        "<head><docdata><date.issued norm=\"20261124\"/></docdata></head><body/>",
        "<head><pubdata type=\"paper\"/></head><body/>",
        "<head><revision-history function=\"boss\"/></head><body/>",
        "<body><body.content/><body.head/></body>",
        "<body><body.content>Bare text.</body.content></body>",
        "<body><body.head><byline>Roe</byline><hedline><hl1>H</hl1></hedline></body.head></body>",
        "<body><body.head><hedline><hl2>H</hl2></hedline></body.head></body>",
        "<body><body.content><p>One <strong>two</strong></p></body.content></body>",
        "<body><body.content><p>One <p>two</p></p></body.content></body>",
        "<body><body.content><p>m<sup>2</sup></p></body.content></body>",
        "<body><body.content><h2>Head</h2></body.content></body>",
        "<body><body.content><media media-type=\"image\"><media-caption>C</media-caption></media></body.content>"
            + "</body>",
        "<body><body.content><media><media-reference/></media></body.content></body>",
        "<body><body.content><ul/></body.content></body>",
        "<body><body.content><ul><p>x</p></ul></body.content></body>",
        "<body><body.content><bq><p>x</p></bq></body.content></body>",
        "<body><body.content><table><tr/></table></body.content></body>",
        "<body><body.content><table><row><entry>x</entry></row></table></body.content></body>",
        "<body><body.head><note noteclass=\"memo\"><body.content/></note></body.head></body>",
        "<body><body.head><note><p>x</p></note></body.head></body>",
        "<body><body.end><tagline type=\"secret\">x</tagline></body.end></body>",
        "<body><body.end><bibliography>x</bibliography><tagline>y</tagline></body.end></body>",
    }];

    [Theory, MemberData(nameof(Wrong))]
    public void What_the_schema_forbids_the_checker_and_strict_reading_reject(string content)
    {
        var schemas = Schemas();
        var xml = $"{Start}{content}</nitf>";

        Assert.NotEmpty(Faults(schemas, Encoding.UTF8.GetBytes(xml)));
        Assert.Contains(Strict(xml), remark => remark.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("<body/>")]
    [InlineData("<head/><body><body.head/><body.content/><body.end/></body>")]
    [InlineData("<body><body.content><block><p>One</p><datasource>x</datasource></block><p>Two <em>x</em><br/></p>"
        + "<hl2>H</hl2></body.content><body.content/></body>")]
    [InlineData("<body><body.content><ol><li>One<ul><li>Two</li></ul></li></ol><fn><body.content><p>x</p>"
        + "</body.content></fn></body.content></body>")]
    [InlineData("<body><body.content><media media-type=\"image\"><media-reference source=\"a\"/><media-caption><p>C</p>"
        + "</media-caption></media></body.content></body>")]
    public void What_the_schema_allows_the_checker_and_strict_reading_accept(string content)
    {
        var schemas = Schemas();
        var xml = $"{Start}{content}</nitf>";

        Assert.Empty(Faults(schemas, Encoding.UTF8.GetBytes(xml)));
        Assert.DoesNotContain(Strict(xml), remark => remark.Code == "NITF-014");
    }

    [Fact]
    public void Whatever_is_written_is_valid_and_passes_strict_reading()
    {
        var schemas = Schemas();
        var faults = new List<string>();
        void Check(FiledTake filed)
        {
            var bytes = RoundTrip.WriteBytes(_format, filed, out _, _channel);
            var found = Faults(schemas, bytes);
            var strict = _format.Read(bytes, ReadOptions.Default with { IsStrict = true }).Remarks
                .Where(remark => remark.Severity == Severity.Error).Select(remark => remark.Message);
            lock (faults)
                faults.AddRange(found.Concat(strict).Select(fault => $"{fault} in {Encoding.UTF8.GetString(bytes)}"));
        }

        Takes.Any.Sample(take => Check(RoundTrip.File(take)), iter: 500);
        RichTakes.Any.Sample(take => Check(RoundTrip.File(take, Cause.Correction, 2)), iter: 1_000);
        foreach (var take in GoldenTakes())
            Check(RoundTrip.File(take));
        Check(KillNotice.Of(RoundTrip.File(new Take(), Cause.Kill, 2), "FERRY"));

        Assert.Empty(faults.Take(3));
    }

    static IEnumerable<Take> GoldenTakes() => WireFormats.All.SelectMany(format =>
        Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in")
            .SelectMany(file => format.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes));

    static IEnumerable<Remark> Strict(string xml) => _format
        .Read(Encoding.UTF8.GetBytes(xml), ReadOptions.Default with { IsStrict = true }).Remarks
        .Where(remark => remark.Code == "NITF-014");

    /// <summary>Asked for first of all, so that the test skips itself where the schema is absent.</summary>
    static XmlSchemaSet Schemas()
    {
        var folder = RepoFiles.SharedOrSkip("corpus", "nitf", "schemas");
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        set.Add(null, Path.Combine(folder, "nitf-3-6.xsd"));
        set.Compile();
        return set;
    }

    static List<string> Faults(XmlSchemaSet schemas, byte[] bytes)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        while (reader.Read())
        {
        }
        return faults;
    }
}

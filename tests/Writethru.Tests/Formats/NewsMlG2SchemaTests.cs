using System.Xml;
using System.Xml.Schema;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>What our writer writes against IPTC's own schema of 2.35, All-Power, as XmlSchemaSet reads it.</summary>
public class NewsMlG2SchemaTests
{
    static readonly string[] _mustFail =
    [
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>",
        Item("<itemMeta><itemClass qcode='ninat:text'/></itemMeta>"),
        Item(Meta.Replace("ninat:text", "text", StringComparison.Ordinal)),
        Item(Meta.Replace("2026-11-24T06:00:00Z", "yesterday", StringComparison.Ordinal)),
        Item(Meta + "<contentMeta><urgncy>3</urgncy></contentMeta>"),
        Item(Meta + "<contentMeta><urgency>10</urgency></contentMeta>"),
        Item(Meta + "<contentMeta><slugline>two\nlines</slugline></contentMeta>"),
    ];

    const string Meta = "<itemMeta><itemClass qcode='ninat:text'/><provider/>"
        + "<versionCreated>2026-11-24T06:00:00Z</versionCreated></itemMeta>";

    [Fact]
    public void The_checker_rejects_what_the_schema_forbids()
    {
        var schema = Schema();

        Assert.Empty(Faults(schema, Item(Meta)));
        Assert.All(_mustFail, document => Assert.NotEmpty(Faults(schema, document)));
    }

    [Fact]
    public void Whatever_is_written_is_valid_and_strictly_so()
    {
        var schema = Schema();
        var format = WireFormats.Find("newsmlg2")!;
        var documents = new List<string>();
        void Add(Take take, Cause cause, int number, TakeReading? reading = null)
        {
            var text = RoundTrip.Write(format, RoundTrip.File(take, cause, number), out _, reading);
            lock (documents)
                documents.Add(text);
        }
        Takes.Any.Sample(take => Add(take, Cause.First, 1), iter: 300);
        RichTakes.Any.Sample(take => Add(take, Cause.Correction, 3), iter: 300);
        RichTakes.Pictures.Sample(take => Add(take, Cause.First, 1), iter: 300);
        PolicyWritingTests.Any.Sample(any => Add(any.Take, Cause.First, 1, any.Reading), iter: 300);
        foreach (var take in GoldenTakes())
            Add(take, Cause.WriteThru, 2);
        var kill = KillNotice.Of(RoundTrip.File(new Take(), Cause.Kill, 2), "FERRY");
        documents.Add(RoundTrip.Write(format, kill, out _));

        Assert.All(documents, document =>
        {
            Assert.Empty(Faults(schema, document));
            Assert.DoesNotContain(
                format.Read(System.Text.Encoding.UTF8.GetBytes(document), new ReadOptions { IsStrict = true }).Remarks,
                remark => remark.Severity == Severity.Error);
        });
    }

    static IEnumerable<Take> GoldenTakes() =>
        from format in WireFormats.All
        from file in Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in")
        from take in format.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes
        select take;

    static string Item(string content) =>
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' standard='NewsML-G2' "
        + "standardversion='2.35'>"
        + $"<catalogRef href='http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml'/>{content}</newsItem>";

    /// <summary>
    /// The schema. Its pattern of one-line text is read as XML Schema means it: .NET takes a no-break space for white
    /// space there, XML does not.
    /// </summary>
    internal static XmlSchemaSet Schema(string name = "NewsML-G2_2.35-spec-All-Power.xsd")
    {
        var path = RepoFiles.SharedOrSkip("corpus", "newsml-g2", "schemas", name);
        var text = File.ReadAllText(path)
            .Replace("value=\"[\\S ]*\"", "value=\"[^\\t\\n\\r]*\"", StringComparison.Ordinal)
            .Replace("value=\"[^\\s:]+:[^\\s]+\"", "value=\"[^ \\t\\n\\r:]+:[^ \\t\\n\\r]+\"",
                StringComparison.Ordinal);
        var schemas = new XmlSchemaSet { XmlResolver = null };
        schemas.Add("http://www.w3.org/XML/1998/namespace", Path.Combine(Path.GetDirectoryName(path)!, "xml.xsd"));
        using var reader = XmlReader.Create(
            new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        schemas.Add(null, reader);
        schemas.Add(null, RepoFiles.SharedOrSkip("corpus", "rights", "rightsml-dev", "ODRL21.xsd"));
        schemas.Compile();
        return schemas;
    }

    internal static List<string> Faults(XmlSchemaSet schemas, string document)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = schemas,
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints
                | XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += (_, fault) =>
        {
            if (fault.Severity == XmlSeverityType.Error)
                faults.Add(fault.Message);
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(document), settings);
            while (reader.Read())
            {
            }
        }
        catch (XmlException fault)
        {
            faults.Add(fault.Message);
        }
        return faults;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Resolvers;
using CsCheck;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.NewsMl12;

/// <summary>
/// What our writer writes against a document type with the rules of NewsML 1.2. IPTC's own is not at hand; ours is in
/// <c>tests/newsml-schema</c>.
/// </summary>
public partial class NewsMlSchemaTests
{
    const string RulesName = "urn:writethru:newsml-1.2.dtd";

    static readonly IWireFormat _format = WireFormats.Find("newsml")!;

    static readonly string _rules = File.ReadAllText(
        Path.Combine(RepoFiles.Root, "tests", "newsml-schema", "newsml-1.2.dtd"));

    [Theory]
    [InlineData("<Status FormalName=\"Usable\" />", "<Status FormalName=\"Killed\" />")]
    [InlineData("<Status FormalName=\"Usable\" />", "")]
    [InlineData("<HeadLine>Ferry</HeadLine>", "<Headline>Ferry</Headline>")]
    [InlineData("Update=\"N\"", "Update=\"X\"")]
    [InlineData("<Status FormalName=\"Usable\" />", "<Urgency FormalName=\"4\" /><Status FormalName=\"Usable\" />")]
    [InlineData("<MediaType FormalName=\"Text\" />", "<MediaType />")]
    [InlineData("<p>One.</p>", "One.")]
    public void The_rules_reject_what_they_must(string right, string wrong)
    {
        var text = RoundTrip.Write(_format, RoundTrip.File(new Take
        {
            Headline = "Ferry",
            Body = [new Paragraph("One.")],
        }), out _);

        Assert.Contains(right, text);
        Assert.Equal("", FaultOf(text));
        Assert.NotEqual("", FaultOf(text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Whatever_is_written_is_valid()
    {
        RichTakes.Any.Sample(AssertValid, iter: 500);
        Takes.Any.Sample(AssertValid, iter: 500);
        foreach (var take in GoldenTakes())
            AssertValid(take);
        AssertValid(KillNotice.Of(RoundTrip.File(new Take(), Cause.Kill, 2), "FERRY"));
    }

    static void AssertValid(Take take) => AssertValid(RoundTrip.File(take));

    static void AssertValid(FiledTake filed)
    {
        var text = RoundTrip.Write(_format, filed, out _);

        Assert.Equal("", FaultOf(text));
        Assert.Matches(PublicIdentifier(), text);
        Assert.All(Times().Matches(text), time => Assert.True(DateTimeOffset.TryParseExact(
            time.Groups["time"].Value, "yyyyMMdd'T'HHmmss'+0000'", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out _)));
    }

    static IEnumerable<Take> GoldenTakes() =>
        from format in WireFormats.All
        from file in Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in")
        from take in format.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes
        select take;

    /// <summary>The first fault; empty when the document is valid.</summary>
    static string FaultOf(string text)
    {
        var fault = "";
        var resolver = new XmlPreloadedResolver(XmlKnownDtds.None);
        resolver.Add(new Uri(RulesName), _rules);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            ValidationType = ValidationType.DTD,
            XmlResolver = resolver,
        };
        settings.ValidationEventHandler += (_, found) => fault = fault.Length > 0 ? fault : found.Message;
        var start = text.IndexOf("<NewsML", StringComparison.Ordinal);
        using var input = new StringReader($"{text[..start]}<!DOCTYPE NewsML SYSTEM \"{RulesName}\">{text[start..]}");
        using var reader = XmlReader.Create(input, settings);
        while (reader.Read())
            continue;
        return fault;
    }

    /// <summary>The pattern that the schema of NewsML 1.2 gives for the public identifier.</summary>
    [GeneratedRegex(@"<PublicIdentifier>urn:newsml:\D+:(19|20|21)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]):.+:\d+\D?</",
        RegexOptions.ExplicitCapture)]
    private static partial Regex PublicIdentifier();

    [GeneratedRegex(@"<(FirstCreated|ThisRevisionCreated|DateAndTime)>(?<time>[^<]*)<", RegexOptions.ExplicitCapture)]
    private static partial Regex Times();
}

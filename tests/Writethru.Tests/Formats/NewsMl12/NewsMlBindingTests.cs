using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.NewsMl12;

/// <summary>NewsML 1: whatever stops, embargoes or limits binds, in whichever field a sender says it.</summary>
public class NewsMlBindingTests
{
    static ReadResult Read(
        string management = "", string lines = "", string component = "", string metadata = "", string picture = "",
        string file = "", string end = "") => WireFormats.Find("newsml")!.Read(Encoding.UTF8.GetBytes($"""
        <NewsML Version="1.2"><NewsItem>
          <Identification><NewsIdentifier><ProviderId>saltern.example</ProviderId><DateId>20261124</DateId>
            <NewsItemId>S1</NewsItemId>
            <RevisionId PreviousRevision="1" Update="N">2</RevisionId></NewsIdentifier></Identification>
          <NewsManagement><FirstCreated>20261124T040000+0000</FirstCreated>
            <ThisRevisionCreated>20261124T050000+0000</ThisRevisionCreated>
            <Status FormalName="Usable"/>{management}</NewsManagement>
          <NewsComponent>{component}<NewsLines><HeadLine>Boats counted</HeadLine>{lines}</NewsLines>{metadata}
            <NewsComponent><Role FormalName="Main"/><ContentItem><DataContent>
            <p>The boats were counted.</p></DataContent></ContentItem></NewsComponent>
            <NewsComponent><Role FormalName="Photo"/>{picture}
              <ContentItem Href="boat.jpg"><MediaType FormalName="Photo"/>{file}</ContentItem></NewsComponent>
          </NewsComponent>{end}
        </NewsItem></NewsML>
        """), ReadOptions.Default);

    const string Property = "<Property FormalName=\"{0}\" Value=\"no web\"/>";

    static string Named(string name) => Property.Replace("{0}", name, StringComparison.Ordinal);

    [Theory]
    [InlineData("Restriction"), InlineData("UsageRestriction"), InlineData("Instruction"),
    InlineData("SpecialInstructions")]
    [InlineData("Licence"), InlineData("USAGE")]
    public void Properties_whose_name_speaks_of_limits_are_terms(string name)
    {
        ReadResult[] results =
        [
            Read(management: Named(name)),
            Read(metadata: $"<AdministrativeMetadata>{Named(name)}</AdministrativeMetadata>"),
            Read(metadata: $"<DescriptiveMetadata>{Named(name)}</DescriptiveMetadata>"),
            Read(metadata: $"<Metadata><MetadataType FormalName=\"x\"/>{Named(name)}</Metadata>"),
            Read(lines: $"<NewsLine><NewsLineType FormalName=\"{name}\"/><NewsLineText>no web</NewsLineText>"
                + "</NewsLine>"),
        ];

        foreach (var result in results)
        {
            Assert.Contains("no web", result.TakeOrThrow().UsageTerms?.Text);
            Assert.Null(result.TakeOrThrow().Pictures[0].UsageTerms);
        }
        foreach (var result in results.Take(4))
            Assert.Contains(result.Remarks, remark => remark.Code == "NEWSML-019");
    }

    [Theory]
    [InlineData("<NewsManagement><Status FormalName=\"Withheld\"/></NewsManagement>", "Withheld")]
    [InlineData("<Status FormalName=\"Canceled\"/>", "Canceled")]
    [InlineData("<StatusWillChange><FutureStatus FormalName=\"Usable\"/><DateAndTime>20261125T060000+0000</DateAndTime>"
        + "</StatusWillChange>", "20261125T060000+0000")]
    [InlineData("<Instruction FormalName=\"Hold\"/>", "Hold")]
    [InlineData("<NewsLines><NewsLine><NewsLineType FormalName=\"EmbargoLine\"/><NewsLineText>Wednesday</NewsLineText>"
        + "</NewsLine></NewsLines>", "EmbargoLine: Wednesday")]
    [InlineData("<NewsLines><EmbargoLine>Wednesday</EmbargoLine></NewsLines>", "EmbargoLine: Wednesday")]
    [InlineData("<Comment>Not for use online</Comment>", "Not for use online")]
    [InlineData("<DescriptiveMetadata><Property FormalName=\"Restriction\" Value=\"no web\"/></DescriptiveMetadata>",
        "no web")]
    [InlineData("<AdministrativeMetadata><Property FormalName=\"Restriction\" Value=\"no web\"/>"
        + "</AdministrativeMetadata>", "no web")]
    [InlineData("<AdministrativeMetadata><Status FormalName=\"Withheld\"/></AdministrativeMetadata>", "Withheld")]
    [InlineData("<Metadata><MetadataType FormalName=\"x\"/><Property FormalName=\"Restriction\" Value=\"no web\"/>"
        + "</Metadata>", "no web")]
    [InlineData("<NewsLines><NewsLine><NewsLineType FormalName=\"Info\"/><NewsLineText>JAPAN OUT</NewsLineText>"
        + "</NewsLine></NewsLines>", "JAPAN OUT")]
    [InlineData("<Comment>NO SALES</Comment>", "NO SALES")]
    [InlineData("<AdministrativeMetadata><Property FormalName=\"Memo\" Value=\"JAPAN OUT\"/></AdministrativeMetadata>",
        "JAPAN OUT")]
    [InlineData("<NewsComponent><Role FormalName=\"Caption\"/><ContentItem><DataContent><p>The pier at dawn</p><p>For "
        + "use in Norland only</p></DataContent></ContentItem></NewsComponent>", "For use in Norland only")]
    public void What_binds_a_picture_is_among_its_terms_alone(string picture, string terms)
    {
        var result = Read(picture: picture);

        var take = result.TakeOrThrow();
        Assert.Contains(terms, take.Pictures[0].UsageTerms?.Text);
        Assert.Equal((TakeStatus.Usable, null, null), (take.Status, take.Embargo, take.UsageTerms));
        Assert.Contains(result.Remarks, remark => remark.Code == "NEWSML-011");
    }

    [Fact]
    public void No_usage_is_not_no_limit() => Assert.Contains("Usage: none",
        Read(management: "<Property FormalName=\"Usage\" Value=\"none\"/>").TakeOrThrow().UsageTerms?.Text);

    [Fact]
    public void A_restriction_among_the_characteristics_of_a_file_binds_its_picture() => Assert.Contains("no web",
        Read(file: $"<Characteristics>{Named("Usage")}</Characteristics>").TakeOrThrow().Pictures[0].UsageTerms?.Text);

    [Theory]
    [InlineData("<NewsManagement><Status FormalName=\"Withheld\"/></NewsManagement>", TakeStatus.Withheld)]
    [InlineData("<NewsManagement><Status FormalName=\"Canceled\"/></NewsManagement>", TakeStatus.Canceled)]
    [InlineData("<Status FormalName=\"Canceled\"/>", TakeStatus.Canceled)]
    [InlineData("<NewsManagement><Status FormalName=\"Usable\"/></NewsManagement>", TakeStatus.Usable)]
    public void A_status_of_the_component_is_the_item_s(string component, TakeStatus status)
    {
        var result = Read(component: component);

        Assert.Equal(status, result.TakeOrThrow().Status);
        Assert.Equal(status != TakeStatus.Usable, result.Remarks.Any(remark => remark.Code == "NEWSML-020"));
    }

    [Theory]
    [InlineData("<Property FormalName=\"Status\" Value=\"Withheld\"/>", TakeStatus.Withheld)]
    [InlineData("<Property FormalName=\"Status\" Value=\"final\"/>", TakeStatus.Usable)]
    [InlineData("<Instruction FormalName=\"Kill\"><RevisionStatus Revision=\"2\"><Status FormalName=\"Canceled\"/>"
        + "</RevisionStatus></Instruction>", TakeStatus.Canceled)]
    [InlineData("<Instruction FormalName=\"Kill\"><RevisionStatus Revision=\"1\"><Status FormalName=\"Canceled\"/>"
        + "</RevisionStatus></Instruction>", TakeStatus.Usable)]
    public void An_instruction_stops_the_revision_that_it_names(string management, TakeStatus status) =>
        Assert.Equal(status, Read(management: management).TakeOrThrow().Status);

    [Theory]
    [InlineData("", "", "<Comment>MANDATORY KILL</Comment>", TakeStatus.Canceled)]
    [InlineData("", "<NewsLine><NewsLineType FormalName='Note'/><NewsLineText>Please kill this story</NewsLineText>"
        + "</NewsLine>", "", TakeStatus.Canceled)]
    [InlineData("<Instruction FormalName='Retract'/>", "", "", TakeStatus.Canceled)]
    [InlineData("<Instruction FormalName='Delete'/>", "", "", TakeStatus.Canceled)]
    [InlineData("<Instruction FormalName='Update'/>", "", "", TakeStatus.Usable)]
    [InlineData("<Property FormalName='Hold' Value='Y'/>", "", "", TakeStatus.Withheld)]
    [InlineData("<Property FormalName='Hold' Value='N'/>", "", "", TakeStatus.Usable)]
    [InlineData("<Property FormalName='Killed' Value='3'/>", "", "", TakeStatus.Usable)]
    [InlineData("", "<NewsLine><NewsLineType FormalName='Info'/><NewsLineText>Police killed a boar.</NewsLineText>"
        + "</NewsLine>", "", TakeStatus.Usable)]
    public void Words_that_stop_the_item_stop_it_in_any_field(
        string management, string lines, string end, TakeStatus status) =>
        Assert.Equal(status, Read(management, lines, end: end).TakeOrThrow().Status);

    [Fact]
    public void A_label_or_administrative_property_that_is_the_status_stops_the_item()
    {
        var labelled = Encoding.UTF8.GetBytes("""
            <NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><NewsItemId>S1</NewsItemId></NewsIdentifier>
            <Label><LabelType FormalName="Status"/><LabelText>killed</LabelText></Label></Identification>
            <NewsComponent><NewsLines><HeadLine>Boats counted</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>
            """);

        Assert.Equal(TakeStatus.Canceled,
            WireFormats.Find("newsml")!.Read(labelled, ReadOptions.Default).TakeOrThrow().Status);
        Assert.Equal(TakeStatus.Withheld, Read(metadata:
            "<AdministrativeMetadata><Property FormalName='Hold' Value='Y'/></AdministrativeMetadata>").TakeOrThrow()
            .Status);
    }

    [Fact]
    public void Words_that_limit_or_embargo_bind_in_a_line_or_comment_of_any_kind()
    {
        var limited = Read(lines:
            "<NewsLine><NewsLineType FormalName='Info'/><NewsLineText>Not for use in Japan</NewsLineText></NewsLine>");

        Assert.Equal("Not for use in Japan", limited.TakeOrThrow().UsageTerms?.Text);
        Assert.NotNull(Read(end: "<Comment>Embargoed until Wednesday</Comment>").TakeOrThrow().Embargo);
    }

    [Fact]
    public void Parts_of_a_body_of_the_class_nonpublic_are_private_notes()
    {
        var take = Read(component: "<NewsComponent><Role FormalName='Main'/><ContentItem><DataContent><body.content>"
            + "<p>Boats.</p><block class='nonpublic'><p>Call Lena Berg.</p></block></body.content></DataContent>"
            + "</ContentItem></NewsComponent>").TakeOrThrow();

        Assert.Equal("Boats.", Assert.Single(take.Body).Text);
        Assert.Contains(new Note(NoteRoles.Notebook, "Call Lena Berg.", IsPublic: false), take.Notes);
    }

    const string Until = "2026-11-25T06:00:00Z";

    public static TheoryData<string, string, string, string?> Embargoes => new()
    {
        { "", "<NewsLine><NewsLineType FormalName='EmbargoLine'/><NewsLineText>Embargoed until 25 November 2026 06:00 "
            + "GMT</NewsLineText></NewsLine>", "", Until },
        { "", "<NewsLine><NewsLineType FormalName='Embargo'/><NewsLineText>20261125T060000+0000</NewsLineText>"
            + "</NewsLine>", "", Until },
        { "", "<NewsLine><NewsLineType FormalName='EmbargoLine'/><NewsLineText>Wednesday</NewsLineText></NewsLine>", "",
            null },
        { "", "<EmbargoLine>Wednesday</EmbargoLine>", "", null },
        { "<Instruction FormalName='Embargo'/>", "", "", null },
        { "<Instruction FormalName='Embargo'><Comment>until 25 November 2026 06:00 GMT</Comment></Instruction>", "", "",
            Until },
        { "<Property FormalName='EmbargoUntil' Value='20261125T060000+0000'/>", "", "", Until },
        { "<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20261125T060000+0000</DateAndTime>"
            + "</StatusWillChange>", "", "", Until },
        { "<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20261125T060000+0000</DateAndTime>"
            + "</StatusWillChange>", "<EmbargoLine>Wednesday</EmbargoLine>", "", Until },
        { "<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20261124T060000+0000</DateAndTime>"
            + "</StatusWillChange>", "<EmbargoLine>20261125T060000+0000</EmbargoLine>", "", null },
        { "", "", "<Comment FormalName='Embargo'>until 25 November 2026 06:00 GMT</Comment>", Until },
    };

    [Theory, MemberData(nameof(Embargoes))]
    public void An_embargo_is_one_in_whichever_field(string management, string lines, string end, string? until)
    {
        var result = Read(management, lines, end: end);

        var embargo = result.TakeOrThrow().Embargo;
        Assert.NotNull(embargo);
        Assert.Equal(until, embargo.Until is { } instant ? Instant.Write(instant) : null);
        Assert.Equal(until is null, result.Remarks.Any(remark => remark.Code == "NEWSML-006"));
    }

    [Theory]
    [InlineData("<NewsLines><RightsLine>no web</RightsLine></NewsLines>")]
    [InlineData("<NewsLines><NewsLine><NewsLineType FormalName=\"Restrictions\"/><NewsLineText>no web</NewsLineText>"
        + "</NewsLine></NewsLines>")]
    [InlineData(
        "<AdministrativeMetadata><Property FormalName=\"Restriction\" Value=\"no web\"/></AdministrativeMetadata>")]
    [InlineData("<DescriptiveMetadata><Property FormalName=\"Licence\" Value=\"no web\"/></DescriptiveMetadata>")]
    public void Limits_of_further_text_bind_the_item(string part) => Assert.Contains("no web", Read(component:
        $"<NewsComponent><Role FormalName=\"Box\"/>{part}<ContentItem><DataContent>More.</DataContent></ContentItem>"
            + "</NewsComponent>")
        .TakeOrThrow().UsageTerms?.Text);

    [Theory]
    [InlineData("<Status FormalName=\"Withheld\"/>", TakeStatus.Withheld, false)]
    [InlineData("<Status FormalName=\"Canceled\"/>", TakeStatus.Withheld, false)]
    [InlineData("<Status FormalName=\"Embargoed\"/>", TakeStatus.Usable, true)]
    [InlineData("<Status FormalName=\"Usable\"/>", TakeStatus.Usable, false)]
    public void An_item_inside_of_another_is_bound_by_it(string status, TakeStatus read, bool isEmbargoed)
    {
        static string Item(string id, string status, string inside) => $"""
            <NewsItem><Identification><NewsIdentifier><NewsItemId>{id}</NewsItemId></NewsIdentifier></Identification>
            <NewsManagement>{status}</NewsManagement><NewsComponent>{inside}</NewsComponent></NewsItem>
            """;

        var inner = Item("in", "<Status FormalName=\"Usable\"/>",
            "<NewsLines><HeadLine>Boats</HeadLine></NewsLines><ContentItem><DataContent>Boats counted.</DataContent>"
                + "</ContentItem>");
        var beside = inner.Replace(">in<", ">alone<", StringComparison.Ordinal);
        var takes = WireFormats.Find("newsml")!.Read(Encoding.UTF8.GetBytes(
            $"<NewsML>{Item("out", status, inner)}{beside}</NewsML>"),
            ReadOptions.Default).Takes;

        var take = Assert.Single(takes, take => take.SenderId == "in");
        Assert.Equal((read, isEmbargoed), (take.Status, take.Embargo is not null));
        var alone = Assert.Single(takes, take => take.SenderId == "alone");
        Assert.Equal((TakeStatus.Usable, null), (alone.Status, alone.Embargo));
    }

    [Fact]
    public void Ordinary_fields_bind_nothing()
    {
        var result = Read(
            "<Instruction FormalName=\"Update\"/><Property FormalName=\"Edition\" Value=\"late\"/>"
            + "<Property FormalName=\"Embargo\" Value=\"none\"/><Property FormalName=\"Restriction\" Value=\"No\"/>",
            "<NewsLine><NewsLineType FormalName=\"KickerLine\"/><NewsLineText>The arms embargo ends</NewsLineText>"
                + "</NewsLine>",
            "<Comment>Filed from the quay</Comment>",
            "<DescriptiveMetadata><Property FormalName=\"CopyrightYear\" Value=\"2026\"/></DescriptiveMetadata>",
            "<Status FormalName=\"Usable\"/><Comment>Seen from the quay</Comment>",
            "<Characteristics><Property FormalName=\"Width\" Value=\"20\"/><Property FormalName=\"ImageUse\" "
                + "Value=\"print\"/></Characteristics>");

        var take = result.TakeOrThrow();
        Assert.Equal((TakeStatus.Usable, null, null), (take.Status, take.Embargo, take.UsageTerms));
        Assert.Null(take.Pictures[0].UsageTerms);
    }
}

using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Rights.Licence;

namespace Writethru.Tests.Formats;

public class NinjsPictureTests
{
    static ReadResult Read(string fields) => WireFormats.Find("ninjs")!.Read(
        Encoding.UTF8.GetBytes($$"""
            {"uri":"urn:harbor:1","headline":"Lamps","associations":[
              {"type":"picture","rel":"afterParagraph/0","descriptions":[{"role":"caption","value":"A lamp."}],
              {{fields}}}]}
            """),
        ReadOptions.Default);

    [Theory]
    [InlineData("\"embargoed\":\"2026-11-25T06:00:00Z\"", "embargoed: 2026-11-25T06:00:00Z")]
    [InlineData("\"embargoedUntil\":5", "embargoedUntil: 5")]
    [InlineData("\"embargoed\":false", "embargoed: false")]
    [InlineData("\"rightsInfo\":{\"linkedRights\":\"x\"}", "rightsInfo: {\"linkedRights\":\"x\"}")]
    [InlineData("\"rightsinfo\":\"Norland only\"", "Norland only")]
    [InlineData("\"copyrightNotice\":\"(c) Harbor Pictures\"", "(c) Harbor Pictures")]
    [InlineData("\"edNote\":\"Not for magazines\"", "Not for magazines")]
    [InlineData("\"ednote\":[\"Not for magazines\"]", "ednote: [\"Not for magazines\"]")]
    [InlineData("\"expires\":\"2026-11-25\"", "expires: 2026-11-25")]
    [InlineData("\"usageTerms\":[\"Norland only\"]", "usageTerms: [\"Norland only\"]")]
    [InlineData("\"usageTerms\":{\"en\":\"Norland only\"}", "usageTerms: {\"en\":\"Norland only\"}")]
    [InlineData("\"usageTerms\":7", "usageTerms: 7")]
    [InlineData("\"usageTerms\":\"\",\"usageterms\":\"Norland only\",\"edNote\":\"B\"", "Norland only; B")]
    public void What_may_bind_a_picture_stands_among_its_terms_with_a_remark(string fields, string terms)
    {
        var result = Read(fields);

        Assert.Equal(terms, Assert.Single(result.TakeOrThrow().Pictures).UsageTerms?.Text);
        Assert.Contains(result.Remarks, remark => remark.Code == "NINJS-017");
    }

    [Theory]
    [InlineData("\"embargoedUntil\":5")]
    [InlineData("\"embargoed\":false")]
    [InlineData("\"rightsInfo\":{\"linkedRights\":\"x\"}")]
    [InlineData("\"copyrightNotice\":\"(c) Harbor Pictures, Norland only\"")]
    [InlineData("\"usageTerms\":7")]
    [InlineData("\"usageTerms\":[]")]
    public void Such_a_picture_waits_until_a_person_clears_its_terms(string fields)
    {
        var terms = Read(fields).TakeOrThrow().Pictures[0].UsageTerms!.Text;

        Assert.False(LicenceLine.Read(terms).IsUnderstood);
    }

    [Theory]
    [InlineData("\"embargoed\":\"2026-11-25T06:00:00Z\"", UsageKinds.Embargo)]
    [InlineData("\"edNote\":\"Not for magazines\"", UsageKinds.Medium)]
    [InlineData("\"expires\":\"2026-11-25\"", UsageKinds.Window)]
    public void What_the_grammar_reads_of_it_binds_such_a_picture(string fields, string kind)
    {
        var terms = Read(fields).TakeOrThrow().Pictures[0].UsageTerms!.Text;

        var rule = Assert.Single(LicenceLine.Read(terms).Rules);

        Assert.Equal(kind, rule.Kind);
        Assert.True(rule.From is not null || rule.Until is not null || rule.Deny.SequenceEqual([UsageMedia.Magazine]));
    }

    [Theory]
    [InlineData("\"usageTerms\":null")]
    [InlineData("\"embargoed\":null,\"edNote\":\"\"")]
    [InlineData("\"name\":\"picture-1\"")]
    public void Nothing_said_binds_nothing(string fields)
    {
        var result = Read(fields);

        Assert.Null(result.TakeOrThrow().Pictures[0].UsageTerms);
        Assert.Empty(result.Remarks);
    }

    [Theory]
    [InlineData("\"pubStatus\":\"embargoed\"", WithholdReason.Waiting)]
    [InlineData("\"pubStatus\":3", WithholdReason.Waiting)]
    [InlineData("\"pubStatus\":\"usable\",\"pubstatus\":\"canceled\"", WithholdReason.Killed)]
    [InlineData("\"pubStatus\":\"withheld\",\"edNote\":\"withheld: territory\"", WithholdReason.Territory)]
    public void A_status_that_is_not_plainly_usable_withholds_a_picture(string fields, WithholdReason reason) =>
        Assert.Equal(reason, Read(fields).TakeOrThrow().Pictures[0].Withheld);

    [Theory]
    [InlineData("\"by\":[\"Jane Roe\"]", "by")]
    [InlineData("\"renditions\":[{\"name\":\"main\",\"href\":\"https://harbor.example/p.jpg\",\"poi\":{\"x\":1}}]",
        "renditions")]
    [InlineData("\"renditions\":[{\"name\":\"main\"}]", "renditions")]
    [InlineData("\"infoSources\":[{\"role\":\"agent\",\"name\":\"Roe\"}]", "infoSources")]
    [InlineData("\"pubStatus\":\"withheld\",\"edNote\":\"Not yet\"", "edNote")]
    [InlineData("\"pubStatus\":\"withheld\",\"creditline\":\"Roe\"", "descriptions, creditline")]
    public void Nothing_of_a_picture_is_left_out_without_a_remark(string fields, string names) =>
        Assert.Contains(Read(fields).Remarks, remark =>
            remark.Code == "NINJS-014" && remark.Message.EndsWith($": {names}.", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"a":1}""", "NINJS-018")]
    [InlineData("""{"type":"text","version":1}""", "NINJS-018")]
    [InlineData("{}", "NINJS-018")]
    [InlineData("""{"uri":"urn:harbor:1"}""", "NINJS-019")]
    [InlineData("""{"uri":"urn:harbor:1","slugline":"LAMPS","pubStatus":"usable","bodies":[]}""", "NINJS-019")]
    public void An_object_that_is_no_item_or_has_nothing_to_file_is_refused(string json, string code)
    {
        var result = WireFormats.Read(Encoding.UTF8.GetBytes(json), ReadOptions.Default);

        Assert.Empty(result.Takes);
        var remark = Assert.Single(result.Remarks);
        Assert.Equal((code, Severity.Error), (remark.Code, remark.Severity));
    }

    [Fact]
    public void A_kill_needs_no_text() => Assert.Equal(TakeStatus.Canceled, WireFormats.Read(
        """{"uri":"urn:harbor:1","pubStatus":"canceled"}"""u8, ReadOptions.Default).TakeOrThrow().Status);

    [Fact]
    public void Terms_of_an_item_that_are_no_text_bind_it_as_they_came()
    {
        var take = WireFormats.Read(
            """{"uri":"urn:harbor:1","headline":"Lamps","usageTerms":["Norland only"]}"""u8,
            ReadOptions.Default).TakeOrThrow();

        Assert.Equal("usageTerms: [\"Norland only\"]", take.UsageTerms?.Text);
    }

    [Theory]
    [InlineData("plainwire")]
    [InlineData("ninjs")]
    public void An_item_that_is_too_long_is_not_given_a_length_that_nobody_measured(string name) =>
        Assert.Equal("More than 10 bytes.",
            WireFormats.Find(name)!.Read(new byte[40], new ReadOptions { MaxBytes = 10 })
            .Remarks[0].Message);
}

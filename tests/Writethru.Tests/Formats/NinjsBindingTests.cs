using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>ninjs: whatever stops, embargoes or limits binds, under a sender's own names and in any shape.</summary>
public class NinjsBindingTests
{
    static Take Read(string members) => WireFormats.Find("ninjs")!.Read(Encoding.UTF8.GetBytes($$"""
        {"uri":"urn:kio:1","headline":"Boats counted","body_text":"The boats were counted.",{{members}}}
        """), ReadOptions.Default).TakeOrThrow();

    static Picture ReadPicture(string members) => Assert.Single(Read($$"""
        "associations":[{"type":"picture","uri":"urn:kio:2","headline":"Pier",{{members}}}]
        """).Pictures);

    [Theory]
    [InlineData("""
        "hold":true
        """, TakeStatus.Withheld)]
    [InlineData("""
        "blocked":true
        """, TakeStatus.Withheld)]
    [InlineData("""
        "internal":true
        """, TakeStatus.Withheld)]
    [InlineData("""
        "signals":["kill"]
        """, TakeStatus.Canceled)]
    [InlineData("""
        "edNote":["Wrong boats.", "MANDATORY KILL"]
        """, TakeStatus.Canceled)]
    [InlineData("""
        "edNote":{"value":"MANDATORY KILL"}
        """, TakeStatus.Canceled)]
    [InlineData("""
        "hold":false,"killed":3,"internal":false,"signals":["sig:update"]
        """, TakeStatus.Usable)]
    public void What_stops_the_item_stops_it(string members, TakeStatus status) =>
        Assert.Equal(status, Read(members).Status);

    [Theory]
    [InlineData("instructions", "\"JAPAN OUT\"")]
    [InlineData("usage", "\"JAPAN OUT\"")]
    [InlineData("territories", "[\"JAPAN OUT\"]")]
    [InlineData("edNote", "[\"JAPAN OUT\"]")]
    public void What_limits_the_item_is_among_its_terms(string name, string value) =>
        Assert.Contains("JAPAN OUT", Read($"\"{name}\":{value}").UsageTerms?.Text);

    [Theory]
    [InlineData("publishAfter"), InlineData("releaseDate")]
    public void A_time_of_release_is_an_embargo(string name) => Assert.Equal("2027-01-05T06:00:00Z",
        Instant.Write(Read($"\"{name}\":\"2027-01-05T06:00:00Z\"").Embargo!.Until!.Value));

    [Fact]
    public void A_note_in_a_list_is_the_advisory_all_the_same()
    {
        var take = Read("""
            "edNote":["Embargoed until Wednesday","ADDS count"]
            """);

        Assert.Equal("Embargoed until Wednesday\nADDS count", take.Advisory?.Text);
        Assert.NotNull(take.Embargo);
    }

    [Fact]
    public void A_picture_is_bound_by_its_own_fields_and_those_of_its_files()
    {
        Assert.Equal(WithholdReason.Waiting, ReadPicture("\"hold\":true").Withheld);
        Assert.NotNull(ReadPicture("\"signals\":[\"kill\"]").Withheld);
        Assert.Contains("JAPAN OUT", ReadPicture(
            "\"renditions\":[{\"href\":\"a.jpg\",\"note\":\"JAPAN OUT\"}]").UsageTerms?.Text);
    }

    [Fact]
    public void A_source_of_the_role_credit_is_the_credit_line() => Assert.Equal("KIO", Read("""
        "infoSources":[{"name":"KIO","role":"credit"}]
        """).CreditLine);
}

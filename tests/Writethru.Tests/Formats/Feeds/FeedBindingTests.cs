using System.Text;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Feeds;

/// <summary>Feeds: what a sender's own elements, attributes and keys say of use binds, at whatever depth.</summary>
public class FeedBindingTests
{
    static Take ReadRss(string inside, string title = "Harbor council votes",
        string attributes = "") => Read("rss", $"""
        <rss version="2.0" xmlns:k="urn:kio:extension"><channel><title>KIO</title><item {attributes}>
        <title>{title}</title>
        <guid isPermaLink="false">1</guid><description>The council voted.</description>{inside}</item></channel></rss>
        """);

    static Take ReadJson(string member) => Read("jsonfeed", $$"""
        {"version":"https://jsonfeed.org/version/1.1","title":"KIO","items":[{"id":"1","title":"Harbor council votes",
        "content_text":"The council voted.",{{member}}}]}
        """);

    static Take Read(string format, string text) =>
        WireFormats.Find(format)!.Read(Encoding.UTF8.GetBytes(text), ReadOptions.Default).TakeOrThrow();

    [Theory]
    [InlineData("<k:pubStatus>canceled</k:pubStatus>", TakeStatus.Canceled)]
    [InlineData("<k:news><k:PublishingStatus>Canceled</k:PublishingStatus></k:news>", TakeStatus.Canceled)]
    [InlineData("<k:news status='killed'/>", TakeStatus.Canceled)]
    [InlineData("<k:status value='killed'/>", TakeStatus.Canceled)]
    [InlineData("<k:hold/>", TakeStatus.Withheld)]
    [InlineData("<k:hold>true</k:hold>", TakeStatus.Withheld)]
    [InlineData("<k:meta><k:EditorialAdvisory>KILL: do not use</k:EditorialAdvisory></k:meta>", TakeStatus.Canceled)]
    [InlineData("<category domain='status'>killed</category>", TakeStatus.Canceled)]
    [InlineData("<k:hold>false</k:hold>", TakeStatus.Usable)]
    [InlineData("<k:pubStatus>usable</k:pubStatus>", TakeStatus.Usable)]
    [InlineData("<k:score killed='3' wounded='5'/>", TakeStatus.Usable)]
    [InlineData("<k:note>ADDS the vote</k:note>", TakeStatus.Usable)]
    [InlineData("<category>killed</category>", TakeStatus.Usable)]
    public void A_status_of_the_senders_own_stops_the_item(string inside, TakeStatus status) =>
        Assert.Equal(status, ReadRss(inside).Status);

    [Theory]
    [InlineData("<k:m><k:rights>Norland only</k:rights></k:m>")]
    [InlineData("<k:m><k:restrictions>Norland only</k:restrictions></k:m>")]
    [InlineData("<k:m><k:UsageInstructions>Norland only</k:UsageInstructions></k:m>")]
    [InlineData("<k:m rights='Norland only'/>")]
    [InlineData("<enclosure url='https://saltern.example/a.pdf' type='application/pdf' k:rights='Norland only'/>")]
    public void Rights_of_the_senders_own_are_terms(string inside)
    {
        Assert.Contains("Norland only", ReadRss(inside).UsageTerms?.Text);
        Assert.Contains("Norland only", ReadRss("", attributes: "k:rights='Norland only'").UsageTerms?.Text);
    }

    [Fact]
    public void Rights_beside_an_enclosed_picture_are_its_terms() =>
        Assert.Contains("Norland only", Assert.Single(ReadRss(
        "<enclosure url='https://saltern.example/a.jpg' type='image/jpeg' k:rights='Norland only'/>").Pictures)
        .UsageTerms?.Text);

    [Theory]
    [InlineData("<k:m><k:embargo>2027-01-05T06:00:00Z</k:embargo></k:m>", "2027-01-05T06:00:00Z")]
    [InlineData("<k:m><k:EmbargoType>Wednesday</k:EmbargoType></k:m>", null)]
    [InlineData("<k:m embargo='2027'/>", null)]
    [InlineData("<k:m><k:note>Embargoed until Wednesday</k:note></k:m>", null)]
    public void An_embargo_of_the_senders_own_is_one(string inside, string? until)
    {
        var embargo = ReadRss(inside).Embargo;

        Assert.NotNull(embargo);
        Assert.Equal(until, embargo.Until is { } instant ? Instant.Write(instant) : null);
        Assert.Null(ReadRss("<k:m><k:EmbargoType>None</k:EmbargoType></k:m>").Embargo);
    }

    [Theory]
    [InlineData("HOLD: Harbor council votes", TakeStatus.Withheld, false)]
    [InlineData("Harbor council votes (embargoed until Wednesday)", TakeStatus.Usable, true)]
    [InlineData("Hold: the council waits", TakeStatus.Usable, false)]
    [InlineData("Council lifts arms embargo (until 2027)", TakeStatus.Usable, false)]
    public void The_words_of_a_headline_stop_or_embargo_its_item(string title, TakeStatus status, bool isEmbargoed)
    {
        var take = ReadRss("", title);

        Assert.Equal(status, take.Status);
        Assert.Equal(isEmbargoed, take.Embargo is not null);
    }

    [Theory]
    [InlineData("""{"hold":true}""", TakeStatus.Withheld, false, false)]
    [InlineData("""{"killed":true}""", TakeStatus.Canceled, false, false)]
    [InlineData("""{"signals":["kill"]}""", TakeStatus.Canceled, false, false)]
    [InlineData("""{"status":{"code":"killed"}}""", TakeStatus.Canceled, false, false)]
    [InlineData("""{"note":"KILL: do not use"}""", TakeStatus.Canceled, false, false)]
    [InlineData("""{"note":["Embargoed until Wednesday"]}""", TakeStatus.Usable, true, false)]
    [InlineData("""{"note":"Not for use in Japan."}""", TakeStatus.Usable, false, true)]
    [InlineData("""{"usage":"Norland only"}""", TakeStatus.Usable, false, true)]
    [InlineData("""{"internal":{"territories":["Norland"]}}""", TakeStatus.Usable, false, true)]
    [InlineData("""{"hold":false,"killed":3,"note":"ADDS the vote","embargo":"none","signals":["update"]}""",
        TakeStatus.Usable, false, false)]
    public void Keys_of_the_senders_own_bind(string value, TakeStatus status, bool isEmbargoed, bool isLimited)
    {
        var take = ReadJson($"\"_kio\":{value}");

        Assert.Equal(status, take.Status);
        Assert.Equal(isEmbargoed, take.Embargo is not null);
        Assert.Equal(isLimited, take.UsageTerms is not null);
    }
}

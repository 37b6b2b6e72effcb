using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Tests.Reading;

/// <summary>Which facts of a take the words of a notice name, and how sure that is.</summary>
public class NoticeNamesTests
{
    static readonly DateTimeOffset _at = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    /// <summary>What is asked of each notice: the features that it names, and certain, likely or none.</summary>
    [Theory]
    [InlineData("Please kill item kio 0123 \"Rocket starts from Mirada\".", "headline number", "certain")]
    [InlineData("Kill kio0123, slug Space/Launch.", "number slug", "certain")]
    [InlineData("Kill KIO 0123, \"Rocket starts from Mirada\", slug SPACE/LAUNCH.", "headline number slug", "certain")]
    [InlineData("Kill urn:kio:rocket:77.", "identity", "certain")]
    [InlineData("Kill \"Rocket starts from Mirada\", slug Space/Launch.", "headline slug", "likely")]
    [InlineData("Kill Space/Launch of 1000 GMT.", "slug time", "likely")]
    [InlineData("Kill https://kio.example/a/rocket-77, \"Rocket starts from Mirada\".", "headline permalink", "likely")]
    [InlineData("Kill kio 0123 of 1000 GMT.", "number time", "likely")]
    [InlineData("Kill the picture KIO77a of Space/Launch.", "file slug", "likely")]
    [InlineData("Kill Space/Launch.", "slug", "none")]
    [InlineData("Kill \"Rocket starts\", kio 123, Space/Launcher, urn:kio:rocket:778, 11000 GMT.", "", "none")]
    [InlineData("Kill 0123.", "", "none")]
    public void A_fact_counts_whole_and_once(string words, string features, string sure) =>
        Assert.Equal((features, sure), Names(Notice(words), Rocket));

    [Theory]
    // The slug is words of the headline, or the headline is words of the slug.
    [InlineData("Rocket starts from Mirada", "ROCKET-STARTS", "Kill \"Rocket starts from Mirada\", ROCKET-STARTS.",
        "headline")]
    [InlineData("Rocket starts", "ROCKET-STARTS", "Kill \"Rocket starts\", slug ROCKET-STARTS.", "headline")]
    [InlineData("Rocket starts", "SPACE/ROCKET-STARTS/7", "Kill \"Rocket starts\", SPACE/ROCKET-STARTS/7.", "headline")]
    // The slug stands in the address and nowhere else.
    [InlineData("It rained", "space-launch", "Kill https://kio.example/a/space-launch.", "permalink")]
    // The slug ends with the number of the transmission.
    [InlineData("It rained", "KIO-0123", "Kill KIO-0123.", "slug")]
    public void What_one_fact_says_twice_is_one_reason(string headline, string slug, string words, string features)
    {
        var take = Rocket with
        {
            Headline = headline, Slug = slug,
            Links = [new Link(LinkRels.Alternate, $"https://kio.example/a/{slug}")],
        };

        Assert.Equal((features, "none"), Names(Notice(words), take));
        Assert.Equal((features, "none"), Names(Notice(words) with { Slug = slug }, take));
    }

    [Fact]
    public void A_number_of_another_day_leaves_a_doubt() =>
        Assert.Equal(("headline number", "likely"), Names(
            Notice("Kill kio 0123 \"Rocket starts from Mirada\"."), Rocket, _at.AddDays(1)));

    [Theory]
    [InlineData("Kill kio 0999 \"Rocket starts from Mirada\".", true)]
    [InlineData("Kill KIO0999, Space/Launch.", true)]
    [InlineData("Kill kio 0123; it replaced kio 0999.", false)]
    [InlineData("Kill \"Rocket starts from Mirada\", which kio sent at 1000 GMT.", false)]
    [InlineData("Kill Space/Launch.", false)]
    public void A_number_that_is_not_that_of_the_take_is_said(string words, bool isOther) =>
        Assert.Equal(isOther, NoticeNames.Of(Notice(words), _at, Rocket, _at).NamesOtherNumber);

    [Fact]
    public void The_notices_own_number_is_none_that_it_names() => Assert.False(NoticeNames.Of(
        Notice("kio 0125: Kill Space/Launch.") with { Sequence = "kio0125" }, _at, Rocket, _at).NamesOtherNumber);

    static Take Rocket => new()
    {
        SenderId = "urn:kio:rocket:77", Sequence = "kio0123", Headline = "Rocket starts from Mirada",
        Slug = "Space/Launch", Body = [new Paragraph("A rocket took off.")],
        VersionCreated = new SenderTime("2026-11-24T10:00:00Z", _at),
        Links = [new Link(LinkRels.Alternate, "https://kio.example/a/rocket-77")],
        Pictures = [new Picture { SenderId = "KIO77a", Caption = "A rocket." }],
    };

    static Take Notice(string words) => new() { Status = TakeStatus.Canceled, Notes = [new Note("", words)] };

    static (string, string) Names(Take notice, Take take, DateTimeOffset? at = null)
    {
        var names = NoticeNames.Of(notice, at ?? _at, take, _at);
        var features = names.Reasons.Select(reason => Words.Of(reason.Feature)).Order(StringComparer.Ordinal);
        return (string.Join(' ', features),
            names.IsCertain ? "certain" : names.IsLikely ? "likely" : "none");
    }
}

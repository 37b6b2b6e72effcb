using Writethru.Copy;
using Writethru.Formats.PictureFiles;

namespace Writethru.Tests.Formats;

public partial class FieldCaseTests
{
    [Theory]
    [InlineData("01-", "2026-11-19T23:45:08Z")]
    [InlineData("02-", "2026-11-23T15:42:08Z")]
    [InlineData("05-", "2026-11-19T18:00:00Z")]
    [InlineData("21-", "2026-11-24T07:00:00Z")]
    [InlineData("23-", "2026-11-24T07:00:00Z")]
    [InlineData("24-", "2026-11-24T07:00:00Z")]
    [InlineData("31-", "2026-11-24T07:00:00Z")]
    public void A_date_that_real_feeds_print_is_an_instant(string name, string version) =>
        Assert.Equal([version], FieldCase.Versions(name));

    [Fact]
    public void Portuguese_months_are_months() =>
        Assert.Equal(
            [
                "2026-11-23T22:42:40Z", "2026-09-24T22:42:40Z", "2026-02-04T13:00:00Z", "2026-04-10T13:00:00Z",
                "2026-05-05T13:00:00Z", "2026-08-02T13:00:00Z", "2026-10-01T13:00:00Z", "2026-12-01T13:00:00Z",
            ],
            FieldCase.Versions("94-"));

    [Fact]
    public void Both_dates_of_newsml_are_the_same_instant()
    {
        var take = FieldCase.Take("47-");

        Assert.Equal(["2026-11-24T08:30:00Z", "2026-11-24T08:30:00Z"],
            new[] { take.FirstCreated, take.VersionCreated }.Select(time => Instant.Write(time!.At!.Value)));
    }

    [Fact]
    public void References_stand_against_the_base_of_their_entry()
    {
        var take = FieldCase.Take("07-");

        Assert.Equal("https://paper.example/ongoing/When/2026/11/20/Single-Point",
            take.Links.First(link => link.Rel == LinkRels.Alternate).Target);
        Assert.Contains(take.Body.SelectMany(paragraph => paragraph.Marks),
            mark => mark.Target == "https://paper.example/ongoing/When/2026/11/20/Other");
        Assert.Equal("https://paper.example/ongoing/When/2026/11/20/pic.jpg",
            Assert.Single(Assert.Single(take.Pictures).Renditions).Href);
    }

    [Fact]
    public void One_guid_for_two_stories_is_two_takes_and_said()
    {
        var result = FieldCase.Read("13-");

        Assert.Equal(["Ferry sinks off Saltern", "Council raises taxes"], result.Takes.Select(take => take.Headline));
        Assert.Contains(result.Remarks, remark => remark.Code == "FEED-007");
    }

    [Theory]
    [InlineData("14-", "Leurs œuvres – l’art")]
    [InlineData("17-", "AT&T <up> 5%")]
    [InlineData("18-", "Smith & Sons: \"no deal\" – owner")]
    [InlineData("20-", "Ferry Maren sinks — 12 aboard")]
    [InlineData("101-", "Mayor Says ‘Jokes’ & Jibes Hurt")]
    [InlineData("122-", "Port opens")]
    public void A_headline_is_what_its_sender_meant(string name, string headline) =>
        Assert.Equal(headline, FieldCase.Take(name).Headline);

    [Fact]
    public void Bytes_of_windows_1252_are_read_as_such_under_the_label_of_latin_1() =>
        Assert.Contains("“Oui” € 5", FieldCase.Take("14-").Body.Select(paragraph => paragraph.Text));

    [Fact]
    public void One_bad_byte_of_a_feed_leaves_the_rest_as_it_is()
    {
        var result = FieldCase.Read("16-");

        Assert.Equal(["定 了 极客", "Caf\uFFFD closes"], result.Takes.Select(take => take.Headline));
        Assert.Contains(result.Remarks, remark => remark.Code == "XML-006" && remark.Line > 0);
    }

    [Fact]
    public void One_control_character_of_a_feed_loses_none_of_its_items()
    {
        var result = FieldCase.Read("25-");

        Assert.Equal(["Port opens", "Ferry sails"], result.Takes.Select(take => take.Headline));
        Assert.Contains(result.Remarks, remark => remark.Code == "XML-008" && remark.Line > 0);
    }

    [Fact]
    public void A_second_byte_order_mark_is_read_past()
    {
        var result = FieldCase.Read("27-");

        Assert.NotEmpty(result.Takes);
        Assert.NotEqual("plainwire", result.Format);
        Assert.Contains(result.Remarks, remark => remark.Code == "READ-011");
    }

    [Fact]
    public void A_guid_that_is_a_permalink_is_the_link() =>
        Assert.Equal("https://saltern.example/2026/port", FieldCase.Take("29-").Links
            .First(link => link.Rel == LinkRels.Alternate).Target);

    [Fact]
    public void The_text_of_an_embedded_post_is_kept_without_its_script()
    {
        var result = FieldCase.Read("34-");
        var copy = Assert.Single(result.Takes).Body.Select(paragraph => paragraph.Text).ToList();

        Assert.Contains("The mayor wrote:", copy);
        Assert.Contains("We open at noon.", copy);
        Assert.Contains("It then opened.", copy);
        Assert.Contains(result.Remarks, remark => remark.Code == "FEED-012");
    }

    [Fact]
    public void A_picture_that_is_named_three_times_is_one()
    {
        var take = FieldCase.Take("36-");

        Assert.Contains(take.Pictures, picture =>
            picture.Renditions.Any(file => file.Href == "https://saltern.example/s.jpg"));
        Assert.InRange(take.Pictures.Length, 1, 2);
    }

    [Fact]
    public void Empty_renditions_and_associations_are_passed_over()
    {
        var take = FieldCase.Take("39-");

        Assert.Equal(2, take.Pictures.Length);
        Assert.Equal(("The ferry.", "Ana Lund", "No archive."),
            (take.Pictures[0].Caption, take.Pictures[0].Credit, take.Pictures[0].UsageTerms?.Text));
        Assert.Equal("No file yet.", take.Pictures[1].Caption);
    }

    [Fact]
    public void One_bad_item_of_a_message_does_not_stop_the_others()
    {
        var result = FieldCase.Read("45-");

        Assert.Contains(result.Takes, take => take.SenderId.EndsWith("45a", StringComparison.Ordinal));
        Assert.Contains(result.Takes, take => take.SenderId.EndsWith("45c", StringComparison.Ordinal));
        Assert.Contains("45b", string.Join(' ', result.Remarks.Select(remark => remark.Message)
            .Concat(result.WithoutCopy.Select(item => item.SenderId))
            .Concat(result.Takes.Select(take => take.SenderId))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("57-", "Ölfähre fühlt sich wohl")]
    [InlineData("59-", "Fähre öffnet 山")]
    public void A_caption_is_read_in_the_charset_that_it_is_in(string name, string caption) =>
        Assert.Equal(caption, Assert.Single(PictureFile.Read(FieldCase.Bytes(name)).Take.Pictures).Caption);

    [Fact]
    public void Dashes_and_quotes_of_windows_1252_tell_it_from_that_of_macintoshes()
    {
        var caption = Assert.Single(PictureFile.Read(FieldCase.Bytes("60-")).Take.Pictures).Caption;

        foreach (var sign in "–“”—’…€")
            Assert.Contains(sign, caption);
    }

    [Fact]
    public void An_offset_of_thirteen_hours_is_one() =>
        Assert.Equal("2026-02-10T07:24:43Z", Instant.Write(
            Assert.Single(PictureFile.Read(FieldCase.Bytes("66-")).Take.Pictures).Taken!.At!.Value));

    [Fact]
    public void A_release_of_a_picture_is_an_embargo() =>
        Assert.Equal("2026-12-24T05:00:00Z",
            Instant.Write(PictureFile.Read(FieldCase.Bytes("67-")).Take.Embargo!.Until!.Value));

    [Fact]
    public void A_json_feed_is_known_by_its_version_wherever_that_stands()
    {
        var result = FieldCase.Read("97-");

        Assert.Equal(("jsonfeed", 8), (result.Format, result.Takes.Length));
    }

    [Theory]
    [InlineData("108-"), InlineData("131-"), InlineData("137-")]
    public void What_stops_an_item_is_seen_in_any_bytes(string name) =>
        Assert.DoesNotContain(FieldCase.Read(name).Takes, take => take.Status == TakeStatus.Usable);

    [Theory]
    [InlineData("131-", "nitf"), InlineData("137-", "plainwire")]
    public void A_cancellation_in_odd_bytes_is_one(string name, string format)
    {
        var result = FieldCase.Read(name);

        Assert.Equal((format, TakeStatus.Canceled), (result.Format, Assert.Single(result.Takes).Status));
    }

    [Fact]
    public void Icons_to_share_with_and_faces_of_authors_are_no_pictures_of_the_story() =>
        Assert.Equal("https://sp.example/port.jpg",
            Assert.Single(Assert.Single(FieldCase.Take("121-").Pictures).Renditions).Href);

    [Fact]
    public void One_bad_byte_of_json_is_one_character()
    {
        var result = FieldCase.Read("135-");
        var take = Assert.Single(result.Takes);

        Assert.Equal(("ninjs", "솔턴항 재개항", "항만청이 밝혔다."), (result.Format, take.Headline, take.Body[0].Text));
        Assert.Contains('\uFFFD', take.Byline);
        Assert.Contains(result.Remarks, remark => remark.Code == "READ-009");
    }
}

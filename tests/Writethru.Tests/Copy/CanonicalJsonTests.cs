using System.Text;
using System.Text.Json;
using CsCheck;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Tests.Support;

namespace Writethru.Tests.Copy;

public class CanonicalJsonTests
{
    [Fact]
    public void A_take_reads_back_as_it_was_written() =>
        AnyTake.Whole.Sample(take =>
        {
            var written = CanonicalJson.ToUtf8(take);
            var back = CanonicalJson.ReadTake(JsonElement.Parse(written));
            return CanonicalJson.ToUtf8(back).AsSpan().SequenceEqual(written);
        });

    [Fact]
    public void An_entry_of_every_kind_reads_back_as_it_was_written() =>
        AnyTake.Entry.Sample(entry =>
        {
            var written = LogEntryJson.ToUtf8(entry);
            var back = LogEntryJson.Read(written);
            return back.GetType() == entry.GetType() && LogEntryJson.ToUtf8(back).AsSpan().SequenceEqual(written);
        });

    [Fact]
    public void A_subscriber_of_an_old_log_has_its_one_territory()
    {
        var old =
            "{\"kind\":\"principalChanged\",\"name\":\"han\",\"role\":\"subscriber\",\"keyHash\":\"00\","
            + "\"territory\":\"KR\",\"redistributes\":false,\"format\":\"ninjs\",\"revoked\":false}";

        var read = Assert.IsType<LogEntry.PrincipalChanged>(LogEntryJson.Read(Encoding.UTF8.GetBytes(old))).Principal;

        Assert.Equal(["KR"], read.Territories);
        Assert.Contains("\"territories\":[\"KR\"]",
            Encoding.UTF8.GetString(LogEntryJson.ToUtf8(new LogEntry.PrincipalChanged(read))));
    }

    [Fact]
    public void The_keys_of_a_take_stand_in_their_order()
    {
        var keys = JsonElement.Parse(CanonicalJson.ToUtf8(new Take())).EnumerateObject()
            .Select(property => property.Name);

        Assert.Equal(
            [
                "form", "headline", "slug", "urgency", "series", "advisory", "dateline", "byline", "contact", "endMark",
                "senderId", "senderVersion", "status", "embargo", "embargoText", "language", "creditLine", "usageTerms",
                "body", "pictures", "extras",
            ],
            keys);
    }

    [Fact]
    public void Letters_of_every_script_stay_readable() =>
        Assert.Contains("서울 القاهرة München <b>", Encoding.UTF8.GetString(
            CanonicalJson.ToUtf8(new Take { Headline = "서울 القاهرة München <b>" })));

    [Fact]
    public void A_reading_is_laid_over_the_take_and_does_not_change_it()
    {
        var take = new Take
        {
            Dateline = new Dateline
            {
                Text = "MIRADA, Nov. 24 --", Places = ["MIRADA"],
                Date = new PrintedDate(null, 11, 24)
            },
        };
        var reading = new TakeReading
        {
            Located = new Located { Date = new DateOnly(2026, 11, 24), Basis = DateBasis.Received }
        };
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            CanonicalJson.Write(json, take, reading);

        var written = JsonElement.Parse(stream.ToArray());
        Assert.Equal("2026-11-24", written.GetProperty("dateline").GetProperty("date").GetString());
        Assert.Equal("received", written.GetProperty("located").GetProperty("basis").GetString());
        Assert.Equal(
            "--11-24",
            JsonElement.Parse(CanonicalJson.ToUtf8(take)).GetProperty("dateline").GetProperty("date").GetString());
    }

    [Fact]
    public void A_withheld_picture_has_its_place_and_the_reason_and_nothing_else()
    {
        var picture = new Picture
        {
            After = 3, Caption = "secret",
            Credit = "secret",
            UsageTerms = new UsageTerms("secret")
        };
        var take = new Take { Pictures = [picture.Withhold(WithholdReason.Territory)] };

        var written = JsonElement.Parse(CanonicalJson.ToUtf8(take)).GetProperty("pictures")[0];

        Assert.Equal("""{"after":3,"withheld":"territory"}""", written.GetRawText());
    }

    [Theory]
    [InlineData("2026-11-25T06:00:00Z", "2026-11-25T06:00:00Z")]
    [InlineData("2026-11-25T15:00:00+09:00", "2026-11-25T06:00:00Z")]
    [InlineData("2026-11-25T06:00:00.5Z", "2026-11-25T06:00:00.5Z")]
    [InlineData("2026-11-25T06:00Z", "2026-11-25T06:00:00Z")]
    public void An_instant_with_a_zone_is_read(string text, string written) =>
        Assert.Equal(written, Instant.Write(Instant.Parse(text)!.Value));

    [Theory]
    [InlineData("2026-11-25T06:00:00"), InlineData("2026-11-25"), InlineData("tomorrow"),
     InlineData(""), InlineData("2026-13-25T06:00:00Z")]
    public void A_time_without_a_zone_is_no_instant(string text) => Assert.Null(Instant.Parse(text));

    [Theory]
    [InlineData("2026-02-28", true), InlineData("--02-29", true), InlineData("2026-02-29", false),
     InlineData("--13-01", false)]
    [InlineData("26-02-01", false), InlineData("--2-1", false), InlineData("", false)]
    public void A_printed_date_reads_back_and_a_day_that_is_none_does_not(string text, bool isDate) =>
        Assert.Equal(isDate ? text : null, PrintedDate.Parse(text)?.ToString());
}

using System.Text;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Tests.Copy;

public sealed class AdvisoryJsonTests
{
    static readonly AdvisoryReading _reading = new()
    {
        Series = "UPDATE 2",
        Claims =
        [
            Claim(new ParagraphReference.Listed([new ParagraphRange(2, 2), new ParagraphRange(6, 10)])) with
            {
                Note = "harbor talks", FromWords = "Doe", ToWords = "Roe",
            },
            Claim(new ParagraphReference.First(3)),
            Claim(new ParagraphReference.Last(7)),
            Claim(new ParagraphReference.From(4)),
            Claim(new ParagraphReference.FromEnd(1)),
            Claim(new ParagraphReference.Throughout()),
            Claim(null),
        ],
        NotUnderstood = [new TextSpan(3, 4)],
    };

    [Fact]
    public void A_reading_reads_back_as_it_was_written()
    {
        var back = AdvisoryJson.Read(JsonElement.Parse(Written(_reading)));

        Assert.Equal(_reading.Series, back.Series);
        Assert.Equal(_reading.Claims, back.Claims);
        Assert.Equal(_reading.NotUnderstood, back.NotUnderstood);
    }

    [Fact]
    public void Keys_that_say_nothing_are_absent()
    {
        Assert.Equal("""{"claims":[]}""", Written(new AdvisoryReading()));
        Assert.Equal(
            """{"claims":[{"action":"adds","target":"details","paras":[[2,2],[6,10]],"span":[1,5]"""
                + ""","rule":"verb.object"}]}""",
            Written(new AdvisoryReading
                { Claims = [_reading.Claims[0] with { Note = "", FromWords = "", ToWords = "" }] }));
    }

    [Fact]
    public void The_claims_stand_beside_the_text_of_a_take()
    {
        var take = new Take { Advisory = new Advisory("(ATTN: ADDS photo)") };
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            CanonicalJson.Write(json, take, new TakeReading { Advisory = _reading });

        var advisory = JsonElement.Parse(stream.ToArray()).GetProperty("advisory");
        Assert.Equal("(ATTN: ADDS photo)", advisory.GetProperty("text").GetString());
        Assert.Equal(7, advisory.GetProperty("claims").GetArrayLength());
        Assert.Equal(take.Advisory, CanonicalJson.ReadTake(JsonElement.Parse(stream.ToArray())).Advisory);
    }

    [Fact]
    public void A_reading_beside_a_take_keeps_the_claims()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            CanonicalJson.WriteReading(json, new TakeReading { Advisory = _reading });

        Assert.Equal(_reading.Claims, CanonicalJson.ReadReading(JsonElement.Parse(stream.ToArray())).Advisory!.Claims);
    }

    static Claim Claim(ParagraphReference? where) => new()
    {
        Action = ClaimAction.Adds,
        Target = ClaimTarget.Details,
        Where = where,
        Span = new TextSpan(1, 5),
        Rule = "verb.object",
    };

    static string Written(AdvisoryReading reading)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            AdvisoryJson.Write(json, reading);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

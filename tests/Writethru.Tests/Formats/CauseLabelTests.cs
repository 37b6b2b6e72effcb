using System.Buffers;
using System.Text;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Receiving;
using Writethru.Formats;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats;

/// <summary>What stops a story and what brings it back, in every format, as the next newsroom reads it.</summary>
public class CauseLabelTests
{
    public static TheoryData<string> Formats() => [.. WireFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public void A_hold_is_read_back_as_withheld_with_its_reason(string format)
    {
        var hold = File(Cause.Hold, new Take
        {
            Slug = "FERRY", Status = TakeStatus.Withheld, Advisory = new Advisory("(HOLD: The port is being asked.)"),
        });

        var (text, back) = Write(format, hold);

        Assert.Equal(TakeStatus.Withheld, back.Status);
        Assert.Contains("The port is being asked.", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_takedown_is_read_back_as_canceled_with_its_reason(string format)
    {
        var takedown = File(Cause.Takedown, new Take
        {
            Status = TakeStatus.Canceled, Advisory = new Advisory("(TAKEDOWN: The licence ended.)"),
            Body = [new Paragraph("Dead text.")],
        });

        var (text, back) = Write(format, KillNotice.Of(takedown, "FERRY"));

        Assert.Equal(TakeStatus.Canceled, back.Status);
        Assert.Contains("The licence ended.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dead text", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_kill_says_in_every_format_that_a_substitute_comes(string format)
    {
        var kill = File(Cause.Kill, new Take
        {
            Status = TakeStatus.Canceled, Advisory = new Advisory("(KILL: Wrong port. A substitute will follow.)"),
        });

        var (text, back) = Write(format, KillNotice.Of(kill, "FERRY"));

        Assert.Equal(TakeStatus.Canceled, back.Status);
        Assert.Contains("A substitute will follow.", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_release_is_read_back_as_usable_copy_that_nothing_binds(string format)
    {
        var release = File(Cause.Release, new Take
        {
            Slug = "FERRY", Headline = "Ferry resumes",
            Advisory = new Advisory("(RELEASE: This story may be used again.)"),
            Body = [new Paragraph("The ferry resumed on Tuesday, the port said.")],
        });

        var (text, back) = Write(format, release);

        Assert.Equal((TakeStatus.Usable, null), (back.Status, back.Embargo));
        Assert.Contains("The ferry resumed on Tuesday", text, StringComparison.Ordinal);
        Assert.Contains("may be used again", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_correction_is_read_back_as_one(string format)
    {
        var correction = File(Cause.Correction, new Take
        {
            Slug = "FERRY", Headline = "Ferry resumes", Advisory = new Advisory("(CORRECTS day in para 1)"),
            Body = [new Paragraph("The ferry resumed on Tuesday, the port said.")],
        });

        var (text, back) = Write(format, correction);

        Assert.True(back.Signal == Signal.Correction
            || back.Series.Contains("CORRECT", StringComparison.OrdinalIgnoreCase), text);
        Assert.Contains("CORRECTS day in para 1", text, StringComparison.Ordinal);
    }

    /// <summary>What a correction may look like: alone, under another's label, under one of ours, embargoed.</summary>
    public static TheoryData<string, string> Corrections()
    {
        var rows = new TheoryData<string, string>();
        foreach (var format in WireFormats.All)
        {
            foreach (var look in (string[])["bare", "printed", "labelled", "noted", "embargoed",
                "no headline", "signalled"])
                rows.Add(format.Name, look);
        }
        return rows;
    }

    [Theory, MemberData(nameof(Corrections))]
    public void A_correction_is_one_for_people_and_for_the_next_newsroom_however_it_looks(string format, string look)
    {
        var take = new Take
        {
            Slug = "FERRY", Headline = "Ferry resumes",
            Body = [new Paragraph("The ferry resumed on Tuesday, the port said.")],
        };
        var filed = File(Cause.Correction, look switch
        {
            "printed" => take with { Series = "2nd LD" },
            "noted" => take with { Advisory = new Advisory("(ATTN: CHANGES day in para 1)") },
            "embargoed" => take with { Embargo = new Embargo("2026-11-30T06:00:00Z",
                new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero)) },
            "no headline" => take with { Headline = "" },
            "signalled" => take with { Signal = Signal.Update },
            _ => take,
        }) with { Label = look == "labelled" ? "CORRECTION" : "" };

        var (text, back) = Write(format, filed);

        Assert.Contains("correct", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Cause.Correction,
            FileTake.CauseOf(new IncomingItem { Bytes = default, Publisher = "next" }, back, filed));
    }

    [Theory]
    [InlineData("rss"), InlineData("atom"), InlineData("jsonfeed")]
    public void The_title_of_an_embargoed_correction_in_a_feed_says_both(string format)
    {
        var filed = File(Cause.Correction, new Take
        {
            Headline = "Ferry resumes",
            Embargo = new Embargo("2026-11-30T06:00:00Z", new DateTimeOffset(2026, 11, 30, 6, 0, 0, TimeSpan.Zero)),
        });

        var (text, back) = Write(format, filed);

        Assert.Contains("EMBARGOED UNTIL 2026-11-30T06:00:00Z: CORRECTION: Ferry resumes", text,
            StringComparison.Ordinal);
        Assert.Equal("Ferry resumes", back.Headline);
    }

    [Theory, MemberData(nameof(Formats))]
    public void No_other_cause_is_read_as_a_correction(string format)
    {
        foreach (var cause in (Cause[])[Cause.First, Cause.Development, Cause.Lead, Cause.WriteThru,
            Cause.Refile, Cause.Release])
        {
            var filed = File(cause, new Take
            {
                Slug = "FERRY", Headline = "Ferry resumes", Body = [new Paragraph("The ferry resumed on Tuesday.")],
            });

            var (text, back) = Write(format, filed);

            Assert.NotEqual(Cause.Correction,
                FileTake.CauseOf(new IncomingItem { Bytes = default, Publisher = "next" }, back, filed));
            Assert.DoesNotContain("CORRECT", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    static FiledTake File(Cause cause, Take take) => new()
    {
        Story = new StoryId("story"), Number = 3, Cause = cause, Take = take,
        FiledAt = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
    };

    static (string Text, Take Back) Write(string format, FiledTake filed)
    {
        var output = new ArrayBufferWriter<byte>();
        WireFormats.Find(format)!.Write(filed, null, Channel.Default, output);
        var back = Assert.Single(WireFormats.Read(output.WrittenSpan, ReadOptions.Default).Takes);
        return (Encoding.UTF8.GetString(output.WrittenSpan), back);
    }
}

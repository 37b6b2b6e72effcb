using System.Buffers;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Registry;

namespace Writethru.Tests.Formats.Feeds;

public class FeedLabelTests
{
    static readonly DateTimeOffset _filed = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("rss", 24, "EMBARGOED UNTIL 2026-11-25T09:00:00Z: Crane falls")]
    [InlineData("atom", 24, "EMBARGOED UNTIL 2026-11-25T09:00:00Z: Crane falls")]
    [InlineData("jsonfeed", 24, "EMBARGOED UNTIL 2026-11-25T09:00:00Z: Crane falls")]
    [InlineData("rss", 0, "EMBARGOED: Crane falls")]
    [InlineData("atom", 0, "EMBARGOED: Crane falls")]
    [InlineData("jsonfeed", 0, "EMBARGOED: Crane falls")]
    public void An_embargoed_item_says_so_to_any_reader(string format, int hours, string title)
    {
        var embargo = new Embargo("Friday", hours > 0 ? _filed.AddHours(hours) : null);

        Assert.Contains($"{title}", Written(format, embargo), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("jsonfeed")]
    public void An_embargo_that_was_over_when_the_item_came_is_no_label(string format) =>
        Assert.DoesNotContain("EMBARGOED", Written(format, new Embargo("then", _filed.AddHours(-1))),
            StringComparison.Ordinal);

    static string Written(string format, Embargo embargo)
    {
        var output = new ArrayBufferWriter<byte>();
        WireFormats.Find(format)!.Write(new FiledTake
        {
            Story = new StoryId("crane"),
            Number = 1,
            Cause = Cause.First,
            FiledAt = _filed,
            Take = new Take { Headline = "Crane falls", Embargo = embargo, Body = [new Paragraph("The port closed.")] },
        }, null, Channel.Default, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}

using CsCheck;
using Writethru.Formats;

namespace Writethru.Tests.Formats.Feeds;

public class FeedRoundTripTests
{
    [Theory]
    [InlineData("atom"), InlineData("rss"), InlineData("jsonfeed")]
    public void What_is_written_of_a_rich_take_reads_back_the_same_but_for_the_omissions(string name)
    {
        var format = WireFormats.Find(name)!;

        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(format, take), iter: 1_000);
    }
}

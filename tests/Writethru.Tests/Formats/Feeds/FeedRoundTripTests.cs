using CsCheck;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Feeds;

public class FeedRoundTripTests
{
    static readonly string[] _names = ["atom", "rss", "jsonfeed"];

    public static TheoryData<string> Formats() => [.. _names];

    [Theory, MemberData(nameof(Formats))]
    public void What_is_written_of_a_rich_take_reads_back_the_same_but_for_the_omissions(string name)
    {
        var format = WireFormats.Find(name)!;

        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(format, take), iter: 1_000);
    }

    [Theory, MemberData(nameof(Formats))]
    public void Every_item_of_every_golden_feed_survives_every_feed_but_for_the_omissions(string name)
    {
        var takes = _names.SelectMany(source => Directory.GetFiles(RepoFiles.Golden(source), "*.in"))
            .SelectMany(file => WireFormats.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes).ToList();

        Assert.NotEmpty(takes);
        Assert.All(takes, take => RoundTrip.AssertHolds(WireFormats.Find(name)!, take));
    }
}

using CsCheck;
using Writethru.Formats;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Teleprinter;

public class Iptc7901RoundTripTests
{
    static readonly IWireFormat _format = WireFormats.Find("iptc7901")!;

    [Fact]
    public void A_take_with_much_in_it_reads_back_the_same_but_for_the_omissions() =>
        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(_format, take), iter: 2_000);

    public static TheoryData<string> Golden() => [.. Directory.GetFiles(RepoFiles.Golden("iptc7901"), "*.in")
        .Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory, MemberData(nameof(Golden))]
    public void A_golden_message_is_written_as_it_was_read(string name)
    {
        var bytes = File.ReadAllBytes(RepoFiles.Golden("iptc7901", name + ".in"));

        foreach (var take in _format.Read(bytes, ReadOptions.Default).Takes)
            RoundTrip.AssertHolds(_format, take);
    }
}

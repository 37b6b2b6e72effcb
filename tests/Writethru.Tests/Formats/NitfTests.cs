using CsCheck;
using Writethru.Copy;
using Writethru.Formats;

namespace Writethru.Tests.Formats;

public class NitfTests
{
    static readonly IWireFormat _format = WireFormats.Find("nitf")!;

    [Fact]
    public void Rich_takes_read_back_the_same_but_for_the_omissions() =>
        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(_format, take), iter: 2_000);

    [Fact]
    public void Rich_takes_read_back_the_same_in_the_namespace() =>
        RichTakes.Any.Sample(
            take => RoundTrip.AssertHolds(_format, take, new Channel { NitfNamespace = true }), iter: 300);
}

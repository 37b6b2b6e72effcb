using CsCheck;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats.Teleprinter;

public class TeleprinterRoundTripTests
{
    [Theory, InlineData("iptc7901"), InlineData("anpa1312")]
    public void A_take_with_much_in_it_reads_back_the_same_but_for_the_omissions(string name)
    {
        var format = WireFormats.Find(name)!;

        RichTakes.Any.Sample(take => RoundTrip.AssertHolds(format, take), iter: 2_000);
    }

    public static TheoryData<string, string> Golden()
    {
        var cases = new TheoryData<string, string>();
        foreach (var name in (string[])["iptc7901", "anpa1312"])
        {
            foreach (var file in Directory.GetFiles(RepoFiles.Golden(name), "*.in").Order(StringComparer.Ordinal))
                cases.Add(name, Path.GetFileNameWithoutExtension(file));
        }
        return cases;
    }

    [Theory, MemberData(nameof(Golden))]
    public void A_golden_message_survives_the_writers_of_both_formats(string name, string file)
    {
        var bytes = File.ReadAllBytes(RepoFiles.Golden(name, file + ".in"));

        foreach (var take in WireFormats.Find(name)!.Read(bytes, ReadOptions.Default).Takes)
        {
            RoundTrip.AssertHolds(WireFormats.Find("iptc7901")!, take);
            RoundTrip.AssertHolds(WireFormats.Find("anpa1312")!, take);
        }
    }
}

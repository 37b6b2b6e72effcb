using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats;
using Writethru.Formats.Registry;
using Writethru.Tests.Support;

namespace Writethru.Tests.Formats;

/// <summary>
/// From every format into every other and back: equal but for what the two writers said they could not carry.
/// </summary>
public class ConvertAllTests
{
    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var from in WireFormats.All)
        {
            foreach (var to in WireFormats.All)
            {
                if (from != to)
                    pairs.Add(from.Name, to.Name);
            }
        }
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void What_goes_to_another_format_and_back_is_equal_but_for_both_omissions(string from, string to)
    {
        var (a, b) = (WireFormats.Find(from)!, WireFormats.Find(to)!);
        foreach (var (file, take) in Takes(a))
        {
            try
            {
                AssertReturns(take, b, a);
            }
            catch (Exception lost)
            {
                throw new InvalidOperationException($"{file} to {to} and back: {lost.Message}", lost);
            }
        }
    }

    static void AssertReturns(Take take, IWireFormat there, IWireFormat home)
    {
        var (arrived, lostThere) = Through(there, take);
        var (back, lostHome) = Through(home, arrived);

        // Each leg names its losses in the words of the take that it was given: what differs after both was named by
        // one.
        RoundTrip.AssertEqualBut(take, arrived, lostThere);
        RoundTrip.AssertEqualBut(arrived, back, lostHome, take);
    }

    static (Take Take, ImmutableArray<Omission> Omissions) Through(IWireFormat format, Take take)
    {
        var bytes = RoundTrip.WriteBytes(format, RoundTrip.File(take), out var omissions);
        return (format.Read(bytes, ReadOptions.Default).TakeOrThrow(), omissions);
    }

    static IEnumerable<(string File, Take Take)> Takes(IWireFormat format) =>
        Directory.GetFiles(RepoFiles.Golden(format.Name), "*.in").Order(StringComparer.Ordinal)
            .SelectMany(file => format.Read(File.ReadAllBytes(file), ReadOptions.Default).Takes
                .Select(take => (Path.GetFileName(file), take)));
}

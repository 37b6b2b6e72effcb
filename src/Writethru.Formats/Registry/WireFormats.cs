using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Anpa1312;
using Writethru.Formats.Feeds;
using Writethru.Formats.Iptc7901;
using Writethru.Formats.NewsMl12;
using Writethru.Formats.NewsMlG2;
using Writethru.Formats.Ninjs;
using Writethru.Formats.Nitf;
using Writethru.Formats.PlainWire;

namespace Writethru.Formats.Registry;

/// <summary>All formats that Writethru knows, and the recogniser among them.</summary>
public static class WireFormats
{
    /// <summary>Every format, in the order in which equal likelihoods are settled.</summary>
    public static ImmutableArray<IWireFormat> All { get; } =
    [
        new NewsMlG2Format(), new NewsMlFormat(), new NitfFormat(), new AtomFormat(), new RssFormat(),
        new JsonFeedFormat(), new NinjsFormat(NinjsEdition.Three), new NinjsFormat(NinjsEdition.Two),
        new Iptc7901Format(), new Anpa1312Format(), new PlainWireFormat(),
    ];

    /// <summary>The format of that name, in any case; null when there is none.</summary>
    public static IWireFormat? Find(string? name) =>
        All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the format of that name is a feed, whose items are named by whoever set it up.</summary>
    public static bool IsFeed(string name) =>
        name is AtomFormat.FormatName or RssFormat.FormatName or JsonFeedFormat.FormatName;

    /// <summary>The most likely format of the bytes; null when none is possible.</summary>
    public static IWireFormat? Recognise(ReadOnlySpan<byte> bytes)
    {
        IWireFormat? best = null;
        var bestLikelihood = Likelihood.No;
        foreach (var format in All)
        {
            var likelihood = format.Recognise(bytes);
            if (likelihood > bestLikelihood)
                (best, bestLikelihood) = (format, likelihood);
            if (bestLikelihood == Likelihood.Certain)
                break;
        }
        return best;
    }

    /// <summary>Reads bytes of a format that nobody named.</summary>
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        Recognise(bytes) is { } format
            ? format.Read(bytes, options)
            : new ReadResult
            {
                Remarks = [new Remark("READ-001", Severity.Error, 0, 0, 0,
                    $"Not recognised: found {OtherKinds.NameOf(bytes) ?? "neither markup, JSON nor words"}, "
                        + $"expected one of {string.Join(", ", All.Select(f => f.Name))}.")],
            };
}

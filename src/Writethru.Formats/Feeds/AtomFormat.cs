using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;

namespace Writethru.Formats.Feeds;

/// <summary>Atom: reads 0.3 and 1.0 (RFC 4287) with tombstones (RFC 6721), writes 1.0.</summary>
sealed class AtomFormat : WireFormat
{
    public const string FormatName = "atom";

    public override string Name => FormatName;

    public override string MediaType => "application/atom+xml";

    public override string Extension => "xml";

    public override Likelihood Recognise(ReadOnlySpan<byte> bytes) => FeedRoots.Recognise(bytes, FormatName);

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        FeedReader.Read(bytes, FormatName, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var entry = new FeedEntry(PolicyAsWords.In(filed, out var moved), channel);
        WriteFeed(FeedOutline.Of(entry), [entry], output);
        return [.. moved, .. FeedOmissions.Of(entry)];
    }

    /// <summary>Writes one feed of many entries: a page of a stream.</summary>
    public static void WriteFeed(FeedOutline outline, IReadOnlyList<FeedEntry> entries, IBufferWriter<byte> output) =>
        FeedXml.Write(output, xml => AtomWriter.Write(xml, outline, entries));
}

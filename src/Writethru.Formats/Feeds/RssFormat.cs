using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;

namespace Writethru.Formats.Feeds;

/// <summary>RSS: reads 0.9x, 1.0 (RDF) and 2.0, writes 2.0.</summary>
sealed class RssFormat : WireFormat
{
    public const string FormatName = "rss";

    public override string Name => FormatName;

    public override string MediaType => "application/rss+xml";

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

    /// <inheritdoc cref="AtomFormat.WriteFeed"/>
    public static void WriteFeed(FeedOutline outline, IReadOnlyList<FeedEntry> entries, IBufferWriter<byte> output) =>
        FeedXml.Write(output, xml => RssWriter.Write(xml, outline, entries));
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;

namespace Writethru.Formats.Feeds;

/// <summary>JSON Feed: reads 1.0 and 1.1, writes 1.1.</summary>
sealed class JsonFeedFormat : WireFormat
{
    public const string FormatName = "jsonfeed";

    /// <summary>The version that is written; every version begins alike.</summary>
    public const string Version = "https://jsonfeed.org/version/1.1";

    public override string Name => FormatName;

    public override string MediaType => "application/feed+json";

    public override string Extension => "json";

    /// <summary>By the version, wherever it stands: JSON has no order.</summary>
    public override Likelihood Recognise(ReadOnlySpan<byte> bytes) =>
        JsonRoot.In(bytes).Version.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase)
            ? Likelihood.Certain
            : Likelihood.No;

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        JsonFeedReader.Read(bytes, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var entry = new FeedEntry(PolicyAsWords.In(filed, out var moved), channel);
        WriteFeed(FeedOutline.Of(entry), [entry], output);
        return [.. moved, .. FeedOmissions.Of(entry)];
    }

    /// <inheritdoc cref="AtomFormat.WriteFeed"/>
    public static void WriteFeed(FeedOutline outline, IReadOnlyList<FeedEntry> entries, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, CanonicalJson.Options);
        JsonFeedWriter.Write(json, outline, entries);
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats.Binding;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// IPTC's News in JSON: reads 1.0 to 3.3, the Superdesk dialect and dpa's digital wires, writes the edition that
/// it is made with.
/// </summary>
/// <remarks>Only the newest edition recognises bytes, so that what reads them has one name.</remarks>
sealed class NinjsFormat(NinjsEdition edition) : IWireFormat
{
    public const string FormatName = "ninjs";

    const int Sample = 4_096;

    static readonly string[] _marks =
        ["\"pubStatus\"", "\"pubstatus\"", "\"headlines\"", "\"bodies\"", "\"body_text\"", "\"body_html\"", "\"ninjs\"",
         "\"digitalwires@", "\"_items\"",
         "\"versioncreated\"", "\"versionCreated\""];

    public string Name => edition.Format;

    public string MediaType => "application/json";

    public string Extension => "json";

    public Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        if (edition != NinjsEdition.Three)
            return Likelihood.No;
        var text = WireText.DecodeStart(bytes, Sample).Content;
        if (!text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
            return Likelihood.No;
        return _marks.Any(mark => text.Contains(mark, StringComparison.Ordinal))
            ? Likelihood.Certain
            : Likelihood.Likely;
    }

    public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        TakeBinding.Settle(NinjsReader.Read(bytes, options));

    public ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, CanonicalJson.Options);
        return new NinjsWriter(json, edition, filed, reading).Write();
    }
}

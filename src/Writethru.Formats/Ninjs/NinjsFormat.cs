using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>IPTC's News in JSON: writes 3.1, reads 1.0 to 3.1.</summary>
sealed class NinjsFormat : IWireFormat
{
    public const string FormatName = "ninjs";

    const int Sample = 4_096;

    static readonly string[] _marks =
        ["\"pubStatus\"", "\"pubstatus\"", "\"headlines\"", "\"bodies\"", "\"body_text\"", "\"body_html\"", "\"ninjs\"",
         "\"versioncreated\"", "\"versionCreated\""];

    public string Name => FormatName;

    public string MediaType => "application/json";

    public string Extension => "json";

    public Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        var text = WireText.DecodeStart(bytes, Sample).Content;
        if (!text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
            return Likelihood.No;
        return _marks.Any(mark => text.Contains(mark, StringComparison.Ordinal))
            ? Likelihood.Certain
            : Likelihood.Likely;
    }

    public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) => NinjsReader.Read(bytes, options);

    public ImmutableArray<Omission> Write(FiledTake filed, Channel channel, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, CanonicalJson.Options))
            NinjsWriter.Write(json, filed);
        return NinjsOmissions.Of(filed.Take);
    }
}

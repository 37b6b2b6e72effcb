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
sealed class NinjsFormat(NinjsEdition edition) : WireFormat
{
    public const string FormatName = "ninjs";

    static readonly string[] _marks =
        ["pubstatus", "headlines", "bodies", "body_text", "body_html", "ninjs", "versioncreated", "_items"];

    public override string Name => edition.Format;

    public override string MediaType => "application/json";

    public override string Extension => "json";

    /// <summary>By its keys. Any other object is possible, for the reader to refuse with what it lacks.</summary>
    public override Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        if (edition != NinjsEdition.Three || JsonRoot.In(bytes) is not { Kind: JsonTokenType.StartObject } root)
            return Likelihood.No;
        return root.Keys.Overlaps(_marks) ? Likelihood.Certain
            : root.Keys.Any(NinjsKeys.IsTelling) ? Likelihood.Likely
            : root is { End: JsonEnd.Broken, Keys.Count: 0 } ? Likelihood.No
            : Likelihood.Possible;
    }

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        NinjsReader.Read(bytes, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, CanonicalJson.Options);
        return new NinjsWriter(json, edition, filed, reading).Write();
    }
}

using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Nitf;

/// <summary>IPTC's News Industry Text Format: reads 3.0 to 3.6, with and without its namespace; writes 3.6.</summary>
sealed class NitfFormat : WireFormat
{
    public const string FormatName = "nitf";

    /// <summary>The namespace of 3.3 and later; without its last slash in some senders' copy.</summary>
    public const string Namespace = "http://iptc.org/std/NITF/2006-10-18/";

    /// <summary>The version that is written, as the schema fixes it.</summary>
    public const string Version = "-//IPTC//DTD NITF 3.6//EN";

    public override string Name => FormatName;

    public override string MediaType => "application/nitf+xml; charset=utf-8";

    public override string Extension => "xml";

    public override Likelihood Recognise(ReadOnlySpan<byte> bytes) =>
        XmlRoot.In(bytes).Name == "nitf" ? Likelihood.Certain : Likelihood.No;

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        NitfReader.Read(bytes, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var omissions = NitfWriter.Write(PolicyAsWords.In(filed, out var moved), channel, output);
        return [.. moved, .. PictureOmissions.Of(filed.Take), .. omissions];
    }
}

using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>IPTC's NewsML before G2: reads 1.0 to 1.2, writes 1.2.</summary>
sealed class NewsMlFormat : WireFormat
{
    public const string FormatName = "newsml";

    public override string Name => FormatName;

    public override string MediaType => "application/xml; charset=utf-8";

    public override string Extension => "xml";

    /// <summary>By the root element: names of NewsML-G2 begin with a small letter.</summary>
    public override Likelihood Recognise(ReadOnlySpan<byte> bytes) =>
        XmlRoot.In(bytes).Name switch
        {
            "NewsML" => Likelihood.Certain,
            "NewsItem" or "NewsComponent" => Likelihood.Likely,
            "TopicSet" or "Catalog" => Likelihood.Possible,
            _ => Likelihood.No,
        };

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        NewsMlReader.Read(bytes, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var omissions = new NewsMlWriter(PolicyAsWords.In(filed, out var moved), channel).Write(output);
        return [.. moved, .. PictureOmissions.Of(filed.Take, "type", "sha256"), .. omissions];
    }
}

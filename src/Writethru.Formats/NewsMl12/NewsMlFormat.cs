using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>IPTC's NewsML before G2: reads 1.0 to 1.2, writes 1.2.</summary>
sealed class NewsMlFormat : IWireFormat
{
    public const string FormatName = "newsml";

    public string Name => FormatName;

    public string MediaType => "application/xml; charset=utf-8";

    public string Extension => "xml";

    /// <summary>By the root element: names of NewsML-G2 begin with a small letter.</summary>
    public Likelihood Recognise(ReadOnlySpan<byte> bytes) =>
        XmlRoot.In(bytes).Name switch
        {
            "NewsML" => Likelihood.Certain,
            "NewsItem" or "NewsComponent" => Likelihood.Likely,
            "TopicSet" or "Catalog" => Likelihood.Possible,
            _ => Likelihood.No,
        };

    public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        TakeBinding.Settle(NewsMlReader.Read(bytes, options));

    public ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var omissions = new NewsMlWriter(PolicyAsWords.In(filed, out var moved), channel).Write(output);
        return [.. moved, .. PictureOmissions.Of(filed.Take, "type", "sha256"), .. omissions];
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats.NewsMlG2;

/// <summary>IPTC's NewsML-G2: writes 2.35, reads 2.0 to 2.35.</summary>
sealed class NewsMlG2Format : IWireFormat
{
    public const string FormatName = "newsmlg2";

    /// <summary>The namespace of every version.</summary>
    public const string Namespace = "http://iptc.org/std/nar/2006-10-01/";

    const int Sample = 4_096;

    static readonly string[] _roots =
    [
        "<newsItem", "<newsMessage", "<packageItem", "<conceptItem", "<planningItem", "<knowledgeItem", "<catalogItem",
    ];

    public string Name => FormatName;

    public string MediaType => "application/vnd.iptc.g2.newsmessage+xml";

    public string Extension => "xml";

    public Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        var text = WireText.DecodeStart(bytes, Sample).Content;
        if (!text.AsSpan().TrimStart("\0 \t\r\n").StartsWith("<", StringComparison.Ordinal))
            return Likelihood.No;
        if (text.Contains("iptc.org/std/nar/", StringComparison.Ordinal))
            return Likelihood.Certain;
        return _roots.Any(root => text.Contains(root, StringComparison.Ordinal))
            || text.AsSpan().TrimStart().StartsWith("<contentSet", StringComparison.Ordinal)
            || text.AsSpan().TrimStart().StartsWith("<contentMeta", StringComparison.Ordinal)
            || text.AsSpan().TrimStart().StartsWith("<groupSet", StringComparison.Ordinal)
                ? Likelihood.Likely
                : Likelihood.No;
    }

    public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        TakeBinding.Settle(MessageReader.Read(bytes, options));

    public ImmutableArray<Omission> Write(FiledTake filed, Channel channel, IBufferWriter<byte> output)
    {
        var writer = new MessageWriter(filed, channel);
        Encoding.UTF8.GetBytes(writer.Write(), output);
        return writer.Omissions;
    }
}

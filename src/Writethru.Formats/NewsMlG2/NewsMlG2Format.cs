using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>IPTC's NewsML-G2: writes 2.35, reads 2.0 to 2.35.</summary>
sealed class NewsMlG2Format : WireFormat
{
    public const string FormatName = "newsmlg2";

    /// <summary>The namespace of every version.</summary>
    public const string Namespace = "http://iptc.org/std/nar/2006-10-01/";

    /// <summary>What every spelling of the namespace has in it.</summary>
    const string NamespaceMark = "iptc.org/std/nar/";

    public override string Name => FormatName;

    public override string MediaType => "application/vnd.iptc.g2.newsmessage+xml";

    public override string Extension => "xml";

    /// <summary>
    /// By the root and its namespace. An envelope that only speaks of the namespace is for the reader to refuse; a bare
    /// catalog is one where it has schemes with aliases.
    /// </summary>
    public override Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        var root = XmlRoot.In(bytes);
        var speaksOfUs = root.Text.Contains(NamespaceMark, StringComparison.Ordinal);
        if (!MessageReader.IsRoot(root.Name))
            return speaksOfUs ? Likelihood.Likely : Likelihood.No;
        if (root.StartTagHas(NamespaceMark))
            return Likelihood.Certain;
        return root.Name != "catalog" || speaksOfUs || IsCatalog(root.Text) ? Likelihood.Likely : Likelihood.No;
    }

    static bool IsCatalog(string text) => text.Contains("<scheme ", StringComparison.Ordinal)
        && text.Contains(" alias=", StringComparison.Ordinal);

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        MessageReader.Read(bytes, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var writer = new MessageWriter(filed, reading, channel);
        Encoding.UTF8.GetBytes(writer.Write(), output);
        return [.. PictureOmissions.Of(filed.Take, "type", "sha256"), .. writer.Omissions];
    }
}

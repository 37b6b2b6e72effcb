using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.NewsMl12;

/// <summary>IPTC's NewsML before G2: reads 1.0 to 1.2, writes 1.2.</summary>
sealed class NewsMlFormat : IWireFormat
{
    public const string FormatName = "newsml";

    const int Sample = 4_096;

    static readonly SearchValues<char> _nameEnds = SearchValues.Create(" \t\r\n/>[");

    public string Name => FormatName;

    public string MediaType => "application/xml; charset=utf-8";

    public string Extension => "xml";

    /// <summary>By the root element: names of NewsML-G2 begin with a small letter.</summary>
    public Likelihood Recognise(ReadOnlySpan<byte> bytes) =>
        RootOf(WireText.DecodeStart(bytes, Sample).Content) switch
        {
            "NewsML" => Likelihood.Certain,
            "NewsItem" or "NewsComponent" => Likelihood.Likely,
            "TopicSet" or "Catalog" => Likelihood.Possible,
            _ => Likelihood.No,
        };

    public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) => NewsMlReader.Read(bytes, options);

    public ImmutableArray<Omission> Write(FiledTake filed, Channel channel, IBufferWriter<byte> output) =>
        new NewsMlWriter(filed, channel).Write(output);

    /// <summary>
    /// Local name of the root element, or the name of a document type that is longer than the sample.
    /// </summary>
    static string RootOf(string text)
    {
        var name = "";
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at))
        {
            var rest = text.AsSpan(at);
            if (!(rest[1] is '!' or '?'))
                return NameAt(rest[1..]);
            if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                name = NameAt(rest[9..].TrimStart());
            var end = rest.StartsWith("<!--", StringComparison.Ordinal) ? rest.IndexOf("-->", StringComparison.Ordinal)
                : rest[1] == '?' ? rest.IndexOf("?>", StringComparison.Ordinal)
                : EndOfDocumentType(rest);
            if (end < 0)
                return name;
            at += end;
        }
        return name;
    }

    static int EndOfDocumentType(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('>');
        var subset = text.IndexOf('[');
        return subset >= 0 && subset < end ? text.IndexOf("]>", StringComparison.Ordinal) : end;
    }

    static string NameAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(_nameEnds);
        var name = end < 0 ? text : text[..end];
        return name[(name.LastIndexOf(':') + 1)..].ToString();
    }
}

using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Iptc7901;

/// <summary>IPTC 7901, the text format of European agencies' teleprinter lines.</summary>
sealed class Iptc7901Format : WireFormat
{
    public const string FormatName = "iptc7901";

    const int Sample = 4_096;

    public override string Name => FormatName;

    public override string MediaType => "text/vnd.iptc.7901";

    public override string Extension => "iptc";

    /// <summary>A header line, at the start or behind SOH; certain with a control byte of the frame.</summary>
    public override Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        var text = WireText.DecodeStart(bytes, Sample).Content;
        var start = text.AsSpan().TrimStart("\0\u0003\u0004\u0016\u007F \r\n\uFEFF");
        var isFramed = !start.IsEmpty && start[0] == ControlBytes.Soh;
        var line = isFramed ? start[1..].TrimStart(" \r\n") : start;
        var end = line.IndexOfAny("\r\n\u0002");
        if (Iptc7901Header.Read(ControlBytes.Strip(end < 0 ? line : line[..end], out _).Trim()) is not { } header)
            return Likelihood.No;
        if (isFramed || text.Contains(ControlBytes.Stx) || text.Contains(ControlBytes.Etx))
            return Likelihood.Certain;
        return header.Agency.Length > 0 && (HasHeadingEnd(text) || HasKeywords(line[Math.Max(0, end)..]))
            ? Likelihood.Certain
            : Likelihood.Possible;
    }

    /// <summary>Whether the first line below the header ends in the stroke of the keywords.</summary>
    static bool HasKeywords(ReadOnlySpan<char> text)
    {
        var below = text.TrimStart(" \r\n");
        var end = below.IndexOfAny('\r', '\n');
        return end > 1 && below[..end].TrimEnd(' ').EndsWith("/", StringComparison.Ordinal);
    }

    static bool HasHeadingEnd(string text) =>
        text.Contains(" =\r", StringComparison.Ordinal) || text.Contains(" =\n", StringComparison.Ordinal);

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        Iptc7901Reader.Read(bytes, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var omissions = Iptc7901Writer.Write(PolicyAsWords.In(filed, out var moved), channel, output);
        return [.. moved, .. PictureOmissions.Of(filed.Take, "sha256"), .. omissions];
    }
}

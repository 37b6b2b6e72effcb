using System.Buffers;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>ANPA 1312, the text format of American agencies' high-speed lines.</summary>
sealed class Anpa1312Format : WireFormat
{
    public const string FormatName = "anpa1312";

    const int Sample = 4_096;

    public override string Name => FormatName;

    public override string MediaType => "text/vnd.iptc.anpa1312";

    public override string Extension => "anpa";

    /// <summary>
    /// A service letter with four digits, and at least one sign of the format behind it; or the second header line with
    /// its date, where an archive has taken all control characters away.
    /// </summary>
    public override Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        var text = WireText.DecodeStart(bytes, Sample).Content;
        var start = text.AsSpan().TrimStart("\0\u0003\u0004\f\u0016\u007F \r\n\uFEFF");
        var isFramed = !start.IsEmpty && start[0] == ControlBytes.Soh;
        var line = isFramed ? start[1..].TrimStart(" \r\n\u0016") : start;
        var end = line.IndexOfAny("\r\n\u0002");
        if (Anpa1312Header.IsBareSecond(end < 0 ? line : line[..end]))
            return Likelihood.Certain;
        if (Anpa1312Header.ReadFirst(end < 0 ? line : line[..end]) is null)
            return Likelihood.No;
        var hasHeading = text.Contains("\u0002^", StringComparison.Ordinal)
            || text.Contains("\n^", StringComparison.Ordinal);
        if (line.Length > 5 && line[5] == ControlBytes.Us || isFramed || hasHeading)
            return Likelihood.Certain;
        return Likelihood.No;
    }

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        Anpa1312Reader.Read(bytes, options);

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var omissions = Anpa1312Writer.Write(PolicyAsWords.In(filed, out var moved), channel, output);
        return [.. moved, .. PictureOmissions.Of(filed.Take, "sha256"), .. omissions];
    }
}

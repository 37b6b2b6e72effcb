using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;

namespace Writethru.Formats.PlainWire;

/// <summary>Copy as plain text, the way agencies have moved it since the teleprinter.</summary>
sealed class PlainWireFormat : WireFormat
{
    public const string FormatName = "plainwire";

    const int Sample = 4_096;

    static readonly string[] _marks =
        ["(ATTN:", "(END)", "Layout: labelled", "ATTENTION - ", "Eds:", "Enditem", "\n///"];

    public override string Name => FormatName;

    public override string MediaType => "text/plain; charset=utf-8";

    public override string Extension => "txt";

    /// <summary>
    /// By what makes it wire copy, its marks, a dateline, words, and only where nothing else stands near the head.
    /// </summary>
    public override Likelihood Recognise(ReadOnlySpan<byte> bytes)
    {
        if (OtherKinds.NameOf(bytes) is not null)
            return Likelihood.No;
        var text = WireText.Decode(WireText.Start(bytes, Sample)).Content;
        if (text.AsSpan().Trim().IsEmpty || !PlainText.IsText(text))
            return Likelihood.No;
        if (_marks.Any(mark => text.Contains(mark, StringComparison.Ordinal)))
            return Likelihood.Likely;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (DatelineGrammar.Find(line.ToString()) is not null)
                return Likelihood.Likely;
        }
        return PlainText.IsEncoded(text) ? Likelihood.No : Likelihood.Possible;
    }

    protected override ReadResult Collect(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        PlainWireReader.Read(bytes, options, new StepCount());

    public override ImmutableArray<Omission> Write(
        FiledTake filed, TakeReading? reading, Channel channel, IBufferWriter<byte> output)
    {
        var text = PlainWireWriter.Write(PolicyAsWords.In(filed, out var moved), out var omissions);
        Encoding.UTF8.GetBytes(text, output);
        return
        [
            .. moved,
            .. PictureOmissions.Of(filed.Take, "type", "sha256", "creator", "instructions", "city", "country",
                "countryCode", "taken", "keywords", "subjectCodes", "licensor", "dataMining", "digitalSourceType"),
            .. omissions,
        ];
    }
}

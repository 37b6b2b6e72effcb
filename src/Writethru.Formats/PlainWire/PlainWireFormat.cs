using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Binding;
using Writethru.Formats.Policies;

namespace Writethru.Formats.PlainWire;

/// <summary>Copy as plain text, the way agencies have moved it since the teleprinter.</summary>
sealed class PlainWireFormat : IWireFormat
{
    public const string FormatName = "plainwire";

    const int Sample = 4_096;

    static readonly string[] _marks =
        ["(ATTN:", "(END)", "Layout: labelled", "ATTENTION - ", "Eds:", "Enditem", "\n///"];

    public string Name => FormatName;

    public string MediaType => "text/plain; charset=utf-8";

    public string Extension => "txt";

    /// <summary>
    /// By what makes it wire copy, its marks, a dateline, words, and only where nothing else stands near the head.
    /// </summary>
    public Likelihood Recognise(ReadOnlySpan<byte> bytes)
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

    public ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options) =>
        TakeBinding.Settle(PlainWireReader.Read(bytes, options, new StepCount()));

    public ImmutableArray<Omission> Write(
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

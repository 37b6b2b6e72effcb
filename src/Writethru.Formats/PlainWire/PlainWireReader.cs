using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>Bytes of a plain dispatch to its take.</summary>
static class PlainWireReader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options, StepCount steps)
    {
        if (bytes.Length > options.MaxBytes)
            return Refused(PlainRemarks.TooLong, $"More than {options.MaxBytes} bytes.");
        var remarks = new RemarkBook();
        var text = Preamble.WithoutUnseen(WireText.Decode(bytes, options.Profile?.Charset ?? ""), remarks);
        steps.Add(bytes.Length);
        if (!PlainText.IsText(text.Content))
            return Refused(PlainRemarks.NotText, "Mostly control bytes: expected text.");
        NoteCharset(text, remarks);
        var lines = LineSplitter.Split(text.Content, remarks, steps);
        if (lines.Count == 0)
            return Refused(PlainRemarks.Empty, "No text in the item.");
        if (MultipartForm.IsIn(lines))
            return Refused(PlainRemarks.MultipartForm, "Found a multipart form: expected the item's own bytes.");
        var take = LabelledLayout.IsIn(lines[0].Text)
            ? LabelledLayout.Read(text.Content, options.MaxParagraphs, remarks, steps)
            : ReadPrinted(text.Content, lines, options.MaxParagraphs, remarks, steps);
        if (take is not null && PlainText.IsCode(text.Content))
        {
            remarks.Add(PlainRemarks.NoCopy, Severity.Warning, -1,
                "Markup, JSON or hardly a letter: expected copy; kept as it came, and withheld.");
            take = take with { Status = TakeBuilder.Stricter(take.Status, TakeStatus.Withheld) };
        }
        return take is null
            ? Refused(PlainRemarks.TooManyParts, $"More than {options.MaxParagraphs} paragraphs or pictures.")
            : new ReadResult
            {
                Format = PlainWireFormat.FormatName,
                Encoding = text.Charset,
                CharsetCertainty = text.Certainty,
                Takes = [take],
                Remarks = remarks.Resolve(text),
            };
    }

    /// <summary>
    /// A reference behind the copy is parted from it first: whatever stands open above must not swallow it.
    /// </summary>
    static Take? ReadPrinted(string content, List<WireLine> lines, int maxParts, RemarkBook remarks, StepCount steps)
    {
        var last = lines[^1];
        if (lines.Count == 1 || !StoryReference.Is(last.Text))
            return Dispatch(content, lines);
        lines.RemoveAt(lines.Count - 1);
        return Dispatch(content[..last.At], lines) is { } take ? StoryReference.Read(last.Text, take) : null;

        Take? Dispatch(string copy, List<WireLine> of) => new DispatchReader(
            copy, OpenBrackets.Close(LineUnwrapper.Unwrap(of, remarks, steps), steps), remarks, steps).Read(maxParts);
    }

    static void NoteCharset(WireText text, RemarkBook remarks)
    {
        text.Note(remarks, PlainRemarks.CharsetGuessed);
        var replaced = text.Content.IndexOf('\uFFFD');
        if (replaced >= 0 && text.Charset != "utf-8")
        {
            remarks.Add(PlainRemarks.Undecodable, Severity.Warning, replaced,
                $"Units that are not valid {text.Charset}, or a replacement character that was sent: shown as U+FFFD.");
        }
    }

    static ReadResult Refused(string code, string message) => new()
    {
        Format = PlainWireFormat.FormatName,
        Remarks = [new Remark(code, Severity.Error, 0, 0, 0, message)],
    };
}

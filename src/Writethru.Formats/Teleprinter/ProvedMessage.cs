using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>Writes a message and reads it as its receiver will, so that what it loses is known and listed.</summary>
static class ProvedMessage
{
    static readonly ReadOptions _unlimited = ReadOptions.Default with
    {
        MaxBytes = int.MaxValue,
        MaxParagraphs = int.MaxValue,
    };

    /// <summary>
    /// Writes the message; where paragraphs would not come back as they are, once more with all of them guarded.
    /// </summary>
    /// <param name="filed">The take.</param>
    /// <param name="letters">The letters of the charset; the message is made of them alone.</param>
    /// <param name="message">Makes the message; with true, all copy is guarded.</param>
    /// <param name="read">The reader of the format.</param>
    /// <param name="output">Where the bytes go.</param>
    public static ImmutableArray<Omission> Write(
        FiledTake filed,
        Transliteration letters,
        Func<bool, string> message,
        Func<WireText, ReadOptions, RemarkBook, ReadResult> read,
        IBufferWriter<byte> output)
    {
        var text = message(false);
        var back = Read(text);
        if (back.Body.Length != filed.Take.Body.Count(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text)))
        {
            text = message(true);
            back = Read(text);
        }
        letters.Encoding.GetBytes(text, output);
        return new Losses(letters.IsNeeded).Between(filed.Take, back);

        Take Read(string sent) =>
            read(new WireText(sent, Encoding.UTF8, "utf-8", 0, false), _unlimited, new RemarkBook())
                .Takes.FirstOrDefault() ?? new Take();
    }
}

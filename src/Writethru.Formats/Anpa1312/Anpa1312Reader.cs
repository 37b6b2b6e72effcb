using Writethru.Copy;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>Bytes of one or more messages to their takes.</summary>
static class Anpa1312Reader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var remarks = new RemarkBook();
        return MessageText.Decode(bytes, options, remarks) is { } text
            ? ReadText(text, options, remarks)
            : Refused(TeleprinterRemarks.TooLong, $"More than {options.MaxBytes} bytes.");
    }

    /// <summary>Reads text that is decoded already, as the writer does to see what it could not carry.</summary>
    public static ReadResult ReadText(WireText text, ReadOptions options, RemarkBook remarks)
    {
        var frames = MessageFrames.Find(text.Content, at => OpensMessage(text.Content.AsSpan(at)));
        if (frames.Count > options.MaxItems)
            return Refused(TeleprinterRemarks.TooManyMessages, $"More than {options.MaxItems} messages.");
        MessageFrames.NoteNoise(text.Content, frames, frame => IsMessage(text.Content, frame), remarks);
        var takes = new List<Take>();
        foreach (var frame in frames)
        {
            if (!new Anpa1312Message(text.Content, frame, options, remarks).Read(out var take))
                return Refused(TeleprinterRemarks.TooManyParts,
                    $"More than {options.MaxParagraphs} paragraphs or pictures in a message.");
            if (take is not null)
                takes.Add(take);
        }
        return MessageText.Result(Anpa1312Format.FormatName, text, takes, remarks);
    }

    /// <summary>A message that has lost its SOH starts with a first header line, its US in its place.</summary>
    static bool OpensMessage(ReadOnlySpan<char> text)
    {
        var start = text[..Math.Min(text.Length, 80)].TrimStart("\u0016");
        return start.Length > 5 && start[5] == ControlBytes.Us && Anpa1312Header.ReadFirst(
            start[..(start.IndexOfAny('\r', '\n') is var end and >= 0 ? end : start.Length)]) is not null;
    }

    static bool IsMessage(string content, MessageFrame frame)
    {
        var text = content.AsSpan(frame.Start, frame.End - frame.Start);
        var start = text.TrimStart(" \r\n\f\u0016\u007F\0");
        var end = start.IndexOfAny("\r\n\u0002");
        return text.Contains(ControlBytes.Stx)
            || end is > 0 and < 200 && Anpa1312Header.ReadFirst(start[..end]) is not null;
    }

    static ReadResult Refused(string code, string message) => new()
    {
        Format = Anpa1312Format.FormatName,
        Remarks = [new Remark(code, Severity.Error, 0, 0, 0, message)],
    };
}

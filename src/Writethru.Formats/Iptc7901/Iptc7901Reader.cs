using Writethru.Copy;
using Writethru.Formats.Printed;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Iptc7901;

/// <summary>Bytes of one or more messages to their takes.</summary>
static class Iptc7901Reader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var remarks = new RemarkBook();
        if (MessageText.Decode(bytes, options, remarks) is not { } text)
            return Refused(TeleprinterRemarks.TooLong, $"More than {options.MaxBytes} bytes.");
        return ReadText(text, options, remarks);
    }

    /// <summary>Reads text that is decoded already, as the writer does to see what it could not carry.</summary>
    public static ReadResult ReadText(WireText text, ReadOptions options, RemarkBook remarks)
    {
        var frames = MessageFrames.Find(text.Content, at => OpensMessage(text.Content, at));
        if (frames.Count > options.MaxItems)
            return Refused(TeleprinterRemarks.TooManyMessages, $"More than {options.MaxItems} messages.");
        MessageFrames.NoteNoise(text.Content, frames, frame => IsMessage(text.Content, frame), remarks);
        var takes = new List<Take>();
        foreach (var frame in frames)
        {
            var message = new Iptc7901Message(text.Content, frame, options, remarks);
            if (!message.Read(out var take))
                return Refused(TeleprinterRemarks.TooManyParts,
                    $"More than {options.MaxParagraphs} paragraphs or pictures in a message.");
            if (take is not null)
                takes.Add(take);
        }
        return MessageText.Result(Iptc7901Format.FormatName, text, takes, remarks);
    }

    static bool IsMessage(string content, MessageFrame frame)
    {
        var text = content.AsSpan(frame.Start, frame.End - frame.Start);
        var start = text.TrimStart(" \r\n\u007F\u0016\0");
        var end = start.IndexOfAny("\r\n\u0002");
        return text.Contains(ControlBytes.Stx)
            || end is > 0 and < 200 && Iptc7901Header.Read(start[..end].Trim().ToString()) is not null;
    }

    /// <summary>Without control bytes, a header line behind a trailer or an ETX opens the next message.</summary>
    static bool OpensMessage(string content, int at)
    {
        var end = content.AsSpan(at, Math.Min(content.Length - at, 120)).IndexOfAny('\r', '\n');
        if (end < 7 || !char.IsAsciiLetter(content[at])
            || Iptc7901Header.Read(content.Substring(at, end)) is null)
            return false;
        var last = LastLine(content, ref at);
        return TrailerTime.Read(StoryReference.Is(last) ? LastLine(content, ref at) : last, "") is not null;
    }

    /// <summary>The line that ends before a place, which is moved to where that line starts.</summary>
    static string LastLine(string content, ref int at)
    {
        var before = content.AsSpan(Math.Max(0, at - 120), Math.Min(120, at)).TrimEnd(" \r\n\u007F\0");
        var start = before.LastIndexOfAny('\n', ControlBytes.Etx) + 1;
        at = Math.Max(0, at - 120) + start;
        return before[start..].Trim(" \r").ToString();
    }

    static ReadResult Refused(string code, string message) => new()
    {
        Format = Iptc7901Format.FormatName,
        Remarks = [new Remark(code, Severity.Error, 0, 0, 0, message)],
    };
}

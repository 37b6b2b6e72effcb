using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>One message of an item, as places in the decoded text.</summary>
/// <param name="Start">Its first character, behind SOH.</param>
/// <param name="End">Behind its last character, before EOT.</param>
/// <param name="HasSoh">Whether an SOH opens it.</param>
/// <param name="HasEot">Whether an EOT closes it.</param>
readonly record struct MessageFrame(int Start, int End, bool HasSoh, bool HasEot);

/// <summary>Parts an item into messages: an SOH opens one, an EOT or the next SOH ends it.</summary>
static class MessageFrames
{
    /// <summary>The messages that hold anything but idle characters.</summary>
    /// <param name="content">The decoded text.</param>
    /// <param name="opensMessage">Whether a message without its SOH starts with the line at that place.</param>
    public static List<MessageFrame> Find(string content, Func<int, bool> opensMessage)
    {
        var frames = new List<MessageFrame>();
        var (start, hasSoh) = (0, false);
        for (var i = 0; i < content.Length; i++)
        {
            switch (content[i])
            {
                case ControlBytes.Soh:
                    Close(i, false);
                    (start, hasSoh) = (i + 1, true);
                    break;
                case ControlBytes.Eot:
                    Close(i, true);
                    (start, hasSoh) = (i + 1, false);
                    break;
                case '\n' when !hasSoh && i + 1 < content.Length && opensMessage(i + 1):
                    Close(i + 1, false);
                    start = i + 1;
                    break;
            }
        }
        Close(content.Length, false);
        return frames;

        void Close(int end, bool hasEot)
        {
            if (content.AsSpan(start, end - start).IndexOfAnyExcept(_idle) >= 0)
                frames.Add(new MessageFrame(start, end, hasSoh, hasEot));
        }
    }

    /// <summary>
    /// Takes what stands outside of the messages away, where there are any with an SOH: it is noise of the line, and is
    /// said.
    /// </summary>
    /// <param name="content">The decoded text.</param>
    /// <param name="frames">The messages; noise is removed from them.</param>
    /// <param name="isMessage">Whether what has no SOH is a message all the same.</param>
    /// <param name="remarks">Where it is said.</param>
    public static void NoteNoise(
        string content, List<MessageFrame> frames, Func<MessageFrame, bool> isMessage, RemarkBook remarks)
    {
        if (frames.Exists(frame => frame.HasSoh))
        {
            var noises = frames.FindAll(frame => !frame.HasSoh && !isMessage(frame));
            foreach (var frame in noises)
            {
                var noise = ControlBytes.Strip(
                    content.AsSpan(frame.Start, Math.Min(60, frame.End - frame.Start)), out _);
                remarks.Add(TeleprinterRemarks.TextAfterEnd, Severity.Warning, frame.Start,
                    $"{frame.End - frame.Start} characters outside of a message, '{noise.Trim()}': not part of any "
                        + "copy.");
            }
            frames.RemoveAll(noises.Contains);
        }
        if (frames.Count > 1)
        {
            remarks.Add(TeleprinterRemarks.SeveralMessages, Severity.Note, -1,
                $"{frames.Count} messages in one item: each is a take.");
        }
    }

    static readonly System.Buffers.SearchValues<char> _idle = System.Buffers.SearchValues.Create(
        " \t\r\n\f\0\u0003\u0016\u007F\uFEFF");
}

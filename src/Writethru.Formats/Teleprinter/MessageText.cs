using Writethru.Copy;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.Teleprinter;

/// <summary>What is the same for every item of messages: how it is decoded, and what comes of it.</summary>
static class MessageText
{
    /// <summary>
    /// The text: UTF-8 where it is valid, else the profile's charset, else Windows-1252, for no message declares one.
    /// Null when it is longer than allowed.
    /// </summary>
    public static WireText? Decode(ReadOnlySpan<byte> bytes, ReadOptions options, RemarkBook remarks)
    {
        if (bytes.Length > options.MaxBytes)
            return null;
        var text = WireText.Decode(bytes);
        if (!text.IsGuessed)
            return text;
        if (options.Profile is { Charset.Length: > 0 } profile && Charsets.Find(profile.Charset) is { } encoding
            && encoding.CodePage != text.Encoding.CodePage && encoding.IsSingleByte)
            text = text with { Content = encoding.GetString(bytes[text.BytesBefore..]), Encoding = encoding, Charset = encoding.WebName };
        remarks.Add(TeleprinterRemarks.CharsetGuessed, Severity.Warning, -1,
            $"Not valid UTF-8: read as {text.Charset}.");
        return text;
    }

    /// <summary>The profile of a message: the feed's, else that of the agency it names.</summary>
    public static ProviderProfile? ProfileOf(ReadOptions options, params ReadOnlySpan<string?> names) =>
        options.Profile ?? ProviderProfiles.Recognise(names);

    /// <summary>The takes, or a remark that there is none.</summary>
    public static ReadResult Result(string format, WireText text, List<Take> takes, RemarkBook remarks)
    {
        if (takes.Count == 0)
            remarks.Add(TeleprinterRemarks.Empty, Severity.Error, -1, "No copy in the item: expected a message with text.");
        return new ReadResult
        {
            Format = format,
            Encoding = text.Charset,
            Takes = [.. takes],
            Remarks = remarks.Resolve(text),
        };
    }

    /// <summary>Whether there is anything to file.</summary>
    public static bool HoldsCopy(Take take) => take.Headline.Length > 0 || take.Advisory is not null || !take.Body.IsEmpty
        || !take.Pictures.IsEmpty || !take.Notes.IsEmpty || take.Embargo is not null || take.Status != TakeStatus.Usable;

    /// <summary>Notes control characters that are no part of a frame, nor bells: they were removed.</summary>
    public static void NoteControls(RemarkBook remarks, string content, MessageFrame frame)
    {
        var (first, count) = (-1, 0);
        for (var i = frame.Start; i < frame.End; i++)
        {
            if (!ControlBytes.IsControl(content[i]) || _framing.Contains(content[i]))
                continue;
            first = first < 0 ? i : first;
            count++;
        }
        if (count > 0)
        {
            remarks.Add(TeleprinterRemarks.ControlsRemoved, Severity.Warning, first,
                $"{count} control characters inside a message: expected text; removed.");
        }
    }

    static readonly System.Buffers.SearchValues<char> _framing = System.Buffers.SearchValues.Create(
        "\r\n\f\0\u0002\u0003\u0007\u0016\u007F");
}

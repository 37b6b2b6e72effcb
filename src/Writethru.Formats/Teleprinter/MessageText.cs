using Writethru.Copy;
using Writethru.Formats.Printed;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.Teleprinter;

/// <summary>What is the same for every item of messages: how it is decoded, and what comes of it.</summary>
static class MessageText
{
    /// <summary>
    /// The text: UTF-8 where it is that, else in the profile's charset, else as it is judged, for no message declares
    /// one. Null when it is longer than allowed.
    /// </summary>
    public static WireText? Decode(ReadOnlySpan<byte> bytes, ReadOptions options, RemarkBook remarks)
    {
        if (bytes.Length > options.MaxBytes)
            return null;
        var text = WireText.Decode(bytes, options.Profile?.Charset ?? "");
        text.Note(remarks, TeleprinterRemarks.CharsetGuessed);
        return text;
    }

    /// <summary>The profile of a message: the feed's, else that of the agency it names.</summary>
    public static ProviderProfile? ProfileOf(ReadOptions options, params ReadOnlySpan<string?> names) =>
        options.Profile ?? ProviderProfiles.Recognise(names);

    /// <summary>The takes, or a remark that there is none.</summary>
    public static ReadResult Result(string format, WireText text, List<Take> takes, RemarkBook remarks)
    {
        if (takes.Count == 0)
            remarks.Add(TeleprinterRemarks.Empty, Severity.Error, -1,
                "No copy in the item: expected a message with text.");
        return new ReadResult
        {
            Format = format,
            Encoding = text.Charset,
            CharsetCertainty = text.Certainty,
            Takes = [.. takes],
            Remarks = remarks.Resolve(text),
        };
    }

    /// <summary>Whether there is anything to file.</summary>
    public static bool HoldsCopy(Take take) => take.Headline.Length > 0 || take.Series.Length > 0
        || take.Advisory is not null || !take.Body.IsEmpty || !take.Pictures.IsEmpty || !take.Notes.IsEmpty
        || take.Embargo is not null || take.Status != TakeStatus.Usable;

    /// <summary>
    /// The first STX and the last ETX behind it, -1 where there is none; others are no marks of the frame.
    /// </summary>
    public static (int Stx, int Etx) Marks(
        string content, MessageFrame frame, Func<Severity, Severity> strict, RemarkBook remarks)
    {
        var span = content.AsSpan(frame.Start, frame.End - frame.Start);
        var stx = span.IndexOf(ControlBytes.Stx);
        var etx = span.LastIndexOf(ControlBytes.Etx);
        etx = etx > stx ? etx : -1;
        string?[] missing =
            [frame.HasSoh ? null : "SOH", stx < 0 ? "STX" : null, etx < 0 ? "ETX" : null, frame.HasEot ? null : "EOT"];
        if (missing.Any(name => name is not null))
        {
            remarks.Add(TeleprinterRemarks.FrameBroken, strict(Severity.Note), frame.Start,
                $"A frame without {string.Join(", ", missing.Where(name => name is not null))}: read by its lines.");
        }
        if (span.Count(ControlBytes.Stx) > 1 || span.Count(ControlBytes.Etx) > 1)
        {
            remarks.Add(TeleprinterRemarks.FrameBroken, strict(Severity.Warning), frame.Start,
                "Several STX or ETX: expected one of each; the first STX and the last ETX hold.");
        }
        return (stx < 0 ? -1 : frame.Start + stx, etx < 0 ? -1 : frame.Start + etx);
    }

    /// <summary>
    /// A message that an SOH opens and neither ETX, EOT nor trailer ends was cut off. What binds it may have been in
    /// the rest, so it is withheld until a person has seen it.
    /// </summary>
    public static Take WithheldIfCut(Take take, MessageFrame frame, bool isEnded, RemarkBook remarks)
    {
        if (!frame.HasSoh || frame.HasEot || isEnded)
            return take;
        remarks.Add(TeleprinterRemarks.CutOff, Severity.Warning, frame.End - 1,
            "A message without ETX, trailer and EOT: cut off; what came is kept, and withheld.");
        return take.Status == TakeStatus.Usable ? take with { Status = TakeStatus.Withheld } : take;
    }

    /// <summary>Number of the last line that is neither blank nor a reference; -1 when there is none.</summary>
    public static int LastBeforeReference(List<CopyLine> lines)
    {
        var last = lines.FindLastIndex(line => !line.IsBlank);
        return last > 0 && StoryReference.Is(lines[last].Text)
            ? lines.FindLastIndex(last - 1, line => !line.IsBlank)
            : last;
    }

    /// <summary>
    /// Reads the reference behind the trailer, and keeps whatever else is there, so that nothing is lost.
    /// </summary>
    public static void ReadRest(TakeParts take, List<CopyLine> lines, int first)
    {
        var rest = lines.Skip(Math.Max(0, first)).Where(line => !line.IsBlank).ToList();
        if (rest.Count > 0 && StoryReference.Read(rest[^1].Text, take.Head) is { } identified)
        {
            take.Head = identified;
            rest.RemoveAt(rest.Count - 1);
        }
        if (rest.Count == 0)
            return;
        take.Keep(ExtraNames.Trailer, string.Join('\n', rest.Select(line => line.Text)));
        take.Remarks.Add(TeleprinterRemarks.TextAfterEnd, Severity.Warning, rest[0].At,
            "Text behind the end of the message: kept, not part of the copy.");
    }

    /// <summary>Bells ring for urgent copy; they are no text.</summary>
    public static void RingBells(TakeParts take, string content, MessageFrame frame, RemarkBook remarks)
    {
        var bells = content.AsSpan(frame.Start, frame.End - frame.Start).Count(ControlBytes.Bel);
        if (bells == 0)
            return;
        take.Head = take.Head with { Urgency = take.Head.Urgency is null or > 2 ? 2 : take.Head.Urgency };
        remarks.Add(TeleprinterRemarks.Bells, Severity.Note, frame.Start,
            $"{bells} bells: read as urgency, not as text.");
    }

    /// <summary>Notes control characters that are no part of a frame, nor bells: they were removed.</summary>
    /// <param name="remarks">Where it is said.</param>
    /// <param name="content">The decoded text.</param>
    /// <param name="frame">The message.</param>
    /// <param name="signs">Control characters that the format has a use for; null when none.</param>
    public static void NoteControls(
        RemarkBook remarks, string content, MessageFrame frame, System.Buffers.SearchValues<char>? signs)
    {
        var (first, count) = (-1, 0);
        for (var i = frame.Start; i < frame.End; i++)
        {
            if (!ControlBytes.IsControl(content[i]) || _framing.Contains(content[i])
                || signs?.Contains(content[i]) is true)
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

using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Printed;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Iptc7901;

/// <summary>A take as one message: SOH to EOT, lines of 69 columns at most, CR LF.</summary>
static class Iptc7901Writer
{
    const string LineEnd = "\r\n";
    const string HeadingEnd = " =";
    const int HeadingWidth = TextColumns.Most - 2;

    /// <summary>Where a take names no urgency: the digit of ordinary copy.</summary>
    const int OrdinaryUrgency = 4;

    const int LeastUrgent = 6;

    public static ImmutableArray<Omission> Write(FiledTake filed, Channel channel, IBufferWriter<byte> output)
    {
        var letters = new Transliteration(channel.Charset);
        return ProvedMessage.Write(
            filed, letters, guardsAll => Message(filed, channel, letters, guardsAll), Iptc7901Reader.ReadText, output);
    }

    static string Message(FiledTake filed, Channel channel, Transliteration letters, bool guardsAll)
    {
        var take = Notice.Of(filed);
        var blocks = new CopyWriter(0) { GuardsAll = guardsAll, Letters = letters }.Write(take);
        var message = new StringBuilder();
        message.Append(ControlBytes.Soh).Append(Header(filed, channel, take, blocks)).Append(LineEnd).Append(LineEnd);
        Lines(message, LineWrapper.Wrap(letters.Apply(Slug(take)) + "/", TextColumns.Most));
        message.Append(ControlBytes.Stx);
        Lines(message, Heading(filed, take, letters));
        message.Append(LineEnd);
        foreach (var block in blocks)
        {
            Lines(message, block.Lines);
            message.Append(LineEnd);
        }
        message.Append(ControlBytes.Etx).Append(TrailerTime.Write(filed.FiledAt)).Append(LineEnd)
            .Append(StoryReference.Print(StoryReference.Identified(take, filed))).Append(LineEnd)
            .Append(ControlBytes.Del).Append(LineEnd).Append(ControlBytes.Del).Append(ControlBytes.Eot).Append(LineEnd);
        return message.ToString();
    }

    static string Header(FiledTake filed, Channel channel, Take take, List<WrittenBlock> blocks)
    {
        var number = TransmissionNumber.Of(filed, channel);
        return new Iptc7901Header
        {
            Sequence = Letters.Service(channel) + number,
            Priority = Math.Clamp(take.Urgency ?? OrdinaryUrgency, 1, LeastUrgent),
            Category = Letters.Category(take),
            Words = WordCount.Of(blocks).ToString(CultureInfo.InvariantCulture),
            Agency = Letters.Agency(channel),
            AgencyNumber = number,
        }.Write();
    }

    static string Slug(Take take) => string.Join(' ',
        CopyText.Clean(take.Slug).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The heading's lines, the last of them with its end. Where two could be taken for one, the headline is guarded.
    /// </summary>
    static List<string> Heading(FiledTake filed, Take take, Transliteration letters)
    {
        List<string> lines = [];
        foreach (var part in HeadingWriter.Write(filed, take))
        {
            var wrapped = LineWrapper.Wrap(letters.Apply(part), HeadingWidth, 0, MayStart);
            var mayGoOn = lines.Count > 0 && wrapped[0][0] is not ('(' or CopyLabels.Guard)
                && !wrapped[0].StartsWith("By ", StringComparison.Ordinal)
                && LineJoiner.Between(CopyText.Line(lines[^1], 0), CopyText.Line(wrapped[0], 0), HeadingWidth) != "\n";
            lines.AddRange(mayGoOn
                ? LineWrapper.Wrap($"{CopyLabels.Guard} {letters.Apply(part)}", HeadingWidth, 0, MayStart)
                : wrapped);
        }
        if (lines.Count == 0)
            return ["="];
        lines[^1] += HeadingEnd;
        return lines;
    }

    /// <summary>A further line of a heading must not look like a line of its own, nor like its end.</summary>
    static bool MayStart(string word) => word[0] is not ('(' or CopyLabels.Guard or '=')
        && word is not ("By" or "Von") && TakeKeys.OfLine(word) is null;

    static void Lines(StringBuilder message, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            message.Append(line).Append(LineEnd);
    }
}

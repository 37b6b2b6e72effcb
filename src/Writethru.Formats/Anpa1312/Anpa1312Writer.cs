using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Printed;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>A take as one message: SYN SYN SOH to EOT, paragraphs with a tab, heading lines with <c>^</c>.</summary>
static class Anpa1312Writer
{
    const string LineEnd = "\r\n";
    const string Indent = "\t   ";

    /// <summary>DC3 DC1: ordinary text, whose lines may be set anew.</summary>
    const string Ordinary = "\u0013\u0011";

    const int MostKeywords = 40;

    /// <summary>What American wires have set for these since the TTS.</summary>
    static readonly FrozenDictionary<string, string> _signs = new Dictionary<string, string>
    {
        ["—"] = "_", ["“"] = "``", ["”"] = "''",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The header is read by machines that know no other letters.</summary>
    static readonly Transliteration _ascii = new("us-ascii");

    public static ImmutableArray<Omission> Write(FiledTake filed, Channel channel, IBufferWriter<byte> output)
    {
        var letters = new Transliteration(channel.Charset, _signs);
        return ProvedMessage.Write(
            filed, letters, guardsAll => Message(filed, channel, letters, guardsAll), Anpa1312Reader.ReadText, output);
    }

    static string Message(FiledTake filed, Channel channel, Transliteration letters, bool guardsAll)
    {
        var take = Notice.Of(filed);
        var blocks = new CopyWriter(Indent.Length) { GuardsAll = guardsAll, Letters = letters }.Write(take);
        var words = WordCount.Of(blocks).ToString(CultureInfo.InvariantCulture);
        var message = new StringBuilder();
        message.Append(ControlBytes.Syn).Append(ControlBytes.Syn).Append(ControlBytes.Soh)
            .Append(Letters.Service(channel)[0]).Append(TransmissionNumber.Of(filed, channel))
            .Append(ControlBytes.Us).Append(Anpa1312Header.Everybody).Append(LineEnd);
        var (slug, key) = (letters.Apply(OneLine(take.Slug)), letters.Apply(Key(filed, take)));
        WriteSecondLine(message, filed, take, $"{slug} {key}", words);
        message.Append(ControlBytes.Stx);
        WriteHeading(message, $"{slug}{(key.Length > 0 ? $", {key}" : "")},{words}");
        foreach (var line in HeadingWriter.Write(filed, take, hasKey: true))
            WriteHeading(message, letters.Apply(line));
        WriteBlocks(message, blocks);
        message.Append(ControlBytes.Etx).Append(Anpa1312Trailer.Write(Agency(channel), filed.FiledAt)).Append(LineEnd)
            .Append(StoryReference.Print(StoryReference.Identified(take, filed))).Append(LineEnd)
            .Append(ControlBytes.FormFeed).Append(ControlBytes.Eot).Append(LineEnd);
        return message.ToString();
    }

    static void WriteSecondLine(StringBuilder message, FiledTake filed, Take take, string keywords, string words)
    {
        var at = filed.FiledAt.UtcDateTime;
        var plain = _ascii.Apply(keywords).Trim();
        message.Append(Anpa1312Priorities.LetterOf(take.Urgency)).Append(' ')
            .Append(Letters.Category(take)).Append(Ordinary)
            .Append(plain.Length > MostKeywords ? plain[..MostKeywords].TrimEnd() : plain)
            .Append(CultureInfo.InvariantCulture, $"     {at.Month:D2}-{at.Day:D2} {words}").Append(LineEnd);
    }

    /// <summary>
    /// A kill or a hold before all; the series where it is a take key and says what the cause does; else the key of the
    /// cause.
    /// </summary>
    static string Key(FiledTake filed, Take take)
    {
        if (take.Status != TakeStatus.Usable)
            return take.Status == TakeStatus.Canceled ? HeadingWords.Kill : HeadingWords.Hold;
        var key = TakeKeys.OnKeywordLine(filed);
        var series = OneLine(take.Series);
        var isKey = TakeKeys.IsKey(series) && !series.Contains(',');
        return isKey && (key.Length == 0 || TakeKeys.SignalOf(series) == TakeKeys.SignalOf(key)) ? series : key;
    }

    /// <summary>A line of the heading; no word before its end may look like the end.</summary>
    static void WriteHeading(StringBuilder message, string text)
    {
        var isByline = text.StartsWith("By ", StringComparison.Ordinal);
        var words = text.Split(' ')
            .Select(word => word.Length > 1 && word[^1] is '<' or '=' ? $"{word[..^1]} {word[^1]}" : word);
        var lines = LineWrapper.Wrap($"^{string.Join(' ', words)}", TextColumns.Most - 1, 0,
            word => word[0] is not '^');
        foreach (var line in lines.SkipLast(1))
            message.Append(line).Append(LineEnd);
        message.Append(lines[^1]).Append(isByline ? '=' : '<').Append(LineEnd);
    }

    /// <summary>Running text is indented; lists and tables stand at the margin, between empty lines.</summary>
    static void WriteBlocks(StringBuilder message, List<WrittenBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is { IsRunning: true, Lines: [['#', '#', ' ', ..], ..] }
                && !block.Lines.Exists(line => line.Contains('<')))
            {
                WriteHeading(message, string.Join(' ', block.Lines)[3..]);
                continue;
            }
            if (!block.IsRunning)
                message.Append(LineEnd);
            for (var i = 0; i < block.Lines.Count; i++)
                message.Append(Before(block, i)).Append(block.Lines[i]).Append(LineEnd);
            if (!block.IsRunning)
                message.Append(LineEnd);
        }
    }

    /// <summary>A tab opens a paragraph; a space keeps a line from being one of the heading.</summary>
    static string Before(WrittenBlock block, int line) =>
        line == 0 && block.IsRunning ? Indent : block.Lines[line][0] == '^' ? " " : "";

    static string Agency(Channel channel)
    {
        var letters = string.Concat(channel.Provider.Where(char.IsAsciiLetter).Take(5)).ToUpperInvariant();
        return letters.Length > 1 ? letters : "WTU";
    }

    static string OneLine(string text) => string.Join(' ',
        CopyText.Clean(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Binding;

namespace Writethru.Formats;

/// <summary>Received bytes as text.</summary>
/// <param name="Content">The text without its byte order mark; always valid UTF-16.</param>
/// <param name="Encoding">How it was decoded, and how byte offsets are counted.</param>
/// <param name="Charset">IANA name of the charset.</param>
/// <param name="BytesBefore">Bytes of the byte order mark, and of what else stands before the text.</param>
/// <param name="IsGuessed">Whether neither a mark nor UTF-8 says so.</param>
sealed record WireText(string Content, Encoding Encoding, string Charset, int BytesBefore, bool IsGuessed)
{
    static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Bytes that are not UTF-8, in text that is; empty in any other charset.</summary>
    public ImmutableArray<ReplacedBytes> Replaced { get; init; } = [];

    /// <summary>How sure the charset is, 0 to 1; 1 where it is not guessed.</summary>
    public double Certainty { get; init; } = 1;

    /// <summary>The charset and how sure it is, for people.</summary>
    public string Judgement => string.Create(CultureInfo.InvariantCulture, $"{Charset}, {Certainty * 100:0} % sure");

    /// <summary>
    /// Decodes by byte order mark, else as UTF-8, of which a few bytes may be broken, else in the provider's charset,
    /// else in the one that the bytes are judged to be in.
    /// </summary>
    /// <param name="bytes">The received bytes.</param>
    /// <param name="charset">The charset of the provider's profile; empty, unknown or ASCII: it is judged.</param>
    public static WireText Decode(ReadOnlySpan<byte> bytes, string charset = "")
    {
        if (KnownOf(bytes) is { } known)
            return known;
        if (charset.Length > 0 && Charsets.Named(charset) is { } usual and not ASCIIEncoding)
            return Labelled(bytes, usual, charset);
        var judged = JudgedCharset.Of(bytes);
        return new WireText(judged.Encoding.GetString(bytes), judged.Encoding, judged.Encoding.WebName, 0,
            IsGuessed: true) { Certainty = judged.Certainty };
    }

    /// <summary>
    /// The text in the charset of a label, or in the larger one that is sent under it where the bytes need that. What
    /// has no character is U+FFFD.
    /// </summary>
    public static WireText Labelled(ReadOnlySpan<byte> bytes, Encoding named, string label)
    {
        var exact = In(bytes, named);
        if (FaultsOf(exact) is not (> 0 and var faults) || Charsets.Find(label) is not { } meant
            || meant.CodePage == named.CodePage)
            return exact;
        var larger = In(bytes, meant);
        return FaultsOf(larger) < faults ? larger : exact;

        static int FaultsOf(WireText text) =>
            text.Content.AsSpan().Count('\uFFFD') + text.Content.Count(c => c is >= '\u0080' and <= '\u009F');
    }

    static WireText In(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var replacing = (Encoding)encoding.Clone();
        replacing.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return new WireText(replacing.GetString(bytes), replacing, encoding.WebName, 0, IsGuessed: false);
    }

    /// <summary>
    /// Decodes the first bytes for a look at them, cut where no UTF-8 character is torn. Nothing is judged: what is not
    /// UTF-8 is shown in Windows-1252, in which ASCII reads as in any other.
    /// </summary>
    public static WireText DecodeStart(ReadOnlySpan<byte> bytes, int most)
    {
        var start = Start(bytes, most);
        return KnownOf(start)
            ?? new WireText(_windows1252.GetString(start), _windows1252, _windows1252.WebName, 0, IsGuessed: true);
    }

    /// <summary>The first bytes, cut where no UTF-8 character is torn.</summary>
    public static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes, int most)
    {
        if (bytes.Length <= most)
            return bytes;
        var end = most;
        while (end > most - 4 && (bytes[end] & 0xC0) == 0x80)
            end--;
        return bytes[..end];
    }

    /// <summary>How many bytes a part of the text was.</summary>
    public int BytesOf(int at, int length)
    {
        const int BytesOfReplacement = 3;
        var bytes = Encoding.GetByteCount(Content.AsSpan(at, length));
        foreach (var replaced in Replaced)
        {
            if (replaced.At >= at && replaced.At < at + length)
                bytes += replaced.Bytes - BytesOfReplacement;
        }
        return bytes;
    }

    /// <summary>The text from a place on; what stands before it is none of it.</summary>
    public WireText From(int at) => at == 0 ? this : this with
    {
        Content = Content[at..],
        BytesBefore = BytesBefore + BytesOf(0, at),
        Replaced = [.. Replaced.Where(replaced => replaced.At >= at).Select(r => r with { At = r.At - at })],
    };

    /// <summary>Says which bytes are no characters, and how sure a guess is.</summary>
    /// <param name="remarks">Where.</param>
    /// <param name="guessed">The format's code of a guess.</param>
    public void Note(RemarkBook remarks, string guessed)
    {
        if (IsGuessed)
        {
            remarks.Add(guessed, Severity.Warning, -1, $"Not valid UTF-8: read as {Judgement}.");
        }
        foreach (var replaced in Replaced)
        {
            remarks.Add(BindingRemarks.BrokenBytes, Severity.Warning, replaced.At,
                $"Found {replaced.Bytes} bytes that are not UTF-8: shown as U+FFFD.");
        }
    }

    /// <summary>What a mark or UTF-8 says; null when neither does.</summary>
    static WireText? KnownOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return new WireText(Encoding.Unicode.GetString(bytes[2..]), Encoding.Unicode, "utf-16le", 2, false);
        if (bytes is [0xFE, 0xFF, ..])
        {
            return new WireText(
                Encoding.BigEndianUnicode.GetString(bytes[2..]), Encoding.BigEndianUnicode, "utf-16be", 2, false);
        }
        var mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        return Utf8Text.Read(bytes[mark..]) is { } text
            ? new WireText(text.Content, Encoding.UTF8, "utf-8", mark, IsGuessed: false) { Replaced = text.Replaced }
            : null;
    }
}

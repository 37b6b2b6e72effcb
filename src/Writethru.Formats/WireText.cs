using System.Text;

namespace Writethru.Formats;

/// <summary>Received bytes as text.</summary>
/// <param name="Content">The text without its byte order mark; always valid UTF-16.</param>
/// <param name="Encoding">How it was decoded, and how byte offsets are counted.</param>
/// <param name="Charset">IANA name of the charset.</param>
/// <param name="BytesBefore">Bytes of the byte order mark.</param>
/// <param name="IsGuessed">Whether neither a mark nor valid UTF-8 says so.</param>
sealed record WireText(string Content, Encoding Encoding, string Charset, int BytesBefore, bool IsGuessed)
{
    static readonly Encoding _windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Decodes by byte order mark, else as strict UTF-8, else in the provider's charset, else as Windows-1252, in which
    /// every byte is a character.
    /// </summary>
    /// <param name="bytes">The received bytes.</param>
    /// <param name="charset">
    /// The charset of the provider's profile; empty, unknown or ASCII: Windows-1252, as a guess.
    /// </param>
    public static WireText Decode(ReadOnlySpan<byte> bytes, string charset = "")
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return TryUtf8(bytes[3..]) is { } marked
                ? new WireText(marked, Encoding.UTF8, "utf-8", 3, IsGuessed: false)
                : new WireText(_windows1252.GetString(bytes[3..]), _windows1252, "windows-1252", 3, IsGuessed: true);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new WireText(Encoding.Unicode.GetString(bytes[2..]), Encoding.Unicode, "utf-16le", 2, false);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new WireText(
                Encoding.BigEndianUnicode.GetString(bytes[2..]), Encoding.BigEndianUnicode, "utf-16be", 2, false);
        }
        if (TryUtf8(bytes) is { } text)
            return new WireText(text, Encoding.UTF8, "utf-8", 0, IsGuessed: false);
        return charset.Length > 0 && Charsets.Find(charset) is { } known and not ASCIIEncoding
            ? new WireText(known.GetString(bytes), known, known.WebName, 0, IsGuessed: false)
            : new WireText(_windows1252.GetString(bytes), _windows1252, "windows-1252", 0, IsGuessed: true);
    }

    /// <summary>Decodes the first bytes for a look at them, cut where no UTF-8 character is torn.</summary>
    public static WireText DecodeStart(ReadOnlySpan<byte> bytes, int most)
    {
        if (bytes.Length <= most)
            return Decode(bytes);
        var end = most;
        while (end > most - 4 && (bytes[end] & 0xC0) == 0x80)
            end--;
        return Decode(bytes[..end]);
    }

    static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            return null;
        return Encoding.UTF8.GetString(bytes);
    }
}

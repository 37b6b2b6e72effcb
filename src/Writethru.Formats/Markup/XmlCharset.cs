using System.Buffers;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Markup;

/// <summary>
/// Decodes the bytes of a document in XML: by its mark, its declaration, the provider's default, a guess.
/// </summary>
static class XmlCharset
{
    const int MostOfDeclaration = 512, Utf8CodePage = 65001;

    static readonly SearchValues<char> _valueEnds = SearchValues.Create("\"' \t\r\n?");

    /// <summary>The text; every byte is a character of it. What the bytes contradict is in the remarks.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="usual">The charset of the provider's profile; empty when none.</param>
    /// <param name="remarks">Where doubts go.</param>
    public static WireText Decode(ReadOnlySpan<byte> bytes, string usual, RemarkBook remarks)
    {
        if (Wide(bytes) is { } wide32)
            return wide32;
        if (HasMark(bytes))
            return WireText.Decode(bytes);
        if (bytes is [0, (byte)'<', ..])
            return Exactly(bytes, Encoding.BigEndianUnicode, "utf-16be");
        if (bytes is [(byte)'<', 0, ..])
            return Exactly(bytes, Encoding.Unicode, "utf-16le");
        var declared = Declared(bytes);
        var named = declared.Length > 0 ? Charsets.Find(declared) : null;
        if (named is { CodePage: not Utf8CodePage } and not ASCIIEncoding && named.GetByteCount("<") == 1)
            return AsDeclared(bytes, named, declared, remarks);
        if (declared.Length == 0 && usual.Length > 0 && !System.Text.Unicode.Utf8.IsValid(bytes)
            && Charsets.Find(usual) is { } known)
            return Exactly(bytes, known, known.WebName);
        var text = WireText.Decode(bytes);
        if (text.IsGuessed)
        {
            remarks.Add(declared.Length > 0 ? XmlRemarks.CharsetWrong : XmlRemarks.CharsetGuessed, Severity.Warning, -1,
                declared.Length > 0
                    ? $"Found bytes that are not {Quoted.Short(declared)}, as declared: read as {text.Charset}."
                    : $"No charset declared and not UTF-8: read as {text.Charset}.");
        }
        else if (declared.Length > 0 && !Fits(named, bytes))
        {
            remarks.Add(XmlRemarks.CharsetWrong, Severity.Warning, -1,
                $"Found the charset '{Quoted.Short(declared)}', which is not known or does not fit: "
                    + $"read as {text.Charset}.");
        }
        return text;
    }

    /// <summary>
    /// UTF-32, by its mark or by how its first character lies (XML 1.0, F.1); null for anything else.
    /// </summary>
    static WireText? Wide(ReadOnlySpan<byte> bytes)
    {
        var (isWide, isBig, mark) = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => (true, false, 4),
            [0, 0, 0xFE, 0xFF, ..] => (true, true, 4),
            [(byte)'<', 0, 0, 0, ..] => (true, false, 0),
            [0, 0, 0, (byte)'<', ..] => (true, true, 0),
            _ => default,
        };
        if (!isWide)
            return null;
        var encoding = new UTF32Encoding(isBig, byteOrderMark: false);
        return new WireText(
            encoding.GetString(bytes[mark..]), encoding, isBig ? "utf-32be" : "utf-32le", mark, IsGuessed: false);
    }

    static bool HasMark(ReadOnlySpan<byte> bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    static WireText Exactly(ReadOnlySpan<byte> bytes, Encoding encoding, string charset) =>
        new(encoding.GetString(bytes), encoding, charset, 0, IsGuessed: false);

    /// <summary>
    /// A charset of one or several bytes a character. Bytes that it cannot have are U+FFFD and said; what is UTF-8
    /// under a name of several bytes is read as UTF-8 and said.
    /// </summary>
    static WireText AsDeclared(ReadOnlySpan<byte> bytes, Encoding named, string declared, RemarkBook remarks)
    {
        var strict = (Encoding)named.Clone();
        strict.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        var text = Exactly(bytes, strict, named.WebName);
        var isBroken = text.Content.Contains('\uFFFD', StringComparison.Ordinal);
        if (IsUtf8(bytes) && (isBroken || !named.IsSingleByte))
        {
            text = WireText.Decode(bytes);
            remarks.Add(XmlRemarks.CharsetWrong, Severity.Warning, -1,
                $"Found UTF-8 where {Quoted.Short(declared)} was declared: read as {text.Charset}.");
        }
        else if (isBroken)
        {
            remarks.Add(XmlRemarks.CharsetWrong, Severity.Warning, -1,
                $"Found bytes that are not {Quoted.Short(declared)}, as declared: each is shown as U+FFFD.");
        }
        return text;
    }

    /// <summary>
    /// Valid UTF-8 with a character of three bytes: copy in any other charset of several bytes never is, but for a word
    /// or two.
    /// </summary>
    static bool IsUtf8(ReadOnlySpan<byte> bytes) =>
        bytes.ContainsAnyInRange((byte)0xE0, (byte)0xEF) && System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>Whether bytes that are valid UTF-8 are what they were declared to be.</summary>
    static bool Fits(Encoding? named, ReadOnlySpan<byte> bytes) => named is { CodePage: Utf8CodePage }
        || named is ASCIIEncoding && System.Text.Ascii.IsValid(bytes);

    /// <summary>The name of the charset in the declaration (XML 1.0, 4.3.3); empty when it has none.</summary>
    static string Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MostOfDeclaration)]);
        var open = start.IndexOf("<?xml", StringComparison.Ordinal);
        var close = open < 0 ? -1 : start.IndexOf("?>", open, StringComparison.Ordinal);
        var key = close < 0 ? -1 : start.IndexOf("encoding", open, close - open, StringComparison.Ordinal);
        if (key < 0)
            return "";
        var value = start.AsSpan(key + "encoding".Length, close - key - "encoding".Length).TrimStart("= \t\r\n\"'");
        var end = value.IndexOfAny(_valueEnds);
        return (end < 0 ? value : value[..end]).ToString();
    }
}

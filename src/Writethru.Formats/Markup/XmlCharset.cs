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
    const int MostBeforeDeclaration = 4_096, MostOfDeclaration = 512, Utf8CodePage = 65001;

    const string Any = "windows-1252";

    static readonly SearchValues<char> _valueEnds = SearchValues.Create("\"' \t\r\n?");

    /// <summary>The text; every byte is a character of it. What the bytes contradict is in the remarks.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="usual">The charset of the provider's profile; empty when none.</param>
    /// <param name="remarks">Where doubts go.</param>
    public static WireText Decode(ReadOnlySpan<byte> bytes, string usual, RemarkBook remarks) =>
        Decode(bytes, usual, "", remarks);

    /// <summary>The text for a look at it, in which nothing is judged: names of elements are the same in any.</summary>
    public static WireText DecodeStart(ReadOnlySpan<byte> bytes) => Decode(bytes, Any, Any, new RemarkBook());

    static WireText Decode(ReadOnlySpan<byte> bytes, string undeclared, string contradicted, RemarkBook remarks)
    {
        if (Wide(bytes) is { } wide32)
            return wide32;
        if (HasMark(bytes))
            return Broken(WireText.Decode(bytes), remarks);
        if (bytes is [0, (byte)'<', ..])
            return Exactly(bytes, Encoding.BigEndianUnicode, "utf-16be");
        if (bytes is [(byte)'<', 0, ..])
            return Exactly(bytes, Encoding.Unicode, "utf-16le");
        var declared = Declared(bytes);
        var named = declared.Length > 0 ? Charsets.Named(declared) : null;
        if (named is { CodePage: not Utf8CodePage } and not ASCIIEncoding && named.GetByteCount("<") == 1)
            return AsDeclared(bytes, named, declared, remarks);
        var text = WireText.Decode(bytes, declared.Length == 0 ? undeclared : contradicted);
        if (text.IsGuessed)
        {
            remarks.Add(declared.Length > 0 ? XmlRemarks.CharsetWrong : XmlRemarks.CharsetGuessed, Severity.Warning, -1,
                (declared.Length > 0
                    ? $"Found bytes that are not {Quoted.Short(declared)}, as declared"
                    : "No charset declared and not UTF-8") + $": read as {text.Judgement}.");
        }
        else if (declared.Length > 0 && !Fits(named, bytes))
        {
            remarks.Add(XmlRemarks.CharsetWrong, Severity.Warning, -1,
                $"Found the charset '{Quoted.Short(declared)}', which is not known or does not fit: "
                    + $"read as {text.Charset}.");
        }
        return Broken(text, remarks);
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
        if (IsUtf8(bytes, named))
        {
            var utf8 = WireText.Decode(bytes);
            remarks.Add(XmlRemarks.CharsetWrong, Severity.Warning, -1,
                $"Found UTF-8 where {Quoted.Short(declared)} was declared: read as {utf8.Charset}.");
            return Broken(utf8, remarks);
        }
        var text = WireText.Labelled(bytes, named, declared);
        if (text.Content.Contains('\uFFFD', StringComparison.Ordinal))
        {
            remarks.Add(XmlRemarks.CharsetWrong, Severity.Warning, -1,
                $"Found bytes that are not {Quoted.Short(declared)}, as declared: each is shown as U+FFFD.");
        }
        return text;
    }

    /// <summary>Says where bytes of a document in UTF-8 are none.</summary>
    static WireText Broken(WireText text, RemarkBook remarks)
    {
        foreach (var replaced in text.Replaced)
        {
            remarks.Add(XmlRemarks.CharsetWrong, Severity.Warning, replaced.At,
                $"Found {replaced.Bytes} bytes that are not UTF-8: shown as U+FFFD.");
        }
        return text;
    }

    /// <summary>
    /// Whether bytes are UTF-8 under another name. Copy in another charset hardly ever is: that takes a character of
    /// three bytes, or several of two, or one whose first byte would be a letter that seldom stands before a sign.
    /// </summary>
    static bool IsUtf8(ReadOnlySpan<byte> bytes, Encoding named)
    {
        const int Several = 3;
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) || Utf8Text.Read(bytes) is not { } text)
            return false;
        var isOfThree = bytes.ContainsAnyInRange((byte)0xE0, (byte)0xEF);
        if (!named.IsSingleByte)
            return isOfThree && text.Replaced.IsEmpty;
        return isOfThree || bytes.ContainsAny((byte)0xC2, (byte)0xC3)
            || text.Content.Count(c => c is >= '\u0080' and < '\u0800') >= Several;
    }

    /// <summary>Whether bytes that are valid UTF-8 are what they were declared to be.</summary>
    static bool Fits(Encoding? named, ReadOnlySpan<byte> bytes) => named is { CodePage: Utf8CodePage }
        || named is ASCIIEncoding && System.Text.Ascii.IsValid(bytes);

    /// <summary>The name of the charset in the declaration (XML 1.0, 4.3.3); empty when it has none.</summary>
    static string Declared(ReadOnlySpan<byte> bytes)
    {
        var open = bytes[..Math.Min(bytes.Length, MostBeforeDeclaration)].IndexOf("<?xml"u8);
        if (open < 0 || bytes[..open].Contains((byte)'<'))
            return "";
        var start = Encoding.Latin1.GetString(bytes.Slice(open, Math.Min(bytes.Length - open, MostOfDeclaration)));
        var close = start.IndexOf("?>", StringComparison.Ordinal);
        var key = close < 0 ? -1 : start.IndexOf("encoding", 0, close, StringComparison.Ordinal);
        if (key < 0)
            return "";
        var value = start.AsSpan(key + "encoding".Length, close - key - "encoding".Length).TrimStart("= \t\r\n\"'");
        var end = value.IndexOfAny(_valueEnds);
        return (end < 0 ? value : value[..end]).ToString();
    }
}

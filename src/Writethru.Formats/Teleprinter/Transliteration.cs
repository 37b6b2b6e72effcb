using System.Globalization;
using System.Text;

namespace Writethru.Formats.Teleprinter;

/// <summary>
/// Text in a charset that lacks some of its letters: they are written in others, never as question marks.
/// </summary>
/// <remarks>
/// Tried in this order: the table (punctuation, German, Nordic, Cyrillic, Greek, Arabic, kana), the letter without its
/// marks, the sounds of a Korean syllable. What is left, such as a Chinese letter, is written by its number:
/// <c>[U+6E2F]</c>.
/// </remarks>
sealed class Transliteration
{
    static readonly EncoderReplacementFallback _nothing = new("");

    readonly Encoding _encoding;
    readonly bool _isUnicode;
    readonly IReadOnlyDictionary<string, string> _own;

    /// <param name="charset">The name of the channel's charset; an unknown one is taken for UTF-8.</param>
    /// <param name="own">What the format has for a letter in its own way; null when nothing.</param>
    public Transliteration(string charset, IReadOnlyDictionary<string, string>? own = null)
    {
        _own = own ?? new Dictionary<string, string>();
        _encoding = Charsets.Named(charset) is { IsSingleByte: true } narrow
            ? CodePagesEncodingProvider.Instance.GetEncoding(narrow.CodePage, _nothing,
                DecoderFallback.ReplacementFallback)
                ?? Encoding.GetEncoding(narrow.CodePage, _nothing, DecoderFallback.ReplacementFallback)
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        _isUnicode = !_encoding.IsSingleByte;
    }

    /// <summary>How the bytes are written.</summary>
    public Encoding Encoding => _encoding;

    /// <summary>Whether the charset lacks a character of the text.</summary>
    public bool IsNeeded(string text) => !_isUnicode && !CanEncode(text);

    /// <summary>The text in characters that the charset has.</summary>
    public string Apply(string text)
    {
        if (!IsNeeded(text))
            return text;
        var written = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
            Append(written, rune);
        return written.ToString();
    }

    void Append(StringBuilder written, Rune rune)
    {
        var letter = rune.ToString();
        if (CanEncode(letter))
            written.Append(letter);
        else if (_own.TryGetValue(letter, out var own))
            written.Append(own);
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
            written.Append(' ');
        else if (LetterTable.Find(rune) is { } known)
            written.Append(IsFraction(rune) && written.Length > 0 && char.IsAsciiDigit(written[^1]) ? " " : "")
                .Append(known);
        else if (Bare(letter) is { } bare)
            written.Append(bare);
        else if (rune.Value is >= 0xAC00 and <= 0xD7A3)
            written.Append(LetterTable.Korean(rune.Value));
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format
            or UnicodeCategory.EnclosingMark))
            written.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
    }

    /// <summary>Two and a half is <c>2 1/2</c>; without the space it would be twenty-one halves.</summary>
    static bool IsFraction(Rune rune) => rune.Value is '¼' or '½' or '¾';

    /// <summary>The letter without its marks, when the charset has that.</summary>
    string? Bare(string letter)
    {
        if (letter.Length > 1 || BareLetters.Of(letter[0]) is not { } bare)
            return null;
        var written = LetterTable.Find(new Rune(bare)) ?? bare.ToString();
        return CanEncode(written) ? written : null;
    }

    bool CanEncode(string text)
    {
        if (_isUnicode || Ascii.IsValid(text))
            return true;
        foreach (var c in text)
        {
            if (c > '\u007F' && !Has(c))
                return false;
        }
        return true;
    }

    /// <summary>
    /// A letter that the charset lacks gives no byte. Some code pages give a letter that only looks alike.
    /// </summary>
    bool Has(char c)
    {
        Span<byte> bytes = stackalloc byte[4];
        Span<char> back = stackalloc char[4];
        var count = _encoding.GetBytes([c], bytes);
        return count == 1 && _encoding.GetChars(bytes[..1], back) == 1 && back[0] == c;
    }
}

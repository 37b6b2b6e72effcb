using System.Globalization;
using System.Text;

namespace Writethru.Formats.Teleprinter;

/// <summary>Width of text in columns: two for East Asian letters and emoji, none for combining marks.</summary>
static class TextColumns
{
    /// <summary>Longest line of a message (IPTC 7901: 69 characters).</summary>
    public const int Most = 69;

    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Of(rune);
        return columns;
    }

    /// <summary>
    /// Letters between which a line may break without a space, as Chinese and Japanese do; Korean does not.
    /// </summary>
    public static bool IsIdeograph(char c) =>
        c is >= '\u3000' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uFF00' and <= '\uFF60';

    /// <summary>The first text element, with the marks that stand on it.</summary>
    public static ReadOnlySpan<char> FirstElement(ReadOnlySpan<char> text) =>
        text[..Math.Max(1, StringInfo.GetNextTextElementLength(text))];

    static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format)
            return 0;
        return rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
            or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60
            or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD ? 2 : 1;
    }
}

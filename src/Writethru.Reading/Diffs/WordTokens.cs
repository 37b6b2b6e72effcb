using System.Globalization;

namespace Writethru.Reading.Diffs;

/// <summary>Parts text into tokens: words, numbers, stretches of space, and signs one by one.</summary>
/// <remarks>
/// A character of a script that parts no words by spaces, or glues endings to them (Han, kana, Hangul), is a token of
/// its own. A grapheme cluster is never parted.
/// </remarks>
static class WordTokens
{
    /// <summary>
    /// The next token: from <paramref name="start"/> to <paramref name="at"/>; false at the end of the text.
    /// </summary>
    public static bool TryNext(ReadOnlySpan<char> text, ref int at, out int start)
    {
        start = at;
        if (at >= text.Length)
            return false;
        if (text[at] == ' ' && (at + 1 == text.Length || IsOfAWord(text[at + 1])))
        {
            at++; // as most often: one space, then a word
        }
        else if (char.IsWhiteSpace(text[at]))
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
        }
        else if (IsOfAWord(text[at]))
        {
            at++;
            while (at < text.Length && (IsOfAWord(text[at]) || IsInsideWord(text, at)))
                at++;
        }
        else
        {
            at += StringInfo.GetNextTextElementLength(text[at..]);
        }
        return true;
    }

    /// <summary>Whether the token that starts there is a word, a number or a character that stands for one.</summary>
    public static bool IsWord(ReadOnlySpan<char> text, int start) =>
        char.IsLetterOrDigit(text[start]) || char.IsSurrogate(text[start]);

    /// <summary>Whether most letters of a text are tokens by themselves: Chinese, Japanese, Korean.</summary>
    public static bool AreCharacters(ReadOnlySpan<char> text)
    {
        var balance = 0;
        foreach (var c in text)
            balance += StandsAlone(c) ? 1 : char.IsLetter(c) ? -1 : 0;
        return balance > 0;
    }

    /// <summary>Letters with marks on them, and digits; not those that are tokens by themselves.</summary>
    static bool IsOfAWord(char c) => c < 0x80
        ? char.IsAsciiLetterOrDigit(c)
        : !StandsAlone(c) && (char.IsLetterOrDigit(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format);

    /// <summary>Hangul, kana and Han, from the radicals on; compatibility forms as well.</summary>
    static bool StandsAlone(char c) => c is >= '\u1100' and <= '\u11FF' or >= '\u2E80' and <= '\uA4CF'
        or >= '\uAC00' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFFDC';

    /// <summary>The apostrophe of "don't", the point and comma of "1,250.5", the hyphen of "write-thru".</summary>
    static bool IsInsideWord(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || !IsOfAWord(text[at + 1]))
            return false;
        return text[at] is '\'' or '’' or '-' || text[at] is '.' or ',' or ':'
            && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
    }
}

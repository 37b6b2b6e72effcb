namespace Writethru.Formats.Printed;

/// <summary>A parenthesis at the end of a paragraph.</summary>
/// <param name="Start">Where it opens.</param>
/// <param name="Inside">Its text without the brackets.</param>
readonly record struct Bracket(int Start, string Inside);

/// <summary>Finds the parentheses with which a paragraph ends.</summary>
static class Brackets
{
    const int Most = 4;
    const int Longest = 2_000;

    /// <summary>The last parentheses that have only white space between them and the end, in reading order.</summary>
    public static List<Bracket> Trailing(string text)
    {
        var found = new List<Bracket>();
        var end = text.Length;
        while (found.Count < Most && end > 2 && IsClose(text[end - 1]) && Open(text, end - 1) is { } start)
        {
            found.Insert(0, new Bracket(start, text[(start + 1)..(end - 1)].Trim()));
            end = start;
            while (end > 0 && text[end - 1] is ' ' or '\u00A0')
                end--;
        }
        return found;
    }

    static bool IsOpen(char c) => c is '(' or '[' or '（' or '【';

    static bool IsClose(char c) => c is ')' or ']' or '）' or '】';

    static int? Open(string text, int close)
    {
        var depth = 0;
        for (var i = close; i >= 0 && close - i <= Longest; i--)
        {
            if (IsClose(text[i]))
                depth++;
            else if (IsOpen(text[i]) && --depth == 0)
                return i;
        }
        return null;
    }
}

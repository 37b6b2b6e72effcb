using System.Text;

namespace Writethru.Formats.Teleprinter;

/// <summary>Puts the lines of a paragraph together that a narrow column had broken.</summary>
/// <remarks>
/// A break is taken for a wrap only where the next word would not have fitted; where it would have, the sender broke
/// the line, and the break stays as a line feed. Hyphens at a line's end are kept and followed by a space: wires break
/// at words.
/// </remarks>
static class LineJoiner
{
    /// <summary>Where no line is as long as this, nothing was wrapped that was not meant to be.</summary>
    const int Narrowest = 50;

    /// <summary>
    /// The width to which a message was wrapped: that of its longest line of words, as far as a line may be long.
    /// </summary>
    public static int WidthOf(IEnumerable<CopyLine> lines)
    {
        var most = 0;
        foreach (var line in lines)
        {
            if (line.Text.Contains(' ') && !ColumnTable.HasGutter(line.Text))
                most = Math.Max(most, line.Columns);
        }
        return most < Narrowest ? TextColumns.Most : Math.Min(most, TextColumns.Most);
    }

    /// <summary>The text of the lines; a line feed stands where the sender broke a line.</summary>
    public static string Join(IReadOnlyList<CopyLine> lines, int width)
    {
        if (lines.Count == 1)
            return lines[0].Text;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (text.Length > 0 && !lines[i].IsBlank)
                text.Append(Between(lines[i - 1], lines[i], width));
            text.Append(lines[i].Text);
        }
        return text.ToString();
    }

    /// <summary>What a break between two lines stands for: nothing, a space, or a line feed.</summary>
    public static string Between(CopyLine line, CopyLine next, int width)
    {
        if (line.IsBlank || next.IsBlank)
            return "";
        if (IsBrokenWord(line, next))
            return "";
        var isIdeographic = TextColumns.IsIdeograph(line.Text[^1]) && TextColumns.IsIdeograph(next.Text[0]);
        var needed = (isIdeographic ? 0 : 1) + FirstWord(next.Text);
        if (line.Columns + needed < width)
            return "\n";
        return isIdeographic ? "" : " ";
    }

    /// <summary>Whether a line is one word that fills it to its end: it was broken there.</summary>
    public static bool LooksBroken(ReadOnlySpan<char> text, int columns) =>
        columns >= TextColumns.Most - 1 && !text.Contains(' ');

    /// <summary>An odd indent says that the word ends with the line; lists indent by twos.</summary>
    static bool IsBrokenWord(CopyLine line, CopyLine next) =>
        LooksBroken(line.Text, line.Columns) && next.Indent % 2 == 0;

    /// <summary>
    /// Columns of what no break parts: up to a space, or up to the second of two ideographs. A space between ideographs
    /// parts nothing, and neither does one before a word that may not start a line.
    /// </summary>
    static int FirstWord(string text)
    {
        var end = 1;
        while (end < text.Length)
        {
            var before = TextColumns.IsIdeograph(text[end - 1]);
            if (text[end] != ' ' && !(before && TextColumns.IsIdeograph(text[end])))
                end++;
            else if (text[end] == ' ' && before && end + 1 < text.Length && TextColumns.IsIdeograph(text[end + 1]))
                end += 2;
            else if (text[end] == ' ' && WordAt(text, end + 1) is { Length: > 0 } next && !MayStart(next))
                end += 1 + next.Length;
            else
                break;
        }
        return TextColumns.Of(text.AsSpan(0, end));
    }

    static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var word = text.AsSpan(at);
        var end = word.IndexOf(' ');
        return end < 0 ? word : word[..end];
    }

    /// <summary>
    /// Whether a writer begins a line with the word: never with one that would make it look like an item, a heading, a
    /// guard or a note.
    /// </summary>
    static bool MayStart(ReadOnlySpan<char> word) =>
        word[0] is not ('-' or '*' or '•' or '#' or '^' or '>' or '(' or '=')
        && !(word.Length <= 3 && word[^1] == ')' && char.IsAsciiDigit(word[0]));
}

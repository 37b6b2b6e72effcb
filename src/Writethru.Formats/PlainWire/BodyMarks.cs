using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// The signs by which a printed body sets apart what is no running text: <c>- Sub-head -</c>, <c>• item</c>,
/// <c>&gt; quotation</c>, <c>| table |</c>.
/// </summary>
/// <remarks>
/// Only signs that no sentence begins with. A hyphen alone opens speech in French copy, and "1. FC" a club's name, so
/// that neither makes an item of a list by itself (<see cref="NumberedRuns"/>).
/// </remarks>
static class BodyMarks
{
    const int LongestSubhead = 100;
    const string Quote = "> ";

    /// <summary>Deepest first level that a bullet shows, and the bullets of the levels.</summary>
    static readonly string[] _bullets = ["• ", "◦ ", "▪ "];

    /// <summary>Whether the line is part of a body by its sign alone.</summary>
    public static bool AreIn(string text) => TableLines.IsRow(text) || TrySubhead(text, out _)
        || text.StartsWith(Quote, StringComparison.Ordinal) || LevelOf(text) > 0;

    /// <summary>A line between two dashes, as AFP sets its sub-heads; an end mark is none.</summary>
    public static bool TrySubhead(string text, out string subhead)
    {
        subhead = "";
        if (text.Length is < 6 or > LongestSubhead || !text.StartsWith("- ", StringComparison.Ordinal)
            || !text.EndsWith(" -", StringComparison.Ordinal))
            return false;
        subhead = text[2..^2].Trim();
        return subhead.Any(char.IsLetter) && !subhead.StartsWith('-') && !subhead.EndsWith('-')
            && !subhead.Contains(" - ", StringComparison.Ordinal);
    }

    /// <summary>The paragraph of a line, by its sign.</summary>
    public static Paragraph ToParagraph(string text)
    {
        if (LevelOf(text) is > 0 and var level)
            return new Paragraph(text[2..].TrimStart()) { Kind = ParagraphKind.Item, Level = level };
        return text.Length > Quote.Length && text.StartsWith(Quote, StringComparison.Ordinal)
            ? new Paragraph(text[Quote.Length..].TrimStart()) { Kind = ParagraphKind.Quote }
            : new Paragraph(text);
    }

    public static string PrintSubhead(Subhead subhead) => $"- {subhead.Text} -";

    /// <summary>The line of a paragraph that is no table.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="number">Its number in a numbered list.</param>
    public static string Print(Paragraph paragraph, int number) => paragraph switch
    {
        { Kind: ParagraphKind.Item, IsOrdered: true } => $"{number}. {paragraph.Text}",
        { Kind: ParagraphKind.Item } => _bullets[Math.Clamp(paragraph.Level, 1, _bullets.Length) - 1] + paragraph.Text,
        { Kind: ParagraphKind.Quote } => Quote + paragraph.Text,
        _ => paragraph.Text,
    };

    static int LevelOf(string text) => text.Length > 2
        ? Array.FindIndex(_bullets, bullet => text.StartsWith(bullet, StringComparison.Ordinal)) + 1
        : 0;
}

using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>
/// Lists as wires print them: <c>- item</c> or <c>* item</c>, <c>1) item</c>, two columns more for each level, further
/// lines of an item under its text.
/// </summary>
static class ListItems
{
    /// <summary>Whether a line starts like an item.</summary>
    public static bool IsBullet(string text) => BulletLength(text) > 0;

    /// <summary>Reads the block as a list; false when its first line is no item.</summary>
    public static bool Read(CopyBlock block, TakeParts take, int width, Action<Paragraph, CopyLine> add)
    {
        if (!IsBullet(block.First.Text))
            return false;
        var least = block.Lines.Where(line => IsBullet(line.Text)).Min(line => line.Indent);
        var lines = new List<CopyLine>();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var first = block.Lines[i];
            var bullet = BulletLength(first.Text);
            lines.Clear();
            lines.Add(first.From(bullet));
            while (i + 1 < block.Lines.Count && !IsBullet(block.Lines[i + 1].Text))
                lines.Add(block.Lines[++i]);
            if (lines.All(line => line.IsBlank))
                continue;
            add(new Paragraph(LineJoiner.Join(lines, width))
            {
                Kind = ParagraphKind.Item,
                Level = Math.Min(((first.Indent - least) / 2) + 1, 6),
                IsOrdered = char.IsAsciiDigit(first.Text[0]),
            }, first);
        }
        return true;
    }

    static int BulletLength(string text)
    {
        if (text.Length > 1 && text[0] is '-' or '*' or '•' && text[1] == ' ')
            return text.StartsWith("* *", StringComparison.Ordinal) || text.StartsWith("- -", StringComparison.Ordinal)
                ? 0
                : 1;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && text.Length > digits + 1 && text[digits] == ')' && text[digits + 1] == ' '
            ? digits + 1
            : 0;
    }
}

using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>A table as lines of columns that two spaces or more part, and back.</summary>
static class ColumnTable
{
    /// <summary>As it is written; read are two, for many senders set no more.</summary>
    const int Gutter = 3;

    const int MostColumns = 40;

    /// <summary>
    /// Whether two words of the line are parted by two spaces or more, or by a tab. Two spaces behind a full stop part
    /// sentences, as on a typewriter.
    /// </summary>
    public static bool HasGutter(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (GapAt(text, i) > 0)
                return true;
        }
        return false;
    }

    /// <summary>
    /// The table of lines that all have the same columns: stretches of blanks, two wide or more, that run through all
    /// of them. Null when there is none, or fewer than two lines or columns.
    /// </summary>
    public static Table? Read(IReadOnlyList<CopyLine> lines)
    {
        if (lines.Count < 2 || !lines.All(line => HasGutter(line.Text)))
            return null;
        var cells = lines.Select(line => Cells(line.Text)).ToList();
        if (lines[0].Indent > lines.Skip(1).Max(line => line.Indent) && cells[0].Count == cells[1].Count - 1)
            cells[0].Insert(0, "");
        if (cells.Any(row => row.Count != cells[0].Count || row.Count is < 2 or > MostColumns))
            return null;
        return new Table([.. cells.Select(row => new TableRow([.. row.Select(text => new TableCell(text))]))]);
    }

    /// <summary>The table as lines; null when it is wider than a line, or an empty cell would vanish.</summary>
    public static List<string>? Write(Table table)
    {
        var columns = table.Rows.Max(row => row.Cells.Length);
        if (table.Rows.Any(row => row.Cells.Length != columns || row.Cells.Any(cell => !IsPlain(cell.Text))))
            return null;
        int[] widths = [.. Enumerable.Range(0, columns)
            .Select(at => table.Rows.Max(row => TextColumns.Of(row.Cells[at].Text)))];
        if (widths.Sum() + (Gutter * (columns - 1)) > TextColumns.Most)
            return null;
        return [.. table.Rows.Select(row => Line(row.Cells, widths))];
    }

    /// <summary>A row whose columns do not fit under each other: its cells, two spaces between them.</summary>
    public static string Line(ImmutableArray<TableCell> cells) =>
        string.Join("  ", cells.Select(cell => cell.Text.Trim()).Where(text => text.Length > 0));

    static bool IsPlain(string text) => text.Trim() == text && text.Length > 0 && !HasGutter(text);

    static string Line(ImmutableArray<TableCell> cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(cells[i].Text);
            if (i < cells.Length - 1)
                line.Append(' ', widths[i] - TextColumns.Of(cells[i].Text) + Gutter);
        }
        return line.ToString();
    }

    /// <summary>What parts cells is the gap, not the place: numbers are often set flush right.</summary>
    static List<string> Cells(string text)
    {
        var cells = new List<string>();
        var from = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (GapAt(text, i) is not (> 0 and var length))
                continue;
            cells.Add(text[from..i]);
            i += length;
            from = i;
        }
        cells.Add(text[from..]);
        return cells;
    }

    /// <summary>Length of the gap that starts there; 0 when none does.</summary>
    static int GapAt(string text, int at)
    {
        if (text[at] is not (' ' or '\t') || text[at - 1] is ' ' or '\t')
            return 0;
        var end = at;
        var hasTab = false;
        while (end < text.Length && text[end] is ' ' or '\t')
            hasTab |= text[end++] == '\t';
        var length = end - at;
        var partsSentences = text[at - 1] is '.' or '!' or '?' or '"' or '”' or ')' or ':';
        return hasTab || length >= 2 && !(length == 2 && partsSentences) ? length : 0;
    }
}

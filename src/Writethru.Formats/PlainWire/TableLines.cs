using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>A table as lines between bars, its columns aligned; a row of dashes stands under the heads.</summary>
static class TableLines
{
    /// <summary>Whether the line is a row: a bar at both ends.</summary>
    public static bool IsRow(string text) => text.Length > 3 && text[0] == '|' && text[^1] == '|'
        && text[1] is ' ' or '-' && text[^2] is ' ' or '-';

    /// <summary>The table of such lines.</summary>
    public static Table Read(IEnumerable<string> lines)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var line in lines)
        {
            var cells = line[1..^1].Split('|', StringSplitOptions.TrimEntries);
            if (rows.Count == 1 && cells.All(IsRule))
                rows[0] = new TableRow([.. rows[0].Cells.Select(cell => cell with { IsHeader = true })]);
            else
                rows.Add(new TableRow([.. cells.Select(cell => new TableCell(OnOneLine(cell)))]));
        }
        return new Table(rows.ToImmutable());
    }

    public static void Print(StringBuilder text, Table table)
    {
        var widths = new List<int>();
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Cells.Length; i++)
            {
                var width = LineUnwrapper.Columns(row.Cells[i].Text);
                if (i == widths.Count)
                    widths.Add(width);
                else
                    widths[i] = Math.Max(widths[i], width);
            }
        }
        foreach (var row in table.Rows)
        {
            PrintRow(text, row, widths);
            if (row == table.Rows[0] && row.Cells.Length > 0 && row.Cells.All(cell => cell.IsHeader))
            {
                text.Append('|').AppendJoin('|', row.Cells.Select((_, i) => new string('-', widths[i] + 2)))
                    .Append("|\n");
            }
        }
        text.Append('\n');
    }

    static void PrintRow(StringBuilder text, TableRow row, List<int> widths)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var cell = row.Cells[i].Text;
            text.Append("| ").Append(cell).Append(' ', widths[i] - LineUnwrapper.Columns(cell) + 1);
        }
        text.Append("|\n");
    }

    static bool IsRule(string cell) => cell.Length > 0 && cell.All(c => c == '-');

    static string OnOneLine(string cell) => cell.Replace('\t', ' ');
}

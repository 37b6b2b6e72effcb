using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>Tables that were filed as lines of copy: columns between bars, tabs, or two spaces and more.</summary>
static class FiledTable
{
    /// <summary>
    /// Lines that the sender marked as a table: rows where all have the same columns, else the lines as they stand.
    /// </summary>
    public static Paragraph Between(IEnumerable<string> lines)
    {
        List<string> rows = [.. lines.Where(line => !string.IsNullOrWhiteSpace(line))];
        return Read(rows) ?? new Paragraph(string.Join('\n', rows.Select(row => row.TrimEnd())))
        {
            Kind = ParagraphKind.Preformatted,
        };
    }

    /// <summary>The table of two lines or more that all have the same columns; null when they have not.</summary>
    public static Paragraph? Read(IReadOnlyList<string> rows) => rows.Count < 2 ? null
        : ColumnTable.Read([.. rows.Select(LineOf)]) is { } table ? Paragraph.Of(table)
        : null;

    /// <summary>Whether the line has columns that nobody sets in prose.</summary>
    public static bool HasColumns(string line) => HasBars(line) || ColumnTable.HasGutter(line.Trim());

    /// <summary>Whether bars part the line: <c>Maren | 3 | 1</c>.</summary>
    public static bool HasBars(string line) => line.Contains(" | ", StringComparison.Ordinal);

    static CopyLine LineOf(string row)
    {
        var text = HasBars(row) ? row.Trim().Trim('|').Replace(" | ", "\t", StringComparison.Ordinal) : row;
        var trimmed = text.TrimStart();
        return new CopyLine(trimmed.TrimEnd(), 0, text.Length - trimmed.Length);
    }
}

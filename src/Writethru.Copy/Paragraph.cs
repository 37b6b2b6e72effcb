using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>One numbered paragraph. Its number is its index in <see cref="Take.Body"/> plus one.</summary>
/// <remarks>
/// What counts: each paragraph of prose, each item of a list, each quotation set apart, and a table as a whole. A
/// sub-head stands over a paragraph and takes no number, and neither does a picture
/// (<c>docs/decisions/0005-body-markup.md</c>).
/// </remarks>
/// <param name="Text">
/// The text without the dateline; never empty in a take that a reader gave. A line feed stands only where the sender
/// broke the line. Of a table: <see cref="Table.ToText"/>.
/// </param>
public sealed record Paragraph(string Text)
{
    /// <summary>What it is.</summary>
    public ParagraphKind Kind { get; init; } = ParagraphKind.Prose;

    /// <summary>
    /// For an item of a list: how deep the list is nested, 1 for the outermost; 0 for every other kind.
    /// </summary>
    public int Level { get; init; }

    /// <summary>For an item of a list: whether the list is numbered.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The sub-heads that stand over it, in reading order; most often none.</summary>
    public ImmutableArray<Subhead> Subheads { get; init; } = [];

    /// <summary>
    /// Emphasis and links, by where they begin and then by length, longest first; spans lie inside <see cref="Text"/>
    /// and are never empty.
    /// </summary>
    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <summary>The cells; null unless <see cref="Kind"/> is <see cref="ParagraphKind.Table"/>.</summary>
    public Table? Table { get; init; }

    /// <summary>A table as a paragraph.</summary>
    public static Paragraph Of(Table table) => new(table.ToText()) { Kind = ParagraphKind.Table, Table = table };
}

/// <summary>What a paragraph is.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A quotation set apart.</summary>
    Quote,

    /// <summary>Text whose spaces and line ends are part of it.</summary>
    Preformatted,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>A heading inside the copy.</summary>
/// <param name="Level">1 to 6, as in HTML's h1 to h6; 2 where the format has only one kind.</param>
/// <param name="Text">The text on one line; never empty.</param>
public sealed record Subhead(int Level, string Text);

/// <summary>Emphasis or a link in a paragraph.</summary>
/// <param name="Span">Where, in <see cref="Paragraph.Text"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">Where a link goes, verbatim; empty for the other kinds.</param>
public readonly record struct Mark(TextSpan Span, MarkKind Kind, string Target = "");

/// <summary>Kinds of inline markup that all formats with markup share.</summary>
public enum MarkKind
{
    /// <summary>Emphasis: HTML em and i, NITF em.</summary>
    Emphasis,

    /// <summary>Strong emphasis: HTML strong and b.</summary>
    Strong,

    /// <summary>A link: HTML and NITF a with an href.</summary>
    Link,

    /// <summary>Superscript.</summary>
    Superscript,

    /// <summary>Subscript.</summary>
    Subscript,
}

/// <summary>A table of a body.</summary>
/// <param name="Rows">The rows, from the top; they may differ in length.</param>
public sealed record Table(ImmutableArray<TableRow> Rows)
{
    /// <summary>The text of all cells: cells parted by tabs, rows by line feeds.</summary>
    public string ToText() =>
        string.Join('\n', Rows.Select(row => string.Join('\t', row.Cells.Select(cell => cell.Text))));
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells, in reading order.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells);

/// <summary>A cell of a table.</summary>
/// <param name="Text">The text on one line, without tabs; may be empty.</param>
/// <param name="IsHeader">Whether it heads its row or column.</param>
public readonly record struct TableCell(string Text, bool IsHeader = false);

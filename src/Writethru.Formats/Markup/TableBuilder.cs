using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>The rows of the table that is open. A table inside a cell adds its text to the cell.</summary>
sealed class TableBuilder
{
    readonly List<TableRow> _rows = [];
    readonly ImmutableArray<TableCell>.Builder _cells = ImmutableArray.CreateBuilder<TableCell>();
    int _depth;
    bool _isOpen, _isHeader;

    /// <summary>Cells so far.</summary>
    public int Cells { get; private set; }

    /// <summary>Whether the open table lies in a cell of another.</summary>
    public bool IsNested => _depth > 0;

    public void Nest() => _depth++;

    public void Unnest() => _depth--;

    public void StartRow(RunningText text)
    {
        if (_depth > 0)
            return;
        EndCell(text);
        EndRow();
    }

    public void StartCell(RunningText text, bool isHeader)
    {
        if (_depth > 0)
        {
            text.Space();
            return;
        }
        EndCell(text);
        (_isOpen, _isHeader) = (true, isHeader);
    }

    /// <summary>Ends the open cell; text outside of any, such as a caption, becomes a cell.</summary>
    public void EndCell(RunningText text)
    {
        if (_depth > 0)
            return;
        var cell = OneLine.Of(text.Take(isPreformatted: false).Text);
        if (_isOpen || cell.Length > 0)
        {
            _cells.Add(new TableCell(cell, _isOpen && _isHeader));
            Cells++;
        }
        _isOpen = false;
    }

    public Table Build(RunningText text)
    {
        EndCell(text);
        EndRow();
        return new Table([.. _rows]);
    }

    void EndRow()
    {
        if (_cells.Count > 0)
            _rows.Add(new TableRow(_cells.ToImmutable()));
        _cells.Clear();
    }
}

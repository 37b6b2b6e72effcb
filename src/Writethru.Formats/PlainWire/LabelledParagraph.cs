using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// A paragraph of the labelled layout: its text, then a line for each thing that plain text cannot show.
/// </summary>
sealed class LabelledParagraph
{
    public const string Text = "Paragraph";
    const string Kind = "Paragraph-Kind";
    const string Level = "Paragraph-Level";
    const string Ordered = "Paragraph-Ordered";
    const string Subhead = "Paragraph-Subhead";
    const string Mark = "Paragraph-Mark";
    const string Row = "Paragraph-Row";

    readonly List<Subhead> _subheads = [];
    readonly List<Mark> _marks = [];
    readonly List<TableRow> _rows = [];
    Paragraph? _open;

    public static IEnumerable<(string Label, string Value)> LinesOf(Paragraph paragraph)
    {
        yield return (Text, paragraph.Table is null ? paragraph.Text : "");
        if (paragraph.Kind != ParagraphKind.Prose)
            yield return (Kind, Words.Of(paragraph.Kind));
        if (paragraph.Level != 0)
            yield return (Level, Number(paragraph.Level));
        if (paragraph.IsOrdered)
            yield return (Ordered, "yes");
        foreach (var subhead in paragraph.Subheads)
            yield return (Subhead, LabelParts.Join(subhead.Text, Number(subhead.Level)));
        foreach (var mark in paragraph.Marks)
        {
            yield return (Mark, LabelParts.Join(
                Words.Of(mark.Kind), Number(mark.Span.Start), Number(mark.Span.Length), mark.Target));
        }
        foreach (var row in paragraph.Table?.Rows ?? [])
        {
            var kinds = string.Concat(row.Cells.Select(cell => cell.IsHeader ? 'h' : 'd'));
            yield return (Row, LabelParts.Join([kinds, .. row.Cells.Select(cell => cell.Text)]));
        }
    }

    /// <summary>Ends the paragraph that is open and begins the next.</summary>
    public void Begin(ImmutableArray<Paragraph>.Builder body, string text)
    {
        End(body);
        _open = new Paragraph(text);
    }

    public void End(ImmutableArray<Paragraph>.Builder body)
    {
        if (_open is null)
            return;
        var paragraph = _open with { Subheads = [.. _subheads], Marks = [.. _marks] };
        if (_rows.Count > 0)
        {
            // The text of a table follows from its cells; other text on its line is a paragraph of its own.
            var table = Paragraph.Of(new Table([.. _rows]));
            if (_open.Text.Length > 0 && _open.Text != table.Text)
                body.Add(new Paragraph(_open.Text));
            paragraph = table with { Subheads = paragraph.Subheads };
        }
        else if (_open.Kind == ParagraphKind.Table)
            paragraph = paragraph with { Kind = ParagraphKind.Prose };
        body.Add(paragraph);
        _open = null;
        _subheads.Clear();
        _marks.Clear();
        _rows.Clear();
    }

    /// <summary>Reads one more line of the paragraph; false when none is open or the value does not fit.</summary>
    public bool Read(string label, string value)
    {
        if (_open is not { } open)
            return false;
        switch (label)
        {
            case Kind when Words.Read<ParagraphKind>(value) is { } kind:
                _open = open with { Kind = kind };
                return true;
            case Level when TakeField.ReadNumber(value, 0, int.MaxValue) is { } level:
                _open = open with { Level = level };
                return true;
            case Ordered when value == "yes":
                _open = open with { IsOrdered = true };
                return true;
            case Subhead when LabelParts.Split(value, least: 2) is [var text, var level, ..]:
                _subheads.Add(new Subhead(TakeField.ReadNumber(level, 1, 6) ?? 2, text));
                return true;
            case Mark:
                return ReadMark(open, LabelParts.Split(value, least: 4));
            case Row:
                return ReadRow(LabelParts.Split(value));
            default:
                return false;
        }
    }

    bool ReadMark(Paragraph open, List<string> parts)
    {
        if (Words.Read<MarkKind>(parts[0]) is not { } kind
            || TakeField.ReadNumber(parts[1], 0, open.Text.Length) is not { } start
            || TakeField.ReadNumber(parts[2], 1, open.Text.Length - start) is not { } length)
            return false;
        _marks.Add(new Mark(new TextSpan(start, length), kind, parts[3]));
        return true;
    }

    bool ReadRow(List<string> parts)
    {
        var kinds = parts[0];
        if (kinds.AsSpan().IndexOfAnyExcept('h', 'd') >= 0 || parts.Count > kinds.Length + 1)
            return false;
        _rows.Add(new TableRow(
            [.. kinds.Select((kind, i) => new TableCell(i + 1 < parts.Count ? parts[i + 1] : "", kind == 'h'))]));
        return true;
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

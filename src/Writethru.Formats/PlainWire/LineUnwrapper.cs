using System.Globalization;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>Joins the lines that a narrow column had broken; copy of one line a paragraph is left as it is.</summary>
/// <remarks>
/// Wires that wrap do so at 60 to 80 columns and part paragraphs by an empty line or an indent. A break is taken for a
/// wrap only where the next word would not have fitted. One line longer than <see cref="Widest"/> shows that nothing
/// was wrapped.
/// </remarks>
sealed class LineUnwrapper
{
    const int Widest = 100;
    const int Narrowest = 40;

    readonly List<WireLine> _lines;
    readonly int _width;
    readonly bool _hasBlanks;
    readonly bool _hasIndents;

    LineUnwrapper(List<WireLine> lines)
    {
        _lines = lines;
        var widths = lines.Select(line => line.Text.Contains(' ') ? line.Indent + Columns(line.Text) : 0).ToList();
        _width = widths.Count == 0 || widths.Max() is var max && (max > Widest || max < Narrowest) ? 0 : widths.Max();
        _hasBlanks = lines.Skip(1).Any(line => line.AfterBlank);
        _hasIndents = lines.Any(line => line.Indent > 0) && lines.Any(line => line.Indent == 0);
    }

    public static List<WireLine> Unwrap(List<WireLine> lines, RemarkBook remarks, StepCount steps)
    {
        foreach (var line in lines)
            steps.Add(line.Text.Length);
        return new LineUnwrapper(lines).Run(remarks, steps);
    }

    List<WireLine> Run(RemarkBook remarks, StepCount steps)
    {
        if (_width == 0)
            return _lines;
        var joined = new List<WireLine>(_lines.Count);
        var text = new StringBuilder();
        for (var i = 0; i < _lines.Count; i++)
        {
            var first = _lines[i];
            text.Clear().Append(first.Text);
            while (i + 1 < _lines.Count && IsWrapped(_lines[i], _lines[i + 1]))
                Append(text, _lines[++i].Text);
            steps.Add(text.Length);
            joined.Add(first with { Text = text.ToString() });
        }
        if (joined.Count < _lines.Count)
        {
            remarks.Add(PlainRemarks.LinesJoined, Severity.Note, -1,
                $"Lines broken at {_width} columns: {_lines.Count} lines joined to {joined.Count}.");
        }
        return joined;
    }

    bool IsWrapped(WireLine line, WireLine next)
    {
        if (next.AfterBlank || next.Indent > line.Indent && _hasIndents && !line.AfterBlank
            || LineMarks.StandsAlone(line.Text) || LineMarks.OpensItsOwnLine(next.Text)
            || IsSetApart(line.Text) || BodyMarks.AreIn(next.Text) || PictureFields.TryPart(next.Text, out _, out _))
            return false;
        if (_hasIndents && next.Indent > 0 && line.Indent >= 0 && next.Indent >= 2 && !_hasBlanks)
            return false;
        var fits = line.Indent + Columns(line.Text) + 1 + FirstWordColumns(next.Text) <= _width;
        if (fits)
            return false;
        return _hasBlanks || _hasIndents || !LineMarks.EndsSentence(line.Text) && !Captions.EndsWithCredit(line.Text);
    }

    /// <summary>
    /// Whether nothing continues the line: an item of a list may go on, a row or a sub-head does not.
    /// </summary>
    static bool IsSetApart(string text) => TableLines.IsRow(text) || BodyMarks.TrySubhead(text, out _)
        || PictureFields.TryPart(text, out _, out _);

    static void Append(StringBuilder text, string next)
    {
        var last = text[^1];
        var glued = last == '-' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLetter(next[0])
            || IsIdeograph(last) && IsIdeograph(next[0]);
        if (!glued)
            text.Append(' ');
        text.Append(next);
    }

    static int FirstWordColumns(string text)
    {
        if (IsIdeograph(text[0]))
            return 2;
        var end = text.IndexOf(' ');
        return Columns(end < 0 ? text : text.AsSpan(0, end));
    }

    /// <summary>Width on a terminal: two columns for East Asian letters, none for marks.</summary>
    public static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var c in text)
        {
            columns += IsIdeograph(c) || c is >= '\uAC00' and <= '\uD7A3' ? 2
                : char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : 1;
        }
        return columns;
    }

    static bool IsIdeograph(char c) =>
        c is >= '\u3000' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uFF00' and <= '\uFF60';
}

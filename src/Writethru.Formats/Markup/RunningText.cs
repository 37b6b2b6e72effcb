using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>The text of the paragraph that is open, with its marks.</summary>
sealed class RunningText
{
    /// <summary>
    /// Marks that nothing ends go on in every paragraph. As in a browser no more than three alike are open (HTML
    /// Standard, 13.2.4.3), and of all kinds no more than this: paragraphs times open marks stays linear.
    /// </summary>
    const int MostOpen = 16, MostAlike = 3;

    readonly StringBuilder _text = new();
    readonly List<Mark> _marks = [];
    readonly List<OpenedMark> _open = [];
    bool _space, _break, _isLineBlank = true;
    int _literalEnd, _lineStart;

    /// <summary>Whether nothing but white space has come yet.</summary>
    public bool IsBlank { get; private set; } = true;

    public void Add(ReadOnlySpan<char> text, bool isPreformatted)
    {
        if (isPreformatted)
        {
            Append(text);
            return;
        }
        if (text.IndexOfAny("\t\r\n\f") < 0 && text.IndexOf("  ", StringComparison.Ordinal) < 0)
        {
            AddSingleSpaced(text);
            return;
        }
        while (!text.IsEmpty)
        {
            var word = text.IndexOfAny(" \t\r\n\f");
            word = word < 0 ? text.Length : word;
            if (word > 0)
            {
                Flush();
                Append(text[..word]);
            }
            text = text[word..];
            if (text.IsEmpty)
                return;
            Space();
            var next = text.IndexOfAnyExcept(" \t\r\n\f");
            text = next < 0 ? [] : text[next..];
        }
    }

    /// <summary>Most text has nothing that collapses but at its ends: it goes in as one piece.</summary>
    void AddSingleSpaced(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(' '))
            Space();
        var words = text.Trim(' ');
        if (words.IsEmpty)
            return;
        Flush();
        Append(words);
        if (text.EndsWith(' '))
            Space();
    }

    public void AddLiteral(ReadOnlySpan<char> text)
    {
        Flush();
        Append(text);
        _literalEnd = _text.Length;
    }

    /// <summary>White space that collapses: nothing at the start, and one space between words.</summary>
    public void Space() =>
        _space |= _text.Length > 0 && (_text[^1] is not (' ' or '\n') || _text.Length == _literalEnd);

    /// <summary>
    /// A line break. True when it is the second in a row, spaces that do not break or none between: the paragraph ends.
    /// </summary>
    public bool Break(bool isPreformatted)
    {
        if (isPreformatted)
        {
            _text.Append('\n');
            return false;
        }
        if (_break)
            return true;
        if (_isLineBlank && _lineStart > 0)
        {
            _text.Length = _lineStart - 1;
            _literalEnd = Math.Min(_literalEnd, _text.Length);
            return true;
        }
        _space = false;
        _break = _text.Length > 0;
        return false;
    }

    /// <summary>Begins a mark; false when so many are open that its meaning is lost.</summary>
    public bool OpenMark(string name, MarkKind? kind, string target)
    {
        if (_text.Length > 0)
            Flush();
        if (_open.Count(mark => mark.Kind == kind && mark.Name == name && mark.Target == target) >= MostAlike)
            return true;
        if (_open.Count >= MostOpen)
            return false;
        _open.Add(new OpenedMark(name, kind, target, _text.Length));
        return true;
    }

    /// <summary>
    /// Ends the innermost mark of that name; those opened after it end too and begin again, as in a browser.
    /// </summary>
    public void CloseMark(string name)
    {
        var at = _open.FindLastIndex(mark => mark.Name == name);
        if (at < 0)
            return;
        if (_text.Length > 0)
            Flush();
        for (var i = _open.Count - 1; i >= at; i--)
        {
            Keep(_open[i], _text.Length);
            _open[i] = _open[i] with { Start = _text.Length };
        }
        _open.RemoveAt(at);
    }

    /// <summary>The text and its marks; marks that are still open go on in the next paragraph.</summary>
    public (string Text, ImmutableArray<Mark> Marks) Take(bool isPreformatted)
    {
        var end = _text.Length;
        while (!isPreformatted && end > _literalEnd && OneLine.IsCollapsible(_text[end - 1]))
            end--;
        for (var i = 0; i < _open.Count; i++)
        {
            Keep(_open[i], end);
            _open[i] = _open[i] with { Start = 0 };
        }
        var text = _text.ToString(0, end);
        var marks = _marks.Count == 0 ? [] : _marks
            .Select(mark => mark with { Span = Clip(mark.Span, end) })
            .Where(mark => mark.Span.Length > 0)
            .OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length).ThenBy(mark => mark.Kind)
            .ToImmutableArray();
        _text.Clear();
        _marks.Clear();
        (_space, _break, _literalEnd, IsBlank) = (false, false, 0, true);
        (_lineStart, _isLineBlank) = (0, true);
        return (text, marks);
    }

    static TextSpan Clip(TextSpan span, int end) =>
        span with { Length = Math.Min(span.Start + span.Length, end) - span.Start };

    void Keep(OpenedMark mark, int end)
    {
        if (mark.Kind is { } kind && end > mark.Start)
            _marks.Add(new Mark(new TextSpan(mark.Start, end - mark.Start), kind,
                kind == MarkKind.Link ? mark.Target : ""));
    }

    void Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        var isBlank = text.IsWhiteSpace();
        IsBlank = IsBlank && isBlank;
        _isLineBlank = _isLineBlank && isBlank;
    }

    void Flush()
    {
        if (_break)
        {
            _text.Append('\n');
            (_lineStart, _isLineBlank) = (_text.Length, true);
        }
        else if (_space)
            _text.Append(' ');
        (_space, _break) = (false, false);
    }

    readonly record struct OpenedMark(string Name, MarkKind? Kind, string Target, int Start);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>Writes paragraphs as well-formed markup that <see cref="BodyBuilder"/> reads back the same.</summary>
/// <remarks>Only the elements of the dialect are ever written; text is escaped, so no copy can become markup.</remarks>
sealed class MarkupWriter(MarkupDialect dialect)
{
    readonly StringBuilder _markup = new();
    readonly List<bool> _lists = [];
    bool _inQuote;

    /// <summary>The paragraphs as markup.</summary>
    /// <param name="body">The paragraphs.</param>
    /// <param name="opening">Text that opens the first paragraph, such as the dateline; empty for none.</param>
    /// <param name="inserted">Markup to stand behind paragraph n (0: before the first); null or empty for none.</param>
    public string Write(ImmutableArray<Paragraph> body, string opening = "", Func<int, string?>? inserted = null)
    {
        _markup.Clear();
        Insert(inserted?.Invoke(0));
        for (var i = 0; i < body.Length; i++)
        {
            WriteParagraph(body[i], i == 0 ? opening : "");
            Insert(inserted?.Invoke(i + 1));
        }
        CloseLists(0);
        SetQuote(false);
        return _markup.ToString();
    }

    void Insert(string? markup)
    {
        if (string.IsNullOrEmpty(markup))
            return;
        CloseLists(0);
        SetQuote(false);
        _markup.Append(markup);
    }

    void WriteParagraph(Paragraph paragraph, string opening)
    {
        if (paragraph.Kind != ParagraphKind.Item || !paragraph.Subheads.IsEmpty)
            CloseLists(0);
        if (paragraph.Kind != ParagraphKind.Quote || !paragraph.Subheads.IsEmpty)
            SetQuote(false);
        foreach (var subhead in paragraph.Subheads)
        {
            var tag = dialect.Subhead(subhead.Level);
            _markup.Append('<').Append(tag).Append('>');
            Escape(subhead.Text);
            _markup.Append("</").Append(tag).Append('>');
        }
        switch (paragraph.Kind)
        {
            case ParagraphKind.Item:
                OpenItem(paragraph);
                WriteText(paragraph, opening);
                break;
            case ParagraphKind.Table when paragraph.Table is { } table:
                if (opening.Length > 0)
                    Element("p", opening);
                WriteTable(table);
                break;
            case ParagraphKind.Preformatted:
                _markup.Append("<pre>");
                WriteText(paragraph, opening);
                _markup.Append("</pre>");
                break;
            default:
                SetQuote(paragraph.Kind == ParagraphKind.Quote);
                _markup.Append("<p>");
                WriteText(paragraph, opening);
                _markup.Append("</p>");
                break;
        }
    }

    void Element(string tag, string text)
    {
        _markup.Append('<').Append(tag).Append('>');
        Escape(text);
        _markup.Append("</").Append(tag).Append('>');
    }

    void SetQuote(bool isQuote)
    {
        if (_inQuote == isQuote)
            return;
        _markup.Append(isQuote ? dialect.QuoteStart : dialect.QuoteEnd);
        _inQuote = isQuote;
    }

    void OpenItem(Paragraph item)
    {
        var level = Math.Max(1, item.Level);
        if (_lists.Count >= level && _lists[level - 1] != item.IsOrdered)
            CloseLists(level - 1);
        CloseLists(level);
        if (_lists.Count == level)
            _markup.Append("</li><li>");
        while (_lists.Count < level)
        {
            _markup.Append(item.IsOrdered ? "<ol><li>" : "<ul><li>");
            _lists.Add(item.IsOrdered);
        }
    }

    void CloseLists(int level)
    {
        while (_lists.Count > level)
        {
            _markup.Append(_lists[^1] ? "</li></ol>" : "</li></ul>");
            _lists.RemoveAt(_lists.Count - 1);
        }
    }

    void WriteTable(Table table)
    {
        _markup.Append("<table>");
        foreach (var row in table.Rows.Where(row => !row.Cells.IsEmpty))
        {
            _markup.Append("<tr>");
            foreach (var cell in row.Cells)
                Element(cell.IsHeader ? "th" : "td", cell.Text);
            _markup.Append("</tr>");
        }
        _markup.Append("</table>");
    }

    void WriteText(Paragraph paragraph, string opening)
    {
        if (opening.Length > 0)
        {
            Escape(opening);
            _markup.Append(' ');
        }
        var open = new Stack<OpenMark>();
        var at = 0;
        foreach (var mark in paragraph.Marks)
        {
            at = CloseTo(paragraph, at, mark.Span.Start, open);
            if (!dialect.Carries(paragraph.Kind, open.TryPeek(out var outer) ? outer.Kind : null))
                continue;
            OpenOne(mark);
            open.Push(new OpenMark(mark.Span.Start + mark.Span.Length, mark.Kind));
        }
        CloseTo(paragraph, at, paragraph.Text.Length, open);
    }

    void OpenOne(Mark mark)
    {
        if (dialect.WrapOf(mark.Kind) is { Length: > 0 } wrap)
            _markup.Append('<').Append(wrap).Append('>');
        _markup.Append('<').Append(dialect.TagOf(mark.Kind));
        if (mark.Kind == MarkKind.Link)
        {
            _markup.Append(" href=\"");
            EscapeAttribute(mark.Target);
            _markup.Append('"');
        }
        else
            _markup.Append(dialect.AttributesOf(mark.Kind));
        _markup.Append('>');
    }

    /// <summary>Writes text up to a place and ends the marks that end on the way.</summary>
    int CloseTo(Paragraph paragraph, int at, int place, Stack<OpenMark> open)
    {
        var (text, isPreformatted) = (paragraph.Text, paragraph.Kind == ParagraphKind.Preformatted);
        while (open.TryPeek(out var mark) && mark.End <= place)
        {
            Escape(text, at, mark.End, isPreformatted);
            at = mark.End;
            open.Pop();
            _markup.Append("</").Append(dialect.TagOf(mark.Kind)).Append('>');
            if (dialect.WrapOf(mark.Kind) is { Length: > 0 } wrap)
                _markup.Append("</").Append(wrap).Append('>');
        }
        Escape(text, at, place, isPreformatted);
        return place;
    }

    readonly record struct OpenMark(int End, MarkKind Kind);

    /// <summary>Escapes text; a line feed becomes a break, and white space that would collapse a reference.</summary>
    void Escape(string text) => Escape(text, 0, text.Length, isPreformatted: false);

    /// <summary>As above, a part of the text: what collapses follows from what stands around it.</summary>
    void Escape(ReadOnlySpan<char> text, int from, int to, bool isPreformatted)
    {
        for (var i = from; i < to; i++)
        {
            var c = text[i];
            if (c is '&')
                _markup.Append("&amp;");
            else if (c is '<')
                _markup.Append("&lt;");
            else if (c is '>')
                _markup.Append("&gt;");
            else if (c == '\n' && !isPreformatted)
                Break(text, i);
            else if (!isPreformatted && dialect.KeepsReferences && Collapses(text, i))
                _markup.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else if (XmlText.IsAllowed(text, i))
                _markup.Append(c);
        }
    }

    /// <summary>
    /// A break at an end or beside other white space would be read as the end of the paragraph, or as nothing: such a
    /// line feed is a reference, or goes with its omission.
    /// </summary>
    void Break(ReadOnlySpan<char> text, int at)
    {
        var isAtEnd = at == 0 || at == text.Length - 1;
        if (dialect.KeepsReferences
            && (isAtEnd || OneLine.IsCollapsible(text[at - 1]) || OneLine.IsCollapsible(text[at + 1])))
            _markup.Append("&#10;");
        else if (!isAtEnd && text[at - 1] != '\n')
            _markup.Append("<br/>");
    }

    void EscapeAttribute(string value) =>
        _markup.Append(XmlText.Escape(value).Replace("\"", "&quot;", StringComparison.Ordinal));

    static bool Collapses(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        return OneLine.IsCollapsible(c)
            && (c != ' ' || at == 0 || at == text.Length - 1 || OneLine.IsCollapsible(text[at - 1])
                || text[at + 1] == '\n');
    }
}

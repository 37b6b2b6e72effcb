using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Markup;

/// <summary>
/// Makes paragraphs of the elements and text of a body, HTML's and NITF's alike, in reading order. White space
/// collapses as in a browser; what counts as a paragraph is said at <see cref="Paragraph"/>.
/// </summary>
/// <remarks>One pass, no recursion; an end without its start is passed over, a start without its end ends with its
/// block.</remarks>
sealed class BodyBuilder
{
    readonly ImmutableArray<Paragraph>.Builder _paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
    readonly ImmutableArray<Picture>.Builder _pictures = ImmutableArray.CreateBuilder<Picture>();
    readonly ReadOptions _options;
    readonly OpenFigures _figures;
    readonly UnknownElements _unknown = new();
    readonly List<Subhead> _subheads = [];
    readonly Stack<bool> _lists = [];
    readonly RunningText _text = new();
    TableBuilder? _table;
    int _quotes, _pre, _passedOver, _heading, _cells;
    bool _isItem;

    /// <summary>Begins an empty body.</summary>
    public BodyBuilder(ReadOptions options)
    {
        _options = options;
        _figures = new OpenFigures(_pictures, _paragraphs);
    }

    /// <summary>The paragraphs so far.</summary>
    public ImmutableArray<Paragraph> Paragraphs => _paragraphs.ToImmutable();

    /// <summary>The pictures that stand in the body, each behind its paragraph.</summary>
    public ImmutableArray<Picture> Pictures => _pictures.ToImmutable();

    /// <summary>How many paragraphs stand before this point, the open one included.</summary>
    public int Count => _paragraphs.Count + (_text.IsBlank ? 0 : 1);

    /// <summary>More paragraphs, cells or pictures than allowed: the item is to be refused.</summary>
    public bool IsTooMuch => _paragraphs.Count > _options.MaxParagraphs || _pictures.Count > _options.MaxParagraphs
        || _cells + (_table?.Cells ?? 0) > _options.MaxNodes;

    /// <summary>
    /// Names of inline elements whose text was kept and whose meaning was not: to be said in a remark.
    /// </summary>
    public SortedSet<string> LostMarks { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of elements whose content was left out, such as script: to be said in a remark.</summary>
    public SortedSet<string> LostContent { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins an element.</summary>
    /// <param name="name">Local name in lower case.</param>
    /// <param name="attribute">Gives an attribute's value by its lower-case name; null when there is none.</param>
    public void Start(string name, Func<string, string?> attribute)
    {
        if (_passedOver > 0 || BodyElements.IsPassedOver(name))
        {
            _passedOver++;
            LostContent.Add(name);
            return;
        }
        switch (BodyElements.KindOf(name))
        {
            case BodyElement.Break when _table is not null:
                _text.Space();
                break;
            case BodyElement.Break:
                if (_text.Break(_pre > 0))
                    EndBlock();
                break;
            case BodyElement.Mark:
                if (!_text.OpenMark(name, BodyElements.MarkOf(name, attribute), attribute("href") ?? ""))
                    LostMarks.Add(name);
                break;
            case BodyElement.Picture:
                AddImage(attribute);
                break;
            case BodyElement.Inline:
                LostMarks.Add(name);
                break;
            case BodyElement.Transparent:
                break;
            case BodyElement.Unknown when _unknown.Start(name, isInText: !_text.IsBlank):
                _text.Add(BodyElements.SignOf(name), isPreformatted: false);
                LostMarks.Add(name);
                break;
            default:
                StartBlock(name, attribute);
                break;
        }
    }

    /// <summary>Ends an element.</summary>
    /// <param name="name">Local name in lower case.</param>
    public void End(string name)
    {
        if (_passedOver > 0)
        {
            _passedOver--;
            return;
        }
        switch (BodyElements.KindOf(name))
        {
            case BodyElement.Mark:
                _text.CloseMark(name);
                break;
            case BodyElement.Break or BodyElement.Picture or BodyElement.Inline or BodyElement.Transparent:
                break;
            case BodyElement.Unknown when _unknown.End(name, isInText: !_text.IsBlank):
                break;
            default:
                _unknown.IsInLine = false;
                EndBlock();
                EndStructure(name);
                break;
        }
    }

    /// <summary>Adds text; its white space collapses, but for preformatted text.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (_passedOver == 0 && !(_unknown.HoldsPlace && text.IsWhiteSpace()))
            _text.Add(text, isPreformatted: _pre > 0);
    }

    /// <summary>Adds text whose white space is meant: written as character references.</summary>
    public void Literal(ReadOnlySpan<char> text)
    {
        if (_passedOver == 0 && !(_unknown.HoldsPlace && text.IsWhiteSpace()))
            _text.AddLiteral(text);
    }

    /// <summary>Adds a picture that stands here.</summary>
    public void Add(Picture picture) => _pictures.Add(picture with { After = Count });

    /// <summary>Ends the paragraph that is open, if any.</summary>
    public void EndBlock()
    {
        if (_table is not null)
        {
            _text.Space();
            return;
        }
        var (text, marks) = _text.Take(_pre > 0);
        if (string.IsNullOrWhiteSpace(text) || _pre == 0 && TailLines.PartsStories(text))
            return;
        if (_figures.IsCaption)
            _figures.Add(text);
        else if (_heading > 0)
            _subheads.Add(new Subhead(_heading, OneLine.Of(text)));
        else
            AddParagraph(new Paragraph(text)
            {
                Kind = _pre > 0 ? ParagraphKind.Preformatted
                    : _isItem && _lists.Count > 0 ? ParagraphKind.Item
                    : _quotes > 0 ? ParagraphKind.Quote
                    : ParagraphKind.Prose,
                Marks = marks,
            });
    }

    /// <summary>
    /// Ends the body. A sub-head that no paragraph follows becomes a paragraph itself, so that its text is not lost.
    /// </summary>
    public void Finish()
    {
        while (_table is not null)
            EndStructure("table");
        EndBlock();
        _figures.Finish();
        foreach (var subhead in _subheads)
            _paragraphs.Add(new Paragraph(subhead.Text));
        _subheads.Clear();
    }

    void AddParagraph(Paragraph paragraph)
    {
        if (paragraph.Kind == ParagraphKind.Item)
            paragraph = paragraph with { Level = _lists.Count, IsOrdered = _lists.Peek() };
        _paragraphs.Add(paragraph with { Subheads = [.. _subheads] });
        _subheads.Clear();
    }

    void AddImage(Func<string, string?> attribute)
    {
        if (attribute("src") is not { Length: > 0 } source)
            return;
        Add(new Picture
        {
            Caption = OneLine.Of(attribute("alt") ?? ""),
            UsageTerms = TermsOf(attribute("title"), attribute("alt")),
            Renditions =
            [
                new Rendition("", source)
                {
                    Width = Pixels(attribute("width")),
                    Height = Pixels(attribute("height")),
                },
                .. SourceSet.Read(attribute("srcset")).Where(file => file.Href != source),
            ],
        });
    }

    /// <summary>What limits use in a text that a caption replaces, or that nobody sees.</summary>
    static UsageTerms? TermsOf(params ReadOnlySpan<string?> texts)
    {
        var terms = new List<string>();
        foreach (var text in texts)
        {
            if (text?.Length > 0 && Restrictions.PartFrom(text, text.Length).Terms is { Length: > 0 } limits
                && !terms.Contains(limits))
                terms.Add(limits);
        }
        return terms.Count > 0 ? new UsageTerms(Restrictions.Join(terms)) : null;
    }

    void StartBlock(string name, Func<string, string?> attribute)
    {
        if (name is "td" or "th" && _table is not null)
            _table.StartCell(_text, name == "th");
        else if (name == "tr" && _table is not null)
            _table.StartRow(_text);
        else
            EndBlock();
        _unknown.IsInLine = BodyElements.IsLine(name);
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when _table is null:
                _heading = name[1] - '0';
                break;
            case "hl1" or "hl2" when _table is null:
                _heading = 2;
                break;
            case "ul" or "ol" or "dl":
                _lists.Push(name == "ol");
                _isItem = false;
                break;
            case "li" or "dt" or "dd":
                _isItem = true;
                break;
            case "blockquote" or "bq":
                _quotes++;
                break;
            case "pre":
                _pre++;
                break;
            case "table" when _table is null:
                _table = new TableBuilder();
                break;
            case "table":
                _table.Nest();
                break;
            case "figure":
                _figures.Start();
                break;
            case "figcaption":
                _figures.StartCaption();
                break;
        }
    }

    void EndStructure(string name)
    {
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hl1" or "hl2":
                _heading = 0;
                break;
            case "ul" or "ol" or "dl":
                _lists.TryPop(out _);
                _isItem = _lists.Count > 0;
                break;
            case "blockquote" or "bq":
                _quotes = Math.Max(0, _quotes - 1);
                break;
            case "pre":
                _pre = Math.Max(0, _pre - 1);
                break;
            case "td" or "th" or "tr":
                _table?.EndCell(_text);
                break;
            case "table" when _table is not null && !_table.IsNested:
                var table = _table.Build(_text);
                _cells += _table.Cells;
                _table = null;
                if (string.IsNullOrWhiteSpace(table.ToText()))
                    break;
                if (_figures.IsCaption)
                    _figures.Add(table.ToText());
                else
                    AddParagraph(Paragraph.Of(table));
                break;
            case "table":
                _table?.Unnest();
                break;
            case "figure":
                _figures.End();
                break;
            case "figcaption":
                _figures.EndCaption();
                break;
        }
    }

    static int? Pixels(string? text) => int.TryParse(text, out var pixels) && pixels > 0 ? pixels : null;
}

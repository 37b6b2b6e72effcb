using System.Text;

namespace Writethru.Formats.Markup;

/// <summary>
/// An element of a document as it was read. Names are local names: prefixes and versions of namespaces vary.
/// </summary>
/// <remarks>Most elements hold one text or none; only the others have a list.</remarks>
sealed class XmlPart(string name, string ns, int line, int column, XmlAttribute[] attributes)
{
    string _text = "";
    List<XmlNode>? _content;

    /// <summary>The local name, verbatim.</summary>
    public string Name { get; } = name;

    /// <summary>The namespace; empty when none.</summary>
    public string Namespace { get; } = ns;

    /// <summary>Line of its start in the text that was parsed, 1-based.</summary>
    public int Line { get; } = line;

    /// <summary>Column of its name in that line, 1-based.</summary>
    public int Column { get; } = column;

    /// <summary>The attributes without namespace declarations, in document order.</summary>
    public IReadOnlyList<XmlAttribute> Attributes { get; } = attributes;

    /// <summary>Elements and text, in document order.</summary>
    public IReadOnlyList<XmlNode> Content =>
        _content ?? (_text.Length > 0 ? [new XmlNode(null, _text)] : (IReadOnlyList<XmlNode>)[]);

    /// <summary>The child elements, in document order.</summary>
    public IEnumerable<XmlPart> Children
    {
        get
        {
            foreach (var node in _content ?? [])
            {
                if (node.Part is { } part)
                    yield return part;
            }
        }
    }

    public void Add(XmlPart child) => List().Add(new XmlNode(child, ""));

    public void Add(string text)
    {
        if (_content is null && _text.Length == 0)
            _text = text;
        else
            List().Add(new XmlNode(null, text));
    }

    List<XmlNode> List() => _content ??= _text.Length > 0 ? [new XmlNode(null, _text)] : [];

    /// <summary>The value of the attribute with that local name; null when there is none.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name == name)
                return attribute.Value;
        }
        return null;
    }

    /// <summary>The first child element of that name; null when there is none.</summary>
    public XmlPart? Child(string name)
    {
        if (_content is null)
            return null;
        foreach (var node in _content)
        {
            if (node.Part is { } part && part.Name == name)
                return part;
        }
        return null;
    }

    /// <summary>The first descendant along these names; null when one of them is missing.</summary>
    public XmlPart? Child(params ReadOnlySpan<string> path)
    {
        XmlPart? part = this;
        foreach (var name in path)
            part = part?.Child(name);
        return part;
    }

    /// <summary>All child elements of that name.</summary>
    public IEnumerable<XmlPart> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>This element and all elements in it, in document order.</summary>
    public IEnumerable<XmlPart> SelfAndDescendants()
    {
        var open = new Stack<XmlPart>([this]);
        while (open.TryPop(out var part))
        {
            yield return part;
            for (var i = (part._content?.Count ?? 0) - 1; i >= 0; i--)
            {
                if (part._content![i].Part is { } child)
                    open.Push(child);
            }
        }
    }

    /// <summary>All text in it, verbatim.</summary>
    public string Text
    {
        get
        {
            if (_content is null)
                return _text;
            var text = new StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    /// <summary>All text in it on one line: white space collapses to one space.</summary>
    public string TextOnOneLine => OneLine.Of(Text);

    void AppendText(StringBuilder text)
    {
        if (_content is null)
            text.Append(_text);
        foreach (var node in _content ?? [])
        {
            if (node.Part is { } part)
                part.AppendText(text);
            else
                text.Append(node.Text);
        }
    }
}

/// <summary>A child of an element: another element, or text.</summary>
/// <param name="Part">The element; null when it is text.</param>
/// <param name="Text">The text, verbatim; empty when it is an element.</param>
readonly record struct XmlNode(XmlPart? Part, string Text);

/// <summary>An attribute.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Namespace">Namespace; empty when none.</param>
/// <param name="Value">Value, verbatim.</param>
readonly record struct XmlAttribute(string Name, string Namespace, string Value);

/// <summary>Makes text of markup into one line.</summary>
static class OneLine
{
    /// <summary>Runs of space, tab, CR, LF and FF become one space; none is left at the ends. Others stay.</summary>
    public static string Of(string text)
    {
        var one = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsCollapsible(c))
                one.Append(c);
            else if (one.Length > 0 && one[^1] != ' ')
                one.Append(' ');
        }
        if (one.Length > 0 && one[^1] == ' ')
            one.Length--;
        return one.ToString();
    }

    /// <summary>Whether markup keeps the text: each line is as it would be read, and none is empty.</summary>
    public static bool IsKept(string text) =>
        text.Split('\n').All(line => line.Length > 0 && !IsCollapsible(line[^1]) && Of(line) == line);

    /// <summary>White space of markup, of which runs collapse; a no-break space is none.</summary>
    public static bool IsCollapsible(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}

using System.Xml;

namespace Writethru.Formats.Markup;

/// <summary>Builds the elements of a document within the limits, without recursion.</summary>
static class XmlTree
{
    /// <summary>The root; null when a limit is passed, and <paramref name="tooMuch"/> says which.</summary>
    /// <exception cref="XmlException">The document is not well-formed.</exception>
    public static XmlPart? Build(XmlReader reader, ReadOptions options, out string tooMuch)
    {
        tooMuch = "";
        XmlPart? root = null;
        var open = new Stack<XmlPart>();
        var place = (IXmlLineInfo)reader;
        var (nodes, preformatted) = (0, 0);
        while (reader.Read())
        {
            if (++nodes > options.MaxNodes)
                return TooMuch($"More than {options.MaxNodes} elements and pieces of text.", out tooMuch);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= options.MaxDepth)
                        return TooMuch($"Nested deeper than {options.MaxDepth}.", out tooMuch);
                    if (reader.AttributeCount > options.MaxAttributes)
                        return TooMuch($"More than {options.MaxAttributes} attributes.", out tooMuch);
                    var part = ReadStart(reader, place, out var isEmpty);
                    if (open.TryPeek(out var parent))
                        parent.Add(part);
                    root ??= part;
                    if (!isEmpty)
                        open.Push(part);
                    preformatted += !isEmpty && part.Name == "pre" ? 1 : 0;
                    break;
                case XmlNodeType.EndElement:
                    preformatted -= open.Pop().Name == "pre" ? 1 : 0;
                    break;
                case XmlNodeType.Whitespace when preformatted == 0:
                    // Indentation, most often: what it is made of matters only in preformatted text.
                    if (open.TryPeek(out var around))
                        around.Add(" ");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace:
                    if (open.TryPeek(out var holder))
                        holder.Add(reader.Value);
                    break;
            }
        }
        return root;
    }

    static XmlPart ReadStart(XmlReader reader, IXmlLineInfo place, out bool isEmpty)
    {
        isEmpty = reader.IsEmptyElement;
        var (name, ns, line, column) =
            (reader.LocalName, reader.NamespaceURI, place.LineNumber, place.LinePosition);
        if (reader.AttributeCount == 0)
            return new XmlPart(name, ns, line, column, []);
        var attributes = new XmlAttribute[reader.AttributeCount];
        var count = 0;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns")
                attributes[count++] = new XmlAttribute(reader.LocalName, reader.NamespaceURI, reader.Value);
        }
        return new XmlPart(name, ns, line, column, count == attributes.Length ? attributes : attributes[..count]);
    }

    static XmlPart? TooMuch(string what, out string tooMuch)
    {
        tooMuch = what;
        return null;
    }
}

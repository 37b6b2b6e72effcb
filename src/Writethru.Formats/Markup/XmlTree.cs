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
        var nodes = 0;
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
                    var part = new XmlPart(
                        reader.LocalName, reader.NamespaceURI, place.LineNumber, place.LinePosition);
                    if (open.TryPeek(out var parent))
                        parent.Add(new XmlNode(part, ""));
                    root ??= part;
                    if (!reader.IsEmptyElement)
                        open.Push(part);
                    ReadAttributes(reader, part);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace:
                    if (open.TryPeek(out var holder))
                        holder.Add(new XmlNode(null, reader.Value));
                    break;
            }
        }
        return root;
    }

    static void ReadAttributes(XmlReader reader, XmlPart part)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns")
                part.Add(new XmlAttribute(reader.LocalName, reader.NamespaceURI, reader.Value));
        }
    }

    static XmlPart? TooMuch(string what, out string tooMuch)
    {
        tooMuch = what;
        return null;
    }
}

using System.Xml;

namespace Writethru.Formats.NewsMl12;

/// <summary>Elements of the shapes that NewsML repeats.</summary>
static class NewsMlXml
{
    /// <summary>An element that is nothing but a formal name.</summary>
    public static void Name(XmlWriter xml, string element, string name)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("FormalName", name);
        xml.WriteEndElement();
    }

    /// <summary>A party in the part that the element names; nothing without a name.</summary>
    public static void Party(XmlWriter xml, string element, string name)
    {
        if (name.Length == 0)
            return;
        xml.WriteStartElement(element);
        Name(xml, "Party", name);
        xml.WriteEndElement();
    }

    /// <summary>A property with a value.</summary>
    public static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("Property");
        xml.WriteAttributeString("FormalName", name);
        xml.WriteAttributeString("Value", value);
        xml.WriteEndElement();
    }

    /// <summary>An element with text; nothing without text.</summary>
    public static void Text(XmlWriter xml, string element, string text)
    {
        if (text.Length > 0)
            xml.WriteElementString(element, text);
    }

    /// <summary>A line of a type that is not one of the standard's.</summary>
    public static void Line(XmlWriter xml, string type, string text)
    {
        xml.WriteStartElement("NewsLine");
        Name(xml, "NewsLineType", type);
        xml.WriteElementString("NewsLineText", text);
        xml.WriteEndElement();
    }

    /// <summary>A comment; nothing without text.</summary>
    public static void Comment(XmlWriter xml, string? name, string text)
    {
        if (text.Length == 0)
            return;
        xml.WriteStartElement("Comment");
        if (name is not null)
            xml.WriteAttributeString("FormalName", name);
        xml.WriteString(text);
        xml.WriteEndElement();
    }
}

using System.Buffers;
using System.Text;
using System.Xml;
using Writethru.Copy;
using XmlText = Writethru.Formats.Markup.XmlText;

namespace Writethru.Formats.Feeds;

/// <summary>What Atom and RSS write alike.</summary>
static class FeedXml
{
    static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Writes a document.</summary>
    public static void Write(IBufferWriter<byte> output, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, _settings))
        {
            xml.WriteStartDocument();
            write(xml);
        }
        output.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>
    /// Writes an element with text, without the characters that XML lacks; nothing when there is no text.
    /// </summary>
    public static void Element(
        XmlWriter xml, string name, string ns, string text, params ReadOnlySpan<string> attributes)
    {
        if (text.Length == 0)
            return;
        xml.WriteStartElement(name, ns);
        Attributes(xml, attributes);
        xml.WriteString(XmlText.Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>Writes an element without text.</summary>
    public static void Empty(XmlWriter xml, string name, string ns, params ReadOnlySpan<string> attributes)
    {
        xml.WriteStartElement(name, ns);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    /// <summary>
    /// Links of an entry that have a registered relation; one alternate of a media type (RFC 4287, 4.1.2).
    /// </summary>
    public static void Links(XmlWriter xml, FeedEntry entry)
    {
        var alternates = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in entry.Links)
        {
            if (link.Rel == LinkRels.Alternate && !alternates.Add(link.MediaType))
                continue;
            if (AtomRels.Write(link.Rel) is { } rel && References.IsIri(link.Target) && References.IsSafe(link.Target))
            {
                Empty(xml, "link", FeedNames.Atom, "rel", rel, "href", link.Target, "title", link.Title,
                    "type", link.MediaType.Contains('/', StringComparison.Ordinal) ? link.MediaType : "");
            }
        }
    }

    /// <summary>Pictures as Media RSS, which readers of Atom know too.</summary>
    public static void Pictures(XmlWriter xml, FeedEntry entry)
    {
        foreach (var picture in entry.Shown)
        {
            xml.WriteStartElement("group", FeedNames.Media);
            foreach (var file in picture.Renditions.Where(file => References.IsWeb(file.Href)))
            {
                Empty(xml, "content", FeedNames.Media, "url", file.Href, "type", file.MediaType, "medium", "image",
                    "width", Number(file.Width), "height", Number(file.Height), "fileSize", Number(file.Bytes));
            }
            Element(xml, "title", FeedNames.Media, picture.Headline);
            Element(xml, "description", FeedNames.Media, picture.Caption);
            Element(xml, "credit", FeedNames.Media, picture.Credit);
            Element(xml, "copyright", FeedNames.Media, picture.CopyrightNotice);
            Element(xml, "license", FeedNames.Media, picture.UsageTerms?.Text ?? "");
            xml.WriteEndElement();
        }
    }

    /// <summary>The take as our extension.</summary>
    public static void Extension(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("wt", "take", FeedNames.Extension);
        JsonAsXml.Write(xml, entry.Extension);
        xml.WriteEndElement();
    }

    /// <summary>A number as XML writes it; empty when there is none.</summary>
    public static string Number(long? number) => number is { } value ? XmlConvert.ToString(value) : "";

    static void Attributes(XmlWriter xml, ReadOnlySpan<string> attributes)
    {
        for (var i = 0; i + 1 < attributes.Length; i += 2)
        {
            if (attributes[i + 1].Length > 0)
                xml.WriteAttributeString(attributes[i], XmlText.Clean(attributes[i + 1]));
        }
    }
}

using System.Xml;
using Writethru.Copy;
using XmlText = Writethru.Formats.Markup.XmlText;

namespace Writethru.Formats.Feeds;

/// <summary>Takes as an Atom 1.0 feed (RFC 4287); a kill is a tombstone (RFC 6721).</summary>
static class AtomWriter
{
    const string Atom = FeedNames.Atom;

    public static void Write(XmlWriter xml, FeedOutline outline, IReadOnlyList<FeedEntry> entries)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "media", null, FeedNames.Media);
        xml.WriteElementString("id", Atom, outline.Id);
        xml.WriteElementString("title", Atom, XmlText.Clean(outline.Title));
        xml.WriteElementString("updated", Atom, Instant.Write(outline.Updated));
        WriteAuthor(xml, outline.Title);
        if (outline.Self.Length > 0)
            FeedXml.Empty(xml, "link", Atom, "rel", "self", "href", outline.Self, "type", "application/atom+xml");
        if (outline.Site.Length > 0)
            FeedXml.Empty(xml, "link", Atom, "rel", "alternate", "href", outline.Site);
        foreach (var entry in entries)
        {
            if (entry.IsCanceled)
                Tombstone.Write(xml, entry);
            else
                WriteEntry(xml, entry);
        }
        xml.WriteEndElement();
    }

    static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        if (entry.Language.Length > 0)
            xml.WriteAttributeString("xml", "lang", null, entry.Language);
        xml.WriteElementString("id", Atom, entry.Id);
        xml.WriteElementString("title", Atom, XmlText.Clean(entry.Title));
        xml.WriteElementString("updated", Atom, entry.Updated);
        FeedXml.Element(xml, "published", Atom, entry.Published ?? "");
        WriteAuthor(xml, entry.Author);
        foreach (var subject in entry.Take.Subjects.Where(subject => subject.Code.Length > 0))
        {
            FeedXml.Empty(xml, "category", Atom, "term", subject.Code,
                "scheme", References.IsIri(subject.Scheme) ? subject.Scheme : "", "label", subject.Name);
        }
        foreach (var keyword in entry.Take.Keywords.Where(keyword => keyword.Length > 0))
            FeedXml.Empty(xml, "category", Atom, "term", keyword);
        FeedXml.Links(xml, entry);
        FeedXml.Element(xml, "rights", Atom, entry.Rights);
        FeedXml.Element(xml, "summary", Atom, entry.Take.Descriptions.FirstOrDefault()?.Text ?? "");
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlText.Clean(entry.Html));
        xml.WriteEndElement();
        FeedXml.Pictures(xml, entry);
        FeedXml.Extension(xml, entry);
        xml.WriteEndElement();
    }

    static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, XmlText.Clean(name));
        xml.WriteEndElement();
    }
}

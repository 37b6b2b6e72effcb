using System.Globalization;
using System.Net;
using System.Xml;
using Writethru.Copy;
using XmlText = Writethru.Formats.Markup.XmlText;

namespace Writethru.Formats.Feeds;

/// <summary>Takes as an RSS 2.0 feed. RSS knows no tombstone: a kill is an item that says it is withdrawn.</summary>
static class RssWriter
{
    public static void Write(XmlWriter xml, FeedOutline outline, IReadOnlyList<FeedEntry> entries)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        foreach (var (prefix, ns) in (ReadOnlySpan<(string, string)>)
            [("atom", FeedNames.Atom), ("content", FeedNames.Content), ("dc", FeedNames.DublinCore),
             ("dcterms", FeedNames.DublinTerms), ("media", FeedNames.Media)])
            xml.WriteAttributeString("xmlns", prefix, null, ns);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Text(outline.Title));
        xml.WriteElementString("link", outline.Site.Length > 0 ? outline.Site : outline.Id);
        xml.WriteElementString("description", Text(outline.Title));
        xml.WriteElementString("lastBuildDate", Date(outline.Updated));
        if (outline.Self.Length > 0)
        {
            FeedXml.Empty(xml, "link", FeedNames.Atom, "rel", "self", "href", outline.Self,
                "type", "application/rss+xml");
        }
        foreach (var entry in entries)
            WriteItem(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteItem(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Text(entry.Title));
        if (!entry.IsCanceled)
            WriteAddress(xml, entry);
        FeedXml.Element(xml, "description", "", entry.IsCanceled
            ? Text(entry.Withdrawal)
            : Text(entry.Take.Descriptions.FirstOrDefault()?.Text ?? ""));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Date(entry.Filed.FiledAt));
        xml.WriteElementString("modified", FeedNames.DublinTerms, entry.Updated);
        if (!entry.IsCanceled)
            WriteCopy(xml, entry);
        FeedXml.Extension(xml, entry);
        xml.WriteEndElement();
    }

    static void WriteCopy(XmlWriter xml, FeedEntry entry)
    {
        FeedXml.Element(xml, "created", FeedNames.DublinTerms, entry.Published ?? "");
        FeedXml.Element(xml, "creator", FeedNames.DublinCore, entry.Author);
        FeedXml.Element(xml, "language", FeedNames.DublinCore, entry.Language);
        foreach (var subject in entry.Take.Subjects.Where(subject => subject.Code.Length > 0))
            FeedXml.Element(xml, "category", "", subject.Name.Length > 0 ? subject.Name : subject.Code,
                "domain", subject.Scheme);
        foreach (var keyword in entry.Take.Keywords)
            FeedXml.Element(xml, "category", "", keyword);
        FeedXml.Element(xml, "rights", FeedNames.DublinCore, entry.Rights);
        WriteEnclosure(xml, entry);
        FeedXml.Links(xml, entry);
        FeedXml.Pictures(xml, entry);
        FeedXml.Element(xml, "encoded", FeedNames.Content, entry.Html);
    }

    static void WriteAddress(XmlWriter xml, FeedEntry entry)
    {
        var address = entry.Take.Links.FirstOrDefault(link =>
            link.Rel == LinkRels.Alternate && References.IsWeb(link.Target));
        FeedXml.Element(xml, "link", "", address?.Target ?? "");
    }

    /// <summary>
    /// One enclosure, the first picture's file: many readers take no more. Type and length are required.
    /// </summary>
    static void WriteEnclosure(XmlWriter xml, FeedEntry entry)
    {
        var file = entry.Shown.SelectMany(picture => picture.Renditions).FirstOrDefault(file =>
            References.IsWeb(file.Href) && file.MediaType.Contains('/', StringComparison.Ordinal));
        if (file is not null)
        {
            FeedXml.Empty(xml, "enclosure", "", "url", file.Href, "length", FeedXml.Number(file.Bytes ?? 0),
                "type", file.MediaType);
        }
    }

    /// <summary>Readers take what looks like HTML for HTML: text that does is escaped once more.</summary>
    static string Text(string text)
    {
        var clean = XmlText.Clean(text);
        return FeedText.LooksLikeHtml(clean) ? WebUtility.HtmlEncode(clean) : clean;
    }

    static string Date(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}

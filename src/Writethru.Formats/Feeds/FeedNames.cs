using System.Collections.Frozen;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Namespaces of feeds, each under the prefix by which everyone knows it, whatever prefix the sender chose.
/// </summary>
static class FeedNames
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string DublinTerms = "http://purl.org/dc/terms/";
    public const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>Tombstones (RFC 6721, 3).</summary>
    public const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Ours: what no feed has a place for.</summary>
    public const string Extension = "urn:writethru:take:1";

    /// <summary>JSON as XML (W3C, XPath and XQuery Functions and Operators 3.1, 17.5).</summary>
    public const string JsonAsXml = "http://www.w3.org/2005/xpath-functions";

    const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>
    /// The namespaces of RSS and Atom themselves have no prefix here: their elements mean the same in both.
    /// </summary>
    static readonly FrozenDictionary<string, string> _prefixes = new Dictionary<string, string>
    {
        [""] = "",
        [Atom] = "",
        ["http://purl.org/atom/ns#"] = "",
        ["http://example.com/newformat#"] = "",
        ["http://example.com/necho"] = "",
        ["http://purl.org/echo/"] = "",
        ["http://purl.org/pie/"] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        [Content] = "content",
        [DublinCore] = "dc",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        [DublinTerms] = "dcterms",
        ["http://search.yahoo.com/mrss"] = "media",
        [Media] = "media",
        ["http://www.georss.org/georss"] = "georss",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://purl.org/syndication/thread/1.0"] = "thr",
        ["http://purl.org/rss/1.0/modules/slash/"] = "slash",
        ["http://wellformedweb.org/commentapi/"] = "wfw",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://web.resource.org/cc/"] = "cc",
        ["http://creativecommons.org/ns#"] = "cc",
        ["http://backend.userland.com/creativecommonsrssmodule"] = "cc",
        ["http://www.w3.org/2007/app"] = "app",
        ["http://purl.org/atom/app#"] = "app",
        ["http://prismstandard.org/namespaces/basic/2.0/"] = "prism",
        ["http://prismstandard.org/namespaces/1.2/basic/"] = "prism",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        [Tombstones] = "at",
        [Extension] = "wt",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Prefix and local name in lower case: <c>media:content</c>, <c>title</c>. An element of an unknown namespace has
    /// the prefix <c>?</c>, so that it is never taken for one of ours.
    /// </summary>
    public static string Of(XmlPart part) => _prefixes.GetValueOrDefault(part.Namespace.Trim(), "?") switch
    {
        "" => part.Name.ToLowerInvariant(),
        var prefix => $"{prefix}:{part.Name.ToLowerInvariant()}",
    };

    /// <summary>The name as the sender wrote it, for what is kept without being understood.</summary>
    public static string Shown(XmlPart part)
    {
        var prefix = _prefixes.GetValueOrDefault(part.Namespace.Trim(), part.Namespace);
        return prefix.Length == 0 ? part.Name : $"{prefix}:{part.Name}";
    }

    /// <summary>Whether it is an element of RSS or Atom of that name.</summary>
    public static bool Is(XmlPart part, string name) => Of(part) == name;

    /// <summary>The value of <c>xml:base</c> or <c>xml:lang</c>; empty when there is none.</summary>
    public static string XmlAttribute(XmlPart part, string name)
    {
        foreach (var attribute in part.Attributes)
        {
            if (attribute.Name == name && attribute.Namespace == Xml)
                return attribute.Value.Trim();
        }
        return "";
    }
}

using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>The roots of feeds in XML: where head and items stand in each.</summary>
static class FeedRoots
{
    static readonly string[] _rdfMarks = ["purl.org/rss/1", "netscape.com/", "purl.org/net/rss"];

    /// <summary>The format of a document by its root; null when it is no feed.</summary>
    public static string? FormatOf(XmlPart root) => FeedNames.Of(root) switch
    {
        "feed" or "entry" or "at:deleted-entry" => AtomFormat.FormatName,
        "rss" or "rdf:rdf" or "channel" => RssFormat.FormatName,
        _ => null,
    };

    /// <summary>
    /// The document without the namespace that its root declares by mistake: RSS 2.0 has none, and whoever gives it one
    /// means its elements all the same.
    /// </summary>
    public static XmlPart InNoNamespace(XmlPart root) =>
        root.Name.ToLowerInvariant() is "rss" or "channel" && FormatOf(root) is null
            ? Without(root, root.Namespace)
            : root;

    /// <summary>Bounded by the depth that a document may have.</summary>
    static XmlPart Without(XmlPart part, string ns)
    {
        var copy = new XmlPart(part.Name, part.Namespace == ns ? "" : part.Namespace, part.Line, part.Column,
            [.. part.Attributes]);
        foreach (var node in part.Content)
        {
            if (node.Part is { } child)
                copy.Add(Without(child, ns));
            else
                copy.Add(node.Text);
        }
        return copy;
    }

    /// <summary>How likely the first bytes are a feed of a format.</summary>
    public static Likelihood Recognise(ReadOnlySpan<byte> bytes, string format)
    {
        var root = XmlRoot.In(bytes);
        return root.Name switch
        {
            "feed" or "entry" or "deleted-entry" when format == AtomFormat.FormatName =>
                root.Text.Contains("tom", StringComparison.Ordinal) ? Likelihood.Certain : Likelihood.Likely,
            "rss" when format == RssFormat.FormatName => Likelihood.Certain,
            "RDF" when format == RssFormat.FormatName && _rdfMarks.Any(root.Text.Contains) => Likelihood.Certain,
            "channel" when format == RssFormat.FormatName => Likelihood.Likely,
            _ => Likelihood.No,
        };
    }

    /// <summary>The element that speaks of the feed itself; the root when there is none.</summary>
    public static XmlPart HeadOf(XmlPart root) =>
        root.Children.FirstOrDefault(child => FeedNames.Is(child, "channel")) ?? root;

    /// <summary>The items in document order; a lone entry is its own item.</summary>
    public static List<XmlPart> ItemsOf(XmlPart root)
    {
        if (IsItem(root))
            return [root];
        List<XmlPart> items = [];
        foreach (var child in root.Children)
        {
            if (IsItem(child))
                items.Add(child);
            else if (FeedNames.Is(child, "channel") || FeedNames.Is(child, "items"))
                items.AddRange(child.Children.Where(IsItem));
        }
        return items;
    }

    /// <summary>Whether the element is an item, an entry or a tombstone.</summary>
    public static bool IsItem(XmlPart part) => FeedNames.Of(part) is "item" or "entry" or "at:deleted-entry";

    /// <summary>What an element of a feed must have (RFC 4287, 4.1; RSS 2.0; RSS 1.0, 5).</summary>
    public static string[] RequiredOf(XmlPart part) => FeedNames.Of(part) switch
    {
        "feed" or "entry" when part.Namespace == FeedNames.Atom => ["id", "title", "updated"],
        "channel" => ["title", "link", "description"],
        "item" when part.Namespace.Length > 0 => ["title", "link"],
        _ => [],
    };
}

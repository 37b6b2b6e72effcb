using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>Reads what an item points to, relative references against their base.</summary>
sealed class LinkReader(FeedItem item, string against)
{
    /// <summary>The base of references in an element.</summary>
    public string Against(XmlPart part) =>
        References.Resolve(against, FeedNames.XmlAttribute(part, "base")) is { Length: > 0 } own ? own : against;

    /// <summary>A guid is a link unless it says that it is none (RSS 2.0).</summary>
    public void ReadPermalink(XmlPart part)
    {
        if (!"false".Equals(part.Attribute("isPermaLink"), StringComparison.OrdinalIgnoreCase)
            && References.Resolve(Against(part), part.Text.Trim()) is var address && References.IsWeb(address))
            item.Permalink = address;
    }

    /// <summary>RSS has the target as text, Atom as an attribute.</summary>
    public void ReadLink(XmlPart part)
    {
        if (part.Attribute("href") is not { } target)
        {
            AddLink(LinkRels.Alternate, part.TextOnOneLine, part);
            return;
        }
        switch (AtomRels.Read(part.Attribute("rel")))
        {
            case LinkRels.Enclosure:
                ReadEnclosure(target, part);
                break;
            case "license":
                item.AddLicence($"license: {target.Trim()}");
                break;
            case var rel:
                AddLink(rel, target, part);
                break;
        }
    }

    /// <summary>Adds a link; the first alternate is the address of the item.</summary>
    public void AddLink(string rel, string target, XmlPart part)
    {
        var address = References.Resolve(Against(part), target);
        if (address.Length == 0)
            return;
        if (rel == LinkRels.Alternate && item.Address.Length == 0)
            item.Address = address;
        item.Links.Add(new Link(rel, address)
        {
            Title = part.Attribute("title")?.Trim() ?? "",
            MediaType = part.Attribute("type")?.Trim() ?? "",
        });
    }

    /// <summary>A picture, or a link to any other file.</summary>
    public void ReadEnclosure(string target, XmlPart part)
    {
        var type = part.Attribute("type")?.Trim() ?? "";
        var href = References.Resolve(Against(part), target);
        var terms = string.Join("; ",
            LimitingParts.LimitsOn(part, part.Name).Select(limit => $"{limit.Path}: {limit.Words}"));
        if (href.Length == 0 || !FeedPictures.IsPicture("", type, href))
        {
            item.AddLicence(terms);
            AddLink(LinkRels.Enclosure, target, part);
            return;
        }
        item.Pictures.Add(new Picture
        {
            Caption = part.Attribute("title")?.Trim() ?? "",
            UsageTerms = terms.Length > 0 ? new UsageTerms(terms) : null,
            Renditions = [new Rendition(LinkRels.Enclosure, href)
            {
                MediaType = type,
                Bytes = long.TryParse(part.Attribute("length"), out var bytes) && bytes > 0 ? bytes : null,
            }],
        });
    }

    /// <summary>What the item answers (RFC 4685).</summary>
    public void ReadReply(XmlPart part) =>
        AddLink("in-reply-to", part.Attribute("ref") ?? part.Attribute("href") ?? "", part);

    /// <summary>A picture that an element names: RSS image, itunes:image.</summary>
    public void ReadImage(XmlPart part)
    {
        var href = part.Attribute("href") ?? part.Attribute("url")
            ?? part.Child("url")?.TextOnOneLine ?? part.TextOnOneLine;
        if (References.Resolve(Against(part), href) is { Length: > 0 } resolved)
        {
            item.Pictures.Add(new Picture
            {
                Caption = part.Child("title")?.TextOnOneLine ?? "",
                Renditions = [new Rendition("image", resolved)],
            });
        }
    }
}

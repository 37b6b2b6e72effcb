using System.Xml;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>A deleted entry (RFC 6721, 3): the item is canceled, and nothing of its copy is left.</summary>
static class Tombstone
{
    /// <summary>The take of a tombstone.</summary>
    public static Take Read(XmlPart part, FeedHead head, ReadOptions options, ItemNotes notes)
    {
        var item = new FeedItem(head, options, notes) { Updated = part.Attribute("when") ?? "" };
        var take = new Take
        {
            SenderId = part.Attribute("ref")?.Trim() ?? "",
            Status = TakeStatus.Canceled,
        };
        foreach (var child in part.Children)
        {
            switch (FeedNames.Of(child))
            {
                case "at:comment":
                    take = take with { Advisory = Comment(FeedText.Read(child, options, notes).Lines) };
                    break;
                case "at:by":
                    item.Keep("at:by", ShownText.Of(child));
                    break;
                case "link" when child.Attribute("href") is { } target:
                    item.Links.Add(new Link(AtomRels.Read(child.Attribute("rel")),
                        References.Resolve(head.Base, target)));
                    break;
                case "wt:take":
                    item.Ours = TakeExtension.Read(child, notes);
                    break;
                default:
                    item.Keep(FeedNames.Shown(child), ShownText.Of(child));
                    break;
            }
        }
        item.Take = take;
        notes.Add(FeedRemarks.Stopped, Severity.Note, "A deleted entry: status canceled.");
        var finished = item.Finish();
        return finished with { UsageTerms = null, CopyrightNotice = "", Byline = "" };
    }

    static Advisory? Comment(string text) => text.Length > 0 ? new Advisory(text) : null;

    /// <summary>Writes the tombstone of a take that was killed.</summary>
    public static void Write(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("at", "deleted-entry", FeedNames.Tombstones);
        xml.WriteAttributeString("ref", entry.Id);
        xml.WriteAttributeString("when", entry.Updated);
        FeedXml.Element(xml, "comment", FeedNames.Tombstones, entry.Withdrawal);
        FeedXml.Extension(xml, entry);
        xml.WriteEndElement();
    }
}

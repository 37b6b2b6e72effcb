using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Profiles;

namespace Writethru.Formats.Feeds;

/// <summary>Bytes of a feed in XML, RSS or Atom of any version, to the takes of its items.</summary>
static class FeedReader
{
    /// <summary>Reads a feed.</summary>
    /// <param name="bytes">The feed.</param>
    /// <param name="asked">Name of the format that was asked; the result names the one that was found.</param>
    /// <param name="options">Limits and defaults.</param>
    public static ReadResult Read(ReadOnlySpan<byte> bytes, string asked, ReadOptions options)
    {
        var source = XmlSource.Read(bytes, options);
        if (source.Root is not { } document)
            return source.Refuse(asked);
        var root = FeedRoots.InNoNamespace(document);
        var found = FeedRoots.FormatOf(root);
        if (found is null)
        {
            source.Remarks.Add(FeedRemarks.NotAFeed, Severity.Error, source.At(root),
                $"Found the root '{root.Name[..Math.Min(40, root.Name.Length)]}', expected rss, RDF, feed or entry.");
            return source.Refuse(asked);
        }
        var items = FeedRoots.ItemsOf(root);
        if (items.Count > options.MaxItems)
        {
            source.Remarks.Add(FeedRemarks.TooManyItems, Severity.Error, source.At(items[options.MaxItems]),
                $"{items.Count} items, more than {options.MaxItems}.");
            return source.Refuse(found);
        }
        var head = ReadHead(root, source, options);
        var result = new FeedResult(found, head, options, source.Remarks);
        foreach (var item in items)
            ReadItem(item, head, source, options, result);
        return result.Finish(source.Text);
    }

    static void ReadItem(XmlPart part, FeedHead head, XmlSource source, ReadOptions options, FeedResult result)
    {
        var notes = new ItemNotes(source.Remarks, source.At(part), options.IsStrict);
        if (FeedNames.Is(part, "at:deleted-entry"))
        {
            result.Add(Tombstone.Read(part, head, options, notes), notes);
            return;
        }
        var against = References.Resolve(head.Base, FeedNames.XmlAttribute(part, "base"));
        var item = new FeedItem(head, options, notes);
        XmlItemReader.Read(part, item, against.Length > 0 ? against : head.Base);
        foreach (var missing in FeedRoots.RequiredOf(part)
            .Where(name => !part.Children.Any(child => FeedNames.Is(child, name))))
            notes.AddForbidden(FeedRemarks.PartMissing, Severity.Note, $"No '{missing}': the standard wants one.");
        result.Add(item.Finish(), notes);
    }

    static FeedHead ReadHead(XmlPart root, XmlSource source, ReadOptions options)
    {
        var feed = FeedRoots.HeadOf(root);
        var notes = new ItemNotes(source.Remarks, source.At(feed), options.IsStrict);
        var head = new FeedHead
        {
            Base = Xml("base"),
            Language = Xml("lang").Replace('_', '-'),
            Zone = options.Profile?.Zone ?? "",
        };
        if (FeedRoots.IsItem(feed))
            return head;
        var left = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in feed.Children.Where(part => !FeedRoots.IsItem(part)))
        {
            if (FeedHeadReader.Read(part, head, options, notes) is { } next)
                head = next;
            else if (!FeedHeadReader.SaysNothing(part))
                left.Add(FeedNames.Shown(part));
        }
        if (left.Count > 0)
        {
            notes.Add(FeedRemarks.FeedPartsLeft, Severity.Note,
                $"Of the feed itself, not of its items, and not kept: {string.Join(", ", left.Take(40))}.");
        }
        foreach (var missing in FeedRoots.RequiredOf(feed)
            .Where(name => !feed.Children.Any(child => FeedNames.Is(child, name))))
            notes.AddForbidden(FeedRemarks.PartMissing, Severity.Note, $"No '{missing}': the standard wants one.");
        var profile = options.Profile ?? ProviderProfiles.Recognise(head.Title, head.Id);
        return head with { Base = head.Base.Length > 0 ? head.Base : head.Link, Zone = profile?.Zone ?? "" };

        string Xml(string name) => FeedNames.XmlAttribute(feed, name) is { Length: > 0 } own
            ? own
            : FeedNames.XmlAttribute(root, name);
    }
}

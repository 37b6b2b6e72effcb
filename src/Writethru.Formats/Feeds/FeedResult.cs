using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Gathers the takes of a feed. An item without headline and copy is no take, and is said to be there.
/// </summary>
sealed class FeedResult(string format, FeedHead head, ReadOptions options, RemarkBook remarks)
{
    readonly ImmutableArray<Take>.Builder _takes = ImmutableArray.CreateBuilder<Take>();
    readonly ImmutableArray<ItemWithoutCopy>.Builder _without = ImmutableArray.CreateBuilder<ItemWithoutCopy>();
    readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    int _items;

    /// <summary>Takes an item.</summary>
    public void Add(Take take, ItemNotes notes)
    {
        _items++;
        if (take.SenderId.Length > 0 && !_ids.Add(take.SenderId))
        {
            notes.AddForbidden(FeedRemarks.IdTwice, Severity.Warning,
                "The id of an item before it in the same feed: both are read, in the order of the feed.");
        }
        if (notes.IsTooMuch || take.Body.Length > options.MaxParagraphs || take.Pictures.Length > options.MaxParagraphs)
        {
            notes.Add(FeedRemarks.TooManyParts, Severity.Error,
                $"More than {options.MaxParagraphs} paragraphs or pictures: the item is refused.");
        }
        else if (IsEmpty(take))
        {
            _without.Add(new ItemWithoutCopy("item", take.SenderId, ""));
            notes.Add(FeedRemarks.NoCopy, Severity.Note, "Neither headline nor copy or picture: no take.");
        }
        else
            _takes.Add(take);
    }

    /// <summary>Takes an item that cannot be read at all.</summary>
    public void AddNothing(string why, ItemNotes notes)
    {
        _items++;
        _without.Add(new ItemWithoutCopy("item", "", ""));
        notes.AddForbidden(FeedRemarks.NoCopy, Severity.Warning, why);
    }

    static bool IsEmpty(Take take) => take is
    {
        Headline: "", Advisory: null, Body.IsEmpty: true, Pictures.IsEmpty: true, Descriptions.IsEmpty: true,
        Status: TakeStatus.Usable,
    };

    /// <summary>The result.</summary>
    public ReadResult Finish(WireText text)
    {
        if (_items == 0)
        {
            _without.Add(new ItemWithoutCopy("feed", head.Id, head.Title));
            remarks.Add(FeedRemarks.NoItems, Severity.Note, -1, "A feed without items: no copy in here.");
        }
        return new ReadResult
        {
            Format = format,
            Encoding = text.Charset,
            CharsetCertainty = text.Certainty,
            Takes = _takes.ToImmutable(),
            WithoutCopy = _without.ToImmutable(),
            Remarks = remarks.Resolve(text),
        };
    }
}

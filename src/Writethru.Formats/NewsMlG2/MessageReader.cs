using System.Collections.Frozen;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Bytes of a message or of one item to takes.</summary>
static class MessageReader
{
    static readonly FrozenSet<string> _items = new[]
    {
        "newsItem", "packageItem", "conceptItem", "planningItem", "knowledgeItem", "catalogItem", "catalog",
    }.ToFrozenSet();

    /// <summary>Parts of an item that examples and tests send alone.</summary>
    static readonly FrozenSet<string> _fragments =
        new[] { "contentSet", "contentMeta", "itemMeta", "groupSet", "newsCoverageSet", "conceptSet" }.ToFrozenSet();

    /// <summary>Whether a document with a root of that name is a message, an item or a part of one.</summary>
    public static bool IsRoot(string name) =>
        name is "newsMessage" or "itemSet" || _items.Contains(name) || _fragments.Contains(name);

    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var source = XmlSource.Read(bytes, options);
        if (source.Root is not { } root)
            return source.Refuse(NewsMlG2Format.FormatName);
        var items = Collect(root, source);
        if (items.Count > options.MaxItems)
        {
            source.Remarks.Add(
                NewsMlG2Remarks.TooManyItems, Severity.Error, -1, $"More than {options.MaxItems} items.");
            return source.Refuse(NewsMlG2Format.FormatName);
        }
        if (items.Count == 0)
        {
            source.Remarks.Add(NewsMlG2Remarks.NotAnItem, Severity.Error, source.At(root),
                $"'{Quoted.Short(root.Name)}' holds no item: expected newsItem, newsMessage or another of NewsML-G2.");
            return source.Refuse(NewsMlG2Format.FormatName);
        }
        var reader = new ItemReader(source, options);
        var read = items.Select(item => reader.Read(item.Part, item.Header)).ToList();
        if (!PackageBinding.Bind(read, source, options) || reader.IsTooMuch || read.Any(item => item.Take is { } take
            && (take.Body.Length > options.MaxParagraphs || take.Pictures.Length > options.MaxParagraphs)))
        {
            source.Remarks.Add(NewsMlG2Remarks.TooManyParts, Severity.Error, -1,
                $"More than {options.MaxParagraphs} paragraphs or pictures, or the same terms for very many items.");
            return source.Refuse(NewsMlG2Format.FormatName);
        }
        PictureJoining.Join(read, source);
        if (options.IsStrict)
            StrictRules.Check(root, source);
        return new ReadResult
        {
            Format = NewsMlG2Format.FormatName,
            Encoding = source.Text.Charset,
            CharsetCertainty = source.Text.Certainty,
            Takes = [.. read.Select(item => item.Take).OfType<Take>()],
            WithoutCopy = [.. read.Select(item => item.WithoutCopy).OfType<ItemWithoutCopy>()],
            Remarks = source.Remarks.Resolve(source.Text),
        };
    }

    /// <summary>The items in document order, each with the header of its message; messages may nest.</summary>
    static List<(XmlPart Part, XmlPart? Header)> Collect(XmlPart root, XmlSource source)
    {
        var items = new List<(XmlPart, XmlPart?)>();
        var open = new Stack<(XmlPart Part, XmlPart? Header)>([(root, null)]);
        while (open.TryPop(out var next))
        {
            if (_items.Contains(next.Part.Name))
                items.Add(next);
            else if (next.Part.Name is "newsMessage" or "itemSet")
            {
                var header = next.Part.Child("header") ?? next.Header;
                foreach (var child in next.Part.Children.Where(child => child.Name != "header").Reverse())
                    open.Push((child, header));
            }
            else if (next.Part == root && _fragments.Contains(root.Name))
                items.Add((Wrap(root, source), null));
            else if (next.Part != root)
            {
                source.Remarks.Add(NewsMlG2Remarks.PartsKept, Severity.Warning, source.At(next.Part),
                    $"'{Quoted.Short(next.Part.Name)}' where an item was expected: passed over.");
            }
        }
        return items;
    }

    /// <summary>Examples and tests send parts of an item alone.</summary>
    static XmlPart Wrap(XmlPart root, XmlSource source)
    {
        source.Remarks.Add(NewsMlG2Remarks.Fragment, Severity.Warning, source.At(root),
            $"'{root.Name}' alone: expected an item around it; read as a part of a news item.");
        var item = new XmlPart("newsItem", root.Namespace, root.Line, root.Column, []);
        item.Add(root);
        return item;
    }
}

using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMl12;

/// <summary>Bytes of a NewsML document, 1.0 to 1.2, to its takes.</summary>
static class NewsMlReader
{
    public static ReadResult Read(ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        var source = XmlSource.Read(bytes, options);
        if (source.Root is not { } root)
            return source.Refuse(NewsMlFormat.FormatName);
        if (root.Name is not ("NewsML" or "NewsItem" or "NewsComponent" or "TopicSet" or "Catalog"))
        {
            return Refuse(source, NewsMlRemarks.NotNewsMl,
                $"The root '{Quoted.Short(root.Name)}': expected NewsML.");
        }
        var items = root.Name == "NewsComponent" ? [Wrapped(root)]
            : root.SelfAndDescendants().Where(part => part.Name == "NewsItem").ToList();
        if (items.Count > options.MaxItems)
            return Refuse(source, NewsMlRemarks.TooManyItems, $"More than {options.MaxItems} items.");
        return items.Count > 0 ? ReadItems(root, items, source, options) : WithoutItems(root, source);
    }

    static ReadResult ReadItems(XmlPart root, List<XmlPart> items, XmlSource source, ReadOptions options)
    {
        var (takes, others) = (ImmutableArray.CreateBuilder<Take>(), ImmutableArray.CreateBuilder<ItemWithoutCopy>());
        var topics = new NewsMlTopics(root);
        var around = new Dictionary<XmlPart, Take>();
        var given = 0L;
        foreach (var part in items)
        {
            var item = new NewsMlItem(part, root.Child("NewsEnvelope"), new NewsMlDraft(source, options, topics));
            var take = item.Read(around.GetValueOrDefault(part));
            if (Around.Binds(item.Whole))
            {
                foreach (var inner in part.SelfAndDescendants().Skip(1).Where(inner => inner.Name == "NewsItem"))
                    around[inner] = item.Whole;
            }
            given += around.GetValueOrDefault(part)?.UsageTerms?.Text.Length ?? 0;
            if (item.IsTooMuch || given > options.MaxBytes)
            {
                return Refuse(source, NewsMlRemarks.TooManyParts,
                    $"More than {options.MaxParagraphs} paragraphs or pictures, or the same terms for very many.");
            }
            if (take is not null)
            {
                takes.Add(take);
                continue;
            }
            others.Add(item.WithoutCopy);
            source.Remarks.Add(NewsMlRemarks.WithoutCopy, Severity.Note, source.At(part),
                $"An item of the kind '{Quoted.Short(item.WithoutCopy.Kind)}': no copy in here.");
        }
        return Result(source, takes.ToImmutable(), others.ToImmutable());
    }

    /// <summary>Vocabularies and catalogs alone are no copy; anything else without items is a fault.</summary>
    static ReadResult WithoutItems(XmlPart root, XmlSource source)
    {
        var part = root.Name is "TopicSet" or "Catalog" ? root : root.Child("TopicSet") ?? root.Child("Catalog");
        if (part is null)
            return Refuse(source, NewsMlRemarks.NotNewsMl, "No NewsItem: expected at least one.");
        source.Remarks.Add(
            NewsMlRemarks.WithoutCopy, Severity.Note, source.At(part), $"A {part.Name}: no copy in here.");
        return Result(source, [], [new ItemWithoutCopy(
            part.Name, part.Attribute("Duid") ?? "", part.Attribute("FormalName") ?? "")]);
    }

    /// <summary>A component without its item, as some systems store it.</summary>
    static XmlPart Wrapped(XmlPart component)
    {
        var item = new XmlPart("NewsItem", component.Namespace, component.Line, component.Column, []);
        item.Add(component);
        return item;
    }

    static ReadResult Refuse(XmlSource source, string code, string message)
    {
        source.Remarks.Add(code, Severity.Error, -1, message);
        return source.Refuse(NewsMlFormat.FormatName);
    }

    static ReadResult Result(
        XmlSource source, ImmutableArray<Take> takes, ImmutableArray<ItemWithoutCopy> others) => new()
    {
        Format = NewsMlFormat.FormatName,
        Encoding = source.Text.Charset,
        CharsetCertainty = source.Text.Certainty,
        Takes = takes,
        WithoutCopy = others,
        Remarks = source.Remarks.Resolve(source.Text),
    };
}

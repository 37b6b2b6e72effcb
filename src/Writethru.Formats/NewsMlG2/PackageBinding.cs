using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// What binds a package binds the items of its message that it refers to, by itself or by packages in it: a status that
/// stops it holds them, its embargo is theirs, and so are its terms.
/// </summary>
sealed class PackageBinding
{
    readonly List<ReadItem> _items;
    readonly XmlSource _source;
    readonly ReadOptions _options;
    readonly ILookup<string, int> _byId;
    long _steps, _given;

    PackageBinding(List<ReadItem> items, XmlSource source, ReadOptions options)
    {
        (_items, _source, _options) = (items, source, options);
        _byId = Enumerable.Range(0, items.Count)
            .ToLookup(i => items[i].Part.Attribute("guid")?.Trim() ?? "", StringComparer.Ordinal);
    }

    /// <summary>Binds the items; false when packages refer to more, or give more, than the limits allow.</summary>
    public static bool Bind(List<ReadItem> items, XmlSource source, ReadOptions options)
    {
        var binding = new PackageBinding(items, source, options);
        foreach (var item in items.ToList())
        {
            if (item.Package is { } package && Around.Binds(package))
                binding.Bind(item.Part, package);
            foreach (var (reference, bound) in item.References.Where(reference => Around.Binds(reference.Binding)))
                binding.Bind(reference, bound);
        }
        return !binding.IsTooMuch;
    }

    bool IsTooMuch => _steps > _options.MaxNodes || _given > _options.MaxBytes;

    void Bind(XmlPart part, Take package)
    {
        var (open, seen) = (new Stack<XmlPart>([part]), new HashSet<int>());
        while (open.TryPop(out var next) && !IsTooMuch)
        {
            foreach (var reference in next.SelfAndDescendants())
            {
                _steps++;
                var target = reference.Attribute("residref") ?? reference.Attribute("href");
                if (reference.Name != "itemRef" || target?.Trim() is not { Length: > 0 } id)
                    continue;
                foreach (var i in _byId[id].Where(seen.Add))
                {
                    if (_items[i].Take is { } take)
                        _items[i] = _items[i] with { Take = Bound(_items[i], take, package) };
                    else if (_items[i].Package is not null)
                        open.Push(_items[i].Part);
                }
            }
        }
        if (seen.Count > 0)
        {
            _source.Remarks.Add(NewsMlG2Remarks.PackageBinds, Severity.Warning, _source.At(part),
                "A package that is stopped, embargoed or limited: so are the items of the message that it refers to.");
        }
    }

    Take Bound(ReadItem item, Take take, Take package)
    {
        if (package.UsageTerms is { } terms && take.UsageTerms is { } own)
            _given += terms.Whole.Length + own.Whole.Length;
        if (IsTooMuch)
            return take;
        take = Around.Bind(take, package);
        if (!item.IsPicture || take.Pictures is not [var picture])
            return take;
        picture = picture with { UsageTerms = UsageTerms.Join(picture.UsageTerms, package.UsageTerms) };
        return take with { Pictures = [picture] };
    }
}

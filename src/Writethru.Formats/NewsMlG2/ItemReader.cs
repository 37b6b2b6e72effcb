using System.Collections.Frozen;
using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>What an item came to: a take, or an item without copy.</summary>
/// <param name="Part">The item.</param>
/// <param name="Class">The local part of its class: text, picture, video; empty when it has none.</param>
/// <param name="Take">The take; null when there is no copy in it.</param>
/// <param name="WithoutCopy">What it is instead; null when there is a take.</param>
sealed record ReadItem(XmlPart Part, string Class, Take? Take, ItemWithoutCopy? WithoutCopy)
{
    public bool IsPicture => Class is "picture" or "graphic";

    /// <summary>
    /// What a package says of the items that it refers to: status, embargo, terms; null for other items.
    /// </summary>
    public Take? Package { get; init; }

    /// <summary>The references of a package that say by themselves what binds the item that they refer to.</summary>
    public ImmutableArray<(XmlPart Reference, Take Binding)> References { get; init; } = [];
}

/// <summary>Reads one item of any kind. Only news items hold copy.</summary>
sealed class ItemReader(XmlSource source, ReadOptions options)
{
    /// <summary>What is read by name, or says nothing but how the item is made.</summary>
    static readonly FrozenSet<string> _read = new[]
    {
        "catalogRef", "catalog", "rightsInfo", "itemMeta", "contentMeta", "partMeta", "contentSet",
    }.ToFrozenSet();

    /// <summary>Most paragraphs or pictures were passed: the item is to be refused.</summary>
    public bool IsTooMuch { get; private set; }

    public ReadItem Read(XmlPart part, XmlPart? header)
    {
        var item = new ItemReading(source, options, part, header);
        item.Take = item.Take with
        {
            SenderId = part.Attribute("guid")?.Trim() ?? "",
            SenderVersion = part.Attribute("version")?.Trim() ?? "",
        };
        if (part.Attribute("version") is { } version && !(long.TryParse(version, out var number) && number > 0))
        {
            item.Remark(NewsMlG2Remarks.ValueUnreadable, Severity.Warning, part,
                $"The version '{Quoted.Short(version)}' is no positive number: kept as it was written.");
        }
        if (part.Name == "packageItem")
        {
            return WithoutCopy(item, part.Name) with
            {
                Package = ReadBinding(item, item.Item.All("itemMeta"), item.Item),
                References =
                [
                    .. part.SelfAndDescendants().Where(inner => inner.Name == "itemRef" && inner.Children.Any(child =>
                        ItemMetaReader.MayStop(child) || Limits.AreIn(child)))
                        .Select(reference => (reference, ReadBinding(item.Anew(), [reference], reference))),
                ],
            };
        }
        if (part.Name != "newsItem")
            return WithoutCopy(item, part.Name);
        var pictures = new PictureReader(item);
        var rights = new RightsReader(item);
        rights.Read(part.All("rightsInfo"), pictures.Look());
        var dateline = ReadMeta(item);
        var content = new ContentReader(item);
        foreach (var set in part.All("contentSet"))
            content.Read(set);
        IsTooMuch |= content.IsTooMuch;
        Assemble(item, content, dateline, pictures, rights);
        IsTooMuch |= rights.IsTooMuch;
        return HasCopy(item) ? new ReadItem(part, item.Class, item.Take, null) : WithoutCopy(item, KindOf(item));
    }

    /// <summary>Only what binds: the rest of a package is no copy. The words of its notes count too.</summary>
    static Take ReadBinding(ItemReading item, IEnumerable<XmlPart> metas, XmlPart holder)
    {
        new RightsReader(item).Read(holder.All("rightsInfo"), new HashSet<string>());
        foreach (var part in metas)
            new ItemMetaReader(item).ReadBinding(part);
        foreach (var part in holder.Children.Where(
            part => part.Name is not ("rightsInfo" or "embargoed") && Limits.AreIn(part)
            && !_read.Contains(part.Name) && part.Name != "groupSet"))
            item.Keep(part.Name, part);
        return Settlement.Settle(item.Evidence.Into(item.Take with
        {
            Notes = [.. item.Lists.Notes],
            UsageTerms = item.JoinedTerms,
        }), new Findings());
    }

    static string KindOf(ItemReading item) => item.Class.Length > 0 && item.Class != "text" ? item.Class : "newsItem";

    static string? ReadMeta(ItemReading item)
    {
        if (item.Header is { } header)
            HeaderReader.Read(item, header);
        var meta = new ItemMetaReader(item);
        foreach (var part in item.Item.All("itemMeta"))
            meta.Read(part);
        var content = new ContentMetaReader(item);
        foreach (var part in item.Item.All("contentMeta"))
            content.Read(part);
        meta.Finish();
        if (item.Take.Language.Length == 0)
            item.Take = item.Take with { Language = item.Item.Attribute("lang")?.Trim() ?? "" };
        return content.Dateline;
    }

    static void Assemble(
        ItemReading item, ContentReader content, string? named, PictureReader pictures, RightsReader rights)
    {
        var opening = OpeningDateline.Part(item, named, content.Body, content.Pictures);
        var dateline = content.Dateline ?? opening.Dateline;
        if (named is { Length: > 0 } && dateline is not null && dateline.Text != named)
            item.Extras.Add(new Extra("contentMeta/dateline", named));
        var beside = pictures.Read(rights, opening.Body.Length);
        foreach (var part in item.Item.Children.Where(child => !_read.Contains(child.Name)))
            item.Keep(part.Name, part);
        OurProperties.Read(item);
        item.Evidence.OwnWords = item.Ours.GetValueOrDefault(Roles.Embargo) ?? "";
        item.Take = item.Evidence.Into(item.Lists.Into(item.Take) with
        {
            Dateline = dateline,
            Byline = item.Take.Byline.Length > 0 ? item.Take.Byline : opening.Byline,
            Body = opening.Body,
            Pictures = [.. opening.Pictures, .. beside],
            UsageTerms = item.JoinedTerms,
            Extras = item.Extras.ToImmutable(),
        });
        if (!item.Codes.AreOurs)
            item.Take = CopyParts.SetApart(item.Take);
        if (item.IsPicture)
            item.Take = PictureItem.Shape(item.Take, item.Codes.AreOurs);
        if (item.Take.SenderId.Length == 0)
            item.Remark(NewsMlG2Remarks.NoId, Severity.Warning, item.Item, "No guid: expected one.");
    }

    /// <summary>A stop is a take whatever the item holds, for it must reach those who have the item.</summary>
    static bool HasCopy(ItemReading item) => item.Take switch
    {
        { Status: not TakeStatus.Usable } => true,
        { Body.IsEmpty: false } or { Pictures.IsEmpty: false } => true,
        { Headline: "", Advisory: null } => false,
        _ => item.IsPicture || item.Class is "" or "text",
    };

    static ReadItem WithoutCopy(ItemReading item, string kind)
    {
        if (item.Item is { Name: "newsItem", Attributes.Count: 0 }
            && item.Item.Children.ToList() is [{ Name: not "itemMeta" } fragment])
            kind = fragment.Name;
        var meta = item.Item.Child("itemMeta");
        var title = new[]
        {
            item.Item.Child("contentMeta", "headline"), item.Item.Child("concept", "name"), meta?.Child("title"),
            item.Item.Child("title"), item.Item.Child("catalogContainer", "catalog", "title"),
            item.Item.Child("schemeMeta", "name"), item.Item.Child("conceptSet", "concept", "name"),
        }.Where(part => part is not null).Select(part => Texts.Of(part!)).FirstOrDefault(text => text.Length > 0) ?? "";
        item.Remark(NewsMlG2Remarks.NoCopy, Severity.Note, item.Item, $"No copy in this {kind}: recognised and kept.");
        return new ReadItem(
            item.Item, item.Class, null, new ItemWithoutCopy(kind, item.Take.SenderId, title));
    }
}

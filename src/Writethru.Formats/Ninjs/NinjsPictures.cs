using System.Collections.Immutable;
using System.Text.Json;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// What an object is associated with: pictures, and links to other items. One level deep; what an associated item has
/// of its own is not followed, so that no circle of them goes anywhere.
/// </summary>
sealed class NinjsPictures(RemarkBook remarks)
{
    readonly List<Picture> _pictures = [];
    readonly ImmutableArray<Link>.Builder _links = ImmutableArray.CreateBuilder<Link>(0);

    public ImmutableArray<Link> Links => _links.ToImmutable();

    public int Count => _pictures.Count;

    /// <summary>Takes an array (2.0 and later) or an object of named associations (1.x).</summary>
    public bool Take(JsonElement value, List<Extra> kept)
    {
        var others = new List<string>();
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Take("", item, others);
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                    Take(property.Name, property.Value, others);
                break;
            default:
                return value.ValueKind == JsonValueKind.Null;
        }
        if (others.Count > 0)
            kept.Add(new Extra("associations", $"[{string.Join(',', others)}]"));
        return true;
    }

    public void AddLink(string rel, string target) => _links.Add(new Link(rel, target));

    /// <summary>The picture that the item itself is.</summary>
    public void TakeItem(JsonElement root, UsageTerms? terms)
    {
        var fields = new NinjsPicture(root, isItem: true);
        if (fields.Binding.Count > 0)
        {
            remarks.Add(NinjsRemarks.PictureBound, Severity.Warning, -1,
                $"Fields that may bind the picture: {Names(fields.Binding)}; among its usage terms, to be cleared.");
        }
        if (fields.Dropped.Contains("renditions"))
        {
            remarks.Add(NinjsRemarks.PictureFieldsDropped, Severity.Warning, -1,
                "Fields of the picture's renditions that a take has no place for.");
        }
        var picture = fields.Picture with { After = 0 };
        _pictures.Insert(0, picture with { UsageTerms = UsageTerms.Join(terms, picture.UsageTerms) });
    }

    /// <summary>
    /// The pictures; those whose place nobody named stand after the last paragraph, or where the body shows one of
    /// their files.
    /// </summary>
    /// <param name="paragraphs">Number of paragraphs.</param>
    /// <param name="shown">The pictures that the markup of the body shows.</param>
    public ImmutableArray<Picture> Read(int paragraphs, ImmutableArray<Picture> shown)
    {
        var all = _pictures.ToList();
        var isAnyBound = all.Exists(picture => picture.UsageTerms is not null || picture.Withheld is not null);
        foreach (var inline in shown)
        {
            var twin = all.FindIndex(picture => picture.Renditions.Any(r => r.Href == inline.Renditions[0].Href));
            if (twin < 0)
                all.Add(isAnyBound ? Bound(inline) : inline);
            else
                all[twin] = Placed(all[twin], inline);
        }
        var placed = all.Select(picture => picture.After < 0 ? picture with { After = paragraphs } : picture);
        return shown.IsEmpty ? [.. placed] : [.. placed.OrderBy(picture => picture.After)];
    }

    /// <summary>The association's picture where the markup shows it; what the association says of it stands.</summary>
    Picture Placed(Picture picture, Picture inline)
    {
        if (picture.Withheld is not null)
            return picture with { After = picture.After < 0 ? inline.After : picture.After };
        var placed = LooseText.On(picture with
        {
            After = picture.After < 0 ? inline.After : picture.After,
            Caption = picture.Caption.Length > 0 ? picture.Caption : inline.Caption,
            UsageTerms = UsageTerms.Join(picture.UsageTerms, inline.UsageTerms),
        }, inline.Caption);
        if (placed.Instructions != picture.Instructions)
        {
            remarks.Add(NinjsRemarks.PictureWords, Severity.Note, -1,
                "The markup has a second caption for a picture: kept as an instruction with it.");
        }
        return placed;
    }

    /// <summary>
    /// Beside pictures with terms, one that only the markup shows may be one of those in another file.
    /// </summary>
    Picture Bound(Picture inline)
    {
        remarks.Add(NinjsRemarks.PictureBound, Severity.Warning, -1,
            "A picture that only the markup shows, beside pictures with terms: bound until a person clears it.");
        return inline with { UsageTerms = new UsageTerms("A picture of the body that no association names.") };
    }

    void Take(string name, JsonElement item, List<string> others)
    {
        if (item.ValueKind == JsonValueKind.Null)
            return;
        if (JsonText.Member(item, "type")?.ToLowerInvariant() is "picture" or "graphic")
            _pictures.Add(ReadPicture(item));
        else if (!ReadLink(name, item))
            others.Add(item.GetRawText());
    }

    /// <summary>
    /// An association that is no picture is a link; true when it is one of our own, which says nothing more.
    /// </summary>
    bool ReadLink(string name, JsonElement item)
    {
        if ((JsonText.Member(item, "uri") ?? JsonText.Member(item, "guid")) is not { Length: > 0 } target)
            return false;
        name = JsonText.Member(item, "name") ?? name;
        var isOurs = name.StartsWith(NinjsRoles.Link, StringComparison.Ordinal);
        _links.Add(new Link(isOurs ? name[NinjsRoles.Link.Length..] : JsonText.Member(item, "rel") ?? name, target)
        {
            Version = JsonText.Member(item, "version") ?? "",
            Title = JsonText.Member(item, "title") ?? JsonText.Member(item, "headline") ?? "",
            MediaType = JsonText.Member(item, "mimetype") ?? (isOurs ? MediaTypeOf(item) : ""),
        });
        return isOurs;
    }

    static string MediaTypeOf(JsonElement item)
    {
        var renditions = ImmutableArray.CreateBuilder<Rendition>();
        foreach (var property in item.EnumerateObject())
        {
            if (NinjsKeys.Of(property) == "renditions")
                NinjsRenditions.Read(property.Value, renditions, (_, _) => { });
        }
        return renditions.Count > 0 ? renditions[0].MediaType : "";
    }

    Picture ReadPicture(JsonElement item)
    {
        var picture = new NinjsPicture(item);
        if (picture.Dropped.Count > 0)
        {
            remarks.Add(NinjsRemarks.PictureFieldsDropped, Severity.Warning, -1,
                $"Fields of a picture that a take has no place for: {Names(picture.Dropped)}.");
        }
        if (picture.Loose.Count > 0 && picture.Withheld is null)
        {
            remarks.Add(NinjsRemarks.PictureWords, Severity.Note, -1,
                $"Text of a picture without a place of its own: {Names(picture.Loose)}; kept as an instruction "
                    + "with it.");
        }
        if (picture.UnknownStatus is { } status)
        {
            remarks.Add(NinjsRemarks.StatusUnknown, Severity.Warning, -1,
                $"Status {status} of a picture: expected usable, withheld or canceled; taken as withheld.");
        }
        if (picture.Binding.Count > 0 && picture.Withheld is null)
        {
            remarks.Add(NinjsRemarks.PictureBound, Severity.Warning, -1,
                $"Fields that may bind a picture: {Names(picture.Binding)}; among its usage terms, to be cleared.");
        }
        else if (picture.Binding.Count > 0)
        {
            remarks.Add(NinjsRemarks.PictureFieldsDropped, Severity.Warning, -1,
                $"Fields of a withheld picture, not kept: {Names(picture.Binding)}.");
        }
        return picture.Picture;
    }

    static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(20).Select(name => name[..Math.Min(60, name.Length)]));
}

using System.Collections.Immutable;
using System.Globalization;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Reads remote content: files of pictures are renditions, by picture; other files are links.</summary>
/// <remarks>Nothing is fetched. What binds a picture is among its own terms.</remarks>
sealed class PictureReader(ItemReading item)
{
    readonly List<XmlPart> _files = [];
    readonly List<XmlPart> _parts = [];
    readonly Dictionary<string, XmlPart> _byId = new(StringComparer.Ordinal);

    /// <summary>Looks at the content and its parts; rights that name one of these identities are a picture's.</summary>
    public IReadOnlySet<string> Look()
    {
        var ours = item.Item.All("partMeta").Where(IsOurs).SelectMany(part => RightsReader.Ids(part, "contentrefs"))
            .ToHashSet(StringComparer.Ordinal);
        _files.AddRange(item.Item.All("contentSet").SelectMany(set => set.All("remoteContent"))
            .Where(file => IsPicture(file) || file.Attribute("id") is { } id && ours.Contains(id)));
        foreach (var file in _files)
        {
            if (file.Attribute("id") is { } id)
                _byId.TryAdd(id, file);
        }
        var ids = _byId.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var part in item.Item.All("partMeta"))
        {
            if (IsOurs(part) || RightsReader.Ids(part, "contentrefs").Any(ids.Contains))
                _parts.Add(part);
            else
                KeepPart(part);
        }
        ids.UnionWith(_parts.Select(part => part.Attribute("partid")).OfType<string>());
        return ids;
    }

    /// <summary>The pictures in the order of the item; those whose place nobody named stand after the body.</summary>
    public ImmutableArray<Picture> Read(RightsReader rights, int paragraphs)
    {
        var pictures = ImmutableArray.CreateBuilder<Picture>();
        var used = new HashSet<XmlPart>();
        foreach (var part in _parts)
        {
            var refs = RightsReader.Ids(part, "contentrefs");
            var files = refs.Where(_byId.ContainsKey).Select(id => _byId[id]).Distinct().ToList();
            used.UnionWith(files);
            pictures.Add(Read(part, files, rights, paragraphs));
        }
        foreach (var group in Group(_files.Where(file => !used.Contains(file))))
            pictures.Add(FromFiles(group, rights) with { After = paragraphs });
        ReadOtherFiles();
        return pictures.ToImmutable();
    }

    /// <summary>A part that is no picture's has no home; its notes to editors speak of the item.</summary>
    void KeepPart(XmlPart part)
    {
        var notes = new NoteReader(item);
        foreach (var note in part.All("edNote"))
            notes.Read(note);
        item.Keep("partMeta", part);
    }

    bool IsOurs(XmlPart part) => part.Child("role") is { } role
        && item.Codes.Of(role) is { Scheme: Codes.Ours, Code: Roles.Picture };

    bool IsPicture(XmlPart file)
    {
        var type = file.Attribute("contenttype") ?? "";
        return type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            || type.Length == 0 && (item.IsPicture || IsJpeg(file));
    }

    static bool IsJpeg(XmlPart file) => (file.Attribute("format") ?? file.Attribute("formaturi"))
        ?.Contains("jpeg", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>
    /// A picture item is one picture. Elsewhere files of one identity belong together, and without one a picture ends
    /// where a rendition comes again.
    /// </summary>
    List<List<XmlPart>> Group(IEnumerable<XmlPart> files)
    {
        if (item.IsPicture)
            return files.ToList() is { Count: > 0 } all ? [all] : [];
        var groups = new List<(string Key, HashSet<string> Renditions, List<XmlPart> Files)>();
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var key = file.Child("altId")?.TextOnOneLine ?? file.Attribute("residref") ?? "";
            var rendition = file.Attribute("rendition") ?? "";
            var found = key.Length > 0 ? byKey.GetValueOrDefault(key, -1)
                : groups.Count > 0 && groups[^1].Key.Length == 0 && !groups[^1].Renditions.Contains(rendition)
                    ? groups.Count - 1 : -1;
            if (found < 0)
            {
                byKey[key] = groups.Count;
                groups.Add((key, [rendition], [file]));
            }
            else
            {
                groups[found].Files.Add(file);
                groups[found].Renditions.Add(rendition);
            }
        }
        return [.. groups.Select(group => group.Files)];
    }

    Picture Read(XmlPart part, List<XmlPart> files, RightsReader rights, int paragraphs)
    {
        var after = part.All("partMetaExtProperty")
            .Where(property => item.Codes.RoleOf(property, "rel") == Roles.AfterParagraph)
            .Select(property => int.TryParse(property.Attribute("value"), NumberStyles.None,
                CultureInfo.InvariantCulture, out var number) ? number : paragraphs)
            .DefaultIfEmpty(paragraphs).First();
        var notes = part.All("edNote").ToList();
        if (notes.Find(note => item.Codes.IsOurs(note.Attribute("role")) && item.Codes.RoleOf(note) == Roles.Withheld)
            is { } withheld)
        {
            var words = Texts.Of(withheld);
            var reason = words.StartsWith(Roles.WithheldNote, StringComparison.Ordinal)
                ? Words.Read<WithholdReason>(words[Roles.WithheldNote.Length..]) : null;
            return new Picture { After = after }.Withhold(reason ?? WithholdReason.Waiting);
        }
        var ids = files.Select(file => file.Attribute("id")).Append(part.Attribute("partid")).OfType<string>();
        var (terms, notice) = rights.Of(ids);
        var descriptions = part.All("description").OrderBy(text => !IsCaption(item.Codes.RoleOf(text))).ToList();
        var picture = new Picture
        {
            After = after,
            SenderId = part.Child("altId") is { } id ? Texts.Of(id) : item.Codes.AreOurs ? "" : IdentityOf(files),
            Headline = part.Child("headline") is { } headline ? Texts.Of(headline) : "",
            Caption = descriptions is [{ } caption, ..] ? Texts.Of(caption) : "",
            Credit = part.Child("creditline") is { } credit ? Texts.Of(credit) : "",
            Source = part.Child("infoSource") is { } source ? item.Codes.ConceptOf(source).Name : "",
            CopyrightNotice = notice,
            Renditions = [.. files.Select(ReadFile)],
        };
        var limits = notes.Select(note => Texts.Of(note)).Where(text => text.Length > 0)
            .Concat(KeepRest(part, rights)).Concat(LimitsOf(files, rights));
        return descriptions.Skip(1).Select(text => Texts.Of(text))
            .Aggregate(picture with { UsageTerms = Join(terms, limits) }, LooseText.On);
    }

    /// <summary>What binds a picture beside its rights is among its terms: notes, and whatever limits use.</summary>
    static UsageTerms? Join(UsageTerms? terms, IEnumerable<string> words)
    {
        List<string> all = [.. words];
        return UsageTerms.Join(terms, all.Count == 0 ? null : new UsageTerms(string.Join("; ", all)));
    }

    /// <summary>Keeps what has no home, and gives what limits use.</summary>
    List<string> KeepRest(XmlPart part, RightsReader rights)
    {
        var limits = new List<string>();
        foreach (var rest in part.Children.Where(child => child.Name is not ("role" or "altId"
            or "headline" or "creditline" or "description" or "infoSource" or "edNote" or "language")
            && !(child.Name == "partMetaExtProperty" && item.Codes.IsOurs(child.Attribute("rel")))))
        {
            if (Limits.AreInPicture(rest))
                limits.AddRange(rights.TermsOf($"partMeta/{rest.Name}", rest));
            else
                item.Keep($"partMeta/{rest.Name}", rest);
        }
        return limits;
    }

    /// <summary>What stands in the files of a picture and limits use.</summary>
    static List<string> LimitsOf(List<XmlPart> files, RightsReader rights) =>
        [.. files.SelectMany(file => file.Children).Where(Limits.AreInPicture)
            .SelectMany(part => rights.TermsOf($"remoteContent/{part.Name}", part)).Distinct()];

    Picture FromFiles(List<XmlPart> files, RightsReader rights)
    {
        var (terms, notice) = rights.Of(files.Select(file => file.Attribute("id")).OfType<string>());
        return new Picture
        {
            SenderId = IdentityOf(files),
            UsageTerms = Join(terms, LimitsOf(files, rights)),
            CopyrightNotice = notice,
            Renditions = [.. files.Select(ReadFile)],
        };
    }

    static string IdentityOf(List<XmlPart> files) => files
        .Select(file => file.Child("altId")?.TextOnOneLine ?? file.Attribute("residref"))
        .FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? "";

    Rendition ReadFile(XmlPart file) => new(
        item.Codes.RoleOf(file, "rendition"), (file.Attribute("href") ?? file.Attribute("residref") ?? "").Trim())
    {
        MediaType = file.Attribute("contenttype")?.Trim() ?? "",
        Width = (int?)Number(file.Attribute("width"), int.MaxValue),
        Height = (int?)Number(file.Attribute("height"), int.MaxValue),
        Bytes = Number(file.Attribute("size"), long.MaxValue),
        Sha256 = FileHash.Read(file.All("hash").FirstOrDefault(
            hash => FileHash.IsSha256(hash.Attribute("hashtypeuri") ?? hash.Attribute("hashtype")))?.Text),
    };

    static long? Number(string? text, long most) =>
        long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : null;

    void ReadOtherFiles()
    {
        foreach (var file in item.Item.All("contentSet").SelectMany(set => set.All("remoteContent")).Except(_files))
        {
            var target = (file.Attribute("residref") ?? file.Attribute("href") ?? "").Trim();
            if (target.Length > 0)
            {
                item.Lists.Links.Add(
                    new Link(LinkRels.Enclosure, target) { MediaType = file.Attribute("contenttype")?.Trim() ?? "" });
            }
            item.Keep("contentSet/remoteContent", file);
        }
    }

    /// <summary>Whether a role names the caption, by IPTC's scheme or another's.</summary>
    public static bool IsCaption(string role) =>
        role.EndsWith("caption", StringComparison.OrdinalIgnoreCase);
}

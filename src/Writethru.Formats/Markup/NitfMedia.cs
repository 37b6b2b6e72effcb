using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Markup;

/// <summary>The element <c>media</c> of NITF as a picture.</summary>
/// <remarks>
/// Nothing of a picture is kept outside of it: an extra would pass the gate even where the picture is withheld. What
/// has no home in a picture is named in a remark; what may bind it joins its usage terms.
/// </remarks>
sealed class NitfMedia(ReadOptions options, XmlSource source)
{
    static readonly string[] _bindingWords =
        ["embargo", "expir", "right", "usage", "terms", "restrict", "instruct", "licen", "release", "special", "use"];

    /// <summary>Attributes of a reference that a picture has a home for, or that say nothing about copy.</summary>
    static readonly string[] _homes =
    [
        "source", "name", "mime-type", "source-credit", "copyright", "height", "width", "units", "data-location", "id",
        "imagemap", "noflow", "coding",
    ];

    /// <summary>Types of media that are no picture: NITF's own, and what senders write for them.</summary>
    static readonly string[] _others =
    [
        "text", "audio", "video", "data", "application", "other", "sound", "film", "movie", "animation", "multimedia",
        "podcast", "radio", "tv", "broadcast", "stream", "html", "pdf", "document", "flash", "script",
    ];

    /// <summary>
    /// Whether it is a photo or a drawing; sound and film are not. A type that nobody knows is a picture, for only so
    /// do its terms bind it, unless its file is of another kind.
    /// </summary>
    public static bool IsPicture(XmlPart media)
    {
        var files = media.All("media-reference").Select(reference => reference.Attribute("mime-type") ?? "").ToList();
        if (files.Exists(file => file.StartsWith("image/", StringComparison.OrdinalIgnoreCase)))
            return true;
        var type = (media.Attribute("media-type") ?? "").Trim();
        return type.ToLowerInvariant() is "image" or "photo" or "picture" or "graphic" or ""
            || !Array.Exists(_others, other => type.StartsWith(other, StringComparison.OrdinalIgnoreCase))
            && files.TrueForAll(file => file.Length == 0);
    }

    /// <summary>The number of a picture that stands where its element stands.</summary>
    public const int InPlace = -1;

    /// <summary>The picture; <see cref="InPlace"/> unless it names its place.</summary>
    public Picture Read(XmlPart media)
    {
        var references = media.All("media-reference").ToList();
        var credits = references.Select(reference => reference.Attribute("source-credit") ?? "")
            .Where(credit => credit.Length > 0).Distinct().ToList();
        var producers = media.All("media-producer").ToList();
        var producer = string.Join("; ", producers.Select(NitfText.OneLineOf).Where(text => text.Length > 0));
        var picture = new Picture
        {
            After = InPlace,
            Credit = producers.Count > 0 ? producer : string.Join("; ", credits),
            Source = producers.Count > 0 ? string.Join("; ", credits) : "",
            CopyrightNotice = string.Join("; ", references
                .Select(reference => reference.Attribute("copyright") ?? "").Where(text => text.Length > 0).Distinct()),
            Renditions = [.. references.Select(Rendition).OfType<Rendition>()],
        };
        picture = ReadCaptions(media, picture, references);
        picture = ReadMetadata(media, picture);
        SayWhatIsLost(media, references);
        return picture.Withheld is { } reason ? picture.Withhold(reason) : picture;
    }

    Picture ReadCaptions(XmlPart media, Picture picture, List<XmlPart> references)
    {
        var captions = new List<string>();
        var isOurs = false;
        foreach (var part in media.All("media-caption"))
        {
            var text = NitfText.LinesOf(part, options);
            var role = NitfRoles.Of(part);
            isOurs |= role == NitfRoles.Caption;
            if (role == NitfRoles.Headline)
                picture = picture with { Headline = text };
            else if (role == NitfRoles.UsageTerms)
                picture = picture with { UsageTerms = Joined(picture.UsageTerms, text) };
            else if (text.Length > 0)
                captions.Add(text);
        }
        var texts = references.Select(NitfText.OneLineOf).Where(text => text.Length > 0).ToList();
        if (captions.Count == 0)
            captions.AddRange(texts);
        var caption = string.Join('\n', captions);
        if (isOurs)
            return picture with { Caption = caption };
        var beside = media.Children.Where(child => !IsKnown(child)).Select(child => NitfText.LinesOf(child, options));
        return texts.Concat(beside).Aggregate(WithTerms(media, picture with { Caption = caption }), LooseText.On);
    }

    /// <summary>Words that limit use leave the caption, in brackets or not; a credit beside them does too.</summary>
    Picture WithTerms(XmlPart media, Picture picture)
    {
        if (TermsIn(picture.Caption) is not { } parted)
            return WithCredit(picture);
        source.Remarks.Add(NitfContentRemarks.TermsInCaption, Severity.Note, source.At(media),
            "A caption with words that limit use: they are the picture's usage terms.");
        return picture with
        {
            Caption = parted.Caption,
            Credit = CreditLine.Join(picture.Credit, parted.Credit),
            UsageTerms = Joined(picture.UsageTerms, parted.UsageTerms!.Text),
        };
    }

    /// <summary>
    /// A credit beyond doubt that ends the caption, <c>(AP Photo/Jane Roe)</c>, is the picture's where it has none, or
    /// one that says as much; else it stays where it is printed.
    /// </summary>
    static Picture WithCredit(Picture picture)
    {
        var start = picture.Caption.LastIndexOf('\n') + 1;
        return Captions.Read(picture.Caption[start..], 0, out var byShape) is { Credit: { Length: > 0 } credit } parted
            && !byShape && (picture.Credit.Length == 0
                || picture.Credit.Contains(credit, StringComparison.OrdinalIgnoreCase))
            ? picture with
            {
                Caption = (picture.Caption[..start] + parted.Caption).TrimEnd(),
                Credit = picture.Credit.Length == 0 ? credit : picture.Credit,
                Source = picture.Source.Length == 0 ? parted.Source : picture.Source,
            }
            : picture;
    }

    /// <summary>
    /// A caption parted from the words in it that limit use, block by block; null when it has none.
    /// </summary>
    public static Picture? TermsIn(string caption)
    {
        var whole = new Picture();
        List<string> captions = [], terms = [];
        foreach (var block in Captions.BlocksOf(caption))
        {
            var parted = TermsInBlock(block);
            captions.Add(parted?.Caption ?? block);
            if (parted is null)
                continue;
            terms.Add(parted.UsageTerms!.Text);
            whole = whole with { Credit = CreditLine.Join(whole.Credit, parted.Credit) };
        }
        return terms.Count == 0 ? null : whole with
        {
            Caption = string.Join('\n', captions.Where(block => block.Length > 0)),
            UsageTerms = new UsageTerms(Restrictions.Join(terms)),
        };
    }

    static Picture? TermsInBlock(string caption)
    {
        if (caption.Length == 0)
            return null;
        if (Captions.Read(caption, 0, out _) is { UsageTerms: not null } parted)
            return parted;
        var limits = Restrictions.PartFrom(caption, caption.Length);
        return limits.Terms.Length == 0
            ? null
            : new Picture { Caption = limits.Bare, UsageTerms = new UsageTerms(limits.Terms) };
    }

    Picture ReadMetadata(XmlPart media, Picture picture)
    {
        List<string> bound = [], lost = [];
        foreach (var part in media.All("media-metadata"))
        {
            var (name, value) = (part.Attribute("name") ?? "", part.Attribute("value") ?? "");
            if (value.Length == 0)
                continue;
            switch (name.ToLowerInvariant())
            {
                case NitfRoles.Withheld when Words.Read<WithholdReason>(value.Replace(
                    NitfRoles.WithheldPrefix, "", StringComparison.Ordinal)) is { } reason:
                    picture = picture with { Withheld = reason };
                    break;
                case "id" when picture.SenderId.Length == 0:
                    picture = picture with { SenderId = value };
                    break;
                case "headline" when picture.Headline.Length == 0:
                    picture = picture with { Headline = value };
                    break;
                case "credit" or "byline" when picture.Credit.Length == 0:
                    picture = picture with { Credit = value };
                    break;
                case "caption" when picture.Caption.Length == 0:
                    picture = WithTerms(media, picture with { Caption = value });
                    break;
                case NitfRoles.After when int.TryParse(value, System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture, out var after):
                    picture = picture with { After = after };
                    break;
                case "status" when value.Trim().Equals("usable", StringComparison.OrdinalIgnoreCase):
                    break;
                case var word when word == "status"
                    || _bindingWords.Any(binding => word.Contains(binding, StringComparison.Ordinal))
                    || (LimitingNames.Of(name, name, value) ?? LimitingNames.OfNote(name, value)) is not null:
                    bound.Add(name);
                    picture = picture with { UsageTerms = Joined(picture.UsageTerms, $"{name}: {value}") };
                    break;
                case "byline" or "photographer" or "creator" or "author" when picture.Creator.Length == 0:
                    picture = picture with { Creator = value };
                    break;
                case "headline" or "credit" or "byline" or "caption":
                    picture = LooseText.On(picture, value);
                    break;
                default:
                    lost.Add(name);
                    break;
            }
        }
        Say(NitfContentRemarks.PictureBound, media, bound, "Fields that may bind a picture, among its usage terms");
        Say(NitfContentRemarks.PictureFieldsLost, media, lost, "Fields of a picture that a take has no place for");
        return picture;
    }

    void SayWhatIsLost(XmlPart media, List<XmlPart> references)
    {
        var lost = references.SelectMany(reference => reference.Attributes)
            .Where(attribute => attribute.Value.Length > 0 && attribute.Namespace.Length == 0
                && !_homes.Contains(attribute.Name))
            .Select(attribute => attribute.Name)
            .Distinct().ToList();
        Say(NitfContentRemarks.PictureFieldsLost, media, lost, "Fields of a picture that a take has no place for");
    }

    static bool IsKnown(XmlPart child) =>
        child.Name is "media-reference" or "media-caption" or "media-producer" or "media-metadata";

    void Say(string code, XmlPart media, List<string> names, string what)
    {
        if (names.Count > 0)
        {
            source.Remarks.Add(code, Severity.Warning, source.At(media),
                $"{what}: {string.Join(", ", names.Take(20).Select(name => name[..Math.Min(60, name.Length)]))}.");
        }
    }

    static UsageTerms Joined(UsageTerms? terms, string more) =>
        new(terms is null ? more : $"{terms.Text}; {more}");

    static Rendition? Rendition(XmlPart reference)
    {
        var href = reference.Attribute("source") is { Length: > 0 } file ? file : reference.Attribute("data-location");
        return href is not { Length: > 0 } ? null : new Rendition(reference.Attribute("name") ?? "", href)
        {
            MediaType = reference.Attribute("mime-type") ?? "",
            Width = Pixels(reference, "width"),
            Height = Pixels(reference, "height"),
        };
    }

    static int? Pixels(XmlPart reference, string name) =>
        int.TryParse(reference.Attribute(name), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;
}

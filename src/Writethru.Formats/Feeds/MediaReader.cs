using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Media RSS: a group is one picture in several files, a content alone is one picture, and what stands at the item
/// holds for all of them. What may bind a picture and is not evaluated stands among its terms, so that the gate waits.
/// </summary>
sealed class MediaReader(FeedItem item, string against)
{
    readonly List<XmlPart> _objects = [];
    readonly List<XmlPart> _thumbnails = [];
    readonly List<XmlPart> _words = [];
    readonly List<XmlPart> _limiting = [];
    bool _hasFilms;

    /// <summary>Takes an element of an item; false when it is none of this module.</summary>
    public bool Take(string name, XmlPart part)
    {
        var list = name switch
        {
            "media:group" or "media:content" => _objects,
            "media:thumbnail" => _thumbnails,
            "media:credit" or "media:copyright" or "media:license" or "media:restriction" or "media:rights"
                or "media:status" or "media:price" or "media:text" => _words,
            _ => null,
        };
        if (IsAddressAlone(part))
            return false;
        if (list is null && part.Namespace.Trim() is FeedNames.Media && IsLimiting(part))
            list = _words;
        list?.Add(part);
        if (name is "media:description" or "media:title" && Restrictions.AreIn(part.TextOnOneLine))
            _limiting.Add(part);
        return list is not null;
    }

    /// <summary>Whether it may bind a picture, not counting what says who owns it.</summary>
    public static bool IsLimiting(XmlPart part) => FeedNames.Of(part) is "media:copyright" or "media:license"
            or "media:restriction" or "media:rights" or "media:status" or "media:price"
        || FeedNames.Of(part).StartsWith("media:", StringComparison.Ordinal)
            && LimitingNames.Of(part.Name) is Limiting.Rights or Limiting.Embargo;

    /// <summary>Whether a credit is no name, but a place for mail or on the web.</summary>
    static bool IsAddressAlone(XmlPart part) => FeedNames.Is(part, "media:credit")
        && part.TextOnOneLine is { Length: > 0 } text && Person.Parse(text).Name.Length == 0;

    /// <summary>Ends the item. What the feed says of its pictures binds them as well.</summary>
    public void Finish(ImmutableArray<XmlPart> ofFeed)
    {
        var common = Words.Of([.. _words, .. ofFeed]).And(_limiting);
        item.OnPictures = common.On;
        List<Picture> pictures = [];
        foreach (var part in _objects)
            ReadObject(part, common, pictures);
        List<Rendition> thumbnails = [.. _thumbnails.Select(Thumbnail).Where(file => file.Href.Length > 0)];
        if (pictures.Count == 1)
            pictures[0] = pictures[0] with { Renditions = [.. pictures[0].Renditions, .. thumbnails] };
        else if (thumbnails.Count > 0)
            pictures.Add(common.On(new Picture { Renditions = [.. thumbnails] }));
        for (var i = 0; i < item.Pictures.Count; i++)
            item.Pictures[i] = common.On(item.Pictures[i]);
        item.Pictures.InsertRange(0, pictures);
        if (item.Pictures.Count == 0 || _hasFilms)
            BindItem(_hasFilms ? common : Words.Of(_words));
    }

    /// <summary>Without a picture the words can only mean the item; a film has no terms of its own in a take.</summary>
    void BindItem(Words common)
    {
        if (common.Credit.Length > 0)
            item.Set("media:credit", common.Credit, t => t.CreditLine, (t, text) => t with { CreditLine = text });
        item.AddRights(common.Notice);
        foreach (var terms in common.Terms)
            item.AddLicence(terms);
    }

    void ReadObject(XmlPart part, Words common, List<Picture> pictures)
    {
        var isGroup = FeedNames.Is(part, "media:group");
        XmlPart[] contents = isGroup ? [.. part.Children.Where(child => FeedNames.Is(child, "media:content"))] : [part];
        var words = Words.Of([.. isGroup ? part.Children : [], .. contents.SelectMany(content => content.Children)]);
        List<Rendition> files = [];
        foreach (var content in contents)
        {
            var file = File(content, "");
            if (FeedPictures.IsPicture(content.Attribute("medium") ?? "", file.MediaType, file.Href))
                files.Add(file);
            else if (file.Href.Length > 0)
                AddFilm(file, words.Title);
        }
        files.AddRange(part.SelfAndDescendants().Where(child => FeedNames.Is(child, "media:thumbnail"))
            .Select(Thumbnail));
        files.RemoveAll(file => file.Href.Length == 0);
        if (files.Count > 0)
            pictures.Add(common.On(words.On(new Picture { Renditions = [.. files] })));
        else
            BindItem(words);
        foreach (var child in contents.SelectMany(content => content.Children).Concat(isGroup ? part.Children : []))
        {
            if (LimitingNames.Of(FeedNames.Shown(child)) is Limiting.Embargo
                || FeedNames.Of(child) is "dcterms:available" or "dcterms:valid")
                new TermsReader(item).ReadValidity(child);
        }
        foreach (var other in part.SelfAndDescendants().Skip(1).Where(child => !Words.IsKnown(child)))
            item.Keep(FeedNames.Shown(other), ShownText.Of(other));
    }

    void AddFilm(Rendition file, string title)
    {
        _hasFilms = true;
        item.Links.Add(new Link(LinkRels.Enclosure, file.Href) { MediaType = file.MediaType, Title = title });
    }

    Rendition Thumbnail(XmlPart part) => File(part, "thumbnail");

    Rendition File(XmlPart part, string name) =>
        new(name, References.Resolve(against, part.Attribute("url") ?? part.TextOnOneLine))
        {
            MediaType = part.Attribute("type")?.Trim() ?? "",
            Width = Number(part.Attribute("width")),
            Height = Number(part.Attribute("height")),
            Bytes = long.TryParse(part.Attribute("fileSize"), out var bytes) && bytes > 0 ? bytes : null,
        };

    static int? Number(string? text) => int.TryParse(text, out var number) && number > 0 ? number : null;

    /// <summary>What is said about a picture, beside its files.</summary>
    sealed record Words(
        string Title, string Description, string Credit, string Notice, ImmutableArray<string> Terms)
    {
        /// <summary>What has no field of its own: a transcript, a second title.</summary>
        ImmutableArray<string> Loose { get; init; } = [];

        /// <summary>With what the item says of itself and of its pictures.</summary>
        public Words And(List<XmlPart> parts) => this with { Loose = [.. Loose, .. parts.Select(LineOf)] };

        public static bool IsKnown(XmlPart part) => !IsAddressAlone(part) && (FeedNames.Of(part) is "media:content"
            or "media:thumbnail" or "media:title" or "media:description" or "media:credit" or "media:copyright"
            or "media:license" or "media:restriction" or "media:rights" or "media:status" or "media:price"
            or "media:text" || IsOfRights(part));

        public static Words Of(IReadOnlyList<XmlPart> parts)
        {
            var terms = ImmutableArray.CreateBuilder<string>();
            foreach (var part in parts)
            {
                switch (FeedNames.Of(part))
                {
                    case "media:license" or "media:rights" when part.TextOnOneLine.Length > 0:
                        terms.Add(part.TextOnOneLine);
                        break;
                    case "media:copyright" when !Ownership.IsNotice(part.TextOnOneLine):
                        terms.Add(part.TextOnOneLine);
                        break;
                    case "media:license" or "media:rights" or "media:restriction" or "media:status" or "media:price":
                        terms.Add($"{FeedNames.Shown(part)} {ShownText.Of(part)}");
                        break;
                    case not "media:copyright" when IsOfRights(part) && !Ownership.IsNotice(part.TextOnOneLine)
                        && ShownText.Of(part) is { Length: > 0 } shown:
                        terms.Add(part.Attributes.Count == 0 ? shown : $"{FeedNames.Shown(part)} {shown}");
                        break;
                }
            }
            return new Words(First(parts, "media:title"), string.Join('\n', Lines(parts, "media:description")),
                string.Join(", ", parts.Where(part => FeedNames.Is(part, "media:credit") && !IsAddressAlone(part))
                    .Select(part => part.TextOnOneLine).Where(text => text.Length > 0).Distinct()),
                NoticeOf(parts),
                [.. terms.Where(text => text.Length > 0).Distinct()])
            {
                Loose = [.. Lines(parts, "media:title").Skip(1), .. Lines(parts, "media:text")],
            };
        }

        /// <summary>Another module's word on rights, inside of a picture.</summary>
        static bool IsOfRights(XmlPart part) => LimitingNames.Of(FeedNames.Shown(part)) == Limiting.Rights;

        /// <summary>The picture with what it does not say itself; terms always come together.</summary>
        public Picture On(Picture picture) =>
            Loose.Prepend(Description).Prepend(Title).Aggregate(Filled(picture), LooseText.On);

        Picture Filled(Picture picture) => picture with
        {
            Headline = picture.Headline.Length > 0 ? picture.Headline : Title,
            Caption = picture.Caption.Length > 0 ? picture.Caption : Description,
            Credit = picture.Credit.Length > 0 ? picture.Credit : Credit,
            CopyrightNotice = picture.CopyrightNotice.Length > 0 ? picture.CopyrightNotice : Notice,
            UsageTerms = Terms.IsEmpty
                ? picture.UsageTerms
                : new UsageTerms(string.Join("; ", picture.UsageTerms is { } own
                    ? [own.Text, .. Terms.Where(terms => !own.Text.Contains(terms, StringComparison.Ordinal))]
                    : Terms)),
        };

        static string NoticeOf(IReadOnlyList<XmlPart> parts) => First(parts, "media:copyright") is { Length: > 0 } own
            ? own
            : parts.FirstOrDefault(part => IsOfRights(part) && Ownership.IsNotice(part.TextOnOneLine))
                ?.TextOnOneLine ?? "";

        static string First(IReadOnlyList<XmlPart> parts, string name) => Lines(parts, name).FirstOrDefault() ?? "";

        static IEnumerable<string> Lines(IReadOnlyList<XmlPart> parts, string name) =>
            parts.Where(part => FeedNames.Is(part, name)).Select(LineOf).Where(line => line.Length > 0).Distinct();

        static string LineOf(XmlPart part) =>
            part.Attribute("type") == "html" ? OneLine.Of(HtmlLine(part.Text)) : part.TextOnOneLine;

        static string HtmlLine(string html) =>
            FeedText.ReadHtml(html, ReadOptions.Default, new ItemNotes(new RemarkBook(), -1, false)).Line;
    }
}

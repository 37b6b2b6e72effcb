using System.Collections.Frozen;
using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Reads the elements of one item or entry. RSS and Atom borrow from each other in the wild, so one table serves both.
/// </summary>
sealed class XmlItemReader(FeedItem item, string against)
{
    delegate void Reading(XmlItemReader reader, XmlPart part);

    static readonly FrozenDictionary<string, Reading> _readings = new Dictionary<string, Reading>
    {
        ["title"] = (r, p) => r.ReadHeadline(p),
        ["dc:title"] = (r, p) => r.ReadHeadlineElse("dc:title", p),
        ["itunes:title"] = (r, p) => r.ReadHeadlineElse("itunes:title", p),
        ["media:title"] = (r, p) => r.ReadHeadlineElse("media:title", p),
        ["id"] = (r, p) => r.SetId(p.Text),
        ["guid"] = (r, p) => r.ReadGuid(p),
        ["dc:identifier"] = (r, p) => r.SetId(p.Text),
        ["dcterms:identifier"] = (r, p) => r.SetId(p.Text),
        ["link"] = (r, p) => r._links.ReadLink(p),
        ["description"] = (r, p) => r.AddContent("description", p, 1),
        ["summary"] = (r, p) => r.ReadSummary("summary", p),
        ["dcterms:abstract"] = (r, p) => r.ReadSummary("abstract", p),
        ["dc:description"] = (r, p) => r.ReadSummary("dc:description", p),
        ["itunes:summary"] = (r, p) => r.ReadSummary("itunes:summary", p),
        ["itunes:subtitle"] = (r, p) => r.ReadSummary("itunes:subtitle", p),
        ["media:description"] = (r, p) => r.ReadSummary("media:description", p),
        ["content"] = (r, p) => r.ReadContent(p),
        ["content:encoded"] = (r, p) => r.AddContent("content:encoded", p, 2),
        ["fullitem"] = (r, p) => r.AddContent("fullitem", p, 2),
        ["xhtml:body"] = (r, p) => r.AddContent("xhtml:body", p, 2),
        ["xhtml:div"] = (r, p) => r.AddContent("xhtml:div", p, 2),
        ["body"] = (r, p) => r.AddContent("body", p, 2),
        ["author"] = (r, p) => r.ReadPerson(p, isAuthor: true),
        ["dc:creator"] = (r, p) => r.ReadPerson(p, isAuthor: true),
        ["dc:author"] = (r, p) => r.ReadPerson(p, isAuthor: true),
        ["itunes:author"] = (r, p) => r.ReadPerson(p, isAuthor: true),
        ["contributor"] = (r, p) => r.ReadPerson(p, isAuthor: false),
        ["dc:contributor"] = (r, p) => r.ReadPerson(p, isAuthor: false),
        ["category"] = (r, p) => r.ReadCategory(p),
        ["dc:subject"] = (r, p) => r.ReadCategory(p),
        ["media:category"] = (r, p) => r.ReadCategory(p),
        ["itunes:category"] = (r, p) => r.ReadCategory(p),
        ["itunes:keywords"] = (r, p) => r.ReadKeywords(p),
        ["media:keywords"] = (r, p) => r.ReadKeywords(p),
        ["georss:featurename"] = (r, p) => r.ReadPlace(p),
        ["updated"] = (r, p) => r.ReadUpdated(p),
        ["modified"] = (r, p) => r.ReadUpdated(p),
        ["dcterms:modified"] = (r, p) => r.ReadUpdated(p),
        ["prism:modificationdate"] = (r, p) => r.ReadUpdated(p),
        ["published"] = (r, p) => r.ReadPublished(p),
        ["issued"] = (r, p) => r.ReadPublished(p),
        ["dcterms:issued"] = (r, p) => r.ReadPublished(p),
        ["prism:publicationdate"] = (r, p) => r.ReadPublished(p),
        ["created"] = (r, p) => r.ReadCreated(p),
        ["dcterms:created"] = (r, p) => r.ReadCreated(p),
        ["pubdate"] = (r, p) => r.ReadDated(p),
        ["dc:date"] = (r, p) => r.ReadDated(p),
        ["expirationdate"] = (r, p) => r._terms.ReadExpiry(p),
        ["prism:expirationdate"] = (r, p) => r._terms.ReadExpiry(p),
        ["prism:killdate"] = (r, p) => r._terms.ReadExpiry(p),
        ["prism:embargodate"] = (r, p) => r._terms.ReadEmbargo(p.TextOnOneLine),
        ["dcterms:available"] = (r, p) => r._terms.ReadValidity(p),
        ["dcterms:valid"] = (r, p) => r._terms.ReadValidity(p),
        ["rights"] = (r, p) => r._terms.ReadRights(p),
        ["copyright"] = (r, p) => r._terms.ReadRights(p),
        ["dc:rights"] = (r, p) => r._terms.ReadRights(p),
        ["dcterms:rights"] = (r, p) => r._terms.ReadRights(p),
        ["license"] = (r, p) => r._terms.ReadLicence(p),
        ["cc:license"] = (r, p) => r._terms.ReadLicence(p),
        ["dcterms:license"] = (r, p) => r._terms.ReadLicence(p),
        ["language"] = (r, p) => r.SetLanguage(p.TextOnOneLine),
        ["dc:language"] = (r, p) => r.SetLanguage(p.TextOnOneLine),
        ["dcterms:language"] = (r, p) => r.SetLanguage(p.TextOnOneLine),
        ["source"] = (r, p) => r.ReadSource(p),
        ["dc:source"] = (r, p) => r.ReadSource(p),
        ["dc:publisher"] = (r, p) => r.ReadSource(p),
        ["enclosure"] = (r, p) => r._links.ReadEnclosure(p.Attribute("url") ?? p.Attribute("href") ?? "", p),
        ["itunes:image"] = (r, p) => r._links.ReadImage(p),
        ["image"] = (r, p) => r._links.ReadImage(p),
        ["thr:in-reply-to"] = (r, p) => r._links.ReadReply(p),
        ["comments"] = (r, p) => r._links.AddLink("comments", p.TextOnOneLine, p),
        ["app:control"] = (r, p) => r._terms.ReadControl(p),
        ["wt:take"] = (r, p) => r.ReadExtension(p),
    }.ToFrozenDictionary();

    readonly MediaReader _media = new(item, against);
    readonly LinkReader _links = new(item, against);
    readonly TermsReader _terms = new(item);

    bool HasTitle { get; set; }

    /// <summary>Reads an item.</summary>
    public static void Read(XmlPart part, FeedItem item, string against)
    {
        var reader = new XmlItemReader(item, against);
        reader.HasTitle = part.Children.Any(child => FeedNames.Is(child, "title"));
        reader.SetLanguage(FeedNames.XmlAttribute(part, "lang"));
        foreach (var limit in LimitingParts.LimitsOn(part, part.Name))
            reader._terms.Bind(limit);
        foreach (var child in part.Children)
            reader.ReadElement(child);
        if (item.Take.SenderId.Length == 0 && part.Attribute("about") is { } about)
            reader.SetId(about);
        reader._media.Finish(item.FeedMedia);
    }

    void ReadElement(XmlPart part)
    {
        var name = FeedNames.Of(part);
        if (_media.Take(name, part))
            return;
        if (_readings.TryGetValue(name, out var read))
            read(this, part);
        else
        {
            if (LimitingNames.Of(part.Name) is not (Limiting.Rights or Limiting.Embargo))
                item.Keep(FeedNames.Shown(part), ShownText.Of(part));
            foreach (var limit in LimitingParts.In(FeedNames.Shown(part), part))
                _terms.Bind(limit);
        }
    }

    string Line(XmlPart part) => FeedText.Read(part, item.Options, item.Notes).Line;

    void ReadUpdated(XmlPart part) => item.Updated = Once(part, item.Updated);

    void ReadPublished(XmlPart part) => item.Published = Once(part, item.Published);

    void ReadCreated(XmlPart part) => item.Created = Once(part, item.Created);

    void ReadDated(XmlPart part) => item.Dated = Once(part, item.Dated);

    string Once(XmlPart part, string held)
    {
        var text = part.TextOnOneLine;
        if (held.Length > 0 && held != text)
            item.Keep(FeedNames.Shown(part), text);
        return held.Length > 0 ? held : text;
    }

    void ReadExtension(XmlPart part) => item.Ours = TakeExtension.Read(part, item.Notes);

    void ReadHeadline(XmlPart part) =>
        item.Set("title", Line(part), t => t.Headline, (t, text) => t with { Headline = text });

    void ReadHeadlineElse(string name, XmlPart part)
    {
        var text = Line(part);
        if (!HasTitle && item.Take.Headline.Length == 0)
            item.Take = item.Take with { Headline = text };
        else if (text != item.Take.Headline && text.Length > 0)
            item.Headlines.Add(new Labelled(name, text));
    }

    void ReadGuid(XmlPart part)
    {
        SetId(part.Text);
        _links.ReadPermalink(part);
    }

    void SetId(string text) =>
        item.Set("id", text.Trim(), t => t.SenderId, (t, id) => t with { SenderId = id });

    void AddContent(string role, XmlPart part, int rank)
    {
        if (rank > 1)
            SetLanguageOfContent(FeedNames.XmlAttribute(part, "lang"));
        item.AddContent(role, FeedText.ReadCopy(part, item.Options, item.Notes), rank, _links.Against(part));
    }

    void ReadContent(XmlPart part)
    {
        if (part.Attribute("src") is { Length: > 0 } source)
        {
            _links.AddLink("content", source, part);
            return;
        }
        SetLanguageOfContent(FeedNames.XmlAttribute(part, "lang"));
        item.AddContent("content", FeedText.Read(part, item.Options, item.Notes), 2, _links.Against(part));
    }

    void ReadSummary(string role, XmlPart part)
    {
        var text = FeedText.Read(part, item.Options, item.Notes).Lines;
        if (text.Length > 0)
            item.Descriptions.Add(new Labelled(role, text));
    }

    void ReadPerson(XmlPart part, bool isAuthor)
    {
        var person = Person.Read(part);
        if (isAuthor)
            item.AddAuthor("author", person);
        else
        {
            item.Keep("contributor", person.Name);
            item.KeepAddresses("contributor", person);
        }
    }

    void ReadCategory(XmlPart part)
    {
        var scheme = part.Attribute("scheme") ?? part.Attribute("domain") ?? "";
        var code = part.Attribute("term") ?? part.Attribute("text") ?? part.TextOnOneLine;
        var name = part.Attribute("label") ?? "";
        if (part.Attribute("term") is not null && name.Length == 0 && part.TextOnOneLine != code)
            name = part.TextOnOneLine;
        AddSubject(scheme.Trim(), code.Trim(), name.Trim());
        if (LimitingNames.Of($"category/{scheme}", scheme, code) is { Kind: Limiting.Status } status)
            _terms.Bind(status);
        foreach (var narrower in part.Children.Where(child => FeedNames.Is(child, "itunes:category")))
            ReadCategory(narrower);
    }

    void AddSubject(string scheme, string code, string name)
    {
        if (code.Length == 0 && name.Length == 0)
            return;
        if (scheme.Length == 0 && name.Length == 0)
            item.Keywords.Add(code);
        else
            item.Subjects.Add(new Concept(scheme, code, name));
    }

    void ReadKeywords(XmlPart part)
    {
        foreach (var word in part.TextOnOneLine.Split(',', StringSplitOptions.TrimEntries))
            AddSubject("", word, "");
    }

    void ReadPlace(XmlPart part)
    {
        if (part.TextOnOneLine is { Length: > 0 } name)
            item.Places.Add(new Concept("", "", name));
    }

    void SetLanguage(string tag)
    {
        if (tag.Length > 0 && item.Take.Language.Length == 0)
            SetLanguageOfContent(tag);
    }

    /// <summary>The language of the copy itself binds before that of its item.</summary>
    void SetLanguageOfContent(string tag)
    {
        if (tag.Length > 0)
            item.Take = item.Take with { Language = tag.Replace('_', '-') };
    }

    void ReadSource(XmlPart part)
    {
        var title = part.Child("title") is { } name ? Line(name) : part.Children.Any() ? "" : part.TextOnOneLine;
        if (title.Length > 0)
            item.Set(FeedNames.Shown(part), title, t => t.Source, (t, text) => t with { Source = text });
        if (part.Attribute("url") is { Length: > 0 } address)
            _links.AddLink("source", address, part);
        foreach (var child in part.Children.Where(child => !FeedNames.Is(child, "title")))
        {
            if (FeedNames.Of(child) is "rights")
                _terms.ReadRights(child);
            else
                item.Keep($"source/{FeedNames.Shown(child)}", ShownText.Of(child));
        }
    }
}

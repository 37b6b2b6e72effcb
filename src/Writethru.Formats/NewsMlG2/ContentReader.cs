using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>
/// Chooses one of the contents that an item brings and reads its body. By root element and namespace, since labels lie;
/// never several together, since they are the same copy in other forms.
/// </summary>
sealed class ContentReader(ItemReading item)
{
    readonly BodyBuilder _body = new(item.Options);
    readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The paragraphs of the chosen content.</summary>
    public ImmutableArray<Paragraph> Body { get; private set; } = [];

    /// <summary>The pictures that stand in it.</summary>
    public ImmutableArray<Picture> Pictures { get; private set; } = [];

    /// <summary>The dateline that NITF names; null when it names none.</summary>
    public Dateline? Dateline { get; private set; }

    /// <summary>More paragraphs, cells or pictures than allowed: the item is to be refused.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>Reads the content; what was not chosen is kept whole.</summary>
    public void Read(XmlPart contentSet)
    {
        var candidates = contentSet.Children.Where(part => part.Name is "inlineXML" or "inlineData")
            .Select(part => (Part: part, Kind: KindOf(part)))
            .Where(candidate => candidate.Part.Content.Count > 0 && !string.IsNullOrWhiteSpace(candidate.Part.Text)
                || candidate.Part.SelfAndDescendants().Any(part => part.Name == "img")).ToList();
        var chosen = candidates.Where(candidate => candidate.Kind != ContentKind.Other)
            .OrderBy(candidate => candidate.Kind).FirstOrDefault();
        foreach (var part in contentSet.Children)
        {
            if (part != chosen.Part && part.Name != "remoteContent")
                KeepContent(part);
        }
        if (chosen.Part is not null)
            ReadChosen(chosen.Part, chosen.Kind);
        Say();
    }

    static ContentKind KindOf(XmlPart part)
    {
        if (part.Name == "inlineData")
        {
            var type = part.Attribute("contenttype") ?? "text/plain";
            return part.Attribute("encoding") is not null ? ContentKind.Other
                : type.Contains("html", StringComparison.OrdinalIgnoreCase) ? ContentKind.Html
                : type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? ContentKind.Text
                : ContentKind.Other;
        }
        return part.Children.FirstOrDefault() is not { } root ? ContentKind.Bare
            : IsNitf(root) ? ContentKind.Nitf
            : root.Namespace.Contains("xhtml", StringComparison.OrdinalIgnoreCase) || IsHtml(root) ? ContentKind.Xhtml
            : ContentKind.Other;
    }

    static bool IsNitf(XmlPart root) => root.Name is "nitf" or "ttnitf" or "body.content"
        || root.Namespace.Contains("NITF", StringComparison.Ordinal);

    static bool IsHtml(XmlPart root) => root.Name.ToLowerInvariant()
        is "html" or "body" or "div" or "section" or "article" or "main" or "p" or "h1" or "h2" or "ul" or "ol"
            or "table" or "pre" or "blockquote";

    void ReadChosen(XmlPart part, ContentKind kind)
    {
        if (int.TryParse(part.Attribute("wordcount"), out var words) && words > 0)
            item.Take = item.Take with { WordCount = words };
        switch (kind)
        {
            case ContentKind.Xhtml:
                ReadXhtml(part);
                break;
            case ContentKind.Nitf:
                ReadNitf(part.Children.First());
                return;
            case ContentKind.Html:
                HtmlReader.Feed(part.Text, _body);
                break;
            case ContentKind.Text or ContentKind.Bare when EscapedHtml.In(part.Text) is { } html:
                HtmlReader.Feed(html, _body);
                item.Remark(NewsMlG2Remarks.HtmlAsText, Severity.Note, part,
                    "Plain text with the markup of HTML: read as HTML.");
                break;
            default:
                Body = PlainBody.Read(part.Text);
                IsTooMuch = Body.Length > item.Options.MaxParagraphs;
                return;
        }
        _body.Finish();
        (Body, Pictures, IsTooMuch) = (_body.Paragraphs, _body.Pictures, _body.IsTooMuch);
    }

    void ReadXhtml(XmlPart part)
    {
        var html = part.Child("html");
        Learn(html?.Child("head", "title"));
        MarkupReader.Feed(html?.Child("body") ?? html ?? part, _body, PassOver);
    }

    void ReadNitf(XmlPart root)
    {
        var content = NitfContent.Read(root, item.Options, item.Source);
        NitfMerging.Merge(item, content);
        var copy = content.Copy;
        (Body, Pictures, Dateline, IsTooMuch) = (copy.Body, copy.Pictures, copy.Dateline, content.IsTooMuch);
    }

    /// <summary>The texts that have fields of their own and are often printed again above the body.</summary>
    void Learn(XmlPart? title)
    {
        if (item.Codes.AreOurs)
            return;
        var take = item.Take;
        if (take.Headline.Length == 0 && title is not null)
            item.Take = take = take with { Headline = title.TextOnOneLine };
        _known.UnionWith(take.Headlines.Concat(item.Lists.Descriptions).Select(labelled => OneLine.Of(labelled.Text)));
        _known.Add(OneLine.Of(take.Headline));
        _known.Add(OneLine.Of(take.Byline));
        _known.Remove("");
    }

    bool PassOver(XmlPart part)
    {
        if (HiddenParts.IsOne(part))
        {
            item.Remark(NewsMlG2Remarks.NotPublic, Severity.Note, part,
                "A part of the body that is not public: kept as a note.");
            if (Texts.Of(part) is { Length: > 0 } text)
                item.Lists.Notes.Add(new Note(NoteRoles.Notebook, text, IsPublic: false));
            return true;
        }
        if (_body.Count > 0 || item.Codes.AreOurs)
            return false;
        var name = part.Name.ToLowerInvariant();
        if (name == "header" && part.SelfAndDescendants().Any(IsHeadline))
        {
            item.Keep("contentSet/header", part);
            return true;
        }
        return name is "h1" or "h2" or "h3" or "h4" or "p" or "div" && IsKnown(part);
    }

    bool IsHeadline(XmlPart part) =>
        part.Name is "h1" or "h2" && item.Take.Headline.Length > 0
            && part.TextOnOneLine == OneLine.Of(item.Take.Headline);

    /// <summary>A first heading is the headline of an item that has none, and a byline its byline.</summary>
    bool IsKnown(XmlPart part)
    {
        var text = part.TextOnOneLine;
        if (text.Length == 0 || text.Length > 1_000)
            return false;
        if (part.Name == "h1" && item.Take.Headline.Length == 0)
        {
            item.Take = item.Take with { Headline = text };
            return true;
        }
        var isByline = part.Attribute("class")?.Contains("byline", StringComparison.OrdinalIgnoreCase) is true;
        if (isByline && item.Take.Byline.Length == 0)
        {
            item.Take = item.Take with { Byline = Bylines.WithoutBy(text) };
            return true;
        }
        return _known.Contains(text) || isByline && _known.Contains(Bylines.WithoutBy(text));
    }

    void KeepContent(XmlPart part)
    {
        var text = part.Name == "inlineData" ? part.Text.Trim() : Texts.Raw(part);
        if (text.Length == 0 || part.Content.Count == 0)
            return;
        item.Extras.Add(new Extra($"contentSet/{part.Name}", text));
        item.Remark(NewsMlG2Remarks.ContentKept, Severity.Note, part,
            $"A further content, or one that is no copy ('{part.Children.FirstOrDefault()?.Name ?? part.Name}'): "
            + "kept as an extra.");
    }

    void Say()
    {
        if (_body.LostMarks.Count > 0)
        {
            item.Remark(NewsMlG2Remarks.MarksLost, Severity.Note, item.Item,
                $"Markup inside paragraphs without a home: {string.Join(", ", _body.LostMarks)}; its text is kept.");
        }
        if (_body.LostContent.Count > 0)
        {
            item.Remark(NewsMlG2Remarks.ContentLost, Severity.Warning, item.Item,
                $"Elements that are no copy were left out: {string.Join(", ", _body.LostContent)}.");
        }
    }
}

/// <summary>What a content is, best first.</summary>
enum ContentKind
{
    /// <summary>XHTML as elements.</summary>
    Xhtml,

    /// <summary>NITF.</summary>
    Nitf,

    /// <summary>HTML in a string.</summary>
    Html,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Text without any element in <c>inlineXML</c>.</summary>
    Bare,

    /// <summary>Not copy: tables of sports results, events, files.</summary>
    Other,
}

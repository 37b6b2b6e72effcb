using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>What a ContentItem holds.</summary>
enum ContentKind
{
    Text,
    Picture,
    Style,

    /// <summary>Sound, film, or text that lies elsewhere.</summary>
    Other,
}

/// <summary>The text of a ContentItem as paragraphs.</summary>
/// <param name="Paragraphs">The paragraphs.</param>
/// <param name="Pictures">The pictures that its markup names, each at its place.</param>
/// <param name="Rank">How much its form can say: NITF 0, HTML 1, plain text 2.</param>
/// <param name="Nitf">Its root when it is a document in NITF with a head of its own; null otherwise.</param>
sealed record TextContent(
    ImmutableArray<Paragraph> Paragraphs, ImmutableArray<Picture> Pictures, int Rank, XmlPart? Nitf)
{
    /// <summary>All its text, parted by line feeds.</summary>
    public string Plain => string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text));
}

/// <summary>Reads the text of a ContentItem, in whichever form: NITF, XHTML, HTML, plain text, escaped, base64.</summary>
sealed class NewsMlContent(NewsMlDraft draft)
{
    static readonly string[] _styles = ["css", "stylesheet", "xsl", "xslt"];

    /// <summary>More paragraphs or cells than allowed: the item is to be refused.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>What a ContentItem holds, by what it says and by what is in it.</summary>
    public static ContentKind KindOf(XmlPart content)
    {
        var media = Name(content, "MediaType");
        var mime = Name(content, "MimeType");
        var format = Name(content, "Format");
        var href = content.Attribute("Href") ?? "";
        if (media is "photo" or "picture" or "image" or "graphic" || mime.StartsWith("image/", StringComparison.Ordinal)
            || PictureFormats.IsKnown(format) || PictureFormats.IsName(href))
            return ContentKind.Picture;
        if (_styles.Contains(format) || mime == "text/css")
            return ContentKind.Style;
        var isText = media is "" or "text" or "complextext" or "complexdata";
        return isText && Data(content) is { } data && data.Content.Count > 0 ? ContentKind.Text : ContentKind.Other;
    }

    /// <summary>The text of a ContentItem.</summary>
    public TextContent Read(XmlPart content)
    {
        var data = Data(content);
        var body = new BodyBuilder(draft.Options);
        if (data is null)
            return new TextContent([], [], 2, null);
        var encoded = content.SelfAndDescendants().FirstOrDefault(part =>
            part.Name == "Encoding" && !string.IsNullOrEmpty(part.Attribute("Notation")));
        var (rank, nitf) = encoded is not null
            ? FeedEncoded(data, encoded, Name(content, "Format"), body)
            : data.Children.Any() ? FeedElements(data, body) : FeedText(data.Text, Name(content, "Format"), body);
        body.Finish();
        IsTooMuch |= body.IsTooMuch;
        SayLost(body, content);
        return new TextContent(body.Paragraphs, body.Pictures, rank, nitf);
    }

    static string Name(XmlPart content, string name) =>
        content.Child(name)?.Attribute("FormalName")?.Trim().ToLowerInvariant() ?? "";

    static XmlPart? Data(XmlPart content)
    {
        var part = content;
        while (part.Child("Encoding") is { } encoding)
            part = encoding;
        return part.Child("DataContent");
    }

    (int Rank, XmlPart? Nitf) FeedElements(XmlPart data, BodyBuilder body)
    {
        if (data.Children.FirstOrDefault(part => part.Name == "nitf") is { } nitf)
        {
            var bodies = nitf.SelfAndDescendants().Where(part => part.Name == "body.content").ToList();
            foreach (var content in bodies)
                FeedMarkup(content, body);
            return (0, nitf);
        }
        if (data.Children.FirstOrDefault(part => part.Name == "html") is { } html)
        {
            FeedMarkup(html.Child("body") ?? html, body);
            return (1, null);
        }
        var inner = data.Child("body.content") ?? data.Child("body", "body.content") ?? data.Child("body") ?? data;
        FeedMarkup(inner, body);
        return (data.Children.Any(part => part.Name is "media" or "block" or "hl2") ? 0 : 1, null);
    }

    /// <summary>NITF's media is a picture with its reference; the rest is read as it comes.</summary>
    static void FeedMarkup(XmlPart part, BodyBuilder body) => MarkupReader.Feed(part, body, child =>
    {
        if (child.Name != "media")
            return false;
        var reference = child.Child("media-reference");
        body.EndBlock();
        body.Add(new Picture
        {
            Caption = child.Child("media-caption")?.TextOnOneLine ?? "",
            Credit = child.Child("media-producer")?.TextOnOneLine ?? "",
            Renditions = [.. child.All("media-reference").Select(file => new Rendition(
                "", file.Attribute("source") ?? file.Attribute("data-location") ?? "")
            {
                MediaType = file.Attribute("mime-type") ?? "",
            })],
        });
        return true;
    });

    (int Rank, XmlPart? Nitf) FeedText(string text, string format, BodyBuilder body)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<nitf", StringComparison.Ordinal))
        {
            if (FeedDocument(Encoding.UTF8.GetBytes(text), body) is { } document)
                return document;
        }
        if (start.StartsWith("<", StringComparison.Ordinal) && start.Contains("</", StringComparison.Ordinal)
            || format.Contains("html", StringComparison.Ordinal))
        {
            HtmlReader.Feed(text, body);
            return (1, null);
        }
        foreach (var paragraph in Parted(text))
        {
            body.Literal(paragraph);
            body.EndBlock();
        }
        return (2, null);
    }

    (int Rank, XmlPart? Nitf)? FeedDocument(ReadOnlySpan<byte> bytes, BodyBuilder body)
    {
        if (XmlSource.Read(bytes, draft.Options).Root is not { } root)
            return null;
        var holder = new XmlPart("DataContent", "", root.Line, root.Column);
        holder.Add(new XmlNode(root, ""));
        return FeedElements(holder, body);
    }

    (int Rank, XmlPart? Nitf) FeedEncoded(XmlPart data, XmlPart encoding, string format, BodyBuilder body)
    {
        var notation = encoding.Attribute("Notation")!.Trim();
        if (notation.Contains("base64", StringComparison.OrdinalIgnoreCase))
        {
            var compact = string.Concat(data.Text.Where(c => !char.IsWhiteSpace(c)));
            var bytes = new byte[(compact.Length * 3 / 4) + 3];
            if (Convert.TryFromBase64String(compact, bytes, out var length))
            {
                var start = bytes.AsSpan(0, length);
                if (start.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]).StartsWith("<"u8)
                    && FeedDocument(start, body) is { } document)
                    return document;
                return FeedText(WireText.Decode(start).Content, format, body);
            }
        }
        draft.Say(NewsMlRemarks.ContentLeftOut, Severity.Warning, encoding,
            $"Content in the encoding '{NewsMlDraft.Short(notation)}', which could not be undone: kept as it came.");
        draft.Keep("ContentItem/Encoding", data.Text);
        return (2, null);
    }

    /// <summary>Empty lines part paragraphs where there are any, and lines otherwise.</summary>
    static IEnumerable<string> Parted(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n', ' ', '\t').Split('\n');
        var isWrapped = lines.Any(string.IsNullOrWhiteSpace);
        var open = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
                open.Add(line.Trim(' ', '\t'));
            if (open.Count == 0 || isWrapped && !string.IsNullOrWhiteSpace(line))
                continue;
            yield return string.Join(' ', open);
            open.Clear();
        }
    }

    void SayLost(BodyBuilder body, XmlPart content)
    {
        if (body.LostMarks.Count > 0)
        {
            draft.Say(NewsMlRemarks.MarkupLost, Severity.Note, content,
                $"Inline elements whose text is kept and whose meaning is not: {string.Join(", ", body.LostMarks.Take(20))}.");
        }
        if (body.LostContent.Count > 0)
        {
            draft.Say(NewsMlRemarks.MarkupLost, Severity.Warning, content,
                $"Elements whose content was left out: {string.Join(", ", body.LostContent.Take(20))}.");
        }
    }
}

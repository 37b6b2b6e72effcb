using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

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

/// <summary>The text of a ContentItem.</summary>
/// <param name="Copy">
/// A take as far as the text says: its body and pictures, and what NITF says above and below them.
/// </param>
/// <param name="Rank">How much its form can say: NITF 0, HTML 1, plain text 2.</param>
/// <param name="Head">The head of its NITF, unread; null when it has none.</param>
sealed record TextContent(Take Copy, int Rank, XmlPart? Head)
{
    /// <summary>No text.</summary>
    public static TextContent None { get; } = new(new Take(), 2, null);

    /// <summary>Whether it says nothing at all.</summary>
    public bool IsEmpty => Head is null
        && Copy is { Body.IsEmpty: true, Pictures.IsEmpty: true, Headline: "", Advisory: null }
        && Copy.Descriptions.IsEmpty;

    /// <summary>All its paragraphs, parted by line feeds.</summary>
    public string Plain => string.Join('\n', Copy.Body.SelectMany(paragraph =>
        paragraph.Subheads.Select(subhead => subhead.Text).Append(paragraph.Text)));
}

/// <summary>
/// Reads the text of a ContentItem, in whichever form: NITF, XHTML, HTML, plain text, escaped, base64.
/// </summary>
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
        if (Data(content) is not { } data)
            return TextContent.None;
        var encoded = content.SelfAndDescendants().FirstOrDefault(part =>
            part.Name == "Encoding" && !string.IsNullOrEmpty(part.Attribute("Notation")));
        if (encoded is not null)
            return OfEncoded(data, encoded, Name(content, "Format"));
        return data.Children.Any()
            ? OfElements(data, draft.Source)
            : OfText(data.Text, Name(content, "Format"), content);
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

    /// <summary>NITF by its elements, in a document of its own or bare; everything else as XHTML.</summary>
    TextContent OfElements(XmlPart data, XmlSource source)
    {
        var root = data.Children.FirstOrDefault(part => part.Name is "nitf" or "body.content")
            ?? (data.Child("body", "body.content") is not null ? data.Child("body") : null);
        if (root is null && data.Children.Any(part =>
            part.Name is "media" or "block" or "hl2" or "byline" or "dateline"))
            root = data;
        if (root is not null)
        {
            var nitf = NitfContent.Read(root, draft.Options, source);
            IsTooMuch |= nitf.IsTooMuch;
            return new TextContent(nitf.Copy, 0, nitf.Head);
        }
        var html = data.Child("html");
        var body = new BodyBuilder(draft.Options);
        var hidden = new List<Note>();
        MarkupReader.Feed(html?.Child("body") ?? data.Child("body") ?? html ?? data, body,
            part => HiddenParts.Take(part, draft.Options, hidden));
        var content = Finished(body, 1, data);
        return content with { Copy = content.Copy with { Notes = [.. hidden] } };
    }

    TextContent Finished(BodyBuilder body, int rank, XmlPart at)
    {
        body.Finish();
        IsTooMuch |= body.IsTooMuch;
        SayLost(body, at);
        return new TextContent(new Take { Body = body.Paragraphs, Pictures = body.Pictures }, rank, null);
    }

    TextContent OfText(string text, string format, XmlPart at)
    {
        var start = text.AsSpan().TrimStart();
        if ((start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<nitf", StringComparison.Ordinal))
            && OfDocument(Encoding.UTF8.GetBytes(text), at) is { } document)
            return document;
        var body = new BodyBuilder(draft.Options);
        if (start.StartsWith("<", StringComparison.Ordinal) && start.Contains("</", StringComparison.Ordinal)
            || format.Contains("html", StringComparison.Ordinal))
        {
            HtmlReader.Feed(text, body);
            return Finished(body, 1, at);
        }
        if (EscapedHtml.In(text) is { } html)
        {
            HtmlReader.Feed(html, body);
            draft.Say(NewsMlRemarks.HtmlAsText, Severity.Note, at,
                "Plain text with the markup of HTML: read as HTML.");
            return Finished(body, 1, at);
        }
        var paragraphs = PlainBody.Read(text);
        IsTooMuch |= paragraphs.Length > draft.Options.MaxParagraphs;
        return new TextContent(new Take { Body = paragraphs }, 2, null);
    }

    /// <summary>
    /// A document inside of the content; null when it is not well-formed. Its remarks stand at the content.
    /// </summary>
    TextContent? OfDocument(ReadOnlySpan<byte> bytes, XmlPart at)
    {
        var inner = XmlSource.Read(bytes, draft.Options);
        if (inner.Root is not { } root)
            return null;
        var holder = new XmlPart("DataContent", "", root.Line, root.Column, []);
        holder.Add(root);
        var content = OfElements(holder, inner);
        foreach (var remark in inner.Remarks.Resolve(inner.Text))
            draft.Say(remark.Code, remark.Severity, at, remark.Message);
        return content;
    }

    TextContent OfEncoded(XmlPart data, XmlPart encoding, string format)
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
                    && OfDocument(start, encoding) is { } document)
                    return document;
                return OfText(WireText.Decode(start).Content, format, encoding);
            }
        }
        draft.Say(NewsMlRemarks.ContentLeftOut, Severity.Warning, encoding,
            $"Content in the encoding '{Quoted.Short(notation)}', which could not be undone: kept as it came.");
        draft.Keep("ContentItem/Encoding", data.Text);
        return TextContent.None;
    }

    void SayLost(BodyBuilder body, XmlPart content)
    {
        if (body.LostMarks.Count > 0)
        {
            draft.Say(NewsMlRemarks.MarkupLost, Severity.Note, content,
                "Inline elements whose text is kept and whose meaning is not: "
                + $"{string.Join(", ", body.LostMarks.Take(20))}.");
        }
        if (body.LostContent.Count > 0)
        {
            draft.Say(NewsMlRemarks.MarkupLost, Severity.Warning, content,
                $"Elements whose content was left out: {string.Join(", ", body.LostContent.Take(20))}.");
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>How text stands in a feed.</summary>
enum TextForm
{
    /// <summary>As itself.</summary>
    Plain,

    /// <summary>As HTML in a string.</summary>
    Html,

    /// <summary>As elements of the document.</summary>
    Elements,
}

/// <summary>Text of a feed as paragraphs: all markup goes through one reader, so that no script becomes copy.</summary>
/// <param name="Paragraphs">The paragraphs.</param>
/// <param name="Pictures">The pictures that stand in the text.</param>
sealed record FeedText(ImmutableArray<Paragraph> Paragraphs, ImmutableArray<Picture> Pictures)
{
    /// <summary>The text on one line, as a headline wants it.</summary>
    public string Line => OneLine.Of(string.Join(' ', Texts));

    /// <summary>The text, a paragraph a line.</summary>
    public string Lines => string.Join('\n', Texts);

    IEnumerable<string> Texts => Paragraphs.SelectMany(paragraph =>
        paragraph.Subheads.Select(subhead => subhead.Text).Append(paragraph.Text));

    /// <summary>
    /// How an element holds its text: Atom 1.0 says <c>type</c>, Atom 0.3 <c>type</c> and <c>mode</c>, RSS says nothing
    /// and means HTML wherever there is markup.
    /// </summary>
    public static TextForm FormOf(XmlPart part)
    {
        if (part.Children.Any())
            return TextForm.Elements;
        var type = part.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        if (type.Contains("html", StringComparison.Ordinal))
            return TextForm.Html;
        var isAtom = part.Namespace.Contains("atom", StringComparison.OrdinalIgnoreCase);
        var isLoose = !isAtom && type.Length == 0
            || type.Length == 0 && part.Attribute("mode") is "escaped";
        return isLoose && LooksLikeHtml(part.Text) ? TextForm.Html : TextForm.Plain;
    }

    /// <summary>The text of an element.</summary>
    public static FeedText Read(XmlPart part, ReadOptions options, ItemNotes notes)
    {
        if (FormOf(part) == TextForm.Elements)
        {
            var body = new BodyBuilder(options);
            MarkupReader.Feed(part, body);
            return Finish(body, notes);
        }
        if (EncodedContent.IsBase64(part))
            return EncodedContent.Read(part, options, notes);
        return FormOf(part) == TextForm.Html ? ReadHtml(part.Text, options, notes) : ReadPlain(part.Text);
    }

    /// <summary>
    /// The text of an element that is HTML unless it says otherwise: RSS description, content:encoded.
    /// </summary>
    public static FeedText ReadCopy(XmlPart part, ReadOptions options, ItemNotes notes) =>
        FormOf(part) == TextForm.Plain && part.Attribute("type") is null
            && !part.Namespace.Contains("atom", StringComparison.OrdinalIgnoreCase)
            ? ReadHtml(part.Text, options, notes)
            : Read(part, options, notes);

    /// <summary>HTML in a string; read once more where markup was escaped once too often.</summary>
    public static FeedText ReadHtml(string html, ReadOptions options, ItemNotes notes)
    {
        if (!HasTag(html) && html.Contains("&lt;", StringComparison.Ordinal))
        {
            var once = HtmlReferences.Resolve(html);
            if (HasTag(once) && once.Contains("</", StringComparison.Ordinal))
            {
                notes.Add(FeedRemarks.EscapedTwice, Severity.Warning, "HTML that was escaped twice: read as HTML.");
                html = once;
            }
        }
        var body = new BodyBuilder(options);
        HtmlReader.Feed(html, body);
        return Finish(body, notes);
    }

    /// <summary>Plain text: empty lines part paragraphs, other line ends stay.</summary>
    public static FeedText ReadPlain(string text)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var open = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
                open.Append(open.Length > 0 ? "\n" : "").Append(OneLine.Of(line));
            else
                Close(open, paragraphs);
        }
        Close(open, paragraphs);
        return new FeedText(paragraphs.ToImmutable(), []);
    }

    /// <summary>Whether there is a tag or a character reference in it.</summary>
    public static bool LooksLikeHtml(string text) => HasTag(text)
        || text.Contains('&', StringComparison.Ordinal) && HtmlReferences.Resolve(text) != text;

    static void Close(StringBuilder open, ImmutableArray<Paragraph>.Builder paragraphs)
    {
        if (open.Length > 0)
            paragraphs.Add(new Paragraph(open.ToString()));
        open.Clear();
    }

    static FeedText Finish(BodyBuilder body, ItemNotes notes)
    {
        body.Finish();
        if (body.IsTooMuch)
            notes.IsTooMuch = true;
        if (body.LostContent.Count > 0)
        {
            notes.Add(FeedRemarks.ContentLeftOut, Severity.Warning,
                $"Left out with what stands in it: {string.Join(", ", body.LostContent.Take(20))}.");
        }
        if (body.LostMarks.Count > 0)
        {
            notes.Add(FeedRemarks.MarkLost, Severity.Note,
                $"Its text is kept, the element is not: {string.Join(", ", body.LostMarks.Take(20))}.");
        }
        return new FeedText(body.Paragraphs, body.Pictures);
    }

    static bool HasTag(string text)
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?')
                return true;
        }
        return false;
    }
}

/// <summary>Remarks about one item, at its place.</summary>
sealed class ItemNotes(RemarkBook remarks, int at, bool isStrict)
{
    /// <summary>More paragraphs or pictures than allowed: the item is to be refused.</summary>
    public bool IsTooMuch { get; set; }

    public void Add(string code, Severity severity, string message) => remarks.Add(code, severity, at, message);

    /// <summary>What the standard forbids: an error when reading is strict.</summary>
    public void AddForbidden(string code, Severity severity, string message) =>
        remarks.Add(code, isStrict ? Severity.Error : severity, at, message);
}

using System.Text;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Text of the elements of an item.</summary>
static class Texts
{
    /// <summary>
    /// The text of an element on one line; verbatim where it says <c>xml:space="preserve"</c>. Paragraphs of markup in
    /// it become lines.
    /// </summary>
    /// <param name="part">The element.</param>
    /// <param name="passOver">Parts of its markup that are read elsewhere.</param>
    public static string Of(XmlPart part, Func<XmlPart, bool>? passOver = null)
    {
        if (part.Attribute("space") == "preserve")
            return part.Text;
        return part.Children.Any() ? Lines(part, passOver) : part.TextOnOneLine;
    }

    /// <summary>The element as markup, for what has no home: nothing of it is lost but comments and prefixes.</summary>
    public static string Raw(XmlPart part)
    {
        if (part is { Attributes.Count: 0 } && !part.Children.Any())
            return part.TextOnOneLine;
        var markup = new StringBuilder();
        Append(markup, part, parent: part.Namespace);
        return markup.ToString();
    }

    /// <summary>The element as markup that stands by itself.</summary>
    public static string Alone(XmlPart part)
    {
        var markup = new StringBuilder();
        Append(markup, part, parent: "");
        return markup.ToString();
    }

    static string Lines(XmlPart part, Func<XmlPart, bool>? passOver)
    {
        var body = new BodyBuilder(ReadOptions.Default);
        MarkupReader.Feed(part, body, passOver);
        body.Finish();
        return string.Join('\n', body.Paragraphs.SelectMany(paragraph =>
            paragraph.Subheads.Select(subhead => subhead.Text).Append(paragraph.Text)));
    }

    static void Append(StringBuilder markup, XmlPart part, string parent)
    {
        markup.Append('<').Append(part.Name);
        if (part.Namespace != parent)
            markup.Append(" xmlns=\"").Append(Attribute(part.Namespace)).Append('"');
        foreach (var attribute in part.Attributes)
            markup.Append(' ').Append(attribute.Name).Append("=\"").Append(Attribute(attribute.Value)).Append('"');
        if (part.Content.Count == 0)
        {
            markup.Append("/>");
            return;
        }
        markup.Append('>');
        foreach (var node in part.Content)
        {
            if (node.Part is { } child)
                Append(markup, child, part.Namespace);
            else
                markup.Append(XmlText.Escape(Collapse(node.Text)));
        }
        markup.Append("</").Append(part.Name).Append('>');
    }

    static string Collapse(string text) => string.IsNullOrWhiteSpace(text) ? text.Length > 0 ? " " : "" : text;

    /// <summary>A value between double quotes: what a parser would make a space of is written as a reference.</summary>
    public static string Attribute(string value) => XmlText.Escape(value)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\t", "&#9;", StringComparison.Ordinal)
        .Replace("\n", "&#10;", StringComparison.Ordinal);
}

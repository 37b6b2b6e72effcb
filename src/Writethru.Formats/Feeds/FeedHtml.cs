using System.Collections.Immutable;
using System.Text;
using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Copy as HTML for feeds: paragraphs, and pictures as figures in their place. No script, by construction.
/// </summary>
static class FeedHtml
{
    /// <summary>The copy, its dateline before it.</summary>
    public static string Of(Take take) => new MarkupWriter(MarkupDialect.Html).Write(
        [.. take.Body.Select(WithoutUnsafeLinks)], take.Dateline?.Text ?? "", after => Figures(take, after));

    /// <summary>Whether a paragraph has a link that must not go out.</summary>
    public static bool HasUnsafeLink(Paragraph paragraph) => paragraph.Marks.Any(IsUnsafe);

    static bool IsUnsafe(Mark mark) => mark.Kind == MarkKind.Link && !References.IsSafe(mark.Target);

    static Paragraph WithoutUnsafeLinks(Paragraph paragraph) => HasUnsafeLink(paragraph)
        ? paragraph with { Marks = [.. paragraph.Marks.Where(mark => !IsUnsafe(mark))] }
        : paragraph;

    static string? Figures(Take take, int after)
    {
        var html = new StringBuilder();
        foreach (var picture in take.Pictures)
        {
            if (Math.Min(picture.After, take.Body.Length) == after)
                Append(html, picture);
        }
        return html.Length > 0 ? html.ToString() : null;
    }

    /// <summary>A picture that is withheld leaves its place and the reason.</summary>
    static void Append(StringBuilder html, Picture picture)
    {
        if (picture.Withheld is { } reason)
        {
            html.Append("<!-- Picture withheld: ").Append(Words.Of(reason)).Append(" -->");
            return;
        }
        if (picture.Renditions.FirstOrDefault(file => References.IsWeb(file.Href)) is not { } file)
            return;
        html.Append("<figure><img src=\"").Append(Attribute(file.Href)).Append("\" alt=\"")
            .Append(Attribute(OneLine.Of(picture.Headline))).Append("\"/><figcaption>")
            .Append(XmlText.Escape(Caption(picture))).Append("</figcaption></figure>");
    }

    /// <summary>Caption, credit in brackets, and the terms, so that whoever shows the picture shows them too.</summary>
    public static string Caption(Picture picture)
    {
        ImmutableArray<string> parts =
        [
            picture.Caption,
            picture.Credit.Length > 0 ? $"({picture.Credit})" : "",
            picture.CopyrightNotice,
            picture.UsageTerms?.Text ?? "",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    static string Attribute(string text) => XmlText.Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal);
}

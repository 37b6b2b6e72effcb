using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// Takes the paragraphs out of a body in HTML, and writes paragraphs as HTML that gives the same again.
/// </summary>
static class HtmlParagraphs
{
    static readonly FrozenSet<string> _blocks = new[]
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "td", "th", "br", "hr", "pre",
        "blockquote", "section", "article", "figure", "figcaption", "header", "footer", "body", "html", "head", "title",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of each block; white space collapses, character references are resolved after that.</summary>
    /// <param name="html">The markup. Nothing in it is ever fetched or run.</param>
    /// <param name="removed">Whether tags inside paragraphs, or scripts and styles, were left out.</param>
    public static List<string> Part(string html, out bool removed)
    {
        removed = false;
        var paragraphs = new List<string>();
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at);
            if (open < 0)
                break;
            var close = html.IndexOf('>', open);
            if (close < 0)
            {
                text.Append(html, open, html.Length - open);
                break;
            }
            var name = TagName(html.AsSpan(open + 1, close - open - 1));
            at = close + 1;
            if (name is "script" or "style")
            {
                var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? html.Length : end;
                removed = true;
            }
            else if (_blocks.Contains(name))
                Close(text, paragraphs);
            else
                removed = true;
        }
        Close(text, paragraphs);
        return paragraphs;
    }

    /// <summary>Paragraphs as HTML; white space that would collapse is written as character references.</summary>
    public static string Join(IEnumerable<string> paragraphs)
    {
        var html = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            html.Append("<p>");
            for (var i = 0; i < paragraph.Length; i++)
            {
                var c = paragraph[i];
                var collapses = IsSpace(c)
                    && (c != ' ' || i == 0 || i == paragraph.Length - 1 || IsSpace(paragraph[i - 1]));
                if (c is '&' or '<' or '>' || collapses || c < ' ')
                    html.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
                else
                    html.Append(c);
            }
            html.Append("</p>");
        }
        return html.ToString();
    }

    static string TagName(ReadOnlySpan<char> tag)
    {
        var start = tag.StartsWith("/", StringComparison.Ordinal) ? tag[1..] : tag;
        var end = start.IndexOfAny(" \t\r\n/");
        return (end < 0 ? start : start[..end]).ToString().ToLowerInvariant();
    }

    static void Close(StringBuilder text, List<string> paragraphs)
    {
        var collapsed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSpace(text[i]))
                collapsed.Append(text[i]);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
                collapsed.Append(' ');
        }
        if (collapsed.Length > 0 && collapsed[^1] == ' ')
            collapsed.Length--;
        text.Clear();
        if (collapsed.Length > 0)
            paragraphs.Add(WebUtility.HtmlDecode(collapsed.ToString()));
    }

    static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}

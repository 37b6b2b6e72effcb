using System.Net;

namespace Writethru.Formats.Markup;

/// <summary>HTML in a field that says that it is plain text: a sender's markup, once or twice escaped.</summary>
static class EscapedHtml
{
    static readonly string[] _ends =
    [
        "</p>", "</div>", "</h1>", "</h2>", "</h3>", "</li>", "</table>", "</strong>", "</em>", "</b>", "</i>", "</a>",
        "</span>", "<br>", "<br/>", "<br />", "<p>",
    ];

    /// <summary>The HTML of a plain text that is HTML; null when it is plain.</summary>
    public static string? In(string text)
    {
        if (IsHtml(text))
            return text;
        if (!text.Contains("&lt;", StringComparison.OrdinalIgnoreCase))
            return null;
        var once = WebUtility.HtmlDecode(text);
        return IsHtml(once) ? once : null;
    }

    static bool IsHtml(string text) => text.Contains('<', StringComparison.Ordinal)
        && Array.Exists(_ends, end => text.Contains(end, StringComparison.OrdinalIgnoreCase));
}

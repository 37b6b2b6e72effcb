using System.Net;

namespace Writethru.Formats.Markup;

/// <summary>Character references as a browser resolves them.</summary>
static class HtmlReferences
{
    /// <summary>The text with its references resolved; <c>&amp;#146;</c> is an apostrophe.</summary>
    public static string Resolve(string text)
    {
        var resolved = WebUtility.HtmlDecode(text);
        return ReferenceEquals(resolved, text) || !resolved.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
            ? resolved
            : string.Create(resolved.Length, resolved, static (letters, source) =>
            {
                for (var i = 0; i < letters.Length; i++)
                    letters[i] = Charsets.Meant(source[i]);
            });
    }
}

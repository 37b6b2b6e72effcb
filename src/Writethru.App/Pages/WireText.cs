using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Writethru.App.Pages;

/// <summary>
/// The one way from copy to HTML. Blazor writes every letter beyond ASCII as <c>&amp;#x…;</c>, which makes a page of
/// Korean or Arabic copy three times as long and unreadable in its source; this escapes only what HTML gives a meaning.
/// </summary>
/// <remarks>Nothing else makes a <see cref="MarkupString"/>: a test reads the sources for it.</remarks>
static class WireText
{
    static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text, safe as content of an element; attributes are Blazor's to encode.</summary>
    public static MarkupString Of(string text) => new(_encoder.Encode(text));
}

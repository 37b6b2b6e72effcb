
namespace Writethru.Formats.Markup;

/// <summary>Feeds HTML, however broken, to a <see cref="BodyBuilder"/>. Nothing in it is ever fetched or run.</summary>
/// <remarks>One pass: every character is looked at a bounded number of times.</remarks>
static class HtmlReader
{
    /// <summary>The name under which <see cref="BodyBuilder.LostContent"/> has what never ends.</summary>
    const string Unended = "a comment or tag without an end";

    /// <summary>Feeds all of it.</summary>
    public static void Feed(string html, BodyBuilder body)
    {
        var tag = new HtmlTag();
        Func<string, string?> attribute = tag.Find;
        var at = 0;
        while (at < html.Length && !body.IsTooMuch)
        {
            var open = html.IndexOf('<', at);
            open = open < 0 ? html.Length : open;
            FeedText(html.AsSpan(at, open - at), body);
            if (open >= html.Length)
                return;
            at = FeedTag(html, open, tag, attribute, body);
        }
    }

    static int FeedTag(string html, int open, HtmlTag tag, Func<string, string?> attribute, BodyBuilder body)
    {
        var rest = html.AsSpan(open);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return EndOf(html, open + 4, "-->", body);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            var end = html.IndexOf("]]>", open, StringComparison.Ordinal);
            body.Text(html.AsSpan(open + 9, (end < 0 ? html.Length : end) - open - 9));
            return end < 0 ? html.Length : end + 3;
        }
        if (rest.Length > 1 && rest[1] is '!' or '?')
            return EndOf(html, open, ">", body);
        var isEnd = rest.Length > 1 && rest[1] == '/';
        var first = isEnd ? 2 : 1;
        if (rest.Length <= first || !char.IsAsciiLetter(rest[first]) || !isEnd && !HtmlTag.IsOne(rest[1..]))
        {
            body.Text("<");
            return open + 1;
        }
        var after = tag.Read(html, open + first);
        if (after == html.Length && html[^1] != '>')
            body.LostContent.Add(Unended);
        if (isEnd)
        {
            if (!BodyElements.IsVoid(tag.Name))
                body.End(tag.Name);
            else if (tag.Name == "br")
                body.Start("br", attribute);
            return after;
        }
        body.Start(tag.Name, attribute);
        if (BodyElements.IsVoid(tag.Name) || tag.IsClosed)
            body.End(tag.Name);
        else if (tag.Name is "script" or "style" or "iframe" or "noscript" or "title")
            return html.IndexOf("</" + tag.Name, after, StringComparison.OrdinalIgnoreCase) is var end and >= 0
                ? end
                : html.Length;
        return after;
    }

    /// <summary>
    /// Where a comment or the like ends. Without an end it swallows the rest, as in a browser: that is said.
    /// </summary>
    static int EndOf(string html, int at, string end, BodyBuilder body)
    {
        var found = html.IndexOf(end, Math.Min(at, html.Length), StringComparison.Ordinal);
        if (found >= 0)
            return found + end.Length;
        body.LostContent.Add(Unended);
        return html.Length;
    }

    /// <summary>Text collapses before its references are resolved, so that a space written as one is kept.</summary>
    static void FeedText(ReadOnlySpan<char> text, BodyBuilder body)
    {
        const int MostOfReference = 40;
        while (!text.IsEmpty)
        {
            var ampersand = text.IndexOf('&');
            body.Text(ampersand < 0 ? text : text[..ampersand]);
            if (ampersand < 0)
                return;
            text = text[ampersand..];
            var end = text[..Math.Min(MostOfReference, text.Length)].IndexOf(';') + 1;
            var reference = text[..Math.Max(end, 1)].ToString();
            body.Literal(HtmlReferences.Resolve(reference));
            text = text[reference.Length..];
        }
    }
}

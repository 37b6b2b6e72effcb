using System.Buffers;

namespace Writethru.Formats.Markup;

/// <summary>One tag of HTML: its name and its attributes.</summary>
sealed class HtmlTag
{
    const int MostAttributes = 64;

    static readonly SearchValues<char> _ends = SearchValues.Create(" \t\r\n\f/");

    readonly List<(string Name, string Value)> _attributes = [];

    /// <summary>
    /// Name in lower case; without the prefix of HTML, with any other, whose elements are not HTML's.
    /// </summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it ends with a slash.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The value of an attribute; null when there is none.</summary>
    public string? Find(string name)
    {
        foreach (var (known, value) in _attributes)
        {
            if (known == name)
                return value;
        }
        return null;
    }

    /// <summary>
    /// Whether what follows a sign that is "less than" as well is a tag: <c>A&lt;B and C</c> is none, nor is
    /// <c>x&lt;y and y&gt;z</c>. A tag that is cut off is one where its name or its attributes tell.
    /// </summary>
    public static bool IsOne(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('<', '>');
        var inside = end < 0 ? text : text[..end];
        var length = inside.IndexOfAny(_ends);
        var name = NameOf(length < 0 ? inside : inside[..length]);
        if (inside.Contains('='))
            return true;
        return end >= 0 && text[end] == '>'
            ? (name.Length > 1 || name == "p") && BodyElements.IsKnown(name) || length < 0
                || inside[length..].Trim(" \t\r\n\f/").IsEmpty
            : name.Length > 1 && BodyElements.IsKnown(name);
    }

    /// <summary>Reads a tag whose name begins at a place; returns the place behind it.</summary>
    public int Read(string html, int at)
    {
        _attributes.Clear();
        IsClosed = false;
        var end = EndOf(html, at, " \t\r\n\f/>");
        Name = NameOf(html.AsSpan(at, end - at));
        at = end;
        while (at < html.Length && html[at] != '>')
        {
            if (IsSpace(html[at]) || html[at] == '/')
            {
                IsClosed = html[at] == '/';
                at++;
            }
            else
                at = ReadAttribute(html, at);
        }
        return Math.Min(at + 1, html.Length);
    }

    int ReadAttribute(string html, int at)
    {
        IsClosed = false;
        var end = EndOf(html, at + 1, " \t\r\n\f/>=");
        var name = html[at..end].ToLowerInvariant();
        at = SkipSpace(html, end);
        if (at >= html.Length || html[at] != '=')
        {
            Keep(name, "");
            return end;
        }
        at = SkipSpace(html, at + 1);
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            close = close < 0 ? html.Length : close;
            Keep(name, html[(at + 1)..close]);
            return Math.Min(close + 1, html.Length);
        }
        end = EndOf(html, at, " \t\r\n\f>");
        Keep(name, html[at..end]);
        return end;
    }

    void Keep(string name, string value)
    {
        if (_attributes.Count < MostAttributes)
            _attributes.Add((name, HtmlReferences.Resolve(value)));
    }

    /// <summary>The name in lower case; of an element that bodies have, without a new string.</summary>
    static string NameOf(ReadOnlySpan<char> name)
    {
        var colon = name.LastIndexOf(':');
        if (colon >= 0 && name[..colon].ToString().ToLowerInvariant() is "html" or "xhtml" or "h" or "nitf")
            name = name[(colon + 1)..];
        return BodyElements.Known(name) ?? name.ToString().ToLowerInvariant();
    }

    static int EndOf(string html, int at, string ends)
    {
        var start = Math.Min(at, html.Length);
        var length = html.AsSpan(start).IndexOfAny(ends);
        return length < 0 ? html.Length : start + length;
    }

    static int SkipSpace(string html, int at)
    {
        while (at < html.Length && IsSpace(html[at]))
            at++;
        return at;
    }

    static bool IsSpace(char c) => OneLine.IsCollapsible(c);
}

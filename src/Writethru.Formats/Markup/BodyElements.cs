using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>What an element does to the text around it.</summary>
enum BodyElement
{
    /// <summary>It ends a paragraph, at its start and its end.</summary>
    Block,

    /// <summary>Nobody knows it: where it stands says whether it ends a paragraph.</summary>
    Unknown,

    /// <summary>It breaks the line.</summary>
    Break,

    /// <summary>It marks the text in it.</summary>
    Mark,

    /// <summary>It stands for a picture.</summary>
    Picture,

    /// <summary>It stands in a line and its meaning has no home.</summary>
    Inline,

    /// <summary>It stands in a line and says nothing that could be lost.</summary>
    Transparent,
}

/// <summary>The elements of bodies: HTML 4 and 5, XHTML, NITF 3 body.content.</summary>
static class BodyElements
{
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _often = new[]
    {
        "p", "br", "a", "em", "i", "strong", "b", "span", "div", "h2", "h3", "ul", "ol", "li",
        "table", "tr", "td", "th",
        "section", "blockquote", "img",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string> _passedOver = new[]
    {
        "script", "style", "iframe", "object", "embed", "applet", "noscript", "template", "svg",
        "math", "video", "audio",
        "canvas", "form", "head", "title", "meta", "link",
    }.ToFrozenSet();

    /// <summary>Elements of HTML, XHTML and NITF that part the text around them.</summary>
    static readonly string[] _blocks =
    [
        "p", "div", "section", "article", "main", "aside", "header", "footer", "nav", "hgroup", "address", "center",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "blockquote", "ul", "ol", "dl", "li", "dt", "dd", "menu",
        "dir",
        "figure", "figcaption", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th",
        "fieldset", "legend", "details", "summary", "dialog", "html", "body", "block", "bq",
        "credit", "hl1", "hl2", "hedline", "note", "fn",
        "media", "media-caption", "media-reference", "media-producer", "nitf", "body.head", "body.content", "body.end",
        "nitf-table", "nitf-col", "nitf-colgroup", "nitf-table-metadata", "tagline", "abstract", "custom-table",
        "tgroup", "para",
    ];

    static readonly FrozenDictionary<string, BodyElement> _kinds = Kinds();

    /// <summary>Elements that hold one line of text: what nobody knows in them stands in that line.</summary>
    static readonly FrozenSet<string> _lines = new[]
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "figcaption", "caption", "td", "th", "hl1", "hl2",
        "media-caption", "para", "address", "pre",
    }.ToFrozenSet();

    /// <summary>The name in lower case of an element that is often met, in any case; null for all others.</summary>
    public static string? Known(ReadOnlySpan<char> name) => _often.TryGetValue(name, out var known) ? known : null;

    /// <summary>What an element does, by its local name in lower case.</summary>
    public static BodyElement KindOf(string name) => _kinds.GetValueOrDefault(name, BodyElement.Unknown);

    /// <summary>Whether the element holds one line of text.</summary>
    public static bool IsLine(string name) => _lines.Contains(name);

    /// <summary>The sign that an empty element stands for in the copy of senders who write signs so.</summary>
    public static string SignOf(string name) => name switch
    {
        "endash" => "–",
        "emdash" => "—",
        "ellipsis" => "…",
        "nbsp" => "\u00A0",
        _ => "",
    };

    /// <summary>Whether bodies have such an element.</summary>
    public static bool IsKnown(string name) => _kinds.ContainsKey(name) || IsPassedOver(name) || IsVoid(name);

    /// <summary>Whether what stands in the element is no copy.</summary>
    public static bool IsPassedOver(string name) => _passedOver.Contains(name);

    /// <summary>Elements that HTML never ends: they have no end tag.</summary>
    public static bool IsVoid(string name) => name is "br" or "hr" or "img" or "wbr" or "meta" or "link" or "input"
        or "area" or "base" or "col" or "embed" or "source" or "track" or "param";

    /// <summary>The mark of an element; null when it has none after all, such as a link without a target.</summary>
    public static MarkKind? MarkOf(string name, Func<string, string?> attribute) => name switch
    {
        "strong" or "b" => MarkKind.Strong,
        "sup" => MarkKind.Superscript,
        "sub" => MarkKind.Subscript,
        "a" => attribute("href") is { Length: > 0 } ? MarkKind.Link : null,
        "em" when attribute("style") is { } style && style.Contains("bold", StringComparison.OrdinalIgnoreCase) =>
            MarkKind.Strong,
        _ => MarkKind.Emphasis,
    };

    static FrozenDictionary<string, BodyElement> Kinds()
    {
        var kinds = new Dictionary<string, BodyElement> { ["br"] = BodyElement.Break, ["img"] = BodyElement.Picture };
        foreach (var name in _blocks)
            kinds[name] = BodyElement.Block;
        foreach (var name in (string[])["em", "i", "strong", "b", "a", "sup", "sub", "cite"])
            kinds[name] = BodyElement.Mark;
        foreach (var name in (string[])["u", "s", "del", "ins", "strike", "code", "kbd", "samp", "var", "tt", "mark",
            "abbr", "acronym", "q", "bdo", "ruby", "rt", "rp", "rb", "money", "virtloc", "pronounce"])
            kinds[name] = BodyElement.Inline;
        foreach (var name in (string[])["span", "font", "small", "big", "time", "data", "label", "bdi", "wbr", "nobr",
            "person", "org", "location", "city", "state", "region", "country", "sublocation", "event", "function",
            "object.title", "alt-code", "name.given", "name.family", "lang", "keyword", "postaddr", "classifier",
            "num", "frac", "numer", "denom", "frac-sep", "chron", "dateline", "story.date",
            "byline", "byttl", "copyrite",
            "copyrite.year", "copyrite.holder"])
            kinds[name] = BodyElement.Transparent;
        return kinds.ToFrozenDictionary();
    }
}

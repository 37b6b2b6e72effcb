using System.Globalization;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>Which elements a format's bodies are written with.</summary>
sealed record MarkupDialect
{
    /// <summary>
    /// HTML in a string of JSON or of a feed: its character references reach our HTML reader as they are.
    /// </summary>
    public static MarkupDialect Html { get; } = new() { KeepsReferences = true };

    /// <summary>
    /// XHTML as elements of an XML document: a parser resolves references, so odd white space collapses.
    /// </summary>
    public static MarkupDialect Xhtml { get; } = new();

    /// <summary>NITF 3.6, body.content.</summary>
    public static MarkupDialect Nitf { get; } = new()
    {
        IsNitf = true,
        QuoteStart = "<bq><block>",
        QuoteEnd = "</block></bq>",
    };

    /// <summary>Whether white space written as a character reference is told from plain white space.</summary>
    public bool KeepsReferences { get; private init; }

    /// <summary>Start of a quotation set apart.</summary>
    public string QuoteStart { get; private init; } = "<blockquote>";

    /// <summary>End of a quotation set apart.</summary>
    public string QuoteEnd { get; private init; } = "</blockquote>";

    bool IsNitf { get; init; }

    /// <summary>The element of a sub-head; NITF has one kind.</summary>
    public string Subhead(int level) =>
        IsNitf ? "hl2" : $"h{Math.Clamp(level, 1, 6).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The element of a mark.</summary>
    public string TagOf(MarkKind kind) => kind switch
    {
        MarkKind.Strong when IsNitf => "em",
        MarkKind.Strong => "strong",
        MarkKind.Link => "a",
        MarkKind.Superscript => "sup",
        MarkKind.Subscript => "sub",
        _ => "em",
    };

    /// <summary>
    /// The element that the element of a mark must stand in; empty when none. NITF has superscript in numbers only.
    /// </summary>
    public string WrapOf(MarkKind kind) => IsNitf && IsPlain(kind) ? "num" : "";

    /// <summary>
    /// Whether the mark may begin inside of a text, or inside of another mark. NITF has places without any.
    /// </summary>
    public bool Carries(ParagraphKind holder, MarkKind? outer) =>
        !IsNitf || holder != ParagraphKind.Preformatted && (outer is not { } kind || !IsPlain(kind));

    static bool IsPlain(MarkKind kind) => kind is MarkKind.Superscript or MarkKind.Subscript;

    /// <summary>Attributes of the element of a mark, with a space before them.</summary>
    public string AttributesOf(MarkKind kind) => IsNitf && kind == MarkKind.Strong ? " style=\"bold\"" : "";
}

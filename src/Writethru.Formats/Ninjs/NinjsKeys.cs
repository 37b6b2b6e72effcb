using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Writethru.Formats.Ninjs;

/// <summary>
/// The names of properties in lower case: versions differ in case, and senders too. Known names cost no new string.
/// </summary>
static class NinjsKeys
{
    const int Longest = 32;

    /// <summary>
    /// Properties that make an object ninjs, whatever else it holds. Names that half of all JSON bears, such as
    /// <c>type</c>, <c>version</c> or <c>name</c>, are not among them.
    /// </summary>
    static readonly FrozenSet<string> _telling = new[]
    {
        "uri", "guid", "pubstatus", "embargoed", "embargoeduntil", "urgency", "headline", "headlines", "slugline", "by",
        "byline", "creditline", "ednote", "usageterms", "rightsinfo", "located", "dateline", "descriptions",
        "description_text", "description_caption", "infosources", "associations", "standard", "representationtype",
        "bodies", "body_text", "body_html", "body_xhtml", "versioncreated", "firstcreated", "copyrightnotice", "urn",
        "article_html",
    }.ToFrozenSet();

    static readonly FrozenSet<string> _known = new[]
    {
        "role", "name", "rel", "value", "contenttype", "wordcount", "charcount", "literal", "scheme", "code", "qcode",
        "title", "type", "version", "renditions", "href", "mimetype", "width", "height", "sizeinbytes", "language",
        "copyrightholder", "contactinfo", "altids", "subject", "subjects", "person", "people", "place", "places",
        "organisation", "organisations", "genre", "genres", "keywords", "expires", "infosource", "source", "service",
        "priority", "$standard", "profile", "contentcreated", "description_html", "authors",
    }.Concat(_telling).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name of a property in lower case.</summary>
    public static string Of(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        Span<char> text = stackalloc char[Longest];
        if (raw.Length <= Longest && Ascii.ToUtf16(raw, text, out var length) == System.Buffers.OperationStatus.Done
            && _lookup.TryGetValue(text[..length], out var known))
            return known;
        return property.Name.ToLowerInvariant();
    }

    /// <summary>Whether the property, by its name in lower case, makes an object ninjs.</summary>
    public static bool IsTelling(string key) => _telling.Contains(key)
        || key.StartsWith("body_", StringComparison.Ordinal) || key.StartsWith("headline_", StringComparison.Ordinal);
}

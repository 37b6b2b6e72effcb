using System.Collections.Frozen;

namespace Writethru.Formats.Ninjs;

/// <summary>Properties that make an object ninjs, whatever else it holds.</summary>
/// <remarks>
/// Names that half of all JSON bears, such as <c>type</c>, <c>version</c> or <c>name</c>, are not among them.
/// </remarks>
static class NinjsProperties
{
    static readonly FrozenSet<string> _names = new[]
    {
        "uri", "guid", "pubstatus", "embargoed", "embargoeduntil", "urgency", "headline", "headlines", "slugline", "by",
        "byline", "creditline", "ednote", "usageterms", "rightsinfo", "located", "dateline", "descriptions",
        "description_text", "description_caption", "infosources", "associations", "standard", "representationtype",
        "bodies", "body_text", "body_html", "body_xhtml", "versioncreated", "firstcreated", "copyrightnotice",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string name) => _names.Contains(name);
}

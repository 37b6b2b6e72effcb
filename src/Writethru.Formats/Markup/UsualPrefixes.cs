using System.Collections.Frozen;
using System.Xml;

namespace Writethru.Formats.Markup;

/// <summary>
/// Prefixes by what they mean wherever they are declared: a document that forgot to, or was cut out of one that did,
/// is read all the same.
/// </summary>
sealed class UsualPrefixes() : XmlNamespaceManager(new NameTable())
{
    static readonly FrozenDictionary<string, string> _usual = new Dictionary<string, string>
    {
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["cc"] = "http://creativecommons.org/ns#",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["georss"] = "http://www.georss.org/georss",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["slash"] = "http://purl.org/rss/1.0/modules/slash/",
        ["thr"] = "http://purl.org/syndication/thread/1.0",
        ["wfw"] = "http://wellformedweb.org/CommentAPI/",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["xlink"] = "http://www.w3.org/1999/xlink",
        ["xsi"] = "http://www.w3.org/2001/XMLSchema-instance",
    }.ToFrozenDictionary();

    readonly SortedSet<string> _undeclared = new(StringComparer.Ordinal);

    /// <summary>Prefixes that were used and never declared, without those that items may use undeclared.</summary>
    public IReadOnlyCollection<string> Undeclared => _undeclared;

    /// <summary>What a parser wants of it.</summary>
    public XmlParserContext Context => new(NameTable, this, null, XmlSpace.None);

    /// <inheritdoc/>
    public override string? LookupNamespace(string prefix)
    {
        var declared = base.LookupNamespace(prefix);
        if (declared is not null || prefix.Length == 0)
            return declared;
        if (prefix is not ("xsi" or "xlink"))
            _undeclared.Add(prefix);
        return NameTable!.Add(_usual.GetValueOrDefault(prefix, $"urn:undeclared:{prefix}"));
    }
}

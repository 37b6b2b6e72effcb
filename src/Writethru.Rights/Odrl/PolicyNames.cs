namespace Writethru.Rights.Odrl;

/// <summary>Names of ODRL as policies write them: whole addresses, with a prefix, or bare.</summary>
static class PolicyNames
{
    /// <summary>The most that an address may have before the name, in the editions of ODRL since 2.0.</summary>
    static readonly string[] _spaces =
    [
        "http://www.w3.org/ns/odrl/2/", "https://www.w3.org/ns/odrl/2/", "http://w3.org/ns/odrl/2/",
        "https://w3.org/ns/odrl/2/", "http://w3.org/ns/odrl/vocab#", "odrl:", "o:",
    ];

    /// <summary>Profiles that only add words which are understood or said to be not.</summary>
    static readonly string[] _profiles =
    [
        "iptc.org/std/RightsML", "iptc.org/std/RightsML/2", "iptc.org/std/RightsML/odrl-profile",
        "www.w3.org/ns/odrl/2", "www.w3.org/ns/odrl/2/core",
    ];

    /// <summary>Vocabularies that describe and never limit.</summary>
    static readonly string[] _describing =
    [
        "dc:", "dct:", "dcterms:", "rdfs:label", "rdfs:comment", "rdfs:seeAlso", "skos:", "schema:", "vcard:", "foaf:",
        "http://purl.org/dc/", "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#",
        "http://schema.org/", "https://schema.org/", "http://www.w3.org/2006/vcard/ns#", "http://xmlns.com/foaf/0.1/",
    ];

    /// <summary>The bare name; any name that is none of ODRL's as it is written.</summary>
    public static string Of(string name)
    {
        name = name.Trim();
        foreach (var space in _spaces)
        {
            if (name.StartsWith(space, StringComparison.Ordinal))
                return name[space.Length..] is var bare && bare.StartsWith("vocab/", StringComparison.Ordinal)
                    ? bare[6..] : bare;
        }
        return name;
    }

    /// <summary>What stands behind the last mark of an address, in lower case.</summary>
    public static string LastOf(string address)
    {
        var text = address.Trim().TrimEnd('/');
        return text[(text.LastIndexOfAny(['/', '#', ':']) + 1)..].ToLowerInvariant();
    }

    /// <summary>Whether a profile is known.</summary>
    public static bool IsKnownProfile(string address)
    {
        var text = address.Trim().TrimEnd('/', '#');
        var bare = text.IndexOf("://", StringComparison.Ordinal) is > 0 and var at ? text[(at + 3)..] : text;
        return _profiles.Contains(bare, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a property describes: titles, dates of issue, names of people.</summary>
    public static bool Describes(string name) =>
        Array.Exists(_describing, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether a property names somebody in a readable way.</summary>
    public static bool IsName(string name) => Describes(name)
        && LastOf(name) is "fn" or "name" or "preflabel" or "label" or "title" or "organization-name";
}

using System.Text.Json;

namespace Writethru.Rights.Odrl;

/// <summary>
/// Reads policies as JSON: ODRL 2.2 and RightsML as JSON-LD (compact, nested or expanded), and ODRL 2.1's own JSON
/// (<c>policytype</c>, <c>permissions</c>). A context is never fetched: it is one that is known, or not understood.
/// </summary>
static class PolicyJson
{
    static readonly JsonDocumentOptions _options = new() { MaxDepth = 32 };

    static readonly string[] _contexts =
    [
        "www.w3.org/ns/odrl.jsonld", "www.w3.org/ns/odrl/2/odrl.jsonld",
        "w3.org/ns/odrl.jsonld", "www.w3.org/ns/odrl/2",
    ];

    /// <summary>The nodes; null when it is no JSON object or array.</summary>
    public static PolicyGraph? Read(string policy)
    {
        var graph = new PolicyGraph();
        try
        {
            using var document = JsonDocument.Parse(policy, _options);
            if (document.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                return null;
            ReadTop(document.RootElement, graph);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or ArgumentException)
        {
            // The latter two are what the parser says of half a surrogate.
            return null;
        }
        return graph;
    }

    static void ReadTop(JsonElement element, PolicyGraph graph)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                ReadTop(item, graph);
        }
        else if (element.ValueKind == JsonValueKind.Object)
            ReadObject(element, graph);
        else
            graph.Strange.Add(element.ToString());
    }

    static PolicyNode? ReadObject(JsonElement element, PolicyGraph graph)
    {
        PolicyNode? node = null;
        foreach (var property in element.EnumerateObject())
        {
            if (graph.IsTooMuch)
                break;
            switch (KeyOf(property.Name))
            {
                case "@context":
                    ReadContext(property.Value, graph);
                    break;
                case "@graph":
                    ReadTop(property.Value, graph);
                    break;
                case "uid" when property.Value.ValueKind == JsonValueKind.String:
                    graph.Name(node ??= graph.Add(), property.Value.GetString()!);
                    break;
                case "type":
                    (node ??= graph.Add()).Types.AddRange(
                        Values(property.Value, graph).Select(value => PolicyNames.Of(value.Text)));
                    break;
                case var key:
                    (node ??= graph.Add()).Properties.AddRange(
                        Values(property.Value, graph).Select(value => (key, value)));
                    break;
            }
        }
        return node;
    }

    static IEnumerable<PolicyValue> Values(JsonElement element, PolicyGraph graph)
    {
        if (graph.IsTooMuch)
            return [];
        return element.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Values(item, graph)).ToList(),
            JsonValueKind.Object => ObjectValues(element, graph),
            _ => [new PolicyValue(element.ToString())],
        };
    }

    /// <summary>An object with nothing but an address is an address, and one with a value the value.</summary>
    static IEnumerable<PolicyValue> ObjectValues(JsonElement element, PolicyGraph graph)
    {
        var names = element.EnumerateObject().Select(property => KeyOf(property.Name)).ToList();
        if (names is ["@list"] or ["@set"])
            return Values(element.EnumerateObject().First().Value, graph);
        if (names is ["uid"] && element.EnumerateObject().First().Value is { ValueKind: JsonValueKind.String } id)
            return [new PolicyValue(id.GetString()!)];
        if (names.Contains("@value") && names.TrueForAll(name => name is "@value" or "type" or "@language"))
            return Values(element.EnumerateObject().First(property => property.Name == "@value").Value, graph);
        var node = ReadObject(element, graph);
        if (node is null)
            graph.Strange.Add(element.GetRawText());
        return node is null ? [] : [new PolicyValue(node.Id, node)];
    }

    /// <summary>
    /// A context that only names prefixes changes no word that is understood; one that says anything else may change
    /// all.
    /// </summary>
    static void ReadContext(JsonElement context, PolicyGraph graph)
    {
        switch (context.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Array:
                foreach (var item in context.EnumerateArray())
                    ReadContext(item, graph);
                break;
            case JsonValueKind.Object:
                foreach (var property in context.EnumerateObject())
                {
                    if (property.Value.ValueKind != JsonValueKind.String
                        || !IsPrefix(property.Name, property.Value.GetString()!))
                        graph.Strange.Add(property.Name);
                }
                break;
            default:
                if (!IsKnownContext(context.ToString()))
                    graph.Strange.Add(context.ToString());
                break;
        }
    }

    static bool IsPrefix(string name, string address) => name switch
    {
        "odrl" or "o" => PolicyNames.Of(address + "x") == "x",
        "@language" => true,
        "dc" or "dct" or "dcterms" or "rdfs" or "skos" or "schema" or "vcard" or "foaf" or "rdf" or "xsd" or "cc" =>
            address.StartsWith("http", StringComparison.Ordinal),
        _ => false,
    };

    static bool IsKnownContext(string address)
    {
        var text = address.Trim().TrimEnd('/');
        var bare = text.IndexOf("://", StringComparison.Ordinal) is > 0 and var at ? text[(at + 3)..] : text;
        return Array.Exists(_contexts, known => known == bare)
            || bare.StartsWith("iptc.org/std/RightsML/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Names of the keywords of JSON-LD and of ODRL 2.1's own JSON, as ODRL 2.2 has them.</summary>
    static string KeyOf(string name) => PolicyNames.Of(name) switch
    {
        "@id" or "policyid" => "uid",
        "@type" or "policytype" => "type",
        "permissions" => "permission",
        "prohibitions" => "prohibition",
        "duties" => "duty",
        "constraints" => "constraint",
        "name" => "leftOperand",
        "rightoperand" => "rightOperand",
        "rightoperanddatatype" => "dataType",
        "rightoperandunit" => "unit",
        "policyprofile" => "profile",
        "inheritfrom" => "inheritFrom",
        "inheritallowed" => "inheritAllowed",
        "inheritrelation" => "inheritRelation",
        var key => key,
    };
}

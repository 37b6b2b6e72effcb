using System.Xml;

namespace Writethru.Rights.Odrl;

/// <summary>
/// Reads policies of ODRL 2.0 and 2.1 as XML (<c>o:Policy</c>), one or several in a row. No DTD, no entities but the
/// five
/// of XML itself, nothing is fetched.
/// </summary>
static class PolicyXml
{
    const int MaxDepth = 32;

    static readonly XmlReaderSettings _settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = PolicyReader.MaxLength,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The nodes; null when it is no XML.</summary>
    public static PolicyGraph? Read(string policy)
    {
        var graph = new PolicyGraph();
        try
        {
            using var reader = XmlReader.Create(new StringReader(policy), _settings);
            while (!graph.IsTooMuch && reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                    ReadPolicy(reader, graph);
                else if (reader.NodeType != XmlNodeType.XmlDeclaration)
                    graph.Strange.Add(reader.Value.Trim());
            }
        }
        catch (XmlException)
        {
            return null;
        }
        return graph;
    }

    static void ReadPolicy(XmlReader reader, PolicyGraph graph)
    {
        if (!reader.LocalName.Equals("policy", StringComparison.OrdinalIgnoreCase) || !IsOdrl(reader.NamespaceURI))
            graph.Strange.Add(reader.Name);
        Read(reader, graph);
    }

    static PolicyNode Read(XmlReader reader, PolicyGraph graph)
    {
        var node = graph.Add();
        var isEmpty = reader.IsEmptyElement;
        ReadAttributes(reader, graph, node);
        if (isEmpty)
            return node;
        graph.IsDeep |= reader.Depth > MaxDepth;
        while (!graph.IsTooMuch && reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element || !IsOdrl(reader.NamespaceURI))
                graph.Strange.Add(reader.NodeType == XmlNodeType.Element ? reader.Name : reader.Value.Trim());
            if (reader.NodeType == XmlNodeType.Element)
                Add(node, reader.LocalName, Read(reader, graph), graph);
        }
        return node;
    }

    /// <summary>Assets and parties say by an attribute what they are to the rule; an action is its name.</summary>
    static void Add(PolicyNode node, string name, PolicyNode child, PolicyGraph graph)
    {
        var role = Take(child, name == "asset" ? "relation" : name == "party" ? "function" : "");
        if (name == "action")
        {
            child.WasRead = true;
            node.Properties.Add((name,
                new PolicyValue(Take(child, "name"), child.Properties.Count > 0 ? child : null)));
            return;
        }
        name = role.Length > 0 ? PolicyNames.Of(role) : name == "asset" ? "target" : name;
        node.Properties.Add((name, new PolicyValue(child.Id, child)));
        if (name == "constraint")
            ReadConstraint(child);
    }

    static void ReadConstraint(PolicyNode node)
    {
        var (operand, right) = (Take(node, "name"), Take(node, "rightOperand"));
        if (operand.Length > 0)
            node.Properties.Add(("leftOperand", new PolicyValue(operand)));
        foreach (var word in right.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            node.Properties.Add(("rightOperand", new PolicyValue(word)));
    }

    static void ReadAttributes(XmlReader reader, PolicyGraph graph, PolicyNode node)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/" || reader.Name is "id" or "xml:lang" or "xml:id")
                continue;
            if (reader.NamespaceURI.Length > 0)
                graph.Strange.Add(reader.Name);
            else if (reader.LocalName == "uid")
                NameLoosely(graph, node, reader.Value.Trim());
            else if (reader.LocalName == "type")
                node.Types.Add(PolicyNames.Of(reader.Value));
            else
                node.Properties.Add((reader.LocalName, new PolicyValue(reader.Value.Trim())));
        }
        reader.MoveToElement();
    }

    /// <summary>
    /// In XML an asset or party is written again wherever it is meant: the same address is no second thing.
    /// </summary>
    static void NameLoosely(PolicyGraph graph, PolicyNode node, string id)
    {
        if (graph.Find(new PolicyValue(id)) is null)
            graph.Name(node, id);
        else
            node.Id = id;
    }

    static string Take(PolicyNode node, string name)
    {
        var at = node.Properties.FindIndex(property => property.Name == name);
        if (at < 0)
            return "";
        var text = node.Properties[at].Value.Text;
        node.Properties.RemoveAt(at);
        return text;
    }

    static bool IsOdrl(string space) =>
        space.Length == 0 || PolicyNames.Of(space.TrimEnd('/', '#') + "/x") == "x"
            || space == "http://w3.org/ns/odrl/vocab#";
}

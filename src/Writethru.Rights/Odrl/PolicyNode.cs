namespace Writethru.Rights.Odrl;

/// <summary>
/// A thing of a policy: the policy, a permission, a constraint, a party. The same for every notation.
/// </summary>
sealed class PolicyNode
{
    /// <summary>Its address; empty when it has none.</summary>
    public string Id { get; set; } = "";

    public List<string> Types { get; } = [];

    /// <summary>Its properties in the order written, by the names of <see cref="PolicyNames"/>.</summary>
    public List<(string Name, PolicyValue Value)> Properties { get; } = [];

    /// <summary>Whether the reader has been here; what stays unread may hold a limit.</summary>
    public bool WasRead { get; set; }

    public IEnumerable<PolicyValue> All(string name) =>
        Properties.Where(property => property.Name == name).Select(property => property.Value);
}

/// <summary>A value: a text or an address, or a node that stands in its place.</summary>
/// <param name="Text">The text; the address of a node when it has one.</param>
/// <param name="Node">The node; null for a text, and for an address alone.</param>
readonly record struct PolicyValue(string Text, PolicyNode? Node = null);

/// <summary>All nodes of a policy as it was written.</summary>
sealed class PolicyGraph
{
    /// <summary>Most nodes; a policy with more is not understood.</summary>
    const int Most = 2_000;

    readonly Dictionary<string, PolicyNode> _byId = new(StringComparer.Ordinal);

    public List<PolicyNode> Nodes { get; } = [];

    /// <summary>Words whose place says already that they are not understood.</summary>
    public List<string> Strange { get; } = [];

    /// <summary>Whether it is nested deeper than is read.</summary>
    public bool IsDeep { get; set; }

    /// <summary>Whether reading stopped, and nothing of it may be relied on.</summary>
    public bool IsTooMuch => IsDeep || Nodes.Count > Most;

    public PolicyNode Add()
    {
        var node = new PolicyNode();
        Nodes.Add(node);
        return node;
    }

    /// <summary>Gives a node its address. Two that share one are not understood: which of them holds?</summary>
    public void Name(PolicyNode node, string id)
    {
        if (node.Id.Length > 0 || id.Length > 0 && !_byId.TryAdd(id, node))
            Strange.Add(id);
        node.Id = id;
    }

    /// <summary>The node that a value is or names; null when it is a text or an address outside.</summary>
    public PolicyNode? Find(PolicyValue value) => value.Node ?? _byId.GetValueOrDefault(value.Text);
}

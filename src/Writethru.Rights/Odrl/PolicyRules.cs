using Writethru.Copy;

namespace Writethru.Rights.Odrl;

/// <summary>Reads permissions, prohibitions and duties.</summary>
sealed class PolicyRules(PolicyGraph graph, PolicyWords words)
{
    readonly PolicyConstraint _constraint = new(graph, words);

    /// <summary>
    /// A permission. One that is given to a party is not understood: nobody knows whether a reader is that.
    /// </summary>
    public PolicyGrant ReadPermission(PolicyNode node)
    {
        List<string> actions = [];
        List<UsageRule> rules = [];
        node.WasRead = true;
        CheckType(node, "Permission");
        foreach (var (name, value) in node.Properties)
        {
            switch (name)
            {
                case "action":
                    actions.Add(ActionOf(value));
                    if (!PolicyActions.IsKnown(actions[^1]))
                        words.Strange(value.Text.Length > 0 ? value.Text : name);
                    break;
                case "constraint":
                    AddConstraint(rules, value);
                    break;
                case "duty" or "obligation" when graph.Find(value) is { } duty:
                    if (ReadDuty(duty) is { } rule)
                        rules.Add(rule);
                    break;
                case "target" or "assigner":
                    ReadOutside(value);
                    break;
                default:
                    ReadOther(name, value);
                    break;
            }
        }
        var word = node.All("action").Select(action => action.Text).FirstOrDefault() ?? "";
        return new PolicyGrant([.. actions.Distinct().Order(StringComparer.Ordinal)], rules, word);
    }

    /// <summary>
    /// A prohibition. To whomever it is addressed, it binds all. Several constraints at once forbid only where all
    /// hold,
    /// which no rule can say.
    /// </summary>
    public IEnumerable<UsageRule> ReadProhibition(PolicyNode node)
    {
        node.WasRead = true;
        CheckType(node, "Prohibition");
        List<PolicyNode> constraints = [];
        List<PolicyValue> actions = [];
        foreach (var (name, value) in node.Properties)
        {
            switch (name)
            {
                case "action":
                    actions.Add(value);
                    break;
                case "constraint" when graph.Find(value) is { } constraint:
                    constraints.Add(constraint);
                    break;
                case "target" or "assigner" or "assignee":
                    ReadOutside(value);
                    break;
                default:
                    ReadOther(name, value);
                    break;
            }
        }
        if (actions.Count == 0 || constraints.Count > 1)
            words.Strange(actions.Select(action => action.Text));
        if (constraints.Count > 1)
            constraints.ForEach(constraint => constraint.WasRead = true);
        return constraints.Count > 1
            ? [] : [.. actions.SelectMany(action => Forbid(action, constraints.FirstOrDefault()))];
    }

    /// <summary>A duty: to credit somebody, or null and not understood.</summary>
    public UsageRule? ReadDuty(PolicyNode node)
    {
        node.WasRead = true;
        CheckType(node, "Duty");
        var (isCredit, credit, isWhole) = (false, (string?)null, true);
        foreach (var (name, value) in node.Properties)
        {
            switch (name)
            {
                case "action" when ActionOf(value) is "attribute" or "cc:Attribution":
                    isCredit = true;
                    break;
                case "attributedParty" when credit is null:
                    credit = NameOf(value);
                    isWhole &= credit is not null;
                    ReadOutside(value);
                    break;
                case "target" or "assigner" or "assignee" or "attributingParty":
                    ReadOutside(value);
                    break;
                default:
                    isWhole &= PolicyNames.Describes(name);
                    ReadOther(name, value);
                    break;
            }
        }
        if (!isCredit || !isWhole)
        {
            words.Strange(node.All("action").Select(action => action.Text));
            return null;
        }
        return new UsageRule
        {
            Kind = UsageKinds.MandatoryCredit,
            Value = credit ?? "",
            Span = words.Find(node.All("attributedParty").Select(party => party.Text).FirstOrDefault() ?? ""),
        };
    }

    /// <summary>Something that is only named: an asset, a party. What is said of it there may limit.</summary>
    public void ReadOutside(PolicyValue value)
    {
        if (graph.Find(value) is not { WasRead: false } node)
            return;
        node.WasRead = true;
        foreach (var (name, inner) in node.Properties)
        {
            if (PolicyNames.Describes(name))
                ReadOutside(inner);
            else
                words.Strange(name);
        }
        foreach (var type in node.Types.Where(type => type is not ("Asset" or "Party") && !PolicyNames.Describes(type)))
            words.Strange(type);
    }

    IEnumerable<UsageRule> Forbid(PolicyValue value, PolicyNode? constraint)
    {
        var action = ActionOf(value);
        var always = PolicyActions.Forbidden(action);
        if (constraint is null)
        {
            if (always is null)
                words.Strange(value.Text);
            return always is null ? [] : [always with { Span = words.Find(value.Text) }];
        }
        var limit = _constraint.Read(constraint, forbids: true);
        if (!PolicyActions.Shows(action))
        {
            words.Strange(value.Text);
            return [];
        }
        return (UsageRule[])[.. limit is null ? [] : (UsageRule[])[limit],
            .. always is null ? [] : (UsageRule[])[always with { Span = words.Find(value.Text) }]];
    }

    void AddConstraint(List<UsageRule> rules, PolicyValue value)
    {
        if (graph.Find(value) is not { } node)
            words.Strange(value.Text);
        else if (_constraint.Read(node, forbids: false) is { } rule)
            rules.Add(rule);
    }

    /// <summary>The name of an act; one that is narrowed by anything is none that is known.</summary>
    string ActionOf(PolicyValue value)
    {
        if (graph.Find(value) is not { } node)
            return PolicyNames.Of(value.Text);
        foreach (var inner in node.Properties.Select(property => graph.Find(property.Value)).OfType<PolicyNode>())
            inner.WasRead = true;
        node.WasRead = true;
        return node.Properties.TrueForAll(property => PolicyNames.Describes(property.Name)) && node.Id.Length > 0
            ? PolicyNames.Of(node.Id) : "refined";
    }

    /// <summary>Whom to credit: our own words, or the party's readable name; null when it is only an address.</summary>
    string? NameOf(PolicyValue value)
    {
        if (value.Text.StartsWith(PolicyWords.Credit, StringComparison.Ordinal))
            return Uri.UnescapeDataString(value.Text[PolicyWords.Credit.Length..]);
        return graph.Find(value) is { } node
            ? node.Properties.Where(property => PolicyNames.IsName(property.Name))
                .Select(property => property.Value.Text).FirstOrDefault(name => name.Length > 0)
            : value.Text.Contains(':', StringComparison.Ordinal) ? null : value.Text;
    }

    void ReadOther(string name, PolicyValue value)
    {
        ReadOutside(value);
        if (!PolicyNames.Describes(name))
            words.Strange(name);
    }

    void CheckType(PolicyNode node, string expected)
    {
        foreach (var type in node.Types.Where(type => type != expected && type != "Rule" && type != "Duty"))
            words.Strange(type);
    }
}

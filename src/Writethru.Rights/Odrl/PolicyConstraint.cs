using Writethru.Copy;

namespace Writethru.Rights.Odrl;

/// <summary>Reads one constraint as the rule that it makes of a permission, or of a prohibition.</summary>
/// <remarks>Source: ODRL Vocabulary and Expression 2.2, 3.7 and 3.8 (left operands and operators).</remarks>
sealed class PolicyConstraint(PolicyGraph graph, PolicyWords words)
{
    readonly List<string> _values = [];
    string _operand = "", _operator = "";

    /// <summary>
    /// The rule; null when a word of it is not understood, which is then among the words that are not.
    /// </summary>
    /// <param name="node">The constraint.</param>
    /// <param name="forbids">Whether it says when use is forbidden, in place of when it is allowed.</param>
    public UsageRule? Read(PolicyNode node, bool forbids)
    {
        _values.Clear();
        (_operand, _operator) = ("", "");
        if (!ReadProperties(node))
            return null;
        var rule = _operand switch
        {
            "spatial" => ByLists(UsageKinds.Territory, PolicyPlaces.Find, forbids),
            "media" => Media(forbids),
            "recipient" => ByLists(UsageKinds.Clients, ClientOf, forbids),
            "dateTime" => Window(forbids),
            "purpose" => Purpose(forbids),
            "count" when _operator is "eq" or "lteq" && _values is ["1"] && !forbids =>
                new UsageRule { Kind = UsageKinds.OneTime },
            _ => null,
        };
        if (rule is null)
            words.Strange(_values.Prepend(_operator).Prepend(_operand));
        return rule is null ? null : rule with { Span = words.Find(_values[0]) };
    }

    bool ReadProperties(PolicyNode node)
    {
        node.WasRead = true;
        var isWhole = true;
        foreach (var (name, value) in node.Properties)
        {
            switch (name)
            {
                case "leftOperand" when _operand.Length == 0:
                    _operand = PolicyNames.Of(value.Text);
                    break;
                case "operator" when _operator.Length == 0:
                    _operator = PolicyNames.Of(value.Text);
                    break;
                case "rightOperand" when graph.Find(value) is null && value.Text.Length > 0:
                    _values.Add(value.Text);
                    break;
                case "dataType":
                    break;
                default:
                    isWhole &= PolicyNames.Describes(name);
                    if (!PolicyNames.Describes(name))
                        words.Strange(name);
                    break;
            }
        }
        if (_operand.Length > 0 && _operator.Length > 0 && _values.Count > 0 && node.Types.TrueForAll(IsConstraint))
            return isWhole;
        words.Strange(node.Types.Prepend(_operator).Prepend(_operand));
        return false;
    }

    static bool IsConstraint(string type) => type == "Constraint";

    /// <summary>Whether the operator names those that fit; null when it is neither that nor its contrary.</summary>
    bool? Names => (_operator, _values.Count) switch
    {
        ("eq", 1) or ("isAnyOf" or "isPartOf", _) => true,
        ("neq", 1) or ("isNoneOf", _) => false,
        _ => null,
    };

    UsageRule? ByLists(string kind, Func<string, string?> find, bool forbids)
    {
        var found = _values.ConvertAll(value => find(value));
        if (Names is not { } names || _operator == "isPartOf" && (kind != UsageKinds.Territory || found.Count > 1)
            || found.Contains(null))
            return null;
        return ByLists(kind, found.OfType<string>(), names != forbids);
    }

    static UsageRule ByLists(string kind, IEnumerable<string> names, bool allows) => allows
        ? new UsageRule { Kind = kind, Allow = [.. names.Distinct()] }
        : new UsageRule { Kind = kind, Deny = [.. names.Distinct()] };

    UsageRule? Media(bool forbids)
    {
        var found = _values.ConvertAll(PolicyWords.MediaOf);
        return Names is not { } names || _operator == "isPartOf" || found.Exists(media => media.IsEmpty)
            ? null : ByLists(UsageKinds.Medium, found.SelectMany(media => media), names != forbids);
    }

    static string? ClientOf(string address) =>
        address.StartsWith(PolicyWords.Client, StringComparison.Ordinal) && address.Length > PolicyWords.Client.Length
            ? Uri.UnescapeDataString(address[PolicyWords.Client.Length..]) : null;

    UsageRule? Purpose(bool forbids)
    {
        var isCommercial = _values.TrueForAll(value => PolicyNames.LastOf(value) is "commercial" or "advertising");
        return (Names, forbids) switch
        {
            (true, false) when _values.TrueForAll(value => PolicyNames.LastOf(value) is "editorial") =>
                new UsageRule { Kind = UsageKinds.Editorial, Value = "only" },
            (false, false) or (true, true) when isCommercial =>
                new UsageRule { Kind = UsageKinds.Commercial, Value = "none" },
            _ => null,
        };
    }

    /// <summary>
    /// Allowed before an instant is "until", forbidden before it "from"; with its doubt on the safe side.
    /// </summary>
    UsageRule? Window(bool forbids)
    {
        if (_values.Count != 1 || PolicyTime.Read(_values[0]) is not { } time)
            return null;
        var isAfter = _operator is "lteq" or "gt";
        var early = isAfter ? time.Start + time.Length : time.Start;
        var rule = new UsageRule { Kind = UsageKinds.Window };
        return (_operator, forbids) switch
        {
            ("lt" or "lteq", false) or ("gt" or "gteq", true) => rule with { Until = early },
            ("gt" or "gteq", false) or ("lt" or "lteq", true) => rule with { From = early + time.Doubt },
            ("eq", false) when time.Doubt == default && time.Length > TimeSpan.FromTicks(1) =>
                rule with { From = time.Start, Until = time.Start + time.Length },
            _ => null,
        };
    }
}

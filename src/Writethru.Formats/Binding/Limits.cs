using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>Gathers what limits one item or one picture, and joins it to the terms that it has.</summary>
/// <param name="terms">The terms that it has.</param>
sealed class Limits(UsageTerms? terms)
{
    /// <summary>Stands for all limits behind the fiftieth, so that no copy grows without bound.</summary>
    public const string Further = "Further limits stand in the copy.";

    const int Most = 50;

    readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> _added = [];
    readonly List<string> _policies = [];

    /// <summary>What was there and what was added.</summary>
    public UsageTerms? Terms => _added.Count + _policies.Count == 0
        ? terms
        : new UsageTerms(Restrictions.Join(terms is { Text.Length: > 0 } ? _added.Prepend(terms.Text) : _added))
        {
            Policy = string.Join('\n', terms is { Policy.Length: > 0 } ? _policies.Prepend(terms.Policy) : _policies),
        };

    /// <summary>Adds a policy, as it was written.</summary>
    public void AddPolicy(string policy)
    {
        if (policy.Length > 0 && terms?.Policy != policy && !_policies.Contains(policy))
            _policies.Add(policy);
    }

    /// <summary>Adds a limit; false when the terms have these words already.</summary>
    public bool Add(string limit)
    {
        var text = _added.Count < Most ? limit : Further;
        if (text.Length == 0 || _added.Count > Most || !_seen.Add(text)
            || terms is not null && terms.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
            return false;
        _added.Add(text);
        return true;
    }
}

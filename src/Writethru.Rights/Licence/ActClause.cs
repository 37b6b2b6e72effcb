using System.Collections.Immutable;
using Writethru.Copy;
using static Writethru.Rights.LicenceVocabulary;

namespace Writethru.Rights;

/// <summary>What a customer may not do at all: pass on, sell.</summary>
static class ActClause
{
    public static ClauseMatch? Read(Clause clause, int at)
    {
        var no = clause.AfterNo(at);
        if (no >= 0)
        {
            var end = ActList(clause, clause.Skip(no, For), out var forbidden);
            if (end < 0)
                return null;
            end = clause.Skip(end, Permitted);
            return clause.Ends(end) ? new ClauseMatch(end, end, forbidden) : null;
        }
        var after = ActList(clause, at, out var rules);
        var prohibited = after < 0 ? -1 : TerritoryClause.AfterProhibited(clause, after);
        return prohibited > 0 && clause.Ends(prohibited) ? new ClauseMatch(prohibited, prohibited, rules) : null;
    }

    static int ActList(Clause clause, int at, out ImmutableArray<UsageRule> rules)
    {
        var kinds = new List<string>();
        var end = -1;
        if (clause.Has(at))
        {
            for (var next = at;
                next >= 0 && next - at < 2 * Clause.MaxJoined && Acts.TryGetValue(clause.Words[next].Key, out var kind);
                next = clause.NextListed(end))
            {
                if (!kinds.Contains(kind))
                    kinds.Add(kind);
                end = next + 1;
            }
        }
        rules = [.. kinds.Select(kind => new UsageRule { Kind = kind, Value = "none" })];
        return end;
    }
}

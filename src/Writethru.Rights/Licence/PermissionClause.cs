using System.Collections.Frozen;
using static Writethru.Rights.Licence.LicenceVocabulary;

namespace Writethru.Rights.Licence;

/// <summary>
/// What may not be done without permission, or under an agreement that is not at hand: <c>may not be published,
/// broadcast, rewritten or redistributed without permission</c>.
/// </summary>
/// <remarks>
/// The acts become rules, so that they stay forbidden when a person clears the terms; the words stand as not
/// understood, for nobody here knows who has the permission.
/// </remarks>
static class PermissionClause
{
    /// <summary>Most words that the list of what may not be done takes.</summary>
    const int LongestList = 24;

    static readonly FrozenSet<string> _verbs = Words(
        "published broadcast rewritten reproduced copied displayed transmitted transferred stored distributed used " +
        "shown " +
        "reprinted framed linked communicated disseminated duplicated reproduction reproduce copying vervielfältigt " +
        "veröffentlicht verwendet kopiert");

    static readonly FrozenSet<string> _between = Words("be in whole part any form way");

    public static ClauseMatch? Read(Clause clause, int at)
    {
        var no = clause.AfterNo(at);
        if (no < 0)
            return null;
        var isPermitting = clause.Is(no, "permitting") || clause.Is(no, "permit") || clause.Is(no, "allow")
            || clause.Is(no, "allowing");
        var things = isPermitting ? Listed(clause, no + 1, out var end) : Listed(clause, no, out end);
        if (things.Count == 0)
            return null;
        var isWithout = clause.Is(end, "without") || clause.Is(end, "ohne");
        if (!isPermitting && !isWithout)
            return null;
        while (end < clause.Words.Count && clause.Words[end].Gap == Gap.Space)
            end++;
        var value = isPermitting ? "none" : "permission";
        return new ClauseMatch(end, [.. things.Select(thing => thing.Forbid() with { Value = value })])
        {
            IsOpen = true,
        };
    }

    /// <summary>The acts among the verbs of a list, and where it ends.</summary>
    static List<Thing> Listed(Clause clause, int at, out int end)
    {
        var acts = new List<Thing>();
        end = at;
        for (var step = 0; step < LongestList && end < clause.Words.Count; step++)
        {
            if (clause.Words[end].Gap == Gap.Sentence)
                break;
            var word = clause with { Start = end };
            if (Thing.List(word, end, out var things) is > 0 and var after)
            {
                acts.AddRange(things.Where(thing => thing.Media.IsEmpty && !acts.Contains(thing)));
                end = after;
            }
            else if (And.Contains(clause.Words[end].Key) || Use.Contains(clause.Words[end].Key)
                || _verbs.Contains(clause.Words[end].Key) || _between.Contains(clause.Words[end].Key))
                end++;
            else
                break;
        }
        return acts;
    }

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Checks;

/// <summary>Which paragraphs the claims of a note speak of.</summary>
sealed class Coverage
{
    readonly bool[] _old;
    bool _coversRemovals;

    Coverage(int oldCount, int newCount) => (_old, New) = (new bool[oldCount], new bool[newCount]);

    /// <summary>For each paragraph of the new take whether a claim covers it.</summary>
    public bool[] New { get; }

    public static Coverage Of(ImmutableArray<Claim> claims, ChangedParagraphs changes)
    {
        var cover = new Coverage(changes.OldCount, changes.NewCount);
        foreach (var claim in claims)
            cover.Add(claim);
        return cover;
    }

    /// <summary>
    /// A removal is told by a claim about it, by one about the copy as a whole, or by one about what was written in its
    /// place.
    /// </summary>
    public bool CoversRemoval(int removed, ChangedParagraphs changes) => _coversRemovals || _old[removed - 1]
        || changes.InPlaceOf(removed).Any(number => New[number - 1]);

    void Add(Claim claim)
    {
        if (!ClaimKinds.IsOfText(claim) && claim.Target is not (ClaimTarget.Lead or ClaimTarget.Story))
            return;
        if (claim.Action is ClaimAction.Advises or ClaimAction.Refiles or ClaimAction.Repeats or ClaimAction.Kills)
            return;
        if (claim.Target == ClaimTarget.Lead)
        {
            Cover(New, [1]);
            return;
        }
        if (claim.Where is null)
        {
            var isWhole = claim.Target == ClaimTarget.Story
                || claim.Action is ClaimAction.Recasts or ClaimAction.Replaces;
            Cover(New, Enumerable.Range(isWhole ? 1 : 2, Math.Max(0, New.Length - (isWhole ? 0 : 1))));
            _coversRemovals = true;
        }
        else if (claim.Action == ClaimAction.Deletes)
        {
            Cover(_old, References.Numbers(claim.Where, _old.Length));
        }
        else
        {
            Cover(New, References.Numbers(claim.Where, New.Length));
            _coversRemovals |= claim.Where is ParagraphReference.Throughout or ParagraphReference.From;
        }
    }

    static void Cover(bool[] paragraphs, IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (number >= 1 && number <= paragraphs.Length)
                paragraphs[number - 1] = true;
        }
    }
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Drafts;

/// <summary>
/// Writes the note to editors that a take should carry, from what it really changed. Pure; thread-safe.
/// </summary>
/// <remarks>
/// <c>(ATTN: RECASTS headline, lead; UPDATES with more details in paras 2, 6-10; ADDS photo)</c>. Read back, it gives
/// the claims that it was written from, and checked against the same diff it is accurate. Minor edits and moves are not
/// told.
/// </remarks>
public static class AdvisoryDrafter
{
    /// <summary>The note; null when there is nothing to tell.</summary>
    /// <param name="diff">What the take changed.</param>
    public static Advisory? Draft(ParagraphDiff diff)
    {
        var claims = Claims(diff);
        return claims.IsEmpty ? null : new Advisory(AdvisoryWriter.Write(claims));
    }

    /// <summary>
    /// The claims that cover everything of weight in a diff, in the order in which a desk names them.
    /// </summary>
    public static ImmutableArray<Claim> Claims(ParagraphDiff diff)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        var changed = Numbers(diff, change => change.Kind is ChangeKind.Edited or ChangeKind.Added ? change.New : null);
        if (Has(diff, DiffFields.Headline))
            Add(ClaimAction.Recasts, ClaimTarget.Headline);
        if (changed.Contains(1))
            Add(ClaimAction.Recasts, ClaimTarget.Lead);
        AddText(diff, [.. changed.Where(number => number > 1)], claims);
        var removed = Numbers(diff, change => change.Kind == ChangeKind.Removed ? change.Old : null);
        if (!removed.IsEmpty)
            Add(ClaimAction.Deletes, ClaimTarget.Para, new ParagraphReference.Listed(Ranges(removed)));
        AddField(DiffFields.Byline, ClaimTarget.Byline);
        AddField(DiffFields.Dateline, ClaimTarget.Dateline);
        AddField(DiffFields.Embargo, ClaimTarget.Embargo);
        if (PictureAction(diff) is { } action)
            Add(action, ClaimTarget.Photo);
        return claims.DrainToImmutable();

        void AddField(string field, ClaimTarget target)
        {
            if (diff.Fields.FirstOrDefault(change => change.Name == field) is { } change)
                Add(change.Old.Length == 0 ? ClaimAction.Adds
                    : change.New.Length == 0 ? ClaimAction.Deletes : ClaimAction.Changes, target);
        }

        void Add(ClaimAction action, ClaimTarget target, ParagraphReference? where = null) =>
            claims.Add(new Claim { Action = action, Target = target, Where = where });
    }

    /// <summary>The copy behind the lead: updated where anything was edited, else only added to.</summary>
    static void AddText(ParagraphDiff diff, ImmutableArray<int> changed, ImmutableArray<Claim>.Builder claims)
    {
        if (changed.IsEmpty)
            return;
        claims.Add(new Claim
        {
            Action = diff.Paragraphs.Any(change => change.Kind == ChangeKind.Edited && change.New > 1)
                ? ClaimAction.Updates
                : ClaimAction.Adds,
            Target = ClaimTarget.Details,
            Where = new ParagraphReference.Listed(Ranges(changed)),
        });
    }

    static ClaimAction? PictureAction(ParagraphDiff diff)
    {
        var kinds = diff.Pictures.Select(picture => picture.Kind).Where(kind => kind != ChangeKind.Same).ToHashSet();
        return kinds.Count == 0 ? null
            : kinds.SetEquals([ChangeKind.Added]) ? ClaimAction.Adds
            : kinds.SetEquals([ChangeKind.Removed]) ? ClaimAction.Deletes
            : kinds.Contains(ChangeKind.Added) ? ClaimAction.Replaces : ClaimAction.Changes;
    }

    static bool Has(ParagraphDiff diff, string field) => diff.Fields.Any(change => change.Name == field);

    static ImmutableArray<int> Numbers(ParagraphDiff diff, Func<ParagraphChange, int?> number) =>
        [.. diff.Paragraphs.Select(number).OfType<int>().Order()];

    static ImmutableArray<ParagraphRange> Ranges(ImmutableArray<int> numbers)
    {
        var ranges = ImmutableArray.CreateBuilder<ParagraphRange>();
        foreach (var number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].To == number - 1)
                ranges[^1] = ranges[^1] with { To = number };
            else
                ranges.Add(new ParagraphRange(number, number));
        }
        return ranges.DrainToImmutable();
    }
}

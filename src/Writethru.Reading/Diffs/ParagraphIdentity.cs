using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Diffs;

/// <summary>Which paragraph is which, from the first take of a story to its last.</summary>
public static class ParagraphIdentity
{
    /// <summary>
    /// For each take, in order, the identity of each of its paragraphs: a number from 1 that a paragraph keeps while it
    /// is edited or moved, and that no other paragraph of the story ever has.
    /// </summary>
    /// <param name="takes">The takes of one story, oldest first.</param>
    public static ImmutableArray<ImmutableArray<int>> Of(IReadOnlyList<Take> takes)
    {
        var next = 1;
        var all = ImmutableArray.CreateBuilder<ImmutableArray<int>>(takes.Count);
        for (var i = 0; i < takes.Count; i++)
        {
            var ids = new int[takes[i].Body.Length];
            if (i > 0)
            {
                foreach (var change in ParagraphDiffer.Diff(takes[i - 1], takes[i], withWords: false).Paragraphs)
                {
                    if (change is { Old: { } old, New: { } @new })
                        ids[@new - 1] = all[i - 1][old - 1];
                }
            }
            for (var paragraph = 0; paragraph < ids.Length; paragraph++)
                ids[paragraph] = ids[paragraph] == 0 ? next++ : ids[paragraph];
            all.Add([.. ids]);
        }
        return all.MoveToImmutable();
    }
}

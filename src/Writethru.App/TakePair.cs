using Writethru.Copy;
using Writethru.Delivery;
using Writethru.Reading.Diffs;

namespace Writethru.App;

/// <summary>Two takes of one story, both redacted for whoever asks.</summary>
/// <param name="Old">The take before.</param>
/// <param name="New">The take after.</param>
public sealed record TakePair(Deliverable Old, Deliverable New)
{
    /// <summary>The pair of these numbers; null when one of them is not there.</summary>
    /// <param name="chain">The takes that may be had, oldest first.</param>
    /// <param name="from">Number of the older one; null: the one before the newer, among those that may be had.</param>
    /// <param name="to">Number of the newer one; null: the newest.</param>
    public static TakePair? Find(IReadOnlyList<Deliverable> chain, int? from, int? to)
    {
        // A hold is no edition: nothing of it can be held against the take before.
        var editions = chain.Where(take => !take.Filed.IsHold).ToList();
        var @new = to is null ? editions.LastOrDefault() : editions.FirstOrDefault(take => take.Filed.Number == to);
        var old = from is null
            ? editions.LastOrDefault(take => take.Filed.Number < @new?.Filed.Number)
            : editions.FirstOrDefault(take => take.Filed.Number == from);
        return old is null || @new is null ? null : new TakePair(old, @new);
    }

    /// <summary>What the newer one changed.</summary>
    public ParagraphDiff Diff() => ParagraphDiffer.Diff(Old.Filed.Take, New.Filed.Take);
}

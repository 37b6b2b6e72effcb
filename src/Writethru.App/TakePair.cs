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
    /// <param name="outlet">Where the takes come from.</param>
    /// <param name="sending">Who asks.</param>
    /// <param name="story">The story.</param>
    /// <param name="from">Number of the older one; null: the one before the newer, among those that may be had.</param>
    /// <param name="to">Number of the newer one; null: the newest.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<TakePair?> FindAsync(Outlet outlet, Sending sending, StoryId story, int? from, int? to,
        CancellationToken cancel)
    {
        var editions = outlet.EditionsFor(sending.Principal, story);
        var later = to ?? (editions.Count > 0 ? editions[^1] : 0);
        var earlier = from ?? editions.LastOrDefault(number => number < later);
        if (!editions.Contains(later) || !editions.Contains(earlier))
            return null;
        var old = await outlet.FindAsync(sending, story, earlier, cancel).ConfigureAwait(false);
        var @new = await outlet.FindAsync(sending, story, later, cancel).ConfigureAwait(false);
        return (old, @new) is (StoryAnswer.Found before, StoryAnswer.Found after)
            ? new TakePair(before.Take, after.Take)
            : null;
    }

    /// <summary>What the newer one changed.</summary>
    public ParagraphDiff Diff() => ParagraphDiffer.Diff(Old.Filed.Take, New.Filed.Take);
}

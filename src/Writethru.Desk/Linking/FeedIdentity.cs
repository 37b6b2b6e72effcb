using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Desk.Linking;

/// <summary>
/// When the identity that a feed gives an item is not believed: feeds give several stories one, where an agency that
/// files a flash and its lead under one identity means one story.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0022-repeats.md</c>.</remarks>
static class FeedIdentity
{
    /// <summary>
    /// Whether nothing of an item is of the take that its identity stands for: headline, place on the web and every
    /// paragraph are others. At one place on the web, and where neither names one, no word may be shared at all.
    /// </summary>
    /// <param name="known">The newest take under the identity.</param>
    /// <param name="take">What comes under it.</param>
    public static bool IsOther(Take known, Take take)
    {
        // A notice has no copy that could be another's.
        if (known is { Body.IsEmpty: true, Pictures.IsEmpty: true, Headline: "" })
            return false;
        if (take.Status != TakeStatus.Usable || known.Headline.Trim() == take.Headline.Trim()
            || known.Body.Any(paragraph => take.Body.Any(other => other.Text == paragraph.Text)))
            return false;
        var (before, after) = (Permalinks(known), Permalinks(take));
        var (earlier, later) = (StoryTraits.Of(known), StoryTraits.Of(take));
        return before.Count > 0 && after.Count > 0 && !before.Overlaps(after)
            ? !StoryLikelihood.IsSameCopy(earlier, later)
            : !StoryLikelihood.SharesWords(earlier, later);
    }

    static HashSet<string> Permalinks(Take take) => [.. take.Links
        .Where(link => link.Rel == LinkRels.Alternate).Select(link => link.Target)];
}

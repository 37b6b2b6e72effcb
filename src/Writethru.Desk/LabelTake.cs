using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Reading.Advisories;

namespace Writethru.Desk;

/// <summary>
/// Gives a take the label of its series, only where the desk named the cause and the copy bears no label.
/// </summary>
/// <param name="style">The style of the house.</param>
sealed class LabelTake(HouseStyle style)
{
    /// <summary>The label; empty when the take gets none of ours.</summary>
    /// <param name="transaction">Where the take is filed.</param>
    /// <param name="item">
    /// What was said of it. What nobody gave a cause is an agency's own copy, which is not ours to label.
    /// </param>
    /// <param name="take">Its copy.</param>
    /// <param name="cause">Why it exists.</param>
    /// <param name="last">The story's newest take; null when it is the first.</param>
    public string Run(LogTransaction transaction, IncomingItem item, Take take, Cause cause, FiledTake? last) =>
        item.Cause is null || PrintedSeries.Of(take).Length > 0 ? ""
        : HouseLabel.Of(style, cause, HouseLabel.Counts(style, cause) ? Next(transaction, last) : 0, take.Urgency);

    /// <summary>
    /// The number behind the highest that a take of the story bears, or has without bearing it. What a release brought
    /// back, or filed anew behind it, was counted when it came.
    /// </summary>
    int Next(LogTransaction transaction, FiledTake? last)
    {
        var (highest, bare) = (0, 0);
        for (var number = last?.Number ?? 0; number > 0; number--)
        {
            var entry = StoryInHand.Take(transaction, last!.Story, number);
            var filed = entry.Filed;
            var label = filed.Label.Length > 0 ? filed.Label : PrintedSeries.Of(filed.Take);
            if (PrintedSeries.NumberOf(label) is > 0 and var borne)
            {
                highest = Math.Max(highest, borne + bare);
                // Ours was given behind all before it.
                if (filed.Label.Length > 0 && entry.Received is not null)
                    break;
            }
            else if (entry.Received is not null && HouseLabel.Counts(style, filed.Cause))
                bare++;
        }
        return Math.Max(highest, bare) + 1;
    }
}

using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Desk.Pictures;

/// <summary>
/// The words that a picture was given since its file came: when the same file comes again they stay, for it cannot know
/// them.
/// </summary>
static class WordsSince
{
    /// <summary>
    /// The newest take of a story that shows a file, when its words are others than the file's; null when none is, or
    /// the take was not read from the file alone.
    /// </summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="standing">The story.</param>
    /// <param name="take">The take as it was read.</param>
    /// <param name="received">The bytes that it was read from.</param>
    public static FiledTake? Find(LogTransaction transaction, StoryInHand standing, Take take, Received received)
    {
        if (take is not { Kind: TakeKind.Picture, Status: TakeStatus.Usable, Pictures: [var picture] }
            || HeldFiles.OriginalOf(picture) != received.Sha256)
            return null;
        var shown = Enumerable.Range(0, standing.Last.Filed.Number)
            .Select(back => StoryInHand.Take(transaction, standing.Last.Filed.Story, standing.Last.Filed.Number - back))
            .FirstOrDefault(entry => entry.Filed is { IsHold: false, Take.Pictures: [var known] }
                && HeldFiles.OriginalOf(known) == received.Sha256)?.Filed;
        return shown is null || SameCopy.IsSame(take, Keep(take, shown.Take)) ? null : shown;
    }

    /// <summary>The take with those words.</summary>
    /// <param name="take">The take as it was read.</param>
    /// <param name="shown">A take that shows the same file.</param>
    public static Take Keep(Take take, Take shown) => take with
    {
        Headline = shown.Headline,
        Pictures =
        [
            shown.Pictures[0] with { Id = take.Pictures[0].Id, Renditions = take.Pictures[0].Renditions },
        ],
    };
}

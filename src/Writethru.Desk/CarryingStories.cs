using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// The stories of copy that carry a picture which is a story of its own: what befalls it befalls them.
/// </summary>
sealed class CarryingStories(Gate gate)
{
    /// <summary>
    /// Files the newest copy of a story once more with something changed; what is not out yet behind it, changed alike.
    /// </summary>
    /// <param name="transaction">Where the verb runs.</param>
    /// <param name="story">The story.</param>
    /// <param name="cause">Why.</param>
    /// <param name="note">The note to editors that it goes out under.</param>
    /// <param name="change">What is changed.</param>
    /// <returns>The take; null when the story is over, or has no copy.</returns>
    public StoryOutcome.Done? Refile(LogTransaction transaction, StoryId story, Cause cause, string note,
        Func<Take, Take> change)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction), story) is not
            { State: StoryState.Living or StoryState.Held, Last.Filed.Number: var last })
            return null;
        var copies = FileAgain.Find(transaction, gate.In(transaction), story, last);
        if (copies.IsEmpty)
            return null;
        var (filed, position) = FileAgain.Run(transaction, last,
            [.. copies.Select(copy => copy with { Filed = copy.Filed with { Take = change(copy.Filed.Take) } })],
            cause, copy => FileAgain.Under(note, copy.Filed.Take));
        return new StoryOutcome.Done(filed, position);
    }

    /// <summary>
    /// Takes a picture out of every story that carries it: they run on without it, under a note that says so.
    /// </summary>
    /// <param name="transaction">Where the picture was stopped.</param>
    /// <param name="picture">The notice that stopped it.</param>
    public void RunOnWithout(LogTransaction transaction, FiledTake picture)
    {
        var word = picture.Cause == Cause.Takedown ? "was taken down" : "was killed";
        foreach (var (story, number) in Of(transaction, picture.Story))
        {
            Refile(transaction, story, Cause.Refile, $"(REFILE: Picture {number} {word}. Remove it everywhere.)",
                take => take with { Pictures = take.Pictures.RemoveAll(carried => carried.Id == picture.Story.Value) });
        }
    }

    /// <summary>Gives every story that carries a picture the words that it has now.</summary>
    /// <param name="transaction">Where they were put right.</param>
    /// <param name="picture">The take that put them right.</param>
    /// <param name="reason">What was wrong, for editors.</param>
    public void PutRight(LogTransaction transaction, FiledTake picture, string reason)
    {
        foreach (var (story, number) in Of(transaction, picture.Story))
        {
            Refile(transaction, story, Cause.Correction, $"(CORRECTION: Caption of picture {number}: {reason})",
                take => take with
                {
                    Pictures =
                    [
                        .. take.Pictures.Select(carried => carried.Id == picture.Story.Value
                            ? picture.Take.Pictures[0] with { After = carried.After }
                            : carried),
                    ],
                });
        }
    }

    /// <summary>The stories whose newest copy carries it, and its number there.</summary>
    List<(StoryId Story, int Number)> Of(LogTransaction transaction, StoryId picture)
    {
        var now = gate.In(transaction);
        List<(StoryId, int)> carrying = [];
        foreach (var story in now.Shelf.CarriersOf(picture.Value).Select(place => place.Story)
            .Where(story => story != picture).Distinct())
        {
            if (StoryInHand.Find(transaction, now, story) is not { } standing)
                continue;
            var index = standing.NewestCopy(transaction).Filed.Take.Pictures
                .Index().Where(carried => carried.Item.Id == picture.Value).Select(carried => carried.Index + 1)
                .FirstOrDefault();
            if (index > 0)
                carrying.Add((story, index));
        }
        return carrying;
    }
}

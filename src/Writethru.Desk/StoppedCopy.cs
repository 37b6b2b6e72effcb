using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>Copy that is stopped, which a take looks like, or is.</summary>
/// <param name="Kill">The notice that ended its story; null when it is held, or not out yet.</param>
/// <param name="Link">The take of the stopped story, and how alike.</param>
sealed record StoppedCopy(FiledTake? Kill, StoryLink Link)
{
    /// <summary>Number of the picture of the take, from 1, that looks like one there; 0 when it is the copy.</summary>
    public int Picture { get; init; }
}

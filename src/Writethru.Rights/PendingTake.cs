using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>A take that is not out yet: for the desk, and for those who have agreed to keep its embargo.</summary>
/// <param name="Story">The story.</param>
/// <param name="Number">The take.</param>
/// <param name="Position">Where it was filed.</param>
/// <param name="EmbargoedUntil">Its embargo; null when it has none that could be read.</param>
/// <param name="Waits">Whether a person must let it go.</param>
public sealed record PendingTake(StoryId Story, int Number, long Position, DateTimeOffset? EmbargoedUntil, bool Waits)
{
    /// <summary>Whether it is the hold of its story that keeps it back.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Why nobody but the desk may see it.</summary>
    public WithholdReason Reason =>
        IsHeld ? WithholdReason.Held : Waits ? WithholdReason.Waiting : WithholdReason.Embargoed;
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// A change of rights that gave a subscriber back what it had before, or that the desk said is for older copy too: what
/// came meanwhile is owed to it.
/// </summary>
/// <param name="Position">The position of the change.</param>
/// <param name="Since">The position at which its rights became narrower: nothing up to there is owed.</param>
/// <param name="Before">
/// What it had been before: copy is owed that one of these covered by then. Empty: all is owed, for the desk said so.
/// </param>
public sealed record Widening(long Position, long Since, ImmutableArray<RightsSpan> Before)
{
    /// <summary>
    /// Whether what came at a position is owed: it is in the open and last moved there, it is the newest of a story
    /// that lives, and the contract had covered it. Whether the subscriber may have it now, and has it, is not asked
    /// here.
    /// </summary>
    public bool Owes(GateSnapshot now, TakePlace take, long position)
    {
        ArgumentNullException.ThrowIfNull(now);
        return position > Since && position < Position
            && now.StateOf(take.Story) == StoryState.Living
            && now.MovedAt(take.Story, take.Number) == position
            && !now.IsOvertaken(take.Story, take.Number, now.Position + 1)
            && (Before.IsEmpty || Before.Any(span => span.Since < position
                && now.DecideFor(span.Who, take.Story, take.Number) is Decision.Deliver));
    }
}

/// <summary>What a subscriber was from a position on.</summary>
/// <param name="Since">The position.</param>
/// <param name="Who">The subscriber, as it was.</param>
public sealed record RightsSpan(long Since, Principal Who);

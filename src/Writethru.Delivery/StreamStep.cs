using Writethru.Archive;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>Something that stands in a principal's stream.</summary>
/// <param name="Place">Where the stream is behind it.</param>
abstract record StreamStep(StreamPlace Place)
{
    /// <summary>An entry of the log that may bring a take or a notice; it is asked again when it is written.</summary>
    /// <param name="Place">Where the stream is behind it.</param>
    /// <param name="Entry">The entry.</param>
    /// <param name="Missed">The change of rights that brings it, where it was missed in its place.</param>
    public sealed record Brought(StreamPlace Place, EntryPlace Entry, Widening? Missed = null) : StreamStep(Place);

    /// <summary>A change of rights gave something back: what was missed comes next.</summary>
    /// <param name="Place">Where what was missed begins.</param>
    public sealed record Widened(StreamPlace Place) : StreamStep(Place);

    /// <summary>A story of which the reader has takes goes on as another that it may have.</summary>
    /// <param name="Place">Where the stream is behind it.</param>
    /// <param name="Story">The story.</param>
    /// <param name="Into">The other one.</param>
    public sealed record Joined(StreamPlace Place, StoryId Story, StoryId Into) : StreamStep(Place);
}

/// <summary>A stretch of a principal's stream.</summary>
/// <param name="Steps">What stands in it, in order.</param>
/// <param name="End">Where it ends: behind its last step, and behind entries that bring nothing.</param>
/// <param name="Scanned">How many entries of the log were looked at.</param>
sealed record StreamStretch(IReadOnlyList<StreamStep> Steps, StreamPlace End, int Scanned);

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>How filing ended.</summary>
public abstract record FileOutcome
{
    FileOutcome() { }

    /// <summary>The likeness by which the take continues its story; null when it was not that.</summary>
    public StoryLink? Linked { get; init; }

    /// <summary>Other stories that the take may belong to; a person says.</summary>
    public ImmutableArray<StoryLink> Proposed { get; init; } = [];

    /// <summary>It became a take, and the take is durable.</summary>
    /// <param name="Take">The take in its place.</param>
    /// <param name="Position">Its place in the log.</param>
    public sealed record Filed(FiledTake Take, long Position) : FileOutcome
    {
        /// <summary>What the desk noticed though it took the item.</summary>
        public ImmutableArray<Remark> Remarks { get; init; } = [];

        /// <summary>What keeps it, or a picture of it, from anybody, by what it and its story say.</summary>
        public ImmutableArray<StayBack> StaysBack { get; init; } = [];
    }

    /// <summary>It had been filed before: the same request again, or equal text. No new take.</summary>
    /// <param name="Take">The take that stands for it.</param>
    /// <param name="Position">Where that take was filed.</param>
    public sealed record Repeated(FiledTake Take, long Position) : FileOutcome
    {
        /// <summary>That the copy was killed; empty when it was not.</summary>
        public ImmutableArray<Remark> Remarks { get; init; } = [];

        /// <summary>The sender's identity of the item when nothing that was filed has it; else empty.</summary>
        internal string SenderId { get; init; } = "";
    }

    /// <summary>Its sender itself has filed a newer version. Its bytes are kept, and leave by no path.</summary>
    /// <param name="Take">The take that stands for it.</param>
    /// <param name="Position">Where the bytes are kept.</param>
    public sealed record Superseded(FiledTake Take, long Position) : FileOutcome;

    /// <summary>It made no take. Its bytes are kept at <paramref name="Position"/> with the remarks.</summary>
    /// <param name="Why">What stood against it.</param>
    /// <param name="Position">Place of the refusal in the log.</param>
    /// <param name="Remarks">What the reader and the desk noticed.</param>
    public sealed record Refused(Refusal Why, long Position, ImmutableArray<Remark> Remarks) : FileOutcome
    {
        /// <summary>The story's newest take, for <see cref="Refusal.Stale"/>; null for every other refusal.</summary>
        public FiledTake? Current { get; init; }

        /// <summary>
        /// The take that a <see cref="Refusal.Partial"/> is proposed for; null when nothing says which, and for every
        /// other refusal.
        /// </summary>
        public TakePlace? PartOf { get; init; }
    }
}

/// <summary>What stood against filing an item.</summary>
public enum Refusal
{
    /// <summary>No reader could make a take of the bytes.</summary>
    Unreadable,

    /// <summary>The story that it was to continue does not exist.</summary>
    UnknownStory,

    /// <summary>
    /// A take with this cause may not follow here, or the sender's version exists with other content.
    /// </summary>
    Conflict,

    /// <summary>The idempotency key was used for other bytes or parameters.</summary>
    KeyReused,

    /// <summary>A part (add, insert, sub) that a person must work into the take before.</summary>
    Partial,

    /// <summary>Several takes, for which one story or one slug was named.</summary>
    SeveralTakes,

    /// <summary>The bytes were understood and hold no copy: a concept, a plan of coverage.</summary>
    NoCopy,

    /// <summary>The take that it was to follow is not the newest any more.</summary>
    Stale,

    /// <summary>Filed as a correction by name, and says nowhere what was wrong.</summary>
    Unexplained,

    /// <summary>The file of a picture that cannot be shown: too large, broken, or no picture at all.</summary>
    Picture,

    /// <summary>A file that came along and belongs to no picture of the item.</summary>
    StrayFile,

    /// <summary>A notice that kills, takes down or holds a story which nobody here knows; a person must look.</summary>
    NoStory,
}

/// <summary>How a verb on an existing story ended.</summary>
public abstract record StoryOutcome
{
    StoryOutcome() { }

    /// <summary>Done, and durable.</summary>
    /// <param name="Take">The take that was filed or let go; the last one when there were several.</param>
    /// <param name="Position">Place of the last entry in the log.</param>
    public sealed record Done(FiledTake Take, long Position) : StoryOutcome;

    /// <summary>There is no such story.</summary>
    public sealed record Unknown : StoryOutcome;

    /// <summary>It cannot be done as the story stands.</summary>
    /// <param name="Reason">What was found and what was expected.</param>
    public sealed record Conflict(string Reason) : StoryOutcome;

    /// <summary>A kill was asked for: the story is held, durably, and a second of the desk must confirm it.</summary>
    /// <param name="Hold">The hold that stops the story; it may have stood before.</param>
    /// <param name="Position">Where the request stands in the log.</param>
    public sealed record Asked(FiledTake Hold, long Position) : StoryOutcome;

    /// <summary>Whoever asked for the kill cannot confirm it.</summary>
    /// <param name="Request">The request that stands.</param>
    public sealed record NeedsSecond(KillRequest Request) : StoryOutcome;

    /// <summary>Nobody has said why.</summary>
    public sealed record Unexplained : StoryOutcome;
}

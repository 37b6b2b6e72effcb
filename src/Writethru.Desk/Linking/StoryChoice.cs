using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Desk.Linking;

/// <summary>Which story a take belongs to, and how that is known.</summary>
sealed record StoryChoice
{
    /// <summary>It opens a story of its own, and nothing is like it.</summary>
    public static StoryChoice New { get; } = new();

    /// <summary>The newest take of the story that it continues; null when it opens one.</summary>
    public LogEntry.TakeFiled? Last { get; init; }

    /// <summary>The likeness by which it continues it; null when it was not that.</summary>
    public StoryLink? Linked { get; init; }

    /// <summary>The take of the linked story that has the same copy; null when none has.</summary>
    public LogRecord? Same { get; init; }

    /// <summary>Stories that it may belong to; a person says.</summary>
    public ImmutableArray<StoryLink> Proposed { get; init; } = [];

    /// <summary>
    /// Whether it must wait for a person: it may be copy that was killed, or that is not out yet.
    /// </summary>
    public bool Waits { get; init; }
}

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

    /// <summary>Whether a notice found it by its slug alone.</summary>
    public bool IsBySlug { get; init; }

    /// <summary>The stories that a notice names in its words, the best named first; empty for most.</summary>
    public ImmutableArray<NamedStory> Named { get; init; } = [];

    /// <summary>The take as the notice that it turned out to be, by the story that it names; null for most.</summary>
    public Take? Notice { get; init; }

    /// <summary>Whether a notice names its story in words that leave a doubt: held, and a person is asked.</summary>
    public bool IsDoubtful => Last is not null && Linked?.Doubt == LinkDoubt.Named;

    /// <summary>Stories that it may belong to; a person says.</summary>
    public ImmutableArray<StoryLink> Proposed { get; init; } = [];

    /// <summary>
    /// Whether it must wait for a person: it may be copy that was killed, or that is not out yet.
    /// </summary>
    public bool Waits { get; init; }

    /// <summary>
    /// Whether the sender's identity and version are believed to be those of the item; false for some of feeds.
    /// </summary>
    public bool IsOfIdentity { get; init; } = true;

    /// <summary>The same choice for a take that may be copy that was killed or is not out.</summary>
    public StoryChoice WaitsFor(StoryLink stopped) => this with
    {
        Waits = true,
        Proposed = [stopped, .. Proposed.Where(link => link.Story != stopped.Story)],
    };
}

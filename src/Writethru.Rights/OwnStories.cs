using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Which stories a verb of one principal may touch. For somebody of the desk all; for a publisher those that have copy
/// of its own, and every other one is as if it did not exist.
/// </summary>
public static class OwnStories
{
    /// <summary>Whether somebody is a publisher, and so may touch its own alone.</summary>
    /// <param name="now">The gate.</param>
    /// <param name="by">Id of whoever asks; a revoked publisher is no more of the desk than before.</param>
    public static bool IsPublisher(GateSnapshot now, string by) =>
        now.Principals.FindEver(by) is { Role: Role.Publisher };

    /// <summary>Whether it may continue, correct and hold the story. False also for one that does not exist.</summary>
    /// <inheritdoc cref="IsPublisher"/>
    public static bool Knows(GateSnapshot now, string by, StoryId story) =>
        !IsPublisher(now, by) || now.HasCopyOf(by, story);

    /// <summary>
    /// Whether a kill of it stops nobody else's copy: all of it, and of every story that is one with it, is its own.
    /// </summary>
    /// <inheritdoc cref="IsPublisher"/>
    public static bool MayKill(GateSnapshot now, string by, StoryId story) =>
        !IsPublisher(now, by) || now.Moves.GroupOf(story).All(each => now.IsAllOf(by, each));
}

namespace Writethru.Copy;

/// <summary>Which take may follow which, and how a story stands after it.</summary>
public static class TakeRules
{
    /// <summary>How a story stands after a take with this cause, which was allowed to follow.</summary>
    public static StoryState After(StoryState state, Cause cause) => cause switch
    {
        Cause.Kill => StoryState.Killed,
        Cause.Takedown => StoryState.TakenDown,
        Cause.Hold => StoryState.Held,
        Cause.Release => StoryState.Living,
        _ => state == StoryState.None ? StoryState.Living : state,
    };

    /// <summary>
    /// Null when a take with this cause may be filed next; otherwise a sentence that says what was found and what was
    /// expected.
    /// </summary>
    /// <param name="state">How the story stands.</param>
    /// <param name="last">The story's newest take; null when the story has none yet.</param>
    /// <param name="cause">Cause of the take to be filed.</param>
    public static string? WhyNot(StoryState state, FiledTake? last, Cause cause) => (state, cause) switch
    {
        (StoryState.None, Cause.First or Cause.Kill) => null,
        (StoryState.None, _) =>
            $"A story's first take has the cause First, or Kill when it arrives canceled; found {cause}.",
        (StoryState.Killed, _) => $"Story {last?.Story} was killed by take {last?.Number}; nothing may follow it.",
        (StoryState.TakenDown, _) =>
            $"Story {last?.Story} was taken down by take {last?.Number}; nothing may follow it.",
        (_, Cause.First) => $"Story {last?.Story} already has take {last?.Number}; a further take cannot be First.",
        (StoryState.Held, Cause.Hold) => $"Story {last?.Story} is held already; expected a release, or a kill.",
        (StoryState.Living, Cause.Release) => $"Story {last?.Story} is not held, and no take of it waits for a person.",
        _ => null,
    };

    /// <summary>
    /// Whether the copy tells editors what was put right: a note to editors that it opens with, or a public one of that
    /// role. A correction without either leaves them to find the difference.
    /// </summary>
    public static bool SaysWhatWasWrong(Take take) => !string.IsNullOrWhiteSpace(take.Advisory?.Text)
        || take.Notes.Any(note => note is { IsPublic: true, Role: NoteRoles.Correction, Text.Length: > 0 });
}

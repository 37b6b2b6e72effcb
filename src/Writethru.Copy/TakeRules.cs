namespace Writethru.Copy;

/// <summary>Which take may follow which.</summary>
public static class TakeRules
{
    /// <summary>
    /// Null when a take with this cause may be filed after <paramref name="last"/>; otherwise a sentence that says what
    /// was found and what was expected.
    /// </summary>
    /// <param name="last">The story's newest take; null when the story has none yet.</param>
    /// <param name="cause">Cause of the take to be filed.</param>
    public static string? WhyNot(FiledTake? last, Cause cause) => (last, cause) switch
    {
        (null, Cause.First or Cause.Kill) => null,
        (null, _) => $"A story's first take has the cause First, or Kill when it arrives canceled; found {cause}.",
        ({ IsKill: true }, _) => $"Story {last.Story} was killed by take {last.Number}; nothing may follow it.",
        (_, Cause.First) => $"Story {last.Story} already has take {last.Number}; a further take cannot be First.",
        _ => null,
    };
}

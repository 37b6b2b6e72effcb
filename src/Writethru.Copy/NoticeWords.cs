namespace Writethru.Copy;

/// <summary>
/// The notes with which this program stops a story, or lets it go, as it prints them and knows them again: an opening
/// word in capitals, the reason, and brackets around all of it.
/// </summary>
public static class NoticeWords
{
    /// <summary>
    /// What the release of a held story says. It must not hold a word that would make the next newsroom wait.
    /// </summary>
    public const string Release = "(RELEASE: This story may be used again.)";

    /// <summary>The note of a kill, takedown or hold.</summary>
    public static string Of(Cause cause, string reason) => $"{OpeningOf(cause)}{reason})";

    /// <summary>The reason in the note of such a notice; empty when the note is none of ours.</summary>
    public static string ReasonIn(Cause cause, string note) =>
        Is(cause, note) ? note[OpeningOf(cause).Length..^1] : "";

    /// <summary>All that a notice says to editors, on one line.</summary>
    public static string SaidIn(Take notice) => string.Join(' ', notice.Notes.Select(note => note.Text)
        .Prepend(notice.Advisory?.Text ?? "").Distinct(StringComparer.Ordinal)
        .SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The notice with all that it says as its note; one of ours stays as it is.</summary>
    public static Take WithAllSaid(Take notice) => CauseOf(notice) is null
        ? notice with
        {
            Advisory = new Advisory(
                Of(notice.Status == TakeStatus.Canceled ? Cause.Kill : Cause.Hold, SaidIn(notice))),
        }
        : notice;

    /// <summary>
    /// What the take is by its own note and status; null when the note is none of ours, or the two do not agree.
    /// </summary>
    public static Cause? CauseOf(Take take) => take switch
    {
        { Advisory: null } => null,
        { Status: TakeStatus.Canceled, Advisory.Text: var note } => Is(Cause.Takedown, note) ? Cause.Takedown
            : Is(Cause.Kill, note) ? Cause.Kill
            : null,
        { Status: TakeStatus.Withheld, Advisory.Text: var note } => Is(Cause.Hold, note) ? Cause.Hold : null,
        _ => take.Advisory.Text == Release ? Cause.Release : null,
    };

    static bool Is(Cause cause, string note) =>
        note.StartsWith(OpeningOf(cause), StringComparison.Ordinal) && note.EndsWith(')');

    static string OpeningOf(Cause cause) => cause switch
    {
        Cause.Kill => "(KILL: ",
        Cause.Takedown => "(TAKEDOWN: ",
        Cause.Hold => "(HOLD: ",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Only what stops a story is a notice."),
    };
}

namespace Writethru.Copy;

/// <summary>What may leave of a kill: that the story is dead, and why. Never a word of the dead copy.</summary>
public static class KillNotice
{
    /// <summary>
    /// The notice as a take of its own: slug, sender's identity and the reason. A sender's canceled item often still
    /// carries the whole copy; it is kept in the log, and nothing of it is in here.
    /// </summary>
    /// <param name="kill">The kill as filed.</param>
    /// <param name="slug">
    /// The slug under which its reader knows the story: that of the newest take the reader was sent, for a newer
    /// one may be withheld from that reader. Empty when there is none.
    /// </param>
    public static FiledTake Of(FiledTake kill, string slug) => kill with
    {
        Take = new Take
        {
            Slug = slug,
            SenderId = kill.Take.SenderId,
            SenderVersion = kill.Take.SenderVersion,
            Status = TakeStatus.Canceled,
            Advisory = kill.Take.Advisory ?? new Advisory("(KILL)"),
        },
    };
}

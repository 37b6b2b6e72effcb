using System.Collections.Immutable;
using System.Diagnostics;
using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>Kills that wait for their second. A fold of the log; reading is thread-safe.</summary>
public sealed class KillRequests
{
    ImmutableDictionary<StoryId, KillRequest> _open = ImmutableDictionary<StoryId, KillRequest>.Empty;

    /// <summary>Those that stand, oldest first.</summary>
    public IReadOnlyList<KillRequest> Open => [.. Volatile.Read(ref _open).Values.OrderBy(request => request.Position)];

    /// <summary>The one that stands for a story; null when nobody asked, or it is over.</summary>
    public KillRequest? Find(StoryId story) => Volatile.Read(ref _open).GetValueOrDefault(story);

    /// <summary>Takes in the next entry of the log. One caller at a time.</summary>
    public void Apply(LogRecord record)
    {
        var next = record.Entry switch
        {
            LogEntry.KillAsked asked => _open.SetItem(asked.Story, new KillRequest(
                asked.Story, asked.Number, asked.Reason, asked.Substitute, asked.By, record.TrustedAt,
                record.Position)),
            LogEntry.TakeFiled { Filed: { Cause: Cause.Kill or Cause.Takedown or Cause.Release, Story: var story } } =>
                _open.Remove(story),
            LogEntry.TakeFiled or LogEntry.ItemRefused or LogEntry.EmbargoLifted
                or LogEntry.TakeReleased or LogEntry.EmbargoSet
                or LogEntry.LinkRejected or LogEntry.PrincipalChanged or LogEntry.TermsCleared or LogEntry.TakeCleared
                or LogEntry.StoryJoined or LogEntry.TakeUnlinked or LogEntry.PartRejected
                or LogEntry.NoticeDismissed or LogEntry.PictureTakenDown or LogEntry.WindowReached
                or LogEntry.KilledRead => _open,
            _ => throw new UnreachableException(record.Entry.Kind),
        };
        Volatile.Write(ref _open, next);
    }
}

/// <summary>Somebody of the desk asked for a kill; another must confirm it.</summary>
/// <param name="Story">The story, which is held.</param>
/// <param name="Hold">The hold that stops it.</param>
/// <param name="Reason">Why, for editors.</param>
/// <param name="Substitute">Whether another story will take its place; null: nobody said.</param>
/// <param name="By">Id of the principal who asked.</param>
/// <param name="At">When.</param>
/// <param name="Position">Where in the log.</param>
public sealed record KillRequest(
    StoryId Story, int Hold, string Reason, bool? Substitute, string By, DateTimeOffset At, long Position);

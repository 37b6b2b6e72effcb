using System.Diagnostics;
using System.Globalization;
using Writethru.App.Pages;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.App.Demo;

/// <summary>Tells on a console, a line each, what enters the log. Times are UTC, as on the pages.</summary>
sealed class DemoTeller(SqliteLog log, TextWriter output)
{
    const int Page = 100;

    static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    /// <summary>Tells every entry after a position until it is cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(long after, CancellationToken cancel)
    {
        while (true)
        {
            await log.WaitBeyondAsync(after, _longestWait, cancel).ConfigureAwait(false);
            foreach (var record in log.Read(after, Page))
            {
                if (Tell(record.Entry) is { } line)
                    await output.WriteLineAsync($"{Clock(record.TrustedAt)} {line}".AsMemory(), cancel)
                        .ConfigureAwait(false);
                after = record.Position;
            }
        }
    }

    string? Tell(LogEntry entry) => entry switch
    {
        LogEntry.TakeFiled { Filed.IsKill: true } kill => $"killed   {Name(kill.Filed)}",
        LogEntry.TakeFiled { Filed.IsHold: true } hold => $"held     {Name(hold.Filed)}",
        LogEntry.TakeFiled take => $"filed    {Name(take.Filed)} ({InWords.Of(take.Filed.Cause)}){Waiting(take)}",
        LogEntry.EmbargoLifted lifted => $"lifted   {Name(lifted.Story, lifted.Number)}, no longer under embargo",
        LogEntry.TakeReleased released => $"released {Name(released.Story, released.Number)}",
        LogEntry.ItemRefused refused => $"refused  an item: {Reason(refused)}",
        LogEntry.LinkRejected or LogEntry.PrincipalChanged or LogEntry.TermsCleared or LogEntry.TakeCleared
            or LogEntry.KillAsked or LogEntry.StoryJoined or LogEntry.TakeUnlinked or LogEntry.PartRejected
            or LogEntry.NoticeDismissed or LogEntry.PictureTakenDown or LogEntry.WindowReached
            or LogEntry.KilledRead => null,
        _ => throw new UnreachableException(entry.Kind),
    };

    string Name(StoryId story, int number) =>
        log.FindTake(story, number)?.Entry is LogEntry.TakeFiled take ? Name(take.Filed) : $"{story} take {number}";

    string Name(FiledTake filed) => $"{SlugOf(filed)} take {filed.Number}";

    /// <summary>A kill has no slug of its own: the story goes by the last that it had, or by its id.</summary>
    string SlugOf(FiledTake filed) => filed.Take.Slug.Length > 0
        ? filed.Take.Slug
        : log.Story(filed.Story).Select(record => record.Entry).OfType<LogEntry.TakeFiled>()
            .LastOrDefault(take => take.Filed.Take.Slug.Length > 0)?.Filed.Take.Slug ?? filed.Story.Value;

    static string Waiting(LogEntry.TakeFiled take) => take switch
    {
        { EmbargoedUntil: { } until } => $", under embargo until {Clock(until)}",
        { Waits: true } => ", waits for a person",
        _ => "",
    };

    static string Reason(LogEntry.ItemRefused refused) =>
        refused.Remarks.IsEmpty ? "" : $"{refused.Remarks[^1].Code}, {refused.Remarks[^1].Message}";

    static string Clock(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}

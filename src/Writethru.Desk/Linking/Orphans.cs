using System.Collections.Immutable;
using System.Diagnostics;
using Writethru.Copy;
using Writethru.Reading.Likelihood;

namespace Writethru.Desk.Linking;

/// <summary>
/// Notices that found no story, until a person has said what became of them. A fold of the log; reading is thread-safe.
/// </summary>
public sealed class Orphans
{
    /// <summary>Most paragraphs of a notice.</summary>
    const int MostWords = 4;

    ImmutableSortedDictionary<long, Orphan> _open = ImmutableSortedDictionary<long, Orphan>.Empty;

    /// <summary>Those that stand, oldest first.</summary>
    public IReadOnlyList<Orphan> Open => [.. Volatile.Read(ref _open).Values];

    /// <summary>The one that came in there; null when there is none, or it is done with.</summary>
    public Orphan? Find(long position) => Volatile.Read(ref _open).GetValueOrDefault(position);

    /// <summary>Takes in the next entry of the log. One caller at a time.</summary>
    public void Apply(LogRecord record)
    {
        var next = record.Entry switch
        {
            LogEntry.ItemRefused { Notice: { } notice } refused =>
                With(new Orphan(record.Position, record.At, refused.Received, notice)
                {
                    Why = refused.Remarks.LastOrDefault()?.Message ?? "",
                }),
            LogEntry.TakeFiled { Received: { } received, Filed: { IsKill: true, Number: 1 } filed } =>
                With(new Orphan(record.Position, record.At, received, filed.Take)),
            LogEntry.NoticeDismissed dismissed => _open.Remove(dismissed.Position),
            LogEntry.TakeFiled or LogEntry.ItemRefused or LogEntry.EmbargoLifted or LogEntry.TakeReleased
                or LogEntry.EmbargoSet or LogEntry.LinkRejected or LogEntry.PrincipalChanged or LogEntry.TermsCleared
                or LogEntry.TakeCleared or LogEntry.KillAsked or LogEntry.StoryJoined or LogEntry.TakeUnlinked
                or LogEntry.PartRejected or LogEntry.PictureTakenDown or LogEntry.WindowReached
                or LogEntry.KilledRead => _open,
            _ => throw new UnreachableException(record.Entry.Kind),
        };
        Volatile.Write(ref _open, next);
    }

    /// <summary>
    /// Whether a take is a notice and nothing else, and finds no story: it opens none. But what cancels a story by its
    /// sender's identity, or by copy that is like one, is filed and stops what may come of it, unless it names others.
    /// </summary>
    internal static bool Includes(Take take, StoryChoice choice) => choice.Last is null && take switch
    {
        { Status: TakeStatus.Withheld } => IsNotice(take),
        { Status: TakeStatus.Canceled } => IsNotice(take) && choice.Proposed.IsEmpty
            && (take.SenderId.Length == 0 || !choice.Named.IsEmpty),
        _ => false,
    };

    /// <summary>Whether a take stops a story and holds no copy.</summary>
    internal static bool IsNotice(Take take) => take is { Body.IsEmpty: true, Pictures.IsEmpty: true } && take switch
    {
        { Status: TakeStatus.Canceled } => true,
        { Status: TakeStatus.Withheld } => NoticeWords.CauseOf(take) == Cause.Hold
            || take.Headline.Length == 0 && (take.Advisory is not null || !take.Notes.IsEmpty),
        _ => false,
    };

    /// <summary>
    /// What a label stops, where it is short enough to be words about another item: those words as notes, and nothing
    /// of the item's own to name a story by. Null where it is copy.
    /// </summary>
    internal static Take? WordsOf(Take take) => take is
        { Status: not TakeStatus.Usable, Body.Length: > 0 and <= MostWords, Pictures.IsEmpty: true, Dateline: null }
            ? take with { Notes = [.. take.Notes, .. take.Body.Select(text => new Note("", text.Text))], Body = [] }
            : null;

    /// <summary>The same bytes again are the same notice.</summary>
    ImmutableSortedDictionary<long, Orphan> With(Orphan orphan) =>
        _open.Values.Any(known => known.IsSame(orphan)) ? _open : _open.Add(orphan.Position, orphan);
}

/// <summary>A notice that found no story.</summary>
/// <param name="Position">Where it stands in the log, and what it is dismissed by.</param>
/// <param name="At">When it came in.</param>
/// <param name="Received">How.</param>
/// <param name="Notice">The notice as it was read.</param>
public sealed record Orphan(long Position, DateTimeOffset At, Received Received, Take Notice)
{
    /// <summary>Why it stops nothing, and the stories that it may mean; empty for a kill under an identity.</summary>
    public string Why { get; init; } = "";

    /// <summary>What it says that is to be done: its own word, else what its status means.</summary>
    public Cause Cause => NoticeWords.CauseOf(Notice)
        ?? (Notice.Status == TakeStatus.Canceled ? Cause.Kill : Cause.Hold);

    /// <summary>All that it says to editors; empty when that is nothing.</summary>
    public string Note => NoticeWords.SaidIn(Notice);

    /// <summary>Whether it came so long ago that no story it may mean is news any more.</summary>
    public bool IsOld(DateTimeOffset now) => now - At > StoryLikelihood.Window;

    internal bool IsSame(Orphan other) => Received.Publisher == other.Received.Publisher
        && Received.Sha256 == other.Received.Sha256 && Received.Item == other.Received.Item;
}

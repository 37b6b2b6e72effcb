using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk.Pictures;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// Finds the take whose copy an item brings again, wherever that copy stands by now. Used inside a work of the log
/// alone, so by one thread at a time.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0022-repeats.md</c>.</remarks>
sealed class FindRepeat(Gate gate)
{
    /// <summary>
    /// Takes of one publisher with one key that are looked at: only files of pictures tell them apart.
    /// </summary>
    const int Most = 8;

    /// <summary>
    /// Finds it. What is over for good is found however long ago it came, other copy within the window.
    /// </summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="item">What is said of the bytes.</param>
    /// <param name="received">How the bytes came in.</param>
    /// <param name="take">The take as it was read.</param>
    /// <param name="moves">Which copy has moved.</param>
    /// <returns>The take that it repeats, or that it may not bring back; null when its copy is new.</returns>
    public RepeatedCopy? Run(LogTransaction transaction, IncomingItem item, Received received, Take take,
        StoryMoves moves)
    {
        var known = take.Status == TakeStatus.Canceled ? null : transaction
            .FindCopies(item.Publisher, SameCopy.KeyOf(take, received), Most)
            .Select(record => (LogEntry.TakeFiled)record.Entry)
            .FirstOrDefault(entry => IsSame(entry, received, take));
        if (known is null)
            return null;
        var place = moves.PlaceOf(known.Filed.Place);
        var standing = StoryInHand.Find(transaction, gate.In(transaction), place.Story)!;
        var isOver = standing.State is StoryState.Killed or StoryState.TakenDown;
        if (!isOver && !Repeats(transaction, item, take, known, standing, moves))
            return null;
        return new RepeatedCopy(transaction.FindTake(place.Story, place.Number)!, isOver ? standing.Last.Filed : null);
    }

    /// <summary>Pictures by themselves are the same by their bytes, whatever words they were given since.</summary>
    static bool IsSame(LogEntry.TakeFiled entry, Received received, Take take) =>
        take.Kind == TakeKind.Picture && received.Items == 1
            ? entry.Received!.Sha256 == received.Sha256
            : SameCopy.IsSame(entry.Filed.Take,
                KeptTerms.CarryOn(HeldFiles.CarryOn(take, entry.Filed.Take), entry.Filed.Take));

    static bool Repeats(LogTransaction transaction, IncomingItem item, Take take, LogEntry.TakeFiled known,
        StoryInHand standing, StoryMoves moves)
    {
        var story = standing.Last.Filed.Story;
        var own = NewestOf(transaction, item, take.SenderId);
        // The copy belongs there and here.
        if (item.Story is { } named && named != known.Filed.Story && moves.Resolve(named) != moves.Resolve(story))
            return false;
        // Its writer has seen what is the newest, and puts this in its place.
        if (item.Follows is not null)
            return own is null ? IsNewestOfStory(transaction, known) : own.Filed.Place == known.Filed.Place;
        // What stops something is heard again when anything has come since.
        if (take.Status != TakeStatus.Usable)
            return take.SenderId == known.Filed.Take.SenderId && IsNewestOfStory(transaction, known);
        if (take.Kind == TakeKind.Picture)
            return item.Story is null || IsShown(transaction, known, standing);
        if (own is not null && take.SenderId == known.Filed.Take.SenderId)
            return IsOfSender(transaction, take, known, own, standing, moves);
        return IsInWindow(transaction, standing)
            // An item that has a story is no repeat of another's.
            && (own is null || moves.Resolve(own.Filed.Place) == moves.Resolve(story))
            // Under a second identity the same text may be the beginning of another story.
            && (take.SenderId.Length == 0 || NewestOf(transaction, item, known.Filed.Take.SenderId) is not { } newest
                || newest.Filed.Place == known.Filed.Place);
    }

    /// <summary>
    /// One item brings its newest copy again as long as it likes, older copy too where it has had two stories under one
    /// identity; else older copy is a repeat unless the sender's own version says that it stands again.
    /// </summary>
    static bool IsOfSender(LogTransaction transaction, Take take, LogEntry.TakeFiled known, LogEntry.TakeFiled own,
        StoryInHand standing, StoryMoves moves) =>
        own.Filed.Place == known.Filed.Place || moves.Resolve(own.Filed.Place) != moves.Resolve(known.Filed.Place)
            || (IsInWindow(transaction, standing) && SenderVersions.Compare(take, own.Filed.Take) <= 0);

    /// <summary>The newest take that came under an identity; null when none did.</summary>
    static LogEntry.TakeFiled? NewestOf(LogTransaction transaction, IncomingItem item, string senderId) =>
        senderId.Length == 0 ? null : transaction.FindBySender(item.Publisher, senderId)?.Entry as LogEntry.TakeFiled;

    static bool IsNewestOfStory(LogTransaction transaction, LogEntry.TakeFiled known)
    {
        var last = transaction.LastTake(known.Filed.Story)!.Number;
        return Enumerable.Range(known.Filed.Number + 1, last - known.Filed.Number)
            .All(number => StoryInHand.Take(transaction, known.Filed.Story, number).Received is null);
    }

    /// <summary>Whether the picture's story shows these pixels; else they are put in the place of others.</summary>
    static bool IsShown(LogTransaction transaction, LogEntry.TakeFiled known, StoryInHand standing) =>
        HeldFiles.OriginalOf(standing.NewestText(transaction).Filed.Take.Pictures[0])
            == HeldFiles.OriginalOf(known.Filed.Take.Pictures[0]);

    static bool IsInWindow(LogTransaction transaction, StoryInHand standing) =>
        transaction.Now - standing.Last.Filed.FiledAt <= StoryLikelihood.Window;
}

/// <summary>A take whose copy came again.</summary>
/// <param name="Record">Where the copy stands now.</param>
/// <param name="Kill">The notice that ended its story; null when it goes on.</param>
sealed record RepeatedCopy(LogRecord Record, FiledTake? Kill)
{
    /// <summary>The take.</summary>
    public FiledTake Take => ((LogEntry.TakeFiled)Record.Entry).Filed;

    /// <summary>The killed copy that it is; null when its story goes on.</summary>
    public StoppedCopy? Killed(LogTransaction transaction) => Kill is null
        ? null
        : new StoppedCopy(Kill, new StoryLink(Take.Story, Take.Number,
            StoryLikelihood.Of(Take.Take, Take.FiledAt, Take.Take, transaction.Now), LinkDoubt.Stopped));
}

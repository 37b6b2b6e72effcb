using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>How one story stands: its takes in order, and the hold or kill that closed it.</summary>
sealed record StoryStanding
{
    /// <summary>Take n is at index n - 1.</summary>
    public ImmutableArray<TakeStanding> Takes { get; init; } = [];

    public StoryState State { get; init; }

    /// <summary>
    /// The position from which on nothing of it has gone out: that of the hold or the kill, the first of the two when
    /// it was killed while it was held; 0 when the story lives.
    /// </summary>
    public long ClosedAt { get; init; }

    /// <summary>The hold or kill that closes it now; null when it lives.</summary>
    public TakeStanding? Closing => State == StoryState.Living ? null
        : Takes.LastOrDefault(take => IsKilled ? take.IsKill : take.IsHold);

    /// <summary>The pictures that were taken down, each with why and by whom, oldest first.</summary>
    public ImmutableArray<LogEntry.PictureTakenDown> TakenDown { get; init; } = [];

    /// <summary>Whose holds stop it: ids of publishers, empty text for the desk. Empty when it is not held.</summary>
    public ImmutableHashSet<string> Holders { get; init; } = [];

    public bool IsKilled => State is StoryState.Killed or StoryState.TakenDown;

    public TakeStanding? Find(int number) => number >= 1 && number <= Takes.Length ? Takes[number - 1] : null;

    public bool HasCopyOf(string publisher) => Takes.Any(take => !take.IsNotice && take.Publisher == publisher);

    public bool IsAllOf(string publisher) => Takes.All(take => take.IsNotice || take.Publisher == publisher);

    /// <summary>
    /// Whether a take may be had at all by its reader's role: a publisher has its own copy and the notices of stories
    /// that have some, an operator nothing.
    /// </summary>
    public bool IsFor(Principal who, TakeStanding take) => who.Role switch
    {
        Role.Publisher => take.IsNotice ? HasCopyOf(who.Id) : take.Publisher == who.Id,
        Role.Operator => false,
        _ => true,
    };

    public StoryStanding With(TakeStanding take) => this with
    {
        Takes = take.Number == Takes.Length + 1 ? Takes.Add(take) : Takes.SetItem(take.Number - 1, take),
    };

    /// <summary>Numbers of a take's pictures, from 1, that were taken down with an earlier one.</summary>
    public ImmutableArray<int> TakenDownIn(Take take) => [.. take.Pictures.Index()
        .Where(picture => TakenDown.Any(down => down.Picture.IsOf(picture.Item))).Select(picture => picture.Index + 1)];

    /// <summary>After the right to a picture ended.</summary>
    public StoryStanding TakeDown(LogEntry.PictureTakenDown down)
    {
        var standing = this with { TakenDown = TakenDown.Add(down) };
        foreach (var (number, picture) in down.Seen)
        {
            if (standing.Find(number) is { } take)
                standing = standing.With(take with { TakenDown = take.TakenDown.Add(picture) });
        }
        return standing;
    }

    /// <summary>
    /// Who sent the copy of a take that is filed next: its sender, else that of the copy it repeats or follows.
    /// </summary>
    public string PublisherOf(LogEntry.TakeFiled entry, TakeStanding? copyOf) =>
        entry.Received?.Publisher ?? (copyOf ?? Takes.LastOrDefault(take => !take.IsNotice))?.Publisher ?? "";

    /// <summary>
    /// The take whose copy a filed one repeats. Entries of before do not say: there it is the newest with the same
    /// words, else the newest copy before, for whatever this wire filed by itself was made from what stood there. Null
    /// for notices and for what came in.
    /// </summary>
    public TakePlace? ProvenanceOf(LogEntry.TakeFiled entry)
    {
        if (entry is not { Provenance: null, Received: null, Filed: { IsKill: false, IsHold: false } filed })
            return entry.Provenance;
        var copies = Takes.Where(take => !take.IsNotice);
        var words = TakeStanding.HashWords(filed.Take);
        return (copies.LastOrDefault(take => take.WordsHash == words)
            ?? copies.LastOrDefault()) is { Number: var number }
            ? new TakePlace(filed.Story, number)
            : null;
    }

    /// <summary>After a hold or a kill.</summary>
    public StoryStanding Close(long position) => this with { ClosedAt = ClosedAt > 0 ? ClosedAt : position };

    /// <summary>
    /// After a release: what the hold alone kept back is out. What came under the hold is not handed out take by take,
    /// for the release brings the newest.
    /// </summary>
    public StoryStanding Reopen(long position) => this with
    {
        ClosedAt = 0,
        Holders = [],
        Takes = [.. Takes.Select(take =>
            take.IsBehindHold ? take with { OpenedAt = position, IsBehindHold = false } : take)],
    };
}

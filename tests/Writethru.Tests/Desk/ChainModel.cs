using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>
/// The chain of one story as naively as can be told: which outcome a verb has, and what stands in the story after it.
/// One sender files it under one identity.
/// </summary>
sealed class ChainModel
{
    readonly List<ModelTake> _takes = [];

    public IReadOnlyList<ModelTake> Takes => _takes;

    public StoryState State { get; private set; }

    public int Last => _takes.Count;

    /// <summary>The highest version that its sender has given; 0 for none.</summary>
    public int NewestVersion => FromSender.Select(take => int.TryParse(take.Item!.Version, out var version) ? version : 0)
        .DefaultIfEmpty().Max();

    bool IsClosed => State is StoryState.Killed or StoryState.TakenDown;

    /// <summary>What the sender has sent and became a take, newest last.</summary>
    IEnumerable<ModelTake> FromSender => _takes.Where(take => take.Item is not null);

    /// <summary>What comes of an item, which is filed when it may be.</summary>
    public Expected File(ModelItem item)
    {
        if (item.Cause is null && FindEqual(item) is { } equal)
            return new Expected(nameof(FileOutcome.Repeated), Number: equal.Number);
        if (item.Follows is { } follows && follows != Last)
            return Refused(Refusal.Stale, Last);
        if (!item.IsCanceled && item.Version != "" && FromSender.Any(take => take.Item!.Version == item.Version))
            return Refused(Refusal.Conflict);
        if (IsClosed || (State == StoryState.None && item.Cause is not null && !item.IsCanceled))
            return Refused(Refusal.Conflict);
        if (!item.IsCanceled && FromSender.LastOrDefault()?.Item is { } newest && item.IsOlderThan(newest))
            return new Expected(nameof(FileOutcome.Superseded), Number: NewestCopy!.Number);
        if (item is { Cause: Cause.Correction, IsCanceled: false, HasNote: false })
            return Refused(Refusal.Unexplained);
        var cause = item.IsCanceled ? Cause.Kill
            : item.Cause ?? (State == StoryState.None ? Cause.First : Cause.Development);
        Add(new ModelTake(Last + 1, cause, item.Text, item)
        {
            // An update must not carry copy into the open that waits for a person.
            Waits = !item.IsCanceled && (item.Status == TakeStatus.Withheld || NewestCopy is { Waits: true }),
        });
        return new Expected(nameof(FileOutcome.Filed), Number: Last);
    }

    /// <summary>A hold, kill or takedown.</summary>
    public Expected Close(Cause cause)
    {
        if (State == StoryState.None)
            return new Expected(nameof(StoryOutcome.Unknown));
        if (IsClosed || (State == StoryState.Held && cause == Cause.Hold))
            return new Expected(nameof(StoryOutcome.Conflict));
        Add(new ModelTake(Last + 1, cause, "", null));
        return new Expected(nameof(StoryOutcome.Done), Number: Last);
    }

    /// <summary>The end of a hold; else what waits may go.</summary>
    public Expected Release()
    {
        if (State == StoryState.None)
            return new Expected(nameof(StoryOutcome.Unknown));
        if (State != StoryState.Held)
        {
            if (IsClosed || !_takes.Exists(take => take.Waits))
                return new Expected(nameof(StoryOutcome.Conflict));
            Forget();
            return new Expected(nameof(StoryOutcome.Done), Number: Last);
        }
        var copies = _takes.Where(take => take.Cause != Cause.Hold).ToList();
        var free = copies.FindLastIndex(take => !take.Waits || take.Cause == Cause.Release);
        var again = copies[Math.Max(free, 0)..];
        var number = Last + 1;
        foreach (var take in again)
        {
            Add(new ModelTake(Last + 1, Last + 1 == number ? Cause.Release : take.Cause, take.Text, null)
            {
                Waits = take.Waits,
            });
        }
        foreach (var take in _takes.Where(take => take.Number < number))
            take.Waits = false;
        return new Expected(nameof(StoryOutcome.Done), Number: number);
    }

    ModelTake? NewestCopy => _takes.LastOrDefault(take => take.Cause != Cause.Hold);

    /// <summary>
    /// Any take of the same copy, though the story has moved on; of what stops something, and of what names the take
    /// that it follows, the sender's newest alone; none, when the sender's own version is newer than all that it filed.
    /// </summary>
    ModelTake? FindEqual(ModelItem item)
    {
        var newest = FromSender.LastOrDefault();
        if (item.IsCanceled)
            return _takes.LastOrDefault() is { Item: { } last } kill && last.HasSameCopy(item) ? kill : null;
        var found = FromSender.LastOrDefault(take => take.Item!.HasSameCopy(item));
        return found is null || IsClosed || found == newest ? found
            : item.Follows is not null || item.Status != TakeStatus.Usable || newest!.Item!.IsOlderThan(item) ? null
            : found;
    }

    void Add(ModelTake take)
    {
        _takes.Add(take);
        State = take.Cause switch
        {
            Cause.Hold => StoryState.Held,
            Cause.Kill => StoryState.Killed,
            Cause.Takedown => StoryState.TakenDown,
            Cause.Release => StoryState.Living,
            _ => State == StoryState.None ? StoryState.Living : State,
        };
        if (IsClosed)
            Forget();
    }

    void Forget()
    {
        foreach (var take in _takes)
            take.Waits = false;
    }

    static Expected Refused(Refusal why, int? number = null) => new(nameof(FileOutcome.Refused), why, number);
}

/// <summary>How a verb should end.</summary>
/// <param name="Kind">Name of the outcome.</param>
/// <param name="Why">Of a refusal.</param>
/// <param name="Number">The take that the outcome names; null where it names none.</param>
sealed record Expected(string Kind, Refusal? Why = null, int? Number = null)
{
    public static Expected Of(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Filed filed => new(nameof(FileOutcome.Filed), Number: filed.Take.Number),
        FileOutcome.Repeated repeated => new(nameof(FileOutcome.Repeated), Number: repeated.Take.Number),
        FileOutcome.Superseded late => new(nameof(FileOutcome.Superseded), Number: late.Take.Number),
        FileOutcome.Refused refused => new(nameof(FileOutcome.Refused), refused.Why, refused.Current?.Number),
        _ => throw new InvalidOperationException($"Found {outcome}."),
    };

    public static Expected Of(StoryOutcome outcome) => outcome is StoryOutcome.Done done
        ? new(nameof(StoryOutcome.Done), Number: done.Take.Number)
        : new(outcome.GetType().Name);
}

/// <summary>An item as its sender makes it.</summary>
sealed record ModelItem(string Version, string Text, TakeStatus Status, bool HasNote, Cause? Cause, int? Follows)
{
    public bool IsCanceled => Status == TakeStatus.Canceled;

    public bool IsOlderThan(ModelItem other) => Version != "" && other.Version != ""
        && int.Parse(Version, null) < int.Parse(other.Version, null);

    public bool HasSameCopy(ModelItem other) =>
        (Text, Status, HasNote) == (other.Text, other.Status, other.HasNote);
}

/// <summary>A take of the model.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Cause">Why it exists.</param>
/// <param name="Text">Its copy; empty for a notice of the desk.</param>
/// <param name="Item">What the sender sent; null when it was written here.</param>
sealed record ModelTake(int Number, Cause Cause, string Text, ModelItem? Item)
{
    public bool Waits { get; set; }
}

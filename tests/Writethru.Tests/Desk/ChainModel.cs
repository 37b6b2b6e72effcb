using Writethru.Copy;
using Writethru.Desk;

namespace Writethru.Tests.Desk;

/// <summary>
/// The chain of one story as naively as can be told: which outcome a verb has, and what stands in the story after it.
/// One sender files it under one identity.
/// </summary>
sealed class ChainModel
{
    const string Sender = "sender", Desk = "desk";

    readonly List<ModelTake> _takes = [];
    readonly HashSet<string> _holders = [];

    public IReadOnlyList<ModelTake> Takes => _takes;

    public StoryState State { get; private set; }

    public int Last => _takes.Count;

    /// <summary>The highest version that its sender has given; 0 for none.</summary>
    public int NewestVersion =>
        FromSender.Select(take => int.TryParse(take.Item!.Version, out var version) ? version : 0)
        .DefaultIfEmpty().Max();

    bool IsOut => _takes.Exists(take => take.Cause != Cause.Hold && take.Standing == Standing.Out);

    /// <summary>Whether something waits, and nothing but what its sender itself withheld.</summary>
    bool IsWithheldBySender => _takes.Exists(take => take.Standing == Standing.Waits)
        && _takes.TrueForAll(take => take.Standing != Standing.Waits || take.Item is { IsWithheld: true });

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
        var isRelease = item.Status == TakeStatus.Usable && (State == StoryState.Held
            ? _holders.SetEquals([Sender])
            : IsWithheldBySender);
        if (item is { Cause: Cause.Correction, IsCanceled: false, HasNote: false } && !isRelease)
            return Refused(Refusal.Unexplained);
        if (item.IsWithheld && State != StoryState.None && IsOut && _holders.Add(Sender))
        {
            // What a sender withholds of a story that is out holds it, and the copy waits behind the hold.
            Add(new ModelTake(Last + 1, Cause.Hold, "", null), waits: false);
            Add(new ModelTake(Last + 1, item.Cause ?? Cause.Development, item.Text, item), waits: true);
            return new Expected(nameof(FileOutcome.Filed), Number: Last - 1);
        }
        var cause = item.IsCanceled ? Cause.Kill
            : isRelease ? Cause.Release
            : item.Cause ?? (State == StoryState.None ? Cause.First : Cause.Development);
        // An update must not carry copy into the open that waits for a person; whoever withheld a version lets it go.
        var waits = item.IsWithheld || (NewestCopy is { Standing: Standing.Waits } before
            && !(isRelease && before.Item is { IsWithheld: true }));
        if (isRelease)
            Forget();
        Add(new ModelTake(Last + 1, cause, item.Text, item), !item.IsCanceled && waits);
        return new Expected(nameof(FileOutcome.Filed), Number: Last);
    }

    /// <summary>A hold, kill or takedown by the desk.</summary>
    public Expected Close(Cause cause)
    {
        if (State == StoryState.None)
            return new Expected(nameof(StoryOutcome.Unknown));
        if (IsClosed || (cause == Cause.Hold && !_holders.Add(Desk)))
            return new Expected(nameof(StoryOutcome.Conflict));
        Add(new ModelTake(Last + 1, cause, "", null), waits: false);
        return new Expected(nameof(StoryOutcome.Done), Number: Last);
    }

    /// <summary>The end of every hold, by the desk; else what waits may go.</summary>
    public Expected Release()
    {
        if (State == StoryState.None)
            return new Expected(nameof(StoryOutcome.Unknown));
        if (State != StoryState.Held)
        {
            if (IsClosed || !_takes.Exists(take => take.Standing == Standing.Waits))
                return new Expected(nameof(StoryOutcome.Conflict));
            Turn(Standing.Waits, Standing.Out);
            return new Expected(nameof(StoryOutcome.Done), Number: Last);
        }
        var copies = _takes.Where(take => take.Cause != Cause.Hold).ToList();
        var free = copies.FindLastIndex(take => take.Standing != Standing.Waits || take.Cause == Cause.Release);
        var again = copies[Math.Max(free, 0)..]
            .Select(take => (take.Cause, take.Text, take.Item, take.Standing)).ToList();
        var number = Last + 1;
        Forget();
        foreach (var take in again)
        {
            Add(new ModelTake(Last + 1, Last + 1 == number ? Cause.Release : take.Cause, take.Text, null),
                take.Standing == Standing.Waits);
        }
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

    void Add(ModelTake take, bool waits)
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
        if (waits)
            Turn(Standing.BehindHold, Standing.Waits);
        if (State != StoryState.Held)
        {
            _holders.Clear();
            Turn(Standing.BehindHold, Standing.Out);
        }
        take.Standing = waits ? Standing.Waits
            : State == StoryState.Held && take.Cause != Cause.Hold ? Standing.BehindHold
            : Standing.Out;
        if (IsClosed)
            Forget();
    }

    /// <summary>What waited waits no more, and never comes out: it was filed again, or the story is over.</summary>
    void Forget() => Turn(Standing.Waits, Standing.Gone);

    void Turn(Standing from, Standing to)
    {
        foreach (var take in _takes.Where(take => take.Standing == from))
            take.Standing = to;
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

    public bool IsWithheld => Status == TakeStatus.Withheld;

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
    public Standing Standing { get; set; }
}

/// <summary>
/// Who may see a take of the model: everybody, or nobody until it goes, until the hold ends, or ever.
/// </summary>
enum Standing
{
    Out,
    Waits,
    BehindHold,
    Gone,
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>How every story and take stands, and which takes wait. A fold of the log.</summary>
sealed record KnownStories
{
    public static KnownStories None { get; } = new();

    ImmutableDictionary<StoryId, StoryStanding> _stories = ImmutableDictionary<StoryId, StoryStanding>.Empty;
    ImmutableDictionary<(StoryId, int), PendingTake> _pending = ImmutableDictionary<(StoryId, int), PendingTake>.Empty;
    NoticePlaces _kills = NoticePlaces.None, _holds = NoticePlaces.None;

    public IEnumerable<PendingTake> Pending => _pending.Values;

    /// <summary>The stories that were neither killed nor are held, in no order.</summary>
    public IEnumerable<(StoryId Story, StoryStanding Standing)> Living =>
        _stories.Where(known => known.Value.State == StoryState.Living).Select(known => (known.Key, known.Value));

    public StoryStanding? Find(StoryId story) => _stories.GetValueOrDefault(story);

    public TakeStanding? Find(StoryId story, int number) => Find(story)?.Find(number);

    public PendingTake? FindPending(StoryId story, int number) => _pending.GetValueOrDefault((story, number));

    /// <summary>The kills after a position, in order.</summary>
    public IEnumerable<(long Position, TakePlace Take)> KillsAfter(long position) => _kills.After(position);

    /// <summary>The holds after a position that no release or kill has ended, in order.</summary>
    public IEnumerable<(long Position, TakePlace Take)> HoldsAfter(long position) => _holds.After(position);

    public TakeStanding? Find(TakePlace place) => Find(place.Story, place.Number);

    public KnownStories File(LogRecord record, LogEntry.TakeFiled entry)
    {
        var story = entry.Filed.Story;
        var was = Find(story) ?? new StoryStanding();
        var standing = was with { State = TakeRules.After(was.State, entry.Filed.Cause) };
        var publisher = was.PublisherOf(entry, entry.Provenance is { } copyOf ? Find(copyOf) : null);
        var take = TakeStanding.Of(record, entry, isHeld: standing.State == StoryState.Held, publisher) with
        {
            TakenDown = standing.TakenDownIn(entry.Filed.Take),
        };
        var pending = _pending;
        if (take.IsKill || entry.Filed.Cause == Cause.Release)
            pending = pending.RemoveRange(pending.Keys.Where(key => key.Item1 == story));
        if (take.IsPending)
            (standing, pending) = BindBack(story, standing, take, pending);
        standing = (take.IsKill ? standing.Close(record.Position) with { Holders = [] }
            : take.IsHold ? standing.Close(record.Position) with { Holders = standing.Holders.Add(entry.HeldBy) }
            : entry.Filed.Cause == Cause.Release ? standing.Reopen(record.Position)
            : standing).With(take);
        if (take.IsPending)
        {
            pending = pending.Add((story, take.Number),
                new PendingTake(story, take.Number, record.Position, take.EmbargoedUntil, take.Waits));
        }
        return this with
        {
            _stories = _stories.SetItem(story, standing),
            _pending = pending,
            _kills = take.IsKill ? _kills.Add(record.Position, entry.Filed.Place) : _kills,
            _holds = standing.State == StoryState.Held
                ? _holds.Add(standing.ClosedAt, entry.Filed.Place)
                : _holds.Remove(was.ClosedAt),
        };
    }

    /// <summary>
    /// A newer take that is under embargo or waits binds what of the story is not out, also what only a hold keeps
    /// back: the stricter of both. What is out stays out.
    /// </summary>
    static (StoryStanding,
        ImmutableDictionary<(StoryId, int), PendingTake>) BindBack(StoryId story, StoryStanding standing,
        TakeStanding newer, ImmutableDictionary<(StoryId, int), PendingTake> pending)
    {
        foreach (var take in standing.Takes.Where(
            take => take.IsBehindHold || pending.ContainsKey((story, take.Number))))
        {
            var bound = take.BoundBy(newer);
            standing = standing.With(bound);
            pending = pending.SetItem((story, take.Number),
                new PendingTake(story, take.Number, take.Position, bound.EmbargoedUntil, bound.Waits));
        }
        return (standing, pending);
    }

    /// <summary>A held story is somebody's hold too.</summary>
    public KnownStories HoldBy(StoryId story, string holder) => Find(story) is not { } standing ? this
        : this with { _stories = _stories.SetItem(story, standing with { Holders = standing.Holders.Add(holder) }) };

    /// <summary>A take of a held story is free from now on, and comes out with the release.</summary>
    public KnownStories Open(StoryId story, int number, long position)
    {
        if (Find(story, number) is not { OpenedAt: 0, IsBehindHold: false, IsWithdrawn: false } take)
            return this;
        var isHeld = _stories[story].State == StoryState.Held;
        var free = take with { OpenedAt = isHeld ? 0 : position, IsBehindHold = isHeld, Waits = false };
        return With(story, free) with { _pending = _pending.Remove((story, number)) };
    }

    /// <summary>
    /// A person gave a take another embargo; those who have agreed to keep embargoes hear of it at this position.
    /// </summary>
    public KnownStories SetEmbargo(TakePlace place, DateTimeOffset? until, bool isWaitOver, long position)
    {
        if (FindPending(place.Story, place.Number) is not { } was || Find(place) is not { } take)
            return this;
        var waits = was.Waits && !isWaitOver;
        return With(place.Story,
            take with { Waits = waits, EmbargoedUntil = until, EmbargoedAt = waits ? 0 : position }) with
        {
            _pending = _pending.SetItem((place.Story, place.Number),
                was with { Waits = waits, EmbargoedUntil = until }),
        };
    }

    /// <summary>There may be more of a take: it comes again to all who see it by now.</summary>
    public KnownStories ComeAgain(StoryId story, int number, long position) =>
        Find(story, number) is { } take ? With(story, take.ComeAgain(position)) : this;

    /// <summary>
    /// Takes whose copy stands in another story now: what was not out comes out there alone.
    /// </summary>
    /// <param name="story">The story that they were filed in.</param>
    /// <param name="takes">Which ones.</param>
    public KnownStories Withdraw(StoryId story, Func<TakeStanding, bool> takes)
    {
        if (Find(story) is not { } standing)
            return this;
        var gone = standing.Takes.Where(take => !take.IsNotice && takes(take)).ToList();
        return this with
        {
            _stories = _stories.SetItem(story, gone.Aggregate(standing, (rest, take) =>
                rest.With(take with { IsWithdrawn = true }))),
            _pending = _pending.RemoveRange(gone.Select(take => (story, take.Number))),
        };
    }

    public KnownStories TakeDown(LogEntry.PictureTakenDown down) => this with
    {
        _stories = _stories.SetItem(down.Story, (Find(down.Story) ?? new StoryStanding()).TakeDown(down)),
    };

    KnownStories With(StoryId story, TakeStanding take) =>
        this with { _stories = _stories.SetItem(story, _stories[story].With(take)) };
}

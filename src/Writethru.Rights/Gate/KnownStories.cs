using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>How every story and take stands, and which takes wait. A fold of the log.</summary>
sealed record KnownStories
{
    public static KnownStories None { get; } = new();

    ImmutableDictionary<StoryId, StoryStanding> _stories = ImmutableDictionary<StoryId, StoryStanding>.Empty;
    ImmutableDictionary<(StoryId, int), PendingTake> _pending = ImmutableDictionary<(StoryId, int), PendingTake>.Empty;
    ImmutableSortedSet<long> _kills = [];
    ImmutableSortedSet<long> _holds = [];

    public IEnumerable<PendingTake> Pending => _pending.Values;

    /// <summary>The stories that were neither killed nor are held, in no order.</summary>
    public IEnumerable<(StoryId Story, StoryStanding Standing)> Living =>
        _stories.Where(known => known.Value.State == StoryState.Living).Select(known => (known.Key, known.Value));

    public StoryStanding? Find(StoryId story) => _stories.GetValueOrDefault(story);

    public TakeStanding? Find(StoryId story, int number) => Find(story)?.Find(number);

    public PendingTake? FindPending(StoryId story, int number) => _pending.GetValueOrDefault((story, number));

    /// <summary>Positions of the kills after a position, in order.</summary>
    public IEnumerable<long> KillsAfter(long position) => After(_kills, position);

    /// <summary>Positions after a position of the holds that no release or kill has ended, in order.</summary>
    public IEnumerable<long> HoldsAfter(long position) => After(_holds, position);

    public KnownStories File(LogRecord record, LogEntry.TakeFiled entry)
    {
        var story = entry.Filed.Story;
        var was = Find(story) ?? new StoryStanding();
        var standing = was with { State = TakeRules.After(was.State, entry.Filed.Cause) };
        var take = TakeStanding.Of(record, entry, isHeld: standing.State == StoryState.Held) with
        {
            TakenDown = standing.TakenDownIn(entry.Filed.Take),
        };
        var pending = _pending;
        if (take.IsKill || entry.Filed.Cause == Cause.Release)
            pending = pending.RemoveRange(pending.Keys.Where(key => key.Item1 == story));
        standing = (take.IsNotice ? standing.Close(record.Position)
            : entry.Filed.Cause == Cause.Release ? standing.Reopen(record.Position)
            : standing).With(take);
        if (take.OpenedAt == 0 && !take.IsBehindHold)
        {
            pending = pending.Add((story, take.Number),
                new PendingTake(story, take.Number, record.Position, take.EmbargoedUntil, take.Waits));
        }
        return this with
        {
            _stories = _stories.SetItem(story, standing),
            _pending = pending,
            _kills = take.IsKill ? _kills.Add(record.Position) : _kills,
            _holds = standing.State == StoryState.Held ? _holds.Add(standing.ClosedAt) : _holds.Remove(was.ClosedAt),
        };
    }

    /// <summary>A take of a held story is free from now on, and comes out with the release.</summary>
    public KnownStories Open(StoryId story, int number, long position)
    {
        if (Find(story, number) is not { OpenedAt: 0, IsBehindHold: false, IsWithdrawn: false } take)
            return this;
        var isHeld = _stories[story].State == StoryState.Held;
        var free = take with { OpenedAt = isHeld ? 0 : position, IsBehindHold = isHeld, Waits = false };
        return With(story, free) with { _pending = _pending.Remove((story, number)) };
    }

    /// <summary>A person gave a take that waits the embargo that could not be read.</summary>
    public KnownStories SetEmbargo(StoryId story, int number, DateTimeOffset until, long position) =>
        FindPending(story, number) is not { } was || Find(story, number) is not { } take ? this
        : With(story, take with { Waits = false, EmbargoedUntil = until, EmbargoedAt = position }) with
        {
            _pending = _pending.SetItem((story, number), was with { Waits = false, EmbargoedUntil = until }),
        };

    /// <summary>There may be more of a take: it comes again to all who see it by now.</summary>
    public KnownStories ComeAgain(StoryId story, int number, long position) =>
        Find(story, number) is { } take ? With(story, take.ComeAgain(position)) : this;

    /// <summary>
    /// Takes whose copy stands in another story now: what was not out comes out there alone.
    /// </summary>
    /// <param name="story">The story that they were filed in.</param>
    /// <param name="takes">Which ones.</param>
    /// <param name="to">
    /// The other story, where what stops that one stops them too; null where a notice here does.
    /// </param>
    public KnownStories Withdraw(StoryId story, Func<TakeStanding, bool> takes, StoryId? to)
    {
        if (Find(story) is not { } standing)
            return this;
        var gone = standing.Takes.Where(take => !take.IsNotice && takes(take)).ToList();
        return this with
        {
            _stories = _stories.SetItem(story, gone.Aggregate(standing, (rest, take) =>
                rest.With(take with { IsWithdrawn = true, MovedTo = to ?? take.MovedTo }))),
            _pending = _pending.RemoveRange(gone.Select(take => (story, take.Number))),
        };
    }

    public KnownStories TakeDown(LogEntry.PictureTakenDown down) => this with
    {
        _stories = _stories.SetItem(down.Story, (Find(down.Story) ?? new StoryStanding()).TakeDown(down)),
    };

    KnownStories With(StoryId story, TakeStanding take) =>
        this with { _stories = _stories.SetItem(story, _stories[story].With(take)) };

    static IEnumerable<long> After(ImmutableSortedSet<long> positions, long position)
    {
        var index = positions.IndexOf(position + 1);
        for (var i = index < 0 ? ~index : index; i < positions.Count; i++)
            yield return positions[i];
    }
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Which takes repeat the copy of which (provenance), and what persons said of which copy belongs to which story. A
/// fold of the log, and the one place that says what comes for a joined story continues.
/// </summary>
public sealed record StoryMoves
{
    /// <summary>Nothing was repeated, and nothing has moved.</summary>
    public static StoryMoves None { get; } = new();

    ImmutableDictionary<StoryId, StoryId> _into = ImmutableDictionary<StoryId, StoryId>.Empty;
    ImmutableDictionary<TakePlace, TakePlace> _copyOf = ImmutableDictionary<TakePlace, TakePlace>.Empty;

    /// <summary>By the first take of a copy: all takes with it, in the order of the log.</summary>
    ImmutableDictionary<TakePlace, ImmutableArray<TakePlace>> _copies =
        ImmutableDictionary<TakePlace, ImmutableArray<TakePlace>>.Empty;

    /// <summary>By the first take of a copy that was filed in another story since: where it was filed there.</summary>
    ImmutableDictionary<TakePlace, TakePlace> _standsAt = ImmutableDictionary<TakePlace, TakePlace>.Empty;

    ImmutableDictionary<StoryId, ImmutableArray<TakePlace>> _movedInto =
        ImmutableDictionary<StoryId, ImmutableArray<TakePlace>>.Empty;

    /// <summary>Whether the story continues another one.</summary>
    public bool IsJoined(StoryId story) => _into.ContainsKey(story);

    /// <summary>The story that goes on in the place of this one: mostly itself.</summary>
    public StoryId Resolve(StoryId story)
    {
        while (_into.TryGetValue(story, out var next))
            story = next;
        return story;
    }

    /// <summary>The story that goes on with the copy of a take.</summary>
    public StoryId Resolve(TakePlace take) => Resolve(PlaceOf(take).Story);

    /// <summary>The take under which the copy of this one came first: mostly itself.</summary>
    public TakePlace FirstOf(TakePlace take)
    {
        while (_copyOf.TryGetValue(take, out var before))
            take = before;
        return take;
    }

    /// <summary>Whether two takes have the same copy: one repeats the other, or both repeat a third.</summary>
    public bool IsSame(TakePlace one, TakePlace other) => FirstOf(one) == FirstOf(other);

    /// <summary>Where the copy of a take stands now: mostly where it was filed.</summary>
    public TakePlace PlaceOf(TakePlace take) =>
        _standsAt.TryGetValue(FirstOf(take), out var now) && now.Story != take.Story ? now : take;

    /// <summary>Whether the copy of a take was filed again in another story.</summary>
    public bool HasMoved(TakePlace take) => PlaceOf(take) != take;

    /// <summary>
    /// Whether the copy of a take is none of its story's any more: it was unlinked, and stands elsewhere.
    /// </summary>
    public bool IsElsewhere(TakePlace take) => HasMoved(take) && Resolve(take) != Resolve(take.Story);

    /// <summary>
    /// The stories that are one with this one, itself first: what stops one of them stops all, for each has copy of the
    /// others.
    /// </summary>
    public IEnumerable<StoryId> GroupOf(StoryId story)
    {
        var whole = Resolve(story);
        return _into.Keys.Append(whole).Where(other => other != story && Resolve(other) == whole).Prepend(story);
    }

    /// <summary>
    /// Every take of another story under which copy that stands in this story was filed: who was sent one of those has
    /// copy of this story in hand. Each once, the newest of a copy first; empty for most stories.
    /// </summary>
    public IEnumerable<TakePlace> Origins(StoryId story) => _movedInto.GetValueOrDefault(story, [])
        .Where(first => _standsAt[first].Story == story)
        .SelectMany(first => _copies[first].Reverse()).Where(take => take.Story != story);

    /// <summary>Every story that has, or had, copy of this one or of one that is one with it, itself first.</summary>
    public IReadOnlyList<StoryId> Sharing(StoryId story)
    {
        List<StoryId> found = [.. GroupOf(story)];
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var copies in _copies.Values.Where(copies => copies.Any(take => take.Story == found[i])))
                found.AddRange(copies.Select(take => take.Story).Distinct().Except(found).ToList());
        }
        return found;
    }

    /// <summary>After a story was joined to another one.</summary>
    internal StoryMoves Join(LogEntry.StoryJoined joined) =>
        this with { _into = _into.SetItem(joined.Story, joined.Into) };

    /// <summary>After a take was filed that repeats the copy of another one.</summary>
    internal StoryMoves Repeat(TakePlace take, TakePlace copyOf)
    {
        var first = FirstOf(copyOf);
        var copies = _copies.GetValueOrDefault(first, [first]).Add(take);
        var next = this with { _copyOf = _copyOf.SetItem(take, copyOf), _copies = _copies.SetItem(first, copies) };
        return take.Story == copyOf.Story ? next : next.Stand(first, take);
    }

    StoryMoves Stand(TakePlace first, TakePlace at) => this with
    {
        _standsAt = _standsAt.SetItem(first, at),
        _movedInto = _movedInto.GetValueOrDefault(at.Story, []) is var moved && moved.Contains(first)
            ? _movedInto
            : _movedInto.SetItem(at.Story, moved.Add(first)),
    };

    /// <summary>
    /// After copy was unlinked, with the earlier takes that have its text; stories that were joined by it go with it.
    /// </summary>
    internal StoryMoves Unlink(LogEntry.TakeUnlinked unlinked)
    {
        var to = new TakePlace(unlinked.To, 1);
        // Entries of before may name a copy whose repeats said nothing of each other.
        var gone = unlinked.Along.Add(unlinked.CameAs)
            .Select(take => FirstOf(new TakePlace(unlinked.Story, take))).Distinct().ToList();
        var joinedBy = gone.Append(FirstOf(to)).SelectMany(first => _copies.GetValueOrDefault(first, []))
            .Select(take => take.Story).Distinct()
            .Where(other => _into.TryGetValue(other, out var into) && into == unlinked.Story);
        var next =
            this with { _into = _into.SetItems(joinedBy.Select(other => KeyValuePair.Create(other, unlinked.To))) };
        return gone.Where(first => first != FirstOf(to)).Aggregate(next, (moves, first) => moves.Stand(first, to) with
        {
            _copies = moves._copies.SetItem(first, moves._copies.GetValueOrDefault(first, [first])),
        });
    }
}

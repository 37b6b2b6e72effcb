using System.Collections.Immutable;
using System.Diagnostics;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// What persons said of which copy belongs to which story: stories that continue others, copy that has moved. A fold of
/// the log, and the one place that says what comes for a joined story continues.
/// </summary>
public sealed record StoryMoves
{
    /// <summary>Nothing has moved.</summary>
    public static StoryMoves None { get; } = new();

    ImmutableDictionary<StoryId, StoryId> _into = ImmutableDictionary<StoryId, StoryId>.Empty;
    ImmutableDictionary<TakePlace, TakePlace> _movedTo = ImmutableDictionary<TakePlace, TakePlace>.Empty;
    ImmutableList<(TakePlace From, TakePlace To)> _moves = [];

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

    /// <summary>Where the copy of a take stands now: mostly where it was filed.</summary>
    public TakePlace PlaceOf(TakePlace take)
    {
        while (_movedTo.TryGetValue(take, out var next))
            take = next;
        return take;
    }

    /// <summary>Whether the copy of a take was filed again in another story.</summary>
    public bool HasMoved(TakePlace take) => _movedTo.ContainsKey(take);

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
    /// Every take of another story under which copy of this story was filed before: who was sent one of those has copy
    /// of this story in hand. Each once; empty for most stories.
    /// </summary>
    public IReadOnlyList<TakePlace> Origins(StoryId story)
    {
        List<TakePlace> found = [];
        foreach (var (from, to) in _moves)
        {
            if (to.Story == story)
                Add(from);
        }
        // What is found on the way is looked at in its turn.
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var (from, to) in _moves)
            {
                if (to == found[i])
                    Add(from);
            }
        }
        return found;

        void Add(TakePlace from)
        {
            if (from.Story != story && !found.Contains(from))
                found.Add(from);
        }
    }

    /// <summary>After one more entry; itself when the entry moves nothing.</summary>
    public StoryMoves Apply(LogEntry entry) => entry switch
    {
        LogEntry.TakeFiled { From: { } from, Filed.Place: var to } => Move(from, to),
        LogEntry.StoryJoined joined => this with { _into = _into.SetItem(joined.Story, joined.Into) },
        LogEntry.TakeUnlinked unlinked => Unlink(unlinked),
        LogEntry.TakeFiled or LogEntry.ItemRefused or LogEntry.EmbargoLifted or LogEntry.TakeReleased
            or LogEntry.LinkRejected or LogEntry.PrincipalChanged or LogEntry.TermsCleared or LogEntry.TakeCleared
            or LogEntry.KillAsked or LogEntry.PartRejected or LogEntry.PictureTakenDown or LogEntry.WindowReached =>
            this,
        _ => throw new UnreachableException(entry.Kind),
    };

    StoryMoves Move(TakePlace from, TakePlace to) => this with
    {
        _movedTo = _movedTo.SetItem(from, to),
        _moves = _moves.Add((from, to)),
    };

    /// <summary>A story that was joined by the very take goes with it.</summary>
    StoryMoves Unlink(LogEntry.TakeUnlinked unlinked)
    {
        var cameAs = new TakePlace(unlinked.Story, unlinked.CameAs);
        var gone = this;
        if (unlinked.CameAs != unlinked.Number)
            gone = Move(cameAs, new TakePlace(unlinked.To, 1));
        var joinedBy = _moves.Where(move => move.To == cameAs).Select(move => move.From.Story)
            .Where(other => _into.TryGetValue(other, out var into) && into == unlinked.Story);
        return gone with { _into = gone._into.SetItems(joinedBy.Select(other => KeyValuePair.Create(other, unlinked.To))) };
    }
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Terms of takes that are out, by what they bind beside their own take: copy that moved before in the same story, and
/// the same picture that moved before, there or as another item of the same publisher. A fold of the log.
/// </summary>
/// <remarks>
/// Terms that are put right bind what went before, and never open what an earlier take had closed, for each take is
/// decided by its own terms too. Terms of a take that is not out bind nothing yet. Where two takes say the same the
/// later one stands for both.
/// </remarks>
sealed record LaterTerms
{
    public static LaterTerms None { get; } = new();

    ImmutableDictionary<StoryId, ImmutableArray<Binder>> _items =
        ImmutableDictionary<StoryId, ImmutableArray<Binder>>.Empty;
    ImmutableDictionary<long, ImmutableArray<Binder>> _pictures =
        ImmutableDictionary<long, ImmutableArray<Binder>>.Empty;

    /// <summary>
    /// Takes of a story, filed after a position, that are out and bear terms or an expiry of their own.
    /// </summary>
    public IEnumerable<TakePlace> Items(StoryId story, long after) =>
        _items.GetValueOrDefault(story, []).Where(binder => binder.Position > after).Select(binder => binder.Place);

    /// <summary>
    /// Pictures with terms in takes that are out, filed after that of a picture, which are the same picture: in the
    /// same story, or of the same publisher.
    /// </summary>
    /// <param name="take">The take.</param>
    /// <param name="index">Which of its pictures, from 0.</param>
    /// <param name="stories">The story of the take and those that are one with it.</param>
    public IEnumerable<(TakePlace Place, int Index)> Pictures(TakeStanding take, int index,
        IReadOnlyCollection<StoryId> stories)
    {
        if (_pictures.IsEmpty)
            return [];
        var mark = take.Marks[index];
        return mark.Keys.SelectMany(key => _pictures.GetValueOrDefault(key, []))
            .Where(binder => binder.Position > take.Position && stories.Contains(binder.Place.Story) is var isOneStory
                && (isOneStory || binder.Publisher == take.Publisher) && mark.IsOf(binder.Mark!, isOneStory))
            .Select(binder => (binder.Place, binder.Index)).Distinct();
    }

    /// <summary>After a take came out.</summary>
    public LaterTerms Add(StoryId story, TakeStanding take)
    {
        var place = new TakePlace(story, take.Number);
        var items = _items;
        if (take.Terms is not null || take.Expires is not null)
        {
            var says = $"{take.Terms?.Text}\n{take.Expires:O}";
            items = items.SetItem(story, Add(items.GetValueOrDefault(story, []),
                new Binder(place, take.Position, -1, take.Publisher, says, null)));
        }
        var pictures = _pictures;
        foreach (var (index, terms) in take.Pictures.Index())
        {
            if (terms is null)
                continue;
            foreach (var key in take.Marks[index].Keys)
            {
                pictures = pictures.SetItem(key, Add(pictures.GetValueOrDefault(key, []),
                    new Binder(place, take.Position, index, take.Publisher, terms.Text, take.Marks[index]),
                    isAnywhere: !take.Marks[index].Names.Contains(key) && !terms.IsTimed));
            }
        }
        return this with { _items = items, _pictures = pictures };
    }

    static ImmutableArray<Binder> Add(ImmutableArray<Binder> binders, Binder binder, bool isAnywhere = false) => binders
        .RemoveAll(other => other.Says == binder.Says && other.Publisher == binder.Publisher
            && (isAnywhere || other.Place.Story == binder.Place.Story) && other.Position <= binder.Position)
        .Add(binder);

    /// <summary>A take, or one of its pictures, whose terms bind what moved before.</summary>
    sealed record Binder(TakePlace Place, long Position, int Index, string Publisher, string Says, PictureMark? Mark);
}

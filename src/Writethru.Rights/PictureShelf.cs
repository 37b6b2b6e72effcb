using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Which takes carry which pictures whose files this wire keeps, as of one position of the log. Immutable.
/// </summary>
public sealed record PictureShelf
{
    /// <summary>None.</summary>
    public static PictureShelf Empty { get; } = new();

    ImmutableDictionary<string, ImmutableArray<TakePlace>> _carriers =
        ImmutableDictionary<string, ImmutableArray<TakePlace>>.Empty;

    /// <summary>Every take that carries a picture, in the order of the log; empty when nobody knows it.</summary>
    public ImmutableArray<TakePlace> CarriersOf(string picture) => _carriers.GetValueOrDefault(picture, []);

    /// <summary>The shelf after one more take.</summary>
    internal PictureShelf Add(FiledTake filed)
    {
        var next = this;
        foreach (var picture in filed.Take.Pictures.Where(picture => picture.Id.Length > 0))
        {
            var carriers = next.CarriersOf(picture.Id);
            if (!carriers.Contains(filed.Place))
                next = new PictureShelf { _carriers = next._carriers.SetItem(picture.Id, carriers.Add(filed.Place)) };
        }
        return next;
    }
}

/// <summary>What the gate answers of a picture by its identity.</summary>
public abstract record RenditionDecision
{
    RenditionDecision() { }

    /// <summary>Its files may leave, as those of this take.</summary>
    /// <param name="Place">The take that carries it and may be had.</param>
    /// <param name="Index">Which of its pictures it is, from 0.</param>
    public sealed record Deliver(TakePlace Place, int Index) : RenditionDecision;

    /// <summary>Every story by which the one who asks had it was stopped; the notice of this one may go.</summary>
    /// <param name="Story">The story.</param>
    public sealed record Closed(StoryId Story) : RenditionDecision;

    /// <summary>Unknown, or not theirs: the two look alike.</summary>
    public sealed record Nothing : RenditionDecision;
}

using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>Where notices stand in the log, in order.</summary>
sealed record NoticePlaces
{
    public static NoticePlaces None { get; } = new();

    ImmutableSortedSet<long> _positions = [];
    ImmutableDictionary<long, TakePlace> _takes = ImmutableDictionary<long, TakePlace>.Empty;

    /// <summary>With one more; itself when there is one at that position.</summary>
    public NoticePlaces Add(long position, TakePlace take) => _positions.Contains(position) ? this : this with
    {
        _positions = _positions.Add(position),
        _takes = _takes.Add(position, take),
    };

    /// <summary>Without the one at a position, where there is one.</summary>
    public NoticePlaces Remove(long position) => this with
    {
        _positions = _positions.Remove(position),
        _takes = _takes.Remove(position),
    };

    /// <summary>Those after a position, in order.</summary>
    public IEnumerable<(long Position, TakePlace Take)> After(long position)
    {
        var index = _positions.IndexOf(position + 1);
        for (var i = index < 0 ? ~index : index; i < _positions.Count; i++)
            yield return (_positions[i], _takes[_positions[i]]);
    }
}

using System.Collections.Immutable;

namespace Writethru.Formats.Feeds;

/// <summary>
/// Values in the order in which they came, each once; adding takes the same time however many there are.
/// </summary>
sealed class Gathered<T>
{
    readonly List<T> _values = [];
    readonly HashSet<T> _seen = [];

    /// <summary>The values so far.</summary>
    public IReadOnlyList<T> Values => _values;

    /// <summary>Adds a value; one that is there already is passed over.</summary>
    public void Add(T value)
    {
        if (_seen.Add(value))
            _values.Add(value);
    }

    /// <summary>The values as a take holds them.</summary>
    public ImmutableArray<T> ToImmutable() => [.. _values];
}

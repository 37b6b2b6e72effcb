using System.Collections.Concurrent;

namespace Writethru.App.Api;

/// <summary>At most so many of something at a time for each caller. Thread-safe.</summary>
sealed class Places(int most)
{
    readonly ConcurrentDictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>A place, until it is disposed; null when the caller has taken all.</summary>
    public IDisposable? TryEnter(string caller)
    {
        if (_taken.AddOrUpdate(caller, 1, (_, taken) => taken + 1) <= most)
            return new Place(this, caller);
        Leave(caller);
        return null;
    }

    void Leave(string caller)
    {
        // Whoever has no place left is forgotten, or sessions would pile up; unless one more has just come in.
        if (_taken.AddOrUpdate(caller, 0, (_, taken) => taken - 1) == 0)
            _taken.TryRemove(KeyValuePair.Create(caller, 0));
    }

    sealed class Place(Places places, string caller) : IDisposable
    {
        int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                places.Leave(caller);
        }
    }
}

using System.Collections.Concurrent;

namespace Writethru.App.Access;

/// <summary>
/// When each key was used last, since the program started. Kept in memory alone: a use changes nobody's rights, and an
/// entry of the log for each request would be the log. Thread-safe.
/// </summary>
sealed class KeyUse(TimeProvider clock)
{
    readonly ConcurrentDictionary<string, DateTimeOffset> _last = new();

    /// <summary>A key was used just now.</summary>
    public void Note(string keyHash) => _last[keyHash] = clock.GetUtcNow();

    /// <summary>When a key was used last; null when it was not since the start.</summary>
    public DateTimeOffset? Find(string keyHash) => _last.TryGetValue(keyHash, out var at) ? at : null;
}

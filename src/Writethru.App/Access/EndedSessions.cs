using System.Collections.Concurrent;

namespace Writethru.App.Access;

/// <summary>
/// Sessions that were signed out: their cookies are dead although they have not expired. Kept in memory for as long as
/// a cookie can live; a restart forgets them, so whoever fears a stolen cookie revokes its principal. Thread-safe.
/// </summary>
sealed class EndedSessions(TimeProvider clock)
{
    /// <summary>How long a cookie lives.</summary>
    public static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(7);

    readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new();

    /// <summary>Ends a session.</summary>
    public void End(string session)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, at) in _ended)
        {
            if (at + CookieLifetime < now)
                _ended.TryRemove(old, out _);
        }
        _ended[session] = now;
    }

    /// <summary>Whether a session was ended.</summary>
    public bool Contains(string session) => _ended.ContainsKey(session);
}

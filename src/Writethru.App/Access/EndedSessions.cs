using System.Collections.Concurrent;
using System.Text;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.App.Access;

/// <summary>
/// Sessions that were signed out: their cookies are dead although they have not expired, over a restart too. Each is
/// kept for as long as a cookie can live, in memory and in a file of the data folder, written whole at each sign-out.
/// There are no more of them than one-time links were used in that time. Thread-safe.
/// </summary>
sealed class EndedSessions
{
    /// <summary>How long a cookie lives.</summary>
    public static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(7);

    const string FileName = "sessions.ended";

    readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);
    readonly Lock _writing = new();
    readonly TimeProvider _clock;
    readonly string _file;

    public EndedSessions(TimeProvider clock, SqliteLog log)
    {
        _clock = clock;
        _file = Path.Combine(log.Folder.KeyFolder, FileName);
        if (!File.Exists(_file))
            return;
        foreach (var line in File.ReadLines(_file))
        {
            if (line.Split(' ') is [var at, var session] && Instant.Parse(at) is { } instant)
                _ended[session] = instant;
        }
    }

    /// <summary>Ends a session: at once, and when this returns for good.</summary>
    /// <exception cref="IOException">It has ended, but the disk did not take it: a restart forgets it.</exception>
    public void End(string session)
    {
        lock (_writing)
        {
            var now = _clock.GetUtcNow();
            foreach (var (old, at) in _ended)
            {
                if (at + CookieLifetime < now)
                    _ended.TryRemove(old, out _);
            }
            _ended[session] = now;
            var lines = string.Concat(_ended.Select(ended => $"{Instant.Write(ended.Value)} {ended.Key}\n"));
            SecretFile.Write(_file, Encoding.ASCII.GetBytes(lines));
        }
    }

    /// <summary>Whether a session was ended.</summary>
    public bool Contains(string session) => _ended.ContainsKey(session);
}

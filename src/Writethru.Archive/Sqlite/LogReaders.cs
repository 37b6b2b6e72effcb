using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Writethru.Archive.Sqlite;

/// <summary>
/// The readers' connections, kept with their prepared statements. (The driver's own pool keeps neither, and leaves
/// files open after the log is closed.)
/// </summary>
sealed class LogReaders(string file) : IDisposable
{
    const int Kept = 16;

    readonly ConcurrentBag<Reader> _idle = [];
    volatile bool _isDisposed;

    /// <summary>Asks one question on a connection of its own.</summary>
    public T Ask<T>(Func<Reader, T> question)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteLog));
        if (!_idle.TryTake(out var reader))
            reader = new Reader(Connections.OpenReader(file));
        try
        {
            return question(reader);
        }
        finally
        {
            if (_isDisposed || _idle.Count >= Kept)
                reader.Dispose();
            else
                _idle.Add(reader);
            if (_isDisposed)
                Empty();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        Empty();
    }

    void Empty()
    {
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    /// <summary>One connection with its statements.</summary>
    public sealed class Reader(SqliteConnection connection) : IDisposable
    {
        public Statement After { get; } = new(connection, Queries.After, "after", "head", "limit");

        public Statement Before { get; } = new(connection, Queries.Before, "before", "limit");

        public Statement Story { get; } = new(connection, Queries.Story, "story", "head");

        public Statement Take { get; } = new(connection, Queries.Take, "story", "take");

        public Statement Received { get; } = new(connection, Queries.Received, "position");

        public Statement StaleReadings { get; } = new(connection, Queries.StaleReadings, "version", "head", "limit");

        public Statement HasSend { get; } =
            new(connection, Queries.HasSend, "story", "take", "subscriber", "path", "grant");

        public Statement Sends { get; } = new(connection, Queries.Sends, "story");

        public Statement SendsBegun { get; } = new(connection, Queries.SendsBegun, "from", "until", "only", "begun",
            "story", "take", "subscriber", "path", "grant", "limit");

        public Statement Receipts { get; } = new(connection, Queries.Receipts, "story");

        public void Dispose()
        {
            foreach (var statement in (Statement[])
                [After, Before, Story, Take, Received, StaleReadings, HasSend, Sends, SendsBegun, Receipts])
                statement.Dispose();
            connection.Dispose();
        }
    }
}

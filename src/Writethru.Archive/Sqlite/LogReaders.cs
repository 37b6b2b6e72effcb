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
            reader = Open();
        try
        {
            return question(reader);
        }
        catch (SqliteException e) when (reader.IsOutOfFiles(e))
        {
            throw Busy(e);
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

    /// <summary>The file was there when the log was opened, and is locked: what is missing is a descriptor.</summary>
    Reader Open()
    {
        try
        {
            return new Reader(Connections.OpenReader(file));
        }
        catch (SqliteException e) when (SqliteFailure.IsUnopened(e))
        {
            throw Busy(e);
        }
    }

    ArchiveBusyException Busy(SqliteException cause) => new(Path.GetDirectoryName(file)!, cause);

    void Empty()
    {
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    /// <summary>One connection with its statements.</summary>
    public sealed class Reader(SqliteConnection connection) : IDisposable
    {
        public Statement After { get; } = new(connection, Queries.After, "after", "head", "limit");

        public Statement PlacesAfter { get; } = new(connection, Queries.PlacesAfter, "after", "head", "limit");

        public Statement PlacesBefore { get; } = new(connection, Queries.PlacesBefore, "before", "limit");

        public Statement ChainHash { get; } = new(connection, Queries.ChainHash, "position");

        public Statement Story { get; } = new(connection, Queries.Story, "story", "head");

        public Statement Take { get; } = new(connection, Queries.Take, "story", "take");

        public Statement Received { get; } = new(connection, Queries.Received, "position");

        public Statement StaleReadings { get; } = new(connection, Queries.StaleReadings, "version", "head", "limit");

        public Statement Readings { get; } = new(connection, Queries.Readings, "head");

        public Statement HasSend { get; } =
            new(connection, Queries.HasSend, "story", "take", "subscriber", "path", "grant");

        public Statement Sends { get; } = new(connection, Queries.Sends, "story");

        public Statement SendsOfTake { get; } =
            new(connection, Queries.SendsOfTake, "story", "take", "subscriber");

        public Statement SendsBegun { get; } = new(connection, Queries.SendsBegun, "from", "until", "only", "begun",
            "story", "take", "subscriber", "path", "grant", "limit");

        public Statement Receipts { get; } = new(connection, Queries.Receipts, "story");

        /// <summary>Whether a question failed for want of a descriptor.</summary>
        public bool IsOutOfFiles(SqliteException e) => SqliteFailure.IsOutOfFiles(e, connection);

        public void Dispose()
        {
            foreach (var statement in (Statement[])
            [
                After, PlacesAfter, PlacesBefore, ChainHash, Story, Take, Received, StaleReadings, Readings, HasSend,
                Sends, SendsOfTake, SendsBegun, Receipts,
            ])
                statement.Dispose();
            connection.Dispose();
        }
    }
}

using Microsoft.Data.Sqlite;

namespace Writethru.Archive.Sqlite;

/// <summary>Opens the database; every connection gets its PRAGMAs here, and nowhere else.</summary>
static class Connections
{
    /// <summary>
    /// The one connection that writes. <c>synchronous=FULL</c> syncs the write-ahead log in every COMMIT; checkpoints
    /// are the writer's own, because SQLite hides their failures.
    /// </summary>
    public static SqliteConnection OpenWriter(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadWriteCreate);
        Execute(connection, """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA journal_size_limit = 67108864;
            """);
        return connection;
    }

    /// <summary>A connection that can only read.</summary>
    public static SqliteConnection OpenReader(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadOnly);
        Execute(connection, "PRAGMA query_only = ON; PRAGMA foreign_keys = ON;");
        return connection;
    }

    static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        }.ConnectionString);
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
        return connection;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

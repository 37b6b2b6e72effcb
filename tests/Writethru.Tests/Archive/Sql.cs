using Microsoft.Data.Sqlite;

namespace Writethru.Tests.Archive;

/// <summary>The database behind the log's back, as a bad disk or a bad hand would reach it.</summary>
static class Sql
{
    public static int Run(string file, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(string file, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var connection = Open(file);
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar();
    }

    static SqliteCommand Command(SqliteConnection connection, string sql,
        ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }
}

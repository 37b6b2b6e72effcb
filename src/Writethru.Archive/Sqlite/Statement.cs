using Microsoft.Data.Sqlite;
using Writethru.Copy;

namespace Writethru.Archive.Sqlite;

/// <summary>One prepared statement, used again and again by one thread at a time.</summary>
sealed class Statement : IDisposable
{
    readonly SqliteCommand _command;

    /// <param name="connection">Where it runs.</param>
    /// <param name="sql">The statement, with its parameters as <c>$name</c>.</param>
    /// <param name="names">The parameters without their <c>$</c>, in the order in which values are given.</param>
    public Statement(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in names)
            _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + name });
    }

    /// <summary>Runs it for its effect.</summary>
    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        _command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null when there is no row, or nothing in it.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Every row, turned into something.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var found = new List<T>();
        using var rows = _command.ExecuteReader();
        while (rows.Read())
            found.Add(read(rows));
        return found;
    }

    /// <summary>Every row of a statement that begins with <see cref="EntryRow.Select"/>.</summary>
    public List<LogRecord> Records(params ReadOnlySpan<object?> values) => Rows(EntryRow.Read, values);

    /// <summary>The first such row; null when there is none.</summary>
    public LogRecord? Record(params ReadOnlySpan<object?> values) => Records(values) is [var first, ..] ? first : null;

    public void Dispose() => _command.Dispose();

    void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}

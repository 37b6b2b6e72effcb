using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Writethru.Copy;

namespace Writethru.Archive.Sqlite;

/// <summary>One step of the database's form, forward only.</summary>
/// <param name="Number">1, 2, 3 … without gaps.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Sql">Its statements.</param>
sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the statements, lower-case hex; line ends of another platform do not change it.</summary>
    public string Sha256 { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}

/// <summary>Brings a database to the form that this program knows.</summary>
static class Migrations
{
    const string Folder = "Migrations/";

    /// <summary>The migrations embedded in this program, in order.</summary>
    public static IReadOnlyList<Migration> Known { get; } = [.. typeof(Migrations).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Load)];

    /// <summary>Runs what is missing, all in one transaction, and returns it.</summary>
    /// <exception cref="MigrationException">
    /// The database is newer than the program, or a migration was altered.
    /// </exception>
    public static IReadOnlyList<Migration> Run(SqliteConnection connection, IReadOnlyList<Migration> known,
        DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, transaction, """
            CREATE TABLE IF NOT EXISTS migration
                (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL) STRICT
            """);
        var done = Check(connection, transaction, known);
        var missing = known.Skip(done).ToList();
        foreach (var migration in missing)
        {
            Execute(connection, transaction, migration.Sql);
            Execute(connection, transaction, "INSERT INTO migration VALUES ($number, $name, $sha256, $at)",
                ("$number", migration.Number), ("$name", migration.Name), ("$sha256", migration.Sha256),
                ("$at", Instant.Write(now)));
        }
        transaction.Commit();
        return missing;
    }

    static int Check(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<Migration> known)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT number, name, sha256 FROM migration ORDER BY number";
        using var rows = command.ExecuteReader();
        var done = 0;
        while (rows.Read())
        {
            var (number, name, sha256) = (rows.GetInt32(0), rows.GetString(1), rows.GetString(2));
            if (done == known.Count)
                throw new MigrationException($"The database has migration {name}, which this program does not know: "
                    + $"it was made by a newer program. This one knows {known.Count} migrations.");
            var expected = known[done++];
            if (number != expected.Number || sha256 != expected.Sha256)
                throw new MigrationException($"The database was made with migration {name} of SHA-256 {sha256}; "
                    + $"this program has {expected.Name} of SHA-256 {expected.Sha256}. A migration never changes.");
        }
        return done;
    }

    static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql,
        params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    static Migration Load(string resource)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(resource)!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        var name = resource[Folder.Length..];
        return new Migration(int.Parse(name[..4]), name, text.ReadToEnd());
    }
}

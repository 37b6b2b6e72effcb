using Microsoft.Data.Sqlite;
using Writethru.Archive;
using Writethru.Archive.Sqlite;

namespace Writethru.Tests.Archive;

public sealed class MigrationTests : IDisposable
{
    static readonly DateTimeOffset _now = new(2031, 5, 17, 9, 30, 0, TimeSpan.Zero);
    static readonly Migration _first = new(1, "0001_first.sql", "CREATE TABLE one (x INTEGER) STRICT;\n");
    static readonly Migration _second = new(2, "0002_second.sql", "CREATE TABLE two (x INTEGER) STRICT;\n");

    readonly SqliteConnection _database = new("Data Source=:memory:");

    public MigrationTests() => _database.Open();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Each_migration_runs_once()
    {
        Assert.Equal([_first], Migrations.Run(_database, [_first], _now));
        Assert.Equal([_second], Migrations.Run(_database, [_first, _second], _now));
        Assert.Empty(Migrations.Run(_database, [_first, _second], _now));
    }

    [Fact]
    public void A_migration_that_was_altered_is_refused()
    {
        Migrations.Run(_database, [_first], _now);

        var altered = _first with { Sql = "CREATE TABLE uno (x INTEGER) STRICT;\n" };
        var e = Assert.Throws<MigrationException>(() =>
            Migrations.Run(_database, [new Migration(1, altered.Name, altered.Sql), _second], _now));

        Assert.Contains("0001_first.sql", e.Message, StringComparison.Ordinal);
        Assert.Equal([_second], Migrations.Run(_database, [_first, _second], _now));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused()
    {
        Migrations.Run(_database, [_first, _second], _now);

        var e = Assert.Throws<MigrationException>(() => Migrations.Run(_database, [_first], _now));

        Assert.Contains("newer program", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_database_as_it_was()
    {
        var broken = new Migration(2, "0002_broken.sql", "CREATE TABLE two (x INTEGER) STRICT; CREATE TABLE one (y);");
        Migrations.Run(_database, [_first], _now);

        Assert.Throws<SqliteException>(() => Migrations.Run(_database, [_first, broken], _now));

        Assert.Equal([_second], Migrations.Run(_database, [_first, _second], _now));
    }

    [Fact]
    public void Line_ends_of_another_platform_do_not_alter_a_migration() =>
        Assert.Equal(_first.Sha256, new Migration(1, _first.Name, _first.Sql.Replace("\n", "\r\n")).Sha256);

    [Fact]
    public void The_migrations_of_the_program_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, Migrations.Known.Count), Migrations.Known.Select(m => m.Number));

    [Fact]
    public async Task A_data_folder_of_a_newer_program_is_not_opened()
    {
        using var folder = new LogFolder();
        await folder.Open().DisposeAsync();
        Sql.Run(folder.Database, "INSERT INTO migration VALUES (9999, '9999_later.sql', 'ab', '2031-05-17T09:30:00Z')");

        var e = Assert.Throws<MigrationException>(() => folder.Open());

        Assert.Contains("9999_later.sql", e.Message, StringComparison.Ordinal);
    }
}

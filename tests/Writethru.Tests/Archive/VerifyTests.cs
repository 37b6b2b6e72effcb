using CsCheck;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Tests.Archive;

public sealed class VerifyTests : IDisposable
{
    static readonly (string Table, string Column)[] _bytes =
    [
        ("entry", "content"), ("entry", "content_hash"), ("entry", "chain_hash"), ("received", "bytes"),
        ("reading", "content"), ("reading", "hash"),
    ];

    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sound_folder_has_no_damage_open_or_closed()
    {
        await using (var log = await FillAsync())
        {
            var live = LogVerifier.Verify(_folder.Path, Cancel);
            Assert.Empty(live.Damages);
            Assert.Equal((9, 2), (live.Entries, live.Blobs));
        }

        var closed = LogVerifier.Verify(_folder.Path, Cancel);

        Assert.Empty(closed.Damages);
        Assert.True(closed.IsSound);
        Assert.Equal((9, 2), (closed.Entries, closed.Blobs));
    }

    [Fact]
    public async Task Every_flipped_byte_in_the_database_is_named_with_its_position()
    {
        await (await FillAsync()).DisposeAsync();
        AllowChanges();
        var flips = Gen.Select(Gen.Int[0, _bytes.Length - 1].Select(i => _bytes[i]), Gen.Int[0, int.MaxValue],
            Gen.Int[0, int.MaxValue], Gen.Int[1, 255]);

        flips.Sample(flip =>
        {
            var ((table, column), row, offset, mask) = flip;
            var rows = (long)Sql.Scalar(_folder.Database, $"SELECT count({column}) FROM {table}")!;
            var position = (long)Sql.Scalar(_folder.Database, $"""
                SELECT position FROM {table} WHERE {column} IS NOT NULL ORDER BY position LIMIT 1 OFFSET {row % rows}
                """)!;
            var before = (byte[])Sql.Scalar(_folder.Database,
                $"SELECT {column} FROM {table} WHERE position = {position}")!;
            var after = (byte[])before.Clone();
            after[offset % after.Length] ^= (byte)mask;
            Put(table, column, position, after);
            var damages = LogVerifier.Verify(_folder.Path, Cancel).Damages;
            Put(table, column, position, before);
            // The entry after an altered chain hash does not follow from it either; nobody else is accused.
            return damages.Any(d => d.Position == position)
                && damages.All(d => d.Position == position || (column == "chain_hash" && d.Position == position + 1));
        }, iter: 150, threads: 1);

        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    [Fact]
    public async Task Every_flipped_byte_in_a_blob_is_named_with_its_blob_and_its_entry()
    {
        await (await FillAsync()).DisposeAsync();
        var blobs = Directory.GetFiles(Path.Combine(_folder.Path, "blobs"), "*", SearchOption.AllDirectories);
        var referenced = (string)Sql.Scalar(_folder.Database, "SELECT blob FROM received WHERE blob IS NOT NULL")!;

        Gen.Select(Gen.Int[0, blobs.Length - 1].Select(i => blobs[i]), Gen.Int[0, 299], Gen.Int[1, 255]).Sample(flip =>
        {
            var (file, offset, mask) = flip;
            var before = File.ReadAllBytes(file);
            var after = (byte[])before.Clone();
            after[offset] ^= (byte)mask;
            File.WriteAllBytes(file, after);
            var damages = LogVerifier.Verify(_folder.Path, Cancel).Damages;
            File.WriteAllBytes(file, before);
            var name = Path.GetFileName(file);
            return damages is [{ } damage] && damage.Blob == name && damage.Position == (name == referenced ? 4 : 0);
        }, iter: 50, threads: 1);
    }

    [Theory]
    [InlineData("UPDATE entry SET at = '2031-05-17T09:30:01Z' WHERE position = 5", 5, "chain")]
    [InlineData("UPDATE entry SET kind = 'itemRefused' WHERE position = 2", 2, "kind")]
    [InlineData("UPDATE entry SET story = 'other' WHERE position = 8", 8, "story")]
    [InlineData("UPDATE entry SET take = 7 WHERE position = 8", 8, "take")]
    [InlineData("DELETE FROM entry WHERE position = 3", 4, "position")]
    [InlineData("DELETE FROM entry WHERE position = 1", 2, "take number")]
    [InlineData("DELETE FROM received WHERE position = 1", 1, "received")]
    [InlineData("DELETE FROM reading WHERE position = 2", 2, "reading")]
    [InlineData("UPDATE reading SET version = 4 WHERE position = 1", 1, "reading")]
    [InlineData("DELETE FROM sender WHERE position = 1", 1, "sender")]
    [InlineData("UPDATE sender SET version = '9' WHERE position = 1", 1, "sender")]
    [InlineData("DELETE FROM idempotency", 1, "idempotency")]
    [InlineData("INSERT INTO sender VALUES ('harbour', 'urn:9', '', 2)", 0, "sender")]
    [InlineData("INSERT INTO idempotency VALUES ('harbour', 'stray', 2)", 0, "idempotency")]
    [InlineData("INSERT INTO received VALUES (2, x'00', NULL)", 0, "received")]
    [InlineData("UPDATE received SET blob = replace(blob, substr(blob, 1, 1), 'x') WHERE position = 4", 4, "received")]
    public async Task An_altered_row_is_named(string sql, long position, string part)
    {
        await (await FillAsync()).DisposeAsync();
        AllowChanges();

        Assert.NotEqual(0, Sql.Run(_folder.Database, "PRAGMA foreign_keys = OFF; " + sql));

        Assert.Contains(LogVerifier.Verify(_folder.Path, Cancel).Damages,
            d => d.Position == position && d.Part == part);
    }

    [Fact]
    public async Task A_missing_blob_and_a_stray_file_are_named()
    {
        await (await FillAsync()).DisposeAsync();
        var referenced = (string)Sql.Scalar(_folder.Database, "SELECT blob FROM received WHERE blob IS NOT NULL")!;
        var file = Path.Combine(_folder.Path, "blobs", referenced[..2], referenced[2..4], referenced);
        File.Move(file, Path.Combine(_folder.Path, "blobs", referenced));

        var damages = LogVerifier.Verify(_folder.Path, Cancel).Damages;

        Assert.Contains(damages, d => d.Position == 4 && d.Blob == referenced && d.Found == "no file");
        Assert.Contains(damages, d => d.Position == 0 && d.Part == "name" && d.Blob == referenced);
    }

    [Fact]
    public void A_folder_without_a_database_is_not_called_sound() =>
        Assert.Throws<FileNotFoundException>(() => LogVerifier.Verify(_folder.Path, Cancel));

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await (await FillAsync()).DisposeAsync();
        await File.WriteAllBytesAsync(_folder.Database, new byte[8192], Cancel);

        Assert.Contains(LogVerifier.Verify(_folder.Path, Cancel).Damages, d => d.Part == "database");
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_an_entry()
    {
        await (await FillAsync()).DisposeAsync();
        string[] changes = ["UPDATE entry SET kind = 'x'", "DELETE FROM entry", "UPDATE received SET bytes = x'00'",
            "DELETE FROM received"];

        foreach (var change in changes)
            Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => Sql.Run(_folder.Database, change));
    }

    /// <summary>Nine entries of every kind, one blob that position 4 needs and one that nobody does.</summary>
    async Task<SqliteLog> FillAsync()
    {
        var log = _folder.Open(blobThreshold: 256);
        byte[] small = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];
        byte[] large = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 7))];
        await log.StoreReceivedAsync(large, Cancel);
        await log.StoreReceivedAsync(new byte[300], Cancel);
        await log.AppendAsync(LogFolder.Filed("a", 1, small, "urn:1", "1", "key"), small, LogFolder.Reading("KR"), 2);
        await log.AppendAsync(LogFolder.Filed("a", 2));
        await log.AppendAsync(LogFolder.Refused(small), small);
        await log.AppendAsync(LogFolder.Filed("b", 1, large), large, LogFolder.Reading("JP"), 2);
        await log.AppendAsync(new LogEntry.EmbargoLifted(new StoryId("a"), 1));
        await log.AppendAsync(new LogEntry.TermsCleared("No use in Skerrow", "desk"));
        await log.AppendAsync(new LogEntry.PrincipalChanged(
            new Principal { Name = "harbour", Role = Role.Desk, Keys = [new ApiKey { Hash = "00" }] }));
        await log.AppendAsync(new LogEntry.TakeReleased(new StoryId("b"), 1, null, "desk"));
        await log.AppendAsync(LogFolder.Filed("a", 3));
        return log;
    }

    void AllowChanges() => Sql.Run(_folder.Database, """
        DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted;
        DROP TRIGGER received_is_never_changed; DROP TRIGGER received_is_never_deleted;
        """);

    void Put(string table, string column, long position, byte[] bytes) => Sql.Run(_folder.Database,
        $"UPDATE {table} SET {column} = $bytes WHERE position = {position}", ("$bytes", bytes));
}

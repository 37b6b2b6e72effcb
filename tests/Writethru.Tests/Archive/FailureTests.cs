using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Tests.Archive;

public sealed class FailureTests : IDisposable
{
    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_a_failed_commit_nothing_is_accepted_and_reads_go_on()
    {
        await using (var log = _folder.Open())
        {
            await log.AppendAsync(LogFolder.Filed("s", 1));
            var folded = new List<long>();
            log.AddFold(record => folded.Add(record.Position));
            var release = log.BlockWriter();
            var works = Enumerable.Range(0, 5).Select(i => log.AppendAsync(LogFolder.Filed($"t{i}", 1))).ToList();
            log.BeforeCommit = () => throw new IOException("the sync failed");
            release();

            foreach (var work in works)
                await work.FailsWithAsync<LogFailedException>();
            log.BeforeCommit = null;
            var e = await Assert.ThrowsAsync<LogFailedException>(() => log.AppendAsync(LogFolder.Filed("s", 2)));

            Assert.Contains("the sync failed", e.Message, StringComparison.Ordinal);
            Assert.True(log.IsFailed);
            Assert.Equal(1, log.Head);
            Assert.Equal([1L], folded);
            Assert.Equal([1L], log.Read(0, 9).Select(r => r.Position));
            Assert.Single(log.Story(new StoryId("s")));
        }

        await using var again = _folder.Open();
        Assert.False(again.IsFailed);
        Assert.Equal(2, await again.AppendAsync(LogFolder.Filed("s", 2)));
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    [Fact]
    public async Task A_failed_log_leaves_its_file_as_it_was()
    {
        await using (var log = _folder.Open())
        {
            await log.AppendAsync(LogFolder.Filed("s", 1));
            log.BeforeCommit = () => throw new IOException("the sync failed");
            await Assert.ThrowsAsync<LogFailedException>(() => log.AppendAsync(LogFolder.Filed("s", 2)));
        }

        Assert.True(File.Exists(_folder.Database + "-wal"), "closing moved the write-ahead log into the database");
    }

    [Fact]
    public async Task A_full_disk_fails_the_batch_and_passes()
    {
        await using var log = _folder.Open();
        await log.AppendAsync(LogFolder.Filed("s", 1));
        var folded = new List<long>();
        log.AddFold(record => folded.Add(record.Position));
        await LimitAsync(log, 1);
        var large = new byte[200_000];
        var release = log.BlockWriter();
        var works = new[]
        {
            log.AppendAsync(LogFolder.Filed("small", 1)),
            log.AppendAsync(LogFolder.Filed("large", 1, large), large),
            log.WriteAsync<long>(_ => throw new TimeoutException("of its own"), Cancel),
        };
        release();

        foreach (var work in works)
            await work.FailsWithAsync<ArchiveFullException>();
        Assert.False(log.IsFailed);
        Assert.Equal(1, log.Head);
        Assert.Equal([1L], folded);

        await LimitAsync(log, 1_000_000);
        Assert.Equal(2, await log.AppendAsync(LogFolder.Filed("large", 1, large), large));
        Assert.Equal([1L, 2], folded);
        Assert.Equal(large, log.ReceivedBytes(2));
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    [Fact]
    public async Task A_work_cannot_hide_that_the_disk_was_full()
    {
        await using var log = _folder.Open();
        await LimitAsync(log, 1);
        var large = new byte[200_000];

        await Assert.ThrowsAsync<ArchiveFullException>(() => log.WriteAsync(t =>
        {
            try
            {
                return t.Append(LogFolder.Filed("s", 1, large), large);
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                return 0;
            }
        }, Cancel));

        Assert.Equal(0, log.Head);
    }

    [Fact]
    public async Task A_work_cannot_keep_half_an_entry()
    {
        await using var log = _folder.Open();
        var bytes = "x"u8.ToArray();
        await log.AppendAsync(LogFolder.Filed("s", 1, bytes, key: "key"), bytes);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => log.WriteAsync(t =>
        {
            try
            {
                return t.Append(LogFolder.Filed("s", 2, bytes, key: "key"), bytes);
            }
            catch (ArgumentException)
            {
                return 0; // the entry was in, and its key contradicted another
            }
        }, Cancel));

        Assert.Equal(1, log.Head);
        Assert.Equal(2, await log.AppendAsync(LogFolder.Filed("s", 2)));
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    [Fact]
    public async Task A_damaged_entry_is_never_served()
    {
        await using (var log = _folder.Open())
        {
            await log.AppendAsync(LogFolder.Filed("s", 1));
            await log.AppendAsync(LogFolder.Filed("s", 2), null, LogFolder.Reading("KR"), 1);
            await log.AppendAsync(LogFolder.Filed("s", 3));
        }
        Sql.Run(_folder.Database, "DROP TRIGGER entry_is_never_changed");
        Sql.Run(_folder.Database,
            "UPDATE entry SET content = CAST(replace(content, 'Skerrow', 'Skarrow') AS BLOB) WHERE position = 1");
        Sql.Run(_folder.Database,
            "UPDATE reading SET content = CAST(replace(content, 'KR', 'JP') AS BLOB) WHERE position = 2");

        await using var again = _folder.Open();

        Assert.Equal(1, Assert.Throws<LogDamagedException>(() => again.Find(1)).Damage.Position);
        Assert.Equal("reading", Assert.Throws<LogDamagedException>(() => again.Find(2)).Damage.Part);
        Assert.Throws<LogDamagedException>(() => again.Read(0, 9));
        Assert.Throws<LogDamagedException>(() => again.AddFold(_ => { }));
        Assert.Equal(3, again.Find(3)!.Position);
    }

    [Fact]
    public async Task A_log_with_a_damaged_end_is_not_opened()
    {
        await using (var log = _folder.Open())
        {
            await log.AppendAsync(LogFolder.Filed("s", 1));
            await log.AppendAsync(LogFolder.Filed("s", 2));
        }
        Sql.Run(_folder.Database, "DROP TRIGGER entry_is_never_changed");
        Sql.Run(_folder.Database, "UPDATE entry SET at = '2031-05-17T09:30:01Z' WHERE position = 2");

        var e = Assert.Throws<LogDamagedException>(() => _folder.Open());

        Assert.Equal((2, "chain"), (e.Damage.Position, e.Damage.Part));
        Assert.Throws<LogDamagedException>(() => _folder.Open());
    }

    static Task<object?> LimitAsync(SqliteLog log, int pages) =>
        log.WriteAsync(t => t.Pragma($"max_page_count = {pages}"), Cancel);
}

using Writethru.Archive;
using Writethru.Archive.Disk;
using Writethru.Copy;
using Writethru.Copy.Json;

namespace Writethru.Tests.Archive;

public sealed class LogTests : IDisposable
{
    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_reopening()
    {
        var bytes = "FERRY RESUMES\r\n\0\xff"u8.ToArray();
        var reading = LogFolder.Reading("KR");
        await using (var log = _folder.Open())
        {
            Assert.Equal(0, log.Head);
            Assert.Equal(1, await log.AppendAsync(LogFolder.Filed("s1", 1, bytes), bytes, reading, 3));
            Assert.Equal(2, await log.AppendAsync(LogFolder.Refused(bytes), bytes));
            Assert.Equal(3, await log.AppendAsync(new LogEntry.EmbargoLifted(new StoryId("s1"), 1)));
        }

        await using var again = _folder.Open();

        Assert.Equal(3, again.Head);
        var records = again.Read(0, 10);
        Assert.Equal([1L, 2, 3], records.Select(r => r.Position));
        Assert.All(records, r => Assert.Equal(_folder.Clock.GetUtcNow(), r.At));
        Assert.Equal(LogEntryJson.ToUtf8(LogFolder.Filed("s1", 1, bytes)), LogEntryJson.ToUtf8(records[0].Entry));
        Assert.Equal("KR", records[0].Reading!.Terms!.Rules[0].Allow[0]);
        Assert.Null(records[1].Reading);
        Assert.Equal(bytes, again.ReceivedBytes(1));
        Assert.Equal(bytes, again.ReceivedBytes(2));
        Assert.Null(again.ReceivedBytes(3));
        Assert.Null(again.ReceivedBytes(4));
        Assert.Equal(4, await again.AppendAsync(LogFolder.Filed("s1", 2)));
    }

    [Fact]
    public async Task The_finds_see_what_was_filed_and_nothing_else()
    {
        await using var log = _folder.Open();
        var bytes = "x"u8.ToArray();
        await log.AppendAsync(LogFolder.Filed("a", 1, bytes, "urn:1", "1", "key-1"), bytes);
        await log.AppendAsync(LogFolder.Filed("b", 1));
        await log.AppendAsync(LogFolder.Filed("a", 2, bytes, "urn:1", "2"), bytes);
        await log.AppendAsync(LogFolder.Filed("c", 1, bytes, "urn:1", "9", publisher: "other"), bytes);
        await log.AppendAsync(LogFolder.Refused(bytes, "key-2"), bytes);

        Assert.Equal([1L, 3], log.Story(new StoryId("a")).Select(r => r.Position));
        Assert.Empty(log.Story(new StoryId("nobody")));
        Assert.Equal(3, log.FindTake(new StoryId("a"), 2)!.Position);
        Assert.Null(log.FindTake(new StoryId("a"), 3));
        Assert.Equal([5L, 4], log.PlacesBack(long.MaxValue, 2).Select(r => r.Position));
        Assert.Equal([2L, 1], log.PlacesBack(3, 10).Select(r => r.Position));
        Assert.Empty(log.PlacesBack(1, 10));
        Assert.Equal(("takeFiled", "c", 1),
            log.Places(3, 1) is [var place] ? (place.Kind, place.Story.Value, place.Number) : default);
        Assert.Equal(("itemRefused", "", 0),
            log.Places(4, 9) is [var none] ? (none.Kind, none.Story.Value, none.Number) : default);
        Assert.Equal([4L], log.Read(3, 1).Select(r => r.Position));
        Assert.Empty(log.Read(5, 10));
        Assert.Null(log.Find(0));
        Assert.Null(log.Find(6));
        var found = await log.WriteAsync(t => new[]
        {
            t.LastRecord(new StoryId("a"))?.Position,
            t.LastRecord(new StoryId("nobody"))?.Position,
            t.FindBySender("harbour", "urn:1")?.Position,
            t.FindBySender("harbour", "urn:2")?.Position,
            t.FindBySenderVersion("harbour", "urn:1", "1")?.Position,
            t.FindBySenderVersion("harbour", "urn:1", "9")?.Position,
            t.FindIdempotent("harbour", "key-1")?.Position,
            t.FindIdempotent("harbour", "key-2")?.Position,
            t.FindIdempotent("other", "key-1")?.Position,
        }, Cancel);
        Assert.Equal([3, null, 3, null, 1, null, 1, 5, null], found);
        Assert.Equal(5, log.Commits);
    }

    [Fact]
    public async Task Long_bytes_lie_as_a_blob_and_come_back_verbatim()
    {
        await using var log = _folder.Open();
        var bytes = new byte[256 * 1024 + 1];
        new Random(4711).NextBytes(bytes);

        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync(LogFolder.Filed("s", 1, bytes), bytes));
        await log.StoreReceivedAsync(bytes, Cancel);
        var position = await log.AppendAsync(LogFolder.Filed("s", 1, bytes), bytes);

        Assert.Equal(1, position);
        Assert.True(log.Blobs.Contains(BlobStore.NameOf(bytes)));
        Assert.Equal(bytes, log.ReceivedBytes(position));
        Assert.Equal(bytes, log.Blobs.Read(BlobStore.NameOf(bytes)));
    }

    [Fact]
    public async Task Bytes_that_fit_stay_in_the_database()
    {
        await using var log = _folder.Open(blobThreshold: 16);
        var bytes = new byte[16];

        await log.StoreReceivedAsync(bytes, Cancel);
        await log.AppendAsync(LogFolder.Refused(bytes), bytes);

        Assert.False(log.Blobs.Contains(BlobStore.NameOf(bytes)));
        Assert.Equal(bytes, log.ReceivedBytes(1));
    }

    [Fact]
    public async Task An_entry_that_cannot_stand_is_refused_and_leaves_nothing()
    {
        await using var log = _folder.Open();
        var bytes = "x"u8.ToArray();
        await log.AppendAsync(LogFolder.Filed("s", 1, bytes, key: "key"), bytes);
        (LogEntry Entry, byte[]? Bytes)[] wrong =
        [
            (LogFolder.Filed("s", 1), null),
            (LogFolder.Filed("s", 3), null),
            (LogFolder.Filed("t", 2), null),
            (LogFolder.Filed("s", 2), bytes),
            (LogFolder.Filed("s", 2, bytes), "y"u8.ToArray()),
            (LogFolder.Filed("s", 2, bytes), null),
            (LogFolder.Filed("not/a story", 1), null),
            (LogFolder.Filed("s", 2, bytes, key: "key"), bytes),
            (new LogEntry.EmbargoLifted(new StoryId("s"), 2), null),
            (new LogEntry.TakeReleased(new StoryId("t"), 1, null, "desk"), null),
        ];

        foreach (var (entry, received) in wrong)
            await Assert.ThrowsAnyAsync<ArgumentException>(() => log.AppendAsync(entry, received));

        Assert.Equal(1, log.Head);
        Assert.Equal(2, await log.AppendAsync(LogFolder.Filed("s", 2)));
        Assert.Equal(["First", "Development"],
            log.Read(0, 9).Select(r => ((LogEntry.TakeFiled)r.Entry).Filed.Cause.ToString()));
    }

    [Fact]
    public async Task Readings_can_be_made_anew()
    {
        await using var log = _folder.Open();
        await log.AppendAsync(LogFolder.Filed("a", 1), null, LogFolder.Reading("KR"), 1);
        await log.AppendAsync(LogFolder.Filed("b", 1), null, LogFolder.Reading("KR"), 2);
        await log.AppendAsync(LogFolder.Filed("c", 1));
        await log.AppendAsync(new LogEntry.TermsCleared("No use", "desk"));

        var stale = log.StaleReadings(2, 10);
        await log.WriteAsync(t =>
        {
            foreach (var position in stale)
                t.ReplaceReading(position, LogFolder.Reading("JP"), 2);
            return 0;
        }, Cancel);

        Assert.Equal([1L, 3], stale.Order());
        Assert.Empty(log.StaleReadings(2, 10));
        Assert.Equal(["JP", "KR", "JP"], log.Read(0, 3).Select(r => r.Reading!.Terms!.Rules[0].Allow[0]));
        Assert.Null(log.Find(4)!.Reading);
    }

    [Fact]
    public async Task The_writers_connection_syncs_every_commit()
    {
        await using var log = _folder.Open();

        var pragmas = await log.WriteAsync(t => (string[])[.. new[] { "synchronous", "journal_mode", "foreign_keys" }
            .Select(pragma => $"{t.Pragma(pragma)}")], Cancel);

        Assert.Equal(["2", "wal", "1"], pragmas);
    }

    [Fact]
    public async Task A_waiter_is_woken_by_a_commit_and_by_the_end_of_its_time()
    {
        await using var log = _folder.Open();
        var first = log.WaitBeyondAsync(0, TimeSpan.FromSeconds(30), Cancel);
        var second = log.WaitBeyondAsync(1, TimeSpan.FromSeconds(30), Cancel);

        await log.AppendAsync(LogFolder.Filed("s", 1));

        Assert.Equal(1, await first);
        Assert.Equal(1, await log.WaitBeyondAsync(0, TimeSpan.FromSeconds(30), Cancel));
        Assert.False(second.IsCompleted);
        // It may still be on its way from the commit to its next wait, which then ends that much later.
        for (var i = 0; i < 100_000 && !second.IsCompleted; i++)
        {
            _folder.Clock.Advance(TimeSpan.FromSeconds(31));
            await Task.Yield();
        }
        Assert.Equal(1, await second);
    }

    [Fact]
    public async Task A_second_log_on_the_same_folder_fails_and_names_it()
    {
        await using (_folder.Open())
        {
            var e = Assert.Throws<DataFolderInUseException>(() => _folder.Open());
            Assert.Contains(_folder.Path, e.Message, StringComparison.Ordinal);
        }

        await using var again = _folder.Open();
        Assert.Equal(0, again.Head);
    }

    [Fact]
    public void The_folder_is_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "modes are Unix's");
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(_folder.Path, "fresh");

        using (DataFolder.Open(path))
        {
        }

        var all = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var folder in (string[])[path, Path.Combine(path, "keys"), Path.Combine(path, "blobs")])
            Assert.Equal(all, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task A_closed_log_takes_nothing_and_says_so()
    {
        var log = _folder.Open();
        await log.AppendAsync(LogFolder.Filed("s", 1));
        await log.DisposeAsync();
        await log.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.AppendAsync(LogFolder.Filed("s", 2)));
        Assert.Throws<ObjectDisposedException>(() => log.Find(1));
    }
}

using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Tests.Archive;

/// <summary>A disk that is full until the reserve is given up, or somebody makes room.</summary>
public sealed class FullDiskTests : IDisposable
{
    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_urgent_goes_through_out_of_the_reserve_and_nothing_else_does()
    {
        await using var log = _folder.Open();
        var disk = new FullDisk(log);
        disk.Fill();

        await Assert.ThrowsAsync<ArchiveFullException>(() => log.AppendAsync(LogFolder.Filed("s", 1)));
        Assert.True(log.Reserve.IsHeld, "copy took the reserve");
        Assert.True(log.IsFull);
        Assert.Equal(1, await UrgentAsync(log, "s"));
        Assert.False(log.Reserve.IsHeld);
        Assert.Equal(2, await UrgentAsync(log, "t"));

        await Assert.ThrowsAsync<ArchiveFullException>(() => log.AppendAsync(LogFolder.Filed("u", 1)));
        await Assert.ThrowsAsync<ArchiveFullException>(() => log.StoreBlobAsync(new byte[9], Cancel));
        await Assert.ThrowsAsync<ArchiveFullException>(() => log.SpoolAsync(Stream.Null, 9, Cancel));
        await Assert.ThrowsAsync<ArchiveFullException>(() => log.FindRoomAsync(Cancel));
        Assert.Equal(2, log.Head);
        Assert.False(log.IsFailed);
    }

    [Fact]
    public async Task The_reserve_is_whole_again_before_copy_is_taken_in()
    {
        await using var log = _folder.Open();
        var disk = new FullDisk(log);
        disk.Fill();
        await UrgentAsync(log, "s");

        disk.MakeRoom();

        Assert.True(log.IsFull);
        Assert.Equal(2, await log.AppendAsync(LogFolder.Filed("t", 1)));
        Assert.True(log.Reserve.IsHeld);
        Assert.False(log.IsFull);
        Assert.NotEmpty(await log.StoreBlobAsync(new byte[9], Cancel));
    }

    [Fact]
    public async Task A_server_that_nobody_writes_to_finds_room_by_itself()
    {
        await using var log = _folder.Open();
        var disk = new FullDisk(log);
        disk.Fill();
        await UrgentAsync(log, "s");
        disk.MakeRoom();

        await log.FindRoomAsync(Cancel);

        Assert.False(log.IsFull);
        Assert.True(log.Reserve.IsHeld);
    }

    [Fact]
    public async Task Where_the_reserve_is_used_up_too_what_is_urgent_is_told_so_and_nothing_of_it_is_there()
    {
        await using var log = _folder.Open();
        var disk = new FullDisk(log);
        disk.UseUp();

        await Assert.ThrowsAsync<ArchiveFullException>(() => UrgentAsync(log, "s"));

        Assert.Equal(0, log.Head);
        Assert.False(log.IsFailed);
        disk.MakeRoom();
        Assert.Equal(1, await UrgentAsync(log, "s"));
    }

    [Fact]
    public async Task A_spent_reserve_is_spent_over_a_restart_and_a_disk_that_is_full_opens()
    {
        await using (var log = _folder.Open())
        {
            var disk = new FullDisk(log);
            disk.Fill();
            await UrgentAsync(log, "s");
        }
        var file = new FileInfo(Path.Combine(_folder.Path, "reserve"));

        Assert.Equal(1024 * 1024, file.Length);
        await using var again = _folder.Open();
        Assert.False(again.IsFull);
        Assert.True(again.Reserve.IsHeld);
    }

    [Fact]
    public async Task What_is_urgent_passes_all_that_waits_and_only_waits_for_the_work_that_runs()
    {
        await using var log = _folder.Open();
        var (begun, goOn) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        List<string> order = [];
        var release = log.BlockWriter();
        var works = Enumerable.Range(0, 8).Select(i => log.WriteAsync(transaction =>
        {
            order.Add($"copy {i}");
            if (i == 2)
            {
                begun.Set();
                goOn.Wait(Cancel);
            }
            return transaction.FileNext($"s{i}");
        }, Cancel)).ToList();
        release();
        begun.Wait(Cancel); // three of eight in one batch have begun

        var kill = log.WriteUrgentAsync(transaction =>
        {
            order.Add("kill");
            return transaction.Head;
        }, Cancel);
        goOn.Set();

        Assert.Equal(3, await kill.WaitAsync(Cancel));
        Assert.All(await Task.WhenAll(works), number => Assert.Equal(1, number));
        Assert.Equal(["copy 0", "copy 1", "copy 2", "kill", "copy 3", "copy 4", "copy 5", "copy 6", "copy 7"], order);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"s{i}"),
            log.Read(0, 9).Select(record => ((LogEntry.TakeFiled)record.Entry).Filed.Story.Value));
    }

    static Task<long> UrgentAsync(SqliteLog log, string story) =>
        log.WriteUrgentAsync(transaction => transaction.Append(LogFolder.Filed(story, 1)), Cancel);
}

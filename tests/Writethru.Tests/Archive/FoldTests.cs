using System.Collections.Concurrent;
using Writethru.Archive;

namespace Writethru.Tests.Archive;

public sealed class FoldTests : IDisposable
{
    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_fold_has_an_entry_before_its_writer_is_told()
    {
        await using var log = _folder.Open();
        var folded = new ConcurrentDictionary<long, bool>();
        log.AddFold(record => folded[record.Position] = true);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var position = await log.AppendAsync(LogFolder.Filed($"s{i}", 1));
            Assert.True(folded.ContainsKey(position), $"position {position} was told before it was folded");
        }));
    }

    [Fact]
    public async Task Whoever_reads_an_entry_finds_it_folded()
    {
        await using var log = _folder.Open();
        var folded = 0L;
        log.AddFold(record => Volatile.Write(ref folded, record.Position));
        var writing = Task.WhenAll(Enumerable.Range(0, 300).Select(i => log.AppendAsync(LogFolder.Filed($"s{i}", 1))));

        var last = 0L;
        while (last < 300)
        {
            await log.WaitBeyondAsync(last, TimeSpan.FromSeconds(30), Cancel);
            foreach (var record in log.Read(last, 50))
            {
                last = record.Position;
                Assert.True(Volatile.Read(ref folded) >= last);
            }
        }
        await writing;
    }

    [Fact]
    public async Task A_fold_added_at_any_moment_gets_every_entry_once_and_in_order()
    {
        await using var log = _folder.Open();
        var folds = new List<List<long>>();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
                await log.AppendAsync(LogFolder.Filed($"w{w}-{i}", 1));
        }, Cancel)));

        while (!writing.IsCompleted)
        {
            var seen = new List<long>();
            folds.Add(seen);
            log.AddFold(record => seen.Add(record.Position));
            await log.WaitBeyondAsync(log.Head + 20, TimeSpan.Zero, Cancel);
            await Task.Yield();
            if (folds.Count == 20)
                break;
        }
        await writing;

        var expected = Enumerable.Range(1, 800).Select(i => (long)i);
        Assert.NotEmpty(folds);
        Assert.All(folds, seen => Assert.Equal(expected, seen));
    }

    [Fact]
    public async Task A_fold_added_late_is_given_the_whole_log_before_the_call_returns()
    {
        await using (var log = _folder.Open())
            await Task.WhenAll(Enumerable.Range(0, 1200).Select(i => log.AppendAsync(LogFolder.Filed($"s{i}", 1))));
        await using var again = _folder.Open();

        var seen = new List<long>();
        again.AddFold(record => seen.Add(record.Position));

        Assert.Equal(Enumerable.Range(1, 1200).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task A_fold_that_throws_closes_the_log_rather_than_let_the_gate_lag()
    {
        await using var log = _folder.Open();
        log.AddFold(_ => throw new InvalidOperationException("out of step"));

        await Assert.ThrowsAsync<LogFailedException>(() => log.AppendAsync(LogFolder.Filed("s", 1)));

        Assert.True(log.IsFailed);
        Assert.Equal(0, log.Head);
        Assert.Empty(log.Read(0, 9));
    }
}

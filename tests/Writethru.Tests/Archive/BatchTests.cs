using CsCheck;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Tests.Archive;

public sealed class BatchTests : IDisposable
{
    readonly LogFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    enum Kind { FileNext, FileTwo, FileAndThrow, Throw, Refuse, WrongNumber }

    [Fact]
    public async Task Positions_and_take_numbers_have_no_gaps_whatever_fails_beside_them()
    {
        await using var log = _folder.Open();
        var batches = Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, 2]).List[1, 40];

        await batches.SampleAsync(async batch =>
        {
            var before = log.Head;
            var release = log.BlockWriter();
            var works = batch.Select(work => RunAsync(log, work.Item1, $"story-{work.Item2}")).ToList();
            release();
            var added = (await Task.WhenAll(works)).Sum();
            var read = log.Read(before, 1000);
            return added == log.Head - before && read.Select(r => r.Position).SequenceEqual(
                Enumerable.Range(1, added).Select(i => before + i));
        }, iter: 60, threads: 1);

        for (var story = 0; story < 3; story++)
        {
            var numbers = log.Story(new StoryId($"story-{story}"))
                .Select(r => ((LogEntry.TakeFiled)r.Entry).Filed.Number).ToList();
            Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        }
        Assert.Empty(LogVerifier.Verify(_folder.Path, Cancel).Damages);
    }

    /// <summary>Runs one work and returns how many entries it was told to have added.</summary>
    static async Task<int> RunAsync(SqliteLog log, Kind kind, string story)
    {
        try
        {
            return await log.WriteAsync(t =>
            {
                switch (kind)
                {
                    case Kind.FileNext:
                        return t.FileNext(story) > 0 ? 1 : 0;
                    case Kind.FileTwo:
                        return t.FileNext(story) < t.FileNext(story) ? 2 : 0;
                    case Kind.FileAndThrow:
                        t.FileNext(story);
                        throw new TimeoutException("after adding");
                    case Kind.Refuse:
                        t.Append(LogFolder.Refused("?"u8.ToArray()), "?"u8.ToArray());
                        return 1;
                    case Kind.WrongNumber:
                        t.FileNext(story);
                        t.Append(LogFolder.Filed(story, 1));
                        return 2;
                    default:
                        throw new TimeoutException("before adding");
                }
            }, Cancel);
        }
        catch (Exception e) when (e is TimeoutException or ArgumentException)
        {
            return 0;
        }
    }

    [Fact]
    public async Task Two_works_that_race_on_a_story_get_one_number_each()
    {
        await using var log = _folder.Open();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ =>
            Task.Run(() => log.WriteAsync(t => t.FileNext("race"), Cancel), Cancel)));

        Assert.Equal(Enumerable.Range(1, 64), numbers.Order());
    }

    [Fact]
    public async Task Works_that_queue_during_a_commit_share_the_next_one()
    {
        await using var log = _folder.Open();
        await log.AppendAsync(LogFolder.Filed("before", 1));
        var release = log.BlockWriter();

        var works = Enumerable.Range(0, 200).Select(i => log.AppendAsync(LogFolder.Filed($"s{i}", 1))).ToList();
        release();
        var positions = await Task.WhenAll(works);

        Assert.Equal(Enumerable.Range(2, 200).Select(i => (long)i), positions);
        Assert.Equal(2, log.Commits);
    }

    [Fact]
    public async Task A_batch_is_never_longer_than_its_limit()
    {
        await using var log = SqliteLog.Open(new ArchiveOptions { Folder = _folder.Path, MaxBatch = 10 },
            _folder.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteLog>.Instance);
        var release = log.BlockWriter();

        var works = Enumerable.Range(0, 25).Select(i => log.AppendAsync(LogFolder.Filed($"s{i}", 1))).ToList();
        release();
        await Task.WhenAll(works);

        Assert.Equal(3, log.Commits);
    }

    [Fact]
    public async Task A_work_that_throws_fails_alone_with_what_it_threw()
    {
        await using var log = _folder.Open();
        var release = log.BlockWriter();

        var good = log.WriteAsync(t => t.FileNext("s"), Cancel);
        var bad = log.WriteAsync<int>(t => throw new TimeoutException($"after {t.FileNext("s")}"), Cancel);
        var next = log.WriteAsync(t => t.FileNext("s"), Cancel);
        release();

        Assert.Equal(1, await good);
        Assert.Equal("after 2", (await bad.FailsWithAsync<TimeoutException>()).Message);
        Assert.Equal(2, await next);
        Assert.Equal(2, log.Head);
    }

    [Fact]
    public async Task Nothing_is_visible_before_it_is_committed()
    {
        await using var log = _folder.Open();

        var seen = await log.WriteAsync(t =>
        {
            t.FileNext("s");
            return (Inside: t.Head, t.LastTake(new StoryId("s"))?.Number, log.Head, log.Read(0, 9).Count,
                log.Story(new StoryId("s")).Count, log.FindTake(new StoryId("s"), 1));
        }, Cancel);

        Assert.Equal((1, 1, 0, 0, 0, null), seen);
    }

    [Fact]
    public async Task A_work_not_yet_begun_can_be_taken_back_and_one_begun_cannot()
    {
        await using var log = _folder.Open();
        using var early = new CancellationTokenSource();
        using var late = new CancellationTokenSource();
        var release = log.BlockWriter();
        var taken = log.WriteAsync(t => t.FileNext("taken"), early.Token);
        var kept = log.WriteAsync(t =>
        {
            late.Cancel();
            return t.FileNext("kept");
        }, late.Token);

        await early.CancelAsync();
        await taken.FailsWithAsync<TaskCanceledException>();
        release();

        Assert.Equal(1, await kept);
        Assert.Equal(1, log.Head);
        Assert.Empty(log.Story(new StoryId("taken")));
    }

    [Fact]
    public async Task A_transaction_is_of_no_use_after_its_work()
    {
        await using var log = _folder.Open();
        var kept = await log.WriteAsync(t => t, Cancel);

        Assert.Throws<InvalidOperationException>(() => kept.FileNext("s"));
        Assert.Throws<InvalidOperationException>(() => kept.FindBySender("harbour", "urn:1"));
    }

    [Fact]
    public async Task Closing_commits_what_is_queued()
    {
        var log = _folder.Open();
        var release = log.BlockWriter();
        var works = Enumerable.Range(0, 20).Select(i => log.AppendAsync(LogFolder.Filed($"s{i}", 1))).ToList();

        var closing = log.DisposeAsync();
        release();
        await closing;
        await Task.WhenAll(works);

        await using var again = _folder.Open();
        Assert.Equal(20, again.Head);
    }
}

using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Tests.Archive;
using static Writethru.Tests.Desk.DeskLog;

namespace Writethru.Tests.Desk;

/// <summary>A kill waits for the work that runs, and for nothing that waits, however large it is.</summary>
public sealed class KillBeforeLargeTakesTests : IAsyncDisposable
{
    const int Megabytes = 9, Count = 4;

    readonly DeskLog _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task It_stands_before_large_takes_that_were_sent_before_it()
    {
        var story = (await _desk.FileAsync(Ferry("a"))).Story;
        var release = _desk.Log.BlockWriter();

        var large = SendLarge();
        var kill = _desk.Kill.RunAsync(story, "Wrong port", null, "desk", Cancel);
        release();

        await StandsFirstAsync(kill, large);
    }

    [Fact]
    public async Task It_stands_before_large_takes_that_the_writer_had_taken_up_together()
    {
        var story = (await _desk.FileAsync(Ferry("a"))).Story;
        var release = _desk.Log.BlockWriter();

        Task<StoryOutcome>? kill = null;
        var running = _desk.Log.WriteAsync(
            _ => kill = _desk.Kill.RunAsync(story, "Wrong port", null, "desk", Cancel), Cancel);
        var large = SendLarge();
        release();
        await running;

        await StandsFirstAsync(kill!, large);
    }

    /// <summary>Large takes that wait when this returns.</summary>
    List<Task<ImmutableArray<FileOutcome>>> SendLarge() => [.. Enumerable.Range(0, Count).Select(i =>
        _desk.ReceiveAsync(Item($"large {i}") with { Cause = Cause.First },
            Ferry($"large {i}", text: string.Concat(Enumerable.Repeat($"Word{i} ", Megabytes * 1024 * 1024 / 6)))))];

    static async Task StandsFirstAsync(Task<StoryOutcome> kill, List<Task<ImmutableArray<FileOutcome>>> large)
    {
        var killed = Assert.IsType<StoryOutcome.Done>(await kill);
        var filed = await Task.WhenAll(large);

        Assert.Equal(Enumerable.Range(1, Count).Select(i => killed.Position + i),
            filed.Select(outcomes => Assert.IsType<FileOutcome.Filed>(outcomes[0]).Position));
    }
}

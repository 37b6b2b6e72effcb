using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;

namespace Writethru.Bench;

/// <summary>
/// What a durable publish costs beside the disk itself: the limit (append 2.5 KB and sync), the log, the limit again,
/// in rounds. A round whose two limits differ by more than 25 % is dropped.
/// </summary>
static class PublishBench
{
    const int Rounds = 7, Syncs = 300, Takes = 300, ManyTakes = 4000;

    static readonly Take _take = new()
    {
        Headline = "Harbor bridge reopens",
        Body = [.. Enumerable.Range(0, 10).Select(_ => new Paragraph(new string('x', 230)))],
    };

    /// <summary>Prints a line a round and the medians over the rounds that count.</summary>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("writethru-bench-").FullName;
        List<double> ratios = [], limits = [], rates = [];
        try
        {
            for (var round = 1; round <= Rounds; round++)
            {
                var before = Sync(folder);
                var (one, many) = await PublishAsync(Path.Combine(folder, $"log{round}"));
                var after = Sync(folder);
                var counts = Math.Abs(before - after) <= 0.25 * Math.Min(before, after);
                await output.WriteLineAsync($"round {round}: sync p50 {before:F2}, {after:F2} ms; ack p50 {one:F2} ms; "
                    + $"256 publishers {many:F0}/s{(counts ? "" : "  (dropped: the disk changed)")}");
                if (!counts)
                    continue;
                limits.Add((before + after) / 2);
                ratios.Add(one / ((before + after) / 2));
                rates.Add(many);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        await output.WriteLineAsync(ratios.Count == 0
            ? "No round counts: the disk is too uneven."
            : $"median of {ratios.Count}: sync p50 {Median(limits):F2} ms; "
                + $"ack p50 = {Median(ratios):F2} x sync (goal 3); "
                + $"256 publishers {Median(rates):F0}/s = {Median(rates) * Median(limits) / 1000:F1} a sync");
        return ratios.Count == 0 ? 1 : 0;
    }

    static double Sync(string folder)
    {
        using var file = File.OpenHandle(Path.Combine(folder, "limit"), FileMode.Create, FileAccess.Write);
        var bytes = new byte[2500];
        List<double> times = [];
        for (var i = 0; i < Syncs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, bytes, (long)i * bytes.Length);
            RandomAccess.FlushToDisk(file);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Median(times);
    }

    static async Task<(double AckMilliseconds, double PerSecond)> PublishAsync(string folder)
    {
        await using var log = SqliteLog.Open(new ArchiveOptions { Folder = folder }, TimeProvider.System,
            NullLogger<SqliteLog>.Instance);
        List<double> times = [];
        for (var i = 0; i < Takes; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await FileAsync(log, $"one{i}");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var all = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 256).Select(async publisher =>
        {
            for (var i = 0; i < ManyTakes / 256; i++)
                await FileAsync(log, $"many{publisher}n{i}");
        }));
        return (Median(times), ManyTakes / 256 * 256 / Stopwatch.GetElapsedTime(all).TotalSeconds);
    }

    static Task<long> FileAsync(SqliteLog log, string story) => log.WriteAsync(
        transaction => transaction.Append(new LogEntry.TakeFiled
        {
            Filed = new FiledTake
            {
                Story = new StoryId(story), Number = 1, Cause = Cause.First, FiledAt = transaction.Now, Take = _take,
            },
        }),
        CancellationToken.None);

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

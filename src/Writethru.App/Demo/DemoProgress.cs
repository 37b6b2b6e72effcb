using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.App.Demo;

/// <summary>How far the demo has come in a data folder, as the log itself shows it.</summary>
sealed record DemoProgress
{
    const int Page = 500;

    /// <summary>The story of each thread that has one.</summary>
    public required ImmutableDictionary<string, StoryId> Stories { get; init; }

    /// <summary>Steps that are still to come, in order.</summary>
    public required ImmutableArray<DemoStep> Left { get; init; }

    /// <summary>The time of the last step that is done; zero when none is.</summary>
    public required TimeSpan Reached { get; init; }

    /// <summary>The day of the demo's first start here, UTC: the day that all its dispatches are about.</summary>
    public required DateOnly Day { get; init; }

    public bool IsNew => Stories.IsEmpty;

    /// <summary>Reads the log and asks the gate.</summary>
    /// <param name="steps">All steps.</param>
    /// <param name="log">The log.</param>
    /// <param name="gate">The gate, which knows what was killed.</param>
    /// <param name="now">Becomes the demo's day when nothing of it is there.</param>
    public static DemoProgress Read(ImmutableArray<DemoStep> steps, SqliteLog log, Gate gate, DateTimeOffset now)
    {
        var filed = Filed(log).ToList();
        var byKey = filed.ToDictionary(take => take.Received!.IdempotencyKey, take => take.Filed.Story);
        var stories = steps.Where(step => byKey.ContainsKey(step.IdempotencyKey))
            .GroupBy(step => step.Thread)
            .ToImmutableDictionary(thread => thread.Key, thread => byKey[thread.First().IdempotencyKey]);
        var done = steps.Where(step => byKey.ContainsKey(step.IdempotencyKey)
            || (stories.TryGetValue(step.Thread, out var story) && gate.Now.IsKilled(story))).ToHashSet();
        return new DemoProgress
        {
            Stories = stories,
            Left = [.. steps.Where(step => !done.Contains(step))],
            Reached = done.Select(step => step.At).DefaultIfEmpty().Max(),
            Day = DateOnly.FromDateTime((filed.FirstOrDefault()?.Filed.FiledAt ?? now).UtcDateTime),
        };
    }

    static IEnumerable<LogEntry.TakeFiled> Filed(SqliteLog log)
    {
        var after = 0L;
        while (log.Read(after, Page) is { Count: > 0 } page)
        {
            foreach (var record in page)
            {
                if (record.Entry is LogEntry.TakeFiled { Received: { Publisher: DemoKeys.Desk } received } filed
                    && received.IdempotencyKey.StartsWith(DemoScript.KeyPrefix, StringComparison.Ordinal))
                    yield return filed;
            }
            after = page[^1].Position;
        }
    }
}

using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk;
using Writethru.Desk.Receiving;
using Writethru.Rights;

namespace Writethru.App.Demo;

/// <summary>Runs the steps of the demo through the desk's own verbs, each at its time and each once.</summary>
/// <remarks>
/// It keeps no record of its own: what the log holds is done, and the rest follows with the gaps that it had, however
/// long the program was down.
/// </remarks>
sealed class DemoDirector(SqliteLog log, Gate gate, Receive receive, ReceivePicture receivePicture, Kill kill,
    TimeProvider clock)
{
    /// <summary>Runs what is left. Ends when the last step is done.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before that.</exception>
    public async Task RunAsync(ImmutableArray<DemoStep> steps, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var progress = DemoProgress.Read(steps, log, gate, clock.GetUtcNow());
        var stories = progress.Stories.ToBuilder();
        foreach (var step in progress.Left)
        {
            var wait = step.At - progress.Reached - clock.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
            StoryId? story = stories.TryGetValue(step.Thread, out var known) ? known : null;
            // Somebody who tries the demo may have killed the story by hand: nothing may follow.
            if (story is { } id && gate.Now.IsKilled(id))
                continue;
            if (await RunAsync(step, story, progress.Day, cancel).ConfigureAwait(false) is { } filed)
                stories[step.Thread] = filed;
        }
    }

    /// <summary>The story that the step belongs to; null when it made none.</summary>
    async Task<StoryId?> RunAsync(DemoStep step, StoryId? story, DateOnly day, CancellationToken cancel)
    {
        if (step.IsKill)
        {
            if (story is { } dead)
                await kill.RunAsync(dead, step.KillReason, null, DemoKeys.Desk, cancel).ConfigureAwait(false);
            return story;
        }
        var item = new IncomingItem
        {
            Bytes = step.IsPhoto ? DemoStories.ReadPhoto(step.Photos[0]) : DemoStories.Read(step.Name, day),
            Files = step.IsPhoto
                ? []
                : [.. step.Photos.Select(photo => new IncomingFile(photo, DemoStories.ReadPhoto(photo)))],
            Publisher = DemoKeys.Desk,
            Story = story,
            Cause = step.Cause,
            Embargo = step.EmbargoFor is { } wait ? WholeSecond(clock.GetUtcNow() + wait) : null,
            IdempotencyKey = step.IdempotencyKey,
        };
        var outcomes = step.IsPhoto
            ? await receivePicture.RunAsync(item, cancel).ConfigureAwait(false)
            : await receive.RunAsync(item, cancel).ConfigureAwait(false);
        return outcomes[0] switch
        {
            FileOutcome.Filed filed => filed.Take.Story,
            FileOutcome.Repeated repeated => repeated.Take.Story,
            _ => story,
        };
    }

    static DateTimeOffset WholeSecond(DateTimeOffset instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerSecond), instant.Offset);
}

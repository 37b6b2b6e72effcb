using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk;

/// <summary>
/// Takes one picture down because the right to it ended: no take of the story shows it any more, and the newest copy
/// goes out again without it, so that whoever has it hears. Thread-safe.
/// </summary>
public sealed class TakedownPicture(SqliteLog log, Gate gate, ILogger<TakedownPicture> logger)
{
    /// <summary>Takes it down. Completes when it is durable and the gate has closed.</summary>
    /// <param name="story">The story.</param>
    /// <param name="number">Number of the picture in the story's newest copy, from 1.</param>
    /// <param name="take">The take that is meant as the newest; null: whatever it is.</param>
    /// <param name="reason">Which right ended, for editors; required, and part of the note that goes out.</param>
    /// <param name="by">Name of the principal who takes it down.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The take without the picture; unknown when there is no such picture.</returns>
    public async Task<StoryOutcome> RunAsync(StoryId story, int number, int? take, string reason, string by,
        CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var outcome = await log.WriteUrgentAsync(
            transaction => Run(transaction, story, number, take, reason, by), cancel).ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.PictureTakenDown(done.Position, number, story.Value, done.Take.Number, by);
        return outcome;
    }

    StoryOutcome Run(LogTransaction transaction, StoryId story, int number, int? take, string reason, string by)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction), story) is not { Last.Filed: var last } standing)
            return new StoryOutcome.Unknown();
        if (standing.State is StoryState.Killed or StoryState.TakenDown)
            return new StoryOutcome.Conflict(TakeRules.WhyNot(standing.State, last, Cause.Refile)!);
        var newest = standing.NewestCopy(transaction).Filed;
        if (take is { } meant && meant != newest.Number)
            return new StoryOutcome.Conflict(
                $"Found take {meant} of story {story}, expected take {newest.Number}, the newest that has copy.");
        if (number < 1 || number > newest.Take.Pictures.Length)
            return new StoryOutcome.Unknown();
        var picture = PictureIdentity.Of(newest.Take.Pictures[number - 1]);
        if (gate.In(transaction).TakenDownOf(story).Any(down => down.Picture.IsOf(newest.Take.Pictures[number - 1])))
            return new StoryOutcome.Conflict($"Picture {number} of take {newest.Number} was taken down before.");
        StoryOutcome? outcome = null;
        foreach (var each in gate.In(transaction).Moves.Sharing(story))
        {
            var done = TakeDown(transaction, each, new LogEntry.PictureTakenDown(each, picture, [], reason, by));
            outcome ??= done;
        }
        // The story has moved on without it: what is there shows it no more, and nothing need go out again.
        return outcome ?? new StoryOutcome.Done(newest, transaction.Head);
    }

    StoryOutcome.Done? TakeDown(LogTransaction transaction, StoryId story, LogEntry.PictureTakenDown entry)
    {
        var last = transaction.LastTake(story)!.Number;
        var seen = Enumerable.Range(1, last)
            .SelectMany(number => StoryInHand.Take(transaction, story, number).Filed.Take.Pictures.Index()
                .Where(picture => entry.Picture.IsOf(picture.Item))
                .Select(picture => new PicturePlace(number, picture.Index + 1)))
            .ToImmutableArray();
        transaction.Append(entry with { Seen = seen });
        if (StoryInHand.Find(transaction, gate.In(transaction),
            story)!.State is not (StoryState.Living or StoryState.Held))
            return null;
        var copies = FileAgain.Find(transaction, gate.In(transaction), story, last);
        if (!copies.Any(copy => copy.Filed.Take.Pictures.Any(entry.Picture.IsOf)))
            return null;
        var at = seen.Last();
        var note = string.Create(CultureInfo.InvariantCulture, $"(REFILE: Picture {at.Picture} of take {at.Take} was "
            + $"taken down, for the right to it ended: {FileNotice.OneLine(entry.Reason)}. Remove it everywhere.)");
        var (filed, position) = FileAgain.Run(transaction, last,
            [.. copies.Select(
                copy => copy with { Filed = copy.Filed with { Take = Without(copy.Filed.Take, entry.Picture) } })],
            Cause.Refile, copy => FileAgain.Under(note, copy.Filed.Take));
        return new StoryOutcome.Done(filed, position);
    }

    /// <summary>The take without the picture and without a link to it.</summary>
    internal static Take Without(Take take, PictureIdentity picture) =>
        (take with { Pictures = take.Pictures.RemoveAll(picture.IsOf) }).WithoutLinksTo(picture.Places);

    /// <summary>
    /// Takes down in one story what was taken down in another, before copy of that is filed there.
    /// </summary>
    internal static void CarryOver(LogTransaction transaction, GateSnapshot now, StoryId from, StoryId to)
    {
        var known = now.TakenDownOf(to);
        foreach (var down in now.TakenDownOf(from))
        {
            if (!known.Any(other => CanonicalEquals(other.Picture, down.Picture)))
                transaction.Append(down with { Story = to, Seen = [] });
        }
    }

    static bool CanonicalEquals(PictureIdentity one, PictureIdentity other) =>
        (one.SenderId, one.Caption, one.Credit) == (other.SenderId, other.Caption, other.Credit)
        && one.Hrefs.SequenceEqual(other.Hrefs);
}

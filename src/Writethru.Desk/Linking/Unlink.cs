using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Desk.Pictures;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// A person says that the newest take of a story is not of that story. Its copy opens a story of its own, and the story
/// gets the copy before it back as its next take. Earlier takes with its text go along. Nothing that was
/// filed changes. Thread-safe.
/// </summary>
/// <remarks>Rules: <c>docs/decisions/0013-joined-and-unlinked-stories.md</c>.</remarks>
public sealed class Unlink(SqliteLog log, Gate gate, ILogger<Unlink> logger)
{
    /// <summary>Unlinks a take. Completes when it is durable.</summary>
    /// <param name="story">The story.</param>
    /// <param name="number">The take, which must be its newest.</param>
    /// <param name="by">Name of the principal who says so.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    /// <returns>The first take of the new story; unknown when there is no such take.</returns>
    public async Task<StoryOutcome> RunAsync(StoryId story, int number, string by, CancellationToken cancel)
    {
        var outcome = await log.WriteAsync(transaction => Run(transaction, story, number, by), cancel)
            .ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.TakeUnlinked(done.Position, by, number, story.Value, done.Take.Story.Value);
        return outcome;
    }

    StoryOutcome Run(LogTransaction transaction, StoryId story, int number, string by)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction), story) is not { Last: var last } standing
            || number < 1 || number > last.Filed.Number)
            return new StoryOutcome.Unknown();
        if (standing.WhyNotLiving() is { } stopped)
            return stopped;
        if (number != last.Filed.Number)
            return new StoryOutcome.Conflict($"Found take {number} of story {story}, expected take "
                + $"{last.Filed.Number}, its newest: only that one can be unlinked.");
        var moves = gate.In(transaction).Moves;
        if (moves.IsJoined(story))
            return new StoryOutcome.Conflict($"Story {story} was joined to story {moves.Resolve(story)}; "
                + "unlink the take there.");
        var along = Along(transaction, last, moves);
        var stay = FileAgain.Find(transaction, gate.In(transaction), story, number - 1, take =>
            moves.HasMoved(take.Place) || moves.IsSame(take.Place, last.Filed.Place) || along.Contains(take.Number));
        return (stay, along) switch
        {
            ([], []) => new StoryOutcome.Conflict($"Take {number} is all the copy that story {story} has."),
            ([], _) => new StoryOutcome.Conflict($"Take {number} has the text of all other copy of story {story} "
                + $"({string.Join(", ", along)}), so that nothing would stay. Hold or kill the story, or correct it."),
            _ => Part(transaction, last, stay, along, by),
        };
    }

    /// <summary>
    /// The earlier takes that have the text of the newest one and do not repeat it: another headline, a paragraph or a
    /// photo more or less. They came of the same wrong copy.
    /// </summary>
    static ImmutableArray<int> Along(LogTransaction transaction, LogEntry.TakeFiled last, StoryMoves moves) =>
    [
        .. Enumerable.Range(1, last.Filed.Number - 1)
            .Select(number => StoryInHand.Take(transaction, last.Filed.Story, number).Filed)
            .Where(take => !take.IsHold && !moves.IsSame(take.Place, last.Filed.Place)
                && IsSameText(take.Take, last.Filed.Take))
            .Select(take => take.Number),
    ];

    static bool IsSameText(Take take, Take other)
    {
        if (take.Body.IsEmpty || other.Body.IsEmpty)
            return take.Body.IsEmpty && other.Body.IsEmpty && take.Headline == other.Headline
                && take.Pictures.Select(HeldFiles.OriginalOf)
                    .SequenceEqual(other.Pictures.Select(HeldFiles.OriginalOf));
        return StoryLikelihood.HasTextOf(StoryTraits.Of(take), StoryTraits.Of(other))
            || take.Body.Select(paragraph => paragraph.Text).SequenceEqual(
                other.Body.Select(paragraph => paragraph.Text));
    }

    StoryOutcome.Done Part(LogTransaction transaction, LogEntry.TakeFiled last,
        ImmutableArray<StandingCopy> stay, ImmutableArray<int> along, string by)
    {
        var (story, number) = last.Filed.Place;
        var came = AsItCame(transaction, last, gate.In(transaction).Moves);
        var pending = gate.In(transaction).FindPending(last.Filed.Place);
        var first = new FiledTake
        {
            Story = StoryIds.Mint(),
            Number = 1,
            Cause = Cause.First,
            FiledAt = transaction.Now,
            // What was put right since it came in stays right.
            Take = FileAgain.IsSame(came.Filed.Take, last.Filed.Take) ? came.Filed.Take : last.Filed.Take,
        };
        TakedownPicture.CarryOver(transaction, gate.In(transaction), story, first.Story);
        var position = transaction.Append(
            new LogEntry.TakeFiled
            {
                Filed = first,
                EmbargoedUntil = pending?.EmbargoedUntil > transaction.Now ? pending.EmbargoedUntil : null,
                Waits = pending?.Waits ?? false,
                Provenance = last.Filed.Place,
                NeedsTerms = last.NeedsTerms,
            },
            default, TakeReader.Read(first.Take, came.Filed.FiledAt), TakeReader.Version);
        FileAgain.Run(transaction, number, stay, Cause.Refile, copy => FileAgain.Under(Note(number), copy.Filed.Take));
        transaction.Append(new LogEntry.TakeUnlinked(story, number, came.Filed.Number, first.Story, by)
        {
            Along = along,
        });
        return new StoryOutcome.Done(first, position);
    }

    /// <summary>
    /// The take of the story under which the copy came in, or was accepted: an earlier one where this desk has filed it
    /// again since. By it the next item of the same sender finds the new story.
    /// </summary>
    static LogEntry.TakeFiled AsItCame(LogTransaction transaction, LogEntry.TakeFiled last, StoryMoves moves)
    {
        var came = Enumerable.Range(1, last.Filed.Number)
            .First(number => moves.IsSame(last.Filed.Place, new TakePlace(last.Filed.Story, number)));
        return StoryInHand.Take(transaction, last.Filed.Story, came);
    }

    /// <summary>What the story's editors are told; without a word that would make the next newsroom wait.</summary>
    static string Note(int number) => string.Create(CultureInfo.InvariantCulture,
        $"(REFILE: Take {number} belongs to another story. Use this one in its place.)");
}

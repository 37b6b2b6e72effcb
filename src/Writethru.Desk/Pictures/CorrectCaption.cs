using Microsoft.Extensions.Logging;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Desk.Pictures;

/// <summary>
/// Puts the words of a picture right: the next take of its story, with the same pixels, and of every story that carries
/// it. Thread-safe.
/// </summary>
public sealed class CorrectCaption(SqliteLog log, Gate gate, ILogger<CorrectCaption> logger)
{
    /// <summary>Files the correction. Completes when it is durable.</summary>
    /// <param name="story">The picture's story.</param>
    /// <param name="words">What is put right; null fields stay as they are.</param>
    /// <param name="reason">What was wrong, for editors; required, and part of the note that goes out.</param>
    /// <param name="by">Name of the principal who puts it right.</param>
    /// <param name="cancel">Gives up waiting before it has begun.</param>
    public async Task<StoryOutcome> RunAsync(StoryId story, CaptionWords words, string reason, string by,
        CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var outcome = await log.WriteAsync(
            transaction => Run(transaction, story, words, FileNotice.OneLine(reason)), cancel).ConfigureAwait(false);
        if (outcome is StoryOutcome.Done done)
            logger.CaptionCorrected(done.Position, story.Value, done.Take.Number, by);
        return outcome;
    }

    StoryOutcome Run(LogTransaction transaction, StoryId story, CaptionWords words, string reason)
    {
        if (StoryInHand.Find(transaction, gate.In(transaction), story) is not { } standing)
            return new StoryOutcome.Unknown();
        if (TakeRules.WhyNot(standing.State, standing.Last.Filed, Cause.Correction) is { } why)
            return new StoryOutcome.Conflict(why);
        if (standing.NewestCopy(transaction).Filed is not { Take: { Kind: TakeKind.Picture } newest })
            return new StoryOutcome.Conflict($"Story {story} is copy; expected a picture.");
        var carrying = new CarryingStories(gate);
        if (carrying.Refile(transaction, story, Cause.Correction, $"(CORRECTION: {reason})", words.In) is not { } done)
            return new StoryOutcome.Conflict($"Story {story} has no picture that could be put right.");
        carrying.PutRight(transaction, done.Take, reason);
        return done;
    }
}

/// <summary>Words of a picture that are put right. Null: as it was; empty: none.</summary>
public sealed record CaptionWords
{
    /// <summary>The caption, without terms and credit.</summary>
    public string? Caption { get; init; }

    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>The credit, without brackets.</summary>
    public string? Credit { get; init; }

    /// <summary>
    /// The usage terms, verbatim. With them a policy for machines that came along says nothing any more.
    /// </summary>
    public string? UsageTerms { get; init; }

    /// <summary>The take with them.</summary>
    internal Take In(Take take) => take with
    {
        Headline = Headline ?? take.Headline,
        Pictures = [.. take.Pictures.Select(picture => picture with
        {
            Caption = Caption ?? picture.Caption,
            Headline = Headline ?? picture.Headline,
            Credit = Credit ?? picture.Credit,
            UsageTerms = UsageTerms is null ? picture.UsageTerms
                : UsageTerms.Length == 0 ? null : new UsageTerms(UsageTerms),
        })],
    };
}

using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Formats.Registry;
using Writethru.Reading.Likelihood;
using Writethru.Rights;

namespace Writethru.Desk.Linking;

/// <summary>
/// Decides which story a take belongs to: the one that was named; else what its sender says; else the likeness of its
/// copy, and where that leaves a doubt it proposes. Used inside a work of the log alone, so by one thread at a time.
/// </summary>
/// <remarks>
/// A wrong link puts one story over another for every subscriber, a missed one makes a second story: in doubt it does
/// not link. Rules: <c>docs/decisions/0009-linking-by-likeness.md</c>.
/// </remarks>
sealed class FindStory(Gate gate, LinkingOptions options)
{
    /// <summary>From this score on it links; from the lower one on it proposes.</summary>
    const double Links = 0.6, Proposes = 0.4;

    /// <summary>A second story that comes as near as this makes the first one doubtful.</summary>
    const double Apart = 0.1;

    const int MostProposals = 5;

    readonly Candidates _candidates = new();
    readonly NamedStories _named = new(gate, options);

    /// <summary>Finds it. What continues a story that was joined to another one continues that other one.</summary>
    /// <param name="transaction">Where it is asked.</param>
    /// <param name="item">What is said of the bytes.</param>
    /// <param name="format">Name of the format that they are in.</param>
    /// <param name="take">The take as it was read.</param>
    /// <param name="moves">Which copy has moved.</param>
    public StoryChoice Run(LogTransaction transaction, IncomingItem item, string format, Take take, StoryMoves moves)
    {
        if (item.Story is { } named)
            return Continue(transaction, moves.Resolve(named));
        if (StoryOf(transaction, item.Publisher, take.SenderId, moves) is { } known
            && (item.Opens is null || IsOfKind(transaction, known, take)))
        {
            return item.Cause is null && WireFormats.IsFeed(format)
                && FeedIdentity.IsOther(Newest(transaction, item, take), take)
                ? OtherThan(transaction, known,
                    options.IsOnFor(item.Publisher) ? ByLikeness(transaction, item, take, moves) : StoryChoice.New)
                : Continue(transaction, known);
        }
        if (take.Status != TakeStatus.Usable
            && StoryOfRepeat(transaction, item.Publisher, take.SenderId, moves) is { } repeated)
            return Continue(transaction, repeated);
        var before = take.Links.Where(link => link.Rel == LinkRels.PreviousVersion)
            .Select(link => StoryOf(transaction, item.Publisher, link.Target, moves))
            .OfType<StoryId>().Distinct().ToList();
        return before switch
        {
            [var previous] => Continue(transaction, previous),
            [_, ..] => new StoryChoice
            {
                Proposed = [.. before.Take(MostProposals).Select(story => Named(transaction, story))],
            },
            _ when Orphans.IsNotice(take) => OfNotice(transaction, item, format, take, moves),
            _ when item.Cause is null && Orphans.WordsOf(take) is { } notice
                && OfNotice(transaction, item, format, notice with { Headline = "", Slug = "" }, moves) is
                    { Last: not null } found => found with { Notice = notice },
            // Whoever says that it is the first take of a story is believed; and a picture has no copy to be like.
            _ when item.Cause == Cause.First || take.Kind == TakeKind.Picture || !options.IsOnFor(item.Publisher)
                => StoryChoice.New,
            _ => ByLikeness(transaction, item, take, moves),
        };
    }

    /// <summary>
    /// The story that a notice means by its words: the only one that it names beyond doubt; the only one of its slug,
    /// unless its words name another; the only one that two reasons speak for. Of a feed, which nobody signs, and of
    /// several a person says.
    /// </summary>
    StoryChoice OfNotice(LogTransaction transaction, IncomingItem item, string format, Take take, StoryMoves moves)
    {
        var named = _named.Run(transaction, item.Publisher, take, moves);
        if (WireFormats.IsFeed(format))
            return StoryChoice.New with { Named = named };
        if (named.Where(story => story.Names.IsCertain).ToList() is [var sure])
            return Means(sure);
        var isHeard = !gate.In(transaction).DoubtfulHolds.AreTooMany(item.Publisher, transaction.Now);
        if (BySlug(transaction, item.Publisher, take, moves) is { } only)
        {
            if (named.All(story => story.Story == only && !story.Names.NamesOtherNumber))
                return Continue(transaction, only) with { IsBySlug = true };
            // Where all the others are over it may be one of those that is meant once more.
            if (isHeard && named.All(story => story.Story == only ? !story.Names.NamesOtherNumber : story.IsOver)
                && named.FirstOrDefault(story => story.Story == only) is { Names.IsLikely: false } bySlug)
                return Means(bySlug);
        }
        // A story that is named by what this one lacks may be the one that is meant.
        return named is [{ IsOver: false, Names.IsLikely: true } probable, .. var others]
            && others.All(other => !other.Names.IsLikely && probable.Names.HasAllOf(other.Names))
            && gate.In(transaction).IsOut(probable.Story) && isHeard
            ? Means(probable)
            : StoryChoice.New with { Named = named };

        StoryChoice Means(NamedStory story) =>
            Continue(transaction, story.Story) with { Linked = story.Link, Named = [story] };
    }

    /// <summary>
    /// The take that a part was written for: the newest copy of the story that was named, of what its sender says, or
    /// of the only one with its slug and agency. Null when nothing says so, several do, or the story is over.
    /// </summary>
    public TakePlace? OfPart(LogTransaction transaction, IncomingItem item, Take part, StoryMoves moves)
    {
        var story = item.Story is { } named ? moves.Resolve(named)
            : StoryOf(transaction, item.Publisher, part.SenderId, moves)
                ?? Only(part.Links.Where(link => link.Rel == LinkRels.PreviousVersion)
                    .Select(link => StoryOf(transaction, item.Publisher, link.Target, moves)).OfType<StoryId>())
                ?? OfSlug(transaction, item, part, moves);
        return story is { } found && StoryInHand.Find(transaction, gate.In(transaction), found) is
            { State: StoryState.Living or StoryState.Held } standing
            ? standing.NewestCopy(transaction).Filed.Place
            : null;
    }

    StoryId? OfSlug(LogTransaction transaction, IncomingItem item, Take part, StoryMoves moves) =>
        part.Slug.Length == 0 ? null : Only(transaction
            .FindCandidates(item.Publisher, part.Agency, transaction.Now - StoryLikelihood.Window, options.MostStories)
            .Select(position => ((LogEntry.TakeFiled)transaction.Find(position)!.Entry).Filed)
            .Where(filed => HasSlugOf(filed.Take, part))
            .Select(filed => moves.Resolve(filed.Place)));

    static bool HasSlugOf(Take take, Take part) =>
        take.Slug.Trim().Equals(part.Slug.Trim(), StringComparison.OrdinalIgnoreCase)
        && take.Agency.Equals(part.Agency, StringComparison.OrdinalIgnoreCase)
        && !LikeStory.IsOfOtherDay(take, part);

    /// <summary>
    /// The story that a notice without an identity means: the only one that its sender has moved under its slug and
    /// that is not over, but by that very notice.
    /// </summary>
    StoryId? BySlug(LogTransaction transaction, string publisher, Take notice, StoryMoves moves) =>
        notice.Slug.Trim() is not { Length: > 0 } slug ? null : Only(transaction
            .FindCandidates(publisher, notice.Agency, transaction.Now - StoryLikelihood.Window, options.MostStories)
            .Select(position => ((LogEntry.TakeFiled)transaction.Find(position)!.Entry).Filed)
            .Where(filed => filed.Take.Slug.Trim().Equals(slug, StringComparison.OrdinalIgnoreCase))
            .Select(filed => moves.Resolve(filed.Place))
            .Where(story => StoryInHand.Find(transaction, gate.In(transaction), story) is { } standing
                && (standing.State is StoryState.Living or StoryState.Held
                    || CanonicalJson.AreEqual(standing.Last.Filed.Take, notice))));

    static StoryId? Only(IEnumerable<StoryId> stories) =>
        stories.Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>Senders give a story and the files of its pictures one name: a file never continues copy.</summary>
    bool IsOfKind(LogTransaction transaction, StoryId story, Take take) => take.Status == TakeStatus.Canceled
        || StoryInHand.Find(transaction, gate.In(transaction),
            story)?.NewestText(transaction).Filed.Take.Kind == take.Kind;

    /// <summary>Whether the sender itself knows a story by the identity that an item of it bears.</summary>
    public static bool IsSendersOwn(LogTransaction transaction, IncomingItem item, Take take, StoryId story,
        StoryMoves moves) =>
        StoryOf(transaction, item.Publisher, take.SenderId, moves) == story
        || StoryOfRepeat(transaction, item.Publisher, take.SenderId, moves) == story;

    /// <summary>The story to which the newest take under a sender's identity belongs by now; null for none.</summary>
    public static StoryId? StoryOf(LogTransaction transaction, string publisher, string senderId, StoryMoves moves) =>
        senderId.Length > 0 && transaction.FindBySender(publisher, senderId)?.Entry is LogEntry.TakeFiled known
            ? moves.Resolve(known.Filed.Place)
            : null;

    /// <summary>
    /// The story whose copy came again under an identity of its own, which has no other: what its sender stops is that
    /// copy.
    /// </summary>
    static StoryId? StoryOfRepeat(LogTransaction transaction, string publisher, string senderId, StoryMoves moves) =>
        senderId.Length > 0 && transaction.FindBySender(publisher, senderId)?.Entry is LogEntry.ItemRefused refused
            && refused.Repeats.FirstOrDefault(repeat => repeat.SenderId == senderId) is { } repeat
            ? moves.Resolve(new TakePlace(repeat.Story, repeat.Number))
            : null;

    /// <summary>
    /// The notice that stopped an item, by its sender's identity, before any copy of it came; null for none.
    /// </summary>
    public static LogRecord? StopOf(LogTransaction transaction, IncomingItem item, Take take) =>
        take.SenderId.Length > 0 && transaction.FindBySender(item.Publisher, take.SenderId) is
            { Entry: LogEntry.ItemRefused { Notice: not null } } stop
            ? stop
            : null;

    static Take Newest(LogTransaction transaction, IncomingItem item, Take take) =>
        ((LogEntry.TakeFiled)transaction.FindBySender(item.Publisher, take.SenderId)!.Entry).Filed.Take;

    /// <summary>
    /// The choice by likeness; where that leads nowhere, the story whose identity it has is proposed first.
    /// </summary>
    StoryChoice OtherThan(LogTransaction transaction, StoryId known, StoryChoice choice) => choice.Last is not null
        ? choice with { IsOfIdentity = false }
        : choice with
        {
            IsOfIdentity = false,
            Proposed =
            [
                Named(transaction, known) with { Doubt = LinkDoubt.OtherCopy },
                .. choice.Proposed.Where(link => link.Story != known).Take(MostProposals - 1),
            ],
            Waits = choice.Waits
                || StoryInHand.Find(transaction, gate.In(transaction), known)?.State is not StoryState.Living,
        };

    static StoryChoice Continue(LogTransaction transaction, StoryId story) =>
        new() { Last = transaction.LastRecord(story)?.Entry as LogEntry.TakeFiled };

    static StoryLink Named(LogTransaction transaction, StoryId story) => new(
        story, transaction.LastTake(story)!.Number, LikelihoodReading.None, LinkDoubt.SeveralStories);

    StoryChoice ByLikeness(LogTransaction transaction, IncomingItem item, Take take, StoryMoves moves)
    {
        var traits = StoryTraits.Of(take);
        var since = transaction.Now - StoryLikelihood.Window;
        var alike = transaction.FindCandidates(item.Publisher, take.Agency, since, options.MostStories)
            .SelectMany(position => Standing(transaction, _candidates.At(transaction, position), moves))
            .DistinctBy(candidate => candidate.Position)
            .Select(candidate => (Candidate: candidate,
                Likelihood: StoryLikelihood.Of(candidate.Traits, candidate.At, traits, transaction.Now)))
            .Where(scored => scored.Likelihood.Score >= Proposes)
            .OrderByDescending(scored => scored.Likelihood.Score).ThenByDescending(scored => scored.Candidate.Position)
            .DistinctBy(scored => scored.Candidate.Story)
            .Take(MostProposals)
            .Select(scored => new LikeStory(transaction, scored.Candidate, scored.Likelihood))
            .ToList();
        if (alike is not [var best, ..])
            return StoryChoice.New;
        var isAlone = alike.Count == 1 || best.Score - alike[1].Score > Apart + 0.0005;
        if (isAlone && DoubtAbout(transaction, best, take, traits) is null)
        {
            return new StoryChoice
            {
                Last = best.Last,
                Linked = best.Link(null),
            };
        }
        return new StoryChoice
        {
            Proposed =
            [
                .. alike.Select(story => story.Link(
                    DoubtAbout(transaction, story, take, traits) ?? LinkDoubt.SeveralStories)),
            ],
            // It may be the very copy that nobody may have: better late than out.
            Waits = alike.Any(story => story.Score >= Links
                && (IsStopped(transaction, story)
                    || gate.In(transaction).FindPending(story.Last.Filed.Place) is not null)),
        };
    }

    /// <summary>
    /// The takes that stand for one which came in: mostly itself. Where its copy has moved, the newest copy of the
    /// story that goes on with it, and of the one that it was taken from.
    /// </summary>
    IEnumerable<Candidate> Standing(LogTransaction transaction, Candidate candidate, StoryMoves moves)
    {
        var now = moves.Resolve(new TakePlace(candidate.Story, candidate.Number));
        if (now == candidate.Story)
            return [candidate];
        return moves.IsJoined(candidate.Story) ? [Newest(now)] : [Newest(now), Newest(candidate.Story)];

        Candidate Newest(StoryId story)
        {
            var text = StoryInHand.Find(transaction, gate.In(transaction), story)!.NewestText(transaction).Filed;
            return _candidates.At(transaction, transaction.FindTake(story, text.Number)!.Position);
        }
    }

    /// <summary>What stands against linking to that story, were it the only one; null for nothing.</summary>
    LinkDoubt? DoubtAbout(LogTransaction transaction, LikeStory story, Take take, StoryTraits traits) =>
        take.Status == TakeStatus.Canceled ? LinkDoubt.Kill
        : IsStopped(transaction, story) ? LinkDoubt.Stopped
        : story.Score < Links ? LinkDoubt.LowScore
        : story.HasIdentityOtherThan(transaction, take) ? LinkDoubt.OtherIdentity
        : story.IsOfOtherDay(take) ? LinkDoubt.OtherDay
        : story.IsLaterThan(take, traits) ? LinkDoubt.EarlierEdition
        : null;

    /// <summary>Whether it was killed, taken down, or is held.</summary>
    bool IsStopped(LogTransaction transaction, LikeStory story) =>
        StoryInHand.Find(transaction, gate.In(transaction), story.Last.Filed.Story)?.State is not StoryState.Living;
}

using System.Collections.Immutable;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Copy.Json;
using Writethru.Desk.Linking;
using Writethru.Desk.Pictures;
using Writethru.Rights;

namespace Writethru.Desk.Receiving;

/// <summary>
/// Decides which story a take belongs to, which number and cause it has, and whether it may follow; and appends it.
/// Runs inside one transaction of the log, so that two takes that race for one number have one winner.
/// </summary>
public sealed class FileTake(Gate gate, LinkingOptions linking, DeskOptions desk)
{
    readonly LabelTake _label = new(desk.HouseStyle);
    readonly FindStory _findStory = new(gate, linking);
    readonly FileHold _hold = new(gate);
    readonly AskForKill _askForKill = new(gate);

    /// <param name="transaction">Where to.</param>
    /// <param name="request">The bytes that the take was read from, and what was said of them.</param>
    /// <param name="number">Which item of the bytes it is, from 1.</param>
    /// <param name="read">The take as it was read.</param>
    /// <param name="remarks">What the reader noticed, kept with a refusal.</param>
    internal FileOutcome Run(LogTransaction transaction, IncomingRequest request, int number, Take read,
        ImmutableArray<Remark> remarks)
    {
        var item = request.Item;
        var now = gate.In(transaction);
        var take = item.Slug.Length > 0 ? read with { Slug = item.Slug } : read;
        var moves = now.Moves;
        // Another publisher's story is as one that does not exist, in every answer.
        var isForeign = item.Story is { } named && !OwnStories.Knows(now, item.Publisher, named);
        if (take.IsPartial && take.Status != TakeStatus.Canceled)
            return request.RefusePart(transaction, number, take,
                isForeign ? null : _findStory.OfPart(transaction, item, take, moves), remarks);
        if (isForeign)
            return Refuse(Refusal.UnknownStory, DeskRemarks.UnknownStory(item.Story!.Value));
        var choice = _findStory.Run(transaction, item, take, moves);
        var last = choice.Last;
        if (item.Story is { } story && last is null)
            return Refuse(Refusal.UnknownStory, DeskRemarks.UnknownStory(story));
        var standing = last is null ? null : StoryInHand.Find(transaction, now, last.Filed.Story);
        if (standing is not null)
            take = HeldFiles.CarryOn(take, standing.NewestCopy(transaction).Filed.Take);
        if (item.Story is not null && last is not null && take.Status != TakeStatus.Canceled && standing is not null
            && standing.NewestText(transaction).Filed.Take.Kind is var kind && kind != take.Kind)
            return Refuse(Refusal.Conflict, DeskRemarks.OtherKind(last.Filed.Story, kind));
        if (FindRepeat(transaction, item, take, choice, standing, moves) is { } repeated)
            return repeated;
        if (last?.Filed is { } newest && FollowsOf(item, newest) is { } follows && follows != newest.Place)
            return Refuse(Refusal.Stale, DeskRemarks.Stale(follows, newest)) with { Current = newest };
        if (FindVersion(transaction, item, take) is { } taken)
            return Refuse(Refusal.Conflict, DeskRemarks.VersionTaken(take.SenderId, take.SenderVersion, taken));
        var cause = last is not null && choice.Linked is null && FileHold.IsReleaseBy(now, item, take, last.Filed.Story)
            ? Cause.Release
            : CauseOf(item, take, last?.Filed);
        if (TakeRules.WhyNot(standing?.State ?? StoryState.None, last?.Filed, cause) is { } why)
            return Refuse(Refusal.Conflict, DeskRemarks.MayNotFollow(why));
        if (cause == Cause.Kill && standing is not null
            && !OwnStories.MayKill(now, item.Publisher, standing.Last.Filed.Story))
            return _askForKill.Run(transaction, request, number, take, standing);
        if (IsLate(transaction, item, take))
            return request.KeepLate(transaction, number, standing!.NewestCopy(transaction).Filed, remarks);
        var isUnexplained = cause == Cause.Correction && !TakeRules.SaysWhatWasWrong(take);
        if (isUnexplained && item.Cause == Cause.Correction)
            return Refuse(Refusal.Unexplained, DeskRemarks.Unexplained(Severity.Error));
        if (standing is not null && FindStory.IsSendersOwn(transaction, item, take, standing.Last.Filed.Story, moves)
            && _hold.Run(transaction, request, number, take, standing) is { } held)
            return held;
        return Append(transaction, request, number, take, choice, standing, cause) with
        {
            Remarks = isUnexplained ? [DeskRemarks.Unexplained(Severity.Warning)] : [],
        };

        FileOutcome.Refused Refuse(Refusal why, Remark remark) =>
            request.Refuse(transaction, number, why, [.. remarks, remark]);
    }

    /// <summary>The take that it was written to follow; null when its writer did not say.</summary>
    static TakePlace? FollowsOf(IncomingItem item, FiledTake newest) =>
        item.Follows is { } number ? new TakePlace(item.Story ?? newest.Story, number) : null;

    FileOutcome.Filed Append(LogTransaction transaction, IncomingRequest request, int number, Take take,
        StoryChoice choice, StoryInHand? standing, Cause cause)
    {
        var last = standing?.Last.Filed;
        var filed = new FiledTake
        {
            Story = last?.Story ?? request.Item.Opens ?? StoryIds.Mint(),
            Number = (last?.Number ?? 0) + 1,
            Cause = cause,
            Label = _label.Run(transaction, request.Item, take, cause, last),
            FiledAt = transaction.Now,
            Take = take,
        };
        var (until, waits) = filed.IsKill
            ? (null, false)
            : EmbargoOf(transaction, request.Item, take, standing?.NewestCopy(transaction), cause);
        var position = request.Append(transaction, new LogEntry.TakeFiled
        {
            Filed = filed,
            Received = request.Received(number),
            EmbargoedUntil = until,
            Waits = waits || (choice.Waits && !filed.IsKill),
            Linked = choice.Linked,
            Proposed = choice.Proposed,
            Recipients = filed.IsKill ? Recipients.Of(transaction, gate.In(transaction), filed.Story) : [],
            NeedsTerms = !filed.IsKill
                && gate.In(transaction).FindPrincipal(request.Item.Publisher) is { WithholdsWithoutTerms: true },
        });
        if (filed.IsKill)
            FileNotice.RunInOthers(transaction, gate, filed, holder: "");
        if (cause == Cause.Release)
            position = Release.InOthers(transaction, gate, filed.Story, position);
        return new FileOutcome.Filed(filed, position) { Linked = choice.Linked, Proposed = choice.Proposed };
    }

    /// <summary>
    /// The embargo that binds the take: the sender's parameter, else the item's own words, and what still binds the take
    /// before it, the stricter of both: an update must not carry embargoed copy into the open. Whoever withheld a version
    /// and lets the story go again lets that version go with it.
    /// </summary>
    (DateTimeOffset? Until, bool Waits) EmbargoOf(LogTransaction transaction, IncomingItem item, Take take,
        LogEntry.TakeFiled? last, Cause cause)
    {
        var (until, waits) = EmbargoOf(take, item.Embargo);
        if (last is not null && gate.In(transaction).FindPending(last.Filed.Place) is { } before)
        {
            until = before.EmbargoedUntil > until || until is null ? before.EmbargoedUntil ?? until : until;
            waits |= before.Waits && !(cause == Cause.Release && last.Filed.Take.Status == TakeStatus.Withheld
                && last.Received?.Publisher == item.Publisher);
        }
        return (until > transaction.Now ? until : null, waits);
    }

    /// <summary>What keeps a take back by its own words.</summary>
    /// <param name="take">The take.</param>
    /// <param name="said">The embargo that its sender gave beside it; null when none.</param>
    /// <returns>Not before this instant; and whether it waits for a person.</returns>
    public static (DateTimeOffset? Until, bool Waits) EmbargoOf(Take take, DateTimeOffset? said = null)
    {
        var until = said ?? take.Embargo?.Until;
        return (until, take.Status == TakeStatus.Withheld || (take.Embargo is not null && until is null));
    }

    /// <summary>A cancellation needs no version of its own: whoever forgets to count must still be heard.</summary>
    static FiledTake? FindVersion(LogTransaction transaction, IncomingItem item, Take take) =>
        take is { Status: not TakeStatus.Canceled, SenderId.Length: > 0, SenderVersion.Length: > 0 }
            ? Filed(transaction.FindBySenderVersion(item.Publisher, take.SenderId, take.SenderVersion))?.Filed
            : null;

    /// <summary>
    /// Whether the sender itself has filed a newer version of the same item. A cancellation never comes too late.
    /// </summary>
    static bool IsLate(LogTransaction transaction, IncomingItem item, Take take) =>
        take is { Status: not TakeStatus.Canceled, SenderId.Length: > 0 }
            && Filed(transaction.FindBySender(item.Publisher, take.SenderId)) is { } newest
            && SenderVersions.Compare(take, newest.Filed.Take) < 0;

    /// <summary>An item whose text equals a take that is there makes no take.</summary>
    static FileOutcome.Repeated? FindRepeat(LogTransaction transaction, IncomingItem item, Take take,
        StoryChoice choice, StoryInHand? standing, StoryMoves moves)
    {
        // Whoever names a cause or an embargo wants something done, even with the same text.
        if (item.Cause is not null || item.Embargo is not null)
            return null;
        if (Filed(choice.Same) is { } there)
            return new FileOutcome.Repeated(there.Filed, choice.Same!.Position);
        var isRepeat = take.Signal == Signal.Repeat;
        var hasVersion = take.SenderId.Length > 0 && take.SenderVersion.Length > 0;
        var record = hasVersion
            ? transaction.FindBySenderVersion(item.Publisher, take.SenderId, take.SenderVersion)
            : null;
        if (record is null && standing is not null && (!hasVersion || isRepeat))
            record = LastOf(transaction, item, take, standing, moves);
        if (Filed(record) is { Filed.IsHold: true } hold && take.Status == TakeStatus.Withheld && hasVersion)
            return new FileOutcome.Repeated(hold.Filed, record!.Position);
        if (Filed(record) is not { } same || !CanonicalJson.AreEqual(
            isRepeat ? NextTake.CopyOf(same.Filed.Take) : same.Filed.Take, isRepeat ? NextTake.CopyOf(take) : take))
            return null;
        // The copy may stand elsewhere by now than where it came in.
        var (story, number) = moves.PlaceOf(same.Filed.Place);
        var now = transaction.FindTake(story, number)!;
        return new FileOutcome.Repeated(Filed(now)!.Filed, now.Position);
    }

    /// <summary>
    /// The take that a repeat would repeat: the newest under the sender's identity, for a story may have takes under
    /// several, and two items of one feed must not overtake each other at every fetch.
    /// </summary>
    static LogRecord? LastOf(LogTransaction transaction, IncomingItem item, Take take, StoryInHand standing,
        StoryMoves moves)
    {
        var story = standing.Last.Filed.Story;
        if (take.SenderId.Length > 0 && transaction.FindBySender(item.Publisher, take.SenderId) is { } known
            && Filed(known) is { Filed.IsHold: false } its
            && moves.Resolve(its.Filed.Place) == story)
            return known;
        return transaction.FindTake(story, standing.NewestFromOutside(transaction).Filed.Number);
    }

    /// <summary>
    /// What the publisher named; else what the item says of itself. A correction is one whether the label of the series
    /// or the sender's signal says so; then the label, which is the finer of the two. A repeat whose text is not that
    /// of the take before is the same copy with something put right.
    /// </summary>
    internal static Cause CauseOf(IncomingItem item, Take take, FiledTake? last) =>
        take.Status == TakeStatus.Canceled ? Cause.Kill
        : item.Cause is { } named ? named
        : last is null ? Cause.First
        : NextTake.CauseOf(take);

    static LogEntry.TakeFiled? Filed(LogRecord? record) => record?.Entry as LogEntry.TakeFiled;
}

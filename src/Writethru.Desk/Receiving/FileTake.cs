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
public sealed class FileTake(Gate gate, LinkingOptions linking, DeskOptions desk, LikeStoppedPicture stoppedPicture)
{
    readonly LabelTake _label = new(desk.HouseStyle);
    readonly FindStory _findStory = new(gate, linking);
    readonly FindRepeat _findRepeat = new(gate);
    readonly LikeStopped _likeStopped = new(linking);
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
        var take = StoppedIdentity.Without(transaction, now, item,
            OwnIdentity.Without(transaction, item.Slug.Length > 0 ? read with { Slug = item.Slug } : read));
        var moves = now.Moves;
        // Another publisher's story is as one that does not exist, in every answer.
        var isForeign = item.Story is { } named && !OwnStories.Knows(now, item.Publisher, named);
        if (take.IsPartial && take.Status != TakeStatus.Canceled)
            return request.RefusePart(transaction, number, take,
                isForeign ? null : _findStory.OfPart(transaction, item, take, moves), remarks);
        if (isForeign)
            return Refuse(Refusal.UnknownStory, DeskRemarks.UnknownStory(item.Story!.Value));
        var repeated = _findRepeat.Run(transaction, item, request.Received(number), take, moves);
        if (repeated is not null && !IsAsked(item))
            return Repeat(transaction, item, take, repeated.Record);
        var choice = _findStory.Run(transaction, item, request.Format, take, moves);
        take = choice.Notice ?? take;
        if (choice is { Named: not [], Last: not null })
            take = NoticeWords.WithAllSaid(take);
        var last = choice.Last;
        if (item.Story is { } story && last is null)
            return Refuse(Refusal.UnknownStory, DeskRemarks.UnknownStory(story));
        if (Orphans.Includes(take, choice))
            return request.RefuseNotice(transaction, number, take, choice.Named, remarks);
        var standing = last is null ? null : StoryInHand.Find(transaction, now, last.Filed.Story);
        if (standing is not null)
            take = HeldFiles.CarryOn(take, standing.NewestCopy(transaction).Filed.Take);
        var shown = standing is null
            ? null
            : WordsSince.Find(transaction, standing, take, request.Received(number));
        if (shown is not null)
            take = WordsSince.Keep(take, shown.Take);
        var came = take;
        if ((standing?.NewestText(transaction).Filed ?? repeated?.Take) is { } before)
            take = KeptTerms.CarryOn(take, before.Take);
        if (item.Story is not null && last is not null && take.Status != TakeStatus.Canceled && standing is not null
            && standing.NewestText(transaction).Filed.Take.Kind is var kind && kind != take.Kind)
            return Refuse(Refusal.Conflict, DeskRemarks.OtherKind(last.Filed.Story, kind));
        var isRelease = last is not null && choice.Linked is null
            && (FileHold.IsReleaseBy(now, item, take, last.Filed.Story)
                || FileHold.LetsGo(transaction, now, item, take, last.Filed.Story));
        if (!IsAsked(item) && standing is not null && !(isRelease && take.SenderVersion.Length > 0)
            && (FindHold(transaction, item, take) ?? FindNewest(transaction, take, standing)) is { } same)
            return Repeat(transaction, item, take, same);
        if (last?.Filed is { } newest && FollowsOf(item, newest) is { } follows && follows != newest.Place)
            return Refuse(Refusal.Stale, DeskRemarks.Stale(follows, newest)) with { Current = newest };
        if (choice.IsOfIdentity && FindVersion(transaction, item, take) is { } taken)
            return Refuse(Refusal.Conflict, DeskRemarks.VersionTaken(take.SenderId, take.SenderVersion, taken));
        var cause = isRelease ? Cause.Release : CauseOf(item, take, last?.Filed);
        if (!isRelease && TakeRules.WhyNot(standing?.State ?? StoryState.None, last?.Filed, cause) is { } why)
            return Refuse(Refusal.Conflict, DeskRemarks.MayNotFollow(why));
        if (cause is Cause.Kill or Cause.Takedown && standing is not null
            && (choice.IsDoubtful || !OwnStories.MayKill(now, item.Publisher, standing.Last.Filed.Story)))
            return _askForKill.Run(transaction, request, number, take, standing, choice);
        if (choice.IsOfIdentity && IsLate(transaction, item, take))
            return request.KeepLate(transaction, number, standing!.NewestCopy(transaction).Filed, remarks);
        var isUnexplained = cause == Cause.Correction && !TakeRules.SaysWhatWasWrong(take);
        if (isUnexplained && item.Cause == Cause.Correction)
            return Refuse(Refusal.Unexplained, DeskRemarks.Unexplained(Severity.Error));
        if (standing is not null
            && (choice.IsBySlug || !choice.Named.IsEmpty
                || FindStory.IsSendersOwn(transaction, item, take, standing.Last.Filed.Story, moves))
            && _hold.Run(transaction, request, number, take, standing, choice) is { } held)
            return held;
        var stopped = repeated?.Killed(transaction)
            ?? FindLikeStopped(transaction, item, take, standing?.NewestText(transaction).Filed);
        var noticed = ImmutableArray.CreateBuilder<Remark>();
        if (isUnexplained)
            noticed.Add(DeskRemarks.Unexplained(Severity.Warning));
        if (shown is not null)
            noticed.Add(DeskRemarks.WordsStay(shown));
        if (request.Received(number).Items == 1)
            noticed.AddRange(remarks.Where(DeskRemarks.TellsWhyItStays));
        if (KeptTerms.HasKept(take, came))
            noticed.Add(DeskRemarks.KeptTerms);
        if (choice is { Named: [var meant], Last: not null })
            noticed.Add(DeskRemarks.Named(meant));
        if (last is null && FindStory.StopOf(transaction, item, take) is { } stop)
        {
            noticed.Add(DeskRemarks.StoppedBefore(stop));
            choice = choice with { Waits = true };
        }
        if (stopped is { Kill: not null } || (stopped is not null && !choice.Waits))
        {
            noticed.Add(DeskRemarks.LikeStopped(stopped));
            choice = choice.WaitsFor(stopped.Link);
        }
        return Append(transaction, request, number, take, choice, standing, cause) with
        {
            Remarks = noticed.DrainToImmutable(),
        };

        FileOutcome.Refused Refuse(Refusal why, Remark remark) =>
            request.Refuse(transaction, number, why, [.. remarks, remark]);
    }

    /// <summary>Does before the log is written what pictures with their files would make it wait for.</summary>
    internal Task PrepareAsync(IncomingItem item, CancellationToken cancel) =>
        stoppedPicture.PrepareAsync(item.Publisher, cancel);

    /// <summary>The gate with all that the transaction has added.</summary>
    internal GateSnapshot GateIn(LogTransaction transaction) => gate.In(transaction);

    /// <summary>Whoever names a cause or an embargo wants something done, even with the same text.</summary>
    internal static bool IsAsked(IncomingItem item) => item.Cause is not null || item.Embargo is not null;

    StoppedCopy? FindLikeStopped(LogTransaction transaction, IncomingItem item, Take take, FiledTake? before) =>
        _likeStopped.Run(transaction, gate.In(transaction), item.Publisher, take, before)
        ?? stoppedPicture.Run(transaction, item.Publisher, take, before, EmbargoOf(take, item.Embargo).Until);

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
        if (standing?.State == StoryState.Held && cause == Cause.Release)
            position = Release.InOthers(transaction, gate, filed.Story, position);
        return new FileOutcome.Filed(filed, position)
        {
            Linked = choice.Linked,
            Proposed = choice.Proposed,
            StaysBack = filed.IsKill ? [] : WhatStaysBack(transaction, filed, request.Item.Embargo, choice, standing),
        };
    }

    ImmutableArray<StayBack> WhatStaysBack(LogTransaction transaction, FiledTake filed, DateTimeOffset? named,
        StoryChoice choice, StoryInHand? standing)
    {
        var now = gate.In(transaction);
        var hold = now.StateOf(filed.Story) == StoryState.Held ? standing!.NewestHold(transaction).Filed : null;
        return StayBack.Of(now, transaction.FindTake(filed.Story, filed.Number)!, named, hold, choice.Waits);
    }

    /// <summary>
    /// The embargo that binds the take: the sender's parameter, else the item's own words, and what still binds the
    /// take before it, the stricter of both: an update must not carry embargoed copy into the open. Whoever withheld a
    /// version and lets the story go again lets that version go with it.
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

    /// <summary>The hold that the very version of the item was filed as.</summary>
    static LogRecord? FindHold(LogTransaction transaction, IncomingItem item, Take take) =>
        take is { Status: TakeStatus.Withheld, SenderId.Length: > 0, SenderVersion.Length: > 0 }
            && transaction.FindBySenderVersion(item.Publisher, take.SenderId, take.SenderVersion)
                is { Entry: LogEntry.TakeFiled { Filed.IsHold: true } } hold
            ? hold
            : null;

    /// <summary>
    /// The story's newest take when the item is that take again: the kill that a sender repeats, copy that was put
    /// right here.
    /// </summary>
    static LogRecord? FindNewest(LogTransaction transaction, Take take, StoryInHand standing)
    {
        var newest = take.Status == TakeStatus.Canceled ? standing.Last : standing.NewestFromOutside(transaction);
        return SameCopy.IsSame(newest.Filed.Take, take) && newest.Filed.IsKill == (take.Status == TakeStatus.Canceled)
            ? transaction.FindTake(newest.Filed.Story, newest.Filed.Number)
            : null;
    }

    static FileOutcome.Repeated Repeat(LogTransaction transaction, IncomingItem item, Take take, LogRecord record) =>
        IncomingRequest.Repeated(transaction, record) with
        {
            SenderId = take.SenderId.Length > 0 && transaction.FindBySender(item.Publisher, take.SenderId) is null
                ? take.SenderId
                : "",
        };

    /// <summary>
    /// What the publisher named; else what the item says of itself. Of a story that never came every cancellation is a
    /// kill, and one that does not say which it is. A correction is one whether the label of the series
    /// or the sender's signal says so; then the label, which is the finer of the two. A repeat whose text is not that
    /// of the take before is the same copy with something put right.
    /// </summary>
    internal static Cause CauseOf(IncomingItem item, Take take, FiledTake? last) =>
        take.Status == TakeStatus.Canceled
            ? last is not null && NoticeWords.CauseOf(take) == Cause.Takedown ? Cause.Takedown : Cause.Kill
        : item.Cause is { } named ? named
        : last is null ? Cause.First
        : NextTake.CauseOf(take);

    static LogEntry.TakeFiled? Filed(LogRecord? record) => record?.Entry as LogEntry.TakeFiled;
}

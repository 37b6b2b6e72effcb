using Writethru.Archive;
using Writethru.Archive.Sqlite;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>
/// Where every outlet (feed, stream, story, page) gets its copy: it asks the gate at that moment and hands out what the
/// gate lets through, redacted, with its line in the ledger. There is no other way to a take. Thread-safe.
/// </summary>
public sealed class Outlet(SqliteLog log, Gate gate)
{
    /// <summary>What a step of a stream brings, to be written now; null when by now it brings nothing.</summary>
    internal ValueTask<Deliverable?> PickAsync(Sending to, StreamStep.Brought step, CancellationToken cancel) =>
        to.HandOutAsync(() => to.IsOver ? null : Pick(to.Principal, step),
            take => Line(take, step.Place.Position), cancel);

    /// <summary>A story, or one take of it, as a principal may have it.</summary>
    /// <param name="to">Who asks.</param>
    /// <param name="story">The story.</param>
    /// <param name="number">The take; null for the newest that may be had.</param>
    /// <param name="cancel">Gives up.</param>
    public ValueTask<StoryAnswer> FindAsync(Sending to, StoryId story, int? number, CancellationToken cancel) =>
        to.HandOutAsync(() => Find(to.Principal, story, number), answer => Line(TakeIn(answer), null), cancel);

    /// <summary>
    /// Every take of a story that a principal may have, oldest first, holds among them; of a killed story, and of a
    /// held one for those who may not see behind the hold, the notice alone.
    /// </summary>
    public ValueTask<IReadOnlyList<Deliverable>> ChainAsync(Sending to, StoryId story, CancellationToken cancel) =>
        to.HandOutAsync<IReadOnlyList<Deliverable>>(() => Chain(to.Principal, story),
            chain => chain.SelectMany(take => Line(take, null)), cancel);

    /// <summary>
    /// The notice of a story that was killed or is held; <see cref="StoryAnswer.NotFound"/> of any other.
    /// </summary>
    public ValueTask<StoryAnswer> NoticeAsync(Sending to, StoryId story, CancellationToken cancel) =>
        to.HandOutAsync(
            () => Find(to.Principal, story, null) is var answer and not StoryAnswer.Found
                ? answer
                : new StoryAnswer.NotFound(),
            answer => Line(TakeIn(answer), null), cancel);

    /// <summary>The take by which a principal may have the files of a picture, with their line in the ledger.</summary>
    /// <param name="to">Who asks.</param>
    /// <param name="picture">The picture's identity.</param>
    /// <param name="cancel">Gives up.</param>
    public ValueTask<PictureAnswer> FindPictureAsync(Sending to, string picture, CancellationToken cancel) =>
        to.HandOutAsync(() => FindPicture(to.Principal, picture), answer => Line(TakeIn(answer), null), cancel);

    PictureAnswer FindPicture(string principal, string picture)
    {
        var now = gate.Now;
        switch (now.DecidePicture(principal, picture))
        {
            case RenditionDecision.Deliver(var place, var index)
                when now.Decide(principal, place.Story, place.Number) is Decision.Deliver decision
                    && Find(now, place.Story, place.Number) is { } record:
                return new PictureAnswer.Found(Load(now, principal, record, decision), index);
            case RenditionDecision.Closed(var story):
                return new PictureAnswer.Closed(Answer(now, principal, NoticeOf(now, principal, story)));
            default:
                return new PictureAnswer.NotFound();
        }
    }

    /// <summary>Numbers of the takes of a story that a principal may have, oldest first, holds among them.</summary>
    public IReadOnlyList<int> NumbersFor(string principal, StoryId story)
    {
        var now = gate.Now;
        return [.. Enumerable.Range(1, now.CountTakes(story))
            .Where(number => now.Decide(principal, story, number) is Decision.Deliver)];
    }

    /// <summary>
    /// Of <see cref="NumbersFor"/> those that bear copy: nothing of a hold can be held against the take before.
    /// </summary>
    public IReadOnlyList<int> EditionsFor(string principal, StoryId story)
    {
        var now = gate.Now;
        return [.. NumbersFor(principal, story).Where(number => !now.IsNotice(story, number))];
    }

    /// <summary>
    /// What a step of a principal's stream brings; null when it brings nothing. Nothing of it may be sent: it is only
    /// to know what there is.
    /// </summary>
    internal Deliverable? Pick(string principal, StreamStep.Brought step)
    {
        var now = gate.Now;
        return Decide(now, principal, step) is { } decision && Find(now, step.Entry) is { } record
            ? Load(now, principal, record, decision)
            : null;
    }

    /// <summary>Whether a step brings something, asked of the gate alone.</summary>
    internal bool Brings(string principal, StreamStep.Brought step) => Decide(gate.Now, principal, step) is not null;

    /// <summary>
    /// The story in which one goes on that a principal was sent takes of, where it may have that other one; null for
    /// any other entry. Nobody else hears that two stories are one.
    /// </summary>
    internal StoryId? FindJoin(string principal, EntryPlace entry)
    {
        if (!entry.IsJoin || log.Find(entry.Position)?.Entry is not LogEntry.StoryJoined { Into: var into })
            return null;
        var now = gate.Now;
        var mayHear = now.NewestFor(principal, into) is { } number && !now.IsNotice(into, number)
            && (SeesAhead(now, principal) || Enumerable.Range(1, now.CountTakes(entry.Story))
                .Any(take => log.Sends(entry.Story, take, principal).Count > 0));
        return mayHear ? into : null;
    }

    /// <summary>Those of some notices that are a principal's own, as steps of its stream.</summary>
    internal IEnumerable<StreamStep.Brought> NoticesFor(string principal,
        IEnumerable<(long Position, TakePlace Take)> notices) => notices
        .Select(notice => new StreamStep.Brought(new StreamPlace(notice.Position),
            new EntryPlace(notice.Position, "", notice.Take.Story, notice.Take.Number)))
        .Where(step => Brings(principal, step));

    Decision.Deliver? Decide(GateSnapshot now, string principal, StreamStep.Brought step)
    {
        var (story, number, position) = (step.Entry.Story, step.Entry.Number, step.Entry.Position);
        if (number == 0)
            return null;
        var isDue = step.Missed is { } widening
            ? widening.Owes(now, new TakePlace(story, number), position)
            : (now.OpensAt(principal, story, number, position) || (step.Entry.IsFiling && SeesAhead(now, principal)))
                && !now.IsOvertaken(story, number, position);
        return isDue && now.Decide(principal, story, number) is Decision.Deliver decision
            && (step.Missed is null || !HasAlready(now, principal, step, decision))
            ? decision
            : null;
    }

    /// <summary>
    /// Whether a subscriber has a take of its stream, or a newer one, as it may have it now: the lines of its stream up
    /// to where it stands say so. Those of what was missed stand at the change itself; whoever comes back to it has not
    /// got them all.
    /// </summary>
    bool HasAlready(GateSnapshot now, string principal, StreamStep.Brought step, Decision.Deliver decision)
    {
        var (story, number) = (step.Entry.Story, step.Entry.Number);
        for (var newer = number + 1; newer <= now.CountTakes(story); newer++)
        {
            if (Had(newer).Any())
                return true;
        }
        return !Grants.HasMore(decision.Grant, [.. Had(number).Select(send => send.Grant)], decision.Pictures.Length);

        IEnumerable<Send> Had(int take) =>
            log.Sends(story, take, principal).Where(send => send.Position < step.Place.Position);
    }

    /// <summary>What <see cref="FindAsync"/> would answer. Nothing of it may be sent.</summary>
    internal StoryAnswer Find(string principal, StoryId story, int? number)
    {
        var now = gate.Now;
        if ((number ?? now.NewestFor(principal, story)) is not { } wanted)
            return new StoryAnswer.NotFound();
        return now.Decide(principal, story, wanted) switch
        {
            Decision.Deliver decision when Find(now, story, wanted) is { } record =>
                Answer(now, principal, Load(now, principal, record, decision)),
            Decision.Withhold { Reason: WithholdReason.Killed or WithholdReason.Held } =>
                Answer(now, principal, NoticeOf(now, principal, story)),
            _ => new StoryAnswer.NotFound(),
        };
    }

    List<Deliverable> Chain(string principal, StoryId story)
    {
        var now = gate.Now;
        List<Deliverable> chain = [];
        for (var number = 1; number <= now.CountTakes(story); number++)
        {
            if (now.Decide(principal, story, number) is Decision.Deliver decision
                && Find(now, story, number) is { } record)
                chain.Add(Load(now, principal, record, decision));
        }
        return chain;
    }

    /// <summary>
    /// What the gate has decided about is in the log, also in the moment in which the gate knows of it and the others
    /// do not yet.
    /// </summary>
    LogRecord? Find(GateSnapshot now, StoryId story, int number) => log.FindTake(story, number, now.Position);

    LogRecord? Find(GateSnapshot now, EntryPlace entry) => Find(now, entry.Story, entry.Number);

    Deliverable Load(GateSnapshot now, string principal, LogRecord record, Decision.Deliver decision)
    {
        var entry = (LogEntry.TakeFiled)record.Entry;
        return entry.Filed switch
        {
            { IsKill: true } => Deliverable.OfKill(entry.Filed, SlugKnownTo(now, principal, entry.Filed), decision),
            { IsHold: true } => Deliverable.OfHold(entry.Filed, SlugKnownTo(now, principal, entry.Filed), decision),
            _ => WithCarried(now, principal, Deliverable.Of(entry,
                ReadingFor(now, principal, entry.Filed, record.Reading), decision,
                now.FindUnseen(entry.Filed.Story, entry.Filed.Number))),
        };
    }

    Deliverable WithCarried(GateSnapshot now, string principal, Deliverable take) => take with
    {
        Carried =
        [
            .. take.Filed.Take.Pictures.Select(picture => picture.Id)
                .Where(id => id.Length > 0 && id != take.Filed.Story.Value).Distinct()
                .Select(id => LoadNewest(now, principal, new StoryId(id))).OfType<Deliverable>(),
        ],
    };

    Deliverable? LoadNewest(GateSnapshot now, string principal, StoryId picture) =>
        now.CountTakes(picture) > 0 && now.NewestFor(principal, picture) is { } number
            && now.Decide(principal, picture, number) is Decision.Deliver decision
            && Find(now, picture, number) is { } record
            ? Load(now, principal, record, decision)
            : null;

    /// <summary>The check of a note tells of the take before, so it goes only to those who may have that too.</summary>
    static TakeReading? ReadingFor(GateSnapshot now, string principal, FiledTake filed, TakeReading? reading) =>
        reading is { Check: not null }
            && now.Decide(principal, filed.Story, filed.Number - 1) is not Decision.Deliver
            ? reading with { Check = null }
            : reading;

    string SlugKnownTo(GateSnapshot now, string principal, FiledTake notice) =>
        now.NewestSent(principal, notice.Story, notice.Number) is { } number
            && Find(now, notice.Story, number)?.Entry is LogEntry.TakeFiled known
            ? known.Filed.Take.Slug
            : "";

    Deliverable NoticeOf(GateSnapshot now, string principal, StoryId story) =>
        now.NoticeOf(story) is { } number && now.Decide(principal, story, number) is Decision.Deliver decision
            && Find(now, story, number) is { } record
            ? Load(now, principal, record, decision)
            : throw new InvalidOperationException($"Story {story} is closed, but nothing says by what.");

    /// <summary>A hold that a release has ended is a take of the past; so is any hold for the desk.</summary>
    static StoryAnswer Answer(GateSnapshot now, string principal, Deliverable found) => found.Filed switch
    {
        { IsKill: true } => new StoryAnswer.Killed(found),
        { IsHold: true } hold when now.StateOf(hold.Story) == StoryState.Held && !SeesAhead(now, principal) =>
            new StoryAnswer.Held(found),
        _ => new StoryAnswer.Found(found),
    };

    static Deliverable? TakeIn(StoryAnswer answer) => answer switch
    {
        StoryAnswer.Found found => found.Take,
        StoryAnswer.Killed killed => killed.Notice,
        StoryAnswer.Held held => held.Notice,
        _ => null,
    };

    static Deliverable? TakeIn(PictureAnswer answer) => answer switch
    {
        PictureAnswer.Found found => found.Take,
        PictureAnswer.Closed closed => TakeIn(closed.Story),
        _ => null,
    };

    static IEnumerable<(Deliverable Take, long? Position)> Line(Deliverable? take, long? position) =>
        take is null ? [] : [(take, position)];

    static bool SeesAhead(GateSnapshot now, string principal) => now.FindPrincipal(principal) is { SeesAhead: true };
}

/// <summary>What is to be had of a story.</summary>
public abstract record StoryAnswer
{
    StoryAnswer() { }

    /// <summary>This.</summary>
    /// <param name="Take">The take, redacted for whoever asked.</param>
    public sealed record Found(Deliverable Take) : StoryAnswer;

    /// <summary>The story was killed, and whoever asked was sent a take.</summary>
    /// <param name="Notice">The notice, which is all that is left.</param>
    public sealed record Killed(Deliverable Notice) : StoryAnswer;

    /// <summary>A take was asked for that a hold keeps back, or the hold itself; whoever asked was sent one.</summary>
    /// <param name="Notice">The notice, which is all there is until the release.</param>
    public sealed record Held(Deliverable Notice) : StoryAnswer;

    /// <summary>Nothing: unknown, embargoed, or not theirs. The three look alike.</summary>
    public sealed record NotFound : StoryAnswer;
}

/// <summary>What is to be had of a picture.</summary>
public abstract record PictureAnswer
{
    PictureAnswer() { }

    /// <summary>Its files, as those of this take.</summary>
    /// <param name="Take">The take, redacted for whoever asked.</param>
    /// <param name="Index">Which of its pictures it is, from 0.</param>
    public sealed record Found(Deliverable Take, int Index) : PictureAnswer
    {
        /// <summary>The picture.</summary>
        public Picture Picture => Take.Filed.Take.Pictures[Index];
    }

    /// <summary>Every story by which the one who asked had it was killed, or is held.</summary>
    /// <param name="Story">The answer of one of them: a kill or a hold.</param>
    public sealed record Closed(StoryAnswer Story) : PictureAnswer;

    /// <summary>Nothing: unknown, embargoed, or not theirs. The three look alike.</summary>
    public sealed record NotFound : PictureAnswer;
}

using System.Collections.Immutable;
using System.Diagnostics;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>
/// Everything the gate decides by, as of one position of the log: who may, how each take stands, what a person cleared.
/// </summary>
/// <remarks>
/// Immutable, so a decision is made on one consistent state however long it takes. A fold of the log: the same entries
/// give the same snapshot, and nothing else goes into it (no clock, so an embargo opens by its entry alone).
/// </remarks>
public sealed record GateSnapshot
{
    /// <summary>The gate before the first entry: nobody may have anything.</summary>
    public static GateSnapshot Empty { get; } = new();

    /// <summary>Position of the last entry that went in; 0 for none.</summary>
    public long Position { get; private init; }

    /// <summary>Takes that nobody but the desk may see yet, in no order.</summary>
    public IEnumerable<PendingTake> Pending => _stories.Pending;

    KnownStories _stories = KnownStories.None;
    ImmutableHashSet<string> _clearedTerms = [];
    ImmutableHashSet<string> _unclearTerms = [];

    /// <summary>Which takes carry which pictures whose files are kept.</summary>
    public PictureShelf Shelf { get; private init; } = PictureShelf.Empty;

    /// <summary>Which copy has moved from one story to another.</summary>
    public StoryMoves Moves { get; private init; } = StoryMoves.None;

    /// <summary>Which windows of usage terms have begun and ended, and which come next.</summary>
    public Windows Windows { get; private init; } = Windows.None;

    /// <summary>When publishers held stories by words that leave a doubt.</summary>
    public DoubtfulHolds DoubtfulHolds { get; private init; } = DoubtfulHolds.None;

    /// <summary>Terms of takes that are out, by what they bind that moved before.</summary>
    internal LaterTerms Later { get; private init; } = LaterTerms.None;

    /// <summary>The stories that were neither killed nor are held, in no order.</summary>
    internal IEnumerable<(StoryId Story, StoryStanding Standing)> Living => _stories.Living;

    /// <summary>Whose contracts have dates, and which come next.</summary>
    public Contracts Contracts { get; private init; } = Contracts.None;

    /// <summary>Terms with words that were not understood and that nobody has cleared, verbatim.</summary>
    public IEnumerable<string> UnclearTerms => _unclearTerms;

    /// <summary>Who may ask.</summary>
    public KnownPrincipals Principals { get; private init; } = KnownPrincipals.None;

    /// <summary>The principal with that id as it is now; null when there is none or it was revoked.</summary>
    public Principal? FindPrincipal(string id) => Principals.Find(id);

    /// <inheritdoc cref="KnownPrincipals.FindWidening"/>
    public Widening? FindWidening(string id, long position) => Principals.FindWidening(id, position);

    /// <summary>
    /// The gate: what may this principal have of this take? The one function that every outlet asks (law 4).
    /// </summary>
    /// <param name="principal">Id of whoever asks.</param>
    /// <param name="story">The story.</param>
    /// <param name="number">The take's number.</param>
    public Decision Decide(string principal, StoryId story, int number) => FindPrincipal(principal) is { } who
        ? DecideFor(who, story, number)
        : new Decision.Withhold(WithholdReason.Revoked);

    /// <summary>What somebody might have of a take by the rights that it had once.</summary>
    internal Decision DecideFor(Principal who, StoryId story, int number)
    {
        if (_stories.Find(story) is not { } standing || standing.Find(number) is not { } take)
            return new Decision.Withhold(WithholdReason.Unknown);
        if (!standing.IsFor(who, take))
            return new Decision.Withhold(WithholdReason.NotTheirs);

        if (standing.IsKilled && !take.IsKill)
            return Notices.WithholdSent(who, standing, take, WithholdReason.Killed);
        if (take.IsNotice)
            return Notices.Decide(who, standing, take);
        if (FindElsewhere(story, number) is { } other
            && (IsKilled(other) || (!who.SeesAhead && StateOf(other) == StoryState.Held)))
            return new Decision.Withhold(WithholdReason.Moved);
        if (who.SeesAhead)
            return DeliverWhole(take) with { TakenDown = take.TakenDown };
        if (standing.State == StoryState.Held)
            return Notices.WithholdSent(who, standing, take, WithholdReason.Held);
        if (who.IsLapsed)
            return new Decision.Withhold(WithholdReason.Lapsed);
        if (take.OpenedAt == 0 && !(who.GetsEmbargoed && IsUnderEmbargo(story, number)))
            return new Decision.Withhold(take.Waits ? WithholdReason.Waiting : WithholdReason.Embargoed);
        var terms = TermsOf(who, story, take);
        return terms.OfItem() is { } denial
            ? new Decision.Withhold(denial.Reason)
            : terms.Deliver(standing);
    }

    /// <summary>
    /// What this principal may have of a picture whose files are kept: it may have them by any take that carries it and
    /// is theirs, the picture's own story first, then the newest take first.
    /// </summary>
    /// <param name="principal">Id of whoever asks.</param>
    /// <param name="picture">The picture's identity.</param>
    public RenditionDecision DecidePicture(string principal, string picture) =>
        PictureGate.Decide(this, principal, picture);

    /// <summary>What <see cref="Decide"/> answers now, with the rule that decided it.</summary>
    /// <param name="principal">Id of a principal, revoked ones too.</param>
    /// <param name="story">The story.</param>
    /// <param name="number">The take's number.</param>
    public Explanation Explain(string principal, StoryId story, int number)
    {
        var who = Principals.FindEver(principal);
        return Explanation.Of(Decide(principal, story, number), who, _stories.Find(story),
            Find(story, number) is { } take && who is not null ? TermsOf(who, story, take) : null);
    }

    /// <summary>
    /// Whether the take, or more of it, came to this principal at this position: by being filed, by the lifting of its
    /// embargo, by a person, or by the clearance of its terms. A feed hands a take out at such a position and nowhere
    /// else, so every cursor passes it exactly once; twice where an agreement lets it out before its embargo is lifted.
    /// </summary>
    public bool OpensAt(string principal, StoryId story, int number, long position) =>
        Find(story, number) is { } take && (take.OpenedAt == position || take.ClearedAt == position
            || (take.EmbargoedAt == position && FindPrincipal(principal) is { GetsEmbargoed: true }));

    /// <summary>
    /// The position at which the take came into the open, or more of it did, last; 0 while it is not out.
    /// </summary>
    public long MovedAt(StoryId story, int number) =>
        Find(story, number) is { } take ? Math.Max(take.OpenedAt, take.ClearedAt) : 0;

    /// <summary>
    /// The newest take in the open of each living story, where these terms bind it or a picture of it: what a clearance
    /// brings to those who may then have it.
    /// </summary>
    public IEnumerable<TakePlace> FindByTerms(string terms) => BackBinding.ByTerms(this, terms);

    /// <summary>
    /// The newest take in the open of each other living story, where it carries a picture that is a story by itself:
    /// what comes again where there is more to be had of that one.
    /// </summary>
    public IEnumerable<TakePlace> FindCarriers(StoryId picture) => PictureGate.Carriers(this, picture);

    /// <summary>
    /// Whether a newer take of the story had come into the open before this position, as when an embargoed take is
    /// overtaken: whoever has the newer one must not go back in time.
    /// </summary>
    public bool IsOvertaken(StoryId story, int number, long position) => _stories.Find(story) is { } standing
        && standing.Takes.Any(other =>
            other.Number > number && !other.IsNotice && other.OpenedAt > 0 && other.OpenedAt < position);

    /// <summary>
    /// Number of the newest take that <see cref="Decide"/> delivers; null when there is none. A hold notice stands for
    /// its story as long as it is held, and only to those who may not see behind it.
    /// </summary>
    public int? NewestFor(string principal, StoryId story)
    {
        if (_stories.Find(story) is not { } standing)
            return null;
        var seesBehind = standing.State != StoryState.Held || FindPrincipal(principal) is { SeesAhead: true };
        for (var number = standing.Takes.Length; number > 0; number--)
        {
            if (!(standing.Takes[number - 1].IsHold && seesBehind)
                && Decide(principal, story, number) is Decision.Deliver)
                return number;
        }
        return null;
    }

    /// <summary>
    /// The newest copy that had been sent to this principal when a kill or hold closed the story, so that its notice
    /// can name the story by the slug that its reader knows; for the desk the newest there was. Null when there is
    /// none.
    /// </summary>
    /// <param name="principal">Id of the reader.</param>
    /// <param name="story">The story.</param>
    /// <param name="notice">Number of the kill or hold.</param>
    public int? NewestSent(string principal, StoryId story, int notice) =>
        FindPrincipal(principal) is { } who && _stories.Find(story) is { } standing
            && standing.Find(notice) is { } take
            ? Notices.NewestSent(who, standing, take)
            : null;

    /// <summary>How many takes the story has, seen or not; 0 when it is unknown. Never shown to a subscriber.</summary>
    public int CountTakes(StoryId story) => _stories.Find(story)?.Takes.Length ?? 0;

    /// <summary>Whether the story has copy that this publisher sent.</summary>
    public bool HasCopyOf(string publisher, StoryId story) => _stories.Find(story)?.HasCopyOf(publisher) == true;

    /// <summary>
    /// Who sent the copy of a take, here or where it stood before; empty when it was written here, or is unknown.
    /// </summary>
    public string PublisherOf(TakePlace take) => Find(take)?.Publisher ?? "";

    /// <summary>Whether all copy of the story was sent by this publisher.</summary>
    public bool IsAllOf(string publisher, StoryId story) => _stories.Find(story)?.IsAllOf(publisher) == true;

    /// <summary>Whether the story was killed or taken down.</summary>
    public bool IsKilled(StoryId story) => _stories.Find(story) is { IsKilled: true };

    /// <summary>How the story stands; <see cref="StoryState.None"/> when it is unknown.</summary>
    public StoryState StateOf(StoryId story) => _stories.Find(story)?.State ?? StoryState.None;

    /// <summary>Whether a take is the notice of a kill, takedown or hold, and no copy.</summary>
    public bool IsNotice(StoryId story, int number) => Find(story, number) is { IsNotice: true };

    /// <summary>Number of the hold or kill that closes the story now; null when it lives or is unknown.</summary>
    public int? NoticeOf(StoryId story) => _stories.Find(story) is { } standing && standing.ClosedAt > 0
        ? standing.Takes.LastOrDefault(take => standing.IsKilled ? take.IsKill : take.IsHold)?.Number
        : null;

    /// <inheritdoc cref="KnownStories.KillsAfter"/>
    public IEnumerable<(long Position, TakePlace Take)> KillsAfter(long position) => _stories.KillsAfter(position);

    /// <inheritdoc cref="KnownStories.HoldsAfter"/>
    public IEnumerable<(long Position, TakePlace Take)> HoldsAfter(long position) => _stories.HoldsAfter(position);

    /// <summary>
    /// The pending state of a take; null when it is in the open, unknown, or when nothing but a hold keeps it back.
    /// </summary>
    public PendingTake? FindPending(StoryId story, int number) => _stories.FindPending(story, number);

    /// <inheritdoc cref="FindPending(StoryId, int)"/>
    public PendingTake? FindPending(TakePlace take) => FindPending(take.Story, take.Number);

    /// <summary>The pictures of a story that were taken down, oldest first; empty for most.</summary>
    public ImmutableArray<LogEntry.PictureTakenDown> TakenDownOf(StoryId story) =>
        _stories.Find(story)?.TakenDown ?? [];

    /// <summary>
    /// Whether the copy of a take is none of the story's: another story's, or never out and told by a release since.
    /// </summary>
    public bool IsGone(StoryId story, int number) => Find(story, number) is { } take
        && (FindElsewhere(story, number) is not null || (take.OpenedAt == 0
            && (take.IsWithdrawn || (!take.IsBehindHold && FindPending(story, number) is null))));

    /// <summary>
    /// Whose holds stop a story: names of publishers, empty text for the desk. Empty when it is not held.
    /// </summary>
    public ImmutableHashSet<string> HoldersOf(StoryId story) => _stories.Find(story)?.Holders ?? [];

    /// <summary>Whether a take of the story has been in the open.</summary>
    public bool IsOut(StoryId story) =>
        _stories.Find(story)?.Takes.Any(take => !take.IsNotice && take.OpenedAt > 0) == true;

    /// <summary>
    /// The newest take in the open of each other living story that is bound by the terms of a picture of this take:
    /// what comes again where a window of theirs begins. Looks at every story.
    /// </summary>
    public IEnumerable<TakePlace> FindBoundBy(TakePlace later) => BackBinding.By(this, later);

    /// <summary>
    /// Why nobody but the desk may see a take now, the hold of its story included; null when it is out, or unknown.
    /// </summary>
    public PendingTake? FindUnseen(StoryId story, int number)
    {
        var isHeld = StateOf(story) == StoryState.Held;
        return FindPending(story, number)
            ?? (Find(story, number) is { IsNotice: false } take && (isHeld || take.OpenedAt == 0)
                ? new PendingTake(story, number, take.OpenedAt, take.EmbargoedUntil, take.Waits) { IsHeld = isHeld }
                : null);
    }

    /// <summary>The snapshot after one more entry.</summary>
    /// <exception cref="ArgumentException">The record is not the next one.</exception>
    public GateSnapshot Apply(LogRecord record)
    {
        if (record.Position != Position + 1)
            throw new ArgumentException($"Found position {record.Position}, expected {Position + 1}.", nameof(record));
        return Change(record) with { Position = record.Position };
    }

    /// <summary>As after an entry that ends something, at the same position: the log has yet to take it.</summary>
    internal GateSnapshot Close(LogEntry ended) => ended switch
    {
        // No instant of its own: by a window that ends nothing begins.
        LogEntry.WindowReached reached => this with { Windows = Windows.Advance(reached, DateTimeOffset.MinValue) },
        LogEntry.PrincipalChanged { Principal: { IsLapsed: true } who } => this with
        {
            Principals = Principals.Closed(who),
            Contracts = Contracts.With(who, DateTimeOffset.MinValue),
        },
        _ => throw new ArgumentException($"An entry that ends nothing: {ended.Kind}.", nameof(ended)),
    };

    /// <summary>
    /// Names every kind: one that this does not know must not pass as one that lets nobody see more or less.
    /// </summary>
    GateSnapshot Change(LogRecord record) => record.Entry switch
    {
        LogEntry.TakeFiled filed => File(record, filed),
        LogEntry.EmbargoLifted lifted => Open(new TakePlace(lifted.Story, lifted.Number), record.Position),
        LogEntry.TakeReleased { EmbargoedUntil: null } released =>
            Open(new TakePlace(released.Story, released.Number), record.Position),
        LogEntry.TakeReleased released => this with
        {
            _stories = _stories.SetEmbargo(
                new TakePlace(released.Story, released.Number), released.EmbargoedUntil,
                isWaitOver: true, record.Position),
        },
        LogEntry.EmbargoSet { Until: null } set when FindPending(set.Story, set.Number) is { Waits: false } =>
            Open(new TakePlace(set.Story, set.Number), record.Position),
        LogEntry.EmbargoSet set => this with
        {
            _stories = _stories.SetEmbargo(
                new TakePlace(set.Story, set.Number), set.Until, isWaitOver: false, record.Position),
        },
        // Whoever lets go one of the stories that are one lets go all.
        LogEntry.KillAsked asked => this with
        {
            _stories = Moves.GroupOf(asked.Story).Where(story => StateOf(story) == StoryState.Held)
                .Aggregate(_stories, (stories, story) => stories.HoldBy(story, holder: "")),
        },
        LogEntry.TakeCleared cleared =>
            this with { _stories = _stories.ComeAgain(cleared.Story, cleared.Number, record.Position) },
        LogEntry.TermsCleared cleared => this with
        {
            _clearedTerms = _clearedTerms.Add(cleared.Terms),
            _unclearTerms = _unclearTerms.Remove(cleared.Terms),
        },
        LogEntry.StoryJoined joined => this with
        {
            _stories = _stories.Withdraw(joined.Story, take => take.OpenedAt == 0),
            Moves = Moves.Join(joined),
        },
        LogEntry.TakeUnlinked unlinked => Unlink(unlinked.Story, Moves.Unlink(unlinked)),
        LogEntry.PictureTakenDown down => this with { _stories = _stories.TakeDown(down) },
        LogEntry.WindowReached reached => this with
        {
            _stories = Windows.MayBegin(reached, record.TrustedAt)
                ? _stories.ComeAgain(reached.Story, reached.Number, record.Position)
                : _stories,
            Windows = Windows.Advance(reached, record.TrustedAt),
        },
        LogEntry.PrincipalChanged changed => this with
        {
            Principals = Principals.With(changed, record.Position, record.TrustedAt),
            Contracts = Contracts.With(changed.Principal, record.TrustedAt),
        },
        LogEntry.ItemRefused or LogEntry.LinkRejected or LogEntry.PartRejected or LogEntry.NoticeDismissed
            or LogEntry.KilledRead => this,
        _ => throw new UnreachableException(record.Entry.Kind),
    };

    GateSnapshot File(LogRecord record, LogEntry.TakeFiled entry)
    {
        var provenance = (_stories.Find(entry.Filed.Story) ?? new StoryStanding()).ProvenanceOf(entry);
        var stories = _stories.File(record, entry);
        var take = stories.Find(entry.Filed.Story, entry.Filed.Number)!;
        var unclear = take.Pictures.Append(take.Terms).OfType<BoundTerms>()
            .Where(terms => !terms.IsClear && !_clearedTerms.Contains(terms.Text)).Select(terms => terms.Text);
        return (this with
        {
            _stories = stories,
            _unclearTerms = _unclearTerms.Union(unclear),
            Shelf = Shelf.Add(entry.Filed),
            Moves = provenance is { } copyOf ? Moves.Repeat(entry.Filed.Place, copyOf) : Moves,
            Windows = Windows.File(record, entry.Filed),
            DoubtfulHolds = DoubtfulHolds.File(record, entry),
        }).WithTermsOf(entry.Filed.Story, record.Position);
    }

    GateSnapshot Open(TakePlace take, long position) =>
        (this with { _stories = _stories.Open(take.Story, take.Number, position) }).WithTermsOf(take.Story, position);

    /// <summary>Every take of the copy that was unlinked stands in the other story now.</summary>
    GateSnapshot Unlink(StoryId story, StoryMoves moves) => this with
    {
        _stories = _stories.Withdraw(story, take => moves.IsElsewhere(new TakePlace(story, take.Number))),
        Moves = moves,
    };

    /// <summary>With the terms of what came out just now, which bind what moved before.</summary>
    GateSnapshot WithTermsOf(StoryId story, long position) => this with
    {
        Later = (_stories.Find(story)?.Takes ?? []).Where(take => take.OpenedAt == position && !take.IsNotice)
            .Aggregate(Later, (later, take) => later.Add(story, take)),
    };

    /// <summary>The other story in which the copy of a take stands since it was unlinked; null for most.</summary>
    internal StoryId? FindElsewhere(StoryId story, int number) =>
        new TakePlace(story, number) is var place && Moves.IsElsewhere(place) ? Moves.PlaceOf(place).Story : null;

    /// <summary>Whether nothing but an embargo whose instant is known keeps it back.</summary>
    bool IsUnderEmbargo(StoryId story, int number) =>
        FindPending(story, number) is { Waits: false, EmbargoedUntil: not null };

    /// <summary>The desk has every picture, but for one whose own story was killed.</summary>
    Decision.Deliver DeliverWhole(TakeStanding take)
    {
        ImmutableArray<WithholdReason?> pictures =
            [.. take.Homes.Select(
                home => home is { } own && IsKilled(own) ? WithholdReason.Killed : (WithholdReason?)null)];
        return new Decision.Deliver(Grants.Of(isEarly: false, pictures), pictures);
    }

    internal TakeTerms? TermsOf(Principal who, TakePlace place) =>
        _stories.Find(place) is { } take ? TermsOf(who, place.Story, take) : null;

    internal TakeTerms TermsOf(Principal who, StoryId story, TakeStanding take) =>
        new(this, story, take, who, _clearedTerms, Windows.ReachOf(new TakePlace(story, take.Number)));

    internal TakeStanding? Find(StoryId story, int number) => _stories.Find(story, number);

    internal TakeStanding? Find(TakePlace take) => _stories.Find(take);
}

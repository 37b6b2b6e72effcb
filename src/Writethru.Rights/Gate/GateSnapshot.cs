using System.Collections.Immutable;
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
    public IEnumerable<PendingTake> Pending => _pending.Values;

    KnownPrincipals _principals = KnownPrincipals.None;
    ImmutableDictionary<StoryId, StoryStanding> _stories = ImmutableDictionary<StoryId, StoryStanding>.Empty;
    ImmutableDictionary<(StoryId, int), PendingTake> _pending = ImmutableDictionary<(StoryId, int), PendingTake>.Empty;
    ImmutableHashSet<string> _clearedTerms = [];
    ImmutableHashSet<string> _unclearTerms = [];
    ImmutableSortedSet<long> _kills = [];
    ImmutableSortedSet<long> _holds = [];

    /// <summary>Which takes carry which pictures whose files are kept.</summary>
    public PictureShelf Shelf { get; private init; } = PictureShelf.Empty;

    /// <summary>Which copy has moved from one story to another.</summary>
    public StoryMoves Moves { get; private init; } = StoryMoves.None;

    /// <summary>Which windows of usage terms have begun and ended, and which come next.</summary>
    public Windows Windows { get; private init; } = Windows.None;

    /// <summary>Whose contracts have dates, and which come next.</summary>
    public Contracts Contracts { get; private init; } = Contracts.None;

    /// <summary>Terms with words that were not understood and that nobody has cleared, verbatim.</summary>
    public IEnumerable<string> UnclearTerms => _unclearTerms;

    /// <summary>All principals, revoked ones too, in no order.</summary>
    public IEnumerable<Principal> Principals => _principals.All;

    /// <summary>The principal of that name as it is now; null when there is none or it was revoked.</summary>
    public Principal? FindPrincipal(string name) => _principals.Find(name);

    /// <summary>Whether a principal of that name is or was known.</summary>
    public bool IsNameTaken(string name) => _principals.FindEver(name) is not null;

    /// <summary>Whose key has this hash (SHA-256, lower-case hex); null when nobody's, or a revoked one's.</summary>
    public Principal? FindByKey(string keyHash) => _principals.FindByKey(keyHash);

    /// <summary>
    /// The gate: what may this principal have of this take? The one function that every outlet asks (law 4).
    /// </summary>
    /// <param name="principal">Name of whoever asks.</param>
    /// <param name="story">The story.</param>
    /// <param name="number">The take's number.</param>
    public Decision Decide(string principal, StoryId story, int number)
    {
        if (FindPrincipal(principal) is not { } who)
            return new Decision.Withhold(WithholdReason.Revoked);
        if (!_stories.TryGetValue(story, out var standing) || standing.Find(number) is not { } take)
            return new Decision.Withhold(WithholdReason.Unknown);

        if (standing.IsKilled && !take.IsKill)
            return Notices.WithholdSent(who, standing, take, WithholdReason.Killed);
        if (take.IsNotice)
            return DecideNotice(who, standing, take);
        var isDesk = who.Role == Role.Desk;
        if (take.MovedTo is { } other && (IsKilled(other) || (!isDesk && StateOf(other) == StoryState.Held)))
            return new Decision.Withhold(WithholdReason.Moved);
        if (isDesk)
            return DeliverWhole(take) with { TakenDown = take.TakenDown };
        if (standing.State == StoryState.Held)
            return Notices.WithholdSent(who, standing, take, WithholdReason.Held);
        if (who.IsLapsed)
            return new Decision.Withhold(WithholdReason.Lapsed);
        if (take.OpenedAt == 0 && !(who.GetsEmbargoed && IsUnderEmbargo(story, number)))
            return new Decision.Withhold(take.Waits ? WithholdReason.Waiting : WithholdReason.Embargoed);
        var terms = TermsOf(who, story, take);
        return (terms.OfItem() ?? PictureGate.DenialSince(this, story, take, who)) is { } denial
            ? new Decision.Withhold(denial.Reason)
            : DeliverRest(standing, terms);
    }

    /// <summary>
    /// What this principal may have of a picture whose files are kept: it may have them by any take that carries it and
    /// is theirs, the picture's own story first, then the newest take first.
    /// </summary>
    /// <param name="principal">Name of whoever asks.</param>
    /// <param name="picture">The picture's identity.</param>
    public RenditionDecision DecidePicture(string principal, string picture) => PictureGate.Decide(this, principal, picture);

    /// <summary>What <see cref="Decide"/> answers now, with the rule that decided it.</summary>
    /// <param name="principal">Name of a principal, revoked ones too.</param>
    /// <param name="story">The story.</param>
    /// <param name="number">The take's number.</param>
    public Explanation Explain(string principal, StoryId story, int number)
    {
        var who = _principals.FindEver(principal);
        return Explanation.Of(Decide(principal, story, number), who, _stories.GetValueOrDefault(story),
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
    public IEnumerable<(StoryId Story, int Number)> FindByTerms(string terms)
    {
        foreach (var (story, standing) in _stories)
        {
            if (standing.State == StoryState.Living
                && standing.Takes.LastOrDefault(take => take.OpenedAt > 0) is { } newest && newest.HasTerms(terms))
                yield return (story, newest.Number);
        }
    }

    /// <summary>
    /// The newest take in the open of each other living story, where it carries a picture that is a story by itself: what
    /// comes again where there is more to be had of that one.
    /// </summary>
    public IEnumerable<TakePlace> FindCarriers(StoryId picture) => PictureGate.Carriers(this, picture);

    /// <summary>
    /// Whether a newer take of the story had come into the open before this position, as when an embargoed take is
    /// overtaken: whoever has the newer one must not go back in time.
    /// </summary>
    public bool IsOvertaken(StoryId story, int number, long position) => _stories.TryGetValue(story, out var standing)
        && standing.Takes.Any(other => other.Number > number && other.OpenedAt > 0 && other.OpenedAt < position);

    /// <summary>
    /// Number of the newest take that <see cref="Decide"/> delivers; null when there is none. A hold notice stands for
    /// its story as long as it is held, and only to those who may not see behind it.
    /// </summary>
    public int? NewestFor(string principal, StoryId story)
    {
        if (!_stories.TryGetValue(story, out var standing))
            return null;
        var seesBehind = standing.State != StoryState.Held || FindPrincipal(principal)?.Role == Role.Desk;
        for (var number = standing.Takes.Length; number > 0; number--)
        {
            if (!(standing.Takes[number - 1].IsHold && seesBehind)
                && Decide(principal, story, number) is Decision.Deliver)
                return number;
        }
        return null;
    }

    /// <summary>
    /// The newest copy that had been sent to this principal when a kill or hold closed the story, so that its notice can
    /// name the story by the slug that its reader knows; for the desk the newest there was. Null when there is none.
    /// </summary>
    /// <param name="principal">Name of the reader.</param>
    /// <param name="story">The story.</param>
    /// <param name="notice">Number of the kill or hold.</param>
    public int? NewestSent(string principal, StoryId story, int notice) =>
        FindPrincipal(principal) is { } who && _stories.TryGetValue(story, out var standing)
            && standing.Find(notice) is { } take
            ? Notices.NewestSent(who, standing, take)
            : null;

    /// <summary>How many takes the story has, seen or not; 0 when it is unknown. Never shown to a subscriber.</summary>
    public int CountTakes(StoryId story) => _stories.TryGetValue(story, out var standing) ? standing.Takes.Length : 0;

    /// <summary>Whether the story was killed or taken down.</summary>
    public bool IsKilled(StoryId story) => _stories.TryGetValue(story, out var standing) && standing.IsKilled;

    /// <summary>How the story stands; <see cref="StoryState.None"/> when it is unknown.</summary>
    public StoryState StateOf(StoryId story) => _stories.GetValueOrDefault(story)?.State ?? StoryState.None;

    /// <summary>Whether a take is the notice of a kill, takedown or hold, and no copy.</summary>
    public bool IsNotice(StoryId story, int number) => Find(story, number) is { IsNotice: true };

    /// <summary>Number of the hold or kill that closes the story now; null when it lives or is unknown.</summary>
    public int? NoticeOf(StoryId story) => _stories.TryGetValue(story, out var standing) && standing.ClosedAt > 0
        ? standing.Takes.LastOrDefault(take => standing.IsKilled ? take.IsKill : take.IsHold)?.Number
        : null;

    /// <summary>Positions of the kills after a position, in order.</summary>
    public IEnumerable<long> KillsAfter(long position) => After(_kills, position);

    /// <summary>Positions after a position of the holds that no release or kill has ended, in order.</summary>
    public IEnumerable<long> HoldsAfter(long position) => After(_holds, position);

    /// <summary>
    /// The pending state of a take; null when it is in the open, unknown, or when nothing but a hold keeps it back.
    /// </summary>
    public PendingTake? FindPending(StoryId story, int number) => _pending.GetValueOrDefault((story, number));

    /// <summary>The pictures of a story that were taken down, oldest first; empty for most.</summary>
    public ImmutableArray<LogEntry.PictureTakenDown> TakenDownOf(StoryId story) =>
        _stories.TryGetValue(story, out var standing) ? standing.TakenDown : [];

    /// <summary>Whether the copy of a take is none of the story's: it never was out here, or is another story's.</summary>
    public bool IsGone(StoryId story, int number) =>
        Find(story, number) is { IsWithdrawn: true } take && (take.OpenedAt == 0 || take.MovedTo is not null);

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
        var next = record.Entry switch
        {
            LogEntry.TakeFiled filed => ApplyFiled(record, filed),
            LogEntry.EmbargoLifted lifted => Open(lifted.Story, lifted.Number, record.Position),
            LogEntry.TakeReleased { EmbargoedUntil: null } released =>
                Open(released.Story, released.Number, record.Position),
            LogEntry.TakeReleased released => SetEmbargo(released, record.Position),
            LogEntry.TakeCleared cleared => ComeAgain(cleared.Story, cleared.Number, record.Position),
            LogEntry.TermsCleared cleared => this with
            {
                _clearedTerms = _clearedTerms.Add(cleared.Terms),
                _unclearTerms = _unclearTerms.Remove(cleared.Terms),
            },
            LogEntry.StoryJoined joined => Withdraw(joined.Story, take => take.OpenedAt == 0),
            LogEntry.TakeUnlinked unlinked => Withdraw(
                unlinked.Story, take => take.Number == unlinked.Number || take.Number == unlinked.CameAs, unlinked.To),
            LogEntry.PictureTakenDown down => TakeDown(down),
            LogEntry.WindowReached reached when Windows.BeginsBy(record) =>
                ComeAgain(reached.Story, reached.Number, record.Position),
            _ => this,
        };
        return next with
        {
            Position = record.Position,
            _principals = _principals.Apply(record.Entry),
            Moves = Moves.Apply(record.Entry),
            Windows = Windows.Apply(record),
            Contracts = Contracts.Apply(record),
        };
    }

    /// <summary>As after an entry that ends something, at the same position: the log has yet to take it.</summary>
    internal GateSnapshot Close(LogEntry ended)
    {
        // No instant of its own: by a window that ends nothing begins.
        var record = new LogRecord { Position = Position, At = DateTimeOffset.MinValue, Entry = ended };
        return this with
        {
            _principals = _principals.Apply(ended),
            Windows = Windows.Apply(record),
            Contracts = Contracts.Apply(record),
        };
    }

    static Decision DecideNotice(Principal who, StoryStanding standing, TakeStanding notice) =>
        Notices.IsFor(who, notice)
            ? new Decision.Deliver(Grants.OfNotice(Notices.NewestSent(who, standing, notice)), [])
            : new Decision.Withhold(WithholdReason.NeverSent);

    /// <summary>Whether nothing but an embargo whose instant is known keeps it back.</summary>
    bool IsUnderEmbargo(StoryId story, int number) =>
        FindPending(story, number) is { Waits: false, EmbargoedUntil: not null };

    /// <summary>The desk has every picture, but for one whose own story was killed.</summary>
    Decision.Deliver DeliverWhole(TakeStanding take)
    {
        ImmutableArray<WithholdReason?> pictures =
            [.. take.Homes.Select(home => home is { } own && IsKilled(own) ? WithholdReason.Killed : (WithholdReason?)null)];
        return new Decision.Deliver(Grants.Of(isEarly: false, pictures), pictures);
    }

    static Decision.Deliver DeliverRest(StoryStanding standing, TakeTerms terms)
    {
        var pictures = terms.OfPictures();
        var grant = Grants.Of(terms.Take.OpenedAt == 0, pictures, standing.TakenDown.Length);
        return new Decision.Deliver(grant, pictures)
        {
            Hidden = standing.TakenDown.IsEmpty ? [] : [.. standing.TakenDown.Select(down => down.Picture)],
        };
    }

    internal TakeTerms TermsOf(Principal who, StoryId story, TakeStanding take) =>
        new(this, take, who, _clearedTerms, Windows.ReachOf(new TakePlace(story, take.Number)));

    internal TakeStanding? Find(StoryId story, int number) =>
        _stories.TryGetValue(story, out var standing) ? standing.Find(number) : null;

    GateSnapshot ApplyFiled(LogRecord record, LogEntry.TakeFiled entry)
    {
        var story = entry.Filed.Story;
        var was = _stories.GetValueOrDefault(story) ?? new StoryStanding();
        var standing = was with { State = TakeRules.After(was.State, entry.Filed.Cause) };
        var take = TakeStanding.Of(record, entry, isHeld: standing.State == StoryState.Held) with
        {
            TakenDown = standing.TakenDownIn(entry.Filed.Take),
        };
        var pending = _pending;
        if (take.IsKill || entry.Filed.Cause == Cause.Release)
            pending = pending.RemoveRange(pending.Keys.Where(key => key.Item1 == story));
        standing = (take.IsNotice ? standing.Close(record.Position)
            : entry.Filed.Cause == Cause.Release ? standing.Reopen(record.Position)
            : standing).With(take);
        if (take.OpenedAt == 0 && !take.IsBehindHold)
        {
            pending = pending.Add((story, take.Number),
                new PendingTake(story, take.Number, record.Position, take.EmbargoedUntil, take.Waits));
        }
        var unclear = take.Pictures.Append(take.Terms).OfType<BoundTerms>()
            .Where(terms => !terms.IsClear && !_clearedTerms.Contains(terms.Text)).Select(terms => terms.Text);
        return this with
        {
            _stories = _stories.SetItem(story, standing),
            _pending = pending,
            _kills = take.IsKill ? _kills.Add(record.Position) : _kills,
            _holds = standing.State == StoryState.Held ? _holds.Add(standing.ClosedAt) : _holds.Remove(was.ClosedAt),
            _unclearTerms = _unclearTerms.Union(unclear),
            Shelf = Shelf.Add(entry.Filed),
        };
    }

    /// <summary>A take of a held story is free from now on, and comes out with the release.</summary>
    GateSnapshot Open(StoryId story, int number, long position)
    {
        if (Find(story, number) is not { OpenedAt: 0, IsBehindHold: false, IsWithdrawn: false } take)
            return this;
        var isHeld = _stories[story].State == StoryState.Held;
        var free = take with { OpenedAt = isHeld ? 0 : position, IsBehindHold = isHeld, Waits = false };
        return this with
        {
            _stories = _stories.SetItem(story, _stories[story].With(free)),
            _pending = _pending.Remove((story, number)),
        };
    }

    /// <summary>There may be more of a take: it comes again to all who see it by now.</summary>
    GateSnapshot ComeAgain(StoryId story, int number, long position) => Find(story, number) is not { } take ? this
        : this with { _stories = _stories.SetItem(story, _stories[story].With(take.ComeAgain(position))) };

    /// <summary>
    /// Takes whose copy stands in another story now: what was not out comes out there alone.
    /// </summary>
    /// <param name="story">The story that they were filed in.</param>
    /// <param name="takes">Which ones.</param>
    /// <param name="to">The other story, where what stops that one stops them too; null where a notice here does.</param>
    GateSnapshot Withdraw(StoryId story, Func<TakeStanding, bool> takes, StoryId? to = null)
    {
        if (!_stories.TryGetValue(story, out var standing))
            return this;
        var gone = standing.Takes.Where(take => !take.IsNotice && takes(take)).ToList();
        return this with
        {
            _stories = _stories.SetItem(story, gone.Aggregate(standing, (rest, take) =>
                rest.With(take with { IsWithdrawn = true, MovedTo = to ?? take.MovedTo }))),
            _pending = _pending.RemoveRange(gone.Select(take => (story, take.Number))),
        };
    }

    GateSnapshot TakeDown(LogEntry.PictureTakenDown down) => this with
    {
        _stories = _stories.SetItem(down.Story, (_stories.GetValueOrDefault(down.Story) ?? new StoryStanding()).TakeDown(down)),
    };

    static IEnumerable<long> After(ImmutableSortedSet<long> positions, long position)
    {
        var index = positions.IndexOf(position + 1);
        for (var i = index < 0 ? ~index : index; i < positions.Count; i++)
            yield return positions[i];
    }

    GateSnapshot SetEmbargo(LogEntry.TakeReleased released, long position) =>
        FindPending(released.Story, released.Number) is not { } was
        ? this
        : this with
        {
            _stories = _stories.SetItem(released.Story, _stories[released.Story].With(
                Find(released.Story, released.Number)! with
                {
                    Waits = false,
                    EmbargoedUntil = released.EmbargoedUntil,
                    EmbargoedAt = position,
                })),
            _pending = _pending.SetItem((released.Story, released.Number),
                was with { Waits = false, EmbargoedUntil = released.EmbargoedUntil }),
        };
}

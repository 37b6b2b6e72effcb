using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>A fact that changes what somebody may see.</summary>
/// <remarks>
/// The kinds are closed: each is nested here. A kind says of itself what the log must know, so one that does not say
/// so does not compile; and every switch over kinds names them all and throws for any other.
/// </remarks>
public abstract record LogEntry
{
    LogEntry() { }

    /// <summary>The word that names its kind in the log: <c>takeFiled</c>, <c>itemRefused</c> …</summary>
    public abstract string Kind { get; }

    /// <summary>What it is about: what it is found by in the log, and what it may bring to a stream.</summary>
    public abstract EntrySubject Subject { get; }

    /// <summary>Takes that must be there before it: mostly the one that it is about.</summary>
    public virtual IEnumerable<TakePlace> Needs => Subject.Place is { } take ? [take] : [];

    /// <summary>Where the bytes that are kept with it came from; null for a kind that keeps none.</summary>
    public virtual Received? Source => null;

    /// <summary>A take was filed.</summary>
    public sealed record TakeFiled : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "takeFiled";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Filed.Story, Filed.Number);

        /// <inheritdoc/>
        /// <remarks>The take itself is not there yet.</remarks>
        public override IEnumerable<TakePlace> Needs => [];

        /// <inheritdoc/>
        public override Received? Source => Received;

        /// <summary>The take, in its place.</summary>
        public required FiledTake Filed { get; init; }

        /// <summary>Where its bytes came from; null when it was written here.</summary>
        public Received? Received { get; init; }

        /// <summary>Not before this instant; null when no embargo binds it.</summary>
        public DateTimeOffset? EmbargoedUntil { get; init; }

        /// <summary>
        /// Whether it waits for a person (status withheld, or an embargo whose instant could not be read).
        /// </summary>
        public bool Waits { get; init; }

        /// <summary>
        /// The likeness by which it continues its story; null when the sender or a person said so, or it is the first.
        /// </summary>
        public StoryLink? Linked { get; init; }

        /// <summary>Other stories that it may belong to, the most likely first; a person says.</summary>
        public ImmutableArray<StoryLink> Proposed { get; init; } = [];

        /// <summary>
        /// Of a kill, takedown or hold: to whom takes of the story had been sent when it was filed. They hear of it and
        /// nobody else (law 6), and this is a fact of the log because it decides what they may see. Else empty.
        /// </summary>
        public ImmutableArray<Recipient> Recipients { get; init; } = [];

        /// <summary>
        /// The take whose copy it repeats: of a release, a refile, copy that a person accepted or unlinked, or copy
        /// that goes out again with a picture added, put right or gone. Null for notices and for copy that came in of
        /// itself. What stops, binds or moves one of them does so to all.
        /// </summary>
        public TakePlace? Provenance { get; init; }

        /// <summary>
        /// Of a hold: the publisher that set it, which may end it by what it sends; empty: the desk, and no sender ends
        /// it.
        /// </summary>
        public string HeldBy { get; init; } = "";

        /// <summary>
        /// Whether no picture of it may leave without usage terms: what its publisher sends may not
        /// (<see cref="Principal.WithholdsWithoutTerms"/> when it was filed).
        /// </summary>
        public bool NeedsTerms { get; init; }
    }

    /// <summary>Something was received and made no take. Its bytes are kept and can be replayed.</summary>
    public sealed record ItemRefused : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "itemRefused";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.None;

        /// <inheritdoc/>
        public override Received? Source => Received;

        /// <summary>Where its bytes came from.</summary>
        public required Received Received { get; init; }

        /// <summary>Why, in the words of the reader or the desk.</summary>
        public required ImmutableArray<Remark> Remarks { get; init; }

        /// <summary>
        /// The items of the bytes that made no take because there was one with equal text; empty: all that this entry
        /// is about was refused.
        /// </summary>
        public ImmutableArray<RepeatedItem> Repeats { get; init; } = [];

        /// <summary>
        /// The part of an edition that it was, and the take that it is proposed for; null when it was none, or nothing
        /// said which take.
        /// </summary>
        public RefusedPart? Part { get; init; }

        /// <summary>The notice that it was, of a kill, takedown or hold, when it found no story; else null.</summary>
        public Take? Notice { get; init; }
    }

    /// <summary>The embargo of a take has passed; it may be seen from this position on.</summary>
    /// <param name="Story">The story.</param>
    /// <param name="Number">The take.</param>
    public sealed record EmbargoLifted(StoryId Story, int Number) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "embargoLifted";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);
    }

    /// <summary>A person let a waiting take go, or gave it the embargo that could not be read.</summary>
    /// <param name="Story">The story.</param>
    /// <param name="Number">The take.</param>
    /// <param name="EmbargoedUntil">The embargo it now has; null: it may be seen from this position on.</param>
    /// <param name="By">Id of the principal who said so.</param>
    public sealed record TakeReleased(StoryId Story, int Number, DateTimeOffset? EmbargoedUntil, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "takeReleased";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);
    }

    /// <summary>A person gave a take that is not out yet another embargo.</summary>
    /// <param name="Story">The story.</param>
    /// <param name="Number">The take.</param>
    /// <param name="Until">The embargo it now has; null: none, and what does not wait may be seen from this position
    /// on.</param>
    /// <param name="Reason">Why; never empty where that is earlier than before.</param>
    /// <param name="By">Id of the principal who said so.</param>
    public sealed record EmbargoSet(StoryId Story, int Number, DateTimeOffset? Until,
        string Reason, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "embargoSet";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);
    }

    /// <summary>A person said that a take does not belong to a story that it was proposed for.</summary>
    /// <param name="Story">The story of the take.</param>
    /// <param name="Number">The take.</param>
    /// <param name="Other">The story that was proposed.</param>
    /// <param name="By">Id of the principal who said so.</param>
    public sealed record LinkRejected(StoryId Story, int Number, StoryId Other, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "linkRejected";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);

        /// <inheritdoc/>
        public override IEnumerable<TakePlace> Needs => [new(Story, Number), new(Other, 1)];
    }

    /// <summary>A principal was added, changed or revoked.</summary>
    /// <param name="Principal">What it is from this position on, whole.</param>
    public sealed record PrincipalChanged(Principal Principal) : LogEntry
    {
        /// <summary>
        /// The position after which copy is owed to a subscriber though its contract did not cover it before, for the
        /// desk said so; null: as its contract was.
        /// </summary>
        public long? OwedAfter { get; init; }

        /// <summary>
        /// Id of the principal who did it; empty: the machine's owner, a date of the contract, or from before that was
        /// kept.
        /// </summary>
        public string By { get; init; } = "";

        /// <inheritdoc/>
        public override string Kind => "principalChanged";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.None;
    }

    /// <summary>
    /// A person cleared usage terms that were not understood: the rules that were read stand, the rest is allowed.
    /// </summary>
    /// <param name="Terms">The terms, verbatim; every take with the same text is cleared.</param>
    /// <param name="By">Id of the principal who said so.</param>
    public sealed record TermsCleared(string Terms, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "termsCleared";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.None;
    }

    /// <summary>
    /// What withheld a take, or a picture of it, ended just before: terms were cleared, or a picture that it carries
    /// came out in its own story. Whoever may now have more of the take
    /// gets it at this position, so that every cursor passes it exactly once.
    /// </summary>
    /// <param name="Story">The story.</param>
    /// <param name="Number">The take.</param>
    public sealed record TakeCleared(StoryId Story, int Number) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "takeCleared";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);
    }

    /// <summary>
    /// Somebody of the desk asked for a kill that needs a second. The request stands until the story is killed, taken
    /// down or released; a release ends it as if nobody had asked.
    /// </summary>
    /// <param name="Story">The story.</param>
    /// <param name="Number">The hold that stops it meanwhile.</param>
    /// <param name="Reason">Why, for editors: what the notice says if the second says nothing else.</param>
    /// <param name="Substitute">Whether another story will take its place; null: nobody said.</param>
    /// <param name="By">Id of the principal who asked.</param>
    public sealed record KillAsked(StoryId Story, int Number, string Reason, bool? Substitute, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "killAsked";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);
    }

    /// <summary>
    /// A person said that a story continues another one. Its newest copy was filed there just before; what comes for it
    /// from now on continues the other one, and what stops one of the two stops both. What of it is not out yet comes
    /// out in the other one alone.
    /// </summary>
    /// <param name="Story">The story, whose takes stay as they are.</param>
    /// <param name="Into">The story that it continues.</param>
    /// <param name="By">Id of the principal who said so.</param>
    public sealed record StoryJoined(StoryId Story, StoryId Into, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "storyJoined";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story);

        /// <inheritdoc/>
        public override IEnumerable<TakePlace> Needs => [new(Story, 1), new(Into, 1)];
    }

    /// <summary>
    /// A person said that a take is not of its story. Its copy was filed as the first take of another one just before,
    /// and who sent it continues that one.
    /// </summary>
    /// <param name="Story">The story that it was in.</param>
    /// <param name="Number">The take, the newest of that story.</param>
    /// <param name="CameAs">
    /// The number under which the copy came in: another one where a release had filed it again.
    /// </param>
    /// <param name="To">The story that was opened for the copy.</param>
    /// <param name="By">Id of the principal who said so.</param>
    public sealed record TakeUnlinked(StoryId Story, int Number, int CameAs, StoryId To, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "takeUnlinked";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);

        /// <summary>
        /// Earlier takes of the story that have the text of that copy, though they do not repeat it, in order: whatever
        /// becomes of the copy becomes of them.
        /// </summary>
        public ImmutableArray<int> Along { get; init; } = [];

        /// <inheritdoc/>
        public override IEnumerable<TakePlace> Needs =>
        [
            new(Story, Number), new(Story, CameAs), new(To, 1), .. Along.Select(take => new TakePlace(Story, take)),
        ];
    }

    /// <summary>
    /// A person said that a part which was proposed for a take is done with: worked in, or not wanted.
    /// </summary>
    /// <param name="Position">Where the part was refused.</param>
    /// <param name="By">Id of the principal who said so.</param>
    public sealed record PartRejected(long Position, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "partRejected";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.None;
    }

    /// <summary>A person said that a notice which found no story is done with.</summary>
    /// <param name="Position">Where it was refused, or filed as the kill of a story that never came.</param>
    /// <param name="Reason">What was done about it.</param>
    /// <param name="By">Name of the principal who said so.</param>
    public sealed record NoticeDismissed(long Position, string Reason, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "noticeDismissed";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.None;
    }

    /// <summary>
    /// Somebody of the desk read a take of a story that was killed or taken down. It changes nothing; it stands here
    /// because nothing that was killed is read without a trace.
    /// </summary>
    /// <param name="Story">The story.</param>
    /// <param name="Number">The take.</param>
    /// <param name="Reason">Why; never empty.</param>
    /// <param name="By">Id of the principal who read it.</param>
    public sealed record KilledRead(StoryId Story, int Number, string Reason, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "killedRead";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);
    }

    /// <summary>
    /// The right to one picture of a story ended: from this position on nobody but the desk has it, in any take of the
    /// story, whenever that was or will be filed.
    /// </summary>
    /// <param name="Story">The story; its first take may be filed right behind.</param>
    /// <param name="Picture">What the picture is known by.</param>
    /// <param name="Seen">Where it stands in the takes that are there.</param>
    /// <param name="Reason">Why, for editors.</param>
    /// <param name="By">Id of the principal who took it down.</param>
    public sealed record PictureTakenDown(StoryId Story, PictureIdentity Picture, ImmutableArray<PicturePlace> Seen,
        string Reason, string By) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "pictureTakenDown";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story);

        /// <inheritdoc/>
        public override IEnumerable<TakePlace> Needs => Seen.Select(seen => new TakePlace(Story, seen.Take));
    }

    /// <summary>
    /// An instant has come that usage terms of a take name, or at which a picture expires. What begins by then is open
    /// when this entry's own time has reached it; what ends is over when <paramref name="At"/> has, for an end does not
    /// wait for a clock that is behind.
    /// </summary>
    /// <param name="Story">The story.</param>
    /// <param name="Number">The take.</param>
    /// <param name="At">The newest instant that has come.</param>
    public sealed record WindowReached(StoryId Story, int Number, DateTimeOffset At) : LogEntry
    {
        /// <inheritdoc/>
        public override string Kind => "windowReached";

        /// <inheritdoc/>
        public override EntrySubject Subject => EntrySubject.Of(Story, Number);
    }
}

/// <summary>A part of an edition, which makes no take of its own.</summary>
/// <param name="Of">The take that it belongs to, by what its sender says.</param>
/// <param name="Copy">The part as it was read.</param>
public sealed record RefusedPart(TakePlace Of, Take Copy);

/// <summary>An item that made no take because one with equal text was there.</summary>
/// <param name="Item">Which item of the bytes, from 1.</param>
/// <param name="Story">The story of the take that stands for it.</param>
/// <param name="Number">Its number there.</param>
public sealed record RepeatedItem(int Item, StoryId Story, int Number)
{
    /// <summary>
    /// The sender's identity of the item, when it is not that of the take and no take has it: what stops the item stops
    /// the take. Else empty.
    /// </summary>
    public string SenderId { get; init; } = "";
}

using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Rights;

namespace Writethru.Delivery;

/// <summary>A take as one principal may have it: what the gate withheld is no longer in it.</summary>
public sealed record Deliverable
{
    /// <summary>
    /// The take in its place. Of a kill only the notice; withheld pictures are an empty place with a reason.
    /// </summary>
    public required FiledTake Filed { get; init; }

    /// <summary>What was read from the take, without what was read from withheld pictures.</summary>
    public required TakeReading? Reading { get; init; }

    /// <summary>What the gate let through: equal grants of one take, pending or not, are equal content.</summary>
    public required string Grant { get; init; }

    /// <summary>
    /// That it is not out yet, and why: for the desk, and for subscribers who have agreed to keep its embargo. Else
    /// null.
    /// </summary>
    public PendingTake? Pending { get; init; }

    /// <summary>
    /// For the desk: numbers of the pictures, from 1, that nobody else has any more. Empty for everybody else.
    /// </summary>
    public ImmutableArray<int> TakenDown { get; init; } = [];

    /// <summary>
    /// The pictures in it that are stories of their own, each as the newest take of it that this one may have: its
    /// files are had as that one, and whoever gets this one must hear when one of them is stopped.
    /// </summary>
    public ImmutableArray<Deliverable> Carried { get; init; } = [];

    /// <summary>
    /// The take with our check of its note to editors as a note; as it is when there was nothing to check.
    /// </summary>
    internal FiledTake WithCheck() => Reading is not { Advisory: { } advisory, Check: { } check }
        ? Filed
        : Filed with
        {
            Take = Filed.Take with
            {
                Notes = Filed.Take.Notes.Add(new Note(NoteRoles.AdvisoryCheck, CheckInWords.Of(advisory, check))),
            },
        };

    internal static Deliverable OfKill(FiledTake kill, string slug, Decision.Deliver decision) =>
        new() { Filed = KillNotice.Of(kill, slug), Reading = null, Grant = decision.Grant };

    /// <summary>A hold is written at the desk and holds nothing but its reason.</summary>
    internal static Deliverable OfHold(FiledTake hold, string slug, Decision.Deliver decision) =>
        new() { Filed = hold with { Take = hold.Take with { Slug = slug } }, Reading = null, Grant = decision.Grant };

    internal static Deliverable Of(LogEntry.TakeFiled entry, TakeReading? reading, Decision.Deliver decision,
        PendingTake? pending)
    {
        var filed = entry.Filed;
        var pictures = filed.Take.Pictures
            .Select((picture, i) => decision.Pictures[i] is { } reason ? picture.Withhold(reason) : picture)
            .ToImmutableArray();
        var pictureTerms = reading?.PictureTerms
            .Select((terms, i) => decision.Pictures[i] is null ? terms : null)
            .ToImmutableArray();
        var redacted = reading is null ? null : reading with { PictureTerms = pictureTerms ?? [] };
        var take = Redact(
            pending is null ? Opened(filed.Take) : Labelled(filed.Take, pending), pictures, decision.Hidden);
        return new Deliverable
        {
            Filed = filed with { Take = MandatoryCredits.In(take, redacted) },
            Reading = redacted,
            Grant = decision.Grant,
            Pending = pending,
            TakenDown = decision.TakenDown,
        };
    }

    /// <summary>
    /// What the gate has opened waits no more: an embargo that was lifted or a hold that was released would make the
    /// next newsroom wait again.
    /// </summary>
    static Take Opened(Take take) => take with
    {
        Embargo = null,
        Status = take.Status == TakeStatus.Withheld ? TakeStatus.Usable : take.Status,
    };

    /// <summary>The copy must say the embargo that binds it, also one that was said beside it.</summary>
    static Take Labelled(Take take, PendingTake pending) =>
        pending is { Reason: WithholdReason.Embargoed, EmbargoedUntil: { } until } && take.Embargo?.Until != until
            ? take with { Embargo = new Embargo($"EMBARGOED UNTIL {Instant.Write(until)}", until) }
            : take;

    /// <summary>
    /// Where the files of withheld pictures lie, and what the sender calls them: a link there would be a way around the
    /// gate, and so would one to a picture that was taken down with another take.
    /// </summary>
    static Take Redact(Take take, ImmutableArray<Picture> pictures,
        ImmutableArray<PictureIdentity> hidden) => (take with
    {
        Pictures = pictures,
        Notes = take.Notes.RemoveAll(note => !note.IsPublic),
        Extras = take.Extras.RemoveAll(extra => !ExtraNames.GoesOut(extra.Name)),
    }).WithoutLinksTo(take.Pictures.Where((_, i) => pictures[i].Withheld is not null).Select(PictureIdentity.Of)
        .Concat(hidden).SelectMany(picture => picture.Places));
}

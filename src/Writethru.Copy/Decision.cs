using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>What the gate answers.</summary>
public abstract record Decision
{
    Decision() { }

    /// <summary>It may leave, but for the pictures that are withheld.</summary>
    /// <param name="Grant">
    /// Names exactly what is let through. Equal grants of the same take and format are the same bytes, so a rendering
    /// may be shared by everybody who holds an equal one.
    /// </param>
    /// <param name="Pictures">One entry a picture of the take: null when it may go along, else why not.</param>
    public sealed record Deliver(string Grant, ImmutableArray<WithholdReason?> Pictures) : Decision
    {
        /// <summary>
        /// Pictures of the story that were taken down: no link may lead to one, in whatever take. Empty for the desk.
        /// </summary>
        public ImmutableArray<PictureIdentity> Hidden { get; init; } = [];

        /// <summary>
        /// For the desk: numbers of the pictures, from 1, that nobody else has because they were taken down.
        /// </summary>
        public ImmutableArray<int> TakenDown { get; init; } = [];
    }

    /// <summary>Nothing of it may leave.</summary>
    /// <param name="Reason">
    /// Why. Never shown to the one who asked: what is not theirs looks like what does not exist.
    /// </param>
    public sealed record Withhold(WithholdReason Reason) : Decision;
}

/// <summary>Why something does not leave.</summary>
public enum WithholdReason
{
    /// <summary>There is no such take.</summary>
    Unknown,

    /// <summary>Whoever asks has no rights any more.</summary>
    Revoked,

    /// <summary>
    /// The contract of the one who asks has run out; kills and holds of what it was sent still go to it.
    /// </summary>
    Lapsed,

    /// <summary>It is under an embargo that has not been lifted.</summary>
    Embargoed,

    /// <summary>It waits for a person to release it.</summary>
    Waiting,

    /// <summary>The story was killed; only the notice may go.</summary>
    Killed,

    /// <summary>The story is held; until it is released only the notice may go.</summary>
    Held,

    /// <summary>A take, or the notice, of a killed or held story that was never sent to this one.</summary>
    NeverSent,

    /// <summary>Not for the territory of the one who asks.</summary>
    Territory,

    /// <summary>Not for somebody whose contract is to pass it on.</summary>
    Redistribution,

    /// <summary>Its terms hold a word that was not understood and that nobody has cleared.</summary>
    UnclearTerms,

    /// <summary>Its copy belongs to another story after all, and that one was killed, taken down or is held.</summary>
    Moved,

    /// <summary>The right to the picture ended.</summary>
    TakenDown,

    /// <summary>Not for a medium of the one who asks.</summary>
    Medium,

    /// <summary>Not for somebody whose contract is to keep it in an archive that is used again.</summary>
    Archive,

    /// <summary>Not for somebody who advertises or sells goods with it.</summary>
    Commercial,

    /// <summary>Not for a purpose of the one who asks: to be found by search, to feed or to train a model.</summary>
    Purpose,

    /// <summary>
    /// Only for clients of a service of which the one who asks is none, or not for those of which it is one.
    /// </summary>
    Clients,

    /// <summary>The time in which it could be used is over.</summary>
    Expired,

    /// <summary>It came without terms, from a feed whose items may not leave without.</summary>
    NoTerms,

    /// <summary>The role of the one who asks has no such copy: another publisher's, or any for an operator.</summary>
    NotTheirs,
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Writethru.Copy;

namespace Writethru.Rights;

/// <summary>The usage terms of a take held against one subscriber, at one position of the log.</summary>
/// <param name="Gate">The gate there.</param>
/// <param name="Story">The story of the take.</param>
/// <param name="Take">The take.</param>
/// <param name="Who">A subscriber.</param>
/// <param name="Cleared">Terms that persons have cleared.</param>
/// <param name="Reach">How far time has come for the take.</param>
readonly record struct TakeTerms(GateSnapshot Gate, StoryId Story, TakeStanding Take, Principal Who,
    ImmutableHashSet<string> Cleared, Reach Reach)
{
    /// <summary>
    /// What keeps the whole take from the subscriber, by its own terms or by those of a later take that is out; null
    /// when nothing does. Of a picture by itself that is what keeps the picture: its headline and keywords tell what it
    /// shows.
    /// </summary>
    public Denial? OfItem()
    {
        if (OfItself() is { } own)
            return own;
        foreach (var later in BackBinding.Items(Gate, Story, Take))
        {
            if (Gate.TermsOf(Who, later)?.OfItself() is { } denial)
                return denial with { Since = later };
        }
        return Take.IsPicture ? OfPicture(0) : null;
    }

    /// <summary>
    /// What keeps a picture of the take from it: its terms here, those of a later take that is out, or what its own
    /// story says of it; null when nothing does.
    /// </summary>
    /// <param name="index">Which one, from 0.</param>
    public Denial? OfPicture(int index)
    {
        if (Take.TakenDown.Contains(index + 1))
            return new Denial(WithholdReason.TakenDown);
        if (OfPictureItself(index) is { } own)
            return own;
        foreach (var (later, at) in BackBinding.Pictures(Gate, Story, Take, index))
        {
            if (Gate.TermsOf(Who, later)?.OfPictureItself(at) is { } denial)
                return denial with { Since = later };
        }
        return AtHome(index);
    }

    /// <summary>Why each picture stays behind; null where it goes along.</summary>
    public ImmutableArray<WithholdReason?> OfPictures()
    {
        var reasons = new WithholdReason?[Take.Pictures.Length];
        for (var i = 0; i < reasons.Length; i++)
            reasons[i] = OfPicture(i)?.Reason;
        return ImmutableCollectionsMarshal.AsImmutableArray(reasons);
    }

    /// <summary>The take without the pictures that stay behind.</summary>
    /// <param name="standing">Its story, of which pictures may have been taken down.</param>
    public Decision.Deliver Deliver(StoryStanding standing)
    {
        var pictures = OfPictures();
        return new Decision.Deliver(Grants.Of(Take.OpenedAt == 0, pictures, standing.TakenDown.Length), pictures)
        {
            Hidden = standing.TakenDown.IsEmpty ? [] : [.. standing.TakenDown.Select(down => down.Picture)],
        };
    }

    Denial? OfItself() => Take.Expires <= Reach.Ended ? new Denial(WithholdReason.Expired)
        : WhyNot(Take.Terms) ?? (Take.IsPicture ? null : Training(Take.Terms));

    Denial? OfPictureItself(int index)
    {
        var terms = index < Take.Pictures.Length ? Take.Pictures[index] : null;
        return terms is null && Take.Terms is null && Take.NeedsTerms
            ? new Denial(WithholdReason.NoTerms)
            : WhyNot(terms) ?? Training(terms ?? Take.Terms);
    }

    Denial? AtHome(int index) =>
        index < Take.Homes.Length && PictureGate.WhyNotAtHome(Gate, Take.Homes[index], Who) is { } reason
            ? new Denial(reason) { Home = Take.Homes[index] }
            : null;

    /// <summary>To train a model is allowed only where the terms grant it.</summary>
    Denial? Training(BoundTerms? terms) =>
        Who.Purposes.Contains(UsagePurposes.Train) && terms is not { GrantsTraining: true }
            ? new Denial(WithholdReason.Purpose) { Terms = terms }
            : null;

    Denial? WhyNot(BoundTerms? terms) => terms?.WhyNot(Who, Cleared.Contains(terms.Text), Reach);
}

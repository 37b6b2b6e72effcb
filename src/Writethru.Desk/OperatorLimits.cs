using Writethru.Copy;

namespace Writethru.Desk;

/// <summary>
/// What an operator may change: it takes rights and gives none, so that nothing it does brings it, or anybody else, to
/// copy. The keys that it makes open nothing until the desk confirms them.
/// </summary>
static class OperatorLimits
{
    /// <summary>Asks whether somebody may make a principal what it becomes.</summary>
    /// <param name="by">Who; null: the machine's owner, who may do anything.</param>
    /// <param name="before">What the principal was; one that is new: with no rights.</param>
    /// <param name="after">What it becomes.</param>
    /// <param name="bringsOlder">Whether copy is owed to it from then on that it was not owed before.</param>
    /// <exception cref="BeyondOperatorException">It is an operator, and may not.</exception>
    public static void Check(Principal? by, Principal before, Principal after, bool bringsOlder)
    {
        if (by?.Role != Role.Operator)
            return;
        if (after.Role == Role.Desk)
            throw new BeyondOperatorException("The people of the desk and their keys are the desk's to look after.");
        if (bringsOlder || !Narrowing.IsNarrower(before, after))
            throw new BeyondOperatorException("An operator takes rights and gives none; the desk gives them.");
        if (!after.Keys.All(key => IsNoMore(before, after, key)))
            throw new BeyondOperatorException("An operator ends keys and does not prolong them; the desk does.");
    }

    /// <summary>Whether a key that somebody makes waits for the desk. An operator's own opens no copy.</summary>
    /// <param name="by">Who makes it; null: the machine's owner.</param>
    /// <param name="whose">Whose it is.</param>
    public static bool NeedsConfirmation(Principal? by, Principal whose) =>
        by?.Role == Role.Operator && whose.Role != Role.Operator;

    /// <summary>Whether a key opens nothing that it did not open before.</summary>
    static bool IsNoMore(Principal before, Principal after, ApiKey key) => after.Role == Role.Operator
        || key.IsUnconfirmed
        || before.Keys.FirstOrDefault(was => was.Hash == key.Hash) is { IsUnconfirmed: false } was
            && (key.IsRevoked || EndOf(key) <= EndOf(was));

    static DateTimeOffset EndOf(ApiKey key) => key.Expires ?? DateTimeOffset.MaxValue;
}

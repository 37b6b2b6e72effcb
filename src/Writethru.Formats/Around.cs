using Writethru.Copy;

namespace Writethru.Formats;

/// <summary>What stands around an item, a package or another item, binds it too, and makes nothing weaker.</summary>
static class Around
{
    /// <summary>Whether it binds anything at all.</summary>
    public static bool Binds(Take around) =>
        around.Status != TakeStatus.Usable || around.Embargo is not null || around.UsageTerms is not null;

    /// <summary>
    /// The take with what binds the other: held where that is stopped, its embargo, its terms. A kill only holds, for a
    /// take says itself whether it is killed, and a kill that nobody meant cannot be taken back.
    /// </summary>
    public static Take Bind(Take take, Take around) => take with
    {
        Status = around.Status != TakeStatus.Usable && take.Status == TakeStatus.Usable
            ? TakeStatus.Withheld
            : take.Status,
        Embargo = Join(take.Embargo, around.Embargo),
        UsageTerms = UsageTerms.Join(take.UsageTerms, around.UsageTerms),
    };

    /// <summary>Two embargoes that differ are no instant: the take waits for a person.</summary>
    public static Embargo? Join(Embargo? one, Embargo? other) =>
        one is null || other is null ? one ?? other
            : one.Until == other.Until ? one
            : new Embargo($"{one.Text}; {other.Text}", null);
}

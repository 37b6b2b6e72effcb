using Writethru.Copy;

namespace Writethru.Formats.Binding;

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

    /// <summary>Several embargoes as one; null for none. Those that differ are no instant: the take waits.</summary>
    public static Embargo? Join(params IReadOnlyList<Embargo?> embargoes)
    {
        List<Embargo> said = [.. embargoes.OfType<Embargo>()];
        return said.Count == 0 ? null
            : said.TrueForAll(other => other.Until == said[0].Until) ? said[0]
            : new Embargo(string.Join("; ", said.Select(embargo => embargo.Text).Distinct()), null);
    }
}

using Writethru.Copy;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Settles all that an item says of an embargo to one; where two disagree, it waits for a person.</summary>
static class EmbargoSettling
{
    public static Embargo? Settle(ItemReading item)
    {
        var words = item.Ours.GetValueOrDefault(Roles.Embargo);
        if (item.Embargoes.Count > 0)
        {
            var embargo = One(item, item.Embargoes);
            if (words is { Length: > 0 })
                return embargo with { Text = words };
            var noted = words is null ? item.NotedEmbargoes.Where(note => note.Until is not null) : [];
            return noted.Any(note => note.Until != embargo.Until) && embargo.Until is not null
                ? One(item, [embargo, .. noted])
                : embargo;
        }
        if (words is not null)
            return words.Length > 0 ? new Embargo(words, null) : null;
        return item.NotedEmbargoes.Count > 0 ? One(item, item.NotedEmbargoes) : null;
    }

    static Embargo One(ItemReading item, List<Embargo> all)
    {
        if (all.TrueForAll(embargo => embargo.Until == all[0].Until))
            return all[0];
        item.Remark(NewsMlG2Remarks.Twice, Severity.Warning, item.Item,
            "Two embargoes that differ: the item waits for a person.");
        return new Embargo(string.Join("; ", all.Select(embargo => embargo.Text)), null);
    }
}

namespace Writethru.Tests.House;

/// <summary>Finds the namespaces that use one another in a ring, each way by way of others too.</summary>
static class Rings
{
    /// <summary>
    /// A sentence a ring: its namespaces, and for each arrow between two of them one use that draws it.
    /// </summary>
    public static IReadOnlyList<string> Of(IEnumerable<(Type From, Type To)> uses)
    {
        var arrows = uses
            .Where(use => use.From.Namespace is not null && use.To.Namespace is not null)
            .Where(use => use.From.Namespace != use.To.Namespace)
            .ToLookup(use => use.From.Namespace!);
        var reached = arrows.ToDictionary(from => from.Key, from => Reach(from.Key, arrows));
        return
        [
            .. reached.Where(from => from.Value.Contains(from.Key))
                .Select(from =>
                    from.Value.Where(other => reached.TryGetValue(other, out var back) && back.Contains(from.Key))
                    .Order(StringComparer.Ordinal).ToArray())
                .DistinctBy(ring => ring[0])
                .Select(ring => Tell(ring, arrows)),
        ];
    }

    static HashSet<string> Reach(string from, ILookup<string, (Type From, Type To)> arrows)
    {
        HashSet<string> reached = [];
        Stack<string> open = new([from]);
        while (open.TryPop(out var at))
        {
            foreach (var (_, to) in arrows[at])
            {
                if (reached.Add(to.Namespace!))
                    open.Push(to.Namespace!);
            }
        }
        return reached;
    }

    static string Tell(string[] ring, ILookup<string, (Type From, Type To)> arrows) =>
        $"Ring of {string.Join(", ", ring)}: " + string.Join("; ", ring
            .SelectMany(from => arrows[from].Where(use => ring.Contains(use.To.Namespace))
                .DistinctBy(use => use.To.Namespace))
            .Select(use => $"{use.From.FullName} uses {use.To.FullName}"));
}

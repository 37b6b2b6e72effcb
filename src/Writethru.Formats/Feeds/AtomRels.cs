using Writethru.Copy;

namespace Writethru.Formats.Feeds;

/// <summary>Relations of links: IANA's names in a feed, ours in a take.</summary>
static class AtomRels
{
    const string Registry = "http://www.iana.org/assignments/relation/";

    static readonly (string Atom, string Ours)[] _names =
    [
        ("alternate", LinkRels.Alternate), ("related", LinkRels.Related), ("enclosure", LinkRels.Enclosure),
        ("predecessor-version", LinkRels.PreviousVersion), ("via", LinkRels.DerivedFrom),
    ];

    /// <summary>The relation of a link; none means alternate (RFC 4287, 4.2.7.2).</summary>
    public static string Read(string? rel)
    {
        var name = rel?.Trim() ?? "";
        if (name.StartsWith(Registry, StringComparison.Ordinal))
            name = name[Registry.Length..];
        if (name.Length == 0)
            return LinkRels.Alternate;
        foreach (var (atom, ours) in _names)
        {
            if (atom == name)
                return ours;
        }
        return name;
    }

    /// <summary>The registered name; null when there is none, and the link goes out in our extension only.</summary>
    public static string? Write(string rel)
    {
        foreach (var (atom, ours) in _names)
        {
            if (ours == rel)
                return atom;
        }
        return null;
    }
}

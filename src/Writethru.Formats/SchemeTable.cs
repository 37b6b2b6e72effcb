using System.Collections.Frozen;

namespace Writethru.Formats;

/// <summary>
/// The aliases of IPTC's catalogs, each with the URI of its scheme. Made by <c>tools/scheme-table/make.sh</c>; a
/// catalog that an item refers to is never fetched.
/// </summary>
static class SchemeTable
{
    static readonly FrozenDictionary<string, string> _uris;
    static readonly FrozenDictionary<string, string> _aliases;

    static SchemeTable()
    {
        using var table = new StreamReader(typeof(SchemeTable).Assembly
            .GetManifestResourceStream("Writethru.Formats.Schemes.schemes.tsv")!);
        Catalog = table.ReadLine()!.TrimStart('#', ' ');
        var rows = table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split('\t')).ToList();
        _uris = rows.ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        _aliases = rows.GroupBy(row => row[1], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First()[0], StringComparer.Ordinal);
    }

    /// <summary>File name of the newest catalog in the table.</summary>
    public static string Catalog { get; }

    /// <summary>The scheme of an alias; null when it is not one of IPTC's.</summary>
    public static string? UriOf(string alias) => _uris.GetValueOrDefault(alias);

    /// <summary>The alias of a scheme; null when it is not one of IPTC's.</summary>
    public static string? AliasOf(string uri) => _aliases.GetValueOrDefault(uri);

    /// <summary>Parts the URI of a concept into a known scheme and the code in it.</summary>
    /// <returns>False when no known scheme begins it.</returns>
    public static bool TryPart(string uri, out string scheme, out string code)
    {
        var end = uri.LastIndexOfAny(['/', '#']) + 1;
        (scheme, code) = (uri[..end], uri[end..]);
        return code.Length > 0 && _aliases.ContainsKey(scheme);
    }
}

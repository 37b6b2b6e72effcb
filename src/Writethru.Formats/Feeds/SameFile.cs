using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Writethru.Formats.Feeds;

/// <summary>
/// What the addresses of one picture have in common, whatever width each asks for: <c>storm.jpg?w=300</c>,
/// <c>storm-300x200.jpg</c> and <c>storm.jpg</c> are files of the same picture.
/// </summary>
static partial class SameFile
{
    const int Longest = 2_000;

    /// <summary>Keys of a query that say how a picture is shown, not which.</summary>
    static readonly FrozenSet<string> _ofSize = new[]
    {
        "w", "h", "width", "height", "size", "s", "resize", "fit", "crop", "quality", "q", "dpr", "auto", "fm",
        "format", "strip", "ssl", "zoom", "rect", "maxwidth", "maxheight", "imwidth", "impolicy", "downsize", "imgmax",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address without what only chooses a size.</summary>
    public static string KeyOf(string href)
    {
        if (href.Length > Longest || href.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return href;
        var question = href.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? href : href[..question];
        path = SizeInName().Replace(path, "", 1);
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        path = scheme < 0 ? path : path[(scheme + 1)..];
        if (question < 0)
            return path;
        var rest = href[(question + 1)..].Split('&').Where(pair => !_ofSize.Contains(pair.Split('=')[0])).ToList();
        return rest.Count == 0 ? path : $"{path}?{string.Join('&', rest)}";
    }

    /// <summary>WordPress's <c>-300x200</c> and the <c>@2x</c> of dense screens, before the end of the name.</summary>
    [GeneratedRegex(@"(?:-\d{2,4}x\d{2,4}|@[23]x)(?=\.[A-Za-z]{3,4}$)", RegexOptions.CultureInvariant)]
    private static partial Regex SizeInName();
}

using System.Collections.Frozen;
using System.Text.Json;
using Writethru.Copy;

namespace Writethru.Formats.Ninjs;

/// <summary>Strict reading: what IPTC's schema of the item's version forbids is an error.</summary>
static class NinjsStrict
{
    static readonly FrozenDictionary<(NinjsVersion Version, bool IsNamed), NinjsShape.Keys> _items = (
        from version in NinjsVersion.All
        from isNamed in (bool[])[true, false]
        select (version, isNamed)).ToFrozenDictionary(key => key, key => NinjsSchema.Of(key.version, key.isNamed));

    /// <summary>
    /// Holds the item against its version. One that names none is held against the newest of its kind, but for the
    /// formats of URIs and times, which not all of that kind have.
    /// </summary>
    public static void Check(JsonElement root, RemarkBook remarks)
    {
        var version = NinjsVersion.Of(root, out var isNamed);
        var item = _items[(version, isNamed)];
        new NinjsShapeCheck(item, (path, expected) => remarks.Add(NinjsRemarks.Forbidden, Severity.Error, -1,
            $"'{path[..Math.Min(120, path.Length)]}': ninjs {version.Major}.{version.Minor} expects {expected}."))
            .Check(root, item, "");
    }
}

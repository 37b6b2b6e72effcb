using System.Globalization;
using System.Text.Json;

namespace Writethru.Formats.Ninjs;

/// <summary>A version of ninjs.</summary>
/// <param name="Major">1, 2 or 3.</param>
/// <param name="Minor">The minor version.</param>
readonly record struct NinjsVersion(int Major, int Minor)
{
    /// <summary>The newest minor version of each major one.</summary>
    static readonly int[] _newest = [0, 8, 4, 3];

    /// <summary>
    /// The newest minor version of each major one whose schema we have held items against; of later ones it is known
    /// that renditions may have <c>resources</c>.
    /// </summary>
    static readonly int[] _proved = [0, NinjsSchema1.Proved, 2, 1];

    /// <summary>Whether our table of the version comes from its schema.</summary>
    public bool IsProved => Minor <= _proved[Major];

    /// <summary>All that IPTC published or approved.</summary>
    public static IEnumerable<NinjsVersion> All =>
        from major in Enumerable.Range(1, 3)
        from minor in Enumerable.Range(0, _newest[major] + 1)
        select new NinjsVersion(major, minor);

    /// <summary>
    /// The version that <c>standard</c> or its schema's address names; where none is named, the newest of the kind that
    /// the names of the properties tell and whose schema we have: upper case is 3.x, lists with roles are 2.x.
    /// </summary>
    public static NinjsVersion Of(JsonElement root, out bool isNamed)
    {
        var (isSecond, isThird) = (false, false);
        foreach (var property in root.EnumerateObject())
        {
            var name = property.Name;
            if (name is "standard" or "$standard"
                && (Parse(JsonText.Member(property.Value, "version"))
                    ?? Parse(InAddress(JsonText.Member(property.Value, "schema")))) is { } named
                && named.Major == 1 == (name[0] == '$'))
            {
                isNamed = true;
                return named;
            }
            isSecond |= name is "headlines" or "bodies" or "descriptions" or "subjects" or "people" or "places" or "by"
                or "organisations" or "genres" or "infosources" or "trustindicators" or "standard" or "events";
            isThird |= name is "pubStatus" or "versionCreated" or "firstCreated" or "edNote" or "usageTerms"
                or "embargoedUntil" or "copyrightHolder" or "copyrightNotice" or "rightsInfo" or "altIds"
                or "infoSources" or "trustIndicators" or "representationType" or "contentCreated" or "eventDetails"
                or "plannedCoverage" or "digitalSourceType";
        }
        var major = isThird ? 3 : isSecond ? 2 : 1;
        isNamed = false;
        return new NinjsVersion(major, _proved[major]);
    }

    static string? InAddress(string? schema)
    {
        var at = schema?.IndexOf("ninjs-schema_", StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : schema![(at + "ninjs-schema_".Length)..];
    }

    static NinjsVersion? Parse(string? text) =>
        text is [>= '1' and <= '3', '.', >= '0' and <= '9', ..]
            && int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new NinjsVersion(text[0] - '0', Math.Min(minor, _newest[text[0] - '0']))
            : null;
}

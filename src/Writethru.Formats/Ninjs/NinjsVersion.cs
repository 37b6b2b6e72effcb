using System.Globalization;
using System.Text.Json;

namespace Writethru.Formats.Ninjs;

/// <summary>The version of ninjs in which an object is written.</summary>
/// <param name="Major">1, 2 or 3.</param>
/// <param name="Minor">The newest of the major version where the object does not say.</param>
readonly record struct NinjsVersion(int Major, int Minor)
{
    /// <summary>The versions that IPTC published, and the newest minor one of each.</summary>
    static readonly int[] _newest = [0, 6, 2, 1];

    /// <summary>
    /// What <c>standard</c> says, else what its schema's address says, else what the names of the properties say: upper
    /// case since 3.0, lists with roles since 2.0.
    /// </summary>
    public static NinjsVersion Of(JsonElement root)
    {
        var (isSecond, isThird) = (false, false);
        foreach (var property in root.EnumerateObject())
        {
            var name = property.Name;
            if (name is "standard" or "$standard"
                && (Parse(JsonText.Member(property.Value, "version"))
                    ?? Parse(InAddress(JsonText.Member(property.Value, "schema")))) is { } named)
                return named;
            isSecond |= name is "headlines" or "bodies" or "descriptions" or "subjects" or "people" or "places" or "by"
                or "organisations" or "genres" or "infosources" or "trustindicators" or "standard" or "events";
            isThird |= name is "pubStatus" or "versionCreated" or "firstCreated" or "edNote" or "usageTerms"
                or "embargoedUntil" or "copyrightHolder" or "copyrightNotice" or "rightsInfo" or "altIds"
                or "infoSources" or "trustIndicators" or "representationType" or "contentCreated" or "eventDetails"
                or "plannedCoverage" or "digitalSourceType";
        }
        var major = isThird ? 3 : isSecond ? 2 : 1;
        return new NinjsVersion(major, _newest[major]);
    }

    static string? InAddress(string? schema)
    {
        var at = schema?.IndexOf("ninjs-schema_", StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : schema!.AsSpan(at + "ninjs-schema_".Length) is { Length: >= 3 } rest ? rest[..3].ToString() : null;
    }

    static NinjsVersion? Parse(string? text) =>
        text is [>= '1' and <= '3', '.', >= '0' and <= '9', ..]
            && int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new NinjsVersion(text[0] - '0', Math.Min(minor, _newest[text[0] - '0']))
            : null;
}

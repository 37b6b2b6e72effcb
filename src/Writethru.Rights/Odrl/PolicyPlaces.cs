using System.Collections.Frozen;
using Writethru.Copy;

namespace Writethru.Rights.Odrl;

/// <summary>Countries as policies name them.</summary>
static class PolicyPlaces
{
    /// <summary>
    /// What stands before a code of ISO 3166: IPTC's own scheme, ISO's URN and browsing platform, the EU's list.
    /// </summary>
    static readonly string[] _codes =
    [
        "cvx.iptc.org/iso3166-1a3/", "cvx.iptc.org/iso3166-1a2/", "cv.iptc.org/iso3166-1a3/",
        "cv.iptc.org/iso3166-1a2/", "iso3166-1a3:", "iso3166-1a2:", "iso3166-1:", "iso3166:",
        "urn:iso:std:iso:3166:-1:",
        "urn:iso:std:iso:3166:-2:", "urn:iso:std:iso:3166:", "www.iso.org/obp/ui/#iso:code:3166:",
        "publications.europa.eu/resource/authority/country/",
    ];

    /// <summary>
    /// The countries that policies of agencies name most, by GeoNames and Wikidata; any other is not understood.
    /// </summary>
    static readonly FrozenDictionary<string, string> _known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["6252001"] = "US", ["2635167"] = "GB", ["2921044"] = "DE", ["3017382"] = "FR", ["3175395"] = "IT",
        ["2510769"] = "ES", ["1861060"] = "JP", ["1835841"] = "KR", ["1814991"] = "CN", ["6251999"] = "CA",
        ["2077456"] = "AU", ["2658434"] = "CH", ["2782113"] = "AT", ["1269750"] = "IN", ["3469034"] = "BR",
        ["Q30"] = "US", ["Q145"] = "GB", ["Q183"] = "DE", ["Q142"] = "FR", ["Q38"] = "IT", ["Q29"] = "ES",
        ["Q17"] = "JP", ["Q884"] = "KR", ["Q148"] = "CN", ["Q16"] = "CA", ["Q408"] = "AU", ["Q39"] = "CH",
        ["Q40"] = "AT", ["Q668"] = "IN", ["Q155"] = "BR",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The country, or the part of one, as a rule names it; null when the address is not known.</summary>
    public static string? Find(string address)
    {
        var text = address.Trim().TrimEnd('/');
        text = text.IndexOf("://", StringComparison.Ordinal) is > 0 and var at ? text[(at + 3)..] : text;
        foreach (var start in _codes)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return OfCode(text[start.Length..]);
        }
        if (text.StartsWith("sws.geonames.org/", StringComparison.Ordinal)
            || text.StartsWith("www.geonames.org/", StringComparison.Ordinal)
            || text.StartsWith("www.wikidata.org/", StringComparison.Ordinal))
        {
            return text.Split('/').Select(part => _known.GetValueOrDefault(part))
                .FirstOrDefault(code => code is not null);
        }
        return OfCode(text);
    }

    static string? OfCode(string code)
    {
        var plain = code.ToUpperInvariant();
        if (plain.Length == 3)
            return CountryCodes.FindTwo(plain);
        if (Countries.IsCode(plain))
            return plain;
        return plain.Length is 4 or 5 or 6 && plain[2] == '-' && Countries.IsCode(plain[..2])
            && plain.AsSpan(3).IndexOfAnyExcept(_partLetters) < 0 ? plain : null;
    }

    static readonly System.Buffers.SearchValues<char> _partLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

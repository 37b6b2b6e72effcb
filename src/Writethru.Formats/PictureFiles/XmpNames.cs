using System.Collections.Frozen;

namespace Writethru.Formats.PictureFiles;

/// <summary>Namespaces of XMP under the prefixes that everybody gives them.</summary>
static class XmpNames
{
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Meta = "adobe:ns:meta/";
    public const string Note = "http://ns.adobe.com/xmp/note/";
    public const string HasExtended = "HasExtendedXMP";

    /// <summary>By prefix.</summary>
    public static FrozenDictionary<string, string> Uris { get; } = new Dictionary<string, string>
    {
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["xmp"] = "http://ns.adobe.com/xap/1.0/",
        ["xmpRights"] = "http://ns.adobe.com/xap/1.0/rights/",
        ["xmpMM"] = "http://ns.adobe.com/xap/1.0/mm/",
        ["xmpBJ"] = "http://ns.adobe.com/xap/1.0/bj/",
        ["xmpTPg"] = "http://ns.adobe.com/xap/1.0/t/pg/",
        ["xmpNote"] = Note,
        ["stRef"] = "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
        ["stEvt"] = "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
        ["stDim"] = "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
        ["photoshop"] = "http://ns.adobe.com/photoshop/1.0/",
        ["crs"] = "http://ns.adobe.com/camera-raw-settings/1.0/",
        ["aux"] = "http://ns.adobe.com/exif/1.0/aux/",
        ["exif"] = "http://ns.adobe.com/exif/1.0/",
        ["exifEX"] = "http://cipa.jp/exif/1.0/",
        ["tiff"] = "http://ns.adobe.com/tiff/1.0/",
        ["Iptc4xmpCore"] = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        ["Iptc4xmpExt"] = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        ["plus"] = "http://ns.useplus.org/ldf/xmp/1.0/",
        ["rdf"] = Rdf,
        ["x"] = Meta,
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, string> _prefixes =
        Uris.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>A longer namespace is cut: it stands in the file once, and here in every path.</summary>
    const int LongestShown = 200;

    /// <summary><c>dc:title</c>; with the namespace in braces where nobody knows a prefix of it.</summary>
    public static string Of(string uri, string name) => _prefixes.TryGetValue(uri, out var prefix) ? $"{prefix}:{name}"
        : uri.Length == 0 ? name
        : $"{{{(uri.Length > LongestShown ? uri[..LongestShown] : uri)}}}{name}";
}

using System.Collections.Frozen;
using System.Text;

namespace Writethru.Formats;

/// <summary>Charsets by the names that wires use for them.</summary>
static class Charsets
{
    /// <summary>What the framework knows without code pages; asking it for another name would throw.</summary>
    static readonly FrozenDictionary<string, Encoding> _builtIn = Encoding.GetEncodings()
        .ToFrozenDictionary(encoding => encoding.Name, encoding => encoding.GetEncoding());

    /// <summary>
    /// The encoding of that name, in any case and with the usual slips (<c>UTF8</c>, <c>utf_8</c>); null when unknown.
    /// </summary>
    public static Encoding? Find(string name)
    {
        var known = name.Trim().Replace('_', '-').ToLowerInvariant();
        known = known switch
        {
            "utf8" => "utf-8",
            "latin1" or "latin-1" => "iso-8859-1",
            "cp1252" or "windows1252" or "ansi" => "windows-1252",
            "windows-31j" or "cp932" or "ms932" => "shift_jis",
            "ks-c-5601-1987" or "ks-c-5601-1989" or "cp949" or "ms949" or "uhc" => "ks_c_5601-1987",
            "gb-2312-80" or "cp936" or "ms936" => "gb2312",
            "cp950" or "ms950" => "big5",
            _ => known,
        };
        if (known is "utf-7" or "")
            return null;
        return _builtIn.TryGetValue(known, out var encoding)
            ? encoding
            : CodePagesEncodingProvider.Instance.GetEncoding(known);
    }
}

using System.Collections.Frozen;
using System.Text;

namespace Writethru.Formats;

/// <summary>Charsets by the names that wires use for them.</summary>
static class Charsets
{
    /// <summary>What 0x80 to 0x9F are in Windows-1252: no sender means the controls of ISO 8859-1.</summary>
    const string Beyond7F =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>What the framework knows without code pages; asking it for another name would throw.</summary>
    static readonly FrozenDictionary<string, Encoding> _builtIn = Encoding.GetEncodings()
        .ToFrozenDictionary(encoding => encoding.Name, encoding => encoding.GetEncoding());

    /// <summary>
    /// The charset that a received label means; null when unknown. Some mean a larger set that holds theirs, because
    /// that is what is sent under them (WHATWG, Encoding, 4.2).
    /// </summary>
    public static Encoding? Find(string label) => Named(Usual(label) switch
    {
        "iso-8859-1" => "windows-1252",
        "iso-8859-9" => "windows-1254",
        "iso-8859-11" or "tis-620" => "windows-874",
        "euc-kr" => "ks_c_5601-1987",
        "gb2312" or "gbk" => "gb18030",
        var usual => usual,
    });

    /// <summary>
    /// The charset of exactly that name, in any case and with the usual slips (<c>UTF8</c>, <c>utf_8</c>); null when
    /// unknown.
    /// </summary>
    public static Encoding? Named(string name) => Usual(name) switch
    {
        "utf-7" or "" => null,
        var usual => _builtIn.TryGetValue(usual, out var encoding)
            ? encoding
            : CodePagesEncodingProvider.Instance.GetEncoding(usual),
    };

    /// <summary>The character that a reference by number means (HTML, numeric character reference end state).</summary>
    public static char Meant(char referred) =>
        referred is >= '\u0080' and <= '\u009F' ? Beyond7F[referred - '\u0080'] : referred;

    static string Usual(string name) => name.Trim().Replace('_', '-').ToLowerInvariant() switch
    {
        "utf8" => "utf-8",
        "latin1" or "latin-1" or "l1" or "iso8859-1" => "iso-8859-1",
        "latin5" or "iso8859-9" => "iso-8859-9",
        "cp1252" or "windows1252" or "ansi" => "windows-1252",
        "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "cp932" or "ms932" => "shift_jis",
        "ks-c-5601-1987" or "ks-c-5601-1989" or "cp949" or "ms949" or "uhc" => "ks_c_5601-1987",
        "gb-2312-80" or "cp936" or "ms936" => "gb2312",
        "cp950" or "ms950" => "big5",
        var other => other,
    };
}

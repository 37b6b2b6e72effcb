using System.Collections.Frozen;

namespace Writethru.Copy.Datelines;

/// <summary>Agencies whose names are taken for one wherever they stand in brackets.</summary>
/// <remarks>An agency that is not in here is still read where the shape around it says so.</remarks>
public static class Agencies
{
    static readonly FrozenSet<string> _names = new[]
    {
        "AA", "AAP", "ADN", "AFP", "AFX", "AGERPRES", "ANA", "Anadolu", "ANI", "ANP", "ANSA", "Antara", "AP", "APA",
        "APP", "ATS", "BBC", "Belga", "Bernama", "Bloomberg", "BNA", "BNS", "BTA", "Business Wire", "CNA", "CP", "CTK",
        "dapd", "DJ", "Dow Jones", "dpa", "dpa-AFX", "dts", "EFE", "GlobeNewswire", "HINA", "IANS", "Interfax", "IRNA",
        "ITAR-TASS", "Jiji", "KCNA", "Keystone-SDA", "KUNA", "Kyodo", "Lusa", "MENA", "MTI", "NNA", "NTB", "PA", "PAP",
        "PNA", "PRNewswire", "PTI", "QNA", "Reuters", "RIA", "RIA Novosti", "Ritzau", "RTR", "SANA", "SDA", "SPA",
        "STT", "Sputnik", "Tanjug", "TASR", "TASS", "TT", "UNI", "UPI", "VNA", "WAM", "Xinhua", "XINHUA", "Yonhap",
        "연합뉴스", "뉴시스", "新华社", "共同", "時事", "ロイター", "رويترز", "أ ف ب", "واس", "وام", "كونا",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Agencies that Japanese datelines print behind the place without a sign between, longest first.
    /// </summary>
    static readonly string[] _behindPlaces = ["AFP時事", "ＡＦＰ時事", "ロイター", "共同", "時事"];

    /// <summary>
    /// The agency that ends the inside of a dateline's brackets, <c>ワシントン時事</c>; null when none does.
    /// </summary>
    internal static string? EndOf(ReadOnlySpan<char> inside)
    {
        foreach (var agency in _behindPlaces)
        {
            if (inside.EndsWith(agency, StringComparison.Ordinal))
                return agency;
        }
        return null;
    }

    /// <summary>
    /// Whether the name, or what stands before its slash (<c>dpa/lno</c>), is in the list, in any case.
    /// </summary>
    public static bool IsKnown(string name)
    {
        var slash = name.IndexOf('/');
        return _names.Contains(name) || slash > 0 && _names.Contains(name[..slash]);
    }
}

using System.Collections.Frozen;

namespace Writethru.Copy;

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
        "STT",
        "Sputnik", "Tanjug", "TASR", "TASS", "TT", "UNI", "UPI", "VNA", "WAM", "Xinhua", "XINHUA", "Yonhap",
        "연합뉴스", "뉴시스", "新华社", "رويترز", "أ ف ب", "واس", "وام", "كونا",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the name, or what stands before its slash (<c>dpa/lno</c>), is in the list, in any case.
    /// </summary>
    public static bool IsKnown(string name)
    {
        var slash = name.IndexOf('/');
        return _names.Contains(name) || slash > 0 && _names.Contains(name[..slash]);
    }
}

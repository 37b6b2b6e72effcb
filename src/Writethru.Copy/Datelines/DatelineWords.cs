using System.Collections.Frozen;

namespace Writethru.Copy;

/// <summary>The words that a dateline's grammar knows by heart.</summary>
static class DatelineWords
{
    static readonly FrozenSet<string> _agencies = new[]
    {
        "AA", "AAP", "ADN", "AFP", "AFX", "AGERPRES", "ANA", "Anadolu", "ANI", "ANP", "ANSA", "Antara", "AP", "APA",
        "APP", "ATS", "BBC", "Belga", "Bernama", "Bloomberg", "BNA", "BNS", "BTA", "Business Wire", "CNA", "CP", "CTK",
        "dapd", "DJ", "Dow Jones", "dpa", "dpa-AFX", "dts", "EFE", "GlobeNewswire", "HINA", "IANS", "Interfax", "IRNA",
        "ITAR-TASS", "Jiji", "KCNA", "Keystone-SDA", "KUNA", "Kyodo", "Lusa", "MENA", "MTI", "NNA", "NTB", "PA", "PAP",
        "PNA", "PRNewswire", "PTI", "QNA", "Reuters", "RIA", "RIA Novosti", "Ritzau", "RTR", "SANA", "SDA", "SPA", "STT",
        "Sputnik", "Tanjug", "TASR", "TASS", "TT", "UNI", "UPI", "VNA", "WAM", "Xinhua", "XINHUA", "Yonhap",
        "연합뉴스", "뉴시스", "新华社", "رويترز", "أ ف ب", "واس", "وام", "كونا",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that open a sentence, not a place: <c>On Monday, Sept. 19 -- …</c>.</summary>
    static readonly FrozenSet<string> _openers = new[]
    {
        "A", "After", "An", "As", "At", "Before", "By", "During", "For", "From", "In", "On", "Since", "The", "Until",
        "When", "While", "Am", "Im", "Der", "Die", "Das", "Seit", "Nach", "Vor", "Photo", "Foto", "Eds", "Note",
        "ATTENTION", "ATTN", "UPDATE", "REFILE", "CORRECTED", "WRAPUP", "FACTBOX", "URGENT", "FLASH", "ALERT",
        "BULLETIN", "KILL", "EMBARGO", "EMBARGOED", "LEAD", "EXCLUSIVE", "TIMELINE", "ANALYSIS",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lower-case words inside names of places.</summary>
    static readonly FrozenSet<string> _particles = new[]
    {
        "am", "an", "auf", "bei", "d", "da", "de", "del", "der", "di", "do", "dos", "du", "el", "en", "im", "in", "la",
        "le", "les", "near", "ob", "of", "on", "sur", "the", "upon", "van", "von", "y", "und", "and", "al", "ad",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Places with a slash in their name.</summary>
    static readonly FrozenSet<string> _slashed =
        new[] { "Frankfurt/Main", "Frankfurt/Oder", "Offenbach/Main", "Freiburg/Breisgau" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsAgency(string name) => _agencies.Contains(name)
        || name.Split('/') is { Length: > 1 } parts && _agencies.Contains(parts[0]);

    public static bool IsOpener(string word) => _openers.Contains(word);

    public static bool IsParticle(string word) => _particles.Contains(word);

    public static bool IsSlashedPlace(string name) => _slashed.Contains(name);

    /// <summary>Marks of where somebody stands in a picture: (L), (2nd from R).</summary>
    public static bool IsPosition(string bracketed) => bracketed is "L" or "R" or "C" or "left" or "right" or "center"
        || bracketed.Contains(" from ", StringComparison.Ordinal);
}

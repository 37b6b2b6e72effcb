using System.Collections.Frozen;

namespace Writethru.Copy.Datelines;

/// <summary>The words that a dateline's grammar knows by heart.</summary>
static class DatelineWords
{
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

    public static bool IsOpener(string word) => _openers.Contains(word);

    public static bool IsParticle(string word) => _particles.Contains(word);

    public static bool IsSlashedPlace(string name) => _slashed.Contains(name);

    /// <summary>Marks of where somebody stands in a picture: (L), (2nd from R).</summary>
    public static bool IsPosition(string bracketed) => bracketed is "L" or "R" or "C" or "left" or "right" or "center"
        || bracketed.Contains(" from ", StringComparison.Ordinal);
}

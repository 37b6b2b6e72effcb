namespace Writethru.Formats.Binding;

/// <summary>Fields of a sender's own, of which only the name says what they are.</summary>
static class FieldNames
{
    static readonly string[] _words =
    [
        "restrict", "usage", "rights", "licen", "terms", "embargo", "limitation", "prohibit", "instruction",
    ];

    static readonly string[] _absent = ["restrict", "embargo", "limitation", "instruction"];

    /// <summary>
    /// Whether the name alone says that the field limits use. A copyright says whose something is, and limits nothing.
    /// </summary>
    public static bool MayBind(string? name) =>
        name is not null && Array.Exists(_words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the name says that the field holds an embargo: its words or its instant.</summary>
    public static bool IsEmbargo(string? name) => name?.Contains("embargo", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>
    /// Whether a field is there only to say that there is nothing of its kind: no restriction, no embargo. No usage is
    /// something else.
    /// </summary>
    public static bool SaysNone(string? name, string value) => name is not null
        && Array.Exists(_absent, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        && value.Trim().ToLowerInvariant() is "no" or "none" or "false" or "0" or "n" or "-";
}

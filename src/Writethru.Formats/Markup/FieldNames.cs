namespace Writethru.Formats.Markup;

/// <summary>Fields of a sender's own, of which only the name says what they are.</summary>
static class FieldNames
{
    static readonly string[] _words =
    [
        "restrict", "usage", "rights", "licen", "terms", "embargo", "limitation", "prohibit", "instruction",
    ];

    /// <summary>
    /// Whether the name alone says that the field limits use. A copyright says whose something is, and limits nothing.
    /// </summary>
    public static bool MayBind(string? name) =>
        name is not null && Array.Exists(_words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}

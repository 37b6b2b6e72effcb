namespace Writethru.Formats.Ninjs;

/// <summary>A version of ninjs that is written: its names and what its schema has a place for.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="Version">Version, as <c>standard</c> says it.</param>
/// <param name="HasUpperCase">Whether names have upper case inside, as since 3.0.</param>
sealed record NinjsEdition(string Format, string Version, bool HasUpperCase)
{
    /// <summary>ninjs 3.1.</summary>
    public static NinjsEdition Three { get; } = new(NinjsFormat.FormatName, "3.1", HasUpperCase: true);

    /// <summary>ninjs 2.1.</summary>
    public static NinjsEdition Two { get; } = new("ninjs2", "2.1", HasUpperCase: false);

    /// <summary>Whether an association says by <c>rel</c> what it is to the item.</summary>
    public bool HasRel => HasUpperCase;

    /// <summary>The name of a property, given as 3.1 has it.</summary>
    public string Key(string name) => HasUpperCase ? name
        : name == "embargoedUntil" ? "embargoed"
        : name.ToLowerInvariant();
}

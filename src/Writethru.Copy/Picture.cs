using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>A photo that belongs to a take: what is printed about it.</summary>
public sealed record Picture
{
    /// <summary>Number of the paragraph before it; 0 when it stands before the first.</summary>
    public int After { get; init; }

    /// <summary>The caption without the usage terms and the credit that end it.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The credit as printed, without its brackets: <c>Yonhap</c>, <c>AP Photo/Jane Roe</c>.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Who released the photo, when the caption says so; empty when it does not.</summary>
    public string Source { get; init; } = "";

    /// <summary>The licence words, verbatim and without their brackets; null when there are none.</summary>
    public UsageTerms? UsageTerms { get; init; }

    /// <summary>A headline of its own; empty when none.</summary>
    public string Headline { get; init; } = "";

    /// <summary>The copyright notice, verbatim; empty when none.</summary>
    public string CopyrightNotice { get; init; } = "";

    /// <summary>The sender's own identity of the picture, verbatim; empty when it gave none.</summary>
    public string SenderId { get; init; } = "";

    /// <summary>
    /// The files of it that the sender names, largest or first named first. Never fetched by a reader.
    /// </summary>
    public ImmutableArray<Rendition> Renditions { get; init; } = [];

    /// <summary>
    /// Why this subscriber does not get it; null when it does. A withheld picture has <see cref="After"/> and nothing
    /// else: make it with <see cref="Withhold"/>.
    /// </summary>
    public WithholdReason? Withheld { get; init; }

    /// <summary>What is left of this picture for a subscriber who may not have it: its place and the reason.</summary>
    public Picture Withhold(WithholdReason reason) => new() { After = After, Withheld = reason };
}

/// <summary>A sentence that says what may be done with a picture or an item.</summary>
/// <param name="Text">
/// The sentence, verbatim. Rules read from it lie beside the take, with spans into this text.
/// </param>
public sealed record UsageTerms(string Text);

/// <summary>One file of a picture.</summary>
/// <param name="Name">The sender's name of the rendition, verbatim: <c>rnd:highRes</c>, <c>thumbnail</c>; may be empty.</param>
/// <param name="Href">Where the file lies, verbatim: a URL, or a name beside the item.</param>
public sealed record Rendition(string Name, string Href)
{
    /// <summary>Its media type; empty when not said.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Width in pixels; null when not said.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels; null when not said.</summary>
    public int? Height { get; init; }

    /// <summary>Size in bytes; null when not said.</summary>
    public long? Bytes { get; init; }
}

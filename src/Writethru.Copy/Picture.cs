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

using System.Collections.Immutable;

namespace Writethru.Copy;

/// <summary>A photo that belongs to a take, or is one by itself: what is printed and said about it.</summary>
public sealed record Picture
{
    /// <summary>
    /// Our own identity of a picture whose files we hold: that of its picture story, or one of its own where its files
    /// came with the copy. Empty: only its words came. Not a capability.
    /// </summary>
    public string Id { get; init; } = "";

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

    /// <summary>Who took it, as printed, without a leading "By"; several joined by ", "; empty when not said.</summary>
    public string Creator { get; init; } = "";

    /// <summary>
    /// Instructions to editors, verbatim (IIM 2:40, <c>photoshop:Instructions</c>); empty when none. Words of them that
    /// limit use stand in <see cref="UsageTerms"/> too.
    /// </summary>
    public string Instructions { get; init; } = "";

    /// <summary>The city where it was taken (IIM 2:90); empty when not said.</summary>
    public string City { get; init; } = "";

    /// <summary>The country where it was taken, by the sender's name of it (IIM 2:101); empty when not said.</summary>
    public string Country { get; init; } = "";

    /// <summary>
    /// The country's code, as the sender wrote it (IIM 2:100: two or three letters); empty when not said.
    /// </summary>
    public string CountryCode { get; init; } = "";

    /// <summary>When it was taken; null when not said.</summary>
    public SenderTime? Taken { get; init; }

    /// <summary>Free keywords (IIM 2:25, <c>dc:subject</c>).</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>What it is about, by code (<c>Iptc4xmpCore:SubjectCode</c>, IIM 2:12).</summary>
    public ImmutableArray<string> SubjectCodes { get; init; } = [];

    /// <summary>
    /// Who licenses it (<c>plus:Licensor</c>): names, each with its address in the web where one is said.
    /// </summary>
    public string Licensor { get; init; } = "";

    /// <summary>What may be mined (<c>plus:DataMining</c>), verbatim; empty when not said.</summary>
    public string DataMining { get; init; } = "";

    /// <summary>
    /// How it came to be (<c>Iptc4xmpExt:DigitalSourceType</c>), verbatim: a photo, a composite, made by a machine.
    /// Empty when not said.
    /// </summary>
    public string DigitalSourceType { get; init; } = "";

    /// <summary>
    /// The files of it, largest or first named first: ours where <see cref="Id"/> is one, else those that the sender
    /// names. Never fetched by a reader.
    /// </summary>
    public ImmutableArray<Rendition> Renditions { get; init; } = [];

    /// <summary>
    /// Why this subscriber does not get it; null when it does. A withheld picture has <see cref="After"/> and nothing
    /// else: make it with <see cref="Withhold"/>.
    /// </summary>
    public WithholdReason? Withheld { get; init; }

    /// <summary>The file of that name that this wire keeps; null when it keeps none.</summary>
    public Rendition? Find(string name) => Id.Length == 0 ? null
        : Renditions.FirstOrDefault(rendition => rendition.Name == name && rendition.Sha256.Length > 0);

    /// <summary>What is left of this picture for a subscriber who may not have it: its place and the reason.</summary>
    public Picture Withhold(WithholdReason reason) => new() { After = After, Withheld = reason };
}

/// <summary>A sentence that says what may be done with a picture or an item.</summary>
/// <param name="Text">
/// The sentence, verbatim. Rules read from it lie beside the take, with spans into this text.
/// </param>
public sealed record UsageTerms(string Text)
{
    /// <summary>
    /// The same or more in a language for machines, verbatim: a policy of ODRL or RightsML, as XML or JSON. Empty:
    /// none.
    /// </summary>
    public string Policy { get; init; } = "";

    /// <summary>
    /// Sentence and policy, one line apart: what rules are read from, what their spans point into, and the name under
    /// which a person clears them.
    /// </summary>
    public string Whole => Policy.Length == 0 ? Text : $"{Text}\n{Policy}";

    /// <summary>
    /// The terms of both, which bind together: sentences and policies of each, what both say once. Null where neither
    /// has
    /// terms.
    /// </summary>
    /// <param name="one">Terms; null for none.</param>
    /// <param name="other">Further terms; null for none.</param>
    /// <param name="between">What stands between two sentences.</param>
    public static UsageTerms? Join(UsageTerms? one, UsageTerms? other, string between = "; ") =>
        one is null || other is null ? one ?? other : new UsageTerms(Join(one.Text, other.Text, between))
        {
            Policy = Join(one.Policy, other.Policy, "\n"),
        };

    static string Join(string one, string other, string between) =>
        one.Length == 0 || one == other ? other : other.Length == 0 ? one : one + between + other;
}

/// <summary>The names of the renditions that we make and keep.</summary>
public static class RenditionNames
{
    /// <summary>The file as it came, byte for byte.</summary>
    public const string Original = "original";

    /// <summary>At most 1,200 pixels on its longer side.</summary>
    public const string Preview = "preview";

    /// <summary>At most 400 pixels on its longer side.</summary>
    public const string Thumbnail = "thumbnail";

    /// <summary>Where a rendition of a picture is had from this wire.</summary>
    public static string HrefOf(string picture, string name) => $"/v1/pictures/{picture}/renditions/{name}";
}

/// <summary>One file of a picture.</summary>
/// <param name="Name">The sender's name of the rendition, verbatim: <c>rnd:highRes</c>, <c>thumbnail</c>; may be
/// empty.</param>
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

    /// <summary>SHA-256 of the bytes, lower-case hex; empty when not known.</summary>
    public string Sha256 { get; init; } = "";
}

namespace Writethru.Copy;

/// <summary>A subject, genre, place, person or organisation that the sender names.</summary>
/// <param name="Scheme">
/// URI of the controlled vocabulary, <c>http://cv.iptc.org/newscodes/mediatopic/</c>; for the letters and numbers of
/// older formats a name from <see cref="Schemes"/>. Empty when none is named, or when its alias is not known.
/// </param>
/// <param name="Code">
/// The code in it, verbatim; the whole QCode when its alias is not known; empty when the sender gave only a name.
/// </param>
/// <param name="Name">The name as printed; empty when the sender gave only a code.</param>
public sealed record Concept(string Scheme, string Code, string Name = "");

/// <summary>Vocabularies that the older formats imply without naming them.</summary>
public static class Schemes
{
    /// <summary>IPTC subject codes of eight digits (NITF, NewsML 1, IIM 2:12).</summary>
    public const string SubjectCode = "http://cv.iptc.org/newscodes/subjectcode/";

    /// <summary>IPTC media topics.</summary>
    public const string MediaTopic = "http://cv.iptc.org/newscodes/mediatopic/";

    /// <summary>IPTC genres.</summary>
    public const string Genre = "http://cv.iptc.org/newscodes/genre/";

    /// <summary>Category letters of a teleprinter header: IPTC 7901, 3.2 and ANPA 1312.</summary>
    public const string Category = "urn:writethru:category";
}

/// <summary>Text with the sender's name for what it is: a further headline, a description.</summary>
/// <param name="Role">The sender's role, verbatim; empty when it gave none.</param>
/// <param name="Text">The text, verbatim.</param>
public sealed record Labelled(string Role, string Text);

/// <summary>A note to editors beside <see cref="Take.Advisory"/>.</summary>
/// <param name="Role">A name from <see cref="NoteRoles"/>, or the sender's own, verbatim; empty when it gave
/// none.</param>
/// <param name="Text">The text, verbatim.</param>
/// <param name="IsPublic">
/// Whether subscribers may have it. A note that is not (phone numbers, contacts, a notebook) is kept and leaves by no
/// path.
/// </param>
public sealed record Note(string Role, string Text, bool IsPublic = true);

/// <summary>The roles of notes that several formats share.</summary>
public static class NoteRoles
{
    /// <summary>What an agency tells editors under the copy and not for publication: contacts, phone numbers.</summary>
    public const string Notebook = "notebook";

    /// <summary>A note that says what was corrected.</summary>
    public const string Correction = "correction";

    /// <summary>
    /// What we found when we held the note to editors against what the take changed; ours, never the sender's.
    /// </summary>
    public const string AdvisoryCheck = "advisoryCheck";

    /// <summary>A note about an embargo.</summary>
    public const string Embargo = "embargo";

    /// <summary>The line that closes the copy: initials, routing.</summary>
    public const string Closing = "closing";
}

/// <summary>Something that the item points to.</summary>
/// <param name="Rel">A name from <see cref="LinkRels"/>, or the sender's own, verbatim; empty when it gave
/// none.</param>
/// <param name="Target">A URI or the sender's identity of the other item, verbatim. Never fetched.</param>
public sealed record Link(string Rel, string Target)
{
    /// <summary>The version of the other item; empty when none is named.</summary>
    public string Version { get; init; } = "";

    /// <summary>Its title; empty when none is given.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its media type; empty when none is given.</summary>
    public string MediaType { get; init; } = "";
}

/// <summary>The relations of links that several formats share.</summary>
public static class LinkRels
{
    /// <summary>
    /// The take before this one: NewsML-G2 <c>irel:previousVersion</c>, NewsML 1 <c>PreviousRevision</c>.
    /// </summary>
    public const string PreviousVersion = "previousVersion";

    /// <summary>What this one was made from: NewsML-G2 <c>irel:derivedFrom</c>, Superdesk <c>evolvedfrom</c>.</summary>
    public const string DerivedFrom = "derivedFrom";

    /// <summary>Where the copy stands on the web: Atom <c>alternate</c>, RSS <c>link</c>.</summary>
    public const string Alternate = "alternate";

    /// <summary>Further copy on the matter.</summary>
    public const string Related = "related";

    /// <summary>A file that goes with the copy and is no picture: RSS <c>enclosure</c>.</summary>
    public const string Enclosure = "enclosure";
}

/// <summary>An instant that a sender wrote.</summary>
/// <param name="Text">As written, verbatim; never empty.</param>
/// <param name="At">The instant, UTC; null when the text gives none, or no zone and nobody's default applies.</param>
public sealed record SenderTime(string Text, DateTimeOffset? At);

/// <summary>What a sender says that this transmission does with what it sent before.</summary>
public enum Signal
{
    /// <summary>It does not say.</summary>
    None,

    /// <summary>A new version (NewsML-G2 <c>sig:update</c>, a writethru).</summary>
    Update,

    /// <summary>A correction (<c>sig:correction</c>).</summary>
    Correction,

    /// <summary>The same again, because the transmission was faulty (REFILE).</summary>
    Refile,

    /// <summary>The same again, unchanged (<c>sig:repeat</c>, RPT).</summary>
    Repeat,

    /// <summary>Partial: text to be put behind the take before (Add).</summary>
    Add,

    /// <summary>Partial: text to be put into the take before (Insert).</summary>
    Insert,

    /// <summary>Partial: text in the place of text of the take before (Sub).</summary>
    Sub,

    /// <summary>Partial in the format's own way (NewsML 1 <c>Update="A"</c>, a partial newsItem).</summary>
    Delta,
}

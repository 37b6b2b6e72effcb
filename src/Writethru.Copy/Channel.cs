namespace Writethru.Copy;

/// <summary>How one subscriber gets its copy: what a writer may choose and a receiver may need otherwise.</summary>
public sealed record Channel
{
    /// <summary>The defaults.</summary>
    public static Channel Default { get; } = new();

    /// <summary>
    /// Charset of formats that have no rule of their own (IPTC 7901, ANPA 1312): <c>utf-8</c>, <c>windows-1252</c>,
    /// <c>iso-8859-1</c> or <c>us-ascii</c>. Default <c>utf-8</c>. What it lacks is transliterated and listed.
    /// </summary>
    public string Charset { get; init; } = "utf-8";

    /// <summary>
    /// The service in the header of a teleprinter format: three letters in IPTC 7901, of which ANPA 1312 uses the
    /// first. Default <c>wtu</c>.
    /// </summary>
    public string Service { get; init; } = "wtu";

    /// <summary>
    /// Number of the transmission in the service, 1 to 9999. Null: made from story and take, so that the same take has
    /// the same number whenever it is read; a stream that counts gives its own.
    /// </summary>
    public int? Sequence { get; init; }

    /// <summary>Name of the agency that moves the copy, where a format wants one. Default <c>Writethru</c>.</summary>
    public string Provider { get; init; } = "Writethru";

    /// <summary>Whether NITF bears its namespace; many receivers want none. Default false.</summary>
    public bool NitfNamespace { get; init; }

    /// <summary>
    /// Whether each take bears a note of ours that says how far its note to editors is so, in the role
    /// <see cref="NoteRoles.AdvisoryCheck"/>. Default false.
    /// </summary>
    public bool AdvisoryCheck { get; init; }
}

namespace Writethru.Formats.PictureFiles;

/// <summary>Codes of the remarks about metadata of pictures; see <c>docs/formats/remarks.md</c>.</summary>
static class MetadataRemarks
{
    /// <summary>Bytes of no kind of picture that is known.</summary>
    public const string Unknown = "META-001";

    /// <summary>A segment, block or box that ends before its length.</summary>
    public const string Cut = "META-002";

    /// <summary>IIM that names no charset, or another than it is in.</summary>
    public const string Charset = "META-003";

    /// <summary>A field of IIM that stands twice and may stand once.</summary>
    public const string Twice = "META-004";

    /// <summary>Extended XMP that cannot be put together.</summary>
    public const string Extended = "META-005";

    /// <summary>XMP that cannot be read, or a second packet of it.</summary>
    public const string Packet = "META-006";

    /// <summary>A directory of Exif that leads in a circle or out of its bytes.</summary>
    public const string Directory = "META-007";

    /// <summary>More of something than is read.</summary>
    public const string TooMany = "META-008";

    /// <summary>IIM that was changed after the XMP.</summary>
    public const string Changed = "META-009";

    /// <summary>A value that its field cannot have: an orientation of 9, a date that is none.</summary>
    public const string Value = "META-010";
}

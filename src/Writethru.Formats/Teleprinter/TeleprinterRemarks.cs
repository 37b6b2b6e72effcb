namespace Writethru.Formats.Teleprinter;

/// <summary>Codes of remarks that both teleprinter formats share.</summary>
static class TeleprinterRemarks
{
    /// <summary>More bytes than allowed.</summary>
    public const string TooLong = "TELE-001";

    /// <summary>No copy: no letter, heading or picture in the item, or in one of its messages.</summary>
    public const string Empty = "TELE-002";

    /// <summary>More paragraphs or pictures than allowed.</summary>
    public const string TooManyParts = "TELE-003";

    /// <summary>More messages than allowed.</summary>
    public const string TooManyMessages = "TELE-004";

    /// <summary>Not UTF-8: read in the profile's charset, or as Windows-1252.</summary>
    public const string CharsetGuessed = "TELE-005";

    /// <summary>Control characters inside the message: removed.</summary>
    public const string ControlsRemoved = "TELE-006";

    /// <summary>A control byte of the frame is missing, doubled or misplaced.</summary>
    public const string FrameBroken = "TELE-007";

    /// <summary>No header of the format.</summary>
    public const string NoHeader = "TELE-008";

    /// <summary>A field of the header that does not fit its place: kept as an extra.</summary>
    public const string HeaderField = "TELE-009";

    /// <summary>A line of the heading that is nothing known: kept as an extra.</summary>
    public const string HeadingKept = "TELE-010";

    /// <summary>Words of an embargo without an instant beyond doubt: the item waits.</summary>
    public const string EmbargoUnreadable = "TELE-011";

    /// <summary>The words of a kill or a hold.</summary>
    public const string StatusRead = "TELE-012";

    /// <summary>A second embargo, contact, byline or end mark.</summary>
    public const string SecondOfAKind = "TELE-013";

    /// <summary>
    /// A line that is nothing but words that limit use: terms of the picture above it, or of the item.
    /// </summary>
    public const string TermsAlone = "TELE-014";

    /// <summary>A paragraph that only its shape makes a caption.</summary>
    public const string CaptionByShape = "TELE-015";

    /// <summary>A notebook: kept apart, never public.</summary>
    public const string Notebook = "TELE-016";

    /// <summary>A trailer without a date that can be read, or without a zone.</summary>
    public const string TrailerTime = "TELE-017";

    /// <summary>Text behind the trailer: kept as an extra.</summary>
    public const string TextAfterEnd = "TELE-018";

    /// <summary>Paragraphs before the one with the dateline: taken for a teaser.</summary>
    public const string Teaser = "TELE-019";

    /// <summary>Lines that form columns: taken for a table, or kept as they stand.</summary>
    public const string Columns = "TELE-020";

    /// <summary>Several messages in one item.</summary>
    public const string SeveralMessages = "TELE-021";

    /// <summary>Bells in the heading or the copy: read as urgency.</summary>
    public const string Bells = "TELE-023";

    /// <summary>A message that was cut off: what came is kept, and withheld.</summary>
    public const string CutOff = "TELE-024";

    /// <summary>A partial transmission: an add, an insert or a sub.</summary>
    public const string Partial = "TELE-022";
}

namespace Writethru.Formats.NewsMl12;

/// <summary>Codes of remarks that only NewsML 1 makes.</summary>
static class NewsMlRemarks
{
    /// <summary>XML, and no NewsML.</summary>
    public const string NotNewsMl = "NEWSML-001";

    /// <summary>More items than allowed: refused, never cut.</summary>
    public const string TooManyItems = "NEWSML-002";

    /// <summary>More paragraphs or pictures than allowed: refused, never cut.</summary>
    public const string TooManyParts = "NEWSML-003";

    /// <summary>An item without copy.</summary>
    public const string WithoutCopy = "NEWSML-004";

    /// <summary>A status that is not known: taken as withheld.</summary>
    public const string StatusUnknown = "NEWSML-005";

    /// <summary>An embargo without an instant beyond doubt: the item waits for a person.</summary>
    public const string EmbargoUnreadable = "NEWSML-006";

    /// <summary>A time without a zone: no instant.</summary>
    public const string TimeWithoutZone = "NEWSML-007";

    /// <summary>A value that is none of those expected: kept as an extra.</summary>
    public const string ValueUnreadable = "NEWSML-008";

    /// <summary>Fields without a home in a take, kept as extras under their place.</summary>
    public const string FieldsKept = "NEWSML-009";

    /// <summary>Fields of a picture that a take has no place for.</summary>
    public const string PictureFieldsDropped = "NEWSML-010";

    /// <summary>Fields that may bind a picture stand among its usage terms.</summary>
    public const string PictureBound = "NEWSML-011";

    /// <summary>Content that is no text: left out.</summary>
    public const string ContentLeftOut = "NEWSML-012";

    /// <summary>The same content in several forms, or further content: one was chosen.</summary>
    public const string ContentChosen = "NEWSML-013";

    /// <summary>A part to be worked into the revision before.</summary>
    public const string Partial = "NEWSML-014";

    /// <summary>What the standard wants and the item has not.</summary>
    public const string Missing = "NEWSML-015";

    /// <summary>A copyright line that says more than who owns the copy stands among the usage terms too.</summary>
    public const string CopyrightBinds = "NEWSML-016";

    /// <summary>Inline elements lost their tags, or elements their content.</summary>
    public const string MarkupLost = "NEWSML-017";

    /// <summary>A pointer to a topic that the document does not hold.</summary>
    public const string TopicUnknown = "NEWSML-018";

    /// <summary>A field of the sender's own whose name speaks of limits stands among the usage terms.</summary>
    public const string FieldBinds = "NEWSML-019";

    /// <summary>A status, or a change of it, of a part of the item: it is taken for the item's.</summary>
    public const string PartStopped = "NEWSML-020";

    /// <summary>Plain text with the markup of HTML: read as HTML.</summary>
    public const string HtmlAsText = "NEWSML-021";
}

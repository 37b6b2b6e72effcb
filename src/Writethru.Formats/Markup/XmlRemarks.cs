namespace Writethru.Formats.Markup;

/// <summary>Codes of remarks that all formats in XML share.</summary>
static class XmlRemarks
{
    /// <summary>Not well-formed: nothing can be read.</summary>
    public const string Broken = "XML-001";

    /// <summary>Nested deeper, more attributes, or more elements than the limits allow.</summary>
    public const string TooMuch = "XML-002";

    /// <summary>A document type: passed over, never processed, never fetched.</summary>
    public const string DocumentType = "XML-003";

    /// <summary>An entity that is neither XML's nor HTML's: it stands in the text as it was written.</summary>
    public const string EntityUnknown = "XML-004";

    /// <summary>An ampersand that begins no reference: taken for itself.</summary>
    public const string BareAmpersand = "XML-005";

    /// <summary>The bytes are not in the charset that the item declares.</summary>
    public const string CharsetWrong = "XML-006";

    /// <summary>No charset declared, and not UTF-8: guessed.</summary>
    public const string CharsetGuessed = "XML-007";

    /// <summary>A control character that no document may have: left out.</summary>
    public const string Control = "XML-008";

    /// <summary>A prefix that nobody declared: taken for the namespace that usually has it, or for none.</summary>
    public const string Prefix = "XML-010";

    /// <summary>Longer than the limit.</summary>
    public const string TooLong = "XML-009";
}

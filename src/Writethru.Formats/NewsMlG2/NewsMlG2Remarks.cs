namespace Writethru.Formats.NewsMlG2;

/// <summary>The codes of the NewsML-G2 remarks; <c>docs/formats/remarks.md</c> says what each means.</summary>
static class NewsMlG2Remarks
{
    public const string NotAnItem = "NMLG-001";
    public const string TooManyItems = "NMLG-002";
    public const string TooManyParts = "NMLG-003";
    public const string NoCopy = "NMLG-004";
    public const string NoId = "NMLG-005";
    public const string AliasUnknown = "NMLG-006";
    public const string StatusUnknown = "NMLG-007";
    public const string EmbargoUnreadable = "NMLG-008";
    public const string TimeWithoutZone = "NMLG-009";
    public const string ValueUnreadable = "NMLG-010";
    public const string RightsExpression = "NMLG-011";
    public const string PartsKept = "NMLG-012";
    public const string ContentKept = "NMLG-013";
    public const string MarksLost = "NMLG-014";
    public const string ContentLost = "NMLG-015";
    public const string NotPublic = "NMLG-016";
    public const string Fragment = "NMLG-018";
    public const string Twice = "NMLG-019";
    public const string PictureJoined = "NMLG-017";
    public const string HeaderLeft = "NMLG-020";
    public const string PackageBinds = "NMLG-021";
    public const string Stopped = "NMLG-022";
    public const string HtmlAsText = "NMLG-023";

    /// <summary>An element where the standard has none of that name, or in that order.</summary>
    public const string StrictElement = "NMLG-101";

    /// <summary>Something that the standard demands and that is not there.</summary>
    public const string StrictMissing = "NMLG-102";

    /// <summary>A value that the standard does not allow there.</summary>
    public const string StrictValue = "NMLG-103";

    /// <summary>A part of a later version than the item declares.</summary>
    public const string StrictVersion = "NMLG-104";
}

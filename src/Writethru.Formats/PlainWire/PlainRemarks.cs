namespace Writethru.Formats.PlainWire;

/// <summary>The codes of the plain wire's remarks; <c>docs/formats/remarks.md</c> says what each means.</summary>
static class PlainRemarks
{
    public const string Empty = "PLAIN-001";
    public const string NotText = "PLAIN-002";
    public const string TooLong = "PLAIN-003";
    public const string TooManyParts = "PLAIN-004";
    public const string CharsetGuessed = "PLAIN-005";
    public const string ControlsRemoved = "PLAIN-006";
    public const string LinesJoined = "PLAIN-007";
    public const string AdvisoryOpen = "PLAIN-008";
    public const string HeaderKept = "PLAIN-009";
    public const string CaptionByShape = "PLAIN-010";
    public const string TextAfterEnd = "PLAIN-011";
    public const string EmbargoUnreadable = "PLAIN-012";
    public const string StatusRead = "PLAIN-013";
    public const string NoDateline = "PLAIN-014";
    public const string LabelUnreadable = "PLAIN-015";
    public const string SecondOfAKind = "PLAIN-016";
    public const string Undecodable = "PLAIN-017";
    public const string MultipartForm = "PLAIN-018";
    public const string TermsAlone = "PLAIN-019";
    public const string SubheadByShape = "PLAIN-020";
    public const string NoCopy = "PLAIN-021";
    public const string Table = "PLAIN-022";
}

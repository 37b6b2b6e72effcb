namespace Writethru.Formats.Ninjs;

/// <summary>The codes of the ninjs remarks; <c>docs/formats/remarks.md</c> says what each means.</summary>
static class NinjsRemarks
{
    public const string TooLong = "NINJS-001";
    public const string NotJson = "NINJS-002";
    public const string NotAnObject = "NINJS-003";
    public const string TooManyParts = "NINJS-004";
    public const string CharsetGuessed = "NINJS-005";
    public const string TextAfterObject = "NINJS-006";
    public const string KeyTwice = "NINJS-007";
    public const string KeysKept = "NINJS-008";
    public const string StatusUnknown = "NINJS-009";
    public const string EmbargoUnreadable = "NINJS-010";
    public const string ValueUnreadable = "NINJS-011";
    public const string LoneSurrogate = "NINJS-012";
    public const string MarkupRemoved = "NINJS-013";
    public const string PictureFieldsDropped = "NINJS-014";
    public const string NoUri = "NINJS-015";
    public const string RightsExpression = "NINJS-016";
    public const string PictureBound = "NINJS-017";
    public const string NotNinjs = "NINJS-018";
    public const string NothingToFile = "NINJS-019";
    public const string Forbidden = "NINJS-020";
    public const string TimeUnreadable = "NINJS-021";
    public const string NoCopy = "NINJS-022";
    public const string ContentRemoved = "NINJS-023";
    public const string PictureWords = "NINJS-024";
    public const string HtmlAsText = "NINJS-025";
    public const string NotOurs = "NINJS-026";
}

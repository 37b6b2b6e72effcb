namespace Writethru.Formats.Feeds;

/// <summary>The codes of the feeds' remarks; <c>docs/formats/remarks.md</c> says what each means.</summary>
static class FeedRemarks
{
    public const string NotAFeed = "FEED-001";
    public const string TooManyItems = "FEED-002";
    public const string TooManyParts = "FEED-003";
    public const string NoItems = "FEED-004";
    public const string NoCopy = "FEED-005";
    public const string NoId = "FEED-006";
    public const string IdTwice = "FEED-007";
    public const string TimeUnreadable = "FEED-008";
    public const string ElementsKept = "FEED-009";
    public const string FeedPartsLeft = "FEED-010";
    public const string EscapedTwice = "FEED-011";
    public const string ContentLeftOut = "FEED-012";
    public const string MarkLost = "FEED-013";
    public const string LicenceAmongTerms = "FEED-014";
    public const string EmbargoUnreadable = "FEED-015";
    public const string Stopped = "FEED-016";
    public const string ContentUnreadable = "FEED-017";
    public const string PartMissing = "FEED-018";
    public const string ExtensionUnreadable = "FEED-019";
    public const string NotJson = "FEED-020";
    public const string TooLong = "FEED-021";
    public const string CharsetGuessed = "FEED-022";
    public const string TextAfterObject = "FEED-023";
    public const string LoneSurrogate = "FEED-024";
    public const string KeyTwice = "FEED-025";
}

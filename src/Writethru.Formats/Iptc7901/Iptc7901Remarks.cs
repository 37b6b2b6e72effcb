namespace Writethru.Formats.Iptc7901;

/// <summary>Codes of remarks that only IPTC 7901 needs; the others are at <c>TeleprinterRemarks</c>.</summary>
static class Iptc7901Remarks
{
    /// <summary>A line longer than 69 columns: forbidden, read all the same.</summary>
    public const string LineTooLong = "IPTC-001";

    /// <summary>A heading that does not end in <c> =</c>: ended at its first empty line.</summary>
    public const string HeadingOpen = "IPTC-002";

    /// <summary>A line of keywords without the stroke that ends it.</summary>
    public const string KeywordsOpen = "IPTC-003";
}

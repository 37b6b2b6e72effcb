namespace Writethru.Formats.Anpa1312;

/// <summary>Codes of remarks that only ANPA 1312 needs; the others are at <c>TeleprinterRemarks</c>.</summary>
static class Anpa1312Remarks
{
    /// <summary>No keyword line: the slug was taken from the header.</summary>
    public const string NoKeywords = "ANPA-001";

    /// <summary>A heading line that neither <c>&lt;</c> nor <c>=</c> ends: ended where the next begins.</summary>
    public const string HeadingOpen = "ANPA-002";

    /// <summary>The header's number of words: kept as an extra, for it counts something else.</summary>
    public const string HeaderCount = "ANPA-003";

    /// <summary>A heading without its signs: the lines above the indented copy.</summary>
    public const string HeadingBare = "ANPA-004";
}

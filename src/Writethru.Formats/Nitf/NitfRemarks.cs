namespace Writethru.Formats.Nitf;

/// <summary>The codes of the NITF remarks; <c>docs/formats/remarks.md</c> says what each means.</summary>
static class NitfRemarks
{
    public const string NotNitf = "NITF-001";
    public const string TooManyParts = "NITF-002";
    public const string NothingToFile = "NITF-003";
    public const string StatusUnknown = "NITF-004";
    public const string EmbargoUnreadable = "NITF-005";
    public const string EmbargoAfterExpiry = "NITF-006";
    public const string TimeUnreadable = "NITF-007";
    public const string ValueUnreadable = "NITF-008";
    public const string Kept = "NITF-009";
    public const string NoIdentity = "NITF-011";
    public const string MayBind = "NITF-012";
    public const string NoSubject = "NITF-013";
    public const string RuleBroken = "NITF-014";
}

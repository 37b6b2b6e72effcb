using Writethru.Copy;

namespace Writethru.Reading.Checks;

/// <summary>What kind of claim one is, as far as a diff can tell.</summary>
static class ClaimKinds
{
    /// <summary>About the text of the body.</summary>
    public static bool IsOfText(Claim claim) => claim.Target is ClaimTarget.Para or ClaimTarget.Details
        or ClaimTarget.Quotes or ClaimTarget.Background or ClaimTarget.Reaction or ClaimTarget.Figures
        or ClaimTarget.Spelling or ClaimTarget.Title or ClaimTarget.Attribution;

    /// <summary>The field of the diff that a claim speaks of; null when it is none.</summary>
    public static string? Field(Claim claim) => claim.Target switch
    {
        ClaimTarget.Headline => DiffFields.Headline,
        ClaimTarget.Byline => DiffFields.Byline,
        ClaimTarget.Dateline => DiffFields.Dateline,
        ClaimTarget.Slug => DiffFields.Slug,
        ClaimTarget.Embargo => DiffFields.Embargo,
        _ => null,
    };
}

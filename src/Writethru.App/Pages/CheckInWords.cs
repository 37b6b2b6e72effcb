using Writethru.Copy;

namespace Writethru.App.Pages;

/// <summary>A checked note to editors in words: <c>says 2, 6-10; really 2, 6-9</c>.</summary>
static class CheckInWords
{
    public static string Of(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Partly => "partly",
        ClaimVerdict.NotFound => "not so",
        ClaimVerdict.NotVerifiable => "cannot tell",
        _ => Words.Of(verdict),
    };

    /// <summary>What the claim says, and where it is not so.</summary>
    public static string Of(Claim claim, ClaimCheck check)
    {
        var said = $"{Words.Of(claim.Action)} {Words.Of(claim.Target)}";
        if (claim.Note.Length > 0)
            said = $"{said} ({claim.Note})";
        if (check.Missing.IsEmpty)
            return check.Borne.IsEmpty ? said : $"{said}: {DiffInWords.Ranges(check.Borne)}";
        var named = check.Borne.Concat(check.Missing).Order().ToList();
        var really = check.Borne.IsEmpty ? "none of them" : DiffInWords.Ranges(check.Borne);
        return $"{said}: says {DiffInWords.Ranges(named)}; really {really}";
    }

    /// <summary>What changed and no claim tells, a phrase each.</summary>
    public static IEnumerable<string> Untold(AdvisoryCheck check)
    {
        if (!check.Unannounced.IsEmpty)
            yield return $"paragraphs {DiffInWords.Ranges(check.Unannounced)}";
        if (!check.UnannouncedRemovals.IsEmpty)
            yield return $"removed {DiffInWords.Ranges(check.UnannouncedRemovals)} of the old";
        if (!check.UnannouncedFields.IsEmpty)
            yield return string.Join(", ", check.UnannouncedFields);
    }
}

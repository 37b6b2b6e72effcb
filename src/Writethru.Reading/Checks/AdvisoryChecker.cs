using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Reading.Checks;

/// <summary>
/// Holds what a note to editors claims against what its take really changed. Pure; safe to use from many threads.
/// </summary>
/// <remarks>
/// References address the new take, and those of deletions the old one. A claim without a reference covers the copy
/// behind the lead; the lead has to be named. Rules: <c>docs/guide/advisories.md</c>.
/// </remarks>
public static class AdvisoryChecker
{
    /// <summary>Fields whose change is told to editors.</summary>
    static readonly string[] _told =
        [DiffFields.Headline, DiffFields.Byline, DiffFields.Dateline, DiffFields.Embargo];

    /// <summary>The check of a note.</summary>
    /// <param name="advisory">The note, as read.</param>
    /// <param name="diff">The diff of its take against the take before.</param>
    /// <param name="old">The take before.</param>
    /// <param name="new">The take with the note.</param>
    public static AdvisoryCheck Check(AdvisoryReading advisory, ParagraphDiff diff, Take old, Take @new)
    {
        var changes = new ChangedParagraphs(diff, old.Body.Length, @new.Body.Length);
        var claims = advisory.Claims
            .Select(claim => ClaimChecker.Check(claim, changes, diff, old, @new)).ToImmutableArray();
        var cover = Coverage.Of(advisory.Claims, changes);
        var unannounced = changes.InNew(ChangeKind.Edited, ChangeKind.Added).Where(n => !cover.New[n - 1]);
        var removals = changes.Removed.Where(removed => !cover.CoversRemoval(removed, changes));
        var check = new AdvisoryCheck
        {
            Verdict = CheckVerdict.Accurate,
            Claims = claims,
            Unannounced = [.. unannounced],
            UnannouncedRemovals = [.. removals],
            UnannouncedFields = [.. UntoldFields(advisory.Claims, diff)],
            Minor = [.. changes.InNew(ChangeKind.Minor)],
        };
        return check with { Verdict = Overall(check) };
    }

    static CheckVerdict Overall(AdvisoryCheck check)
    {
        if (check.Claims.Any(claim => claim.Verdict == ClaimVerdict.NotFound))
            return CheckVerdict.Wrong;
        return check.Claims.Any(claim => claim.Verdict == ClaimVerdict.Partly)
            || !check.Unannounced.IsEmpty || !check.UnannouncedRemovals.IsEmpty || !check.UnannouncedFields.IsEmpty
            ? CheckVerdict.Incomplete
            : CheckVerdict.Accurate;
    }

    static IEnumerable<string> UntoldFields(ImmutableArray<Claim> claims, ParagraphDiff diff)
    {
        foreach (var field in diff.Fields)
        {
            if (_told.Contains(field.Name) && !claims.Any(claim => Tells(claim, field.Name)))
                yield return field.Name;
        }
        var isPictureTold = claims.Any(claim => claim.Target is ClaimTarget.Photo or ClaimTarget.Caption
            or ClaimTarget.Graphic || claim.Target == ClaimTarget.Story && claim.Action != ClaimAction.Refiles);
        if (!isPictureTold && diff.Pictures.Any(picture => picture.Kind != ChangeKind.Same))
            yield return "pictures";
    }

    static bool Tells(Claim claim, string field) => claim.Target switch
    {
        ClaimTarget.Headline => field == DiffFields.Headline,
        ClaimTarget.Byline => field == DiffFields.Byline,
        ClaimTarget.Dateline => field == DiffFields.Dateline,
        ClaimTarget.Embargo => field is DiffFields.Embargo,
        ClaimTarget.Story => claim.Action is ClaimAction.Recasts or ClaimAction.Replaces or ClaimAction.Combines,
        _ => claim.Where is ParagraphReference.Throughout && field == DiffFields.Headline,
    };
}

using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>
/// What every reader does last: words that stop, bind or are for editors alone hold wherever a sender wrote them.
/// </summary>
/// <remarks>
/// A format knows its own fields; senders write "not for publication", "embargoed until" and "no use in …" in any of
/// them. Nothing is taken away: a status only gets stricter, terms only grow, and what is not public is kept as a note.
/// Settling twice changes nothing more. Pure, and safe to use from many threads.
/// </remarks>
static class Settlement
{
    /// <summary>The same result with every take settled, and a remark for each thing that was found.</summary>
    public static ReadResult Settle(ReadResult result)
    {
        var findings = new Findings();
        result = WithheldInDoubt(result, findings);
        var takes = ImmutableArray.CreateBuilder<Take>(result.Takes.Length);
        foreach (var take in result.Takes)
            takes.Add(Settle(take, findings));
        return findings.Remarks.Count == 0
            ? result
            : result with { Takes = takes.MoveToImmutable(), Remarks = [.. result.Remarks, .. findings.Remarks] };
    }

    /// <summary>
    /// What was read in a charset that nobody is sure of waits for a person: the words that stop it may be among those
    /// that cannot be read.
    /// </summary>
    static ReadResult WithheldInDoubt(ReadResult result, Findings findings)
    {
        if (result.CharsetCertainty >= JudgedCharset.Enough || result.Takes.IsEmpty)
            return result;
        findings.Add(BindingRemarks.CharsetInDoubt, Severity.Warning,
            $"The charset is in doubt, {Quoted.Short(result.Encoding)} a guess: withheld until a person has looked.");
        return result with
        {
            Takes = [.. result.Takes.Select(take => take.Status < TakeStatus.Withheld
                ? take with { Status = TakeStatus.Withheld }
                : take)],
        };
    }

    /// <summary>The take, settled.</summary>
    public static Take Settle(Take take, Findings findings)
    {
        findings.Item = take.SenderId;
        take = EditorsOnly.SetApart(StoppingWords.Read(take, findings), findings);
        return SamePictures.ShareTerms(UsageLimits.Gather(NoticeAlone.Shape(take, findings), findings), findings);
    }
}

using System.Globalization;
using System.Text;

namespace Writethru.Copy;

/// <summary>A checked note to editors in words: <c>updates details: says 2, 6-10; really 2, 6-9</c>.</summary>
public static class CheckInWords
{
    /// <summary>All of it in one line, marked as ours: what goes to a channel that asks for it.</summary>
    public static string Of(AdvisoryReading advisory, AdvisoryCheck check)
    {
        var text = new StringBuilder($"Checked by Writethru: {Words.Of(check.Verdict)}.");
        for (var i = 0; i < Math.Min(check.Claims.Length, advisory.Claims.Length); i++)
            text.Append(CultureInfo.InvariantCulture,
                $" {Of(advisory.Claims[i], check.Claims[i])} ({Of(check.Claims[i].Verdict)}).");
        if (Untold(check).ToList() is { Count: > 0 } untold)
            text.Append(CultureInfo.InvariantCulture, $" Not told: {string.Join("; ", untold)}.");
        return text.ToString();
    }

    /// <summary>
    /// The word for what became of a claim: <c>confirmed</c>, <c>partly</c>, <c>not so</c>, <c>cannot tell</c>.
    /// </summary>
    public static string Of(ClaimVerdict verdict) => verdict switch
    {
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
            return check.Borne.IsEmpty ? said : $"{said}: {Ranges(check.Borne)}";
        var named = check.Borne.Concat(check.Missing).Order().ToList();
        return $"{said}: says {Ranges(named)}; really {(check.Borne.IsEmpty ? "none of them" : Ranges(check.Borne))}";
    }

    /// <summary>What changed and no claim tells, a phrase each.</summary>
    public static IEnumerable<string> Untold(AdvisoryCheck check)
    {
        if (!check.Unannounced.IsEmpty)
            yield return $"paragraphs {Ranges(check.Unannounced)}";
        if (!check.UnannouncedRemovals.IsEmpty)
            yield return $"removed {Ranges(check.UnannouncedRemovals)} of the old";
        if (!check.UnannouncedFields.IsEmpty)
            yield return string.Join(", ", check.UnannouncedFields);
    }

    /// <summary>Numbers in order as <c>2, 6-10</c>.</summary>
    public static string Ranges(IReadOnlyList<int> numbers)
    {
        var text = new StringBuilder();
        for (var i = 0; i < numbers.Count;)
        {
            var last = i;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
                last++;
            text.Append(text.Length > 0 ? ", " : "").Append(CultureInfo.InvariantCulture, $"{numbers[i]}");
            if (last > i)
                text.Append(CultureInfo.InvariantCulture, $"-{numbers[last]}");
            i = last + 1;
        }
        return text.ToString();
    }
}

using Writethru.Copy;

namespace Writethru.Formats.Printed;

/// <summary>Parts the bracket of a credit where limits stand beside it: <c>Kyodo/JAPAN OUT</c>.</summary>
static class CreditLine
{
    /// <summary>A longer bracket is terms as a whole, so that no bracket is read once for each of its commas.</summary>
    const int Longest = 240;

    static readonly char[] _joints = ['/', ';', ','];
    static readonly string[] _labels = ["Credit:", "Mandatory Credit:"];

    /// <summary>What a notice of copyright begins with that is a credit: <c>© Jane Roe/Example Pictures</c>.</summary>
    public const char Notice = '©';

    static readonly string[] _kinds = ["File Photo", "File", "Handout", "Handout Photo"];

    /// <summary>
    /// Parts what kind of photo it is from a credit that names its agency and its photographer:
    /// <c>REUTERS/Jane Roe/File Photo</c>, <c>REUTERS/Jane Roe/Handout via Reuters</c>. Of <c>REUTERS/Handout</c> it
    /// is the only name.
    /// </summary>
    public static (string Credit, string Label) PartLabel(string credit)
    {
        var at = credit.LastIndexOf('/');
        if (at <= credit.IndexOf('/'))
            return (credit, "");
        var label = credit[(at + 1)..].Trim().TrimEnd('.');
        var via = label.IndexOf(" via ", StringComparison.OrdinalIgnoreCase);
        var kind = via < 0 ? label : label[..via];
        return _kinds.Contains(kind, StringComparer.OrdinalIgnoreCase) ? (credit[..at], label) : (credit, "");
    }

    /// <summary>
    /// Where a notice starts that ends a caption, names an agency behind a slash, and has no year; null when none does.
    /// </summary>
    public static int? StartOfNotice(string text, int from)
    {
        var at = text.LastIndexOf(Notice);
        if (at < from || (at > 0 && !LineMarks.EndsSentence(text[Math.Max(0, at - 8)..at].TrimEnd())))
            return null;
        var owner = text[(at + 1)..].Trim();
        return owner.Contains('/') && owner.Split('/').All(name => Captions.LooksLikeName(name.Trim())) ? at : null;
    }

    /// <summary>Both credits, once where one says what the other does.</summary>
    public static string Join(string credit, string other) =>
        other.Length == 0 || credit.Contains(other, StringComparison.OrdinalIgnoreCase) ? credit
        : other.Contains(credit, StringComparison.OrdinalIgnoreCase) ? other
        : $"{credit}; {other}";

    /// <summary>The credit and the limits beside it; no credit when the bracket is nothing but terms.</summary>
    public static (string Credit, string Limits) Part(string inside)
    {
        if (IsWhole(inside))
            return (inside, "");
        if (!TermsWords.AreIn(inside) && RestrictionWords.In(inside) is null)
            return (inside, "");
        if (inside.Length > Longest)
            return ("", "");
        for (var at = inside.LastIndexOfAny(_joints); at > 0; at = inside.LastIndexOfAny(_joints, at - 1))
        {
            var credit = inside[..at].TrimEnd();
            if (RestrictionWords.In(inside[(at + 1)..].Trim()) is not { Start: 0 }
                || Countries.Find(credit[(credit.LastIndexOfAny(_joints) + 1)..].Trim()) is not null)
                continue;
            var isLabelled = _labels.Any(label => credit.StartsWith(label, StringComparison.OrdinalIgnoreCase));
            if (isLabelled || !TermsWords.AreStrong(credit)
                && (Captions.IsCredit(credit) || Captions.LooksLikeName(credit)))
                return (credit, inside[(at + 1)..].Trim());
        }
        return ("", "");
    }

    /// <summary>
    /// A mandatory credit is one as a whole, and so is a credit that only tells what kind of photo it is.
    /// </summary>
    static bool IsWhole(string inside) => Captions.IsCredit(inside)
        && (inside.StartsWith("Mandatory Credit:", StringComparison.OrdinalIgnoreCase)
            ? RestrictionWords.In(inside["Mandatory Credit:".Length..]) is null
            : RestrictionWords.In(inside) is null);
}

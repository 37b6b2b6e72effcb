using System.Text.RegularExpressions;

namespace Writethru.Formats.Printed;

/// <summary>
/// The labels that say which edition of a story a take is: <c>(2nd LD)</c>, <c>UPDATE 2-</c>, <c>URGENT:</c>.
/// </summary>
static partial class SeriesLabels
{
    /// <summary>Longest stretch in which a label is looked for.</summary>
    const int Reach = 48;

    /// <summary>Parts a label from the headline it stands before or behind.</summary>
    /// <param name="text">The line.</param>
    /// <param name="series">The label without its brackets or colon.</param>
    /// <param name="rest">What is left of the line; empty when it was the label alone.</param>
    public static bool TryPart(string text, out string series, out string rest)
    {
        var head = text[..Math.Min(text.Length, Reach)];
        if (Bracketed().Match(head) is { Success: true } bracket)
            return Part(bracket.Groups["label"].Value, text[bracket.Length..], out series, out rest);
        if (Prefixed().Match(head) is { Success: true } prefix)
            return Part(prefix.Groups["label"].Value, text[prefix.Length..], out series, out rest);
        if (Shouted(text) is > 0 and var shouted)
            return Part(text[..shouted].Trim(), text[shouted..], out series, out rest);
        var tail = Math.Max(0, text.Length - Reach);
        if (Trailing().Match(text[tail..]) is { Success: true } trailing && tail + trailing.Index > 0)
            return Part(trailing.Groups["label"].Value, text[..(tail + trailing.Index)], out series, out rest);
        (series, rest) = ("", text);
        return false;
    }

    /// <summary>
    /// How long a label is that only stands before a headline: <c>*****</c> (Reuters), <c>URGENT</c> and a blank (AFP)
    /// before words that are not in capitals; 0 for none.
    /// </summary>
    static int Shouted(string text)
    {
        const string urgent = "URGENT ";
        if (text.StartsWith(urgent, StringComparison.Ordinal))
            return text.AsSpan(urgent.Length).ContainsAnyInRange('a', 'z') ? urgent.Length : 0;
        var stars = text.Length - text.AsSpan().TrimStart('*').Length;
        return stars is 5 or 6 && stars < text.Length && char.IsLetterOrDigit(text[stars]) ? stars : 0;
    }

    /// <summary>Whether the line is a label and nothing else.</summary>
    public static bool IsAlone(string text) => TryAlone(text, out _, out _);

    /// <summary>The label that is all of a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="series">The label without its brackets or colon.</param>
    /// <param name="urgency">What a bare <c>FLASH</c> or <c>URGENT</c> says of the urgency; null otherwise.</param>
    public static bool TryAlone(string text, out string series, out int? urgency)
    {
        urgency = text switch
        {
            "FLASH" or "Flash" => 1,
            "URGENT" or "Urgent" or "BULLETIN" or "Bulletin" or "ALERT" or "Alert" => 2,
            _ => null,
        };
        if (urgency is null && !Bare().IsMatch(text))
            return TryPart(text, out series, out var rest) && rest.Length == 0 && text.Length <= Reach;
        series = text;
        return true;
    }

    /// <summary>The line of a headline with its label, in the form in which the label is read again.</summary>
    public static string Print(string series, string headline)
    {
        if (series.Length == 0)
            return headline;
        var (bracketed, dashed) = ($"({series}) {headline}", $"{series}-{headline}");
        ReadOnlySpan<string> forms =
        [
            .. IsDashed(series) ? [dashed, bracketed] : new[] { bracketed, dashed },
            $"{series}: {headline}", $"{headline} ({series})", $"{series}{headline}",
        ];
        foreach (var form in forms)
        {
            if (TryPart(form.Trim(), out var label, out var rest) && label == series && rest == headline)
                return form.Trim();
        }
        return headline.Length == 0 ? series : forms[0];
    }

    /// <summary>What Reuters prints with a dash, though others put the same word in brackets.</summary>
    static bool IsDashed(string series) => series is "CORRECTED" or "REFILE" or "RPT";

    /// <summary>
    /// A keyword line: <c>BC-Harbor Strike, 1st Ld-Writethru,466</c> (AP), <c>KOREA-FERRY/RESCUE (UPDATE 2)</c>
    /// (Reuters).
    /// </summary>
    public static bool TrySlugLine(string text, out string slug, out string series, out string rest)
    {
        (slug, series, rest) = ("", "", "");
        if (text.Length > 120)
            return false;
        if (ApKeyword().Match(text) is { Success: true } ap)
        {
            (slug, series, rest) = (ap.Groups["slug"].Value, ap.Groups["series"].Value, ap.Groups["rest"].Value);
            return true;
        }
        if (ReutersKeyword().Match(text) is not { Success: true } reuters
            || !reuters.Groups["slug"].ValueSpan.ContainsAnyInRange('A', 'Z'))
            return false;
        (slug, series) = (reuters.Groups["slug"].Value, reuters.Groups["series"].Value);
        return true;
    }

    static bool Part(string label, string left, out string series, out string rest)
    {
        (series, rest) = (label, left.Trim());
        return true;
    }

    [GeneratedRegex("""
        ^[(\[](?<label>\d{1,2}(st|nd|rd|th)\ (LD|LEAD|Ld|Lead)|LEAD|LD|URGENT|FLASH|BULLETIN|ALERT|CORRECTED|CORRECTION|
        REFILE|REFILED|REPEAT|RPT|(ADD|Add|INSERT|Insert|SUB|Sub)(\ \d{1,2})?|
        EXCLUSIVE|News\ Focus|News\ Analysis|Yonhap\ Feature|Yonhap\ Interview|Feature|Interview|Recap|Eil|EIL|
        종합|종합\d{1,2}보|\d보|속보|긴급|2보|1보|정정|수정|재송|訂正|再送|عاجل|تصحيح)[)\]]
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Bracketed();

    [GeneratedRegex("""
        ^((?<label>(UPDATE|WRAPUP)\ \d{1,2})-|
        (?<label>((REFILE|RPT|REPEAT|CORRECTED|CORRECTION|FACTBOX|EXCLUSIVE|BRIEF|TIMELINE|ANALYSIS|INTERVIEW|PREVIEW|
        SNAPSHOT|WRAPUP|UPDATE|ADD|INSERT|SUB|(UPDATE|WRAPUP)\ \d{1,2})-){0,2}
        (REFILE|RPT|REPEAT|CORRECTED|CORRECTION|FACTBOX|EXCLUSIVE|BRIEF|TIMELINE|ANALYSIS|INTERVIEW|PREVIEW|
        SNAPSHOT|WRAPUP|UPDATE|ADD|INSERT|SUB|UPDATE\ \d{1,2}|WRAPUP\ \d{1,2}))[-:]|
        (?<label>URGENT|Urgent|FLASH|Flash|ALERT|BULLETIN|EIL|Eil|Eilmeldung|عاجل|تصحيح):|
        (?<label>\d{1,2}(st|nd|rd|th|ST|ND|RD|TH)\ (Ld|LD|Lead|lead|LEAD)([-\ ]Writethru)?|LEAD|UPDATE\d{1,2}):|
        (?<label>(\d{1,2}\.\ )?Zusammenfassung|BERICHTIGUNG|KORREKTUR):|
        (?<label>(Update|Zusammenfassung|ZUSAMMENFASSUNG|Roundup)\ \d{1,2}):)
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Prefixed();

    /// <summary>
    /// A bare line that says what the transmission does with the one before it: <c>Add 1</c>, <c>REFILE</c>.
    /// </summary>
    [GeneratedRegex("""
        ^(REFILE|CORRECTION|CORRECTED|REPEAT|RPT|(ADD|Add|INSERT|Insert|SUB|Sub)\ ?\d{1,2}|
        \d{1,2}(st|nd|rd|th)\ ([Aa]dd|ADD|[Ii]nsert|INSERT|[Ss]ub|SUB))$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\((?<label>updated( \d{1,2})?|Urgent|URGENT|종합(\d{1,2}보)?|\d보|속보)\)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Trailing();

    [GeneratedRegex("""
        ^((?<slug>(BC|AP|AM|PM)-[^,]{2,60})(,\ ?(?<series>[^,0-9][^,]*|\d{1,2}(st|nd|rd|th)[^,]*))?
        (,\ ?(?<rest>\d{1,5}))?|
        (?<slug>[A-Z][^,]{2,60}),\ ?(?<series>\d{1,2}(st|nd|rd|th)\ ?(Ld|Lead|Writethru)[^,]*)
        (,\ ?(?<rest>\d{1,5}))?)<?$
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ApKeyword();

    [GeneratedRegex(@"^(?<slug>[A-Z0-9]{2,}([-/][A-Z0-9]{2,})+)/?( \((?<series>[A-Z0-9, ]{2,30})\))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex ReutersKeyword();
}

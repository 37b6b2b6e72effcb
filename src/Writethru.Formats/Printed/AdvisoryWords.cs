namespace Writethru.Formats.Printed;

/// <summary>How a note to editors opens and where it ends.</summary>
static class AdvisoryWords
{
    static readonly string[] _openings =
    [
        "(ATTN:", "(ATTN ", "(Attn:", "(Attn ", "ATTN:", "ATTENTION -", "ATTENTION:", "(ATTENTION",
        "Eds:", "EDS:", "(Eds:", "(EDS:", "Editor's note:", "Editors note:", "Editors' note:", "Editors’ note:",
        "EDITOR'S NOTE", "Editors:",
        "Note to editors:", "(Note to editors", "NOTE TO EDITORS", "(Achtung", "Achtung:", "Korrektur:",
        "(Korrektur", "(Berichtigung", "Berichtigung:", "(Neu:", "Neu: ", "(KILL", "Please kill", "(HOLD", "(TAKEDOWN:",
        "(RELEASE:", "(REFILE:", "(수정", "(주의",
        "(내용 추가", "(تحديث", "(تنويه", "تنويه:", "(ملاحظة", "This version of the story ",
    ];

    /// <summary>Verbs with which a parenthesis opens that is a note to editors, not prose.</summary>
    static readonly string[] _verbs =
    [
        "Adds", "Updates", "Corrects", "Recasts", "Refiles", "Removes", "Deletes", "Changes", "Replaces", "Repeats",
        "Trims", "Clarifies", "Restores", "Rewrites", "Fixes", "Inserts", "Edits", "Drops", "Corrected", "Refiled",
        "Writes through", "Writes-through", "Writes thru", "New throughout", "Updating", "Refiling", "Combines",
        "This story", "This version", "This item", "This is a corrected",
    ];

    /// <summary>Verbs in capitals with which a line above the copy opens that is a note without brackets.</summary>
    static readonly string[] _bareVerbs = ["UPDATES", "ADDS", "CORRECTS", "RECASTS", "REMOVES", "REPLACES", "REFILES"];

    /// <summary>
    /// <c>UPDATES with figures from three ports</c> (The Canadian Press): a verb in capitals, and words that are not.
    /// </summary>
    public static bool IsBare(string text) => text.AsSpan().ContainsAnyInRange('a', 'z') && text.Length <= 200
        && _bareVerbs.Any(verb => text.StartsWith(verb, StringComparison.Ordinal) && text.Length > verb.Length + 1
            && text[verb.Length] is ' ' or ':' or ',');

    /// <summary>Whether the line opens a note to editors.</summary>
    public static bool Opens(string text)
    {
        foreach (var opening in _openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
                return true;
        }
        if (text.Length > 6 && text.StartsWith("///", StringComparison.Ordinal))
            return true;
        return text.StartsWith('(') && _verbs.Any(verb =>
            text.AsSpan(1).StartsWith(verb, StringComparison.OrdinalIgnoreCase)
            && text.Length > verb.Length + 1 && text[verb.Length + 1] is ' ' or ',' or ':' or ';');
    }

    /// <summary>The words behind an opening such as <c>Eds:</c>; all of them when there is none.</summary>
    public static string WithoutOpening(string text)
    {
        var opening = _openings.Where(opening => text.StartsWith(opening.TrimStart('('), StringComparison.Ordinal))
            .Select(opening => opening.TrimStart('(').Length).DefaultIfEmpty().Max();
        return text[opening..].TrimStart(' ', ':', '-');
    }

    /// <summary>Whether words behind an opening tell of a change in the copy.</summary>
    public static bool StartsWithVerb(string text) =>
        _verbs.Any(verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase));
}

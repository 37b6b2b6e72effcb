namespace Writethru.Formats.Printed;

/// <summary>
/// Lines behind the copy that are not copy: the editors' notebook, notices of copyright, times of sending.
/// </summary>
static class TailLines
{
    const int Longest = 200;
    const int LongestName = 40;
    const int LongestOwner = 60;

    static readonly string[] _notebooks =
        ["Notizblock", "dpa-Notizblock", "Note to editors", "Notes to editors",
            "Redaktionelle Hinweise", "dpa-Kontakte"];

    static readonly string[] _rights = ["저작권자", "무단 전재", "무단전재", "ⓒ"];

    /// <summary>
    /// What follows is for editors only and must never reach the body: <c># dpa-Notizblock</c>, <c># Notebook</c>, "The
    /// following information is not intended for publication".
    /// </summary>
    public static bool IsNotebook(string text)
    {
        if (text.Length > 120)
            return false;
        if (NotForPublication.Opens(text))
            return true;
        if (!text.StartsWith('#'))
            return text is "dpa-Notizblock";
        var name = text.Trim('#', ' ', ':');
        return text.Length <= LongestName
            && _notebooks.Append("Notebook").Any(one => name.EndsWith(one, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The name of a notebook and nothing else, as it stands over it: <c>Notizblock</c>, <c>Notes to editors:</c>.
    /// </summary>
    public static bool NamesNotebook(string text)
    {
        var name = text.Trim(' ', ':');
        return text.Length <= LongestName && _notebooks.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// <c>(c) 2023 AFP</c>, <c>Copyright 2023 …</c>, <c>Copyright Business Wire 2026</c>, <c>&lt;저작권자(c) …&gt;</c>;
    /// never a sentence about copyright.
    /// </summary>
    public static bool IsCopyright(string text)
    {
        if (text.Length > Longest)
            return false;
        var end = text.TrimEnd('.');
        var tells = end.EndsWith('다') && !end.EndsWith("니다", StringComparison.Ordinal);
        if (!tells
            && _rights.Any(word => text.AsSpan().TrimStart("<‹〈[(（◎ ").StartsWith(word, StringComparison.Ordinal)))
            return true;
        var rest = text.AsSpan();
        var signs = 0;
        foreach (var sign in (ReadOnlySpan<string>)["Copyright", "(c)", "©"])
        {
            if (!rest.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                continue;
            rest = rest[sign.Length..].TrimStart(" ,");
            signs++;
        }
        return signs > 0 && rest.Length >= 4
            && (IsYear(rest[..4]) || text.Length <= LongestOwner && IsYear(LastFour(rest.TrimEnd('.'))));
    }

    static ReadOnlySpan<char> LastFour(ReadOnlySpan<char> text) => text.Length < 4 ? text : text[^4..];

    static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length == 4 && text[0] is '1' or '2' && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary><c>2023/11/20 15:45 송고</c>: when the agency sent it.</summary>
    public static bool IsSent(string text) => text.Length is > 8 and <= 40 && char.IsAsciiDigit(text[0])
        && text.EndsWith("송고", StringComparison.Ordinal);

    /// <summary>A line that only parts the copy from what follows it, or one part of it from the next (AP).</summary>
    public static bool IsRule(string text) => text is "___" or "____" or "_____" or "* * *" or "* * * *"
        || PartsStories(text);

    /// <summary>A line of dashes, such as part the stories of a summary: it says nothing.</summary>
    public static bool PartsStories(string text) =>
        text.Length >= 4 && text.AsSpan().IndexOfAnyExcept('-', '–', '—') < 0
        || text.Length >= 4 && text.AsSpan().IndexOfAnyExcept('=') < 0
        || text.Length >= 6 && text.AsSpan().IndexOfAnyExcept('_') < 0;

    /// <summary>
    /// <c>&lt;#&gt;</c>: a command to the computers of dpa's customers that a table begins or ends; never copy.
    /// </summary>
    public static bool IsTableMark(string text) => text is "<#>";

    /// <summary><c>dpa jr yydd n1 sku</c>: the agency, the initials of who wrote and edited, routing.</summary>
    public static bool IsClosing(string text) => text.Length is >= 8 and <= 40
        && text.StartsWith("dpa ", StringComparison.Ordinal)
        && text.Split(' ') is { Length: >= 3 and <= 8 } words
        && words.All(word => word.Length is >= 1 and <= 4
            && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}

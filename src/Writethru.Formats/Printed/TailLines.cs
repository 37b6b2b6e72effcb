namespace Writethru.Formats.Printed;

/// <summary>
/// Lines behind the copy that are not copy: the editors' notebook, notices of copyright, times of sending.
/// </summary>
static class TailLines
{
    const int Longest = 200;
    const int LongestOwner = 60;

    static readonly string[] _notebooks =
        ["Notizblock", "Notebook", "Note to editors", "Notes to editors", "Redaktionelle Hinweise", "dpa-Kontakte"];

    /// <summary>Sentences behind which nothing may be published.</summary>
    static readonly string[] _notForPublication =
    [
        "The following information is not intended for publication", "The following information is not for publication",
        "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt",
    ];

    static readonly string[] _rights = ["저작권자", "무단 전재", "무단전재", "ⓒ"];

    /// <summary>
    /// What follows is for editors only and must never reach the body: <c># dpa-Notizblock</c>, <c># Notebook</c>, "The
    /// following information is not intended for publication".
    /// </summary>
    public static bool IsNotebook(string text)
    {
        if (text.Length > 120)
            return false;
        var bare = text.AsSpan().TrimStart("*-( ");
        foreach (var sentence in _notForPublication)
        {
            if (bare.StartsWith(sentence, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        if (text.Length > 40)
            return false;
        var name = text.AsSpan().TrimStart('#');
        var signs = text.Length - name.Length;
        name = name.Trim().TrimEnd(':');
        if (signs == 0)
            return name is "dpa-Notizblock";
        foreach (var notebook in _notebooks)
        {
            if (name.EndsWith(notebook, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>
    /// <c>(c) 2023 AFP</c>, <c>Copyright 2023 …</c>, <c>Copyright Business Wire 2026</c>, <c>&lt;저작권자(c) …&gt;</c>;
    /// never a sentence about copyright.
    /// </summary>
    public static bool IsCopyright(string text)
    {
        if (text.Length > Longest)
            return false;
        if (_rights.Any(word => text.AsSpan().TrimStart("<‹〈[(（◎ ").StartsWith(word, StringComparison.Ordinal)))
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
    public static bool IsRule(string text) => text is "___" or "____" or "_____" or "* * *" or "* * * *";

    /// <summary><c>dpa jr yydd n1 sku</c>: the agency, the initials of who wrote and edited, routing.</summary>
    public static bool IsClosing(string text) => text.Length is >= 8 and <= 40
        && text.StartsWith("dpa ", StringComparison.Ordinal)
        && text.Split(' ') is { Length: >= 3 and <= 8 } words
        && words.All(word => word.Length is >= 1 and <= 4
            && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
}

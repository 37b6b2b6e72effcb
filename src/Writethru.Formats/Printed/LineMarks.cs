using System.Collections.Frozen;

namespace Writethru.Formats.Printed;

/// <summary>Lines that are recognised by their own words alone, wherever they stand.</summary>
static class LineMarks
{
    static readonly FrozenSet<string> _endMarks = new[]
    {
        "(END)", "(End)", "(end)", "- END -", "-END-", "END", "End", "end", "(ENDS)", "(ends)", "ENDS", "///", "NNNN",
        "Enditem", "ENDITEM", "-0-", "- 0 -", "-30-", "- 30 -", "###", "■", "==Kyodo",
        "(끝)", "<끝>", "（끝）", "끝", "(انتهى)", "انتهى", "(完)", "（完）", "完", "(了)", "（了）", "(終)", "（終）",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>End marks that may stand behind the last words of a paragraph.</summary>
    static readonly string[] _gluedEndMarks =
    [
        "(END)", "(End)", "(end)", "(ENDS)", "(ends)", " Enditem", "==Kyodo", "(끝)", "<끝>", "（끝）", "(انتهى)", "(完)",
        "（完）", "(了)", "（了）", "(終)", "（終）",
    ];

    static readonly string[] _signOffs =
    [
        "(Reporting by ", "(Reporting and ", "(Additional reporting", "(Writing by ", "(Written by ", "(Editing by ",
        "(Compiled by ", "(Edited by ", "(With reporting", "(Bureau ", "(Newsroom",
    ];

    /// <summary>Whether the line is nothing but a mark that ends the copy, the trailer line of AP among them.</summary>
    public static bool IsEndMark(string text) => _endMarks.Contains(text) || IsApTrailer(text);

    /// <summary>Parts an end mark from the words before it.</summary>
    public static bool TryPartEndMark(string text, out string before, out string mark)
    {
        foreach (var end in _gluedEndMarks)
        {
            if (text.Length <= end.Length || !text.EndsWith(end, StringComparison.Ordinal))
                continue;
            (before, mark) = (text[..^end.Length].TrimEnd(), end.Trim());
            return before.Length > 0;
        }
        (before, mark) = (text, "");
        return false;
    }

    /// <summary>Whether the copy ends at the line: an end mark, or the editors' notebook.</summary>
    public static bool EndsCopy(string text) => IsEndMark(text) || TailLines.IsNotebook(text);

    /// <summary>One e-mail address and nothing else.</summary>
    public static bool IsContact(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && text.Length <= 120 && text.IndexOf('@', at + 1) < 0 && text.IndexOf('.', at) > at + 1
            && !text.EndsWith('.') && text.All(c => char.IsLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+');
    }

    /// <summary>
    /// <c>(Reporting by …; Editing by …)</c>; <c>((jane.roe@reuters.example))</c>; the initials of AFP,
    /// <c>jd/mp/al</c>; a notice of copyright.
    /// </summary>
    public static bool IsSignOff(string text) => text.EndsWith(')') && IsSignOffStart(text)
        || TailLines.IsCopyright(text)
        || text.StartsWith("((", StringComparison.Ordinal) && text.EndsWith("))", StringComparison.Ordinal)
        || text.Length is >= 5 and <= 24 && text.Contains('/') && text.All(c => char.IsAsciiLetterLower(c) || c == '/')
            && text.Split('/').All(initials => initials.Length is >= 2 and <= 5);

    /// <summary>The name of a byline; null when the line is none. Only lines before the copy are asked.</summary>
    public static string? Byline(string text)
    {
        if (text.Length > 100)
            return null;
        if (text.EndsWith(", The Canadian Press", StringComparison.Ordinal))
            return text.Count(c => c == ' ') <= 8 && !text.Any(char.IsDigit) ? text : null;
        if (text.EndsWith(" 기자", StringComparison.Ordinal) || text.EndsWith(" 특파원", StringComparison.Ordinal))
            return text.Count(c => c == ' ') <= 2 ? text : null;
        var length = text.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? 3
            : text.StartsWith("Von ", StringComparison.Ordinal) || IsFrench(text) ? 4 : 0;
        if (length == 0 || text.Length == length)
            return null;
        var name = text[length..].TrimEnd('=').TrimEnd();
        return name.Length > 1 && !char.IsLower(name[0]) && !name.Any(char.IsDigit) && !EndsSentence(name)
            && name.Count(c => c == ' ') <= 10 ? name : null;
    }

    /// <summary><c>Par Jane ROE</c>: every word is a name, so that no headline is one.</summary>
    static bool IsFrench(string text) => text.StartsWith("Par ", StringComparison.Ordinal)
        && text[4..].Split(' ') is { Length: >= 2 and <= 6 } words
        && words.All(word => word is "et" or "de" or "à" || word.Length > 0 && char.IsUpper(word[0]))
        && words.Any(word => word.Length > 2 && !word.Any(char.IsLower));

    /// <summary>A line that no wrapped line follows.</summary>
    public static bool StandsAlone(string text) => EndsCopy(text) || IsContact(text) || TailLines.IsRule(text)
        || TailLines.IsTableMark(text) || TailLines.IsSent(text)
        || Labels.TryPart(text, out _, out _) || Byline(text) is not null
        || SeriesLabels.IsAlone(text)
        || Routing.IsCode(text) || Routing.IsSlug(text) || Routing.IsToken(text)
        || AdvisoryWords.Opens(text) && new NoteScanner(text) is { IsClosed: true, Rest: "" };

    /// <summary>A line that continues none.</summary>
    public static bool OpensItsOwnLine(string text) => EndsCopy(text) || IsContact(text) || TailLines.IsRule(text)
        || TailLines.IsTableMark(text) || Routing.IsToken(text) || TailLines.IsClosing(text)
        || TailLines.IsSent(text) || TailLines.IsCopyright(text)
        || Labels.TryPart(text, out _, out _) || AdvisoryWords.Opens(text) || IsSignOffStart(text)
        || Withheld.TryRead(text, out _) || text.StartsWith("* ", StringComparison.Ordinal);

    /// <summary>
    /// Whether a sentence ends with the line: a full stop, a question or exclamation mark, or a quote after one.
    /// </summary>
    public static bool EndsSentence(string text)
    {
        var last = text.AsSpan().TrimEnd("\"'”’“»)]");
        return last.Length > 0 && last[^1] is '.' or '!' or '?' or '…' or '。' or '؟';
    }

    static bool IsSignOffStart(string text) =>
        _signOffs.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>AP-NY-11-24-26 0412GMT</c></summary>
    static bool IsApTrailer(string text) => text.Length is > 10 and <= 40
        && text.StartsWith("AP-", StringComparison.Ordinal) && text.Count(c => c == '-') >= 4
        && (text.TrimEnd('<').EndsWith("GMT", StringComparison.Ordinal)
            || text.TrimEnd('<').EndsWith('T') && char.IsDigit(text.TrimEnd('<')[^4]));
}

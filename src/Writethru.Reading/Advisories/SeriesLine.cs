namespace Writethru.Reading.Advisories;

/// <summary>
/// The series label of a headline: <c>(2nd LD)</c>, <c>UPDATE 2-</c>, <c>1st Ld-Writethru:</c>, <c>(updated)</c>.
/// </summary>
static class SeriesLine
{
    static readonly string[] _features =
    [
        "news focus", "yonhap feature", "yonhap interview", "news analysis", "feature", "interview", "profile",
        "roundup", "summary", "news summary", "yonhap headlines",
    ];

    /// <summary>The label in its normal form; empty when the line is no headline with a label.</summary>
    public static string Read(NoteText text)
    {
        if (text.Count == 0)
            return "";
        return Stars(text) ?? Bracketed(text) ?? Leading(text) ?? Trailing(text) ?? "";
    }

    static string? Stars(NoteText text) => text.Raw.StartsWith("*****", StringComparison.Ordinal) ? "FLASH" : null;

    /// <summary><c>(2nd LD) …</c>, <c>(URGENT) …</c>, <c>(News Focus) …</c>.</summary>
    static string? Bracketed(NoteText text)
    {
        if (text[0].Key != "(")
            return null;
        var close = 1;
        while (close < 6 && text[close].Key != ")")
            close++;
        if (text[close].Key != ")" || close + 1 >= text.Count)
            return null;
        if (Label(text, 1, out var end) is { } label && end == close)
            return label;
        var words = string.Join(' ', Enumerable.Range(1, close - 1).Select(at => text[at].Key));
        return _features.Contains(words) ? words.ToUpperInvariant() : null;
    }

    /// <summary><c>UPDATE 2-…</c>, <c>2nd Ld: …</c>, <c>URGENT …</c>.</summary>
    static string? Leading(NoteText text)
    {
        if (Label(text, 0, out var end) is not { } label || end >= text.Count)
            return null;
        var isUrgent = label is "URGENT" && text.IsCapitals(0);
        return text[end].Kind is TokenKind.Colon or TokenKind.Dash || isUrgent || IsGlued(text, end) ? label : null;
    }

    /// <summary>"UPDATE 2-Foo" is cut as one word behind the number.</summary>
    static bool IsGlued(NoteText text, int at) => text[at - 1].Key.Contains('-', StringComparison.Ordinal);

    /// <summary><c>… (updated 2)</c>.</summary>
    static string? Trailing(NoteText text)
    {
        var close = text.Count - 1;
        if (text[close].Key != ")" || close < 4)
            return null;
        if (text.Is(close - 1, "updated") && text[close - 2].Key == "(")
            return "UPDATE";
        return text[close - 3].Key == "(" && text.Is(close - 2, "updated")
            && NoteNumbers.Cardinal(text[close - 1].Key) is { } number
            ? $"UPDATE {number}" : null;
    }

    /// <summary><c>REFILE-Ferry sinks</c>, <c>CORRECTED-UPDATE 1-Ferry sinks</c>: the first label counts.</summary>
    static string? Glued(NoteText text, int at)
    {
        var word = text.Raw.AsSpan(text[at].Start, text[at].End - text[at].Start);
        var label = word[..word.IndexOf('-')];
        return label is "CORRECTED" or "REFILE" or "RPT" or "REPEAT" or "FACTBOX" or "URGENT" or "WRAPUP" or "UPDATE"
            ? label.ToString() : null;
    }

    static string? Label(NoteText text, int at, out int end)
    {
        var ordinal = NoteNumbers.Ordinal(text[at].Key);
        end = ordinal is null ? at : at + 1;
        var key = text[end].Key;
        if (key is "ld" or "lead" or "ld-writethru" or "lead-writethru" or "ld-write-thru")
        {
            var isWriteThru = key.Contains("write", StringComparison.Ordinal);
            end++;
            if (text[end].Kind == TokenKind.Dash && text[end + 1].Key is "writethru")
                end++;
            if (text[end].Key is "writethru" or "write-thru")
                (isWriteThru, end) = (true, end + 1);
            if (ordinal is null)
                return text.IsCapitals(at) ? isWriteThru ? "LD-WRITETHRU" : "LEAD" : null;
            return $"{text[at].Key} {(isWriteThru ? "LD-WRITETHRU" : "LD")}";
        }
        if (ordinal is not null)
            return null;
        if (key.Contains('-', StringComparison.Ordinal) && Glued(text, at) is { } glued)
        {
            end = at + 1;
            return glued;
        }
        var isKnown = key is "urgent" or "flash" or "bulletin" or "newsalert" or "alert" or "corrected" or "refile"
            or "rpt" or "repeat" or "update" or "wrapup" or "factbox";
        var next = text[at + 1];
        var isNumbered = char.IsAsciiDigit(next.Key.FirstOrDefault());
        if (!isKnown || !(text.IsCapitals(at) || next.Kind == TokenKind.Colon || isNumbered))
            return null;
        end = at + 1;
        var label = text[at].Key.ToUpperInvariant();
        if (key is "update" or "wrapup" && NoteNumbers.Cardinal(text[end].Key.Split('-')[0]) is { } number)
        {
            end++;
            return $"{label} {number}";
        }
        return label;
    }
}

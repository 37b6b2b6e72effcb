using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>
/// The two header lines of a message: <c>a0123</c>, US, <c>_asian</c>; then <c>u i</c>, DC3 DC1,
/// <c>BC-Harbor Strike 1stLd-Writethru     11-24 1049</c>.
/// </summary>
sealed record Anpa1312Header
{
    /// <summary>The selector of a message for all receivers.</summary>
    public const string Everybody = "_-----";

    const int Longest = 200;

    /// <summary>Service letter and number: <c>a0123</c>; empty when the first line is none.</summary>
    public string Sequence { get; init; } = "";

    /// <summary>To whom the message goes: <c>_asian</c>; may be empty.</summary>
    public string Selector { get; init; } = "";

    /// <summary>The letter of the priority; a space when there is none.</summary>
    public char Priority { get; init; } = ' ';

    /// <summary>The letters of the category; may be empty.</summary>
    public string Category { get; init; } = "";

    /// <summary>Whether DC4 or DC2 say that lines stand as they are.</summary>
    public bool IsTabular { get; init; }

    /// <summary>Slug and take key as the second line has them.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>Month and day, as they stand; may be empty.</summary>
    public string Date { get; init; } = "";

    /// <summary>The number behind the date; no count of words. May be empty.</summary>
    public string Count { get; init; } = "";

    /// <summary>Reads the first line; null when it is none.</summary>
    public static Anpa1312Header? ReadFirst(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(" \t\u0016\0");
        if (text.Length is < 5 or > Longest || !char.IsAsciiLetter(text[0])
            || text[1..5].IndexOfAnyExceptInRange('0', '9') >= 0)
            return null;
        var end = 5;
        while (end < text.Length && char.IsAsciiLetterUpper(text[end]))
            end++;
        if (text.Length > end && text[end] is not (ControlBytes.Us or ' ' or '_' or '\r' or '\n')
            || end > 5 && (text.Length == end || text[end] != ControlBytes.Us))
            return null;
        return new Anpa1312Header
        {
            Sequence = text[..5].ToString(),
            Selector = ControlBytes.Strip(text[5..], out _).Trim(),
        };
    }

    /// <summary>
    /// Whether the line is the second of a message that has lost its first line and its control characters:
    /// <c>r w PM-Harbor 1stLd-Writethru a0512 11-24 0334</c>.
    /// </summary>
    public static bool IsBareSecond(ReadOnlySpan<char> line) =>
        new Anpa1312Header().ReadSecond(line) is { Date.Length: > 0, Keywords: var keywords }
        && HasCycle(keywords);

    /// <summary>Whether slug or keyword line opens with the cycle of a day's papers: <c>BC-</c>, <c>PM-</c>.</summary>
    public static bool HasCycle(string text) =>
        text.Length > 3 && text[2] == '-' && text[..2] is "BC" or "AP" or "AM" or "PM";

    /// <summary>Reads the second line into this header; null when it is none.</summary>
    public Anpa1312Header? ReadSecond(ReadOnlySpan<char> line)
    {
        var text = line.Trim(" \t");
        if (text.Length is < 3 or > Longest || !char.IsAsciiLetter(text[0]) || text[1] != ' ')
            return null;
        var end = 2;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        var controls = text[end..].IndexOfAnyExcept(" \u0011\u0012\u0013\u0014");
        var marks = controls < 0 ? text[end..] : text[end..(end + controls)];
        if (end is 2 or > 6 || marks.IsEmpty && end < text.Length)
            return null;
        var rest = controls < 0 ? "" : ControlBytes.Strip(text[(end + controls)..], out _).Trim();
        var header = this with
        {
            Priority = text[0],
            Category = text[2..end].ToString(),
            IsTabular = marks.IndexOfAny('\u0012', '\u0014') >= 0,
        };
        return header.WithKeywords(rest);
    }

    Anpa1312Header WithKeywords(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = words.Length > 1 && IsDate(words[^2]) && words[^1].All(char.IsAsciiDigit) ? words[^1] : "";
        var at = words.Length - (count.Length > 0 ? 2 : 1);
        var date = at >= 0 && IsDate(words[at]) ? words[at] : "";
        return this with { Count = count, Date = date,
            Keywords = string.Join(' ', date.Length > 0 ? words[..at] : words) };
    }

    static bool IsDate(string word) => word.Length == 5 && word[2] == '-' && char.IsAsciiDigit(word[0])
        && char.IsAsciiDigit(word[1]) && char.IsAsciiDigit(word[3]) && char.IsAsciiDigit(word[4]);
}

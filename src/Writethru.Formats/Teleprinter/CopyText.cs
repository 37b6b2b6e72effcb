namespace Writethru.Formats.Teleprinter;

/// <summary>Text between copy and line.</summary>
static class CopyText
{
    /// <summary>
    /// The text as a line may carry it: no control character, line ends as line feeds, tabs and form feeds as spaces.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(_controls))
            return text;
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\t', ' ')
            .Replace('\f', ' ').Split('\n');
        return string.Join('\n', lines.Select(line => ControlBytes.Strip(line, out _)));
    }

    static readonly System.Buffers.SearchValues<char> _controls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => c == '\t' || ControlBytes.IsControl(c))]);

    /// <summary>A line of text that has no control characters.</summary>
    public static CopyLine Line(string raw, int at)
    {
        var trimmed = raw.AsSpan().TrimStart(" \t");
        var indent = raw.Length - trimmed.Length;
        return new CopyLine(trimmed.TrimEnd(" \t").ToString(), at + indent, indent);
    }

    /// <summary>
    /// Parts text into lines: CR LF, LF or a lone CR ends one. Control characters are removed and counted.
    /// </summary>
    public static List<CopyLine> Lines(string content, int start, int end, out int removed)
    {
        removed = 0;
        var lines = new List<CopyLine>();
        var at = start;
        while (at < end)
        {
            var length = content.AsSpan(at, end - at).IndexOfAny('\r', '\n');
            if (length < 0)
                length = end - at;
            lines.Add(Line(ControlBytes.Strip(content.AsSpan(at, length), out var stripped), at));
            removed += stripped;
            at += length;
            at += at + 1 < end && content[at] == '\r' && content[at + 1] == '\n' ? 2 : 1;
        }
        return lines;
    }
}

namespace Writethru.Formats.Ninjs;

/// <summary>Parts plain text into paragraphs and joins them again.</summary>
static class PlainParagraphs
{
    /// <summary>Empty lines part paragraphs where there are any, and lines otherwise.</summary>
    public static List<string> Part(string text)
    {
        List<string> lines = [];
        List<int> starts = [];
        var isAfterGap = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                isAfterGap = true;
                continue;
            }
            if (isAfterGap)
                starts.Add(lines.Count);
            lines.Add(line.ToString());
            isAfterGap = false;
        }
        return starts.Count <= 1 || starts.Count == lines.Count ? lines : Join(lines, starts);
    }

    /// <summary>Paragraphs with an empty line between them.</summary>
    public static string Join(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);

    static List<string> Join(List<string> lines, List<int> starts)
    {
        var paragraphs = new List<string>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : lines.Count;
            paragraphs.Add(end - starts[i] == 1
                ? lines[starts[i]]
                : string.Join(' ', lines.GetRange(starts[i], end - starts[i])));
        }
        return paragraphs;
    }
}

namespace Writethru.Formats.Ninjs;

/// <summary>Parts plain text into paragraphs and joins them again.</summary>
static class PlainParagraphs
{
    /// <summary>Empty lines part paragraphs where there are any, and lines otherwise.</summary>
    public static List<string> Part(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var inside = lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace);
        if (!inside.Any(string.IsNullOrWhiteSpace))
            return [.. lines.Where(line => !string.IsNullOrWhiteSpace(line))];
        var paragraphs = new List<string>();
        var open = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
                open.Add(line);
            else if (open.Count > 0)
            {
                paragraphs.Add(string.Join(' ', open));
                open.Clear();
            }
        }
        return paragraphs;
    }

    public static string Join(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);
}

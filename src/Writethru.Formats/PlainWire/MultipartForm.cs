namespace Writethru.Formats.PlainWire;

/// <summary>
/// Recognises the body of a web form: an item that was posted inside one is not the item, and its boundary lines would
/// be taken for copy.
/// </summary>
static class MultipartForm
{
    /// <summary>Header lines of a part among which the disposition is looked for.</summary>
    const int Headers = 4;

    const int LongestBoundary = 72;

    /// <summary>A line of <c>--</c> and a boundary, then a header line <c>Content-Disposition:</c>.</summary>
    public static bool IsIn(IReadOnlyList<WireLine> lines)
    {
        if (!lines[0].StartsWith("--") || lines[0].Text.Length is < 3 or > LongestBoundary)
            return false;
        return lines.Skip(1).Take(Headers).Any(line =>
            line.Text.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase));
    }
}

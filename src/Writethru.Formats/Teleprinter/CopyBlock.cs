namespace Writethru.Formats.Teleprinter;

/// <summary>Lines that belong together: a paragraph, a list, a table.</summary>
/// <param name="Lines">The lines, none of them blank.</param>
readonly record struct CopyBlock(IReadOnlyList<CopyLine> Lines)
{
    public CopyLine First => Lines[0];

    public int At => Lines[0].At;

    /// <summary>
    /// Parts lines at blank ones, and where an indent opens a paragraph: behind a line without one, or wherever the
    /// format says so.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="indentOpens">Whether every indent of three columns or more opens a paragraph (ANPA 1312).</param>
    public static List<CopyBlock> Split(IReadOnlyList<CopyLine> lines, bool indentOpens)
    {
        var blocks = new List<CopyBlock>();
        var open = new List<CopyLine>();
        foreach (var line in lines)
        {
            var opens = open.Count > 0 && !line.IsBlank && line.Indent >= 3
                && (indentOpens || open[^1].Indent == 0 && !ColumnTable.HasGutter(line.Text));
            if (line.IsBlank || opens)
                Close(open, blocks);
            if (!line.IsBlank)
                open.Add(line);
        }
        Close(open, blocks);
        return blocks;
    }

    static void Close(List<CopyLine> open, List<CopyBlock> blocks)
    {
        if (open.Count > 0)
            blocks.Add(new CopyBlock([.. open]));
        open.Clear();
    }
}

namespace Writethru.Formats.Teleprinter;

/// <summary>Lines that belong together: a paragraph, a list, a table.</summary>
/// <param name="Lines">The lines, none of them blank.</param>
readonly record struct CopyBlock(IReadOnlyList<CopyLine> Lines)
{
    public CopyLine First => Lines[0];

    public int At => Lines[0].At;

    /// <summary>
    /// Parts lines at blank ones, where an indent opens a paragraph (behind a line without one, or wherever the format
    /// says so), and where the part begins that is not for publication.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="indentOpens">
    /// Whether every indent of three columns or more opens a paragraph (ANPA 1312), but for rows of a table and for
    /// what belongs to a list at the left margin.
    /// </param>
    public static List<CopyBlock> Split(IReadOnlyList<CopyLine> lines, bool indentOpens)
    {
        var blocks = new List<CopyBlock>();
        var open = new List<CopyLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var opens = open.Count > 0 && !line.IsBlank && line.Indent >= 3
                && (indentOpens ? !BelongsTo(open, line) : open[^1].Indent == 0 && !ColumnTable.HasGutter(line.Text));
            if (line.IsBlank || opens || line.Text.StartsWith("==", StringComparison.Ordinal)
                || open.Count > 0 && EndsCopy(open, lines, i))
                Close(open, blocks);
            if (!line.IsBlank)
                open.Add(line);
        }
        Close(open, blocks);
        return blocks;
    }

    static bool EndsCopy(List<CopyLine> open, IReadOnlyList<CopyLine> lines, int at) =>
        !CopyLabels.IsGuarded(open[0].Text) && CopyTail.StartsAt(lines, at)
        && !CopyTail.IsStars(open[^1].Text);

    static bool BelongsTo(List<CopyLine> open, CopyLine line) =>
        ColumnTable.HasGutter(line.Text) && ColumnTable.HasGutter(open[^1].Text)
        || open[0].Indent < 3 && ListItems.IsBullet(open[0].Text);

    static void Close(List<CopyLine> open, List<CopyBlock> blocks)
    {
        if (open.Count > 0)
            blocks.Add(new CopyBlock([.. open]));
        open.Clear();
    }
}

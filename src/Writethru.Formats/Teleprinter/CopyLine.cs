namespace Writethru.Formats.Teleprinter;

/// <summary>One line of a message.</summary>
/// <param name="Text">The line without control characters and without white space at its ends.</param>
/// <param name="At">Where the text starts, in UTF-16 units from the start of the decoded item.</param>
/// <param name="Indent">Columns before the text.</param>
readonly record struct CopyLine(string Text, int At, int Indent)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>Columns of the line with its indent.</summary>
    public int Columns => Indent + TextColumns.Of(Text);

    /// <summary>The line without its first characters and the spaces behind them.</summary>
    public CopyLine From(int length)
    {
        var rest = Text.AsSpan(length).TrimStart(' ');
        var cut = Text.Length - rest.Length;
        return new CopyLine(rest.ToString(), At + cut, Indent + TextColumns.Of(Text.AsSpan(0, cut)));
    }
}

namespace Writethru.Formats.PlainWire;

/// <summary>One line of copy, or several that a narrow column had broken.</summary>
/// <param name="Text">The text without white space at its ends and without control characters.</param>
/// <param name="At">Where it starts in the decoded text.</param>
/// <param name="Indent">Columns of white space before it.</param>
/// <param name="AfterBlank">Whether an empty line, or the start of the item, stands before it.</param>
readonly record struct WireLine(string Text, int At, int Indent, bool AfterBlank)
{
    public bool StartsWith(string text) => Text.StartsWith(text, StringComparison.Ordinal);
}

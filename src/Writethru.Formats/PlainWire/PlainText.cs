namespace Writethru.Formats.PlainWire;

/// <summary>Whether decoded bytes are copy at all.</summary>
static class PlainText
{
    const int Sample = 4_096;

    /// <summary>No more than one character in ten is a control other than tab, line end and form feed.</summary>
    public static bool IsText(ReadOnlySpan<char> text)
    {
        var sample = text[..Math.Min(text.Length, Sample)];
        var controls = 0;
        foreach (var c in sample)
        {
            if (c is < ' ' and not ('\t' or '\r' or '\n' or '\f') or >= '\u007F' and <= '\u009F' and not '\u0085')
                controls++;
        }
        return controls * 10 <= sample.Length;
    }
}

namespace Writethru.Formats.Teleprinter;

/// <summary>The control characters that steer a teleprinter line (ITU-T alphabet No. 5).</summary>
static class ControlBytes
{
    /// <summary>Start of heading: a message begins.</summary>
    public const char Soh = '\u0001';

    /// <summary>Start of text: the heading ends.</summary>
    public const char Stx = '\u0002';

    /// <summary>End of text: the trailer follows.</summary>
    public const char Etx = '\u0003';

    /// <summary>End of transmission: a message ends.</summary>
    public const char Eot = '\u0004';

    /// <summary>Bell: rings at the receiver; five of them announce urgent copy.</summary>
    public const char Bel = '\u0007';

    /// <summary>In ANPA tables, at the start of a line: the line has tabs.</summary>
    public const char Backspace = '\b';

    /// <summary>Form feed: ends an ANPA message before its EOT.</summary>
    public const char FormFeed = '\f';

    /// <summary>In ANPA tables, a thin space inside a name.</summary>
    public const char Dle = '\u0010';

    /// <summary>Idle character before a message.</summary>
    public const char Syn = '\u0016';

    /// <summary>In ANPA tables, the end of a column.</summary>
    public const char Rs = '\u001E';

    /// <summary>In ANPA, the end of the selector's prefix, and in tables the end of a column.</summary>
    public const char Us = '\u001F';

    /// <summary>Padding behind a message.</summary>
    public const char Del = '\u007F';

    /// <summary>Whether the character steers the line and is no copy; a tab is not among them.</summary>
    public static bool IsControl(char c) => c is < ' ' and not '\t' or Del or >= '\u0080' and <= '\u009F';

    /// <summary>The text without control characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="removed">How many were removed.</param>
    public static string Strip(ReadOnlySpan<char> text, out int removed)
    {
        removed = 0;
        foreach (var c in text)
        {
            if (IsControl(c))
                removed++;
        }
        if (removed == 0)
            return text.ToString();
        return string.Create(text.Length - removed, text, static (span, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (!IsControl(c))
                    span[at++] = c;
            }
        });
    }
}

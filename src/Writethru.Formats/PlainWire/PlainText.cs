namespace Writethru.Formats.PlainWire;

/// <summary>Whether decoded bytes are copy at all.</summary>
static class PlainText
{
    const int Sample = 4_096;

    /// <summary>As many signs may stand in a row of an end mark or a rule.</summary>
    const int FewSigns = 200;

    /// <summary>
    /// Whether the text opens as markup or JSON does, or is long and has hardly a letter or digit; <c>&lt;속보&gt;</c> is
    /// how agencies of Korea open a headline.
    /// </summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        if (start.Length > 1 && (start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] is '?' or '!' or '/')
            || start[0] is '{' or '[' && start[1..].TrimStart() is [('"' or '{'), ..]))
            return start[0] != '<' || start.Contains("</", StringComparison.Ordinal)
                || start.Contains("/>", StringComparison.Ordinal) || start[1] is '?' or '!'
                || start.StartsWith("<p>", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<body", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<div", StringComparison.OrdinalIgnoreCase);
        var (letters, signs) = (0, 0);
        foreach (var c in start[..Math.Min(start.Length, Sample)])
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
            signs += char.IsWhiteSpace(c) || char.IsLetterOrDigit(c) ? 0 : 1;
        }
        return signs > FewSigns && letters * 10 < signs;
    }

    /// <summary>Whether there is a word of four hundred letters and digits: Base64, a key, a dump.</summary>
    public static bool IsEncoded(ReadOnlySpan<char> text)
    {
        const int LongestWord = 400;
        var word = 0;
        foreach (var c in text)
        {
            word = char.IsAsciiLetterOrDigit(c) || c is '+' or '/' ? word + 1 : 0;
            if (word > LongestWord)
                return true;
        }
        return false;
    }

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

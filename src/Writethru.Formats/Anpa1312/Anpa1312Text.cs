using System.Buffers;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>The signs that ANPA copy has of its own, and how its lines part into blocks.</summary>
static class Anpa1312Text
{
    /// <summary>
    /// Control characters that mean something in copy: column ends, tab lines, thin spaces, the four DC.
    /// </summary>
    public static SearchValues<char> Signs { get; } = SearchValues.Create(
        "\b\u0010\u0011\u0012\u0013\u0014\u001E\u001F");

    /// <summary>
    /// The lines of a text. RS and US part columns there, BS marks a line with tabs, DLE is a thin space; <c>``</c> and
    /// <c>''</c> are quotation marks, <c>_</c> between words a dash, and in tables <c>{</c> a half.
    /// </summary>
    public static List<CopyLine> Lines(string content, int start, int end, bool isTabular)
    {
        var text = string.Create(end - start, (content, start), static (span, from) =>
        {
            from.content.AsSpan(from.start, span.Length).CopyTo(span);
            foreach (ref var c in span)
            {
                c = c switch
                {
                    ControlBytes.Rs or ControlBytes.Us => '\t',
                    ControlBytes.Backspace or ControlBytes.Dle => ' ',
                    _ => c,
                };
            }
        });
        var lines = CopyText.Lines(text, 0, text.Length, out _);
        for (var i = 0; i < lines.Count; i++)
            lines[i] = lines[i] with { Text = Signed(lines[i].Text, isTabular), At = start + lines[i].At };
        return lines;
    }

    /// <summary>Blocks of the copy; a heading line in the middle of it is a sub-head.</summary>
    public static List<CopyBlock> Blocks(List<CopyLine> lines)
    {
        var parted = new List<CopyLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsHeading(lines[i]))
            {
                parted.Add(lines[i]);
                continue;
            }
            parted.Add(default(CopyLine) with { Text = "" });
            parted.Add(Subhead(lines[i], out var isClosed));
            while (!isClosed && i + 1 < lines.Count && !lines[i + 1].IsBlank && !IsHeading(lines[i + 1])
                && lines[i + 1].Indent < 3)
                parted.Add(Ended(lines[++i], out isClosed));
            parted.Add(default(CopyLine) with { Text = "" });
        }
        return CopyBlock.Split(parted, indentOpens: true);
    }

    /// <summary>Whether a line starts like those of the heading.</summary>
    public static bool IsHeading(CopyLine line) => line.Indent == 0 && line.Text.StartsWith('^');

    /// <summary>The line without the sign that ends a heading.</summary>
    public static CopyLine Ended(CopyLine line, out bool isClosed)
    {
        isClosed = line.Text.Length > 0 && line.Text[^1] is '<' or '='
            && (line.Text.Length == 1 || line.Text[^2] != ' ');
        return isClosed ? line with { Text = line.Text[..^1] } : line;
    }

    /// <summary>As copy has it elsewhere: with two signs before it, unless it is a note to editors.</summary>
    static CopyLine Subhead(CopyLine line, out bool isClosed)
    {
        var ended = Ended(line, out isClosed).From(1);
        return Printed.AdvisoryWords.Opens(ended.Text.Length > 0 ? ended.Text : " ")
            ? ended
            : ended with { Text = $"## {ended.Text}" };
    }

    static string Signed(string text, bool isTabular)
    {
        if (text.AsSpan().IndexOfAny("`'_{") < 0)
            return text;
        var signed = text.Replace("``", "“", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal);
        if (!ColumnTable.HasGutter(signed))
        {
            signed = signed.Replace(" _ ", " — ", StringComparison.Ordinal);
            signed = signed.EndsWith(" _", StringComparison.Ordinal) ? signed[..^1] + "—" : signed;
        }
        if (!isTabular)
            return signed;
        for (var at = signed.IndexOf('{'); at > 0; at = signed.IndexOf('{', at + 1))
        {
            if (char.IsAsciiDigit(signed[at - 1]) || signed[at - 1] is ' ' or '\t')
                signed = string.Concat(signed.AsSpan(0, at), "½", signed.AsSpan(at + 1));
        }
        return signed;
    }
}

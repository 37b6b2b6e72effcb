using System.Text;
using Writethru.Copy;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Anpa1312;

/// <summary>The heading of a text: lines from <c>^</c> to <c>&lt;</c> or <c>=</c>, wrapped ones joined.</summary>
sealed class Anpa1312Headings
{
    const int Indent = 3;

    const int MostBare = 12;

    /// <summary>The heading's lines without their signs.</summary>
    public List<CopyLine> Lines { get; } = [];

    /// <summary>What follows the heading.</summary>
    public List<CopyLine> Behind { get; }

    public Anpa1312Headings(List<CopyLine> lines, RemarkBook remarks, Func<Severity, Severity> strict)
    {
        var at = 0;
        while (at < lines.Count)
        {
            if (lines[at].IsBlank)
            {
                at++;
                continue;
            }
            if (!Anpa1312Text.IsHeading(lines[at]))
                break;
            at = Read(lines, at, remarks, strict);
        }
        if (Lines.Count == 0)
            at = ReadBare(lines, at, remarks);
        Behind = lines[at..];
    }

    /// <summary>
    /// A heading without its signs, as Kyodo sets it and archives leave it: the lines at the margin above the indented
    /// copy. Copy that nothing indents has none.
    /// </summary>
    int ReadBare(List<CopyLine> lines, int from, RemarkBook remarks)
    {
        var copy = lines.FindIndex(from, line => !line.IsBlank && line.Indent >= Indent);
        if (copy <= from || lines[from..copy].Count(line => !line.IsBlank) > MostBare)
            return from;
        remarks.Add(Anpa1312Remarks.HeadingBare, Severity.Note, lines[from].At,
            "Heading lines without their signs: those above the indented copy.");
        Lines.AddRange(lines[from..copy].Where(line => !line.IsBlank)
            .Select(line => line with { Text = line.Text.TrimEnd('+', '<', '=').TrimEnd() }));
        return copy;
    }

    int Read(List<CopyLine> lines, int at, RemarkBook remarks, Func<Severity, Severity> strict)
    {
        var first = Anpa1312Text.Ended(lines[at], out var isClosed).From(1);
        var text = new StringBuilder(first.Text);
        var last = Anpa1312Text.Ended(lines[at], out _);
        while (!isClosed && at + 1 < lines.Count && !lines[at + 1].IsBlank && !Anpa1312Text.IsHeading(lines[at + 1])
            && lines[at + 1].Indent < Indent)
        {
            var next = Anpa1312Text.Ended(lines[++at], out isClosed);
            var between = LineJoiner.Between(last, next, TextColumns.Most);
            text.Append(between == "\n" ? " " : between).Append(next.Text);
            last = next;
        }
        if (!isClosed)
        {
            remarks.Add(Anpa1312Remarks.HeadingOpen, strict(Severity.Warning), first.At,
                "A heading line that neither '<' nor '=' ends: ended where the next line begins.");
        }
        if (!string.IsNullOrWhiteSpace(text.ToString()))
            Lines.Add(first with { Text = text.ToString() });
        return at + 1;
    }

    /// <summary>
    /// The Canadian Press names its heading lines: <c>INDEX: Economy@</c>. Null for a line that is not so.
    /// </summary>
    public static string? Named(string text, out string name)
    {
        name = "";
        var colon = text.AsSpan(0, Math.Min(text.Length, 12)).IndexOf(':');
        if (colon < 2 || !text.EndsWith('@') && !text.StartsWith("HL:", StringComparison.Ordinal)
            || !text.AsSpan(0, colon).ToString().All(char.IsAsciiLetter))
            return null;
        name = text[..colon];
        return text[(colon + 1)..].Trim().TrimEnd('@');
    }
}

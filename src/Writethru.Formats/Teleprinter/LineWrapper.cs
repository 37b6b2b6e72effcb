using System.Text;

namespace Writethru.Formats.Teleprinter;

/// <summary>
/// Breaks text into lines of at most so many columns, so that <see cref="LineJoiner"/> puts it together again.
/// </summary>
/// <remarks>
/// A line breaks at a space, or between two ideographs, never at a space between ideographs, since there the joiner
/// puts none. A word that is longer than a line starts a line of its own and breaks where the line is full; behind a
/// word that only happens to fill its line, the next line is indented by one space, so that the two are not taken for
/// one.
/// </remarks>
static class LineWrapper
{
    /// <summary>Longest text that grows by words that may not start a line, in UTF-16 units.</summary>
    const int LongestStuck = 200;

    /// <summary>The lines, without an indent.</summary>
    /// <param name="text">Text without control characters but line feeds, which break where they stand.</param>
    /// <param name="width">Most columns of a line.</param>
    /// <param name="first">Columns of the first line that are taken already.</param>
    /// <param name="mayStart">Whether such a word may be the first of a further line.</param>
    public static List<string> Wrap(string text, int width, int first = 0, Func<string, bool>? mayStart = null)
    {
        var lines = new List<string>();
        var taken = first;
        foreach (var part in text.Split('\n'))
        {
            if (part.AsSpan().Trim(' ').IsEmpty)
                continue;
            WrapPart(Atoms(part.Trim(' '), mayStart), width, taken, lines);
            taken = 0;
        }
        if (lines.Count == 0)
            lines.Add("");
        return lines;
    }

    static void WrapPart(List<Atom> atoms, int width, int taken, List<string> lines)
    {
        var line = new StringBuilder();
        var columns = taken;
        foreach (var atom in atoms)
        {
            var space = line.Length > 0 ? atom.Spaces : "";
            var needed = TextColumns.Of(atom.Text);
            if (line.Length > 0 && columns + space.Length + needed > width)
            {
                lines.Add(line.ToString());
                space = atom.Spaces.Length > 0 && LineJoiner.LooksBroken(lines[^1], columns) ? " " : "";
                line.Clear().Append(space);
                (columns, space) = (space.Length, "");
            }
            if (columns + needed > width)
                columns = BreakWord(atom.Text, width, columns, line, lines);
            else
            {
                line.Append(space).Append(atom.Text);
                columns += space.Length + needed;
            }
        }
        lines.Add(line.ToString());
    }

    /// <summary>Fills lines with an overlong word; its last piece stays open. Returns the columns of that.</summary>
    static int BreakWord(string word, int width, int columns, StringBuilder line, List<string> lines)
    {
        var rest = word.AsSpan();
        while (!rest.IsEmpty)
        {
            var element = TextColumns.FirstElement(rest);
            var needed = TextColumns.Of(element);
            if (columns + needed > width && line.Length > 0)
            {
                lines.Add(line.ToString());
                line.Clear();
                columns = 0;
            }
            line.Append(element);
            columns += needed;
            rest = rest[element.Length..];
        }
        return columns;
    }

    static List<Atom> Atoms(string text, Func<string, bool>? mayStart)
    {
        var atoms = new List<Atom>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (text[at] == ' ')
                at++;
            var spaces = text[start..at];
            var from = at;
            while (at < text.Length && text[at] != ' ')
                at++;
            AddWord(atoms, spaces, text.AsSpan(from, at - from), mayStart);
        }
        return atoms;
    }

    static void AddWord(List<Atom> atoms, string spaces, ReadOnlySpan<char> word, Func<string, bool>? mayStart)
    {
        var from = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && !(TextColumns.IsIdeograph(word[i - 1]) && TextColumns.IsIdeograph(word[i])))
                continue;
            var piece = word[from..i].ToString();
            var sticks = from == 0 && atoms.Count > 0 && atoms[^1].Text.Length < LongestStuck
                && (mayStart is not null && !mayStart(word.ToString())
                || TextColumns.IsIdeograph(atoms[^1].Text[^1]) && TextColumns.IsIdeograph(piece[0]));
            if (sticks)
                atoms[^1] = atoms[^1] with { Text = atoms[^1].Text + spaces + piece };
            else
                atoms.Add(new Atom(from == 0 ? spaces : "", piece));
            from = i;
        }
    }

    /// <summary>What no line break parts.</summary>
    readonly record struct Atom(string Spaces, string Text);
}

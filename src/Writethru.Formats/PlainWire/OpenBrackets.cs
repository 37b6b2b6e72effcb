using Writethru.Formats.Printed;

namespace Writethru.Formats.PlainWire;

/// <summary>
/// Joins the lines of a parenthesis of terms that was broken in two, so that neither half is read as copy.
/// </summary>
static class OpenBrackets
{
    const int MostLines = 4;
    const int Longest = 600;

    public static List<WireLine> Close(List<WireLine> lines, StepCount steps)
    {
        var closed = new List<WireLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            steps.Add(line.Text.Length);
            var last = AdvisoryWords.Opens(line.Text) || OpenAt(line.Text) < 0 ? i : LastLine(lines, i);
            if (last > i)
            {
                var parts = lines.Skip(i).Take(last - i + 1).Select(part => part.Text);
                line = line with { Text = string.Join(' ', parts) };
            }
            closed.Add(line);
            i = last;
        }
        return closed;
    }

    /// <summary>
    /// The line that closes the bracket; the line itself when none does, or the bracket holds no terms.
    /// </summary>
    static int LastLine(List<WireLine> lines, int at)
    {
        var inside = lines[at].Text[(OpenAt(lines[at].Text) + 1)..];
        for (var i = at + 1; i < lines.Count && i < at + MostLines && inside.Length < Longest; i++)
        {
            if (lines[i].AfterBlank || LineMarks.OpensItsOwnLine(lines[i].Text))
                return at;
            var end = lines[i].Text.AsSpan().IndexOfAny("()）（");
            inside += " " + (end < 0 ? lines[i].Text : lines[i].Text[..end]);
            if (end >= 0)
                return lines[i].Text[end] is ')' or '）' && Restrictions.AreIn(inside) ? i : at;
        }
        return at;
    }

    /// <summary>Where a round bracket opens that the line does not close; -1 when none does.</summary>
    static int OpenAt(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] is ')' or '）')
                depth++;
            else if (text[i] is '(' or '（' && --depth < 0)
                return i;
        }
        return -1;
    }
}

using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>
/// Where copy ends and what is only for editors begins: the notebook, and what is not for publication.
/// </summary>
static class CopyTail
{
    /// <summary>A notice longer than this is prose, in UTF-16 units.</summary>
    const int Longest = 200;

    /// <summary>Number of the first block that is not for publication; -1 when all is copy.</summary>
    public static int Find(IReadOnlyList<CopyBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (StartsAt(blocks[i].Lines, 0) && (!IsStars(blocks[i].First.Text) || blocks[i].Lines.Count > 1
                && IsNotice(blocks[i].Lines, 1)
                || blocks[i].Lines.Count == 1 && i + 1 < blocks.Count && IsNotice(blocks[i + 1].Lines, 0)))
                return i;
        }
        return -1;
    }

    /// <summary>
    /// Whether a line may be the first of what is not for publication: a notebook, a rule of stars, a notice.
    /// </summary>
    public static bool StartsAt(IReadOnlyList<CopyLine> lines, int at) =>
        TailLines.IsNotebook(lines[at].Text) || IsStars(lines[at].Text) || IsNotice(lines, at);

    /// <summary>Whether the line is nothing but stars, three at least.</summary>
    public static bool IsStars(string text) => text.Count(c => c == '*') >= 3
        && text.AsSpan().IndexOfAnyExcept('*', ' ') < 0;

    /// <summary>"The following information is not intended for publication", in three lines.</summary>
    static bool IsNotice(IReadOnlyList<CopyLine> lines, int at)
    {
        var text = lines[at].Text;
        for (var i = at + 1; i < lines.Count && i < at + 3 && !lines[i].IsBlank && text.Length < Longest; i++)
            text = $"{text} {lines[i].Text}";
        return NotForPublication.Opens(text);
    }
}

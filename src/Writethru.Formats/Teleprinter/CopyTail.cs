using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>Where copy ends and what is only for editors begins: the notebook, and what is not for publication.</summary>
static class CopyTail
{
    /// <summary>How far into a notice its words are looked for, in UTF-16 units.</summary>
    const int Longest = 200;

    static readonly string[] _notForPublication =
    [
        "not for publication", "not intended for publication", "not to be published",
        "nicht zur veröffentlichung", "nicht zur veroeffentlichung", "nicht für die veröffentlichung",
        "pas destinées à la publication", "pas destinees a la publication", "no destinada a su publicación",
        "no están destinadas a la publicación", "non destinate alla pubblicazione",
    ];

    static readonly string[] _openings =
        ["The following", "Die folgenden", "Les informations", "La siguiente", "Las siguientes", "Le seguenti"];

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

    /// <summary>Whether a line may be the first of what is not for publication: a notebook, a rule of stars, a notice.</summary>
    public static bool StartsAt(IReadOnlyList<CopyLine> lines, int at) =>
        TailLines.IsNotebook(lines[at].Text) || IsStars(lines[at].Text) || IsNotice(lines, at);

    /// <summary>Whether the line is nothing but stars, three at least.</summary>
    public static bool IsStars(string text) => text.Count(c => c == '*') >= 3
        && text.AsSpan().IndexOfAnyExcept('*', ' ') < 0;

    /// <summary>"The following information is not intended for publication", in three lines.</summary>
    static bool IsNotice(IReadOnlyList<CopyLine> lines, int at)
    {
        var first = lines[at].Text;
        var isOpening = _openings.Any(opening => first.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        if (!isOpening && !_notForPublication.Any(words => first.StartsWith(words, StringComparison.OrdinalIgnoreCase)))
            return false;
        var text = first;
        for (var i = at + 1; i < lines.Count && i < at + 3 && !lines[i].IsBlank && text.Length < Longest; i++)
            text = $"{text} {lines[i].Text}";
        return _notForPublication.Any(words =>
            text.AsSpan(0, Math.Min(text.Length, Longest)).Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}

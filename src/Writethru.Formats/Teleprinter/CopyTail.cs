using Writethru.Formats.Printed;

namespace Writethru.Formats.Teleprinter;

/// <summary>Where copy ends and what is only for editors begins: the notebook, and what is not for publication.</summary>
static class CopyTail
{
    static readonly string[] _notForPublication =
    [
        "not for publication", "not intended for publication", "not to be published",
        "nicht zur veröffentlichung", "nicht zur veroeffentlichung", "nicht für die veröffentlichung",
        "pas destinées à la publication", "pas destinees a la publication", "no destinada a su publicación",
        "no están destinadas a la publicación", "non destinate alla pubblicazione",
    ];

    /// <summary>Number of the first block that is not for publication; -1 when all is copy.</summary>
    public static int Find(IReadOnlyList<CopyBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks[i].First.Text;
            if (TailLines.IsNotebook(text) || IsNotice(blocks[i])
                || IsStars(text) && (blocks[i].Lines.Count > 1 && IsNotice(blocks[i])
                    || blocks[i].Lines.Count == 1 && i + 1 < blocks.Count && IsNotice(blocks[i + 1])))
                return i;
        }
        return -1;
    }

    /// <summary>"The following information is not intended for publication", in its first three lines.</summary>
    static bool IsNotice(CopyBlock block)
    {
        if (CopyLabels.IsGuarded(block.First.Text) || block.Lines.Take(3).Sum(line => line.Text.Length) > 260)
            return false;
        var text = string.Join(' ', block.Lines.Take(3).Select(line => line.Text)).TrimStart('*', ' ');
        return (text.StartsWith("The following", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Die folgenden", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Les informations", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("La siguiente", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Las siguientes", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Le seguenti", StringComparison.OrdinalIgnoreCase)
                || IsStars(block.First.Text))
            && _notForPublication.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    static bool IsStars(string text) => text.Length >= 3 && text.Contains('*')
        && text.AsSpan().IndexOfAnyExcept('*', ' ') < 0;
}

using Writethru.Copy;

namespace Writethru.Formats.Teleprinter;

/// <summary>What stands behind the copy for editors alone: kept whole, and never public.</summary>
static class Notebook
{
    /// <summary>All lines of the notebook as one note; words of an embargo in it bind all the same.</summary>
    /// <param name="take">Where the note goes.</param>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="at">Where the notebook starts.</param>
    /// <param name="until">Where what follows it starts.</param>
    public static void Read(TakeParts take, List<CopyLine> lines, int at, int until)
    {
        var notebook = lines.Where(line => line.At >= at && line.At < until).ToList();
        var text = string.Join('\n', notebook
            .Select(line => new string(' ', Math.Min(line.Indent, TextColumns.Most)) + line.Text)).Trim();
        take.Add(new Note(NoteRoles.Notebook, text, IsPublic: false));
        take.Remarks.Add(TeleprinterRemarks.Notebook, Severity.Note, at,
            "A notebook for editors: kept apart, never public.");
        foreach (var line in notebook)
        {
            if (EmbargoWords.OfLine(line.Text.TrimStart('-', '*', '#', ' ')) is { } embargo)
                take.SetEmbargo(embargo, line.At);
        }
    }
}

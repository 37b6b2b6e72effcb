using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Printed;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Markup;

/// <summary>
/// Plain text as paragraphs: empty lines part them where there are any, and lines otherwise; lines that form columns
/// are a table.
/// </summary>
static class PlainBody
{
    /// <summary>The paragraphs.</summary>
    public static ImmutableArray<Paragraph> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var hasGaps = lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace)
            .Any(string.IsNullOrWhiteSpace);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        List<string> open = [];
        for (var i = 0; i < lines.Length; i++)
        {
            var rows = lines.Skip(i).TakeWhile(FiledTable.HasColumns).ToList();
            if (FiledTable.Read(rows) is { } table)
            {
                Close();
                paragraphs.Add(table);
                i += rows.Count - 1;
                continue;
            }
            if (!string.IsNullOrWhiteSpace(lines[i]) && !TailLines.PartsStories(lines[i].Trim()))
                open.Add(lines[i].Trim(' ', '\t'));
            if (!hasGaps || string.IsNullOrWhiteSpace(lines[i]))
                Close();
        }
        Close();
        return paragraphs.ToImmutable();

        void Close()
        {
            if (open.Count > 0)
                paragraphs.Add(new Paragraph(string.Join(' ', open)));
            open.Clear();
        }
    }
}

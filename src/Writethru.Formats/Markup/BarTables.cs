using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Formats.Teleprinter;

namespace Writethru.Formats.Markup;

/// <summary>
/// Tables that were filed as paragraphs with bars between their columns, a row a paragraph or a row a line: rows are
/// no paragraphs that an advisory counts.
/// </summary>
static class BarTables
{
    /// <summary>The take with such paragraphs as tables.</summary>
    public static Take SetApart(Take take)
    {
        if (!take.Body.Any(IsRows))
            return take;
        var body = ImmutableArray.CreateBuilder<Paragraph>(take.Body.Length);
        var hasTable = false;
        var places = new int[take.Body.Length + 1];
        for (var i = 0; i < take.Body.Length;)
        {
            var count = take.Body.Skip(i).TakeWhile(IsRows).Count();
            var rows = take.Body.Skip(i).Take(count).SelectMany(paragraph => paragraph.Text.Split('\n')).ToList();
            var table = count > 0 ? FiledTable.Read(rows) : null;
            hasTable |= table is not null;
            var taken = table is null ? Math.Max(1, count) : count;
            for (var row = 0; row < taken; row++)
            {
                if (table is null || row == 0)
                    body.Add(table is null ? take.Body[i + row] : table with { Subheads = take.Body[i].Subheads });
                places[i + row + 1] = body.Count;
            }
            i += taken;
        }
        return !hasTable ? take : take with
        {
            Body = body.ToImmutable(),
            Pictures =
            [
                .. take.Pictures.Select(picture =>
                    picture with { After = places[Math.Clamp(picture.After, 0, take.Body.Length)] }),
            ],
        };
    }

    static bool IsRows(Paragraph paragraph) => paragraph.Kind == ParagraphKind.Prose
        && FiledTable.HasBars(paragraph.Text) && paragraph.Text.Split('\n').All(FiledTable.HasBars);
}

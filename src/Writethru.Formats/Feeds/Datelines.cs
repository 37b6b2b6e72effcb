using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Feeds;

/// <summary>Takes the dateline off the copy that it opens.</summary>
static class Datelines
{
    /// <summary>The copy without a dateline that is known; unchanged where the copy does not open with it.</summary>
    public static ImmutableArray<Paragraph> Remove(ImmutableArray<Paragraph> body, string dateline)
    {
        if (body.IsEmpty || dateline.Length == 0)
            return body;
        var text = body[0].Text;
        return text == dateline ? Remove(body, text.Length)
            : text.StartsWith(dateline + " ", StringComparison.Ordinal) ? Remove(body, dateline.Length + 1)
            : body;
    }

    /// <summary>
    /// The copy without its first characters. A sub-head over a paragraph that was all dateline moves on.
    /// </summary>
    public static ImmutableArray<Paragraph> Remove(ImmutableArray<Paragraph> body, int length)
    {
        var first = body[0];
        if (first.Text.Length > length)
            return body.SetItem(0, first with { Text = first.Text[length..], Marks = Shift(first.Marks, length) });
        var rest = body.RemoveAt(0);
        return rest.IsEmpty || first.Subheads.IsEmpty
            ? rest
            : rest.SetItem(0, rest[0] with { Subheads = [.. first.Subheads, .. rest[0].Subheads] });
    }

    static ImmutableArray<Mark> Shift(ImmutableArray<Mark> marks, int length) =>
    [
        .. marks.Where(mark => mark.Span.Start + mark.Span.Length > length).Select(mark =>
        {
            var start = Math.Max(0, mark.Span.Start - length);
            return mark with { Span = new TextSpan(start, mark.Span.Start + mark.Span.Length - length - start) };
        }),
    ];
}

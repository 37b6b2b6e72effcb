using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>The dateline that opens the first paragraph: it is a field of the take and no part of the body.</summary>
/// <param name="Dateline">The dateline; null when there is none.</param>
/// <param name="Body">The body without it.</param>
/// <param name="Removed">Paragraphs that were nothing but the dateline: 0 or 1; pictures behind them move up.</param>
sealed record OpeningDateline(Dateline? Dateline, ImmutableArray<Paragraph> Body, int Removed)
{
    /// <summary>Parts the dateline from the body.</summary>
    /// <param name="body">The body as it was read.</param>
    /// <param name="named">
    /// The dateline that the item names in a field of its own; empty: the item says that there is none; null: nothing is
    /// said, and it is found by its shape.
    /// </param>
    public static OpeningDateline Part(ImmutableArray<Paragraph> body, string? named)
    {
        var dateline = named is { Length: > 0 } ? Of(named) : null;
        if (body.IsEmpty || named is { Length: 0 })
            return new OpeningDateline(dateline, body, 0);
        var opening = named is null ? 0 : LengthOf(body[0].Text, named.TrimEnd());
        if (opening == 0 && DatelineGrammar.Find(body[0].Text) is { } found && found.Length > 0)
            (dateline, opening) = (found.Dateline, found.Length);
        return opening == 0 ? new OpeningDateline(dateline, body, 0) : Shorten(dateline, body, opening);
    }

    /// <summary>A dateline from its text; the text alone when the grammar does not know it.</summary>
    public static Dateline Of(string text) =>
        DatelineGrammar.Find(text) is { } found && found.Dateline.Text == text
            ? found.Dateline
            : new Dateline { Text = text };

    /// <summary>Whether the parts of a dateline follow from its text, so that the text carries it.</summary>
    public static bool IsCarriedByText(Dateline dateline)
    {
        var read = Of(dateline.Text);
        return dateline.Text.Length > 0 && read.Places.SequenceEqual(dateline.Places) && read.Region == dateline.Region
            && read.Date == dateline.Date && read.Agency == dateline.Agency;
    }

    static int LengthOf(string text, string dateline)
    {
        if (!text.StartsWith(dateline, StringComparison.Ordinal))
            return 0;
        var end = dateline.Length;
        while (end < text.Length && OneLine.IsCollapsible(text[end]))
            end++;
        return end;
    }

    static OpeningDateline Shorten(Dateline? dateline, ImmutableArray<Paragraph> body, int length)
    {
        var first = body[0];
        if (first.Text.Length <= length)
        {
            var rest = body.RemoveAt(0);
            if (rest.IsEmpty && !first.Subheads.IsEmpty)
                rest = [.. first.Subheads.Select(subhead => new Paragraph(subhead.Text))];
            else if (!rest.IsEmpty)
                rest = rest.SetItem(0, rest[0] with { Subheads = [.. first.Subheads, .. rest[0].Subheads] });
            return new OpeningDateline(dateline, rest, 1);
        }
        if (first.Kind == ParagraphKind.Table)
            return new OpeningDateline(dateline, body, 0);
        return new OpeningDateline(dateline, body.SetItem(0, first with
        {
            Text = first.Text[length..],
            Marks = [.. first.Marks.Select(mark => mark with { Span = Shift(mark.Span, length) })
                .Where(mark => mark.Span.Length > 0)],
        }), 0);
    }

    static TextSpan Shift(TextSpan span, int by)
    {
        var (start, end) = (Math.Max(0, span.Start - by), Math.Max(0, span.Start + span.Length - by));
        return new TextSpan(start, end - start);
    }
}

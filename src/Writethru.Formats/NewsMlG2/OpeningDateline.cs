using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>The dateline of an item and its body without it.</summary>
static class OpeningDateline
{
    /// <summary>Takes the dateline out of the body.</summary>
    /// <param name="item">The item.</param>
    /// <param name="named">The text of the dateline property; empty: our writer says that there is none.</param>
    /// <param name="body">The body as it was read.</param>
    /// <param name="pictures">The pictures that stand in it.</param>
    public static LeadDateline Part(
        ItemReading item, string? named, ImmutableArray<Paragraph> body, ImmutableArray<Picture> pictures)
    {
        var dateline = named is { Length: > 0 } ? Of(named) : null;
        return item.Codes.AreOurs ? Exactly(dateline, body, pictures) : LeadDateline.Of(dateline, body, pictures);
    }

    /// <summary>Whether the parts of a dateline follow from its text, so that the text carries it.</summary>
    public static bool IsCarriedByText(Dateline dateline)
    {
        var read = Of(dateline.Text);
        return dateline.Text.Length > 0 && read.Places.SequenceEqual(dateline.Places) && read.Region == dateline.Region
            && read.Date == dateline.Date && read.Agency == dateline.Agency;
    }

    static Dateline Of(string text) => DatelineGrammar.Find(text) is { } found && found.Dateline.Text == text
        ? found.Dateline
        : new Dateline { Text = text };

    /// <summary>Our own writer names exactly what it printed: nothing is found by its shape.</summary>
    static LeadDateline Exactly(Dateline? dateline, ImmutableArray<Paragraph> body, ImmutableArray<Picture> pictures)
    {
        var unchanged = new LeadDateline(dateline, body, pictures, "");
        if (dateline is null || body.IsEmpty || body[0].Kind == ParagraphKind.Table
            || !body[0].Text.StartsWith(dateline.Text, StringComparison.Ordinal))
            return unchanged;
        var first = body[0];
        var length = dateline.Text.Length;
        while (length < first.Text.Length && OneLine.IsCollapsible(first.Text[length]))
            length++;
        if (length < first.Text.Length)
            return unchanged with { Body = body.SetItem(0, Cut(first, length)) };
        var rest = body.RemoveAt(0);
        if (!rest.IsEmpty)
            rest = rest.SetItem(0, rest[0] with { Subheads = [.. first.Subheads, .. rest[0].Subheads] });
        return unchanged with { Body = rest };
    }

    static Paragraph Cut(Paragraph paragraph, int length) => paragraph with
    {
        Text = paragraph.Text[length..],
        Marks =
        [
            .. paragraph.Marks.Select(mark => mark with { Span = Shift(mark.Span, length) })
                .Where(mark => mark.Span.Length > 0),
        ],
    };

    static TextSpan Shift(TextSpan span, int by)
    {
        var start = Math.Max(0, span.Start - by);
        return new TextSpan(start, Math.Max(0, span.Start + span.Length - by - start));
    }
}

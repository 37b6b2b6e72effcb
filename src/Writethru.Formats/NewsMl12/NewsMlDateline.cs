using System.Collections.Immutable;
using Writethru.Copy;

namespace Writethru.Formats.NewsMl12;

/// <summary>Settles the dateline of a take: a line of its own, what opens the copy, and where the item was written.</summary>
static class NewsMlDateline
{
    /// <summary>A dateline from its text, with the places of origin that stand in it where its shape is not known.</summary>
    public static Dateline Of(string text, IEnumerable<string> origins)
    {
        if (DatelineGrammar.Find(text) is { } found && found.Dateline.Text == text)
            return found.Dateline;
        return new Dateline
        {
            Text = text,
            Places = [.. origins.Distinct().Where(place => text.Contains(place, StringComparison.OrdinalIgnoreCase))],
        };
    }

    /// <summary>The dateline of the draft; where it opens the copy it is taken from there.</summary>
    public static (Dateline? Dateline, ImmutableArray<Paragraph> Body) Settle(
        NewsMlDraft draft, ImmutableArray<Paragraph> body)
    {
        var line = draft.DateLine;
        if (draft.IsOurs)
            return draft.Ours(NewsMlNames.Dateline) is not null || line.Length == 0 ? (null, body)
                : (Of(line, draft.Origins), Without(body, line, line.Length + 1));
        var opening = body.IsEmpty || body[0].Kind != ParagraphKind.Prose ? null : DatelineGrammar.Find(body[0].Text);
        if (opening is not null && (line.Length == 0 || IsSame(opening.Dateline, line)))
        {
            if (draft.Take.Byline.Length == 0 && opening.Byline.Length > 0)
                draft.Take = draft.Take with { Byline = opening.Byline };
            return (opening.Dateline, Without(body, "", opening.Length));
        }
        return line.Length == 0 ? (null, body) : (Of(line, draft.Origins), Without(body, line, line.Length + 1));
    }

    /// <summary>The line of its own is most often shorter than what is printed.</summary>
    static bool IsSame(Dateline printed, string line) =>
        printed.Text.Contains(line.TrimEnd(' ', '-', '–', '—'), StringComparison.OrdinalIgnoreCase)
        || printed.Places.Any(place => line.Contains(place, StringComparison.OrdinalIgnoreCase));

    /// <summary>The body without so many characters at its start, where it starts with those words and a space.</summary>
    static ImmutableArray<Paragraph> Without(ImmutableArray<Paragraph> body, string words, int length)
    {
        if (body.IsEmpty || body[0].Kind == ParagraphKind.Table)
            return body;
        var first = body[0];
        if (words.Length > 0 && first.Text == words)
            return body.Length > 1 || first.Subheads.IsEmpty ? body.RemoveAt(0) : body;
        if (words.Length > 0 && !first.Text.StartsWith($"{words} ", StringComparison.Ordinal))
            return body;
        if (length >= first.Text.Length)
            return body.RemoveAt(0);
        return body.SetItem(0, first with
        {
            Text = first.Text[length..],
            Marks =
            [
                .. first.Marks.Where(mark => mark.Span.Start + mark.Span.Length > length).Select(mark => mark with
                {
                    Span = new TextSpan(
                        Math.Max(0, mark.Span.Start - length),
                        mark.Span.Start + mark.Span.Length - Math.Max(length, mark.Span.Start)),
                }),
            ],
        });
    }
}

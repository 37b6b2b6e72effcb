using System.Collections.Immutable;
using Writethru.Copy;
using Writethru.Copy.Datelines;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>
/// Settles the dateline of a take: a line of its own, what opens the copy, and where the item was written.
/// </summary>
static class NewsMlDateline
{
    /// <summary>
    /// A dateline from its text, without its dash where the line has none; the places of origin that stand in it
    /// where its shape is not known.
    /// </summary>
    public static Dateline Of(string text, IEnumerable<string> origins)
    {
        if (DatelineGrammar.Find(text) is { } found && found.Dateline.Text == text)
            return found.Dateline;
        if (DatelineGrammar.Find($"{text} --") is { } open && open.Dateline.Text == $"{text} --")
            return open.Dateline with { Text = text };
        return new Dateline
        {
            Text = text,
            Places = [.. origins.Distinct().Where(place => text.Contains(place, StringComparison.OrdinalIgnoreCase))],
        };
    }

    /// <summary>The dateline of an item; where it opens the copy it is taken from there.</summary>
    public static (Dateline? Dateline, ImmutableArray<Paragraph> Body, ImmutableArray<Picture> Pictures) Settle(
        NewsMlDraft draft, Take copy)
    {
        var named = draft.DateLine.Length > 0 ? Of(draft.DateLine, draft.Origins) : null;
        if (draft.IsOurs)
            return (named, copy.Body, copy.Pictures);
        var lead = copy.Dateline is not null
            ? new LeadDateline(copy.Dateline, copy.Body, copy.Pictures, "")
            : LeadDateline.Of(named, copy.Body, copy.Pictures);
        if (draft.Take.Byline.Length == 0)
            draft.Take = draft.Take with { Byline = lead.Byline };
        if (named is not null && lead.Dateline is { } printed && !IsSame(printed, named))
            draft.Keep("NewsLines/DateLine", named.Text);
        return (lead.Dateline, lead.Body, lead.Pictures);
    }

    /// <summary>The line of its own is most often shorter than what is printed.</summary>
    static bool IsSame(Dateline printed, Dateline named) =>
        printed.Text.Contains(named.Text.TrimEnd(' ', '-', '–', '—'), StringComparison.OrdinalIgnoreCase);
}

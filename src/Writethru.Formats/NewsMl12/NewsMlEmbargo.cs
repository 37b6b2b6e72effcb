using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMl12;

/// <summary>Settles the embargo of a take: what its management says, else words of one in notes and headline.</summary>
static class NewsMlEmbargo
{
    /// <summary>The embargo; several that differ are no instant, and the item waits for a person.</summary>
    public static Embargo? Of(Take take, NewsMlDraft draft)
    {
        var ours = draft.Ours(NewsMlNames.Embargo);
        if (draft.Embargoes.Count > 0)
        {
            var noted = draft.NotedEmbargoes.Where(embargo => embargo.Until is not null);
            var said = Settled([.. draft.Embargoes, .. noted], draft);
            return ours is { Length: > 0 } ? said with { Text = ours } : said;
        }
        if (ours is not null)
            return ours.Length > 0 ? new Embargo(ours, null) : null;
        if ((draft.NotedEmbargoes.Count > 0 ? Settled(draft.NotedEmbargoes, draft) : InWords(take)) is not { } words)
            return null;
        if (words.Until is null)
        {
            draft.Say(NewsMlRemarks.EmbargoUnreadable, Severity.Warning, null,
                "Words of an embargo without an instant beyond doubt: the item waits for a person.");
        }
        return words;
    }

    /// <summary>An embargo that notes, headline or the first line of the copy speak of; null when none does.</summary>
    public static Embargo? InWords(Take take)
    {
        if (take.Advisory is { } advisory && EmbargoWords.OfNote(advisory.Text) is { } noted)
            return noted;
        foreach (var note in take.Notes)
        {
            if (EmbargoWords.OfNote(note.Text) is { } other)
                return other;
            if (FieldNames.IsEmbargo(note.Role))
                return new Embargo(note.Text, EmbargoInstant.Find(note.Text));
        }
        return EmbargoWords.OfHeadline(take.Headline)
            ?? (take.Body.IsEmpty ? null : EmbargoWords.OfLine(take.Body[0].Text));
    }

    static Embargo Settled(List<Embargo> embargoes, NewsMlDraft draft)
    {
        var first = embargoes[0];
        if (embargoes.TrueForAll(other => other.Until == first.Until))
            return first;
        draft.Say(NewsMlRemarks.EmbargoUnreadable, Severity.Warning, null,
            "Several embargoes that differ: the item waits for a person.");
        return new Embargo(string.Join("; ", embargoes.Select(embargo => embargo.Text)), null);
    }
}

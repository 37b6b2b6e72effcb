using Writethru.Copy;

namespace Writethru.Formats.NewsMl12;

/// <summary>Merges what a text in NITF says above and below its paragraphs into the item that carries it.</summary>
/// <remarks>The item's own lines come first; what the text says otherwise is kept, and what binds is joined.</remarks>
static class NewsMlNitf
{
    /// <summary>Merges it; body, pictures and dateline are settled elsewhere.</summary>
    public static void Merge(Take copy, NewsMlDraft draft)
    {
        if (draft.Take.Headline.Length == 0)
            draft.Take = draft.Take with { Headline = copy.Headline };
        else
            NewsMlLines.AddHeadline(draft, "", copy.Headline);
        foreach (var headline in copy.Headlines)
            NewsMlLines.AddHeadline(draft, headline.Role, headline.Text);
        draft.SetOrKeep("nitf/byline", copy.Byline, take => take.Byline, (take, text) => take with { Byline = text });
        draft.SetOrKeep("nitf/distributor", copy.Provider,
            take => take.Provider, (take, text) => take with { Provider = text });
        draft.SetOrKeep("nitf/contact", copy.Contact,
            take => take.Contact, (take, text) => take with { Contact = text });
        draft.SetOrKeep("nitf/copyrite", copy.CopyrightNotice,
            take => take.CopyrightNotice, (take, text) => take with { CopyrightNotice = text });
        draft.SetOrKeep("nitf/rights.owner", copy.CopyrightHolder,
            take => take.CopyrightHolder, (take, text) => take with { CopyrightHolder = text });
        draft.AddTerms(copy.UsageTerms?.Text ?? "");
        AddNotes(copy, draft);
        draft.Take = draft.Take with
        {
            Descriptions = draft.Take.Descriptions.AddRange(copy.Descriptions),
            Keywords = draft.Take.Keywords.AddRange(copy.Keywords.Except(draft.Take.Keywords)),
            Links = draft.Take.Links.AddRange(copy.Links),
        };
        foreach (var extra in copy.Extras)
            draft.Keep(ExtraNames.GoesOut(extra.Name) ? extra.Name : $"nitf/{extra.Name}", extra.Text);
    }

    static void AddNotes(Take copy, NewsMlDraft draft)
    {
        if (copy.Advisory is { } advisory)
            NewsMlLines.ReadAdvisory(draft, advisory.Text);
        foreach (var note in copy.Notes)
            draft.AddNote(note);
    }
}

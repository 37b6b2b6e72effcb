using Writethru.Copy;
using Writethru.Formats.Printed;

namespace Writethru.Formats.Binding;

/// <summary>Sets apart what is for editors alone: it stays with the take, and leaves by no path.</summary>
static class EditorsOnly
{
    /// <summary>
    /// Parts of a sender's role that say so: <c>internal</c>, <c>ednote:npa</c>, <c>not-for-publication</c>.
    /// </summary>
    static readonly string[] _roles =
    [
        "internal", "intern", "private", "npa", "nonpublic", "notpublic", "notforpublication", "editorsonly",
        "confidential", "vertraulich", NoteRoles.Notebook, "notizblock",
    ];

    /// <summary>The take whose notes, descriptions and body hold only what may be published.</summary>
    public static Take SetApart(Take take, Findings findings) =>
        Notebook(Labels(Notes(take, findings), findings), findings);

    static Take Notes(Take take, Findings findings)
    {
        if (take.Advisory is { } advisory && NotForPublication.AreIn(advisory.Text))
            take = take with { Advisory = null, Notes = take.Notes.Insert(0, new Note("", advisory.Text)) };
        var apart = take.Notes
            .Where(note => note.IsPublic && (IsRole(note.Role) || NotForPublication.AreIn(note.Text))).ToHashSet();
        foreach (var note in apart)
            Say(note.Text, findings);
        return apart.Count == 0
            ? take
            : take with
            {
                Notes = [.. take.Notes.Select(note => apart.Contains(note) ? note with { IsPublic = false } : note)],
            };
    }

    static Take Labels(Take take, Findings findings)
    {
        var apart = take.Headlines.Concat(take.Descriptions)
            .Where(label => IsRole(label.Role) || NotForPublication.AreIn(label.Text)).ToHashSet();
        foreach (var label in apart)
            Say(label.Text, findings);
        return apart.Count == 0
            ? take
            : take with
            {
                Headlines = take.Headlines.RemoveAll(apart.Contains),
                Descriptions = take.Descriptions.RemoveAll(apart.Contains),
                Notes = take.Notes.AddRange(apart.Select(label => new Note(label.Role, label.Text, IsPublic: false))),
            };
    }

    /// <summary>From the head of a notebook on, the body is no copy.</summary>
    static Take Notebook(Take take, Findings findings)
    {
        for (var i = 0; i < take.Body.Length; i++)
        {
            var (paragraph, next) = (take.Body[i], i + 1 < take.Body.Length ? take.Body[i + 1].Text : "");
            var isHead = paragraph.Subheads.Any(subhead => IsHead(subhead.Text, paragraph.Text))
                || IsHead(paragraph.Text, next);
            var at = isHead ? 0 : NotForPublication.OpensAt(paragraph.Text);
            if (at >= 0)
                return Cut(take, i, paragraph.Kind == ParagraphKind.Table ? 0 : at, findings);
        }
        return take;
    }

    /// <summary>The body as far as a place in a paragraph; the rest is a private note.</summary>
    static Take Cut(Take take, int paragraph, int at, Findings findings)
    {
        var (kept, first) = (take.Body[..paragraph], take.Body[paragraph]);
        List<string> lines = at > 0 ? [] : [.. first.Subheads.Select(subhead => subhead.Text)];
        if (at > 0)
        {
            kept = kept.Add(first with
            {
                Text = first.Text[..at].TrimEnd(),
                Marks = first.Marks.RemoveAll(mark => mark.Span.Start + mark.Span.Length > at),
            });
        }
        lines.Add(first.Text[at..]);
        lines.AddRange(take.Body[(paragraph + 1)..].SelectMany(part =>
            part.Subheads.Select(subhead => subhead.Text).Append(part.Text)));
        findings.Add(BindingRemarks.Notebook, Severity.Note,
            $"From paragraph {paragraph + 1} on a notebook for editors: kept apart, never public.");
        return take with
        {
            Body = kept,
            Pictures = [.. take.Pictures.Select(p => p with { After = Math.Min(p.After, kept.Length) })],
            Notes = take.Notes.Add(new Note(NoteRoles.Notebook, string.Join('\n', lines), IsPublic: false)),
        };
    }

    /// <summary>
    /// "Notebook" alone may head a column of prose: it counts where the next words say for whom it is.
    /// </summary>
    static bool IsHead(string text, string next) => TailLines.IsNotebook(text) || TailLines.NamesNotebook(text)
        || text.Equals("Notebook", StringComparison.OrdinalIgnoreCase) && NotForPublication.Opens(next);

    static bool IsRole(string role) => role.Length > 0 && role.Split(':', '/', '#').Any(part =>
        _roles.Contains(string.Concat(part.Where(char.IsLetter)), StringComparer.OrdinalIgnoreCase));

    static void Say(string text, Findings findings) => findings.Add(BindingRemarks.EditorsOnly, Severity.Note,
        $"\"{Quoted.Short(text)}\": for editors only; kept, never public.");
}

using Writethru.Copy;
using Writethru.Formats.Markup;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Reads notes to editors: which of them is the advisory, and which are not for the public.</summary>
sealed class NoteReader(ItemReading item)
{
    Note? _advisory, _correction;

    /// <summary>
    /// Reads one note. Whatever is bound to a constraint is not public, since we do not evaluate constraints; and so is
    /// each part whose class says so, whatever stands beside it.
    /// </summary>
    public void Read(XmlPart part)
    {
        var sent = item.Codes.RoleOf(part);
        var role = RoleOf(sent);
        var isPublic = part.Attribute("pubconstraint") is null && part.Attribute("pubconstrainturi") is null
            && item.Profile?.PrivateNotes.Contains(sent) is not true;
        foreach (var hidden in Hidden(part))
            Add(part, role, Texts.Of(hidden), isPublic: false, isOurs: false);
        Add(part, role, TextOf(part), isPublic, item.Codes.IsOurs(part.Attribute("role")));
    }

    /// <summary>The first note without a role is the advisory; else the one that says what was corrected.</summary>
    public void Finish()
    {
        if ((_advisory ?? _correction) is not { } advisory)
            return;
        item.Take = item.Take with { Advisory = new Advisory(advisory.Text) };
        item.Lists.Notes.RemoveAt(item.Lists.Notes.FindIndex(note => ReferenceEquals(note, advisory)));
    }

    void Add(XmlPart part, string role, string text, bool isPublic, bool isOurs)
    {
        if (text.Length == 0)
            return;
        var isAdvisory = isOurs && role == Roles.Advisory;
        var note = new Note(isAdvisory || role == "advisory" ? "" : role, text, isPublic);
        if (isPublic && (isAdvisory || !isOurs && note.Role.Length == 0))
            _advisory ??= note;
        else if (isPublic && !isOurs && role[(role.IndexOf(':') + 1)..] == NoteRoles.Correction)
            _correction ??= note;
        if (!isPublic && !isOurs)
            item.Remark(NewsMlG2Remarks.NotPublic, Severity.Note, part, "A note that is not public: kept, never sent.");
        item.Lists.Notes.Add(note);
        if (!isOurs)
            item.Evidence.AddMessage(role[(role.LastIndexOfAny([':', '/']) + 1)..], note.Text);
    }

    string RoleOf(string sent) => item.Profile?.NoteRoles.GetValueOrDefault(sent) ?? sent;

    static IEnumerable<XmlPart> Hidden(XmlPart part) => part.SelfAndDescendants().Skip(1).Where(HiddenParts.IsOne);

    static string TextOf(XmlPart part) => Hidden(part).Any() ? Texts.Of(part, HiddenParts.IsOne) : Texts.Of(part);
}

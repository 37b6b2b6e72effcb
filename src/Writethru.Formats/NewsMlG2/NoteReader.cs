using Writethru.Copy;
using Writethru.Formats.Binding;
using Writethru.Formats.Markup;
using Writethru.Formats.Printed;

namespace Writethru.Formats.NewsMlG2;

/// <summary>Reads notes to editors: which of them is the advisory, and which are not for the public.</summary>
sealed class NoteReader(ItemReading item)
{
    static readonly string[] _privateWords =
    [
        "not for publication", "not intended for publication", "nicht zur veröffentlichung bestimmt",
        "ne pas publier", "no para publicar",
    ];

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
        if (isPublic && !isOurs && _privateWords.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase))
            && EmbargoWords.OfNote(text) is null)
            isPublic = false;
        var isAdvisory = isOurs && role == Roles.Advisory;
        var note = new Note(isAdvisory || role == "advisory" ? "" : role, text, isPublic);
        if (isPublic && (isAdvisory || !isOurs && note.Role.Length == 0))
            _advisory ??= note;
        else if (isPublic && !isOurs && role[(role.IndexOf(':') + 1)..] == NoteRoles.Correction)
            _correction ??= note;
        if (!isPublic && !isOurs)
            item.Remark(NewsMlG2Remarks.NotPublic, Severity.Note, part, "A note that is not public: kept, never sent.");
        item.Lists.Notes.Add(note);
        ReadEmbargo(part, note.Text, !isOurs && FieldNames.IsEmbargo(role));
        if (!isOurs)
            item.Stop(StatusWords.Read(role[(role.LastIndexOfAny([':', '/']) + 1)..].ToUpperInvariant()), part);
    }

    void ReadEmbargo(XmlPart part, string text, bool isEmbargo)
    {
        var words = EmbargoWords.OfNote(text);
        if ((isEmbargo ? words ?? new Embargo(text, EmbargoInstant.Find(text)) : words) is not { } embargo)
            return;
        if (item.Embargoes.Count == 0 && embargo.Until is null)
        {
            item.Remark(NewsMlG2Remarks.EmbargoUnreadable, Severity.Warning, part,
                "Words of an embargo in a note without a clear instant: the item waits for a person.");
        }
        item.NotedEmbargoes.Add(embargo);
    }

    string RoleOf(string sent) => item.Profile?.NoteRoles.GetValueOrDefault(sent) ?? sent;

    static IEnumerable<XmlPart> Hidden(XmlPart part) => part.SelfAndDescendants().Skip(1).Where(HiddenParts.IsOne);

    static string TextOf(XmlPart part) => Hidden(part).Any() ? Texts.Of(part, HiddenParts.IsOne) : Texts.Of(part);
}

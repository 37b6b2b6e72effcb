using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>
/// Parts of a body that say by their class, or by <c>hidden</c>, that they are no copy for the public.
/// </summary>
static class HiddenParts
{
    /// <summary>Anywhere in a class: <c>np-nonpublic</c>, <c>not-for-publication</c>.</summary>
    static readonly string[] _inside =
        ["nonpublic", "notpublic", "notforpublication", "editorsonly", "confidential", "vertraulich", "notizblock"];

    /// <summary>A part of a class, between hyphens.</summary>
    static readonly string[] _parts = ["internal", "intern", "private", "npa", "notebook"];

    /// <summary>Whether the part is one.</summary>
    public static bool IsOne(XmlPart part) => part.Attribute("hidden") is not (null or "false")
        || part.Attribute("class") is { Length: > 0 } names && names.Split((char[]?)null).Any(IsOne);

    static bool IsOne(string name)
    {
        var bare = string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
        return bare == "hidden" || _inside.Any(word => bare.Contains(word, StringComparison.Ordinal))
            || name.Split('-', '_').Any(part => _parts.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Takes such a part, its text as a note that is not public; false when the part is copy.</summary>
    public static bool Take(XmlPart part, ReadOptions options, List<Note> notes)
    {
        if (!IsOne(part))
            return false;
        if (NitfText.LinesOf(part, options) is { Length: > 0 } text)
            notes.Add(new Note(NoteRoles.Notebook, text, IsPublic: false));
        return true;
    }
}

using Writethru.Copy;

namespace Writethru.Formats.Markup;

/// <summary>
/// What our own NITF says beyond the standard, where the standard leaves room: classes, and names of metadata.
/// </summary>
static class NitfRoles
{
    /// <summary>Begins every class and name of ours.</summary>
    public const string Prefix = "writethru:";

    /// <summary>A caption whose usage terms and credit stand apart: nothing is looked for in it.</summary>
    public const string Caption = "caption";

    /// <summary>A caption element that holds the picture's headline.</summary>
    public const string Headline = "headline";

    /// <summary>A caption element that holds the picture's usage terms.</summary>
    public const string UsageTerms = "usageTerms";

    /// <summary>A dateline element that says all there is: paragraph 1 does not repeat it.</summary>
    public const string Dateline = "dateline";

    /// <summary>Name of the metadata of a picture that was withheld.</summary>
    public const string Withheld = Prefix + "withheld";

    /// <summary>Begins the value of <see cref="Withheld"/>; the reason follows.</summary>
    public const string WithheldPrefix = "withheld: ";

    /// <summary>Name of the metadata with the number of the paragraph before a picture that stands elsewhere.</summary>
    public const string After = Prefix + "after";

    static readonly string[] _private = ["npa", "internal", "private", "nonpublic", "non-public", "confidential"];

    /// <summary>
    /// Whether the type or the class of a note says that it is not for the public: <c>npa</c>, not for publication, in
    /// any case, and what senders write instead.
    /// </summary>
    public static bool IsPrivate(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (name is not null
                && Array.Exists(_private, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return true;
        }
        return false;
    }

    /// <summary>The role that the element's class gives it; null when its class is not one of ours.</summary>
    public static string? Of(XmlPart part) =>
        part.Attribute("class") is { } role && role.StartsWith(Prefix, StringComparison.Ordinal)
            ? role[Prefix.Length..]
            : null;

    /// <summary>
    /// The note that senders put among the data of the document, though its place is in the body; none when it is
    /// empty.
    /// </summary>
    public static IEnumerable<Note> NotesOf(XmlPart note)
    {
        var kind = note.Attribute("noteclass")?.Trim() ?? "";
        if (NitfText.OneLineOf(note) is { Length: > 0 } text)
            yield return new Note(kind, text, !IsPrivate(note.Attribute("type"), kind));
    }
}
